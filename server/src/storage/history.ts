/** A moment of a board's history that is worth a name. */
export interface PointMark {
	readonly id: string;
	/** When what it is named for happened, server time in ms. */
	readonly at: number;
	/** A code such as `phase`; the storage does not look inside. */
	readonly kind: string;
	/** JSON: what belongs into its words. */
	readonly params: string;
	/** What somebody typed beside it, else empty. */
	readonly text: string;
	readonly isStarred: boolean;
	readonly participantId: string | null;
	/** As what they did it; null for the server itself. */
	readonly role: string | null;
}

/** A named moment with the state it names. */
export interface StoredPoint extends PointMark {
	readonly seq: number;
}

/** When each row was written and by whom; entry 0 of the lists is row `firstSeq + 1`. */
export interface PastMoments {
	readonly epoch: number;
	/** The earliest state that can be rebuilt, and when it came about. */
	readonly firstSeq: number;
	readonly firstAt: number;
	readonly lastSeq: number;
	readonly at: Float64Array;
	/** Places in `participants`. */
	readonly writer: Uint16Array;
	/** Null is the server itself. */
	readonly participants: readonly (string | null)[];
}

/** A whole state to start from: a sealed blob, or null for an empty document. */
export interface PastState {
	readonly epoch: number;
	readonly seq: number;
	readonly snapshot: Uint8Array | null;
	readonly lastSeq: number;
}

/** Rows in order, in one piece: thousands of small arrays would cost the receiving thread more than reading them. */
export interface PackedRows {
	/** The number of the first. */
	readonly firstSeq: number;
	/** How long the sealed blob of each is, one behind the other in `bytes`. */
	readonly lengths: Uint32Array;
	readonly bytes: Uint8Array;
}

/** What became of each board: every row of its epoch, also after they were folded into a snapshot, and named moments. */
export interface Histories {
	/** Null when there is no such board, or nothing of it can be read. */
	readMoments(boardId: string): Promise<PastMoments | null>;
	/** The newest sound state at or before a row, or the earliest there is; null when there is none. */
	readState(boardId: string, seq: number): Promise<PastState | null>;
	/** So many rows after one; fewer when there are no more. Null when some are missing or the epoch is another. */
	readRows(
		boardId: string,
		epoch: number,
		afterSeq: number,
		most: number
	): Promise<PackedRows | null>;
	/** Names a state, the last one for null; false when there is no such board or it has no such state. */
	addPoint(boardId: string, seq: number | null, mark: PointMark): Promise<boolean>;
	/** Of the epoch that counts, the earliest state first. */
	listPoints(boardId: string): Promise<readonly StoredPoint[]>;
}
