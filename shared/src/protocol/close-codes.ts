/**
 * Why the server closed a connection. y-websocket ≥ 3.1 stops for good on 4400–4499 and comes back on anything
 * else, so a code's hundred is a promise about what the client does next.
 */
export const closeCodes = {
	/** A frame that is not of this protocol. */
	badFrame: 4400,
	/** No sign-in, or it has ended: join again. */
	signInMissing: 4401,
	/** This person may not open this board (any more). */
	forbidden: 4403,
	/** No such board, or it was deleted. */
	boardGone: 4404,
	/** The document contradicts the server's: throw it away and load again. */
	conflict: 4409,
	/** The board was restored or replaced: a new epoch runs. */
	epochReplaced: 4410,
	/** The board is full or the update too big. */
	tooBig: 4413,
	/** An update that the board's schema or this role does not allow: rebuild the document. */
	refused: 4422,
	/** The disk or database does not take anything: keep the edits and come back. */
	storageDown: 4503,
	/** Too much in too short a time. Retried after a pause. */
	tooFast: 4529,
	/** The server restarts. */
	restart: 1012,
	/** Try again later, or this reader was too slow. */
	tryLater: 1013
} as const;
export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes];

/** Whether the client's document must be thrown away and built anew after this code. */
export function mustRebuild(code: number): boolean {
	return (
		code === closeCodes.refused || code === closeCodes.conflict || code === closeCodes.badFrame
	);
}
