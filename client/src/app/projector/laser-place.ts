import type { CardId } from '@renkei/shared/method/card.ts';
import type { LaneEntry } from '@renkei/shared/method/lanes.ts';

/** Where on the screen a card's words stand: in which card's frame, and which of the texts there. */
export interface WordsPlace {
	readonly block: CardId;
	/** 0 for the card itself, then its whys and notes as they follow. */
	readonly part: number;
}

/** Finds the words of a card in its zone; whys and notes stand within the card they explain. Null in another zone. */
export function findWords(lane: readonly LaneEntry[], wanted: string): WordsPlace | null {
	let block: CardId | null = null;
	let part = 0;
	for (const { card, depth, attachedTo } of lane) {
		const isFrame = block === null || (attachedTo === null && depth === 0);
		if (isFrame) {
			block = card.id;
			part = 0;
		}
		if (card.id === wanted && block !== null) return { block, part };
		// A card without a word takes no place.
		if (card.text.trim() !== '') part += 1;
	}
	return null;
}
