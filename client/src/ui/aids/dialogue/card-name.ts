import type { Card } from '@renkei/shared/method/card.ts';
import { say } from '../../../i18n/message.ts';
import type { OpenBoard } from '../../../state/open-board.ts';

/** A list of choices shows no more of a card than this. */
const longest = 40;

/** What a card is called in a list of choices: its type, its number, the beginning of its words. */
export function cardName(card: Card, { board, method }: OpenBoard): string {
	const words = card.text.replace(/\s+/gu, ' ').trim();
	const shown = words.length > longest ? `${words.slice(0, longest)}…` : words;
	return `${say(method.cardTypes[card.type].label)}${board.numbers.get(card.id) ?? ''} ${shown}`;
}
