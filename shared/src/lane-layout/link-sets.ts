import type { CardId } from '../method/card.ts';
import { linkKinds } from '../method/link-types.ts';
import type { Link, LinkId } from '../method/link.ts';
import type { BracketRoute } from './bracket-route.ts';
import {
	arrowEnds,
	arrowStop,
	bracketOut,
	legFromCard,
	pieceTo,
	setWidth
} from './bracket-route.ts';
import type { CardBox } from './lane-layout.ts';
import type { LinkPath, PathPiece } from './link-path.ts';

/** The spine is thinner than the arrow that leads to it or away from it. */
const spineWidth = 2.5;
/** Cards further apart than this may have another one between them: the spine passes it by. */
const nextTo = 60;
/** A second set at the same edge stands this much further out. */
const step = 6;
const arrowRoom = 12;

type Side = 'left' | 'right';
interface Spine {
	readonly x: number;
	readonly top: number;
	readonly bottom: number;
}

/**
 * Links that were drawn as one set run as one: a bracket holds the cards at one end, and one arrow joins it to each
 * card at the other (design §4). `taken` gets the links that need no line of their own any more.
 */
export function bracketSets(
	cards: ReadonlyMap<CardId, CardBox>,
	links: readonly Link[],
	taken: Set<LinkId>
): readonly BracketRoute[] {
	const sets = new Map<string, Link[]>();
	for (const link of links) if (link.set !== null) push(sets, link.set, link);
	const routes: BracketRoute[] = [];
	const standing: Spine[] = [];
	for (const members of sets.values()) {
		if (members.length < 2) continue;
		const sources = new Set(members.map(({ from }) => from)).size;
		const targets = new Set(members.map(({ to }) => to)).size;
		const held = targets === 1 && sources > 1 ? 'from' : 'to';
		for (const side of ['left', 'right'] as const)
			for (const column of columnsOf(cards, members, held, side)) {
				const route = drawColumn(cards, members, held, side, column, standing);
				for (const line of route) for (const id of line.links) taken.add(id);
				routes.push(...route);
			}
	}
	return routes;
}

/** The held cards whose other ends lie on this side of them, by the edge that they share. */
function columnsOf(
	cards: ReadonlyMap<CardId, CardBox>,
	members: readonly Link[],
	held: 'from' | 'to',
	side: Side
): readonly (readonly CardBox[])[] {
	const columns = new Map<number, Set<CardBox>>();
	for (const link of members) {
		const card = cards.get(link[held]);
		const other = cards.get(otherEnd(link, held));
		if (!card || !other || !isBeside(other, card, side)) continue;
		const edge = Math.round(edgeOf(card, side));
		const column = columns.get(edge);
		if (column) column.add(card);
		else columns.set(edge, new Set([card]));
	}
	return [...columns.values()].map((column) => [...column].sort((a, b) => a.box.y - b.box.y));
}

function drawColumn(
	cards: ReadonlyMap<CardId, CardBox>,
	members: readonly Link[],
	held: 'from' | 'to',
	side: Side,
	column: readonly CardBox[],
	standing: Spine[]
): readonly BracketRoute[] {
	const inColumn = new Set(column.map(({ card }) => card.id));
	const covered = members.filter((link) => {
		const [card, other] = [cards.get(link[held]), cards.get(otherEnd(link, held))];
		return card && other && inColumn.has(link[held]) && isBeside(other, card, side);
	});
	const [first] = column;
	const last = column.at(-1);
	if (!first || !last || covered.length === 0) return [];
	const out = side === 'left' ? -1 : 1;
	const spine = {
		x: edgeOf(first, side) + out * (legFromCard + bracketOut),
		top: first.box.y,
		bottom: last.box.y + last.box.height
	};
	while (standing.some((other) => isSamePlace(other, spine))) spine.x += out * step;
	const routes: BracketRoute[] = [];
	if (column.length > 1) {
		standing.push(spine);
		routes.push(lineOf(covered, spineWidth, false, spinePath(column, side, spine.x)));
	}
	const byOther = new Map<CardId, Link[]>();
	for (const link of covered) push(byOther, otherEnd(link, held), link);
	for (const [id, mine] of byOther) {
		const other = cards.get(id);
		if (!other) continue;
		const far = edgeOf(other, side === 'left' ? 'right' : 'left');
		const middle = other.box.y + other.box.height / 2;
		const near = column.length > 1 ? spine.x : edgeOf(first, side);
		const y = within(middle, spine.top + arrowRoom, spine.bottom - arrowRoom);
		// The head stops short of what it points at.
		const [start, end] =
			held === 'to'
				? ([[far, middle] as const, [near + out * arrowStop, y] as const] as const)
				: ([[near, y] as const, [far - out * arrowStop, middle] as const] as const);
		const own = column.length > 1 ? [other] : [other, first];
		const path = { start, pieces: [pieceTo(start, end)] };
		const ends = arrowEnds(
			start,
			end,
			own.map(({ box }) => box)
		);
		routes.push({ ...lineOf(mine, setWidth, true, path), ends });
	}
	return routes;
}

/** Around every stretch of neighbours, and straight past the cards between two stretches. */
function spinePath(column: readonly CardBox[], side: Side, x: number): LinkPath {
	const leg = (card: CardBox): number =>
		edgeOf(card, side) + (side === 'left' ? -legFromCard : legFromCard);
	const pieces: PathPiece[] = [];
	const [first] = column;
	const start: readonly [number, number] = first ? [leg(first), first.box.y] : [x, 0];
	column.forEach((card, index) => {
		const { y, height } = card.box;
		const before = column[index - 1];
		const after = column[index + 1];
		const begins = !before || y - (before.box.y + before.box.height) >= nextTo;
		const ends = !after || after.box.y - (y + height) >= nextTo;
		if (begins && before) pieces.push([x, y], [leg(card), y], [x, y]);
		else if (begins) pieces.push([x, y]);
		if (ends) pieces.push([x, y + height], [leg(card), y + height]);
		if (ends && after) pieces.push([x, y + height]);
	});
	return { start, pieces };
}

function lineOf(
	links: readonly Link[],
	width: number,
	hasHead: boolean,
	path: LinkPath
): BracketRoute {
	const kind = links[0]?.kind ?? 'unusual';
	return {
		links: links.map(({ id }) => id),
		cards: [...new Set(links.flatMap(({ from, to }) => [from, to]))],
		set: links[0]?.set ?? null,
		kind,
		strong: linkKinds[kind].strong,
		width,
		dash: linkKinds[kind].dash,
		hasHead: hasHead && linkKinds[kind].hasHead,
		path,
		ends: null
	};
}

function otherEnd(link: Link, held: 'from' | 'to'): CardId {
	return held === 'from' ? link.to : link.from;
}

/** Whether there is room for bracket and arrow between a card and another on its side. */
function isBeside(other: CardBox, card: CardBox, side: Side): boolean {
	const room = legFromCard + bracketOut + arrowStop;
	return side === 'left'
		? other.box.x + other.box.width + room <= card.box.x
		: other.box.x - room >= card.box.x + card.box.width;
}

function edgeOf({ box }: CardBox, side: Side): number {
	return side === 'left' ? box.x : box.x + box.width;
}

function isSamePlace(a: Spine, b: Spine): boolean {
	return Math.abs(a.x - b.x) < step && a.top <= b.bottom && b.top <= a.bottom;
}

function within(value: number, low: number, high: number): number {
	return low > high ? (low + high) / 2 : Math.min(Math.max(value, low), high);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
	const list = map.get(key);
	if (list) list.push(value);
	else map.set(key, [value]);
}
