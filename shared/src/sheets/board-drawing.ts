import type { Box } from '../geometry/box.ts';
import { boxesOverlap } from '../geometry/box.ts';
import { IslandMembers, outlineIslands } from '../lane-layout/islands.ts';
import type { BoardLayout, CardBox } from '../lane-layout/lane-layout.ts';
import { routeLinks } from '../lane-layout/route-links.ts';
import { boundsWithStrokes } from '../lane-layout/placed-strokes.ts';
import type { CardId } from '../method/card.ts';
import type { ZoneId } from '../method/ids.ts';
import { zoneIds } from '../method/ids.ts';
import { lineWidthEm } from '../method/worksheet/break-lines.ts';
import { boldAdvances } from '../method/worksheet/font-advances.ts';
import type { SheetItem } from '../method/worksheet/sheet-items.ts';
import { mmPerPt, smallestPt } from '../method/worksheet/sheet-metrics.ts';
import type { BoardBrush } from './board-brush.ts';
import type { BoardCard } from './board-cards.ts';
import { paintCard, paintMark } from './board-cards.ts';
import type { BoardPlan } from './board-plan.ts';
import { paintStrokes, strokesOf } from './board-strokes.ts';
import type { TakenRoom } from './board-scenery.ts';
import { paintIsland, paintRoute, paintZoneFrame, paintZoneHead } from './board-scenery.ts';
import type { ZonePage } from './board-zone.ts';
import { flowZone } from './board-zone.ts';
import type { SetText } from './pen.ts';
import { setText } from './pen.ts';

/** The room of a page below its head. */
export interface BoardArea {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
	readonly isMonochrome: boolean;
}

/** Never larger than this, or a board of three cards would look like a poster. */
const largest = 0.3;
const flowScale = 0.19;
const step = 0.97;
const smallestMm = smallestPt * mmPerPt;
/** Once the board takes several pages they may as well be easy to read. */
const comfortableMm = smallestMm * 1.125;
const tagBu = 16;
/** The room in the heading of a zone beside its title. */
const zoneHeadBu = 110;
/** A zone narrower than this has no heading when seen from afar. */
const narrowestEm = 2.2;
/** A board of any size leaves something to see. */
const smallestScale = 0.004;

/** Draws the whole board; gives whether all its words are there, or only its shape because they would be too small. */
export function drawOverview(items: SheetItem[], plan: BoardPlan, area: BoardArea): boolean {
	if (drawLayout(items, plan, plan.layout, area, { least: smallestMm, signOf: plan.signOf }))
		return true;
	drawShape(items, plan, area);
	return false;
}

/** Zones in their places with all words, or nothing where these would be too small to read. */
function drawLayout(
	items: SheetItem[],
	plan: BoardPlan,
	layout: BoardLayout,
	area: BoardArea,
	{ least, signOf }: { readonly least: number; readonly signOf: BoardPlan['signOf'] }
): boolean {
	const strokes = strokesOf(plan, layout.cards, layout === plan.layout);
	const bounds = boundsWithStrokes(layout.bounds, strokes);
	const [width, height] = [area.right - area.left, area.bottom - area.top];
	const scale = Math.min(width / bounds.width, height / bounds.height, largest);
	const smallest = Math.min(...[...layout.cards.values()].map(smallestText), 19);
	const fitsTitles = [...layout.zones.values()].every(({ id, box }) => {
		const em = lineWidthEm(plan.method.zones[id].label.ja, boldAdvances);
		return em * smallestMm <= (box.width - zoneHeadBu * 0.75) * scale;
	});
	if (smallest * scale < least || !fitsTitles) return false;
	const brush = brushFor(items, plan, area, bounds, scale);
	for (const { id, box } of layout.zones.values()) paintZoneFrame(brush, id, box);
	paintBoard(brush, plan, layout, signOf);
	paintStrokes(brush, strokes);
	return true;
}

/** What one drawing shows, on how many pages it takes. */
export interface ZoneDrawing {
	readonly zones: readonly ZoneId[];
	readonly pages: readonly (readonly SheetItem[])[];
}

