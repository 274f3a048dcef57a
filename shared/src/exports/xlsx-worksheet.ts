import type { Cell, CellStyle, WriteSheet } from 'hucre/xlsx';
import { shareHeight } from '../method/worksheet/share-height.ts';
import type { Paper } from '../method/worksheet/sheet-items.ts';
import { columns } from '../method/worksheet/sheet-metrics.ts';
import type {
	Worksheet,
	WorksheetBlock,
	WorksheetHead,
	WorksheetRow
} from '../method/worksheet/worksheet.ts';
import { rowText, worksheetCaption } from '../method/worksheet/worksheet.ts';
import { columnName } from './xlsx-tables.ts';
import { columnWidth, lineHeightPt, linesIn, pxPerPt, rowHeight, textCell } from './xlsx-cells.ts';

// A tenth wider than A3 at 96 px per inch, as printing to fit never enlarges. Its cells are the largest that hold everything.
const sheetPx = 1663;
const sizesPt = [15, 14, 13, 12, 11];
/** The column of marks (①, 対策1, ①～④) before each column of words, in em. */
const markEms = [3.6, 2.2, 4.2, 3.7];
const headRows = 3;
const headPt = 66;
const headPtSize = 12;
const headingLines = 2;
const leadSize = 1.1;
const headingSize = 1.2;
/** The height of a page for this width, and how far a sheet may be shrunk further to stay on one. */
const pagePt = sheetPx * 0.75 * (271 / 400);
const furtherShrink = 1.25;

type BorderStyle = NonNullable<CellStyle['border']>;
type Cells = Map<string, Partial<Cell>>;

interface Area {
	readonly top: number;
	readonly height: number;
	/** The first of the two columns of the block: one for marks, one for words. */
	readonly column: number;
	readonly width: ColumnWidth;
}

/** The columns of one block, and the size of the text in them. */
interface ColumnWidth {
	readonly markPx: number;
	readonly textPx: number;
	readonly sizePt: number;
}

