/** The rows and snapshots that compaction took out of the log, and the moments that got a name. */
export const history = `
CREATE TABLE past_update (
	board_id TEXT NOT NULL REFERENCES board (id),
	epoch INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	participant_id TEXT,
	bytes BLOB NOT NULL,
	at INTEGER NOT NULL,
	PRIMARY KEY (board_id, epoch, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE past_snapshot (
	board_id TEXT NOT NULL REFERENCES board (id),
	epoch INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	sha256 BLOB NOT NULL,
	bytes BLOB NOT NULL,
	PRIMARY KEY (board_id, epoch, seq)
) STRICT;

CREATE TABLE history_point (
	id TEXT PRIMARY KEY,
	board_id TEXT NOT NULL REFERENCES board (id),
	epoch INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	at INTEGER NOT NULL,
	kind TEXT NOT NULL,
	params TEXT NOT NULL,
	text TEXT NOT NULL,
	is_starred INTEGER NOT NULL,
	participant_id TEXT,
	role TEXT
) STRICT;
CREATE INDEX history_point_by_board ON history_point (board_id, epoch, seq);
`;
