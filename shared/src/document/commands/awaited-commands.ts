import * as Y from 'yjs';
import type { CardId } from '../../method/card.ts';
import type { CardType } from '../../method/ids.ts';
import { entryOf, rootsOf, textKey } from '../layout.ts';
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

/** What a card has that was only just put on the board. */
const keysOfNew: ReadonlySet<string> = new Set([
	'type',
	textKey,
	'order',
	'createdAt',
	'createdBy',
	'profession'
]);

/**
 * Takes cards off the board again that are as they came: for good and not to the trash, where all could read them.
 * Their words are kept where they came from.
 */
export function takeAwaitedCards(doc: Y.Doc, cards: readonly AwaitedCardEntry[]): void {
	doc.transact(() => {
		const roots = rootsOf(doc);
		for (const { id, type, text } of cards) {
			const entry = entryOf(roots.cards, id);
			if (!entry || entry.get('type') !== type || String(entry.get(textKey)) !== text) continue;
			const isLinked = [...roots.links.values()].some(
				(link) => link instanceof Y.Map && (link.get('from') === id || link.get('to') === id)
			);
			if (!isLinked && [...entry.keys()].every((key) => keysOfNew.has(key))) roots.cards.delete(id);
		}
	});
}
