import { shareHeight } from '../method/worksheet/share-height.ts';
import type { SheetItem, SheetLayout } from '../method/worksheet/sheet-items.ts';
import { inks } from '../method/worksheet/sheet-items.ts';
import { mmPerPt, papers } from '../method/worksheet/sheet-metrics.ts';
import type { Panel, PanelBand, PanelSheet } from './panel.ts';
import { fillBoxes, heightOfBoxes, indentOf, paintBox } from './panel-boxes.ts';
import { paintChain } from './panel-chain.ts';
import type { PlacedPanel } from './panel-chain.ts';
import type { PanelPage } from './panel-head.ts';
import { headOfPanel, paintPanelHead, paddingEm } from './panel-head.ts';
import { setRows } from './panel-rows.ts';
import { balanceWidths } from './panel-widths.ts';
import { paintFeet } from './pen.ts';
import type { SetText } from './pen.ts';
import { paintSheetHead } from './sheet-head.ts';
import type { SheetOptions } from './sheet-kind.ts';

interface MeasuredBand {
	readonly band: PanelBand;
	readonly widths: readonly number[];
	readonly headMm: number;
	readonly needMm: number;
}

const arrowRoomEm = 2.1;
const openEm = 6;
/** How far boxes move apart where there is room. */
const spreadEm = 0.8;
const footEm = 1.9;
/** Where a page cannot hold everything, no row takes more than its part while another needs it. */
const shares = { first: 0.8, other: 1 } as const;

/**
 * Stages on paper: the largest text at which one page holds them all, else pages 「つづき」 at a comfortable size.
 * Nothing is clipped, no card left out.
 */
export function layOutPanels(sheet: PanelSheet, options: SheetOptions): SheetLayout {
	const metrics = papers[options.paper];
	const sizes: number[] = [];
	for (let pt: number = metrics.basePt; pt >= metrics.minPt; pt -= 0.5) sizes.push(pt);
	let [low, high] = [0, sizes.length];
	// The largest size that fits; a larger text never fits where a smaller one does not.
	while (low < high) {
		const middle = (low + high) >> 1;
		if (layOutAt(sheet, options, sizes[middle] ?? metrics.minPt, 1)) high = middle;
		else low = middle + 1;
	}
	const size = sizes[low];
	const fitting = size === undefined ? null : layOutAt(sheet, options, size, 1);
	const layout = fitting ?? layOutAt(sheet, options, metrics.flowPt, Infinity);
	// Every page takes at least one line of every stage, so an endless sheet always ends.
	if (!layout) throw new Error('A sheet without a limit of pages did not fit');
	return layout;
}

function layOutAt(
	sheet: PanelSheet,
	options: SheetOptions,
	textPt: number,
	maxPages: number
): SheetLayout | null {
	const metrics = papers[options.paper];
	const { widthMm, heightMm, marginMm } = metrics;
	const pages: SheetItem[][] = [];
	let bands = sheet.bands;
	for (let isDone = false; !isDone;) {
		if (pages.length === maxPages) return null;
		const items: SheetItem[] = [];
		const isContinued = pages.length > 0;
		const em = textPt * mmPerPt;
		const page: PanelPage = {
			metrics,
			textPt,
			em,
			isMonochrome: options.isMonochrome === true,
			isContinued
		};
		const top = paintSheetHead(items, sheet.head, { widthMm, marginMm, textPt, isContinued });
		const bottom = heightMm - marginMm - footEm * Math.max(em, 8 * mmPerPt);
		const rest = layOutBands(items, sheet, bands, page, {
			top,
			bottom,
			mayFlow: maxPages > 1
		});
		if (rest === null) return null;
		pages.push(items);
		bands = rest;
		isDone = bands.length === 0;
	}
	paintFeet(pages, metrics, footOf(sheet));
	return {
		paper: options.paper,
		widthMm,
		heightMm,
		textPt,
		pages,
		bookmarks: [{ title: sheet.name, page: 0 }]
	};
}

function footOf({ caption, head }: PanelSheet): string {
	return head.title.includes(caption) ? head.title : `${caption}　${head.title}`;
}

/** Paints one page and gives the bands still to come, or null when all must fit and does not. */
function layOutBands(
	items: SheetItem[],
	sheet: PanelSheet,
	bands: readonly PanelBand[],
	page: PanelPage,
	area: { readonly top: number; readonly bottom: number; readonly mayFlow: boolean }
): readonly PanelBand[] | null {
	const gap = arrowRoomEm * page.em;
	const measured = bands.map((band) => measureBand(band, page));
	const room = area.bottom - area.top - gap * (bands.length - 1);
	const need = measured.reduce((sum, { needMm }) => sum + needMm, 0);
	const fits = need <= room + 1e-6;
	if (!fits && !area.mayFlow) return null;
	const grow = bands.reduce((sum, band) => sum + band.grow, 0);
	const heights = fits
		? measured.map(
				({ needMm, band }) =>
					needMm + ((room - need) * band.grow) / (grow || 1) / (grow === 0 ? bands.length : 1)
			)
		: shareHeight(
				room,
				measured.map(({ needMm }, index) => ({
					need: needMm,
					share: index === 0 ? shares.first : shares.other
				}))
			);
	const rest: PanelBand[] = [];
	const places: PlacedPanel[] = [];
	let y = area.top;
	for (const [index, one] of measured.entries()) {
		const height = heights[index] ?? 0;
		const columns = paintBand(items, one, { y, height, band: index }, page, places);
		if (columns.length > 0) rest.push({ ...one.band, columns });
		y += height + gap;
	}
	paintChain(items, sheet.chain, places, gap, page.metrics.lineMm * 2.4);
	return rest;
}

