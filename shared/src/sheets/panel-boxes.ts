import type { SheetItem } from '../method/worksheet/sheet-items.ts';
import { inks } from '../method/worksheet/sheet-items.ts';
import { mmPerPt } from '../method/worksheet/sheet-metrics.ts';
import { cardOutlines, coloursOf } from './card-looks.ts';
import type { PanelBox } from './panel.ts';
import type { SetRows } from './panel-rows.ts';
import { setRows } from './panel-rows.ts';
import type { SetText } from './pen.ts';
import { setText } from './pen.ts';

/** A box with its place, in mm from the top left of the area. */
export interface PlacedBox {
	readonly box: PanelBox;
	readonly heading: SetText | null;
	readonly words: SetRows;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** What went into an area and what did not. */
export interface FilledBoxes {
	readonly placed: readonly PlacedBox[];
	readonly heightMm: number;
	readonly rest: readonly PanelBox[];
}

/** A column of boxes is never wider than a line the eye can hold. */
const widestEm = 40;
const indentEm = 1.4;
const paddingEm = { x: 0.7, y: 0.5 };
const gapEm = 0.55;
/** A bu of the canvas on paper, where lines are as heavy as on a screen at 60 %. */
const outlineMm = 0.19;
const rootLineMm = 2 * mmPerPt;

/** How far a box stands in from the left of its column. */
export function indentOf({ indent }: PanelBox, em: number): number {
	return Math.min(indent, 3) * indentEm * em;
}

/** How many columns of boxes stand side by side in an area. */
function columnsIn(widthMm: number, count: number, em: number): number {
	return Math.max(1, Math.min(count, Math.ceil(widthMm / (widestEm * em))));
}

/** Fills an area column by column from the top. A box that is too high for any column is cut where that is allowed. */
export function fillBoxes(
	boxes: readonly PanelBox[],
	area: { readonly width: number; readonly height: number; readonly mayCut: boolean },
	textPt: number
): FilledBoxes {
	const em = textPt * mmPerPt;
	const count = columnsIn(area.width, boxes.length, em);
	const gap = gapEm * em;
	const columnMm = (area.width - (count - 1) * gap * 1.6) / count;
	const placed: PlacedBox[] = [];
	const waiting = [...boxes];
	let heightMm = 0;
	for (let column = 0; column < count; column += 1) {
		const left = column * (columnMm + gap * 1.6);
		let y = 0;
		for (let box = waiting.shift(); box; box = waiting.shift()) {
			const indent = indentOf(box, em);
			const width = columnMm - indent;
			const heading = headingOf(box, columnMm, textPt, y === 0);
			const top = y + (y === 0 ? 0 : gap) + (heading?.heightMm ?? 0);
			const frame = frameOf(box, em);
			const words = setRows(box.rows, width - frame.x * 2, textPt);
			const height = words.heightMm + frame.y * 2;
			const at = { box, heading, x: left + indent, y: top, width };
			if (top + height <= area.height + 1e-6) {
				placed.push({ ...at, words, height });
				y = top + height;
			} else if (y === 0 && area.mayCut) {
				const [before, rest] = words.cut(area.height - top - frame.y * 2);
				placed.push({ ...at, words: before, height: before.heightMm + frame.y * 2 });
				y = top + before.heightMm + frame.y * 2;
				if (rest.length > 0) waiting.unshift({ ...box, rows: rest, heading: '' });
				heightMm = Math.max(heightMm, y);
				break;
			} else {
				waiting.unshift(box);
				break;
			}
			heightMm = Math.max(heightMm, y);
		}
	}
	return { placed, heightMm, rest: waiting };
}

/** The least height in which all these boxes stand. */
export function heightOfBoxes(boxes: readonly PanelBox[], widthMm: number, textPt: number): number {
	const fill = (height: number): FilledBoxes =>
		fillBoxes(boxes, { width: widthMm, height, mayCut: false }, textPt);
	const em = textPt * mmPerPt;
	if (columnsIn(widthMm, boxes.length, em) === 1) return fill(Infinity).heightMm;
	let low = 0;
	let high = fill(Infinity).heightMm;
	while (high - low > 1) {
		const middle = (low + high) / 2;
		if (fill(middle).rest.length > 0) low = middle;
		else high = middle;
	}
	return fill(high).heightMm;
}

function headingOf(
	box: PanelBox,
	widthMm: number,
	textPt: number,
	isFirst: boolean
): SetText | null {
	if (box.heading === '') return null;
	return setText(box.heading, widthMm, {
		sizePt: textPt,
		isBold: true,
		lineEm: isFirst ? 1.5 : 1.7
	});
}

function frameOf(
	{ isRoot, type }: PanelBox,
	em: number
): { readonly x: number; readonly y: number } {
	const inset = isRoot ? 1.8 * outlineMm + rootLineMm * 1.5 : lineOf(type);
	return { x: paddingEm.x * em + inset, y: paddingEm.y * em + inset };
}

function lineOf(type: PanelBox['type']): number {
	return (type === null ? 1 : cardOutlines[type].width) * outlineMm;
}

/** A box alone: its words for this width, how high it becomes, and what of that its frame takes. */
export function measureBox(
	box: PanelBox,
	widthMm: number,
	textPt: number
): {
	readonly words: SetRows;
	readonly heightMm: number;
	readonly frameMm: number;
	readonly sideMm: number;
} {
	const frame = frameOf(box, textPt * mmPerPt);
	const words = setRows(box.rows, widthMm - frame.x * 2, textPt);
	return {
		words,
		heightMm: words.heightMm + frame.y * 2,
		frameMm: frame.y * 2,
		sideMm: frame.x * 2
	};
}

/** Paints a placed box with its words; `id` is what connectors call it. */
export function paintBox(
	items: SheetItem[],
	{ box, heading, words, x, y, width, height }: PlacedBox,
	at: {
		readonly id: string;
		readonly x: number;
		readonly y: number;
		readonly textPt: number;
		readonly isMonochrome: boolean;
		/** A heavier outline than its type has. */
		readonly isStrong?: boolean;
	}
): void {
	const em = at.textPt * mmPerPt;
	const left = at.x + x;
	const top = at.y + y;
	const colours = coloursOf(box.type ?? 'note', at.isMonochrome);
	const outline = box.type === null ? cardOutlines.fact : cardOutlines[box.type];
	heading?.paint(items, at.x + x, top - heading.heightMm);
	const weight = at.isStrong === true && !box.isRoot ? Math.max(4, outline.width) : outline.width;
	const lineMm = (box.isQuiet ? 1 : weight) * outlineMm;
	items.push({
		kind: 'box',
		id: at.id,
		x: left,
		y: top,
		width,
		height,
		radiusMm: box.isRoot ? 0 : em * 0.3,
		fill: box.isRoot ? inks.paper : colours.face,
		colour: box.isRoot || at.isStrong === true ? colours.strong : colours.border,
		lineMm,
		dash: outline.dash.map((part) => part * outlineMm)
	});
	const inset = box.isRoot ? lineMm * 1.4 + rootLineMm / 2 : lineMm * 2;
	if (box.isRoot || outline.isDouble)
		items.push({
			kind: 'rect',
			x: left + inset,
			y: top + inset,
			width: width - inset * 2,
			height: height - inset * 2,
			lineMm: box.isRoot ? rootLineMm : lineMm,
			colour: box.isRoot ? colours.strong : colours.border
		});
	const frame = frameOf(box, em);
	words.paint(items, left + frame.x, top + frame.y);
}
