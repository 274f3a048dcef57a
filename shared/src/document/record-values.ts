import type { z } from 'zod';
import { metaFieldSchemas, schemaVersion } from '../method/board.ts';
import { commonFieldSchemas, idSchema } from '../method/card.ts';
import { cardTypes } from '../method/card-types/index.ts';
import { subActionSchema } from '../method/card-types/measure.ts';
import { linkFieldSchemas } from '../method/link.ts';
import { professionIds } from '../method/professions.ts';
import { presentPrefix, subActionPrefix } from './layout.ts';

/** Keys without which a record means nothing; they cannot be taken away. */
export const requiredKeys: { readonly [Kind in 'card' | 'link']: readonly string[] } = {
	card: ['type', 'text'],
	link: ['from', 'to']
};

/**
 * The schemas a key of a card may follow. Several, because a card keeps the fields of its earlier types, and
 * two types may call different things by one key.
 */
const cardSchemas = new Map<string, z.ZodType[]>(
	Object.entries(commonFieldSchemas).map(([key, schema]) => [key, [schema]])
);
for (const { fields } of Object.values(cardTypes))
	for (const [key, { schema }] of Object.entries(fields))
		cardSchemas.set(key, [...(cardSchemas.get(key) ?? []), schema]);

const linkSchemas = new Map<string, z.ZodType>(Object.entries(linkFieldSchemas));
const metaSchemas = new Map<string, z.ZodType>(Object.entries(metaFieldSchemas));
const strictSubAction = subActionSchema.strict();
const presentKeys: ReadonlySet<string> = new Set(professionIds.map((id) => presentPrefix + id));

/** Whether `id` may be the key of a card, a link or a part of a measure. */
export function isEntryId(id: string): boolean {
	return idSchema.safeParse(id).success;
}

/** Whether a card may hold this value under this key; its text is not a value and judged elsewhere. */
export function isCardValue(key: string, value: unknown): boolean {
	if (key.startsWith(subActionPrefix))
		return (
			isEntryId(key.slice(subActionPrefix.length)) &&
			isPlain(value) &&
			strictSubAction.safeParse(value).success
		);
	return (cardSchemas.get(key) ?? []).some((schema) => schema.safeParse(value).success);
}

/** Whether a link may hold this value under this key. */
export function isLinkValue(key: string, value: unknown): boolean {
	return linkSchemas.get(key)?.safeParse(value).success ?? false;
}

/** Whether the head of a board may hold this value; its version is never raised beyond what this program writes. */
export function isMetaValue(key: string, value: unknown): boolean {
	if (presentKeys.has(key)) return typeof value === 'boolean';
	if (key === 'schemaVersion') return value === schemaVersion;
	return metaSchemas.get(key)?.safeParse(value).success ?? false;
}

/** An update can carry an object whose prototype was set by a key `__proto__`; its values would not be its own. */
function isPlain(value: unknown): boolean {
	return (
		typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
	);
}
