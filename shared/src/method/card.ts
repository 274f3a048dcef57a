import * as z from 'zod/mini';
import type { Field, Part } from './card-types/define-card-type.ts';
import type { cardTypes } from './card-types/index.ts';
import { cardTypeIds } from './ids.ts';
import type { CardType } from './ids.ts';
import type { CardLock } from './lock.ts';
import { cardLockSchema } from './lock.ts';
import { positionSchema } from './position.ts';
import { professionSchema } from './professions.ts';

/**
 * An id made by `newId`: 1 to 40 of `A–Z a–z 0–9 _ -`. No name that every JavaScript object knows, such as `toString`:
 * ids are keys of counts, where such a card would seem to have something before anybody gave it anything.
 */
export const idSchema = z.string().check(
	z.regex(/^[A-Za-z0-9_-]{1,40}$/),
	z.refine((id) => !(id in Object.prototype) && id !== 'prototype')
);

/** The id of a card, unique on its board. */
export const cardIdSchema = idSchema.brand<'CardId'>();
export type CardId = z.infer<typeof cardIdSchema>;

/** The type of a card. */
export const cardTypeSchema = z.enum(cardTypeIds);

/** The longest card text in UTF-16 units; from 60 graphemes on people are gently asked to shorten. */
export const maxCardTextLength = 2000;

/** The longest fractional index a card is stored with. */
export const maxOrderLength = 60;

/** The keys every card has beside its text; each is edited on its own. */
export const commonFieldSchemas = {
	type: cardTypeSchema,
	order: z.string().check(z.minLength(1), z.maxLength(maxOrderLength)),
	position: z.nullable(positionSchema),
	createdAt: z.int().check(z.minimum(0), z.maximum(8.64e15)),
	createdBy: z.string().check(z.maxLength(40)),
	profession: z.nullable(professionSchema),
	deletedAt: z.nullable(z.int().check(z.minimum(0), z.maximum(8.64e15))),
	deletedBy: z.nullable(z.string().check(z.maxLength(40))),
	cluster: z.nullable(idSchema),
	copiedFrom: z.string().check(z.maxLength(81)),
	mergedInto: z.nullable(idSchema),
	votes: z.nullable(z.int().check(z.minimum(0), z.maximum(9999))),
	lock: z.nullable(cardLockSchema)
} as const;

/** What every card has. `position` null means the lane layout places it; `deletedAt` (ms) set means it lies in the trash, `cluster` is the record of its 島, `copiedFrom` `<board>/<card>` it was taken over from, `mergedInto` the card that says its words since it went to the trash. */
export interface CardCommon {
	readonly id: CardId;
	readonly text: string;
	readonly order: string;
	readonly position: readonly [x: number, y: number] | null;
	readonly createdAt: number;
	readonly createdBy: string;
	readonly profession: z.infer<typeof professionSchema> | null;
	readonly deletedAt: number | null;
	readonly deletedBy: string | null;
	readonly cluster: string | null;
	readonly copiedFrom: string;
	readonly mergedInto: string | null;
	/** How many votes it got, as counted in the end (シール投票, or a vote on screen); null while nobody counted. */
	readonly votes: number | null;
	/** Set by those who lead; null is free. */
	readonly lock: CardLock | null;
}

type FieldsOf<T extends CardType> = {
	readonly [
		K in keyof (typeof cardTypes)[T]['fields']
	]: (typeof cardTypes)[T]['fields'][K] extends Field<infer Value> ? Value : never;
};

type PartsOf<T extends CardType> = {
	readonly [
		K in keyof (typeof cardTypes)[T]['parts']
	]: (typeof cardTypes)[T]['parts'][K] extends Part<infer Value>
		? readonly (Value & { readonly id: string })[]
		: never;
};

/** The card of one type as a plain value. */
export type CardOf<T extends CardType> = CardCommon &
	FieldsOf<T> &
	PartsOf<T> & { readonly type: T };

/** A card as a plain value, told apart by `type`. */
export type Card = { [T in CardType]: CardOf<T> }[CardType];

/** The order of cards in a lane: fractional index, ties by id, so that every screen agrees. */
export function compareByOrder(
	a: { readonly order: string; readonly id: string },
	b: { readonly order: string; readonly id: string }
): number {
	if (a.order !== b.order) return a.order < b.order ? -1 : 1;
	return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
