import { boxCentre } from '@renkei/shared/geometry/box.ts';
import type { CardBox } from '@renkei/shared/lane-layout/lane-layout.ts';
import type { CardId } from '@renkei/shared/method/card.ts';

/** The four ways an arrow key points. */
export const directions = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1]
} as const;
export type ArrowKey = keyof typeof directions;

/** Going sideways off the straight line counts so much more than going ahead. */
const sidewaysCost = 2;

/** The card that lies nearest in a direction, or null at the edge of the board. */
export function nearestCard(
	cards: ReadonlyMap<CardId, CardBox>,
	from: CardId,
	arrow: ArrowKey
): CardId | null {
	const start = cards.get(from);
	if (!start) return null;
	const [x, y] = directions[arrow];
	const here = boxCentre(start.box);
	let nearest: CardId | null = null;
	let cost = Infinity;
	for (const [id, { box }] of cards) {
		if (id === from) continue;
		const there = boxCentre(box);
		const ahead = (there.x - here.x) * x + (there.y - here.y) * y;
		if (ahead <= 0) continue;
		const aside = Math.abs((there.x - here.x) * y) + Math.abs((there.y - here.y) * x);
		const found = ahead + aside * sidewaysCost;
		if (found >= cost) continue;
		cost = found;
		nearest = id;
	}
	return nearest;
}
