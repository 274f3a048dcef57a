import type { CardId } from '@renkei/shared/method/card.ts';
import { zoneIds } from '@renkei/shared/method/ids.ts';
import type { Lanes } from '@renkei/shared/method/lanes.ts';

/** The card before (-1) or after (1) another in reading order; without one the first or last. Null at the end. */
export function cardInReadingOrder(lanes: Lanes, from: CardId | null, by: -1 | 1): CardId | null {
	const all = zoneIds.flatMap((zone) => lanes[zone].map(({ card }) => card.id));
	if (from === null) return (by > 0 ? all[0] : all.at(-1)) ?? null;
	return all[all.indexOf(from) + by] ?? null;
}
