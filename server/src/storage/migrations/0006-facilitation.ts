/** What is led at a board at the moment, one row a board. */
export const facilitation = `
CREATE TABLE facilitation (
	board_id TEXT PRIMARY KEY REFERENCES board (id),
	version INTEGER NOT NULL,
	state TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
