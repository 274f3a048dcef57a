import * as Y from 'yjs';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import { sealBlob } from '../storage/storage.ts';
import { buildDocument } from './load-document.ts';

/** What is merged into one snapshot. */
export interface CompactionInput {
	readonly snapshot: Uint8Array | undefined;
	readonly rows: readonly Uint8Array[];
}

/** Merges a snapshot and rows into one sealed blob; throws when the blob does not read back as the same board. */
export function compactBoard({ snapshot, rows }: CompactionInput): Uint8Array {
	const doc = buildDocument(
		snapshot,
		rows.map((bytes) => ({ bytes }))
	);
	const blob = sealBlob(2, Y.encodeStateAsUpdateV2(doc));
	// The rows are deleted after this: whatever is wrong with the blob must show now.
	const copy = buildDocument(blob, []);
	if (fingerprint(copy) !== fingerprint(doc)) throw new Error('a snapshot reads back differently');
	return blob;
}

/** Everything that makes two documents the same: their state vectors and all they say. */
export function fingerprint(doc: Y.Doc): string {
	const clocks = [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b);
	const { cards, trash, links, meta } = readBoard(doc);
	const byId = (a: readonly [string, unknown], b: readonly [string, unknown]) =>
		a[0] < b[0] ? -1 : 1;
	return JSON.stringify([
		clocks,
		meta,
		[...cards].sort(byId),
		[...trash].sort(byId),
		[...links].sort(byId)
	]);
}
