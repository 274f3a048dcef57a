import type { Field, Part } from '../method/card-types/define-card-type.ts';
import { cardTypes } from '../method/card-types/index.ts';
import { commonFieldSchemas, idSchema } from '../method/card.ts';
import { cleanText } from '../method/clean-text.ts';
import type { CardType } from '../method/ids.ts';
import { newId } from './new-id.ts';

/** The fields of a type among values that come from elsewhere, cleaned, and whether all of them fitted. */
export function fittingFields(
	type: CardType,
	values: Readonly<Record<string, unknown>>
): { readonly fields: ReadonlyMap<string, unknown>; readonly areAll: boolean } {
	const known: Readonly<Record<string, Field<unknown>>> = cardTypes[type].fields;
	const fields = new Map<string, unknown>();
	let areAll = true;
	for (const [key, value] of Object.entries(values)) {
		const field = Object.hasOwn(known, key) ? known[key] : undefined;
		const parsed = field?.schema.safeParse(cleaned(value));
		if (parsed?.success) fields.set(key, parsed.data);
		else areAll = false;
	}
	return { fields, areAll };
}

/** One list of a card as it is kept: members by their keys in the document. */
export interface FittingList {
	readonly prefix: string;
	readonly members: ReadonlyMap<string, object>;
	/** Keys of members that were named with a value that does not fit: what is there stays. */
	readonly unfit: ReadonlySet<string>;
	readonly areAll: boolean;
}

/** The members of one list of a type among values that come from elsewhere; null when the type has no such list. */
export function fittingMembers(
	type: CardType,
	name: string,
	values: readonly Readonly<Record<string, unknown>>[]
): FittingList | null {
	const known: Readonly<Record<string, Part<object>>> = cardTypes[type].parts;
	const part = Object.hasOwn(known, name) ? known[name] : undefined;
	if (!part) return null;
	const members = new Map<string, object>();
	const unfit = new Set<string>();
	let areAll = true;
	for (const { id, ...value } of values) {
		const given = idSchema.safeParse(id);
		// A value without its year says nothing.
		const isIdFit = name === 'values' ? /^\d{4}$/.test(String(id)) : true;
		const parsed = part.schema.safeParse(cleaned(value));
		const key = part.prefix + (given.success ? given.data : newId());
		if (parsed.success && isIdFit && members.size < part.most) members.set(key, parsed.data);
		else {
			areAll = false;
			unfit.add(key);
		}
	}
	return { prefix: part.prefix, members, unfit, areAll };
}

/** Whether a card may have this many votes; null is not counted. */
export function isVoteCount(value: unknown): value is number | null {
	return commonFieldSchemas.votes.safeParse(value).success;
}

function cleaned(value: unknown): unknown {
	if (typeof value === 'string') return cleanText(value);
	if (Array.isArray(value)) return value.map(cleaned);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([, part]) => part !== undefined)
			.map(([key, part]) => [key, cleaned(part)])
	);
}
