import { lineWidthEm } from '../method/worksheet/break-lines.ts';
import { regularAdvances } from '../method/worksheet/font-advances.ts';
import type { SheetItem } from '../method/worksheet/sheet-items.ts';
import { inks } from '../method/worksheet/sheet-items.ts';
import { mmPerPt, smallestPt } from '../method/worksheet/sheet-metrics.ts';
import type { WorksheetRow } from '../method/worksheet/worksheet.ts';
import type { SetText, TextLook } from './pen.ts';
import { setText } from './pen.ts';

/** Rows broken for a width: what they take, and a way to go on elsewhere. */
export interface SetRows {
	readonly heightMm: number;
	readonly paint: (items: SheetItem[], x: number, y: number) => void;
	/** What fits into this height, at least one line, and the rows still to come. */
	readonly cut: (heightMm: number) => readonly [before: SetRows, rest: readonly WorksheetRow[]];
}

interface SetRow {
	readonly row: WorksheetRow;
	/** Mark and label that stand in one line with the words. */
	readonly prefix: string;
	readonly text: SetText;
	/** ① before the text, painted as a text of its own so that the text hangs beside it. */
	readonly mark: SetText | null;
	readonly markX: number;
	readonly x: number;
	readonly gap: number;
}

const leadSize = 1.14;
const detailSize = 0.88;
const markGapEm = 0.35;

/** Breaks rows for a column of `widthMm` at running text of `textPt`. */
export function setRows(rows: readonly WorksheetRow[], widthMm: number, textPt: number): SetRows {
	let before: WorksheetRow | null = null;
	const set = rows.map((row) => {
		const one = setRow(row, before, widthMm, textPt);
		before = row;
		return one;
	});
	return join(set);
}

function setRow(
	row: WorksheetRow,
	before: WorksheetRow | null,
	widthMm: number,
	textPt: number
): SetRow {
	const isLead = row.kind === 'lead';
	const sizePt = isLead
		? textPt * leadSize
		: row.kind === 'detail'
			? Math.max(smallestPt, textPt * detailSize)
			: textPt;
	const em = sizePt * mmPerPt;
	const look: TextLook = {
		sizePt,
		isBold: isLead || row.kind === 'heading',
		colour: row.kind === 'detail' ? inks.muted : inks.text,
		cardIds: row.cardIds,
		lineEm: 1.36
	};
	const isHanging = row.kind === 'item' && row.mark !== '';
	const markX = Math.min(row.depth, 3) * em;
	const markMm = isHanging ? (lineWidthEm(row.mark, regularAdvances) + markGapEm) * em : 0;
	const prefix = [
		isHanging ? '' : row.mark && `${row.mark}　`,
		row.label && `${row.label}${row.kind === 'detail' ? '：' : '　'}`
	].join('');
	const x = markX + markMm;
	const gap = before === null ? 0 : gapAfter(before, row) * textPt * mmPerPt;
	return {
		row,
		prefix,
		text: setText(prefix + row.text, Math.max(em * 2, widthMm - x), look),
		mark: isHanging ? setText(row.mark, markMm, look) : null,
		markX,
		x,
		gap
	};
}

function gapAfter(before: WorksheetRow, row: WorksheetRow): number {
	if (row.kind === 'lead') return 0.6;
	if (row.kind === 'heading') return 0.5;
	return before.kind === 'lead' ? 0.3 : 0.15;
}

function join(rows: readonly SetRow[]): SetRows {
	return {
		heightMm: rows.reduce((sum, { gap, text }) => sum + gap + text.heightMm, 0),
		paint: (items, x, y) => {
			let top = y;
			for (const row of rows) {
				top += row.gap;
				row.mark?.paint(items, x + row.markX, top);
				row.text.paint(items, x + row.x, top);
				top += row.text.heightMm;
			}
		},
		cut: (heightMm) => {
			let y = 0;
			for (const [index, row] of rows.entries()) {
				const lineMm = row.text.heightMm / row.text.lines.length;
				if (y + row.gap + row.text.heightMm <= heightMm + 1e-6) {
					y += row.gap + row.text.heightMm;
					continue;
				}
				const room = Math.floor((heightMm - y - row.gap) / lineMm + 1e-6);
				const count = index === 0 ? Math.max(1, room) : Math.max(0, room);
				const following = rows.slice(index + 1).map((one) => one.row);
				if (count === 0) return [join(rows.slice(0, index)), [row.row, ...following]];
				const rest = restOf(row, count);
				const [first] = row.text.cut(count);
				const before = join([...rows.slice(0, index), { ...row, text: first }]);
				return [before, rest === '' ? following : [wordsOnly(row.row, rest), ...following]];
			}
			return [join(rows), []];
		}
	};
}

/** The words after so many lines. */
function restOf({ prefix, row, text }: SetRow, lines: number): string {
	const whole = prefix + row.text;
	let read = 0;
	for (const line of text.lines.slice(0, lines)) {
		read += line.length;
		if (whole[read] === '\n') read += 1;
	}
	return whole.slice(read);
}

function wordsOnly(row: WorksheetRow, text: string): WorksheetRow {
	return { ...row, mark: '', label: '', text };
}
