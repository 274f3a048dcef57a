import type { CardId } from '../method/card.ts';
import { breakLines, lineWidthEm } from '../method/worksheet/break-lines.ts';
import { boldAdvances, regularAdvances } from '../method/worksheet/font-advances.ts';
import { ascentEm } from '../method/worksheet/layout-head.ts';
import type { SheetItem, TextRole, TextRun } from '../method/worksheet/sheet-items.ts';
import { inks } from '../method/worksheet/sheet-items.ts';
import { mmPerPt, smallestPt } from '../method/worksheet/sheet-metrics.ts';

/** How a running text looks; regular, left-aligned and in the ink of text unless said. */
export interface TextLook {
	readonly sizePt: number;
	readonly isBold?: boolean;
	readonly colour?: string;
	readonly align?: 'left' | 'center' | 'right';
	readonly role?: TextRole;
	readonly cardIds?: readonly CardId[];
	/** The height of a line in em of the text. */
	readonly lineEm?: number;
}

/** A text broken for a width, with what it takes; painting it is a second step so that it can be measured first. */
export interface SetText {
	readonly lines: readonly string[];
	readonly heightMm: number;
	/** Adds the lines to the items of a page, the top of the first at `y`. */
	readonly paint: (items: SheetItem[], x: number, y: number) => void;
	/** The same text cut after so many lines, for a page that ends within it. */
	readonly cut: (lines: number) => readonly [before: SetText, after: SetText];
}

const usualLineEm = 1.42;

/** Breaks a text for a column of `widthMm`, by 禁則 and the widths of the font. */
export function setText(text: string, widthMm: number, look: TextLook): SetText {
	const mm = look.sizePt * mmPerPt;
	const advances = look.isBold === true ? boldAdvances : regularAdvances;
	return setLines(text, breakLines(text, widthMm / mm, advances), widthMm, look);
}

function setLines(
	text: string,
	lines: readonly string[],
	widthMm: number,
	look: TextLook
): SetText {
	const { sizePt, isBold = false, align = 'left', lineEm = usualLineEm } = look;
	const mm = sizePt * mmPerPt;
	const lineMm = mm * lineEm;
	const advances = isBold ? boldAdvances : regularAdvances;
	return {
		lines,
		heightMm: lines.length * lineMm,
		paint: (items, x, y) => {
			const run: TextRun = { parts: [{ text, isBold }], x, widthMm, lineMm, align };
			for (const [index, line] of lines.entries()) {
				if (line.trim() === '') continue;
				const free = align === 'left' ? 0 : widthMm - lineWidthEm(line, advances) * mm;
				items.push({
					kind: 'text',
					x: x + (align === 'center' ? free / 2 : free),
					y: y + index * lineMm + (lineMm - mm) / 2 + mm * ascentEm,
					text: line,
					sizePt,
					isBold,
					colour: look.colour ?? inks.text,
					cardIds: look.cardIds ?? [],
					role: look.role ?? 'text',
					run
				});
			}
		},
		cut: (count) => {
			let read = 0;
			for (const line of lines.slice(0, count)) {
				read += line.length;
				if (text[read] === '\n') read += 1;
			}
			return [
				setLines(text.slice(0, read).replace(/\n$/, ''), lines.slice(0, count), widthMm, look),
				setLines(text.slice(read), lines.slice(count), widthMm, look)
			];
		}
	};
}

/** Prints the name of the sheet and the number of each page along the foot of every page. */
export function paintFeet(
	pages: readonly SheetItem[][],
	page: { readonly widthMm: number; readonly heightMm: number; readonly marginMm: number },
	caption: string
): void {
	const { widthMm, heightMm, marginMm } = page;
	const look = { sizePt: smallestPt, colour: inks.muted, lineEm: 1, role: 'decoration' } as const;
	for (const [index, items] of pages.entries()) {
		const y = heightMm - marginMm - smallestPt * mmPerPt;
		const number = setText(`${index + 1} / ${pages.length}`, 30, { ...look, align: 'right' });
		number.paint(items, widthMm - marginMm - 30, y);
		const [line] = setText(caption, widthMm - marginMm * 2 - 34, look).cut(1);
		line.paint(items, marginMm, y);
	}
}
