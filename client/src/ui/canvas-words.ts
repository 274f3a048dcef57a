import { say } from '../i18n/message.ts';
import { canvasText } from '../i18n/messages/canvas.ts';
import type { OpenBoard } from '../state/open-board.ts';
import type { Gesture } from '../tools/gesture.svelte.ts';
import { linksOfSet } from '../tools/selection-actions.ts';

/** What is selected in words, for those who hear the board. */
export function spokenWords(open: OpenBoard, gesture: Gesture): string {
	const { board, selection } = open;
	const link = selection.link === null ? undefined : board.links.get(selection.link);
	if (link) {
		const [from, to] = [link.from, link.to].map((end) => board.numbers.get(end) ?? 0);
		return canvasText.linkOf(from ?? 0, to ?? 0, linksOfSet(open, link.id).length);
	}
	const card = gesture.focused === null ? undefined : board.cards.get(gesture.focused);
	if (!card) return '';
	return canvasText.cardOf(
		say(open.method.cardTypes[card.type].label),
		card.text,
		board.numbers.get(card.id) ?? 0,
		board.cards.size
	);
}
