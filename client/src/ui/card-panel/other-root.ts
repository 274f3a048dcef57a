import type { Card, CardId } from '@renkei/shared/method/card.ts';

/** The card that is the 解決すべき原因 of the board, unless it is this one. */
export function otherRoot(cards: ReadonlyMap<CardId, Card>, id: CardId | null): Card | null {
	for (const card of cards.values())
		if (card.type === 'cause' && card.isRoot && card.id !== id) return card;
	return null;
}
