import type { Board } from './board.ts';
import type { CardId } from './card.ts';
import type { CardType } from './ids.ts';

/** What came of a vote, as files tell it: what was asked, by which rules, and sums; nobody's choice. */
export interface ToldVote {
	readonly title: string;
	readonly rules: {
		/** How many votes everybody had; null for no limit. */
		readonly budget: number | null;
		readonly perCard: number;
	};
	/** Server time in ms. */
	readonly endedAt: number;
	/** How many people voted on a screen. */
	readonly voters: number;
	/** Most votes first. */
	readonly cards: readonly {
		readonly card: CardId;
		readonly screen: number;
		readonly paper: number;
	}[];
}

/** A vote in one line, and the type of the cards it was on; null when none of them is on the board any more. */
export function lineOfVote(
	{ title, rules: { budget, perCard }, voters, cards }: ToldVote,
	board: Pick<Board, 'cards'>
): { readonly type: CardType; readonly text: string } | null {
	const first = cards.map(({ card }) => board.cards.get(card)).find((card) => card !== undefined);
	if (!first) return null;
	const most = `1枚に${perCard}票まで`;
	const rule = budget === null ? most : budget === 1 ? '1人1票' : `1人${budget}票・${most}`;
	const paper = cards.reduce((sum, card) => sum + card.paper, 0);
	const people = paper === 0 ? `${voters}人` : `${voters}人と紙の票${paper}`;
	const asked = title === '' ? '' : `「${title}」`;
	return { type: first.type, text: `${asked}${people}（${rule}）` };
}
