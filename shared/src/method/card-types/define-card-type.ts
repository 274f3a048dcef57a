import * as z from 'zod/mini';
import type { StepId, ZoneId } from '../ids.ts';
import type { Localised } from '../localised.ts';

/** One separately edited field of a card type: what is allowed, and what an absent or broken value reads as. */
export interface Field<T> {
	readonly schema: z.ZodMiniType<T>;
	readonly fallback: T;
	readonly label: Localised;
	/** The longest text a text field takes, in UTF-16 units. */
	readonly maxLength?: number;
}

/**
 * A list that belongs to a card. Each member lies in the document under a key of its own, `<prefix><id>`, so that
 * two people may edit two members at once.
 */
export interface Part<T> {
	readonly prefix: string;
	readonly schema: z.ZodMiniType<T>;
	readonly most: number;
}

/** What the method knows about a card type. `mark` is its one-character sign, `fields` and `parts` are all keys beside the common ones. */
export interface CardTypeDefinition<
	Fields extends Record<string, Field<unknown>>,
	Parts extends Record<string, Part<object>>
> {
	readonly mark: string;
	readonly label: Localised;
	readonly zone: ZoneId;
	readonly step: StepId;
	readonly fields: Fields;
	readonly parts: Parts;
}

/** Keeps the exact field types of a card type while checking its shape. */
export function defineCardType<
	Fields extends Record<string, Field<unknown>>,
	Parts extends Record<string, Part<object>>
>(definition: CardTypeDefinition<Fields, Parts>): CardTypeDefinition<Fields, Parts> {
	return definition;
}

/** A one-line text field of at most `maxLength` UTF-16 units, empty when absent. */
export function lineField(ja: string, en: string, maxLength = 300): Field<string> {
	return {
		schema: z.string().check(z.maxLength(maxLength)),
		fallback: '',
		label: { ja, en },
		maxLength
	};
}

/** A choice among fixed ids, `fallback` when absent. */
export function choiceField<const Ids extends readonly [string, ...string[]]>(
	ids: Ids,
	fallback: Ids[number],
	ja: string,
	en: string
): Field<Ids[number]> {
	return { schema: z.enum(ids) as z.ZodMiniType<Ids[number]>, fallback, label: { ja, en } };
}

/** A list of short words of at most 20 entries, empty when absent. */
export function wordsField(ja: string, en: string): Field<readonly string[]> {
	return {
		schema: z.array(z.string().check(z.minLength(1), z.maxLength(60))).check(z.maxLength(20)),
		fallback: [],
		label: { ja, en }
	};
}

/** A yes/no field, no when absent. */
export function flagField(ja: string, en: string): Field<boolean> {
	return { schema: z.boolean(), fallback: false, label: { ja, en } };
}
