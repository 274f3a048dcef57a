import type * as Y from 'yjs';
import type { RecordFields, RecordId } from '../../method/records/index.ts';
import { recordKinds } from '../../method/records/index.ts';
import { entryOf, rootsOf } from '../layout.ts';
import type { Author } from '../origins.ts';
import { transactGesture } from '../origins.ts';
import { writeRecord } from '../write-record.ts';

/** Puts on the board what was drawn in one go, and returns it; nothing of it when a part is no line that a board may hold. */
export function addStrokes(
	doc: Y.Doc,
	strokes: readonly RecordFields<'stroke'>[],
	author: Author
): readonly RecordId[] {
	const { path, pressure } = recordKinds.stroke.fields;
	const areLines = strokes.every(
		(stroke) =>
			path.schema.safeParse(stroke.path).success &&
			pressure.schema.safeParse(stroke.pressure).success
	);
	if (!areLines || strokes.length === 0) return [];
	return transactGesture(doc, 'drawStroke', () =>
		strokes.map((stroke) => {
			// What reads as its fallback anyway need not be kept.
			const told = Object.entries(stroke).filter(([, value]) => value !== null && value !== '');
			const fields = Object.fromEntries(told);
			return writeRecord(rootsOf(doc), { kind: 'stroke', fields }, author);
		})
	);
}

/** Takes drawn lines away, all in one step; undo brings them back. */
export function eraseStrokes(doc: Y.Doc, ids: Iterable<RecordId>, author: Author): void {
	const { records } = rootsOf(doc);
	const entries = [...ids].flatMap((id) => {
		const entry = entryOf(records, id);
		const isThere = entry?.get('kind') === 'stroke' && typeof entry.get('deletedAt') !== 'number';
		return entry && isThere ? [entry] : [];
	});
	if (entries.length === 0) return;
	transactGesture(doc, 'eraseStrokes', () => {
		for (const entry of entries) entry.set('deletedAt', author.now);
	});
}
