import type * as Y from 'yjs';
import type { Field } from '../../method/card-types/define-card-type.ts';
import { cleanText } from '../../method/clean-text.ts';
import type { RecordFields, RecordId, RecordKind } from '../../method/records/index.ts';
import { recordKinds } from '../../method/records/index.ts';
import { entryOf, rootsOf } from '../layout.ts';
import type { Author } from '../origins.ts';
import { transactGesture } from '../origins.ts';
import { readRecord } from '../read-board.ts';
import { writeRecord } from '../write-record.ts';

/** What a new record says. */
export type NewRecord = {
	[K in RecordKind]: { readonly kind: K } & Partial<RecordFields<K>>;
}[RecordKind];

/** Puts a record on the board and returns its id, or null when a value is not allowed; fields not named read as their fallback. */
export function addRecord(
	doc: Y.Doc,
	{ kind, ...fields }: NewRecord,
	author: Author
): RecordId | null {
	const cleaned = Object.entries(fields).map(([key, value]) => [key, clean(value)] as const);
	if (cleaned.some(([key, value]) => !isAllowed(kind, key, value))) return null;
	return transactGesture(doc, 'addRecord', () =>
		writeRecord(rootsOf(doc), { kind, fields: Object.fromEntries(cleaned) }, author)
	);
}

/** Sets one field of a record; false when the record is gone or the value is not allowed there. */
export function setRecordField(doc: Y.Doc, id: RecordId, key: string, value: unknown): boolean {
	const entry = entryOf(rootsOf(doc).records, id);
	const record = readRecord(id, entry, () => {});
	const cleaned = clean(value);
	if (!entry || !record || !isAllowed(record.kind, key, cleaned)) return false;
	transactGesture(doc, 'editRecord', () => entry.set(key, cleaned));
	return true;
}

/** Takes records away; undo brings them back. */
export function removeRecords(doc: Y.Doc, ids: Iterable<RecordId>, author: Author): void {
	transactGesture(doc, 'removeRecord', () => {
		for (const id of ids) entryOf(rootsOf(doc).records, id)?.set('deletedAt', author.now);
	});
}

function isAllowed(kind: RecordKind, key: string, value: unknown): boolean {
	const fields: Readonly<Record<string, Field<unknown>>> = recordKinds[kind].fields;
	return Object.hasOwn(fields, key) && fields[key]?.schema.safeParse(value).success === true;
}

function clean(value: unknown): unknown {
	if (typeof value === 'string') return cleanText(value);
	return Array.isArray(value) ? value.map(clean) : value;
}
