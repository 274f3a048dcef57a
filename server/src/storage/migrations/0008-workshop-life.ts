/** How long workshops are kept, what was there before a rehearsal, and what is left of deleted ones. */
export const workshopLife = `
CREATE TABLE workshop_life (
	workshop_id TEXT PRIMARY KEY REFERENCES workshop (id),
	kept_until TEXT,
	rehearsing_since INTEGER,
	-- The newest entry of the audit trail when the rehearsal began.
	audit_before INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE rehearsal_board (
	board_id TEXT PRIMARY KEY REFERENCES board (id),
	workshop_id TEXT NOT NULL REFERENCES workshop (id),
	title TEXT NOT NULL,
	scene TEXT NOT NULL,
	facilitation TEXT,
	content BLOB NOT NULL
) STRICT;
CREATE TABLE rehearsal_photo (
	board_id TEXT NOT NULL REFERENCES board (id),
	id TEXT NOT NULL,
	media_type TEXT NOT NULL,
	width INTEGER NOT NULL,
	height INTEGER NOT NULL,
	byte_count INTEGER NOT NULL,
	added_at INTEGER NOT NULL,
	added_by TEXT NOT NULL,
	role TEXT NOT NULL,
	profession TEXT,
	bytes BLOB NOT NULL,
	PRIMARY KEY (board_id, id)
) STRICT;
CREATE TABLE rehearsal_participant (
	id TEXT PRIMARY KEY REFERENCES participant (id),
	workshop_id TEXT NOT NULL REFERENCES workshop (id),
	board_id TEXT,
	role TEXT NOT NULL,
	profession TEXT,
	last_seen_at INTEGER NOT NULL,
	revoked_at INTEGER
) STRICT;

CREATE TABLE deletion (
	id INTEGER PRIMARY KEY,
	at INTEGER NOT NULL,
	workshop_id TEXT NOT NULL,
	name TEXT NOT NULL,
	boards INTEGER NOT NULL,
	role TEXT NOT NULL,
	why TEXT NOT NULL
) STRICT;
`;
