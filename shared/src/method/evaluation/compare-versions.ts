import type { Board } from '../board.ts';
import { compareByOrder } from '../card.ts';
import { cardTypeIds } from '../ids.ts';
import type { CardType } from '../ids.ts';

/** A card of the board before, as far as a comparison needs it. */
export interface EarlierCard {
	readonly id: string;
	readonly type: CardType;
	readonly text: string;
}

/** What became of the cards of one type between a board and its 見直し版. */
export interface TypeChanges {
	readonly type: CardType;
	readonly kept: readonly string[];
	readonly changed: readonly { readonly before: string; readonly after: string }[];
	readonly dropped: readonly EarlierCard[];
	readonly added: readonly string[];
}

/** Compares a board with the one it goes on from, type by type, by what each card says it was copied from. */
export function compareVersions(
	before: readonly EarlierCard[],
	previousBoard: string,
	now: Board
): readonly TypeChanges[] {
	const earlier = new Map(before.map((card) => [`${previousBoard}/${card.id}`, card]));
	const cards = [...now.cards.values()].sort(compareByOrder);
	const goneOn = new Set(cards.map(({ copiedFrom }) => copiedFrom));
	return cardTypeIds
		.map((type) => {
			const kept: string[] = [];
			const changed: { before: string; after: string }[] = [];
			const added: string[] = [];
			for (const card of cards) {
				if (card.type !== type) continue;
				const origin = earlier.get(card.copiedFrom);
				if (!origin) added.push(card.text);
				else if (origin.text.trim() === card.text.trim()) kept.push(card.text);
				else changed.push({ before: origin.text, after: card.text });
			}
			const dropped = before.filter(
				(card) => card.type === type && !goneOn.has(`${previousBoard}/${card.id}`)
			);
			return { type, kept, changed, dropped, added };
		})
		.filter(({ kept, changed, dropped, added }) =>
			[kept, changed, dropped, added].some((list) => list.length > 0)
		);
}
