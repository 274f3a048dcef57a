import type { Board } from './board.ts';
import type { Card, CardId } from './card.ts';
import { compareByOrder } from './card.ts';
import { cardTypes } from './card-types/index.ts';
import { cardTypeIds, zoneIds } from './ids.ts';
import type { ZoneId } from './ids.ts';
import type { LinkKind } from './link-types.ts';
import type { Link } from './link.ts';

/** A card's place in its zone: `depth` counts the whys above it, `attachedTo` is the card a note belongs to. */
export interface LaneEntry {
	readonly card: Card;
	readonly depth: number;
	readonly attachedTo: CardId | null;
}

/** The cards of every zone in reading order. */
export type Lanes = { readonly [Zone in ZoneId]: readonly LaneEntry[] };

/** The zone a card that is not a note stands in. */
function zoneOfCard(card: Card): ZoneId {
	return card.type === 'cause' && card.isRoot ? 'rootCause' : cardTypes[card.type].zone;
}

/** Sorts a board's cards into zones: why-answers under the cause they explain, notes under their card (design §5). */
export function readLanes(board: Board): Lanes {
	const links = [...board.links.values()].sort(byAge);
	const parents = whyParents(board, links);
	const attachments = noteAttachments(board, links);
	const lanes = Object.fromEntries(zoneIds.map((id) => [id, [] as LaneEntry[]])) as Record<
		ZoneId,
		LaneEntry[]
	>;

	const notesOf = new Map<CardId, Card[]>();
	const childrenOf = new Map<CardId, Card[]>();
	const tops: Card[] = [];
	for (const card of [...board.cards.values()].sort(byTypeThenOrder)) {
		const host = card.type === 'note' ? attachments.get(card.id) : undefined;
		const parent = parents.get(card.id);
		if (host) push(notesOf, host, card);
		else if (parent) push(childrenOf, parent, card);
		else tops.push(card);
	}

	const place = (card: Card, depth: number, zone: ZoneId): void => {
		lanes[zone].push({ card, depth, attachedTo: null });
		for (const note of notesOf.get(card.id) ?? [])
			lanes[zone].push({ card: note, depth, attachedTo: card.id });
		for (const child of childrenOf.get(card.id) ?? []) place(child, depth + 1, zone);
	};
	for (const card of tops) place(card, 0, zoneOfCard(card));
	return lanes;
}

/** The number people call each card by: reading order over all zones, from 1. It shifts when cards come and go, and never collides. */
export function numberCards(lanes: Lanes): ReadonlyMap<CardId, number> {
	const numbers = new Map<CardId, number>();
	for (const zone of zoneIds)
		for (const { card } of lanes[zone]) numbers.set(card.id, numbers.size + 1);
	return numbers;
}

/** Links that put their card on the first level of its lane. */
export const firstLevelKinds: ReadonlySet<LinkKind> = new Set(['causeTheme', 'factTheme']);

/** For each why-answer the cause it explains; every chain of parents ends, also when people linked in a circle. */
function whyParents(board: Board, links: readonly Link[]): ReadonlyMap<CardId, CardId> {
	const parents = new Map<CardId, CardId>();
	// A cause that people linked to the theme itself is one of the ①–④ of the sheet, whatever else it explains.
	const direct = new Set(
		links.filter(({ kind }) => firstLevelKinds.has(kind)).map(({ from }) => from)
	);
	for (const { from, to, kind } of links) {
		if (kind !== 'why' || parents.has(from) || direct.has(from)) continue;
		const child = board.cards.get(from);
		const parent = board.cards.get(to);
		if (!child || !parent || zoneOfCard(child) !== zoneOfCard(parent)) continue;
		let ancestor: CardId | undefined = to;
		while (ancestor !== undefined && ancestor !== from) ancestor = parents.get(ancestor);
		if (ancestor === undefined) parents.set(from, to);
	}
	return parents;
}

function noteAttachments(board: Board, links: readonly Link[]): ReadonlyMap<CardId, CardId> {
	const hosts = new Map<CardId, CardId>();
	for (const { from, to } of links)
		for (const [note, host] of [
			[from, to],
			[to, from]
		] as const) {
			if (board.cards.get(note)?.type !== 'note' || hosts.has(note)) continue;
			const hostCard = board.cards.get(host);
			if (hostCard && hostCard.type !== 'note') hosts.set(note, host);
		}
	return hosts;
}

function byAge(a: Link, b: Link): number {
	return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
}

function byTypeThenOrder(a: Card, b: Card): number {
	return cardTypeIds.indexOf(a.type) - cardTypeIds.indexOf(b.type) || compareByOrder(a, b);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
	const list = map.get(key);
	if (list) list.push(value);
	else map.set(key, [value]);
}
