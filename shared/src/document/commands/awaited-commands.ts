import type * as Y from 'yjs';
import type { CardId } from '../../method/card.ts';
import type { CardType } from '../../method/ids.ts';
import { rootsOf } from '../layout.ts';
import type { Author } from '../origins.ts';
import { writeCard } from '../write-card.ts';

/** A card that was written away from the board, with whoever wrote it and when. */
export interface AwaitedCardEntry {
	readonly id: CardId;
	readonly type: CardType;
	readonly text: string;
	readonly author: Author;
}

/** Puts cards that were written away from the board on it, each once: one that came before stays as it is by now. */
export function insertAwaitedCards(doc: Y.Doc, cards: readonly AwaitedCardEntry[]): void {
	doc.transact(() => {
		const roots = rootsOf(doc);
		for (const { id, type, text, author } of cards)
			if (!roots.cards.has(id)) writeCard(roots, { id, type, text }, author);
	});
}
