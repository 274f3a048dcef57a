import type { Board } from '../method/board.ts';
import { readCardChains } from '../method/card-chains.ts';
import type { CardId } from '../method/card.ts';
import type { NewCard } from './write-card.ts';
import { newCardFrom } from './write-card.ts';

/** Cards to be put on another board; links name them by their place in the list. */
export interface CopiedChain {
	readonly cards: readonly NewCard[];
	readonly links: readonly { readonly from: number; readonly to: number }[];
}

/**
 * Everything that leads to a card and follows from it, as cards for another board. There it is one thought among
 * others: its theme is a candidate again, and the root cause is for the table to choose. Null when there is no such card.
 */
export function copyChain(board: Board, boardId: string, id: CardId): CopiedChain | null {
	if (!board.cards.has(id)) return null;
	const ids = readCardChains(board).allThrough(id);
	const places = new Map(ids.map((at, index) => [at, index]));
	const cards = ids.flatMap((at): NewCard[] => {
		const card = board.cards.get(at);
		if (!card) return [];
		const copy = newCardFrom(card);
		const fields: Record<string, unknown> = { ...copy.fields };
		if (card.type === 'cause') delete fields['isRoot'];
		if (card.type === 'theme') fields['status'] = 'candidate';
		return [{ ...copy, fields, copiedFrom: `${boardId}/${at}` }];
	});
	const links = [...board.links.values()].flatMap((link) => {
		const [from, to] = [places.get(link.from), places.get(link.to)];
		return from === undefined || to === undefined ? [] : [{ from, to }];
	});
	return { cards, links };
}
