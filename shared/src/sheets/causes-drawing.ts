import type { CardType } from '../method/ids.ts';
import type { SheetItem } from '../method/worksheet/sheet-items.ts';
import { inks } from '../method/worksheet/sheet-items.ts';
import { mmPerPt } from '../method/worksheet/sheet-metrics.ts';
import { coloursOf } from './card-looks.ts';
import type { LayerSlot, Layers } from './causes-layers.ts';
import { heightOfColumns, layerNodes, placeSlots } from './causes-layers.ts';
import type { PanelBox } from './panel.ts';
import { measureBox, paintBox } from './panel-boxes.ts';
import type { SetRows } from './panel-rows.ts';
import { setText } from './pen.ts';

/** A card of the drawing. */
export interface CauseBox {
	/** Unique on its page. */
	readonly id: string;
	readonly rank: number;
	readonly box: PanelBox;
	/** Its words where they were broken before: a part of a card that is too long for a page. */
	readonly words?: SetRows;
	readonly leastMm: number;
	readonly isResult: boolean;
	readonly isChosen: boolean;
}

/** An arrow of the drawing. */
export interface CauseLine {
	readonly from: string;
	readonly to: string;
	readonly look: string;
	readonly isWritten: boolean;
	readonly isChosen: boolean;
}

/** What one page shows. */
export interface CauseDrawing {
	readonly boxes: readonly CauseBox[];
	readonly lines: readonly CauseLine[];
}

/** The room a drawing has, and its text. `columnMm` and `mostColumns` are fixed where pages must be alike. */
export interface DrawingArea {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
	readonly textPt: number;
	readonly lineMm: number;
	readonly isMonochrome: boolean;
	readonly columnMm?: number;
	readonly mostColumns?: number;
	readonly captionOf: (type: CardType | null, step: number) => string;
}

const leastColumnEm = 11;
const mostColumnEm = 27;
const gutterEm = { least: 3.4, most: 8 } as const;
const gapEm = 1;
const roomyGapEm = 2;
const passEm = 0.6;
const captionEm = 2.4;

/** The width of columns when `count` of them stand side by side in `widthMm`, and the room between them. */
export function columnsFor(
	count: number,
	widthMm: number,
	em: number
): { readonly columnMm: number; readonly gutterMm: number } {
	const wanted = (widthMm - (count - 1) * gutterEm.least * em) / count;
	const columnMm = Math.min(wanted, mostColumnEm * em);
	const free = count > 1 ? (widthMm - count * columnMm) / (count - 1) : 0;
	return { columnMm, gutterMm: Math.min(free, gutterEm.most * em) };
}

interface Measured {
	readonly box: CauseBox;
	readonly words: SetRows;
	readonly heightMm: number;
}

