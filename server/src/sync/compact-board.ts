import * as Y from 'yjs';
import { rootsOf } from '@renkei/shared/document/layout.ts';
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
	// The plain content and not the board read from it: this thread starts faster without the method.
	const { meta, cards, links } = rootsOf(doc);
	return JSON.stringify([clocks, sorted(meta), sorted(cards), sorted(links)]);
}

function sorted(root: Y.Map<unknown>): unknown {
	return Object.entries(root.toJSON())
		.sort(byKey)
		.map(([id, value]: [string, unknown]) => [
			id,
			isRecord(value) ? Object.entries(value).sort(byKey) : value
		]);
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

function isRecord(value: unknown): value is object {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
