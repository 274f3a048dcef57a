import * as Y from 'yjs';
import { rootsOf } from './layout.ts';

/** Bytes of a document in one of Yjs's two forms. */
export interface UpdateBytes {
	readonly format: 1 | 2;
	readonly bytes: Uint8Array;
}

/** One update (V1) that holds all that these, applied in order, make of an empty board. */
export function gatherUpdates(updates: readonly UpdateBytes[]): Uint8Array {
	const doc = new Y.Doc({ gc: true });
	try {
		rootsOf(doc);
		doc.transact(() => {
			for (const { format, bytes } of updates)
				if (format === 2) Y.applyUpdateV2(doc, bytes);
				else Y.applyUpdate(doc, bytes);
		});
		return Y.encodeStateAsUpdate(doc);
	} finally {
		doc.destroy();
	}
}