/** Draws causes from left to the result at the right, or null when they do not fit. */
export function drawCauses(
	{ boxes, lines }: CauseDrawing,
	area: DrawingArea
): readonly SheetItem[] | null {
	const em = area.textPt * mmPerPt;
	const width = area.right - area.left;
	const flat = (heights: ReadonlyMap<string, number>): Layers<CauseLine> =>
		layerNodes(
			boxes.map(({ id, rank, isResult }) => ({
				id,
				rank,
				isResult,
				heightMm: heights.get(id) ?? 0
			})),
			lines,
			passEm * em
		);
	const count = flat(new Map()).columns.length;
	if (count > (area.mostColumns ?? Infinity)) return null;
	const { columnMm, gutterMm } =
		area.columnMm === undefined
			? columnsFor(count, width, em)
			: { columnMm: area.columnMm, gutterMm: gutterEm.least * em };
	if (columnMm < leastColumnEm * em - 1e-6) return null;
	const measured = new Map<string, Measured>();
	for (const box of boxes) {
		const { words, heightMm, frameMm } = measureBox(box.box, columnMm, area.textPt);
		measured.set(box.id, {
			box,
			words: box.words ?? words,
			heightMm: Math.max(
				box.leastMm,
				box.words === undefined ? heightMm : box.words.heightMm + frameMm
			)
		});
	}
	const layers = flat(new Map([...measured].map(([id, { heightMm }]) => [id, heightMm])));
	const top = area.top + captionEm * em;
	if (heightOfColumns(layers.columns, gapEm * em) > area.bottom - top) return null;
	const most = Math.max(1, ...layers.columns.map((column) => column.length - 1));
	const free = area.bottom - top - heightOfColumns(layers.columns, gapEm * em);
	const gapMm = Math.min(roomyGapEm * em, gapEm * em + free / most);
	placeSlots(layers, { top, bottom: area.bottom, gapMm });

	const used = count * columnMm + (count - 1) * gutterMm;
	const left = area.left + (width - used) / 2;
	// Column 0 is the result, at the right end.
	const xOf = (column: number): number => left + (count - 1 - column) * (columnMm + gutterMm);
	const items: SheetItem[] = [];
	paintCaptions(items, layers.columns, measured, { ...area, xOf, columnMm, em });
	paintLines(items, layers, { ...area, xOf, columnMm, gutterMm });
	const yOf = new Map(layers.columns.flat().map(({ key, y }) => [key, y]));
	for (const { box, words, heightMm } of measured.values())
		paintBox(
			items,
			{
				box: box.box,
				heading: null,
				words,
				x: xOf(layers.columnOf.get(box.id) ?? 0),
				y: (yOf.get(box.id) ?? 0) - heightMm / 2,
				width: columnMm,
				height: heightMm
			},
			{
				id: box.id,
				x: 0,
				y: 0,
				textPt: area.textPt,
				isMonochrome: area.isMonochrome,
				isStrong: box.isChosen
			}
		);
	return items;
}

/** A word over each column: the result, the causes, and what lies behind them. */
function paintCaptions(
	items: SheetItem[],
	columns: readonly (readonly LayerSlot[])[],
	measured: ReadonlyMap<string, Measured>,
	at: DrawingArea & {
		readonly xOf: (column: number) => number;
		readonly columnMm: number;
		readonly em: number;
	}
): void {
	let step = 0;
	const captions: string[] = [];
	for (const column of columns) {
		const first = column.find(({ node }) => node !== null)?.node;
		const box = typeof first === 'string' ? measured.get(first)?.box : undefined;
		captions.push(box ? at.captionOf(box.box.type, step) : '');
		if (box && !box.isResult) step += 1;
	}
	for (const [index, words] of [...captions.entries()].reverse()) {
		const set = setText(words, at.columnMm, {
			sizePt: at.textPt,
			isBold: true,
			colour: inks.muted,
			role: 'heading',
			align: 'center'
		});
		set.paint(items, at.xOf(index), at.top);
		if (words === '') continue;
		const y = at.top + set.heightMm + at.em * 0.1;
		items.push({
			kind: 'line',
			x1: at.xOf(index),
			y1: y,
			x2: at.xOf(index) + at.columnMm,
			y2: y,
			lineMm: at.lineMm,
			dash: [],
			colour: inks.rule
		});
	}
}

type Point = readonly [x: number, y: number];

