import { z } from 'zod';
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
	z
		.string()
		.overwrite(cleanText)
		.trim()
		.min(1)
		.max(most)
		.refine((text) => !/[\n\t]/.test(text), rule('oneLine'))
		.refine((text) => !/<[/!?a-z]/i.test(text), rule('noMarkup'));

const localised = (most: number) => z.strictObject({ ja: words(most), en: words(most) });

const label = localised(40);

const stepSchema = z.strictObject({
	label: label.optional(),
	task: localised(120).optional(),
	questions: z.array(localised(200)).min(1).max(20).optional()
});

/** Words for some of the members of a closed list; any other key is refused. */
function forSome<const Id extends string, Schema extends z.ZodType>(
	ids: readonly Id[],
	schemaOf: (id: Id) => Schema
): z.ZodType<{ readonly [Key in Id]?: z.output<Schema> | undefined }> {
	const shape = Object.fromEntries(ids.map((id) => [id, schemaOf(id).optional()]));
	// One optional entry per id of the list.
	return z.strictObject(shape) as unknown as z.ZodType<{
		readonly [Key in Id]?: z.output<Schema> | undefined;
	}>;
}

const cardTypeSchema = (type: CardType) =>
	z.strictObject({
		mark: words(4)
			.refine((text) => Array.from(text).length === 1, rule('oneCharacter'))
			.optional(),
		label: label.optional(),
		fields: forSome(Object.keys(cardTypes[type].fields), () => label).optional()
	});

const wordList = z.array(words(40)).max(300);

const checkWordsSchema = forSome(Object.keys(checkWords) as (keyof CheckWords)[], (name) =>
	name === 'sides' ? z.array(wordList).max(20) : wordList
) as unknown as z.ZodType<OwnWords>;

/** A method pack as it lies in its file: the words of a programme. Steps, types of cards and links stay the method's own. */
export const packSchema = z.strictObject({
	format: z.literal(packFormat),
	version: z.literal(packVersion),
	id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
	name: label,
	scenes: z
		.array(z.strictObject({ id: sceneSchema, label }))
		.min(1)
		.max(12)
		.refine((list) => new Set(list.map(({ id }) => id)).size === list.length, rule('sceneTwice')),
	steps: forSome(stepIds, () => stepSchema).optional(),
	cardTypes: forSome(cardTypeIds, cardTypeSchema).optional(),
	zones: forSome(zoneIds, () => z.strictObject({ label })).optional(),
	headings: forSome(worksheetBlockIds, () => label).optional(),
	checkWords: checkWordsSchema.optional()
});
export type Pack = z.output<typeof packSchema>;
