import type { Board } from './board.ts';
import type { Card, CardId } from './card.ts';
import { compareByOrder } from './card.ts';
import { cardTypes } from './card-types/index.ts';
import { cardTypeIds, zoneIds } from './ids.ts';
import type { ZoneId } from './ids.ts';
import type { LinkKind } from './link-types.ts';
import type { Link } from './link.ts';
import type { RecordId } from './records/index.ts';

/** A card's place in its zone: `depth` counts the whys above it, `attachedTo` is the card a note belongs to, `cluster` the 島 it stands in, its own or that of the card above it. */
export interface LaneEntry {
	readonly card: Card;
	readonly depth: number;
	readonly attachedTo: CardId | null;
	readonly cluster: RecordId | null;
}

/** The cards of every zone in reading order. */
export type Lanes = { readonly [Zone in ZoneId]: readonly LaneEntry[] };

/** The zone a card that is not a note stands in. */
function zoneOfCard(card: Card): ZoneId {
	return card.type === 'cause' && card.isRoot ? 'rootCause' : cardTypes[card.type].zone;
}

/**
 * Sorts a board's cards into zones: why-answers under the cause they explain, notes under their card (design §5).
 * A card of a 島 stands with the others of it, apart from a card above it that does not.
 */
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
	const above = (card: Card): CardId | undefined =>
		card.type === 'note' ? attachments.get(card.id) : parents.get(card.id);
	const islandOf = findIslands(board, above);
	for (const card of [...board.cards.values()].sort(byTypeThenOrder)) {
		const upper = above(card);
		if (upper === undefined || standsApart(card, upper, islandOf)) tops.push(card);
		else push(card.type === 'note' ? notesOf : childrenOf, upper, card);
	}

	const place = (card: Card, depth: number, zone: ZoneId): void => {
		const cluster = islandOf.get(card.id) ?? null;
		lanes[zone].push({ card, depth, attachedTo: null, cluster });
		for (const note of notesOf.get(card.id) ?? [])
			lanes[zone].push({ card: note, depth, attachedTo: card.id, cluster });
		for (const child of childrenOf.get(card.id) ?? []) place(child, depth + 1, zone);
	};
	for (const card of gathered(tops, islandOf)) place(card, 0, zoneOfCard(card));
	return lanes;
}

/** For every card that stands in an island which island it is. */
function findIslands(
	board: Board,
	above: (card: Card) => CardId | undefined
): ReadonlyMap<CardId, RecordId> {
	const islands = new Map<CardId, RecordId>();
	const known = new Set<string>();
	for (const { id, kind } of board.records.values()) if (kind === 'cluster') known.add(id);
	if (known.size === 0) return islands;
	const find = (card: Card): RecordId | undefined => {
		if (card.cluster !== null && known.has(card.cluster)) return card.cluster as RecordId;
		// What a hand has put elsewhere stands there alone.
		const upper = card.position === null ? above(card) : undefined;
		const upperCard = upper === undefined ? undefined : board.cards.get(upper);
		return upperCard && find(upperCard);
	};
	for (const card of board.cards.values()) {
		const island = find(card);
		if (island !== undefined) islands.set(card.id, island);
	}
	return islands;
}

function standsApart(card: Card, upper: CardId, islandOf: ReadonlyMap<CardId, RecordId>): boolean {
	return islandOf.get(card.id) !== islandOf.get(upper);
}

/** The cards with those of one island directly behind its first. */
function gathered(
	cards: readonly Card[],
	islandOf: ReadonlyMap<CardId, RecordId>
): readonly Card[] {
	if (islandOf.size === 0) return cards;
	const members = new Map<RecordId, Card[]>();
	for (const card of cards) {
		const island = islandOf.get(card.id);
		if (island !== undefined) push(members, island, card);
	}
	return cards.flatMap((card) => {
		const island = islandOf.get(card.id);
		if (island === undefined) return [card];
		const all = members.get(island) ?? [];
		return all[0] === card ? all : [];
	});
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
