import type { Box } from '../geometry/box.ts';
import { boxesOverlap, unionOfBoxes } from '../geometry/box.ts';
import type { Card, CardId } from '../method/card.ts';
import type { ZoneId } from '../method/ids.ts';
import { zoneIds } from '../method/ids.ts';
import type { LaneEntry, Lanes } from '../method/lanes.ts';
import type { Link } from '../method/link.ts';
import type { RecordId } from '../method/records/index.ts';
import { zones } from '../method/zones.ts';
import type { BoardFonts, CardContent, WholeContent } from './card-content.ts';
import { buildCardContent, isFlagged } from './card-content.ts';
import type { Language } from './footer-tags.ts';
import type { IslandBox, IslandPlaces } from './islands.ts';
import {
	IslandMembers,
	islandFrame,
	islandPlace,
	movedEntries,
	isFlowing,
	outlineIslands
} from './islands.ts';
import { isDenseZone, measures as m } from './measures.ts';
import { PinnedBoxes } from './pinned-boxes.ts';

/** A zone on the board: its frame, and how many columns of cards it holds. */
export interface ZoneBox {
	readonly id: ZoneId;
	readonly box: Box;
	readonly columns: number;
	readonly cardCount: number;
}

/** A card on the board. `column` is null for a hand-placed card; `depth` counts the whys above it; `cluster` is the 島 it stands in. */
export interface CardBox {
	readonly card: Card;
	readonly zone: ZoneId;
	readonly column: number | null;
	readonly depth: number;
	readonly attachedTo: CardId | null;
	readonly cluster: RecordId | null;
	readonly box: Box;
	readonly content: CardContent;
}

/** Where everything stands. Boxes that did not change keep their identity from one layout to the next. */
export interface BoardLayout {
	readonly zones: ReadonlyMap<ZoneId, ZoneBox>;
	readonly cards: ReadonlyMap<CardId, CardBox>;
	readonly islands: readonly IslandBox[];
	readonly bounds: Box;
}

const noPlaces: IslandPlaces = new Map();

interface CachedContent {
	readonly width: number;
	readonly isDense: boolean;
	readonly language: Language;
	readonly content: CardContent;
}

/** Places zones and cards (design §5). It remembers broken lines and earlier boxes, so a changed card costs one card. */
export class LaneLayout {
	readonly #fonts: BoardFonts;
	readonly #whole: WholeContent | null;
	#contents = new WeakMap<Card, CachedContent>();
	#previous: BoardLayout | null = null;

	/** Cards hold as much as a screen shows, or all their words where `whole` is given. */
	constructor(fonts: BoardFonts, whole: WholeContent | null = null) {
		this.#fonts = fonts;
		this.#whole = whole;
	}

	compute(
		lanes: Lanes,
		links: Iterable<Link>,
		language: Language,
		places: IslandPlaces = noPlaces,
		shown: readonly ZoneId[] = zoneIds
	): BoardLayout {
		const relations = readRelations(links);
		const frames = placeZones(lanes, places, shown);
		const pinned = new PinnedBoxes();
		const cards = new Map<CardId, CardBox>();
		const islands = new IslandMembers();

		for (const entry of pinnedEntries(lanes)) {
			const [x, y] = entry.card.position;
			const width = frames[entry.zone].cardWidth;
			const content = this.#contentOf(entry.card, width, entry.zone, language);
			const box = pinned.add({ x, y, width, height: content.height });
			const placed = { ...entry, column: null, box, content };
			cards.set(entry.card.id, placed);
			islands.add(placed);
		}
		this.#placeMoved(lanes, places, frames, pinned, cards, islands, language);
		for (const island of outlineIslands(islands.byPlace)) pinned.block(islandFrame(island));
		for (const zone of zoneIds) {
			const lane = lanes[zone].filter((entry) => isFlowing(entry, places));
			this.#placeLane(lane, frames[zone], relations, pinned, cards, islands, language);
		}

		const layout = this.#keepIdentities(cards, outlineIslands(islands.byPlace), frames, shown);
		this.#previous = layout;
		return layout;
	}

