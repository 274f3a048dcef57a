/** The first tables: the log with its snapshots, and the catalogue around it. */
export const boardsAndWorkshops = `
CREATE TABLE workshop (
	id TEXT PRIMARY KEY,
	creation_key TEXT NOT NULL UNIQUE,
	name TEXT NOT NULL,
	scene TEXT NOT NULL,
	municipality TEXT NOT NULL,
	held_on TEXT NOT NULL,
	start TEXT NOT NULL,
	state TEXT NOT NULL CHECK (state IN ('preparing', 'open', 'closed')),
	join_code TEXT NOT NULL,
	facilitator_code TEXT NOT NULL,
	viewer_code TEXT NOT NULL,
	tables INTEGER NOT NULL,
	created_at INTEGER NOT NULL,
	closed_at INTEGER
) STRICT;

-- Only of workshops that are not closed, so that a code is free again after closing.
CREATE TABLE workshop_code (
	code TEXT PRIMARY KEY,
	workshop_id TEXT NOT NULL REFERENCES workshop (id),
	role TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX workshop_code_by_workshop ON workshop_code (workshop_id);

CREATE TABLE board (
	id TEXT PRIMARY KEY,
	workshop_id TEXT NOT NULL REFERENCES workshop (id),
	table_number INTEGER NOT NULL,
	title TEXT NOT NULL,
	scene TEXT NOT NULL,
	epoch INTEGER NOT NULL,
	last_seq INTEGER NOT NULL,
	created_at INTEGER NOT NULL,
	deleted_at INTEGER
) STRICT;
CREATE UNIQUE INDEX board_by_table ON board (workshop_id, table_number) WHERE deleted_at IS NULL;

CREATE TABLE board_update (
	board_id TEXT NOT NULL REFERENCES board (id),
	epoch INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	participant_id TEXT,
	client_ids TEXT NOT NULL,
	bytes BLOB NOT NULL,
	at INTEGER NOT NULL,
	PRIMARY KEY (board_id, epoch, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE board_snapshot (
	board_id TEXT NOT NULL REFERENCES board (id),
	epoch INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	sha256 BLOB NOT NULL,
	bytes BLOB NOT NULL,
	PRIMARY KEY (board_id, epoch, seq)
) STRICT;

CREATE TABLE client_owner (
	board_id TEXT NOT NULL REFERENCES board (id),
	epoch INTEGER NOT NULL,
	client_id INTEGER NOT NULL,
	participant_id TEXT NOT NULL,
	PRIMARY KEY (board_id, epoch, client_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE participant (
	id TEXT PRIMARY KEY,
	workshop_id TEXT REFERENCES workshop (id),
	board_id TEXT REFERENCES board (id),
	role TEXT NOT NULL,
	profession TEXT,
	created_at INTEGER NOT NULL,
	last_seen_at INTEGER NOT NULL,
	revoked_at INTEGER
) STRICT;
CREATE INDEX participant_by_workshop ON participant (workshop_id);

CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE sign_in_token (
	hash TEXT PRIMARY KEY,
	expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
	id INTEGER PRIMARY KEY,
	at INTEGER NOT NULL,
	role TEXT NOT NULL,
	participant_id TEXT,
	workshop_id TEXT,
	board_id TEXT,
	what TEXT NOT NULL
) STRICT;
CREATE INDEX audit_by_workshop ON audit (workshop_id);
`;
