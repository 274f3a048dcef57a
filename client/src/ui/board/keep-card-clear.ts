import type { CardId } from '@renkei/shared/method/card.ts';
import { boardPoint } from '@renkei/shared/geometry/point.ts';
import type { OpenBoard } from '../../state/open-board.ts';

const marginPx = 16;

/** How far a card must move so that it ends before `end`, without leaving over `start`. */
function shift(from: number, to: number, start: number, end: number): number {
	return Math.min(0, Math.max(start - from, end - to));
}

/** Moves the board no further than a card needs to stand beside or above a panel that has just opened. */
export function keepCardClear(open: OpenBoard, card: CardId, panel: HTMLElement): void {
	const canvas = document.querySelector('[data-board-canvas]')?.getBoundingClientRect();
	const box = open.layout.cards.get(card)?.box;
	if (!canvas || !box) return;
	const covered = panel.getBoundingClientRect();
	const isBelow = covered.left <= canvas.left && covered.top > canvas.top;
	const right = (isBelow ? canvas.right : Math.min(canvas.right, covered.left)) - canvas.left;
	const bottom = (isBelow ? Math.min(canvas.bottom, covered.top) : canvas.bottom) - canvas.top;
	const { viewport } = open;
	const from = viewport.toScreen(boardPoint(box.x, box.y));
	const to = viewport.toScreen(boardPoint(box.x + box.width, box.y + box.height));
	viewport.panBy(
		shift(from.x, to.x, marginPx, right - marginPx),
		shift(from.y, to.y, marginPx, bottom - marginPx)
	);
}
