import type { CardBox } from '@renkei/shared/lane-layout/lane-layout.ts';
import { measures } from '@renkei/shared/lane-layout/measures.ts';
import { PinnedBoxes } from '@renkei/shared/lane-layout/pinned-boxes.ts';
import type { CardId } from '@renkei/shared/method/card.ts';

/** Where dragged cards come to rest: where they were dropped, or just below the hand-placed cards they would cover. Cards in lanes make way. */
export function dropPlaces(
	cards: ReadonlyMap<CardId, CardBox>,
	dragged: ReadonlySet<CardId>,
	dx: number,
	dy: number
): ReadonlyMap<CardId, readonly [x: number, y: number]> {
	const pinned = new PinnedBoxes();
	for (const [id, card] of cards)
		if (card.column === null && !dragged.has(id)) pinned.add(card.box);
	const places = new Map<CardId, readonly [number, number]>();
	for (const id of dragged) {
		const box = cards.get(id)?.box;
		if (!box) continue;
		const dropped = { ...box, x: Math.round(box.x + dx), y: Math.round(box.y + dy) };
		const free = pinned.add(pinned.belowObstacles(dropped, measures.gap));
		places.set(id, [free.x, free.y]);
	}
	return places;
}
