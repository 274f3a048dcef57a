/** Photos beside boards; the bytes in a table of their own, so that lists do not read past them. */
export const photos = `
CREATE TABLE photo (
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
	PRIMARY KEY (board_id, id)
) STRICT;
CREATE TABLE photo_bytes (
	board_id TEXT NOT NULL,
	id TEXT NOT NULL,
	bytes BLOB NOT NULL,
	PRIMARY KEY (board_id, id),
	FOREIGN KEY (board_id, id) REFERENCES photo (board_id, id) ON DELETE CASCADE
) STRICT;
`;
