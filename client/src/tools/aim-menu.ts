import type { OpenBoard } from '../state/open-board.ts';
import { cardsOfIsland } from './islands.ts';
import type { PointerTarget } from './tool.ts';

/** Selects what a menu is asked for; cards that are selected already stay so, with all others. */
export function aimMenu(open: OpenBoard, target: PointerTarget): void {
	const { selection } = open;
	switch (target.kind) {
		case 'handle':
		case 'card':
			if (!selection.cards.has(target.card)) selection.choose([target.card]);
			return;
		case 'island':
			selection.choose(cardsOfIsland(open, target.cluster));
			return;
		case 'link':
			selection.chooseLink(target.link);
			return;
		case 'empty':
			selection.clear();
			return;
	}
}
