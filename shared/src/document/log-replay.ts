import * as Y from 'yjs';
import type { Board } from '../method/board.ts';
import { rootsOf } from './layout.ts';
import type { RawBoard } from './raw-board.ts';
import { rawBoardOf } from './raw-board.ts';
import { readBoard } from './read-board.ts';
import type { RowChanges } from './row-changes.ts';
import { ChangeWatch } from './row-changes.ts';

/** A stored update in one of the two encodings of Yjs; taken for the other, it would silently change nothing. */
export interface StoredUpdate {
	readonly bytes: Uint8Array;
	readonly isV2: boolean;
}

/** A board that is taken through its log again, for itself: nobody else sees this document. */
export class LogReplay {
	readonly #doc = new Y.Doc({ gc: true });
	#watch: ChangeWatch | null = null;

	constructor(start: StoredUpdate | null, rows: Iterable<StoredUpdate> = []) {
		rootsOf(this.#doc);
		// In one transaction: a row at a time costs ten times as much, and nobody looks in between.
		this.#doc.transact(() => {
			if (start) this.#apply(start);
			for (const row of rows) this.#apply(row);
		});
	}

	/** Goes on by one row and tells what it did. */
	step(row: StoredUpdate): RowChanges {
		this.#watch ??= new ChangeWatch(this.#doc);
		this.#apply(row);
		return this.#watch.take();
	}

	/** Goes on by many rows. */
	skip(rows: Iterable<StoredUpdate>): void {
		this.#doc.transact(() => {
			for (const row of rows) this.#apply(row);
		});
	}

	board(): Board {
		return readBoard(this.#doc);
	}

	raw(): RawBoard {
		return rawBoardOf(this.#doc);
	}

	destroy(): void {
		this.#doc.destroy();
	}

	#apply({ bytes, isV2 }: StoredUpdate): void {
		if (isV2) Y.applyUpdateV2(this.#doc, bytes);
		else Y.applyUpdate(this.#doc, bytes);
	}
}
