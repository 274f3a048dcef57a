import type { SheetItem, TextItem, TextRun } from '../method/worksheet/sheet-items.ts';
import { mmPerPt } from '../method/worksheet/sheet-metrics.ts';
import type { PlacedBox } from './pptx-shapes.ts';
import { boxXml, glueXml, lineShapeXml, pathXml, rectXml } from './pptx-shapes.ts';
import { hiddenTitleXml, textXml } from './pptx-text.ts';
import { escapeXml } from './xml-text.ts';

/** One slide: what its outline calls it, and what stands on it. */
export interface Slide {
	readonly title: string;
	readonly items: readonly SheetItem[];
}

const namespaces =
	'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
const noGroup =
	'<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

/** A slide as the XML of its part: native shapes, running texts whole, connectors glued to their boxes. */
export function slideXml({ title, items }: Slide, widthMm: number): string {
	const runs = new Map<TextRun, TextItem[]>();
	for (const item of items)
		if (item.kind === 'text' && item.run) runs.set(item.run, [...(runs.get(item.run) ?? []), item]);
	const boxes = new Map<string, PlacedBox>();
	// 1 is the slide itself.
	let id = 1;
	for (const item of items) {
		if (isShape(item, runs)) id += 1;
		if (item.kind === 'box') boxes.set(item.id, { shape: id, box: item });
	}
	const titleItem = items.find((item) => item.kind === 'text' && item.role === 'title');
	const hidden = titleItem ? '' : hiddenTitleXml(id + 1, title, widthMm);

	id = 1;
	const shapes = items.map((item) => {
		if (!isShape(item, runs)) return '';
		id += 1;
		switch (item.kind) {
			case 'rect':
				return rectXml(id, item);
			case 'line':
				return lineShapeXml(id, item);
			case 'box':
				return boxXml(id, item);
			case 'path':
				return pathXml(id, item);
			case 'connector':
				return glueXml(id, item, boxes.get(item.from), boxes.get(item.to));
			case 'text': {
				const lines = (item.run && runs.get(item.run)) ?? [item];
				const isTitle = item === titleItem;
				return textXml(id, lines, {
					isTitle,
					freeMm: item.run ? roomBelow(lines, items) : 0,
					freeWidthMm: isTitle ? roomBeside(item, items, widthMm) : 0
				});
			}
		}
	});
	return (
		`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<p:sld ${namespaces}><p:cSld name="${escapeXml(title)}"><p:spTree>${noGroup}` +
		`${hidden}${shapes.join('')}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`
	);
}

/** A run is one shape, at the place of its first line. */
function isShape(item: SheetItem, runs: ReadonlyMap<TextRun, readonly TextItem[]>): boolean {
	if (item.kind !== 'text' || !item.run) return true;
	return runs.get(item.run)?.[0] === item;
}

/** How far down it is from the last line of a run to whatever stands under it. */
function roomBelow(lines: readonly TextItem[], items: readonly SheetItem[]): number {
	const last = lines.at(-1);
	const run = last?.run;
	if (!last || !run) return 0;
	// Baselines: what counts is where the letters of the next line would stand.
	const [left, right] = [run.x, run.x + run.widthMm];
	let next = Infinity;
	const meets = (x: number, width: number, y: number): void => {
		if (y > last.y + 1e-6 && x < right && x + width > left) next = Math.min(next, y);
	};
	for (const item of items)
		switch (item.kind) {
			case 'text':
				if (item.run !== run)
					meets(item.run?.x ?? item.x, item.run?.widthMm ?? 1, item.y - item.sizePt * mmPerPt);
				break;
			case 'line':
				meets(Math.min(item.x1, item.x2), Math.abs(item.x2 - item.x1), Math.min(item.y1, item.y2));
				break;
			case 'path':
				meets(item.x, item.scale, item.y);
				break;
			case 'connector':
				for (const [x, y] of item.points) meets(x, 0, y);
				break;
			default:
				meets(item.x, item.width, item.y);
				meets(item.x, item.width, item.y + item.height);
		}
	const descent = last.sizePt * mmPerPt * 0.12;
	return Number.isFinite(next) ? Math.max(0, next - last.y - descent) : 0;
}

/** How far it is from where a line begins to the next text on its right, or to the edge of the slide. */
function roomBeside(line: TextItem, items: readonly SheetItem[], widthMm: number): number {
	const reach = line.sizePt * mmPerPt;
	let right = widthMm * 0.98;
	for (const item of items)
		if (item.kind === 'text' && item.x > line.x && Math.abs(item.y - line.y) < reach)
			right = Math.min(right, item.x);
	return right - line.x;
}
