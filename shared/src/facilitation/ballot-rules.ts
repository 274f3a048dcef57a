import * as z from 'zod/mini';
import type { Board } from '../method/board.ts';
import type { CardId } from '../method/card.ts';
import { cardIdSchema } from '../method/card.ts';

/** The sizes of a vote. */
export const ballotLimits = {
	titleLength: 40,
	candidates: 200,
	budget: 100,
	perCard: 20,
	paper: 999,
	voters: 400,
	mostMinutes: 180,
	/** How many finished votes are remembered, the latest first. */
	results: 10
} as const;

/** What everybody may give: in all, null for no limit, and to one card; `live` shows the counts while it goes on. */
export const ballotRulesSchema = z.object({
	budget: z.nullable(z.int().check(z.minimum(1), z.maximum(ballotLimits.budget))),
	perCard: z.int().check(z.minimum(1), z.maximum(ballotLimits.perCard)),
	showCounts: z.enum(['after', 'live'])
});
export type BallotRules = z.infer<typeof ballotRulesSchema>;

/** The ways of voting people know from paper; シール may all go on one card, as they may there. */
export const ballotPresets = {
	like: { budget: null, perCard: 1 },
	stickers: { budget: 3, perCard: 3 },
	one: { budget: 1, perCard: 1 },
	points: { budget: 10, perCard: 10 }
} as const satisfies Readonly<Record<string, Omit<BallotRules, 'showCounts'>>>;
export type BallotPreset = keyof typeof ballotPresets;

/** How many votes each card got; a card that is not named got none. */
export const countsSchema = z.record(cardIdSchema, z.int().check(z.minimum(1), z.maximum(9999)));
export type Counts = Readonly<Record<CardId, number>>;

type Cards = Pick<Board, 'cards' | 'trash'>;

/** Where the words of a card are by now: it may have been merged into another; null when it was taken away. */
function cardNow({ cards, trash }: Cards, id: CardId): CardId | null {
	const seen = new Set<string>();
	for (let at: string | null | undefined = id; at && !seen.has(at);) {
		const here = at as CardId;
		if (cards.has(here)) return here;
		seen.add(here);
		at = trash.get(here)?.mergedInto;
	}
	return null;
}

/** The cards that can be voted for now, each once, in the order they were put up. */
export function candidatesNow(board: Cards, candidates: readonly CardId[]): readonly CardId[] {
	const ids = candidates.map((id) => cardNow(board, id)).filter((id) => id !== null);
	return [...new Set(ids)];
}

/**
 * Votes as they count on the board of this moment: those of merged cards come together, at most `most` on one card,
 * and those of cards that were taken away are with the voter again.
 */
export function votesNow(board: Cards, votes: Counts, most: number): Counts {
	const now: Record<CardId, number> = {};
	for (const [id, count] of entriesOf(votes)) {
		const card = cardNow(board, id);
		if (card !== null) now[card] = Math.min(most, (now[card] ?? 0) + count);
	}
	return now;
}

/** All votes of one kind together. */
export function sumOf(votes: Counts): number {
	return entriesOf(votes).reduce((sum, [, count]) => sum + count, 0);
}

/** The counts one by one; the type of `Object.entries` forgets whose they are. */
export function entriesOf(votes: Counts): readonly (readonly [CardId, number])[] {
	return Object.entries(votes).map(([card, count]) => [card as CardId, count]);
}

/** Counts with another number for one card. */
export function withCount(votes: Counts, card: CardId, count: number): Counts {
	const { [card]: _before, ...others } = votes;
	return count === 0 ? others : { ...others, [card]: count };
}
