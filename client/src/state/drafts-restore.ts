import { changeBetween } from '@renkei/shared/document/text-difference.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { BoardCommands } from './board-commands.ts';
import type { BoardState } from './board-state.svelte.ts';
import type { Draft, Drafts } from './drafts.svelte.ts';
import { mergeTexts } from './text-merge.ts';

/**
 * 戻す: writes the offered texts into their cards beside what others wrote there meanwhile; a card that is gone is
 * made again. What may not be written now stays on offer.
 */
export function restoreDrafts(drafts: Drafts, board: BoardState, commands: BoardCommands): void {
	/** Several drafts of a card that is gone belong on one new card. */
	const madeAnew = new Map<CardId, CardId>();
	const isBack = ({ card, type, text, base }: Draft): boolean => {
		if (board.trash.has(card)) commands.restoreCards([card]);
		// Its words are still there: on a new card they would stand twice once it comes back.
		if (board.trash.has(card)) return false;
		const id = madeAnew.get(card) ?? card;
		const current = board.cards.get(id)?.text;
		if (current === undefined) {
			const made = commands.addCard({ type, text });
			if (made !== null) madeAnew.set(card, made);
			return made !== null;
		}
		const merged = mergeTexts(base, text, current);
		const change = changeBetween(current, merged, merged.length);
		return !change || commands.editCardText(id, change);
	};
	drafts.takeBack(drafts.offered.filter(isBack));
}