	/** Islands that a hand has put somewhere: the cards of a lane below each other, lane beside lane. */
	#placeMoved(
		lanes: Lanes,
		places: IslandPlaces,
		frames: Record<ZoneId, ZoneFrame>,
		pinned: PinnedBoxes,
		cards: Map<CardId, CardBox>,
		islands: IslandMembers,
		language: Language
	): void {
		let before: readonly [number, number] | null = null;
		let left = 0;
		for (const { zone, place, entries } of movedEntries(lanes, places)) {
			left = before === place ? left : place[0];
			before = place;
			let y = place[1];
			for (const entry of entries) {
				const indent = m.indent * Math.min(entry.depth, m.maxIndents);
				const width = frames[zone].cardWidth - indent;
				const content = this.#contentOf(entry.card, width, zone, language);
				const box = pinned.add({ x: left + indent, y, width, height: content.height });
				const placed = { ...entry, zone, column: null, box, content };
				cards.set(entry.card.id, placed);
				islands.add(placed);
				y = box.y + box.height + m.gap;
			}
			left += frames[zone].cardWidth + 2 * m.islandPadding + m.columnGap;
		}
	}

	#placeLane(
		lane: readonly LaneEntry[],
		frame: ZoneFrame,
		relations: Relations,
		pinned: PinnedBoxes,
		cards: Map<CardId, CardBox>,
		islands: IslandMembers,
		language: Language
	): void {
		const { zone } = frame;
		let before: LaneEntry | null = null;
		let slot = 0;
		let bottom = 0;
		for (const entry of lane) {
			const { card, cluster } = entry;
			const column = Math.floor(slot / m.cardsPerColumn);
			if (slot % m.cardsPerColumn === 0) before = null;
			slot += 1;
			const indent = m.indent * Math.min(entry.depth, m.maxIndents);
			const width = frame.cardWidth - indent;
			const content = this.#contentOf(card, width, zone, language);
			const x = frame.x + m.zonePadding + column * (frame.cardWidth + m.columnGap) + indent;
			const isInside: boolean = cluster !== null && before?.cluster === cluster;
			let y = before
				? bottom + gapBetween(before, entry, zone, relations)
				: m.laneTop + (isFlagged(card) ? m.flagRoom : 0);
			if (before !== null && before.cluster !== null && !isInside) y += m.islandPadding;
			if (zone === 'indicatorSource' && !isInside)
				y = pulledTop(y, card, content.height, relations, cards);
			const gap = zone === 'outcome' || zone === 'indicatorSource' ? m.denseGap : m.gap;
			const wanted = { x, y, width, height: content.height };
			const box =
				cluster === null
					? pinned.belowObstacles(wanted, gap)
					: islandPlace(wanted, gap, pinned, isInside ? null : before === null ? 'first' : 'next');
			const { depth, attachedTo } = entry;
			const placed = { card, zone, column, depth, attachedTo, cluster, box, content };
			cards.set(card.id, placed);
			if (cluster !== null) islands.add(placed);
			bottom = box.y + box.height;
			before = entry;
		}
	}

	#contentOf(card: Card, width: number, zone: ZoneId, language: Language): CardContent {
		const isDense = isDenseZone(zone) || card.type === 'note';
		const cached = this.#contents.get(card);
		if (cached?.width === width && cached.isDense === isDense && cached.language === language)
			return cached.content;
		// A card that only moved is a new value with the same words: keep its lines.
		const before = this.#previous?.cards.get(card.id);
		const earlier = before && this.#contents.get(before.card);
		const isSame =
			before &&
			earlier?.width === width &&
			earlier.isDense === isDense &&
			earlier.language === language &&
			haveSameWords(before.card, card);
		const content = isSame
			? earlier.content
			: buildCardContent(card, width, isDense, this.#fonts, language, this.#whole);
		this.#contents.set(card, { width, isDense, language, content });
		return content;
	}

	#keepIdentities(
		cards: Map<CardId, CardBox>,
		islands: readonly IslandBox[],
		frames: Record<ZoneId, ZoneFrame>,
		shown: readonly ZoneId[]
	): BoardLayout {
		const previous = this.#previous;
		for (const [id, now] of cards) {
			const before = previous?.cards.get(id);
			if (!before || !isSameBox(before.box, now.box)) continue;
			// A card with new words in the old place keeps at least its box.
			cards.set(id, isSameCardBox(before, now) ? before : { ...now, box: before.box });
		}
		const height = zoneHeight(cards, islands, frames);
		const zoneBoxes = new Map<ZoneId, ZoneBox>();
		for (const zone of shown) {
			const { x, width, columns, cardCount } = frames[zone];
			const box = { x, y: m.zoneTop, width, height };
			const before = previous?.zones.get(zone);
			const isSame = before && isSameBox(before.box, box) && before.cardCount === cardCount;
			zoneBoxes.set(zone, isSame ? before : { id: zone, box, columns, cardCount });
		}
		const bounds = unionOfBoxes(boxesOf(zoneBoxes.values(), cards.values(), islands)) ?? {
			x: 0,
			y: 0,
			width: 0,
			height: 0
		};
		return { zones: zoneBoxes, cards, islands, bounds };
	}
}

