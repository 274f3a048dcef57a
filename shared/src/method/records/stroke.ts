import * as z from 'zod/mini';
import type { CardId } from '../card.ts';
import { cardIdSchema } from '../card.ts';
import type { Field } from '../card-types/define-card-type.ts';
import { choiceField } from '../card-types/define-card-type.ts';
import { positionSchema } from '../position.ts';
import { defineRecordKind } from './define-record-kind.ts';

/** The colours of drawn lines; each theme has its own tone of them that stands out from cards and ground. */
export const strokeColourIds = ['ink', 'red', 'blue', 'green', 'brown'] as const;
export type StrokeColour = (typeof strokeColourIds)[number];

/** The places of a line as `encodeStroke` writes them: at most 300, each of two numbers. */
export const strokePathSchema = z
	.string()
	.check(z.maxLength(1100), z.regex(/^(?:(?:[g-z\d_-]{0,3}[A-Za-f]){2}){1,300}$/));
const strokePressureSchema = z.string().check(z.regex(/^[1-5]{0,300}$/));

const path: Field<string> = {
	schema: strokePathSchema,
	fallback: '',
	label: { ja: '線', en: 'Line' }
};
const pressure: Field<string> = { ...path, schema: strokePressureSchema };
const card: Field<CardId | null> = {
	schema: z.nullable(cardIdSchema),
	fallback: null,
	label: { ja: 'カード', en: 'Card' }
};
const at: Field<z.infer<typeof positionSchema> | null> = {
	schema: z.nullable(positionSchema),
	fallback: null,
	label: { ja: '場所', en: 'Place' }
};

/**
 * A line that somebody drew. Lanes move their cards by themselves, so a line drawn on a card goes with it: it is
 * shown as far from its own places as the card is from where it stood then, which is `at` (bu).
 */
export const stroke = defineRecordKind({
	fields: {
		path,
		pressure,
		colour: choiceField(strokeColourIds, 'ink', '色', 'Colour'),
		size: choiceField(['thin', 'thick'], 'thin', '太さ', 'Width'),
		card,
		at
	}
});
