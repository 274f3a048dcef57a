import { boardPoint } from '@renkei/shared/geometry/point.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { OpenBoard } from '../../state/open-board.ts';
import type { BoardScreen } from '../board/board-screen.svelte.ts';

const marginPx = 16;

/** Selects a card and brings it into sight, on the board or in the list. */
export function showCard(open: OpenBoard, screen: BoardScreen, card: CardId): void {
	screen.aid = null;
	open.selection.choose([card]);
	if (screen.view === 'board') showOnBoard(open, card);
	else {
		if (screen.view === 'sheet') screen.chooseView('list');
		screen.reveal(card);
	}
}

/** Brings a card into sight beside the drawer, which lies over a corner of the board. */
export function showOnBoard(open: OpenBoard, card: CardId): void {
	const box = open.layout.cards.get(card)?.box;
	if (!box) return;
	const { viewport } = open;
	viewport.reveal(box);
	const canvas = document.querySelector('[data-board-canvas]')?.getBoundingClientRect();
	const drawer = document.querySelector('[data-hint-drawer]')?.getBoundingClientRect();
	if (!canvas || !drawer) return;
	const from = viewport.toScreen(boardPoint(box.x, box.y));
	const to = viewport.toScreen(boardPoint(box.x + box.width, box.y + box.height));
	const right = drawer.right - canvas.left;
	const top = drawer.top - canvas.top;
	if (from.x >= right || to.y <= top) return;
	// Beside the drawer where there is room, else above it.
	const beside = right + marginPx - from.x;
	if (to.x + beside <= canvas.width) viewport.panBy(beside, 0);
	else viewport.panBy(0, top - marginPx - to.y);
}
