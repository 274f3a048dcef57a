import type { Board } from '../method/board.ts';
import type { Card, CardId } from '../method/card.ts';
import { compareByOrder } from '../method/card.ts';
import { foldText } from '../method/fold-text.ts';
import type { ImportedTable } from './imported-table.ts';

/** What a card of a file is on the board. */
export type Match =
	| { readonly kind: 'there'; readonly card: Card; readonly isById: boolean }
	/** It was here when the file was written, and has been deleted since. */
	| { readonly kind: 'deleted' }
	| { readonly kind: 'new' };

/** The cards of a file as the board knows them. */
export interface Matches {
	readonly ofCards: readonly Match[];
	/** Whether the file was written from this board, or from a copy of it. */
	readonly isOwnBoard: boolean;
}

/** Finds each card by its id, else by its words: those of one type before those of none. */
export function matchCards({ cards, written }: ImportedTable, board: Board): Matches {
	const taken = new Set<CardId>();
	for (const { id } of cards) if (id !== null && board.cards.has(id)) taken.add(id);
	const isKnown = (id: CardId): boolean => board.cards.has(id) || board.trash.has(id);
	const isOwnBoard =
		cards.some(({ id }) => id !== null && isKnown(id)) ||
		[...(written?.cards.keys() ?? [])].some(isKnown);
	const byWords = new Map<string, Card[]>();
	for (const card of [...board.cards.values()].sort(compareByOrder)) {
		const words = foldText(card.text);
		if (words !== '' && !taken.has(card.id))
			byWords.set(words, [...(byWords.get(words) ?? []), card]);
	}
	const ofCards = cards.map(({ id, type, text }): Match => {
		const known = id === null ? undefined : board.cards.get(id);
		if (known) return { kind: 'there', card: known, isById: true };
		if (id !== null && (board.trash.has(id) || (isOwnBoard && written?.cards.has(id) === true)))
			return { kind: 'deleted' };
		const alike = (byWords.get(foldText(text)) ?? []).find(
			(card) => !taken.has(card.id) && (type === null || card.type === type)
		);
		if (!alike) return { kind: 'new' };
		taken.add(alike.id);
		return { kind: 'there', card: alike, isById: false };
	});
	return { ofCards, isOwnBoard };
}
