import type { Cell, CellStyle } from 'hucre/xlsx';
import { breakLines } from '../method/worksheet/break-lines.ts';
import { regularAdvances } from '../method/worksheet/font-advances.ts';

/** Pixels per point, as Excel counts the widths of columns. */
export const pxPerPt = 96 / 72;

/** The font of every cell; the Japanese family name is the one Windows 10 and later know. */
export const excelFont = { name: 'BIZ UDPゴシック', charset: 128, family: 3, size: 11 } as const;

// A PC without the font falls back to a wider one: a line reckoned 3 % wider and 35 % higher than the text holds both.
const widthSlack = 1.03;
const lineHeight = 1.35;

const cellPaddingPx = 10;
const digitPx = 8;
const columnPaddingPx = 5;

/** The height of one line of cells in pt. */
export function lineHeightPt(sizePt: number): number {
	return Math.ceil(sizePt * lineHeight);
}

/** The highest row Excel allows, in pt. */
const maxRowPt = 409;

/** The longest text a cell holds. */
const maxCellLength = 32_767;

/** A column `px` wide, in the digits of the default font in which Excel counts. */
export function columnWidth(px: number): { readonly width: number } {
	return { width: (px - columnPaddingPx) / digitPx };
}

/** How many lines a text takes in cells `px` wide together. */
export function linesIn(text: string, px: number, size: number = excelFont.size): number {
	const em = (px - cellPaddingPx) / (size * pxPerPt * widthSlack);
	return breakLines(text, Math.max(em, 1), regularAdvances).length;
}

/** The height of a row that shows so many lines, as far as Excel allows. */
export function rowHeight(lines: number, sizePt: number = excelFont.size): number {
	return Math.min(maxRowPt, lines * lineHeightPt(sizePt) + 5);
}

/** A cell of text. Never a formula, and `_x000B_` in a card stays what was typed instead of becoming a control character. */
export function textCell(text: string, style: CellStyle = {}): Partial<Cell> {
	// A frame needs no text, and an empty one would still cost a place in the file.
	if (text === '') return { value: null, style };
	return {
		value: text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').slice(0, maxCellLength),
		type: 'string',
		style: {
			...style,
			font: { ...excelFont, ...style.font },
			alignment: { wrapText: true, vertical: 'top', ...style.alignment }
		}
	};
}