interface ZoneFrame {
	readonly zone: ZoneId;
	readonly x: number;
	readonly width: number;
	readonly cardWidth: number;
	readonly columns: number;
	readonly cardCount: number;
}

/** Where each zone stands; one that is not shown holds no card and takes no room. */
function placeZones(
	lanes: Lanes,
	places: IslandPlaces,
	shown: readonly ZoneId[]
): Record<ZoneId, ZoneFrame> {
	let x: number = m.zoneLeft;
	const frames = {} as Record<ZoneId, ZoneFrame>;
	for (const zone of zoneIds) {
		const cardWidth = zones[zone].width - 2 * m.zonePadding;
		const lane = lanes[zone];
		const flowing = lane.filter((entry) => isFlowing(entry, places)).length;
		const columns = Math.max(1, Math.ceil(flowing / m.cardsPerColumn));
		const isShown = shown.includes(zone);
		const width = isShown ? zones[zone].width + (columns - 1) * (cardWidth + m.columnGap) : 0;
		// Notes are told with their card and not counted.
		const cardCount = lane.filter(({ attachedTo }) => attachedTo === null).length;
		frames[zone] = { zone, x, width, cardWidth, columns, cardCount };
		if (isShown) x += width + m.zoneGap;
	}
	return frames;
}

type PinnedEntry = LaneEntry & {
	readonly zone: ZoneId;
	readonly card: Card & { readonly position: readonly [number, number] };
};

/** Hand-placed cards, oldest first, so that of two in the same place the same one gives way on every screen. */
function pinnedEntries(lanes: Lanes): readonly PinnedEntry[] {
	return zoneIds
		.flatMap((zone) => lanes[zone].map((entry) => ({ ...entry, zone })))
		.filter((entry): entry is PinnedEntry => entry.card.position !== null)
		.sort((a, b) => a.card.createdAt - b.card.createdAt || (a.card.id < b.card.id ? -1 : 1));
}

interface Relations {
	readonly users: ReadonlyMap<CardId, ReadonlySet<CardId>>;
	readonly outcomesOf: ReadonlyMap<CardId, readonly CardId[]>;
}