function measureBand(band: PanelBand, page: PanelPage): MeasuredBand {
	const { widthMm, marginMm } = page.metrics;
	const { columns } = band;
	const gaps = (columns.length - 1) * arrowRoomEm * page.em;
	const widths = balanceWidths(
		widthMm - marginMm * 2 - gaps,
		band.leastEm * page.em,
		columns.map((panels) => (width: number) => columnNeed(panels, width, page, 0))
	);
	const headMm = Math.max(
		...columns.map((panels, index) => {
			const [first] = panels;
			return first ? headOfPanel(first, widths[index] ?? 0, page).heightMm : 0;
		})
	);
	const needMm = Math.max(
		...columns.map((panels, index) => columnNeed(panels, widths[index] ?? 0, page, headMm))
	);
	return { band, widths, headMm, needMm };
}

function columnNeed(
	panels: readonly Panel[],
	widthMm: number,
	page: PanelPage,
	leastHeadMm: number
): number {
	const gaps = (panels.length - 1) * arrowRoomEm * page.em;
	return panels.reduce(
		(sum, panel, index) => sum + panelNeed(panel, widthMm, page, index === 0 ? leastHeadMm : 0),
		gaps
	);
}

function panelNeed(panel: Panel, widthMm: number, page: PanelPage, leastHeadMm: number): number {
	const { em, textPt } = page;
	const inner = widthMm - paddingEm * em * 2;
	const head = Math.max(leastHeadMm, headOfPanel(panel, widthMm, page).heightMm);
	const notes = notesOf(panel, inner, page).heightMm;
	const body =
		panel.boxes.length > 0
			? heightOfBoxes(panel.boxes, inner, textPt)
			: panel.notes.length > 0
				? 0
				: openEm * em;
	return head + notes + body + paddingEm * em * 2;
}

function notesOf(
	panel: Panel,
	inner: number,
	{ textPt, em }: PanelPage
): { heightMm: number } & Pick<SetText, 'paint'> {
	const rows = setRows(panel.notes, inner, textPt);
	return {
		heightMm: panel.notes.length === 0 ? 0 : rows.heightMm + em * 0.4,
		paint: rows.paint
	};
}

/** Paints the columns of a band and gives what is left of them. */
function paintBand(
	items: SheetItem[],
	{ band, widths, headMm }: MeasuredBand,
	at: { readonly y: number; readonly height: number; readonly band: number },
	page: PanelPage,
	places: PlacedPanel[]
): readonly (readonly Panel[])[] {
	const gap = arrowRoomEm * page.em;
	const rest: (readonly Panel[])[] = [];
	let x = page.metrics.marginMm;
	for (const [index, panels] of band.columns.entries()) {
		const width = widths[index] ?? 0;
		const heights = shareHeight(
			at.height - gap * (panels.length - 1),
			panels.map((panel, position) => ({
				need: panelNeed(panel, width, page, position === 0 ? headMm : 0),
				share: 1
			}))
		);
		const left: Panel[] = [];
		let y = at.y;
		for (const [position, panel] of panels.entries()) {
			const height = heights[position] ?? 0;
			const place = { x, y, width, height, headMm: position === 0 ? headMm : 0 };
			const { restPanel, placed } = paintPanel(items, panel, place, page);
			places.push({ ...placed, band: at.band });
			if (restPanel) left.push(restPanel);
			y += height + gap;
		}
		if (left.length > 0) rest.push(left);
		x += width + gap;
	}
	return rest;
}

function paintPanel(
	items: SheetItem[],
	panel: Panel,
	at: {
		readonly x: number;
		readonly y: number;
		readonly width: number;
		readonly height: number;
		readonly headMm: number;
	},
	page: PanelPage
): { readonly restPanel: Panel | null; readonly placed: Omit<PlacedPanel, 'band'> } {
	const { em, textPt, isMonochrome } = page;
	const { x, y, width, height } = at;
	const head = headOfPanel(panel, width, page);
	const headMm = Math.max(at.headMm, head.heightMm);
	const padding = paddingEm * em;
	items.push({
		kind: 'box',
		id: panel.id,
		x,
		y: y + headMm,
		width,
		height: height - headMm,
		radiusMm: 0,
		fill: null,
		colour: inks.rule,
		lineMm: page.metrics.lineMm * 0.8,
		dash: []
	});
	paintPanelHead(items, panel, head, { x, y, width, height: headMm }, page);

	const placed = { id: panel.id, x, y, width, height, headMm };
	const inner = width - padding * 2;
	let top = y + headMm + padding;
	const bottom = y + height - padding;
	const notes = notesOf(panel, inner, page);
	notes.paint(items, x + padding, top);
	if (panel.boxes.length === 0) return { restPanel: null, placed };
	top += notes.heightMm;
	const room = bottom - top;
	// Columns of boxes side by side become equally long where there is room.
	const need = heightOfBoxes(panel.boxes, inner, textPt) + 0.01;
	const filled = fillBoxes(
		panel.boxes,
		{ width: inner, height: Math.min(room, need), mayCut: need > room },
		textPt
	);
	const isOneColumn = filled.placed.every((one) => one.x - indentOf(one.box, em) < em);
	const spread =
		isOneColumn && filled.rest.length === 0
			? Math.min(spreadEm * em, (bottom - top - filled.heightMm) / filled.placed.length)
			: 0;
	for (const [index, box] of filled.placed.entries())
		paintBox(items, box, {
			id: `${panel.id}.${index}`,
			x: x + padding,
			y: top + spread * index,
			textPt,
			isMonochrome
		});
	const restPanel =
		filled.rest.length === 0 ? null : { ...panel, notes: [], boxes: filled.rest, isBegun: true };
	return { restPanel, placed };
}
