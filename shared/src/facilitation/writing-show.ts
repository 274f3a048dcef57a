import * as z from 'zod/mini';
import { cardIdSchema, cardTypeSchema } from '../method/card.ts';
import type { Profession } from '../method/professions.ts';
import { professionIds, professionSchema } from '../method/professions.ts';
import type { Audience } from './aid.ts';
import type { Run, Writing } from './writing-card.ts';
import { ownCardSchema, runOfSchema } from './writing-card.ts';
import { isWaiting } from './writing-reveal.ts';
import { isBy } from './writing-send.ts';

const professionOrNone = z.nullable(professionSchema);

/** How much was written in one run and is not shown yet: numbers, and those of professions, never of persons. */
const shownRunSchema = z.object({
	of: runOfSchema,
	isShown: z.boolean(),
	total: z.int(),
	counts: z.array(z.object({ profession: professionOrNone, count: z.int() }))
});
export type ShownRun = z.infer<typeof shownRunSchema>;

/** A person whose cards can be shown alone: 看護師 1. Whoever has written nothing is not named, and nobody's number. */
const shownPersonSchema = z.object({
	handle: z.string(),
	profession: professionOrNone,
	/** Which one of that profession, from 1 on; null where it is the only one. */
	ordinal: z.nullable(z.int())
});
export type ShownPerson = z.infer<typeof shownPersonSchema>;

const inboxIdeaSchema = z.object({
	id: cardIdSchema,
	type: cardTypeSchema,
	text: z.string(),
	profession: professionOrNone,
	at: z.int(),
	isAside: z.boolean()
});
export type InboxIdea = z.infer<typeof inboxIdeaSchema>;

export const shownWritingSchema = z.object({
	/** The latest run, and for those who lead also those with cards that were never shown; oldest first. */
	runs: z.array(shownRunSchema),
	takesInbox: z.boolean(),
	leaders: z.nullable(
		z.object({
			/** By run, in the order of `runs`. */
			titles: z.array(z.string()),
			people: z.array(z.array(shownPersonSchema)),
			inbox: z.array(inboxIdeaSchema),
			/** What was shown last can be taken back until then, server time in ms. */
			lastShown: z.nullable(z.object({ of: runOfSchema, until: z.int(), count: z.int() }))
		})
	)
});
export type ShownWriting = z.infer<typeof shownWritingSchema>;

export const ownWritingSchema = z.object({ cards: z.array(ownCardSchema) });
export type OwnWriting = z.infer<typeof ownWritingSchema>;

/** What an audience is told: numbers, and to those who lead the ideas that were sent to them. */
export function showWriting(state: Writing, audience: Audience): ShownWriting {
	const waiting = new Set(
		state.cards.filter((card) => isWaiting(card, card.of ?? undefined)).map(({ of }) => of)
	);
	const leads = audience === 'leaders';
	const runs = state.runs.filter(
		(run) => run === state.runs.at(-1) || (leads && waiting.has(run.of))
	);
	const { lastShown } = state;
	return {
		runs: runs.map((run) => showRun(state, run)),
		takesInbox: state.takesInbox,
		leaders: leads
			? {
					titles: runs.map(({ title }) => title),
					people: runs.map((run) => peopleOf(state, run)),
					inbox: state.cards.flatMap(({ id, type, text, profession, at, place }) =>
						place === 'inbox' || place === 'aside'
							? [{ id, type, text, profession, at, isAside: place === 'aside' }]
							: []
					),
					lastShown: lastShown && {
						of: lastShown.of,
						until: lastShown.until,
						count: lastShown.ids.length
					}
				}
			: null
	};
}

/** What one person is told of their own cards. */
export function showOwnWriting(state: Writing, participantId: string): OwnWriting {
	const own = byAuthor(state.cards).get(participantId) ?? [];
	return { cards: own.map(({ participant: _, ...card }) => card) };
}

type Cards = Writing['cards'];
const sorted = new WeakMap<Cards, ReadonlyMap<string, Cards>>();

/** Sixty people are told after every command of one of them: the cards are gone through once for all of them. */
function byAuthor(cards: Cards): ReadonlyMap<string, Cards> {
	const known = sorted.get(cards);
	if (known) return known;
	const authors = new Map<string, Cards>();
	for (const card of cards) {
		const own = authors.get(card.participant);
		if (own) own.push(card);
		else authors.set(card.participant, [card]);
	}
	sorted.set(cards, authors);
	return authors;
}

/** How many cards of a run, or of all, are written and not shown. */
export function unrevealedCount(shown: ShownWriting, of: number | null = null): number {
	const runs = shown.runs.filter((run) => of === null || run.of === of);
	return runs.reduce((sum, { total }) => sum + total, 0);
}

function showRun(state: Writing, { of, isShown }: Run): ShownRun {
	const cards = state.cards.filter((card) => isWaiting(card, of));
	const counts = [...professionIds, null].flatMap((profession: Profession | null) => {
		const count = cards.filter((card) => card.profession === profession).length;
		return count === 0 ? [] : [{ profession, count }];
	});
	return { of, isShown, total: cards.length, counts };
}

function peopleOf(state: Writing, { of }: Run): ShownPerson[] {
	const cards = state.cards.filter((card) => isWaiting(card, of));
	const numbers = new Map<Profession | null, number>();
	const all = state.people.map((person) => {
		const ordinal = (numbers.get(person.profession) ?? 0) + 1;
		numbers.set(person.profession, ordinal);
		return { person, ordinal };
	});
	return all
		.filter(({ person }) => cards.some((card) => isBy(person, card)))
		.map(({ person: { handle, profession }, ordinal }) => ({
			handle,
			profession,
			ordinal: (numbers.get(profession) ?? 0) > 1 ? ordinal : null
		}));
}
