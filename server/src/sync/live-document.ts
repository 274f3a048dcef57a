import * as Y from 'yjs';
import type { GuardLimits, GuardReason } from '@renkei/shared/document/guard.ts';
import { inspectUpdate } from '@renkei/shared/document/guard.ts';
import type { Rules } from '@renkei/shared/document/judge-records.ts';
import { judgeTransaction } from '@renkei/shared/document/judge-records.ts';
import type { Roots } from '@renkei/shared/document/layout.ts';
import { rootsOf } from '@renkei/shared/document/layout.ts';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import type { Board } from '@renkei/shared/method/board.ts';
import { bulkPoint } from '../history/bulk-point.ts';
import type { PointMark } from '../storage/history.ts';
import type { LoadedBoard } from '../storage/storage.ts';
import { DocumentSize } from './document-size.ts';
import { applyBlob, documentOf } from './load-document.ts';

/** Who writes, as far as the document must know. */
export type Writer = Omit<Rules, 'limits'>;

/** The bytes of a change as they are stored and sent: what was new in it, not what came. */
export interface Change {
	readonly bytes: Uint8Array;
	readonly clientIds: readonly number[];
	/** What the history calls the state just before it. */
	readonly point?: PointMark;
}

/** What became of an update. After `isSpoilt` the document holds what it must not: throw it away and load again. */
export type Outcome =
	| { readonly kind: 'changed'; readonly change: Change }
	| { readonly kind: 'nothingNew' }
	| { readonly kind: 'missing' }
	| {
			readonly kind: 'refused';
			readonly reason: GuardReason | 'foreignClientId';
			readonly isSpoilt: boolean;
	  };

/** The sizes a document in memory must keep. */
export interface DocumentLimits extends GuardLimits {
	readonly maxBoardBytes: number;
}

/** A board's document in memory with the judgement of every update that wants to enter it. */
export class LiveDocument {
	readonly doc: Y.Doc;
	readonly #roots: Roots;
	readonly #limits: DocumentLimits;
	readonly #size: DocumentSize;
	readonly #owners: Map<number, string>;
	#writer: Writer | null = null;
	#verdict: GuardReason | null = null;
	#emitted: Uint8Array | null = null;
	#point: PointMark | null = null;
	#fullState: Uint8Array | null = null;
	#board: Board | null = null;

