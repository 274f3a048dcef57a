import type { Box } from '../geometry/box.ts';
import type { IslandBox } from '../lane-layout/islands.ts';
import { flattenPath } from '../lane-layout/link-path.ts';
import type { LinkRoute } from '../lane-layout/link-routes.ts';
import { measures } from '../lane-layout/measures.ts';
import type { CardType, ZoneId } from '../method/ids.ts';
import type { Link, LinkId } from '../method/link.ts';
import { lineWidthEm } from '../method/worksheet/break-lines.ts';
import { boldAdvances, regularAdvances } from '../method/worksheet/font-advances.ts';
import { inks } from '../method/worksheet/sheet-items.ts';
import { mmPerPt } from '../method/worksheet/sheet-metrics.ts';
import type { BoardBrush } from './board-brush.ts';
import { badgeOf, baselineIn, paintFrame, paintText, ptOf } from './board-brush.ts';
import { coloursOf, paintBadge } from './card-looks.ts';

/** Which badges stand at the head of a zone. */
const zoneBadges: Readonly<Record<ZoneId, readonly CardType[]>> = {
	themeVision: ['theme', 'vision'],
	fact: ['fact'],
	cause: ['cause'],
	rootCause: ['cause'],
	measure: ['measure'],
	outcome: ['outcome'],
	indicatorSource: ['indicator', 'source']
};

const zoneFace = '#f8f9f9';
const head = { top: 10, height: 34, badge: 28, title: 21, count: 18, left: 15, gap: 7 } as const;
const labelSize = 18;
const thinnestMm = 0.12;
const island = { radius: 10, line: 1.5, dash: [7, 5], title: 18, padding: 10, inset: 5 } as const;

/** Draws the frame of a zone. */
export function paintZoneFrame(brush: BoardBrush, id: ZoneId, box: Box): void {
	paintFrame(brush, `zone.${id}`, box, {
		radius: 12,
		fill: brush.isMonochrome ? inks.paper : zoneFace,
		colour: inks.rule,
		line: 1.5
	});
}

/** Writes the heading of a zone within its frame: badges, title and how many cards. */
export function paintZoneHead(
	brush: BoardBrush,
	zone: { readonly id: ZoneId; readonly box: Box; readonly title: string; readonly count: string }
): void {
	const { x, y, width } = zone.box;
	let left = x + head.left;
	for (const type of zoneBadges[zone.id]) {
		paintBadge(brush.items, badgeOf(type, brush.words), {
			x: brush.x + left * brush.scale,
			y: brush.y + (y + head.top + (head.height - head.badge) / 2) * brush.scale,
			size: head.badge * brush.scale,
			isMonochrome: brush.isMonochrome
		});
		left += head.badge + head.gap;
	}
	const buOf = (size: number): number => (ptOf(brush, size) * mmPerPt) / brush.scale;
	const countBu = lineWidthEm(zone.count, regularAdvances) * buOf(head.count);
	const room = x + width - 12 - left;
	const titleEm = lineWidthEm(zone.title, boldAdvances);
	// A narrow zone does without its count before its title becomes too small.
	const hasCount = titleEm * buOf(0) + countBu + head.gap <= room;
	const size = Math.min(head.title, (room - (hasCount ? countBu + head.gap : 0)) / titleEm);
	const baseline = y + head.top + baselineIn(head.height, buOf(size));
	paintText(brush, {
		x: left,
		y: baseline,
		text: zone.title,
		size,
		isBold: true,
		role: 'heading'
	});
	if (!hasCount) return;
	paintText(brush, {
		x: x + width - 12 - countBu,
		y: baseline,
		text: zone.count,
		size: head.count,
		colour: inks.muted
	});
}

/** Draws the outline of a 島 and its title on the tab above; seen from afar (null) it has none. */
export function paintIsland(
	brush: BoardBrush,
	{ box, cluster }: IslandBox,
	title: string | null,
	index: number
): void {
	paintFrame(brush, `island.${cluster}.${index}`, box, {
		radius: island.radius,
		fill: inks.paper,
		colour: inks.muted,
		line: island.line,
		dash: island.dash
	});
	if (title === null) return;
	const size = (ptOf(brush, island.title) * mmPerPt) / brush.scale;
	const widest = box.width - 2 * (island.padding + island.inset);
	const widthOf = (text: string): number => lineWidthEm(text, boldAdvances) * size;
	const characters = Array.from(title);
	while (characters.length > 1 && widthOf(characters.join('')) > widest) characters.pop();
	// The tab is as wide as the island; a longer title ends with an ellipsis, as on the screen.
	const isCut = characters.length < Array.from(title).length;
	if (isCut) characters.pop();
	const shown = isCut ? `${characters.join('')}…` : title;
	const tab = {
		x: box.x + island.inset,
		y: box.y - measures.islandTab,
		width: Math.max(64, widthOf(shown) + 2 * island.padding),
		height: measures.islandTab
	};
	paintFrame(brush, `island.${cluster}.${index}.tab`, tab, {
		radius: 5,
		fill: inks.muted,
		colour: inks.muted,
		line: 0
	});
	paintText(brush, {
		x: tab.x + island.padding,
		y: tab.y + baselineIn(tab.height, size),
		text: shown,
		size: island.title,
		isBold: true,
		colour: inks.paper
	});
}

/** Where words stand already, in bu: a word beside a link gives way to them. */
export interface TakenRoom {
	readonly isFree: (box: Box) => boolean;
	readonly take: (box: Box) => void;
}

/** Draws a link with its dash and head; a bracket belongs to many cards and is drawn as plain lines. */
export function paintRoute(
	brush: BoardBrush,
	route: LinkRoute,
	links: ReadonlyMap<LinkId, Link>,
	room: TakenRoom | null
): void {
	const { scale } = brush;
	const colour =
		route.kind === 'unusual' ? inks.rule : coloursOf(route.strong, brush.isMonochrome).strong;
	const points = flattenPath(route.path).map(({ x, y }): readonly [number, number] => [
		brush.x + x * scale,
		brush.y + y * scale
	]);
	const look = {
		colour,
		lineMm: Math.max(thinnestMm, route.width * scale),
		dash: route.dash.map((part) => part * scale)
	};
	const [first] = route.links;
	const link = first === undefined ? undefined : links.get(first);
	const isBracket = route.links.length > 1 && !route.hasHead;
	if (link && !isBracket)
		brush.items.push({
			kind: 'connector',
			from: link.from,
			to: link.to,
			points,
			hasHead: route.hasHead,
			...look
		});
	else
		for (const [index, [x1, y1]] of points.entries()) {
			const next = points[index + 1];
			if (next) brush.items.push({ kind: 'line', x1, y1, x2: next[0], y2: next[1], ...look });
		}
	if (route.label && room) paintLabel(brush, route.label, colour, room);
}

/** The word beside a link, where no card and no other word stands; the dash of the link says the same. */
function paintLabel(
	brush: BoardBrush,
	{ text, at }: NonNullable<LinkRoute['label']>,
	colour: string,
	room: TakenRoom
): void {
	const size = (ptOf(brush, labelSize) * mmPerPt) / brush.scale;
	const box = {
		x: at.x,
		y: at.y + 6 - size,
		width: lineWidthEm(text.ja, boldAdvances) * size,
		height: size * 1.2
	};
	if (!room.isFree(box)) return;
	room.take(box);
	paintText(brush, { x: at.x, y: at.y + 6, text: text.ja, size: labelSize, isBold: true, colour });
}
