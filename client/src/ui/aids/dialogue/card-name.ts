import { cardTypes } from '@renkei/shared/method/card-types/index.ts';
import type { Card, CardId } from '@renkei/shared/method/card.ts';
import { say } from '../../../i18n/message.ts';

/** A list of choices shows no more of a card than this. */
const longest = 40;

/** What a card is called in a list of choices: its type, its number, the beginning of its words. */
export function cardName(card: Card, numbers: ReadonlyMap<CardId, number>): string {
	const words = card.text.replace(/\s+/gu, ' ').trim();
	const shown = words.length > longest ? `${words.slice(0, longest)}…` : words;
	return `${say(cardTypes[card.type].label)}${numbers.get(card.id) ?? ''} ${shown}`;
}
