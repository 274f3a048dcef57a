import type * as z from 'zod/mini';
import { metaFieldSchemas, schemaVersion } from '../method/board.ts';
import { commonFieldSchemas, idSchema } from '../method/card.ts';
import type { Field, Part } from '../method/card-types/define-card-type.ts';
import { cardTypes, partsByPrefix } from '../method/card-types/index.ts';
import { stepIds } from '../method/ids.ts';
import { linkFieldSchemas } from '../method/link.ts';
import { professionIds } from '../method/professions.ts';
import type { RecordKind } from '../method/records/index.ts';
import { commonRecordSchemas, recordKinds } from '../method/records/index.ts';
import { donePrefix, presentPrefix } from './layout.ts';

/** What the roots beside the head hold. */
export type EntryKind = 'card' | 'link' | 'record';

/** Keys without which a record means nothing; they cannot be taken away. */
export const requiredKeys: { readonly [Kind in EntryKind]: readonly string[] } = {
	card: ['type', 'text'],
	link: ['from', 'to'],
	record: ['kind']
};

/**
 * The schemas a key of a card may follow. Several, because a card keeps the fields of its earlier types, and
 * two types may call different things by one key.
 */
const cardSchemas = new Map<string, z.ZodMiniType[]>(
	Object.entries(commonFieldSchemas).map(([key, schema]) => [key, [schema]])
);
for (const { fields } of Object.values(cardTypes))
	for (const [key, { schema }] of Object.entries(fields))
		cardSchemas.set(key, [...(cardSchemas.get(key) ?? []), schema]);

const recordSchemas = new Map<string, z.ZodMiniType>(Object.entries(commonRecordSchemas));
const linkSchemas = new Map<string, z.ZodMiniType>(Object.entries(linkFieldSchemas));
const metaSchemas = new Map<string, z.ZodMiniType>(Object.entries(metaFieldSchemas));
const flagKeys: ReadonlySet<string> = new Set([
	...professionIds.map((id) => presentPrefix + id),
	...stepIds.map((id) => donePrefix + id)
]);

/** Whether `id` may be the key of a card, a link or a part of a measure. */
export function isEntryId(id: string): boolean {
	return idSchema.safeParse(id).success;
}

/** Whether a card may hold this value under this key; its text is not a value and judged elsewhere. */
export function isCardValue(key: string, value: unknown): boolean {
	const part = partOf(key);
	if (part)
		return (
			isEntryId(key.slice(part.prefix.length)) &&
			isPlain(value) &&
			hasOnlyKnownKeys(part.schema, value) &&
			part.schema.safeParse(value).success
		);
	return (cardSchemas.get(key) ?? []).some((schema) => schema.safeParse(value).success);
}

/** The list of a card that a key belongs to, or null when it is no such key. */
export function partOf(key: string): Part<object> | null {
	const end = key.indexOf('.');
	return end < 0 ? null : (partsByPrefix.get(key.slice(0, end + 1)) ?? null);
}

/** Whether a record of this kind may hold this value under this key. */
export function isRecordValue(kind: unknown, key: string, value: unknown): boolean {
	if (typeof kind !== 'string' || !Object.hasOwn(recordKinds, kind)) return false;
	const fields: Readonly<Record<string, Field<unknown>>> = recordKinds[kind as RecordKind].fields;
	const schema = Object.hasOwn(fields, key) ? fields[key]?.schema : recordSchemas.get(key);
	return schema?.safeParse(value).success ?? false;
}

/** Whether a link may hold this value under this key. */
export function isLinkValue(key: string, value: unknown): boolean {
	return linkSchemas.get(key)?.safeParse(value).success ?? false;
}

/** Whether the head of a board may hold this value; its version is never raised beyond what this program writes. */
export function isMetaValue(key: string, value: unknown): boolean {
	if (flagKeys.has(key)) return typeof value === 'boolean';
	if (key === 'schemaVersion') return value === schemaVersion;
	return metaSchemas.get(key)?.safeParse(value).success ?? false;
}

/** Zod drops keys it does not know; in a document they would stay. */
function hasOnlyKnownKeys(schema: z.ZodMiniType, value: object): boolean {
	const shape: unknown = Reflect.get(schema, 'shape');
	return (
		typeof shape === 'object' &&
		shape !== null &&
		Object.keys(value).every((key) => Object.hasOwn(shape, key))
	);
}

/** An update can carry an object whose prototype was set by a key `__proto__`; its values would not be its own. */
function isPlain(value: unknown): value is object {
	return (
		typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
	);
}
