import type { Box } from '../geometry/box.ts';
import type { CardType } from '../method/ids.ts';
import { lineWidthEm } from '../method/worksheet/break-lines.ts';
import { boldAdvances, regularAdvances } from '../method/worksheet/font-advances.ts';
import type { Method } from '../method/packs/method.ts';
import type { SheetItem, TextItem, TextRole, TextRun } from '../method/worksheet/sheet-items.ts';
import { inks } from '../method/worksheet/sheet-items.ts';
import { mmPerPt, smallestPt } from '../method/worksheet/sheet-metrics.ts';

/** What draws the board on paper: bu become mm, `x, y` is where the board's 0, 0 lies on the page. */
export interface BoardBrush {
	readonly items: SheetItem[];
	readonly x: number;
	readonly y: number;
	/** Millimetres per bu. */
	readonly scale: number;
	readonly isMonochrome: boolean;
	readonly words: Method['cardTypes'];
}

/** The marks of a card type at the head of its zone and on its cards. */
export function badgeOf(
	type: CardType,
	words: Method['cardTypes']
): { readonly type: CardType; readonly mark: string } {
	return { type, mark: words[type].mark };
}

/** The size of a text of so many bu, and never too small to read. */
export function ptOf(brush: Pick<BoardBrush, 'scale'>, size: number): number {
	return Math.max(smallestPt, (size * brush.scale) / mmPerPt);
}

/** How a line of text on the board looks. */
export interface BoardText {
	/** Where its baseline begins, in bu. */
	readonly x: number;
	readonly y: number;
	readonly text: string;
	readonly size: number;
	readonly isBold?: boolean;
	readonly colour?: string;
	readonly align?: 'left' | 'center';
	readonly cardIds?: TextItem['cardIds'];
	readonly role?: TextRole;
	readonly run?: TextRun;
}

/** Paints one line of text. */
export function paintText(brush: BoardBrush, text: BoardText): void {
	if (text.text.trim() === '') return;
	const sizePt = ptOf(brush, text.size);
	const isBold = text.isBold === true;
	const width = lineWidthEm(text.text, isBold ? boldAdvances : regularAdvances) * sizePt * mmPerPt;
	brush.items.push({
		kind: 'text',
		x: brush.x + text.x * brush.scale - (text.align === 'center' ? width / 2 : 0),
		y: brush.y + text.y * brush.scale,
		text: text.text,
		sizePt,
		isBold,
		colour: text.colour ?? inks.text,
		cardIds: text.cardIds ?? [],
		role: text.role ?? 'text',
		...(text.run ? { run: text.run } : {})
	});
}

/** Paints a frame in bu. */
export function paintFrame(
	brush: BoardBrush,
	id: string,
	{ x, y, width, height }: Box,
	look: {
		readonly radius: number;
		readonly fill: string | null;
		readonly colour: string;
		readonly line: number;
		readonly dash?: readonly number[];
	}
): void {
	const { scale } = brush;
	brush.items.push({
		kind: 'box',
		id,
		x: brush.x + x * scale,
		y: brush.y + y * scale,
		width: width * scale,
		height: height * scale,
		radiusMm: look.radius * scale,
		fill: look.fill,
		colour: look.colour,
		lineMm: look.line * scale,
		dash: (look.dash ?? []).map((part) => part * scale)
	});
}

/** Where the baseline of a line lies below its top, in bu. */
export function baselineIn(lineHeight: number, size: number): number {
	return (lineHeight - size) / 2 + 0.88 * size;
}