/** 演習シート as cells in the shape of the form: thin rows of one line, each entry merged over as many as it needs. */
export function worksheetSheet(sheet: Worksheet, paper: Paper): WriteSheet {
	const cells: Cells = new Map();
	const merges: NonNullable<WriteSheet['merges']> = [];
	const sizePt =
		sizesPt.find((size) => linesNeeded(sheet, size) <= linesOnPage(size)) ?? Math.min(...sizesPt);
	const needed = linesNeeded(sheet, sizePt);
	const lines = Math.max(linesOnPage(sizePt), needed);
	const grid = claimColumns(sheet, sizePt);

	writeHead(cells, merges, sheet.head);
	for (const { column, width, claims } of grid) {
		let top = headRows;
		// Whole lines: each block ends where the next begins, the last at the foot of the sheet.
		const ends = wholeEnds(shareHeight(lines, claims));
		for (const [index, { block }] of claims.entries()) {
			const bottom = headRows + (ends[index] ?? lines);
			writeBlock(cells, merges, block, { top, height: bottom - top, column, width });
			top = bottom;
		}
	}

	const lastRow = headRows + lines;
	const lastColumn = columns.length * 2 - 1;
	const heights = headHeights(sheet.head);
	const rowDefs = new Map<number, { height: number }>();
	for (let row = 0; row < lastRow; row += 1)
		rowDefs.set(row, { height: heights[row] ?? lineHeightPt(sizePt) });
	return {
		name: '演習シート',
		columns: grid.flatMap(({ width }) => [columnWidth(width.markPx), columnWidth(width.textPx)]),
		rows: Array.from({ length: lastRow }, () => Array.from({ length: lastColumn + 1 }, () => null)),
		cells,
		merges,
		rowDefs,
		freezePane: { rows: headRows },
		view: { showGridLines: false },
		headerFooter: { oddFooter: `&L${worksheetCaption}&R&P / &N` },
		pageSetup: {
			paperSize: paper === 'A3' ? 'a3' : 'a4',
			orientation: 'landscape',
			fitToPage: true,
			fitToWidth: 1,
			fitToHeight: lines <= linesOnPage(sizePt) * furtherShrink ? 1 : 0,
			horizontalCentered: true,
			margins: { top: 0.4, right: 0.4, bottom: 0.6, left: 0.4, header: 0.2, footer: 0.3 },
			printTitlesRow: `$1:$${headRows}`,
			printArea: `$A$1:$${columnName(lastColumn)}$${lastRow}`
		}
	};
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

function headHeights(head: WorksheetHead): readonly number[] {
	return [26, 20, rowHeight(linesIn(professionsOf(head), sheetPx, headPtSize), headPtSize)];
}

function writeHead(
	cells: Cells,
	merges: NonNullable<WriteSheet['merges']>,
	head: WorksheetHead
): void {
	const last = columns.length * 2 - 1;
	const title = head.title === '' ? '演習シート' : `演習シート　${head.title}`;
	cells.set('0,0', textCell(title, { font: { bold: true, size: 17 } }));
	merges.push({ startRow: 0, startCol: 0, endRow: 0, endCol: last });
	const review = head.reviewDate === '' ? '' : `　見直しの予定［ ${head.reviewDate} ］`;
	const fields = [
		`場面［ ${head.scene} ］`,
		`市区町村［ ${head.municipality} ］`,
		`グループ［ ${head.group} ］`,
		`日付［ ${head.date} ］${review}`
	];
	for (const [index, text] of fields.entries()) {
		cells.set(`1,${index * 2}`, textCell(text, headStyle));
		merges.push({ startRow: 1, startCol: index * 2, endRow: 1, endCol: index * 2 + 1 });
	}
	cells.set('2,0', textCell(professionsOf(head), headStyle));
	merges.push({ startRow: 2, startCol: 0, endRow: 2, endCol: last });
}

function professionsOf(head: WorksheetHead): string {
	return `参加職種［ ${head.professions} ］`;
}

function writeBlock(
	cells: Cells,
	merges: NonNullable<WriteSheet['merges']>,
	block: WorksheetBlock,
	area: Area
): void {
	const isRoot = block.id === 'rootCause';
	const put = (row: number, lines: number, entry: WorksheetRow | null): void => {
		const style =
			entry === null ? headingStyle(area.width.sizePt) : styleOf(entry, area.width.sizePt);
		const last = row + lines - 1;
		const hasMark = entry !== null && entry.mark !== '';
		const text = entry === null ? block.title : hasMark ? words(entry) : rowText(entry);
		const [mark, word] = [area.column, area.column + 1];
		cells.set(`${row},${hasMark ? word : mark}`, textCell(text, style));
		if (hasMark) cells.set(`${row},${mark}`, textCell(entry.mark, style));
		if (hasMark && lines > 1) {
			merges.push({ startRow: row, startCol: mark, endRow: last, endCol: mark });
			merges.push({ startRow: row, startCol: word, endRow: last, endCol: word });
		} else if (!hasMark) merges.push({ startRow: row, startCol: mark, endRow: last, endCol: word });
	};
	let row = area.top;
	put(row, headingLines, null);
	row += headingLines;
	for (const [at, entry] of block.rows.entries()) {
		const lines = linesOf(entry, area.width);
		row += gapLines(entry, at);
		put(row, lines, entry);
		row += lines;
	}
	drawFrame(cells, area, isRoot ? 'double' : 'thin');
}

/** Gives every cell along the edge of a block its part of the frame, merged ones too. */
function drawFrame(cells: Cells, area: Area, style: 'thin' | 'double'): void {
	const side = { style, color: { rgb: '171C21' } } as const;
	const bottom = area.top + area.height - 1;
	for (let row = area.top; row <= bottom; row += 1)
		for (const column of [area.column, area.column + 1]) {
			const border: BorderStyle = {
				...(row === area.top ? { top: side } : {}),
				...(row === bottom ? { bottom: side } : {}),
				...(column === area.column ? { left: side } : { right: side })
			};
			const key = `${row},${column}`;
			const cell = cells.get(key) ?? { value: null };
			cells.set(key, {
				...cell,
				style: { ...cell.style, border: { ...cell.style?.border, ...border } }
			});
		}
}

const headStyle: CellStyle = { font: { size: headPtSize } };

function headingStyle(sizePt: number): CellStyle {
	return {
		font: { bold: true, size: Math.round(sizePt * headingSize) },
		alignment: { vertical: 'center' }
	};
}

function styleOf(row: WorksheetRow, sizePt: number): CellStyle {
	switch (row.kind) {
		case 'lead':
			return { font: { bold: true, size: Math.round(sizePt * leadSize) } };
		case 'heading':
			return { font: { bold: true, size: sizePt } };
		case 'detail':
			return { font: { color: { rgb: '4F5963' }, size: sizePt } };
		case 'item':
			return { font: { size: sizePt }, alignment: { indent: row.depth } };
	}
}

function words(row: WorksheetRow): string {
	return row.label === '' ? row.text : `${row.label}　${row.text}`;
}

function linesOf(row: WorksheetRow, { markPx, textPx, sizePt }: ColumnWidth): number {
	const size = row.kind === 'lead' ? Math.round(sizePt * leadSize) : sizePt;
	if (row.mark === '') return linesIn(rowText(row), textPx + markPx, size);
	return Math.max(
		linesIn(words(row), textPx - row.depth * 12, size),
		linesIn(row.mark, markPx, size)
	);
}

/** An empty line before each new statement and section of a block. */
function gapLines(row: WorksheetRow, at: number): number {
	return at > 0 && (row.kind === 'lead' || row.startsSection) ? 1 : 0;
}