	constructor(board: LoadedBoard, limits: DocumentLimits) {
		this.doc = documentOf(board);
		this.#size = new DocumentSize(board, limits.maxBoardBytes, () => this.fullState().length);
		this.#roots = rootsOf(this.doc);
		this.#limits = limits;
		this.#owners = new Map(board.clientOwners);
		this.doc.on('afterTransaction', (transaction) => {
			if (!this.#writer) return;
			try {
				const rules = { ...this.#writer, limits };
				this.#verdict = judgeTransaction(transaction, this.#roots, rules);
				this.#point = bulkPoint(transaction, this.#roots, this.#writer);
			} catch {
				this.#verdict = 'malformed';
			}
		});
		this.doc.on('update', (bytes: Uint8Array) => {
			this.#emitted = bytes;
			this.#fullState = null;
			this.#board = null;
			this.#size.add(bytes.length);
		});
	}

	/** Judges an update, applies it and judges what it touched. */
	receive(update: Uint8Array, writer: Writer): Outcome {
		const inspection = inspectUpdate(update, this.#limits);
		if (!inspection.ok) return { kind: 'refused', reason: inspection.reason, isSpoilt: false };
		if (inspection.isEmpty) return { kind: 'nothingNew' };
		for (const [client, end] of inspection.ends) {
			const owner = this.#owners.get(client);
			if (owner === undefined || owner === writer.participantId) continue;
			if (end > this.#clockOf(client))
				return { kind: 'refused', reason: 'foreignClientId', isSpoilt: false };
		}
		for (const [client, clock] of inspection.needs)
			if (this.#clockOf(client) < clock) return { kind: 'missing' };

		// What only takes away is always welcome.
		if (inspection.ends.size > 0 && !this.#size.hasRoomFor(update.length))
			return { kind: 'refused', reason: 'boardFull', isSpoilt: false };

		this.#writer = writer;
		this.#verdict = null;
		try {
			const bytes = this.#collect(() => Y.applyUpdate(this.doc, update, writer));
			if (this.#verdict) return { kind: 'refused', reason: this.#verdict, isSpoilt: true };
			// A circle of dependencies within the update looks complete from outside.
			if (this.#isParking()) return { kind: 'refused', reason: 'malformed', isSpoilt: true };
			if (!bytes) return { kind: 'nothingNew' };
			const clientIds = [...Y.parseUpdateMeta(bytes).to.keys()];
			for (const id of clientIds) this.#owners.set(id, writer.participantId);
			const point = this.#point;
			return { kind: 'changed', change: { bytes, clientIds, ...(point && { point }) } };
		} catch {
			// Applying is not atomic: part of the update may be in the document now.
			return { kind: 'refused', reason: 'malformed', isSpoilt: true };
		} finally {
			this.#writer = null;
		}
	}

	/** Whether there is anything in this update that is not here yet; deletions are compared with what is deleted. */
	wouldChange(update: Uint8Array): boolean {
		const inspection = inspectUpdate(update, this.#limits);
		if (!inspection.ok) return true;
		for (const [client, end] of inspection.ends) if (end > this.#clockOf(client)) return true;
		return deletesMore(this.doc, update);
	}

	/** Changes the document in the server's own name; null when nothing changed. A throw leaves it spoilt. */
	change(change: (doc: Y.Doc) => void, point?: PointMark): Change | null {
		const bytes = this.#collect(() => this.doc.transact(() => change(this.doc), serverOrigin));
		return bytes && { bytes, clientIds: [], ...(point && { point }) };
	}

	/** Takes in a row of the log that another process wrote; null when it was known already. */
	absorb(row: {
		readonly bytes: Uint8Array;
		readonly clientIds: readonly number[];
		readonly participantId: string | null;
	}): Uint8Array | null {
		if (row.participantId !== null)
			for (const id of row.clientIds) this.#owners.set(id, row.participantId);
		return this.#collect(() => applyBlob(this.doc, row.bytes));
	}

	/** Everything, encoded once per version of the document: many people join at the same moment. */
	fullState(): Uint8Array {
		this.#fullState ??= Y.encodeStateAsUpdate(this.doc);
		return this.#fullState;
	}

	/** The board in the document, read once per version: a table takes its sheet home together. */
	board(): Board {
		this.#board ??= readBoard(this.doc);
		return this.#board;
	}

	/** What somebody with this state vector lacks; null when it is not a state vector. */
	since(stateVector: Uint8Array): Uint8Array | null {
		try {
			return Y.encodeStateAsUpdate(this.doc, stateVector);
		} catch {
			return null;
		}
	}

	/** The participant who writes under this client id, if anybody did yet. */
	ownerOf(clientId: number): string | undefined {
		return this.#owners.get(clientId);
	}

	destroy(): void {
		this.doc.destroy();
	}

	#clockOf(client: number): number {
		return Y.getState(this.doc.store, client);
	}

	#isParking(): boolean {
		return this.doc.store.pendingStructs !== null || this.doc.store.pendingDs !== null;
	}

	#collect(work: () => void): Uint8Array | null {
		this.#emitted = null;
		work();
		return this.#emitted;
	}
}

const serverOrigin = Symbol('server');

function deletesMore(doc: Y.Doc, update: Uint8Array): boolean {
	for (const [client, ranges] of Y.decodeUpdate(update).ds.clients) {
		const structs = doc.store.clients.get(client) ?? [];
		for (const struct of structs)
			if (
				!struct.deleted &&
				ranges.some(
					({ clock, len }) =>
						clock < struct.id.clock + struct.length && clock + len > struct.id.clock
				)
			)
				return true;
	}
	return false;
}
