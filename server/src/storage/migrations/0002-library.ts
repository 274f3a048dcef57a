/** What is remembered of boards beside their logs, the words to find them by, and the groups of causes. */
export const library = `
CREATE TABLE board_summary (
	board_id TEXT PRIMARY KEY REFERENCES board (id),
	epoch INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	form INTEGER NOT NULL,
	kind TEXT NOT NULL,
	scene TEXT NOT NULL,
	summary TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE board_disease (
	board_id TEXT NOT NULL REFERENCES board (id),
	folded TEXT NOT NULL,
	label TEXT NOT NULL,
	PRIMARY KEY (board_id, folded)
) STRICT, WITHOUT ROWID;

CREATE TABLE library_card (
	id INTEGER PRIMARY KEY,
	board_id TEXT NOT NULL REFERENCES board (id),
	card_id TEXT NOT NULL,
	type TEXT NOT NULL,
	text TEXT NOT NULL,
	folded TEXT NOT NULL,
	category TEXT NOT NULL,
	is_root INTEGER NOT NULL,
	-- Folded, each between two line feeds.
	categories TEXT NOT NULL,
	chain TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX library_card_by_board ON library_card (board_id, card_id);
CREATE INDEX library_card_by_category ON library_card (category) WHERE category <> '';

CREATE VIRTUAL TABLE library_text USING fts5 (
	folded, content = 'library_card', content_rowid = 'id', tokenize = 'trigram case_sensitive 1'
);
-- What is deleted for good must not live on in the index.
INSERT INTO library_text (library_text, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER library_card_added AFTER INSERT ON library_card BEGIN
	INSERT INTO library_text (rowid, folded) VALUES (new.id, new.folded);
END;
CREATE TRIGGER library_card_removed AFTER DELETE ON library_card BEGIN
	INSERT INTO library_text (library_text, rowid, folded) VALUES ('delete', old.id, old.folded);
END;

CREATE TABLE cause_group (
	id TEXT PRIMARY KEY,
	title TEXT NOT NULL,
	created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE cause_group_member (
	board_id TEXT NOT NULL REFERENCES board (id),
	card_id TEXT NOT NULL,
	group_id TEXT NOT NULL REFERENCES cause_group (id),
	PRIMARY KEY (board_id, card_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX cause_group_member_by_group ON cause_group_member (group_id);
`;
