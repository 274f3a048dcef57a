import type { CardId } from '@renkei/shared/method/card.ts';
import type { OpenBoard } from '../state/open-board.ts';

/** Puts cards in the trash and offers for five seconds to take them back. */
export function withdrawWithNotice(open: OpenBoard, ids: readonly CardId[]): void {
	if (!open.canWrite || ids.length === 0) return;
	open.commands.withdrawCards(ids);
	// Locked, or not in this part of the programme: that has been said.
	if (!ids.some((id) => open.board.trash.has(id))) return;
	open.notices.show('cardsWithdrawn', {
		count: ids.length,
		action: () => open.commands.restoreCards(ids)
	});
}
