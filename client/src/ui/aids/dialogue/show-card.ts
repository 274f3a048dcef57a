import type { CardId } from '@renkei/shared/method/card.ts';
import type { OpenBoard } from '../../../state/open-board.ts';
import type { BoardScreen } from '../../board/board-screen.svelte.ts';

/** Leaves the aid for a card where the board is looked at: selected, and in sight. */
export function showCard(open: OpenBoard, screen: BoardScreen, card: CardId): void {
	screen.aid = null;
	if (screen.view === 'sheet') screen.chooseView(screen.isPhone ? 'list' : 'board');
	open.selection.choose([card]);
	screen.reveal(card);
	const place = open.layout.cards.get(card);
	// The picture comes back first; it knows its size only then.
	if (place && screen.view === 'board') setTimeout(() => open.viewport.reveal(place.box));
}
