import type { Box } from '../geometry/box.ts';
import { growBox, unionOfBoxes } from '../geometry/box.ts';
import type { CardId } from '../method/card.ts';
import { linkKinds } from '../method/link-types.ts';
import type { Link, LinkId } from '../method/link.ts';
import type { BracketRoute } from './bracket-route.ts';
import { arrowEnds, arrowStop, pieceTo } from './bracket-route.ts';
import type { CardBox } from './lane-layout.ts';
import type { LinkPath } from './link-path.ts';
import { measures } from './measures.ts';

/** The arrow from or to a whole 島 is thicker than that of any set. */
const groupWidth = 6;
const spineWidth = 2.5;

/** One end of a group link: a single card, or all cards of an island or a zone. */
interface GroupEnd {
	readonly cards: readonly CardBox[];
	readonly outline: Box;
	readonly kind: 'card' | 'island' | 'zone';
}

/**
 * Sets that lead from or to a whole 島 are one thick arrow, whatever the number of cards; the other end is a card, an
 * island or a zone. A card that joins later is not linked by that, so the set is drawn as a bracket around the linked
 * ones then, as is a set between cards of zones. `taken` gets the links that need no line of their own any more.
 */
export function groupArrows(
	cards: ReadonlyMap<CardId, CardBox>,
	links: readonly Link[],
	taken: Set<LinkId>
): readonly BracketRoute[] {
	const sets = new Map<string, Link[]>();
	for (const link of links) {
		if (link.set === null) continue;
		const list = sets.get(link.set);
		if (list) list.push(link);
		else sets.set(link.set, [link]);
	}
	if (sets.size === 0) return [];
	const whole = wholeGroups(cards);
	const routes: BracketRoute[] = [];
	for (const members of sets.values()) {
		const from = endOf(new Set(members.map((link) => link.from)), cards, whole);
		const to = endOf(new Set(members.map((link) => link.to)), cards, whole);
		if (!from || !to || (from.kind !== 'island' && to.kind !== 'island')) continue;
		if (members.length !== from.cards.length * to.cards.length) continue;
		const lines = draw(members, from, to);
		if (lines.length > 0) for (const { id } of members) taken.add(id);
		routes.push(...lines);
	}
	return routes;
}

interface WholeGroups {
	readonly islands: ReadonlyMap<string, readonly CardBox[]>;
	readonly zones: ReadonlyMap<string, readonly CardBox[]>;
}

function wholeGroups(cards: ReadonlyMap<CardId, CardBox>): WholeGroups {
	const islands = new Map<string, CardBox[]>();
	const zones = new Map<string, CardBox[]>();
	for (const card of cards.values()) {
		if (card.card.type === 'note') continue;
		if (card.cluster !== null) push(islands, card.cluster, card);
		push(zones, card.zone, card);
	}
	return { islands, zones };
}

function endOf(
	ids: ReadonlySet<CardId>,
	cards: ReadonlyMap<CardId, CardBox>,
	{ islands, zones }: WholeGroups
): GroupEnd | null {
	const [id] = ids;
	const first = id === undefined ? undefined : cards.get(id);
	if (!first) return null;
	if (ids.size === 1) return { cards: [first], outline: first.box, kind: 'card' };
	const groups = [
		{ all: first.cluster === null ? undefined : islands.get(first.cluster), kind: 'island' },
		{ all: zones.get(first.zone), kind: 'zone' }
	] as const;
	for (const { all, kind } of groups) {
		if (all?.length !== ids.size || !all.every(({ card }) => ids.has(card.id))) continue;
		const outline = unionOfBoxes(all.map(({ box }) => box));
		if (outline) return { cards: all, outline: growBox(outline, measures.islandPadding), kind };
	}
	return null;
}

function draw(members: readonly Link[], from: GroupEnd, to: GroupEnd): readonly BracketRoute[] {
	const [a, b] = [from.outline, to.outline];
	const way = b.x >= a.x + a.width ? 1 : a.x >= b.x + b.width ? -1 : 0;
	if (way === 0) return [];
	const startX = way > 0 ? a.x + a.width : a.x;
	const edge = way > 0 ? b.x : b.x + b.width;
	const start = [startX, a.y + a.height / 2] as const;
	const end = [edge - way * arrowStop, b.y + b.height / 2] as const;
	if (Math.abs(end[0] - start[0]) < 2 * arrowStop) return [];
	const own = [...from.cards, ...to.cards].map(({ box }) => box);
	const arrow = {
		...lineOf(members, groupWidth, { start, pieces: [pieceTo(start, end)] }),
		hasHead: true,
		ends: arrowEnds(start, end, own)
	};
	// A zone has no outline around its cards: a line along them says how far the arrow goes.
	const spines = [
		...(from.kind === 'zone' ? [spine(members, a, startX)] : []),
		...(to.kind === 'zone' ? [spine(members, b, edge)] : [])
	];
	return [...spines, arrow];
}

function spine(members: readonly Link[], { y, height }: Box, x: number): BracketRoute {
	return lineOf(members, spineWidth, { start: [x, y], pieces: [[x, y + height]] });
}

function lineOf(members: readonly Link[], width: number, path: LinkPath): BracketRoute {
	const kind = members[0]?.kind ?? 'unusual';
	return {
		links: members.map(({ id }) => id),
		cards: [...new Set(members.flatMap(({ from, to }) => [from, to]))],
		set: members[0]?.set ?? null,
		kind,
		strong: linkKinds[kind].strong,
		width,
		dash: linkKinds[kind].dash,
		hasHead: false,
		path,
		ends: null
	};
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
	const list = map.get(key);
	if (list) list.push(value);
	else map.set(key, [value]);
}
