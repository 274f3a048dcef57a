/** What is led at a board at the moment, as its aids remember it; the storage does not look inside. */
export interface StoredFacilitation {
	/** Counts the changes of this board's state, from 1. */
	readonly version: number;
	/** JSON. */
	readonly state: string;
}

/** `changed` when another version is there than the one that was to be replaced. */
export type ReplaceFacilitationResult =
	| { readonly ok: true; readonly version: number }
	| { readonly ok: false; readonly reason: 'no-board' | 'changed' };

/** The state of leading of every board, beside its log; it goes with its board. */
export interface FacilitationStates {
	/** Null while nothing was ever led there. */
	read(boardId: string): Promise<StoredFacilitation | null>;
	/** Puts a state in the place of exactly this version, 0 for none; durable when it resolves. */
	replace(boardId: string, version: number, state: string): Promise<ReplaceFacilitationResult>;
}
