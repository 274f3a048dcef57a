import type { Card, CardId } from '@renkei/shared/method/card.ts';
import { foldText } from '@renkei/shared/method/fold-text.ts';

/** What of a board is searched. */
export interface Searched {
	readonly cards: ReadonlyMap<CardId, Card>;
	/** Every card with its number, in reading order. */
	readonly numbers: ReadonlyMap<CardId, number>;
}

/**
 * The cards that hold what is looked for, in reading order: every word somewhere in their text or the text of their
 * parts, however it is spelt; or the card of a number, written alone or after # or No.
 */
export function findCards({ cards, numbers }: Searched, wanted: string): readonly CardId[] {
	const words = wanted
		.split(/\s+/)
		.map(foldText)
		.filter((word) => word !== '');
	if (words.length === 0) return [];
	const number = /^(?:#|no\.?)?(\d{1,4})$/.exec(words.join(''))?.[1];
	return [...numbers].flatMap(([id, own]) => {
		const card = cards.get(id);
		if (!card) return [];
		if (number !== undefined && own === Number(number)) return [id];
		const folded = foldText(wordsOf(card));
		return words.every((word) => folded.includes(word)) ? [id] : [];
	});
}

function wordsOf(card: Card): string {
	if (card.type !== 'measure') return card.text;
	return [card.text, ...card.subActions.map(({ text }) => text)].join('\n');
}
