import * as z from 'zod/mini';
import type { Board } from '../method/board.ts';
import type { CardId } from '../method/card.ts';
import { cardIdSchema, idSchema } from '../method/card.ts';
import { fewestApart } from '../method/fewest-apart.ts';
import type { Profession } from '../method/professions.ts';
import { professionSchema } from '../method/professions.ts';
import type { BallotRules, Counts } from './ballot-rules.ts';
import {
	ballotLimits,
	ballotRulesSchema,
	candidatesNow,
	countsSchema,
	entriesOf,
	sumOf,
	votesNow
} from './ballot-rules.ts';

/** A vote that is over: only sums are left of it, nobody's own choice. */
export const ballotResultSchema = z.object({
	id: idSchema,
	title: z.string(),
	rules: ballotRulesSchema,
	endedAt: z.int(),
	/** How many people voted on a screen; papers are not people. */
	voters: z.int(),
	/** Most votes first. `screen` and `paper` make up its votes. */
	cards: z.array(z.object({ card: cardIdSchema, screen: z.int(), paper: z.int() })),
	byProfession: z.array(
		z.object({ profession: professionSchema, voters: z.int(), counts: countsSchema })
	),
	/** The cards that go on to the next step. */
	chosen: z.array(cardIdSchema)
});
export type BallotResult = z.infer<typeof ballotResultSchema>;
export type BallotResultCard = BallotResult['cards'][number];

/** What one person gave, with what may be told of them in sums. */
export interface Cast {
	readonly profession: Profession | null;
	readonly votes: Counts;
}

/** Counts a vote on the board as it is at its end. */
export function countBallot(
	ballot: {
		readonly id: string;
		readonly title: string;
		readonly rules: BallotRules;
		readonly candidates: readonly CardId[];
		readonly casts: readonly Cast[];
		readonly paper: Counts;
	},
	board: Pick<Board, 'cards' | 'trash'>,
	endedAt: number
): BallotResult {
	const { id, title, rules } = ballot;
	const casts = ballot.casts
		.map(({ profession, votes }) => ({
			profession,
			votes: votesNow(board, votes, rules.perCard)
		}))
		.filter(({ votes }) => sumOf(votes) > 0);
	const screen = added(casts);
	const paper = votesNow(board, ballot.paper, ballotLimits.paper);
	const cards = candidatesNow(board, ballot.candidates)
		.map((card) => ({ card, screen: screen[card] ?? 0, paper: paper[card] ?? 0 }))
		.sort((a, b) => votesOf(b) - votesOf(a));
	return {
		id,
		title,
		rules,
		endedAt,
		voters: casts.length,
		cards,
		byProfession: apart(casts),
		chosen: []
	};
}

/** All votes of a card, from screens and from paper. */
export function votesOf({ screen, paper }: BallotResultCard): number {
	return screen + paper;
}

/** The place of every card of a result, from 1; cards with as many votes share it, and are `isTied` when they have any. */
export function placesOf(
	cards: readonly BallotResultCard[]
): readonly { readonly place: number; readonly isTied: boolean }[] {
	return cards.map((card) => {
		const votes = votesOf(card);
		const place = 1 + cards.filter((other) => votesOf(other) > votes).length;
		const equal = cards.filter((other) => votesOf(other) === votes).length;
		return { place, isTied: votes > 0 && equal > 1 };
	});
}

/** The first `count` cards of a result, and whoever has as many votes as the last of them: no order decides for people. */
export function firstOf(cards: readonly BallotResultCard[], count: number): readonly CardId[] {
	const voted = cards.filter((card) => votesOf(card) > 0);
	const places = placesOf(voted);
	return voted.filter((_card, at) => (places[at]?.place ?? 0) <= count).map(({ card }) => card);
}

/**
 * The sums by profession. Professions of too few people stay out, and what is left out must be nobody or enough
 * people itself: else it could be had by taking the shown sums from the whole.
 */
function apart(casts: readonly Cast[]): BallotResult['byProfession'] {
	const groups = new Map<Profession, Cast[]>();
	for (const cast of casts) {
		const { profession } = cast;
		if (profession) groups.set(profession, [...(groups.get(profession) ?? []), cast]);
	}
	const shown = [...groups]
		.filter(([, group]) => group.length >= fewestApart)
		.sort(([, a], [, b]) => b.length - a.length);
	const hidden = casts.length - shown.reduce((sum, [, group]) => sum + group.length, 0);
	if (hidden > 0 && hidden < fewestApart) shown.pop();
	return shown.map(([profession, group]) => ({
		profession,
		voters: group.length,
		counts: added(group)
	}));
}

/** The sum of all votes, card by card. */
export function added(casts: readonly Pick<Cast, 'votes'>[]): Counts {
	const sums: Record<CardId, number> = {};
	for (const { votes } of casts)
		for (const [card, count] of entriesOf(votes)) sums[card] = (sums[card] ?? 0) + count;
	return sums;
}
