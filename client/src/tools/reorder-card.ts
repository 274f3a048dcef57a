import type { CardId } from '@renkei/shared/method/card.ts';
import { zoneIds } from '@renkei/shared/method/ids.ts';
import { orderAfterMove } from '../state/lane-places.ts';
import type { OpenBoard } from '../state/open-board.ts';

/**
 * The order that brings a card one place up (-1) or down (1) in its lane, or null where it cannot go. Cards never
 * cover each other here, so this is what 前面 and 背面 are elsewhere.
 */
export function orderInLane(open: OpenBoard, id: CardId, by: -1 | 1): string | null {
	const card = open.board.cards.get(id);
	// What a hand has put somewhere stands in no lane.
	if (!card || card.position !== null) return null;
	const lane = zoneIds
		.map((zone) => open.board.lanes[zone])
		.find((entries) => entries.some((entry) => entry.card.id === id));
	return lane ? orderAfterMove(lane, id, by) : null;
}

/** Brings the one selected card up or down in its lane; false where it cannot go. */
export function reorderSelected(open: OpenBoard, by: -1 | 1): boolean {
	const { only } = open.selection;
	const order = only === null ? null : orderInLane(open, only, by);
	if (only === null || order === null) return false;
	open.commands.reorderCard(only, order);
	return true;
}