/** Arrows to one box share one upright in the gutter before it, so that they meet before they arrive. */
function paintLines(
	items: SheetItem[],
	{ columns, routes }: Layers<CauseLine>,
	at: DrawingArea & {
		readonly xOf: (column: number) => number;
		readonly columnMm: number;
		readonly gutterMm: number;
	}
): void {
	const slots = new Map(
		columns.flatMap((column, index) =>
			column.map((slot) => [slot.key, { slot, column: index }] as const)
		)
	);
	const arrivalOf = (key: string, look: string): string => `${key} ${look}`;
	const dotted = at.lineMm * 8;
	const entryY = (key: string, look: string): number => {
		const one = slots.get(key);
		const shift = typeof one?.slot.node === 'string' && look === 'written' ? dotted / 2 : 0;
		return (one?.slot.y ?? 0) + shift;
	};
	const uprights = new Map<string, { gutter: number; low: number; high: number; track: number }>();
	for (const { slots: way, edge } of routes)
		for (const [index, key] of way.entries()) {
			const next = way[index + 1];
			const one = slots.get(key);
			if (next === undefined || !one) continue;
			const [from, to] = [entryY(key, index === 0 ? '' : edge.look), entryY(next, edge.look)];
			const arrival = arrivalOf(next, edge.look);
			const upright = uprights.get(arrival) ?? { gutter: one.column, low: to, high: to, track: 0 };
			upright.low = Math.min(upright.low, from);
			upright.high = Math.max(upright.high, from);
			uprights.set(arrival, upright);
		}
	const tracks = assignTracks([...uprights.values()]);
	const head = at.lineMm * 14;
	const trackX = (arrival: string): number => {
		const upright = uprights.get(arrival);
		if (!upright) return 0;
		const start = at.xOf(upright.gutter) + at.columnMm;
		const room = at.gutterMm - head;
		return start + (room * (upright.track + 1)) / ((tracks.get(upright.gutter) ?? 1) + 1);
	};
	const colour = coloursOf('cause', at.isMonochrome).strong;
	// The chosen way lies above the others.
	const order = [...routes].sort((a, b) => Number(a.edge.isChosen) - Number(b.edge.isChosen));
	for (const { slots: way, edge, isBack } of order) {
		const points: Point[] = [];
		for (const [index, key] of way.entries()) {
			const one = slots.get(key);
			if (!one) continue;
			const x = at.xOf(one.column);
			const y = entryY(key, index === 0 ? '' : edge.look);
			if (index > 0) {
				const upright = trackX(arrivalOf(key, edge.look));
				const before = points.at(-1)?.[1] ?? y;
				points.push([upright, before], [upright, y], [x, y]);
			}
			if (index < way.length - 1) points.push([x + at.columnMm, y]);
		}
		const clean = withoutIdle(isBack ? [...points].reverse() : points);
		items.push({
			kind: 'connector',
			from: edge.from,
			to: edge.to,
			points: clean,
			hasHead: true,
			colour,
			lineMm: at.lineMm * (edge.isChosen ? 3 : 1.4),
			dash: edge.isWritten ? [at.lineMm * 2.4, at.lineMm * 3] : []
		});
	}
}

/** Uprights that would lie upon each other in a gutter get tracks of their own; gives how many each gutter has. */
function assignTracks(
	uprights: readonly { gutter: number; low: number; high: number; track: number }[]
): ReadonlyMap<number, number> {
	const tracks = new Map<number, number>();
	const taken: { gutter: number; track: number; low: number; high: number }[] = [];
	for (const upright of [...uprights].sort((a, b) => a.gutter - b.gutter || a.low - b.low)) {
		const isTaken = (track: number): boolean =>
			taken.some(
				(other) =>
					other.gutter === upright.gutter &&
					other.track === track &&
					other.low <= upright.high + 1 &&
					upright.low <= other.high + 1
			);
		if (upright.high - upright.low > 0.01) while (isTaken(upright.track)) upright.track += 1;
		taken.push(upright);
		tracks.set(upright.gutter, Math.max(tracks.get(upright.gutter) ?? 1, upright.track + 1));
	}
	return tracks;
}

/** The corners alone. */
function withoutIdle(points: readonly Point[]): readonly Point[] {
	return points.filter(([x, y], index) => {
		const before = points[index - 1];
		const after = points[index + 1];
		if (before && Math.abs(before[0] - x) < 0.01 && Math.abs(before[1] - y) < 0.01) return false;
		if (!before || !after) return true;
		const isFlat = Math.abs(before[1] - y) < 0.01 && Math.abs(after[1] - y) < 0.01;
		const isUpright = Math.abs(before[0] - x) < 0.01 && Math.abs(after[0] - x) < 0.01;
		return !isFlat && !isUpright;
	});
}
