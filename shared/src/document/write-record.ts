import * as Y from 'yjs';
import type { RecordId, RecordKind } from '../method/records/index.ts';
import { recordKinds } from '../method/records/index.ts';
import type { Roots } from './layout.ts';
import { newId } from './new-id.ts';
import type { Author } from './origins.ts';

/** What a new record starts with; fields not named read as their fallback. */
export interface NewRecord {
	readonly id?: RecordId;
	readonly kind: RecordKind;
	readonly fields: object;
}

/** Writes a record inside the caller's transaction and returns its id. */
export function writeRecord(roots: Roots, record: NewRecord, author: Author): RecordId {
	const id = record.id ?? (newId() as RecordId);
	const entry = new Y.Map<unknown>();
	entry.set('kind', record.kind);
	entry.set('createdAt', author.now);
	entry.set('createdBy', author.participant);
	if (author.profession) entry.set('profession', author.profession);
	for (const [key, value] of Object.entries(record.fields))
		if (key in recordKinds[record.kind].fields) entry.set(key, value);
	roots.records.set(id, entry);
	return id;
}
