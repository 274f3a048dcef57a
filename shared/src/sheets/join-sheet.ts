import type { SheetItem, SheetLayout } from '../method/worksheet/sheet-items.ts';
import { inks } from '../method/worksheet/sheet-items.ts';
import type { SetText, TextLook } from './pen.ts';
import { setText } from './pen.ts';

/** A QR code as dark (not 0) and light cells, row by row, without its margin. */
export interface QrCells {
	readonly size: number;
	readonly data: ArrayLike<number>;
}

/** What stands on the sheet of one table. */
export interface JoinSheet {
	/** 「1卓」. */
	readonly table: string;
	/** The address that joins this table. */
	readonly qr: QrCells;
	/** How to join, each a short sentence; numbered on the paper. */
	readonly steps: readonly string[];
}

/** What stands on the sheets of all tables. */
export interface JoinSheetHead {
	readonly workshop: string;
	/** Empty when no day is fixed. */
	readonly date: string;
	/** Six digits. */
	readonly code: string;
	/** What the digits are, in small words above them. */
	readonly codeLabel: string;
}

const page = { widthMm: 210, heightMm: 297, marginMm: 18 };
const innerMm = page.widthMm - 2 * page.marginMm;
const qrMm = 92;
/** Free paper above and below the code; a phone wants four cells of it. */
const quietMm = 11;
const nameSizesPt = [26, 22, 18, 15, 12];
const nameHeightMm = 22;
const stepMm = 12;

/** 参加用紙: one upright A4 page for each table to stand on it, read from an arm's length away. */
export function layOutJoinSheets(head: JoinSheetHead, sheets: readonly JoinSheet[]): SheetLayout {
	return {
		paper: 'A4',
		widthMm: page.widthMm,
		heightMm: page.heightMm,
		textPt: 16,
		pages: sheets.map((sheet) => pageOf(head, sheet)),
		bookmarks: sheets.map(({ table }, index) => ({ title: table, page: index }))
	};
}

function pageOf(head: JoinSheetHead, { table, qr, steps }: JoinSheet): readonly SheetItem[] {
	const items: SheetItem[] = [];
	let y = page.marginMm;
	const put = (text: SetText, gapMm: number): void => {
		text.paint(items, page.marginMm, y);
		y += text.heightMm + gapMm;
	};
	const centred = (text: string, look: TextLook): SetText =>
		setText(text, innerMm, { ...look, align: 'center', lineEm: look.lineEm ?? 1.25 });

	put(nameOf(head.workshop), 2);
	if (head.date !== '') put(centred(head.date, { sizePt: 16, colour: inks.muted }), 2);
	put(centred(table, { sizePt: 60, isBold: true, role: 'heading', lineEm: 1.15 }), quietMm);
	items.push(qrItem(qr, (page.widthMm - qrMm) / 2, y));
	y += qrMm + quietMm;
	put(centred(head.codeLabel, { sizePt: 16, colour: inks.muted }), 0);
	const digits = `${head.code.slice(0, 3)} ${head.code.slice(3)}`;
	put(centred(digits, { sizePt: 72, isBold: true, lineEm: 1.1 }), 4);
	for (const [index, step] of steps.entries()) {
		const number = setText(String(index + 1), stepMm, { sizePt: 20, isBold: true });
		const words = setText(step, innerMm - stepMm, { sizePt: 16 });
		number.paint(items, page.marginMm, y - 1);
		words.paint(items, page.marginMm + stepMm, y);
		y += words.heightMm + 2;
	}
	return items;
}

/** As large as it can be without taking room from the code; a very long name is cut at its end. */
function nameOf(name: string): SetText {
	const texts = nameSizesPt.map((sizePt) =>
		setText(name, innerMm, { sizePt, isBold: true, align: 'center', role: 'title', lineEm: 1.25 })
	);
	const fitting = texts.find(({ heightMm }) => heightMm <= nameHeightMm);
	const smallest = texts.at(-1);
	if (!smallest) throw new RangeError('no size for a name');
	return fitting ?? smallest.cut(4)[0];
}

/** The dark cells as one path, whose unit is a cell; the paper around is its margin. */
function qrItem({ size, data }: QrCells, x: number, y: number): SheetItem {
	let path = '';
	for (let row = 0; row < size; row += 1)
		for (let column = 0; column < size; column += 1) {
			let run = 0;
			while (column + run < size && data[row * size + column + run]) run += 1;
			if (run === 0) continue;
			path += `M${column} ${row}h${run}v1h-${run}z`;
			column += run;
		}
	return {
		kind: 'path',
		path,
		x,
		y,
		scale: qrMm / size,
		fill: '#000000',
		stroke: null,
		lineUnits: 0
	};
}
