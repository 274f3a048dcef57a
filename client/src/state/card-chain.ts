import { orderBetween } from '@renkei/shared/document/write-card.ts';
import type { Card, CardId } from '@renkei/shared/method/card.ts';
import { compareByOrder } from '@renkei/shared/method/card.ts';
import { nextCardType } from '@renkei/shared/method/link-types.ts';
import { zoneIds } from '@renkei/shared/method/ids.ts';
import type { OpenBoard } from './open-board.ts';

/** Makes a card of the same type right below, with the same parent, and starts writing on it. */
export function startSibling(open: OpenBoard, id: CardId): void {
	const card = open.board.cards.get(id);
	if (!card) return;
	const order = orderBetween(card.order, orderBehind(open, card));
	const parent = parentEnd(open, id);
	const fresh = { type: card.type, text: '', order };
	startNew(
		open,
		parent ? open.commands.addLinkedCard(fresh, parent) : open.commands.addCard(fresh)
	);
}

/** Makes a card of the next step, linked from this one, and starts writing on it. */
export function startNextStep(open: OpenBoard, id: CardId): void {
	const card = open.board.cards.get(id);
	if (!card) return;
	const fresh = { type: nextCardType[card.type], text: '' };
	startNew(open, open.commands.addLinkedCard(fresh, { from: id }));
}

/** Selects the card before this one in reading order, if there is one. */
export function selectPrevious(open: OpenBoard, id: CardId): void {
	const { lanes } = open.board;
	const all = zoneIds.flatMap((zone) => lanes[zone].map((entry) => entry.card.id));
	const previous = all[all.indexOf(id) - 1];
	if (previous === undefined) return;
	open.selection.choose([previous]);
	reveal(open, previous);
}

/** Selects a card just made and lets the person write on it at once. */
export function startNew(open: OpenBoard, id: CardId | null): void {
	if (id === null) return;
	open.selection.choose([id]);
	reveal(open, id);
	open.editing.start(id, { isNew: true });
}

function reveal(open: OpenBoard, id: CardId): void {
	const place = open.layout.cards.get(id);
	if (place) open.viewport.reveal(place.box);
}

function orderBehind(open: OpenBoard, card: Card): string | null {
	const sameType = [...open.board.asBoard().cards.values()]
		.filter((other) => other.type === card.type)
		.sort(compareByOrder);
	return sameType[sameType.findIndex((other) => other.id === card.id) + 1]?.order ?? null;
}

/** The oldest link that says what this card belongs to: from the step before, or the cause it explains. */
function parentEnd(open: OpenBoard, id: CardId): { from: CardId } | { to: CardId } | null {
	let oldest: { readonly at: number; readonly end: { from: CardId } | { to: CardId } } | null =
		null;
	for (const { from, to, kind, createdAt } of open.board.links.values()) {
		if (kind === 'note' || kind === 'unusual' || (oldest && oldest.at <= createdAt)) continue;
		if (to === id && kind !== 'why' && kind !== 'writtenFrom')
			oldest = { at: createdAt, end: { from } };
		else if (from === id && (kind === 'why' || kind === 'causeTheme'))
			oldest = { at: createdAt, end: { to } };
	}
	return oldest?.end ?? null;
}
