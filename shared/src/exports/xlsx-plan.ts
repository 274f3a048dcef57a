import { groupRows } from '../method/worksheet/fill-area.ts';
import { shareHeight } from '../method/worksheet/share-height.ts';
import { columns } from '../method/worksheet/sheet-metrics.ts';
import type { Worksheet, WorksheetBlock, WorksheetRow } from '../method/worksheet/worksheet.ts';
import { rowText } from '../method/worksheet/worksheet.ts';
import { lineHeightPt, linesIn, pxPerPt } from './xlsx-cells.ts';

/** The width of the form: a tenth wider than A3 at 96 px per inch, because printing to fit never enlarges. */
export const sheetPx = 1663;

/** How much larger than the text statements are. */
export const leadSize = 1.1;

/** The height of the rows above the blocks, in pt. */
export const headPt = 66;

// Cells are the largest that hold everything.
const sizesPt = [15, 14, 13, 12, 11];
/** The column of marks (①, 対策1, ①～④) before each column of words, in em. */
const markEms = [3.6, 2.2, 4.2, 3.7];
const headingLines = 2;
/** The height of a page for this width, and how far a sheet may be shrunk further to stay on one. */
const pagePt = sheetPx * 0.75 * (271 / 400);
const furtherShrink = 1.25;

/** The two columns of a block, one for marks and one for words, and the size of the text in them. */
export interface ColumnWidth {
	readonly markPx: number;
	readonly textPx: number;
	readonly sizePt: number;
}

/** An entry of a block and the thin rows it is merged over, counted from the first below the head; null is the heading. */
export interface PlannedEntry {
	readonly entry: WorksheetRow | null;
	readonly row: number;
	readonly lines: number;
}

/** A block with its frame; `column` is the first of its two. */
export interface PlannedBlock {
	readonly block: WorksheetBlock;
	readonly column: number;
	readonly width: ColumnWidth;
	readonly row: number;
	readonly lines: number;
	readonly entries: readonly PlannedEntry[];
}

/** Where everything of the form goes. `pageLines` is null when one page holds it. */
export interface SheetPlan {
	readonly sizePt: number;
	readonly lines: number;
	readonly pageLines: number | null;
	readonly widths: readonly ColumnWidth[];
	readonly blocks: readonly PlannedBlock[];
}

/** Plans the form for one page, or for as many as it takes without cutting an entry in two. */
export function planSheet(sheet: Worksheet): SheetPlan {
	const smallest = Math.min(...sizesPt);
	const sizePt = sizesPt.find((size) => linesNeeded(sheet, size) <= linesOnPage(size)) ?? smallest;
	const onPage = linesOnPage(sizePt);
	const needed = linesNeeded(sheet, sizePt);
	const isPaged = needed > onPage * furtherShrink;
	const grid = claimColumns(sheet, sizePt);
	const stacks = grid.map(({ claims, width }) => {
		const ends = isPaged ? [] : wholeEnds(shareHeight(Math.max(onPage, needed), claims));
		let top = 0;
		return claims.map(({ block }, index) => {
			const start = top;
			const { entries, end } = placeEntries(block, width, start, isPaged ? onPage : Infinity);
			top = ends[index] ?? end + 1;
			return { block, width, row: start, entries };
		});
	});
	const lines = Math.max(
		isPaged ? 0 : onPage,
		needed,
		...stacks.flat().map(({ entries }) => endOf(entries) + 1)
	);
	const total = isPaged ? Math.ceil(lines / onPage) * onPage : lines;
	return {
		sizePt,
		lines: total,
		pageLines: isPaged ? onPage : null,
		widths: grid.map(({ width }) => width),
		// Each block ends where the next begins, the last of a column at the foot of the sheet.
		blocks: stacks.flatMap((stack, column) =>
			stack.map((planned, index) => ({
				...planned,
				column: column * 2,
				lines: (stack[index + 1]?.row ?? total) - planned.row
			}))
		)
	};
}

/** The words of an entry without its mark. */
export function wordsOf(row: WorksheetRow): string {
	if (row.mark === '') return rowText(row);
	return row.label === '' ? row.text : `${row.label}　${row.text}`;
}

function placeEntries(
	block: WorksheetBlock,
	width: ColumnWidth,
	start: number,
	pageLines: number
): { readonly entries: readonly PlannedEntry[]; readonly end: number } {
	const entries: PlannedEntry[] = [{ entry: null, row: start, lines: headingLines }];
	let row = start + headingLines;
	const beginPage = (lines: number): void => {
		if ((row % pageLines) + lines > pageLines && lines <= pageLines)
			row = Math.ceil(row / pageLines) * pageLines;
	};
	let isFirst = true;
	for (const group of groupRows(block.rows)) {
		const sized = group.map((entry) => ({ entry, lines: linesOf(entry, width) }));
		// A card and its details go to the next page together, or at least each entry as a whole.
		beginPage(sized.reduce((sum, { lines }) => sum + lines, isFirst ? 0 : 1));
		for (const { entry, lines } of sized) {
			row += gapLines(entry, isFirst ? 0 : 1);
			beginPage(lines);
			entries.push({ entry, row, lines });
			row += lines;
			isFirst = false;
		}
	}
	return { entries, end: row };
}

function endOf(entries: readonly PlannedEntry[]): number {
	const last = entries.at(-1);
	return last ? last.row + last.lines : 0;
}

/** The blocks of each column with the lines they need at this size. */
function claimColumns(sheet: Worksheet, sizePt: number) {
	return columns.map(({ share, blocks }, index) => {
		const markPx = Math.round((markEms[index] ?? 0) * sizePt * pxPerPt);
		const width = { markPx, textPx: Math.round(sheetPx * share) - markPx, sizePt };
		const claims = blocks
			.map(({ id, share: blockShare }) => ({ share: blockShare, block: sheet.blocks[id] }))
			.filter(({ block }) => block.id !== 'notes' || block.rows.length > 0)
			.map(({ share: blockShare, block }) => ({
				share: blockShare,
				block,
				need:
					headingLines +
					1 +
					block.rows.reduce((sum, row, at) => sum + gapLines(row, at) + linesOf(row, width), 0)
			}));
		return { column: index * 2, width, claims };
	});
}

function linesNeeded(sheet: Worksheet, sizePt: number): number {
	return Math.max(
		...claimColumns(sheet, sizePt).map(({ claims }) =>
			claims.reduce((sum, { need }) => sum + need, 0)
		)
	);
}

function linesOnPage(sizePt: number): number {
	return Math.floor((pagePt - headPt) / lineHeightPt(sizePt));
}

function wholeEnds(heights: readonly number[]): readonly number[] {
	let end = 0;
	return heights.map((height) => {
		end += height;
		return Math.round(end);
	});
}

function linesOf(row: WorksheetRow, { markPx, textPx, sizePt }: ColumnWidth): number {
	const size = row.kind === 'lead' ? Math.round(sizePt * leadSize) : sizePt;
	if (row.mark === '') return linesIn(wordsOf(row), textPx + markPx, size);
	return Math.max(
		linesIn(wordsOf(row), textPx - row.depth * 12, size),
		linesIn(row.mark, markPx, size)
	);
}

/** An empty line before each new statement and section of a block. */
function gapLines(row: WorksheetRow, at: number): number {
	return at > 0 && (row.kind === 'lead' || row.startsSection) ? 1 : 0;
}
