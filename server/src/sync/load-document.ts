import * as Y from 'yjs';
import { rootsOf } from '@renkei/shared/document/layout.ts';
import type { LoadedBoard, LogRow } from '../storage/storage.ts';
import { openBlob } from '../storage/storage.ts';

/** The origin of everything that comes from the log and is durable already. */
const logOrigin = Symbol('log');

/** Applies a stored blob, whatever its format. */
export function applyBlob(doc: Y.Doc, blob: Uint8Array): void {
	const opened = openBlob(blob);
	// V2 bytes read as V1 are no error and change nothing: guessing the format would lose a board silently.
	if (!opened) throw new Error('a stored blob has an unknown format');
	if (opened.format === 2) Y.applyUpdateV2(doc, opened.bytes, logOrigin);
	else Y.applyUpdate(doc, opened.bytes, logOrigin);
}

/** Builds a document from snapshot and rows, in one transaction: merging updates first is eighty times slower. */
export function buildDocument(
	snapshot: Uint8Array | undefined,
	rows: readonly Pick<LogRow, 'bytes'>[]
): Y.Doc {
	const doc = new Y.Doc({ gc: true });
	rootsOf(doc);
	doc.transact(() => {
		if (snapshot) applyBlob(doc, snapshot);
		for (const { bytes } of rows) applyBlob(doc, bytes);
	}, logOrigin);
	return doc;
}

/** The document of a board as the storage gave it. */
export function documentOf(board: LoadedBoard): Y.Doc {
	return buildDocument(board.snapshot, board.rows);
}
