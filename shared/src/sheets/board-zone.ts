import type { CardBox } from '../lane-layout/lane-layout.ts';
import type { WholeContent } from '../lane-layout/card-content.ts';
import { buildCardContent, isFlagged } from '../lane-layout/card-content.ts';
import { isDenseZone, measures as m } from '../lane-layout/measures.ts';
import type { ZoneId } from '../method/ids.ts';
import type { LaneEntry } from '../method/lanes.ts';
import type { Link } from '../method/link.ts';
import { boldAdvances, regularAdvances } from '../method/worksheet/font-advances.ts';
import { zones } from '../method/zones.ts';
import { splitContent } from './board-parts.ts';

/** A card of a zone's page, or a part of it: `number` counts the parts from 1. */
export interface ZoneCard extends CardBox {
	readonly text: string;
	readonly number: number;
}

/** What one page of a zone holds, in bu from the corner of its frame. */
export interface ZonePage {
	readonly cards: readonly ZoneCard[];
	readonly width: number;
	readonly height: number;
}

const fonts = { regular: regularAdvances, bold: boldAdvances };
const columnGap = 30;
/** Between cards that an arrow or a dotted line joins. */
const arrowGap = 34;
const below = 18;

/** The cards of one zone in columns, as many as a page of this size takes, page after page. */
export function flowZone(
	zone: ZoneId,
	lane: readonly LaneEntry[],
	page: { readonly width: number; readonly height: number },
	{ whole, links }: { readonly whole: WholeContent; readonly links: readonly Link[] }
): readonly ZonePage[] {
	const joined = new Set(links.flatMap(({ from, to }) => [`${from} ${to}`, `${to} ${from}`]));
	const isJoined = (a: LaneEntry, b: LaneEntry): boolean =>
		a.depth === b.depth && joined.has(`${a.card.id} ${b.card.id}`);
	const cardWidth = zones[zone].width - 2 * m.zonePadding;
	const inner = page.width - 2 * m.zonePadding + columnGap;
	const columns = Math.max(1, Math.floor(inner / (cardWidth + columnGap) + 1e-9));
	const bottom = page.height - below;
	const most = bottom - m.laneTop - m.flagRoom - m.islandTab - m.islandPadding;
	const pages: ZoneCard[][] = [[]];
	let column = 0;
	let y: number = m.laneTop;
	let before: LaneEntry | null = null;
	const advance = (): void => {
		column += 1;
		y = m.laneTop;
		before = null;
		if (column < columns) return;
		column = 0;
		pages.push([]);
	};

	for (const entry of lane) {
		const { card, depth, attachedTo, cluster } = entry;
		const indent = m.indent * Math.min(depth, m.maxIndents);
		const width = cardWidth - indent;
		const isDense = isDenseZone(zone) || card.type === 'note';
		const content = buildCardContent(card, width, isDense, fonts, 'ja', whole);
		const parts = splitContent(content, card.text, most);
		for (const [index, part] of parts.entries()) {
			const arrow: number = before !== null && isJoined(before, entry) ? arrowGap : m.gap;
			let top = y + gapAbove(before, entry, index === 0, arrow);
			if (top + part.content.height > bottom && before !== null) {
				advance();
				top = y + gapAbove(null, entry, index === 0, 0);
			}
			const x = m.zonePadding + column * (cardWidth + columnGap) + indent;
			const box = { x, y: top, width, height: part.content.height };
			const placed = { card, zone, column, depth, attachedTo, cluster, box };
			pages.at(-1)?.push({ ...placed, ...part, number: index + 1 });
			y = top + part.content.height;
			before = entry;
		}
	}
	return pages.map((cards) => ({
		cards,
		width: Math.max(
			zones[zone].width,
			...cards.map(({ box, depth }) => {
				const indent = m.indent * Math.min(depth, m.maxIndents);
				return box.x - indent + cardWidth + m.zonePadding;
			})
		),
		height: Math.max(0, ...cards.map(({ box }) => box.y + box.height)) + below
	}));
}

/** The room above a card: for the flag of 解決すべき原因, for the tab of a 島 that begins, and out of one that ends. */
function gapAbove(
	before: LaneEntry | null,
	{ card, cluster }: LaneEntry,
	isFirst: boolean,
	gap: number
): number {
	const isBeginning = cluster !== null && before?.cluster !== cluster;
	const head = isBeginning ? m.islandTab + m.islandPadding : 0;
	const flag = isFirst && isFlagged(card) ? m.flagAbove + 6 : 0;
	if (before === null) return head + flag;
	const leaving = before.cluster !== null && before.cluster !== cluster ? m.islandPadding : 0;
	return gap + leaving + head + flag;
}