/** The board from left to right, on every page as many zones as stand there with readable words. */
export function drawZones(plan: BoardPlan, area: BoardArea): readonly ZoneDrawing[] {
	const filled = plan.zones.filter((zone) => plan.lanes[zone].length > 0);
	const all: SheetItem[] = [];
	const allLook = { least: smallestMm, signOf: plan.numberOf };
	// What hands have put far away made it large: gathered in its zones it may well be on one page.
	if (drawLayout(all, plan, plan.layOutZones(filled), area, allLook))
		return [{ zones: filled, pages: [all] }];
	const drawings: ZoneDrawing[] = [];
	let open: { readonly zones: readonly ZoneId[]; readonly items: SheetItem[] } | null = null;
	const close = (): void => {
		if (open) drawings.push({ zones: open.zones, pages: [open.items] });
		open = null;
	};
	for (const zone of filled) {
		const tries: readonly (readonly ZoneId[])[] = open
			? [[...(open as { readonly zones: readonly ZoneId[] }).zones, zone], [zone]]
			: [[zone]];
		let isPlaced = false;
		for (const zones of tries) {
			const items: SheetItem[] = [];
			const look = { least: comfortableMm, signOf: plan.numberOf };
			if (!drawLayout(items, plan, plan.layOutZones(zones), area, look)) continue;
			if (zones.length === 1) close();
			open = { zones, items };
			isPlaced = true;
			break;
		}
		if (isPlaced) continue;
		close();
		drawings.push({ zones: [zone], pages: drawZonePages(plan, zone, area) });
	}
	close();
	return drawings;
}

function smallestText({ content }: CardBox): number {
	if (content.tags.length > 0) return tagBu;
	return content.subActions.length > 0 ? 18 : content.textSize;
}

function brushFor(
	items: SheetItem[],
	plan: BoardPlan,
	area: BoardArea,
	bounds: Box,
	scale: number
): BoardBrush {
	const free = area.right - area.left - bounds.width * scale;
	return {
		items,
		x: area.left + free / 2 - bounds.x * scale,
		y: area.top - bounds.y * scale,
		scale,
		isMonochrome: area.isMonochrome,
		words: plan.method.cardTypes
	};
}

/** What cards leave free for words beside links; a flag stands above its card. */
function roomBeside(cards: readonly Pick<CardBox, 'box'>[]): TakenRoom {
	const taken: Box[] = cards.map(({ box }) => box);
	return {
		isFree: (box) => !taken.some((other) => boxesOverlap(other, box)),
		take: (box) => void taken.push(box)
	};
}

function partOf({ card, box, content }: CardBox, sign: string): BoardCard {
	return { id: card.id, card, box, content, text: card.text, sign };
}

/** Islands, links and cards, the cards by zones with the heading of each before them: the order in which they are read. */
function paintBoard(
	brush: BoardBrush,
	plan: BoardPlan,
	layout: BoardLayout,
	signOf: BoardPlan['signOf']
): void {
	for (const [index, island] of layout.islands.entries())
		paintIsland(brush, island, plan.titles.get(island.cluster) ?? '', index);
	const links = new Map(plan.links.map((link) => [link.id, link]));
	const room = roomBeside([...layout.cards.values()]);
	for (const route of routeLinks(layout.cards, plan.links)) paintRoute(brush, route, links, room);
	for (const zone of zoneIds) {
		const frame = layout.zones.get(zone);
		if (frame)
			paintZoneHead(brush, {
				id: zone,
				box: frame.box,
				title: plan.method.zones[zone].label.ja,
				count: `${frame.cardCount}件`
			});
		for (const { card } of plan.lanes[zone]) {
			const box = layout.cards.get(card.id);
			if (box) paintCard(brush, partOf(box, signOf(card)));
		}
	}
}

