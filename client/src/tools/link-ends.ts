import type { CardId } from '@renkei/shared/method/card.ts';
import type { OpenBoard } from '../state/open-board.ts';
import { isOnlyMeantBackwards, linkCards } from './link-cards.ts';
import type { BoardPointerEvent } from './tool.ts';

/** How far down from the upper edge of a zone its heading reaches, in bu. */
const headBu = 50;

/** What a link may begin or end at here: a card, all cards of a 島 by its title, or of a zone by its heading; null on empty ground. */
export function endAt(
	open: OpenBoard,
	{ target, board }: Pick<BoardPointerEvent, 'target' | 'board'>
): readonly CardId[] | null {
	switch (target.kind) {
		case 'handle':
		case 'card':
			return [target.card];
		case 'island':
			return open.layout.islands
				.filter(({ cluster }) => cluster === target.cluster)
				.flatMap(({ cards }) => cards);
		case 'link':
			return null;
		case 'empty': {
			const zone = target.zone === null ? undefined : open.layout.zones.get(target.zone);
			if (!zone || board.y > zone.box.y + headBu) return null;
			const cards = open.board.lanes[zone.id]
				.filter(({ card }) => card.type !== 'note')
				.map(({ card }) => card.id);
			return cards.length > 0 ? cards : null;
		}
	}
}

/** Links everything at one end with everything at the other, as one set where that is more than two cards. */
export function linkEnds(open: OpenBoard, from: readonly CardId[], to: readonly CardId[]): boolean {
	const [a, b] = [from[0], to[0]];
	if (a === undefined || b === undefined) return false;
	if (from.length === 1 && to.length === 1) return linkCards(open, a, b);
	const ends = isOnlyMeantBackwards(open, a, b) ? ([to, from] as const) : ([from, to] as const);
	return (open.commands.linkSets(...ends) ?? []).length > 0;
}
