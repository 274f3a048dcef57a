import * as z from 'zod/mini';
import { cardIdSchema, cardTypeSchema } from '../method/card.ts';
import { professionSchema } from '../method/professions.ts';
import { programmeLimits } from './phase.ts';

/**
 * The sizes of writing away from the board. A text is as long here as on a phone, wherever it is written (UTF-16
 * units): what one person says in one go.
 */
export const writingLimits = {
	textLength: 200,
	/** Of one person in one run of a part, and in one minute; a recorder writes for many. */
	cardsEach: 60,
	cardsAMinute: 30,
	recorderCards: 400,
	recorderCardsAMinute: 120,
	/** Of one board, those on their way to it and those remembered together. */
	cards: 2000,
	/** Of one person's cards that are on the board by now so many are remembered, to tell 出ました. */
	shownEach: 20,
	runs: 40,
	/** How long showing everybody's cards can be taken back, ms. */
	undoMs: 10_000
} as const;

/**
 * Where a card written away from the board is. `private`: in the list of its author until it is shown. `late`: it
 * came when the others were shown already, and waits for its author's word. `inbox`, `aside`: it waits for whoever
 * leads. `board`: it is out; remembered only for its author.
 */
export const whereabouts = ['private', 'late', 'inbox', 'aside', 'board'] as const;
export type Whereabouts = (typeof whereabouts)[number];

/** Which run of a part: its `since`. */
export const runOfSchema = z.int();

/** What of a card its author is told. */
export const ownCardSchema = z.object({
	id: cardIdSchema,
	type: cardTypeSchema,
	text: z.string().check(z.maxLength(writingLimits.textLength)),
	/** For whom it was written: another profession than the author's where a recorder wrote it. */
	profession: z.nullable(professionSchema),
	/** Server time in ms. */
	at: z.int(),
	place: z.enum(whereabouts),
	/** 出さない: stays with its author when the others are shown. */
	isHeld: z.boolean(),
	/** For which run of a part it was written; null outside of private writing. */
	of: z.nullable(runOfSchema)
});
export type OwnCard = z.infer<typeof ownCardSchema>;

const participantSchema = z.string().check(z.maxLength(40));

const writtenCardSchema = z.extend(ownCardSchema, { participant: participantSchema });
export type WrittenCard = z.infer<typeof writtenCardSchema>;

const personSchema = z.object({
	/** Says nothing of who it is. */
	handle: z.string().check(z.maxLength(40)),
	participant: participantSchema,
	profession: z.nullable(professionSchema)
});

/** One run of a part in which people wrote unseen. */
const runSchema = z.object({
	of: runOfSchema,
	title: z.string().check(z.maxLength(programmeLimits.titleLength)),
	/** What could be written in it, for what comes after its end. */
	create: z.array(cardTypeSchema),
	isShown: z.boolean()
});
export type Run = z.infer<typeof runSchema>;

export const writingSchema = z.object({
	/** In the order in which each author has put them. */
	cards: z.array(writtenCardSchema).check(z.maxLength(writingLimits.cards)),
	/** Whoever wrote unseen, by profession, in the order of their first card. */
	people: z.array(personSchema),
	/** Oldest first. */
	runs: z.array(runSchema),
	/** Ideas wait for whoever leads. */
	takesInbox: z.boolean(),
	/** What was shown last, as long as it can be taken back. */
	lastShown: z.nullable(
		z.object({
			of: runOfSchema,
			until: z.int(),
			ids: z.array(cardIdSchema),
			/** It was the end of the private part: taking it back makes that private again. */
			wasOpened: z.boolean()
		})
	)
});
export type Writing = z.infer<typeof writingSchema>;

/** Nothing written. */
export const nothingWritten: Writing = {
	cards: [],
	people: [],
	runs: [],
	takesInbox: false,
	lastShown: null
};