/** The board seen from afar: frames, cards with their numbers, links; the words stand on the pages of the zones. */
function drawShape(items: SheetItem[], plan: BoardPlan, area: BoardArea): void {
	const { shape } = plan;
	const strokes = strokesOf(plan, shape.cards, true);
	const bounds = boundsWithStrokes(shape.bounds, strokes);
	const headsAt = (scale: number): ReadonlyMap<ZoneId, SetText> =>
		new Map(
			[...shape.zones.values()].flatMap(({ id, box, cardCount }) => {
				const words = `${plan.method.zones[id].label.ja} ${cardCount}件`;
				const room = box.width * scale;
				if (room < smallestMm * narrowestEm) return [];
				const look = { sizePt: smallestPt, isBold: true, role: 'heading' } as const;
				return [[id, setText(words, room, look)] as const];
			})
		);
	const headMm = (heads: ReadonlyMap<ZoneId, SetText>): number =>
		Math.max(0, ...[...heads.values()].map(({ heightMm }) => heightMm));
	let scale = Math.min(largest, (area.right - area.left) / bounds.width);
	for (let round = 0; round < 3; round += 1) {
		const room = area.bottom - area.top - headMm(headsAt(scale));
		scale = Math.min(scale, Math.max(smallestScale, room / bounds.height));
	}
	const heads = headsAt(scale);
	const top = area.top + headMm(heads);
	const brush = brushFor(items, plan, { ...area, top }, bounds, scale);
	for (const { id, box } of shape.zones.values()) paintZoneFrame(brush, id, box);
	for (const [index, island] of shape.islands.entries()) paintIsland(brush, island, null, index);
	const links = new Map(plan.links.map((link) => [link.id, link]));
	for (const route of routeLinks(shape.cards, plan.links)) paintRoute(brush, route, links, null);
	for (const zone of zoneIds) {
		const frame = shape.zones.get(zone);
		const head = heads.get(zone);
		if (frame && head) {
			const y = brush.y + frame.box.y * scale - head.heightMm;
			head.paint(items, brush.x + frame.box.x * scale, y);
		}
		for (const { card } of plan.lanes[zone]) {
			const box = shape.cards.get(card.id);
			if (box) paintMark(brush, partOf(box, plan.numberOf(card)));
		}
	}
	paintStrokes(brush, strokes);
}

/** The pages of one zone: the largest scale at which one page holds it, else as many as it takes. */
export function drawZonePages(
	plan: BoardPlan,
	zone: ZoneId,
	area: BoardArea
): readonly (readonly SheetItem[])[] {
	const [width, height] = [area.right - area.left, area.bottom - area.top];
	const flow = (scale: number): readonly ZonePage[] =>
		flowZone(zone, plan.lanes[zone], { width: width / scale, height: height / scale }, plan);
	let scale = largest;
	let pages = flow(scale);
	while (pages.length > 1 && scale * step >= smallestMm / tagBu) {
		scale *= step;
		pages = flow(scale);
	}
	if (pages.length > 1) {
		scale = flowScale;
		pages = flow(scale);
	}
	return pages.map((page, index) => drawZonePage(plan, zone, area, page, scale, index > 0));
}

function drawZonePage(
	plan: BoardPlan,
	zone: ZoneId,
	area: BoardArea,
	page: ZonePage,
	scale: number,
	isContinued: boolean
): readonly SheetItem[] {
	const items: SheetItem[] = [];
	const title = plan.method.zones[zone].label.ja;
	const titleBu = (lineWidthEm(title, boldAdvances) + 6) * 21 + zoneHeadBu;
	const size = {
		width: Math.min((area.right - area.left) / scale, Math.max(page.width, titleBu)),
		height: Math.max(page.height, 200)
	};
	const frame: Box = { x: 0, y: 0, ...size };
	const brush = brushFor(items, plan, area, frame, scale);
	paintZoneFrame(brush, zone, frame);
	const count = plan.lanes[zone].filter(({ attachedTo }) => attachedTo === null).length;
	paintZoneHead(brush, {
		id: zone,
		box: frame,
		title: isContinued ? `${title}（つづき）` : title,
		count: `${count}件`
	});
	const firsts = new Map<CardId, CardBox>();
	const members = new IslandMembers();
	for (const card of page.cards) {
		if (card.number === 1) firsts.set(card.card.id, card);
		members.add(card);
	}
	for (const [index, island] of outlineIslands(members.byPlace).entries())
		paintIsland(brush, island, plan.titles.get(island.cluster) ?? '', index);
	const links = new Map(plan.links.map((link) => [link.id, link]));
	const room = roomBeside(page.cards);
	for (const route of routeLinks(firsts, plan.links)) paintRoute(brush, route, links, room);
	for (const { card, box, content, text, number } of page.cards)
		paintCard(brush, {
			id: number === 1 ? card.id : `${card.id}.${number}`,
			card,
			box,
			content,
			text,
			sign: plan.numberOf(card)
		});
	paintStrokes(brush, strokesOf(plan, firsts, false));
	return items;
}
