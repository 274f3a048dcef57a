import type { Board } from '../method/board.ts';
import { connectorShape } from '../method/worksheet/connector-shape.ts';
import type { SheetItem, SheetLayout, TextItem } from '../method/worksheet/sheet-items.ts';
import { inks } from '../method/worksheet/sheet-items.ts';
import { mmPerPt } from '../method/worksheet/sheet-metrics.ts';
import { sheetKinds } from '../sheets/index.ts';
import type { ExportedFile, ExportOptions } from './export-format.ts';
import { escapeXml } from './xml-text.ts';

/** Between pages, in mm. */
const gapMm = 8;
/** Behind a page, where there are several. */
const deskColour = '#E6EBF0';
// The font has one name in Latin letters and one in kana; programs know either. Then what other systems have.
const fontFamily =
	"'BIZ UDPGothic','BIZ UDPゴシック','BIZ UDゴシック','Hiragino Sans','Noto Sans JP','Yu Gothic',sans-serif";

/** A sheet as one drawing with real text, its pages below each other; nothing in it is fetched from anywhere. */
export async function writeSvg(board: Board, options: ExportOptions): Promise<ExportedFile> {
	const maker = await sheetKinds[options.sheet].load();
	const layout = maker.layOut(board, options);
	const svg = paintSvg(layout, maker.tell(board, options).title, options.date);
	// Letters the font lacks are taken from another font by the program that shows the drawing.
	return { bytes: new TextEncoder().encode(svg), missingCharacters: [] };
}

function paintSvg(layout: SheetLayout, title: string, date: string): string {
	const { widthMm, heightMm, pages } = layout;
	const count = pages.length;
	const wholeMm = heightMm * count + gapMm * (count - 1);
	const parts = [
		'<?xml version="1.0" encoding="UTF-8"?>\n',
		`<svg xmlns="http://www.w3.org/2000/svg" width="${widthMm}mm" height="${wholeMm}mm" viewBox="0 0 ${widthMm} ${wholeMm}" lang="ja" xml:lang="ja" xml:space="preserve" font-family="${fontFamily}" fill="${inks.text}">`,
		`<title>${escapeXml(title)}</title>`,
		`<desc>${escapeXml(`連携ボード ${date}`)}</desc>`
	];
	if (count > 1) parts.push(`<rect width="${widthMm}" height="${wholeMm}" fill="${deskColour}"/>`);
	for (const [index, page] of pages.entries()) {
		const top = index * (heightMm + gapMm);
		parts.push(top > 0 ? `<g transform="translate(0 ${top})">` : '<g>');
		parts.push(`<rect width="${widthMm}" height="${heightMm}" fill="${inks.paper}"/>`);
		parts.push(...paintPage(page), '</g>');
	}
	return [...parts, '</svg>\n'].join('');
}

function* paintPage(items: readonly SheetItem[]): Generator<string, void> {
	for (let index = 0; index < items.length; index += 1) {
		const item = items[index];
		if (item?.kind !== 'text') {
			if (item) yield paintShape(item);
			continue;
		}
		const lines = [item];
		for (let next = items[index + 1]; isSameRun(item, next); next = items[index + 1]) {
			lines.push(next);
			index += 1;
		}
		yield paintLines(lines);
	}
}

function isSameRun(item: TextItem, next: SheetItem | undefined): next is TextItem {
	return next?.kind === 'text' && item.run !== undefined && next.run === item.run;
}

/** The lines broken from one text are one text here too: it is taken hold of and copied as a whole. */
function paintLines(lines: readonly TextItem[]): string {
	const [first] = lines;
	if (!first) return '';
	const common = textLook(first);
	if (lines.length === 1) return `<text${place(first)}${common}>${escapeXml(first.text)}</text>`;
	const spans = lines.map((line) => {
		const own = textLook(line);
		return `<tspan${place(line)}${own === common ? '' : own}>${escapeXml(line.text)}</tspan>`;
	});
	return `<text${common}>${spans.join('')}</text>`;
}

function place({ x, y }: TextItem): string {
	return ` x="${short(x)}" y="${short(y)}"`;
}

function textLook({ sizePt, isBold, colour }: TextItem): string {
	const weight = isBold ? ' font-weight="700"' : '';
	const fill = colour === inks.text ? '' : ` fill="${colour}"`;
	return ` font-size="${short(sizePt * mmPerPt)}"${weight}${fill}`;
}

function paintShape(item: Exclude<SheetItem, TextItem>): string {
	switch (item.kind) {
		case 'rect':
			return `<rect${frame(item)} fill="none"${line(item)}/>`;
		case 'box': {
			const radius = item.radiusMm > 0 ? ` rx="${short(item.radiusMm)}"` : '';
			const edge = item.lineMm > 0 ? line(item) : '';
			return `<rect${frame(item)}${radius} fill="${item.fill ?? 'none'}"${edge}/>`;
		}
		case 'line': {
			const [x1, y1, x2, y2] = [item.x1, item.y1, item.x2, item.y2].map(short);
			return `<path d="M${x1} ${y1}L${x2} ${y2}"${line(item)}/>`;
		}
		case 'connector': {
			const { shaft, head } = connectorShape(item);
			const arrow = head.length > 0 ? `<path d="M${points(head)}z" fill="${item.colour}"/>` : '';
			return `<path d="M${points(shaft)}" fill="none"${line(item)}/>${arrow}`;
		}
		case 'path': {
			const { path, x, y, scale, fill, stroke, lineUnits, isRound } = item;
			const ends = isRound ? ' stroke-linecap="round" stroke-linejoin="round"' : '';
			const edge =
				stroke === null ? '' : ` stroke="${stroke}" stroke-width="${short(lineUnits)}"${ends}`;
			const transform = `translate(${short(x)} ${short(y)}) scale(${+scale.toFixed(5)})`;
			return `<path d="${path}" transform="${transform}" fill="${fill ?? 'none'}"${edge}/>`;
		}
	}
}

interface Frame {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

function frame({ x, y, width, height }: Frame): string {
	return ` x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"`;
}

interface Stroke {
	readonly colour: string;
	readonly lineMm: number;
	readonly dash?: readonly number[];
}

function line({ colour, lineMm, dash = [] }: Stroke): string {
	const dashes = dash.length > 0 ? ` stroke-dasharray="${dash.map(short).join(' ')}"` : '';
	return ` stroke="${colour}" stroke-width="${short(lineMm)}"${dashes}`;
}

function points(list: readonly (readonly [x: number, y: number])[]): string {
	return list.map(([x, y]) => `${short(x)} ${short(y)}`).join('L');
}

/** A hundredth of a millimetre is finer than any printer. */
function short(value: number): string {
	return String(Math.round(value * 100) / 100);
}
