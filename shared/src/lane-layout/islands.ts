import type { Box } from '../geometry/box.ts';
import { boxesOverlap, growBox, unionOfBoxes } from '../geometry/box.ts';
import type { Card, CardId } from '../method/card.ts';
import type { ZoneId } from '../method/ids.ts';
import { zoneIds } from '../method/ids.ts';
import type { LaneEntry, Lanes } from '../method/lanes.ts';
import type { BoardRecord, RecordId } from '../method/records/index.ts';
import { isFlagged } from './card-content.ts';
import { measures as m } from './measures.ts';
import type { PinnedBoxes } from './pinned-boxes.ts';

/**
 * A 島, or the part of it that stands in one place: one in every lane that has cards of it, more where its cards
 * stand far apart. `box` is its outline; the tab with the title stands above it, as wide as the title needs.
 */
export interface IslandBox {
	readonly cluster: RecordId;
	readonly zone: ZoneId;
	readonly cards: readonly CardId[];
	readonly box: Box;
}

/** A card that has found its place, as far as its island asks. */
interface PlacedCard {
	readonly card: Card;
	readonly zone: ZoneId;
	readonly column: number | null;
	readonly cluster: RecordId | null;
	readonly box: Box;
}

/** The room an island needs above its first card. */
const islandHead = m.islandPadding + m.islandTab;

/** Parts of one island that are no further apart have one outline. */
const reach = 46;

/** Where hands have put whole islands, in bu. */
export type IslandPlaces = ReadonlyMap<RecordId, readonly [x: number, y: number]>;

/** The places of the islands of a board that were moved by hand. */
export function readIslandPlaces(records: Iterable<BoardRecord>): IslandPlaces {
	const places = new Map<RecordId, readonly [number, number]>();
	for (const record of records)
		if (record.kind === 'cluster' && record.place) places.set(record.id, record.place);
	return places;
}

/** Whether the lanes place this card: not when a hand did, or the hand that moved its island. */
export function isFlowing({ card, cluster }: LaneEntry, places: IslandPlaces): boolean {
	return card.position === null && (cluster === null || !places.has(cluster));
}

/** Cards of islands that a hand has put somewhere, an island and within it a lane at a time. */
export function* movedEntries(
	lanes: Lanes,
	places: IslandPlaces
): Iterable<{
	readonly zone: ZoneId;
	readonly place: readonly [number, number];
	readonly entries: readonly LaneEntry[];
}> {
	for (const [cluster, place] of places)
		for (const zone of zoneIds) {
			const entries = lanes[zone].filter(
				(entry) => entry.cluster === cluster && entry.card.position === null
			);
			if (entries.length > 0) yield { zone, place, entries };
		}
}

/** The outlines around the placed cards of every island. */
export function outlineIslands(
	members: ReadonlyMap<string, readonly PlacedCard[]>
): readonly IslandBox[] {
	const islands: IslandBox[] = [];
	for (const cards of members.values())
		for (const part of partsOf(cards)) {
			const [first] = part;
			const box = unionOfBoxes(part.map(withFlag));
			if (!first || first.cluster === null || !box) continue;
			islands.push({
				cluster: first.cluster,
				zone: first.zone,
				cards: part.map(({ card }) => card.id),
				box: growBox(box, m.islandPadding)
			});
		}
	return islands;
}

/** The outline with its tab: what other cards keep clear of. */
export function islandFrame({ box }: IslandBox): Box {
	return { ...box, y: box.y - m.islandTab, height: box.height + m.islandTab };
}

/** The placed cards of every island, in the places where they stand together: one column of a lane, or by hand. */
export class IslandMembers {
	readonly byPlace = new Map<string, PlacedCard[]>();

	add(card: PlacedCard): void {
		const { cluster, zone, column } = card;
		if (cluster === null) return;
		const key = `${zone}.${column ?? 'hand'}.${cluster}`;
		const members = this.byPlace.get(key);
		if (members) members.push(card);
		else this.byPlace.set(key, [card]);
	}
}

/** Where a card of an island stands in its lane: with room for the outline, and for the title where one begins. */
export function islandPlace(
	wanted: Box,
	gap: number,
	pinned: PinnedBoxes,
	begins: 'first' | 'next' | null
): Box {
	if (begins === null) {
		const free = pinned.belowObstacles(wanted, gap);
		if (free.y === wanted.y) return free;
	}
	// At the head of a lane the title stands in the room that is free there anyway.
	const top = begins === 'first' ? wanted.y - m.islandPadding : wanted.y;
	const height = wanted.height + islandHead + m.islandPadding;
	const free = pinned.belowObstacles({ ...wanted, y: top, height }, gap);
	return { ...wanted, y: free.y + islandHead };
}

/** Cards that stand close together, in the order they came. */
function partsOf(cards: readonly PlacedCard[]): readonly (readonly PlacedCard[])[] {
	let parts: { box: Box; cards: PlacedCard[] }[] = [];
	for (const card of cards) {
		const box = withFlag(card);
		const near = parts.filter((part) => boxesOverlap(growBox(part.box, reach), box));
		const [home] = near;
		if (!home) {
			parts.push({ box, cards: [card] });
			continue;
		}
		for (const other of near) if (other !== home) home.cards.push(...other.cards);
		home.cards.push(card);
		home.box = unionOfBoxes([box, ...near.map((part) => part.box)]) ?? box;
		parts = parts.filter((part) => part === home || !near.includes(part));
	}
	return parts.map((part) => part.cards);
}

function withFlag({ card, box }: PlacedCard): Box {
	if (!isFlagged(card)) return box;
	return { ...box, y: box.y - m.flagAbove, height: box.height + m.flagAbove };
}
