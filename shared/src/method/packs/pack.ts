import * as z from 'zod/mini';
import { cardTypes } from '../card-types/index.ts';
import { cleanText } from '../clean-text.ts';
import { checkWords } from '../checks/words.ts';
import type { CheckWords, OwnWords } from '../checks/words.ts';
import { cardTypeIds, stepIds, zoneIds } from '../ids.ts';
import type { CardType } from '../ids.ts';
import { sceneSchema } from '../scenes.ts';
import { worksheetBlockIds } from '../worksheet/worksheet.ts';

/** What a pack file says it is, and the one version there is so far. */
export const packFormat = 'renkei-pack';
export const packVersion = 1;

/** The most a pack file may hold, in bytes; an honest one has a tenth of it. */
export const maxPackBytes = 256 * 1024;

/** Rules that have no name of their own in zod; the reader of packs turns each into a sentence. */
export const packRules = ['oneLine', 'noMarkup', 'oneCharacter', 'sceneTwice'] as const;
export type PackRule = (typeof packRules)[number];

const rule = (name: PackRule): { readonly error: PackRule } => ({ error: name });

/** One line of plain words. What looks like markup is refused, though every screen shows it as text. */
const words = (most: number) =>
	z.string().check(
		z.overwrite(cleanText),
		z.trim(),
		z.minLength(1),
		z.maxLength(most),
		z.refine((text) => !/[\n\t]/.test(text), rule('oneLine')),
		z.refine((text) => !/<[/!?a-z]/i.test(text), rule('noMarkup'))
	);

const localised = (most: number) => z.strictObject({ ja: words(most), en: words(most) });

const label = localised(40);

const stepSchema = z.strictObject({
	label: z.optional(label),
	task: z.optional(localised(120)),
	questions: z.optional(z.array(localised(200)).check(z.minLength(1), z.maxLength(20)))
});

/** Words for some of the members of a closed list; any other key is refused. */
function forSome<const Id extends string, Schema extends z.ZodMiniType>(
	ids: readonly Id[],
	schemaOf: (id: Id) => Schema
): z.ZodMiniType<{ readonly [Key in Id]?: z.output<Schema> | undefined }> {
	const shape = Object.fromEntries(ids.map((id) => [id, z.optional(schemaOf(id))]));
	// One optional entry per id of the list.
	return z.strictObject(shape) as unknown as z.ZodMiniType<{
		readonly [Key in Id]?: z.output<Schema> | undefined;
	}>;
}

const cardTypeSchema = (type: CardType) =>
	z.strictObject({
		mark: z.optional(
			words(4).check(z.refine((text) => Array.from(text).length === 1, rule('oneCharacter')))
		),
		label: z.optional(label),
		fields: z.optional(forSome(Object.keys(cardTypes[type].fields), () => label))
	});

const wordList = z.array(words(40)).check(z.maxLength(300));

const checkWordsSchema = forSome(Object.keys(checkWords) as (keyof CheckWords)[], (name) =>
	name === 'sides' ? z.array(wordList).check(z.maxLength(20)) : wordList
) as unknown as z.ZodMiniType<OwnWords>;

/** A method pack as it lies in its file: the words of a programme. Steps, types of cards and links stay the method's own. */
export const packSchema = z.strictObject({
	format: z.literal(packFormat),
	version: z.literal(packVersion),
	id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)),
	name: label,
	scenes: z.array(z.strictObject({ id: sceneSchema, label })).check(
		z.minLength(1),
		z.maxLength(12),
		z.refine((list) => new Set(list.map(({ id }) => id)).size === list.length, rule('sceneTwice'))
	),
	steps: z.optional(forSome(stepIds, () => stepSchema)),
	cardTypes: z.optional(forSome(cardTypeIds, cardTypeSchema)),
	zones: z.optional(forSome(zoneIds, () => z.strictObject({ label }))),
	headings: z.optional(forSome(worksheetBlockIds, () => label)),
	checkWords: z.optional(checkWordsSchema)
});
export type Pack = z.output<typeof packSchema>;