function readRelations(links: Iterable<Link>): Relations {
	const users = new Map<CardId, Set<CardId>>();
	const outcomesOf = new Map<CardId, CardId[]>();
	for (const { from, to, kind } of links) {
		if (kind === 'uses')
			for (const [a, b] of [
				[from, to],
				[to, from]
			] as const)
				users.set(a, (users.get(a) ?? new Set()).add(b));
		if (kind === 'outcomeSource' || kind === 'outcomeIndicator') {
			const list = outcomesOf.get(to);
			if (list) list.push(from);
			else outcomesOf.set(to, [from]);
		}
	}
	return { users, outcomesOf };
}

function gapBetween(
	before: LaneEntry,
	entry: LaneEntry,
	zone: ZoneId,
	relations: Relations
): number {
	const { card } = entry;
	if (isFlagged(card)) return m.wideGap;
	if (zone === 'rootCause' && entry.attachedTo === before.card.id) return m.wideGap;
	if (relations.users.get(card.id)?.has(before.card.id)) return m.wideGap;
	if (zone === 'themeVision' && card.type !== before.card.type && card.type !== 'note')
		return m.gapBetweenTypes;
	return zone === 'outcome' || zone === 'indicatorSource' ? m.denseGap : m.gap;
}

/** Where a source stands: part of the way towards the middle of the outcomes it serves, never above its slot. */
function pulledTop(
	slot: number,
	card: Card,
	height: number,
	relations: Relations,
	cards: ReadonlyMap<CardId, CardBox>
): number {
	let sum = 0;
	let count = 0;
	for (const id of relations.outcomesOf.get(card.id) ?? []) {
		const outcome = cards.get(id)?.box;
		if (!outcome) continue;
		sum += outcome.y + outcome.height / 2;
		count += 1;
	}
	if (count === 0) return slot;
	return Math.round(Math.max(slot, slot + m.sourcePull * (sum / count - height / 2 - slot)));
}

function* boxesOf(...groups: readonly Iterable<{ readonly box: Box }>[]): Iterable<Box> {
	for (const group of groups) for (const { box } of group) yield box;
}

function zoneHeight(
	cards: ReadonlyMap<CardId, CardBox>,
	islands: readonly IslandBox[],
	frames: Record<ZoneId, ZoneFrame>
): number {
	const right = frames.indicatorSource.x + frames.indicatorSource.width;
	let bottom = 0;
	for (const all of [cards.values(), islands])
		for (const { box } of all)
			if (box.x < right && box.x + box.width > 0) bottom = Math.max(bottom, box.y + box.height);
	return Math.max(m.zoneMinHeight, bottom + m.zoneRoomBelow - m.zoneTop);
}

function isSameCardBox(a: CardBox, b: CardBox): boolean {
	return (
		a.card === b.card &&
		a.content === b.content &&
		a.zone === b.zone &&
		a.column === b.column &&
		a.depth === b.depth &&
		a.attachedTo === b.attachedTo &&
		a.cluster === b.cluster &&
		isSameBox(a.box, b.box)
	);
}

function isSameBox(a: Box, b: Box): boolean {
	return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

const placeKeys: ReadonlySet<string> = new Set(['position', 'order', 'cluster']);

/** Whether two values of one card differ in nothing but their place. */
function haveSameWords(a: Card, b: Card): boolean {
	for (const key of Object.keys(b) as (keyof Card)[])
		if (!placeKeys.has(key) && !isSameValue(a[key], b[key])) return false;
	return a.type === b.type;
}

/** Lists of words and parts are read anew with every change of their card. */
function isSameValue(a: unknown, b: unknown): boolean {
	return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));
}

/** Whether any two cards of a layout overlap; what a drop must never leave behind. */
export function findOverlap(layout: BoardLayout): readonly [CardId, CardId] | null {
	const all = [...layout.cards.values()].sort((a, b) => a.box.x - b.box.x);
	for (const [index, a] of all.entries())
		for (let next = index + 1; next < all.length; next += 1) {
			const b = all[next];
			if (!b || b.box.x >= a.box.x + a.box.width) break;
			if (boxesOverlap(a.box, b.box)) return [a.card.id, b.card.id];
		}
	return null;
}
