import { orderBetween } from '@renkei/shared/document/write-card.ts';
import type { SubAction } from '@renkei/shared/method/card-types/measure.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { LaneEntry } from '@renkei/shared/method/lanes.ts';

type Lane = readonly LaneEntry[];

/** The cards that a card can change places with: same type, same card above them in the why-tree, notes left out. */
function siblingsOf(lane: Lane, id: CardId): Lane {
	const at = lane.findIndex(({ card }) => card.id === id);
	const self = lane[at];
	if (!self || self.attachedTo !== null) return [];
	const isSibling = ({ card, depth, attachedTo }: LaneEntry): boolean =>
		attachedTo === null && depth === self.depth && card.type === self.card.type;
	let first = at;
	while (first > 0 && (lane[first - 1]?.depth ?? -1) >= self.depth) first--;
	let end = at;
	while (end < lane.length && (lane[end]?.depth ?? -1) >= self.depth) end++;
	return lane.slice(first, end).filter(isSibling);
}

/** The order that moves a card one place up (-1) or down (1) among its siblings, or null at the end of the row. */
export function orderAfterMove(lane: Lane, id: CardId, by: -1 | 1): string | null {
	const row = siblingsOf(lane, id);
	const at = row.findIndex(({ card }) => card.id === id);
	const passed = row[at + by];
	if (at < 0 || !passed) return null;
	const beyond = row[at + 2 * by];
	return by < 0
		? orderBetween(beyond?.card.order ?? null, passed.card.order)
		: orderBetween(passed.card.order, beyond?.card.order ?? null);
}

/** The card that a card would answer a why of when it is moved one depth deeper: the sibling right above it. */
export function whyParentWhenDeeper(lane: Lane, id: CardId): CardId | null {
	const row = siblingsOf(lane, id);
	const at = row.findIndex(({ card }) => card.id === id);
	return row[at - 1]?.card.id ?? null;
}

/** The card whose why a card answers, by its place in the lane. */
export function whyParentOf(lane: Lane, id: CardId): CardId | null {
	const at = lane.findIndex(({ card }) => card.id === id);
	const depth = lane[at]?.depth ?? 0;
	for (let index = at - 1; index >= 0; index--) {
		const above = lane[index];
		if (above && above.attachedTo === null && above.depth < depth) return above.card.id;
	}
	return null;
}

/** The order of one more part behind all parts of a measure. */
export function orderOfNewPart(parts: readonly SubAction[]): string {
	return orderBetween(parts.at(-1)?.order ?? null, null);
}
