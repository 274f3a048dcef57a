import type { Cell, CellStyle, WriteSheet } from 'hucre/xlsx';
import type { Paper } from '../method/worksheet/sheet-items.ts';
import { columns } from '../method/worksheet/sheet-metrics.ts';
import type { Worksheet, WorksheetHead, WorksheetRow } from '../method/worksheet/worksheet.ts';
import { worksheetCaption } from '../method/worksheet/worksheet.ts';
import { columnWidth, lineHeightPt, linesIn, rowHeight, textCell } from './xlsx-cells.ts';
import type { PlannedBlock } from './xlsx-plan.ts';
import { headPt, leadSize, planSheet, sheetPx, wordsOf } from './xlsx-plan.ts';
import { columnName } from './xlsx-tables.ts';

const headRows = 3;
const titlePt = 26;
const fieldsPt = 20;
const headTextPt = 12;
const headingSize = 1.2;
type BorderStyle = NonNullable<CellStyle['border']>;
type Cells = Map<string, Partial<Cell>>;
type Merges = NonNullable<WriteSheet['merges']>;

/** 演習シート as cells in the shape of the form: thin rows of one line, each entry merged over as many as it needs. */
export function worksheetSheet(sheet: Worksheet, paper: Paper): WriteSheet {
	const cells: Cells = new Map();
	const merges: Merges = [];
	const plan = planSheet(sheet);
	writeHead(cells, merges, sheet.head);
	for (const block of plan.blocks) writeBlock(cells, merges, block);

	const lastRow = headRows + plan.lines;
	const lastColumn = columns.length * 2 - 1;
	const heights = headHeights(sheet.head);
	const rowDefs = new Map<number, { height: number }>();
	for (let row = 0; row < lastRow; row += 1)
		rowDefs.set(row, { height: heights[row] ?? lineHeightPt(plan.sizePt) });
	return {
		name: '演習シート',
		columns: plan.widths.flatMap(({ markPx, textPx }) => [
			columnWidth(markPx),
			columnWidth(textPx)
		]),
		rows: Array.from({ length: lastRow }, () => Array.from({ length: lastColumn + 1 }, () => null)),
		cells,
		merges,
		rowDefs,
		freezePane: { rows: headRows },
		view: { showGridLines: false },
		headerFooter: { oddFooter: `&L${worksheetCaption}&R&P / &N` },
		...pageBreaks(plan.lines, plan.pageLines),
		pageSetup: {
			paperSize: paper === 'A3' ? 'a3' : 'a4',
			orientation: 'landscape',
			// To the width, not to a scale: a PC with other fonts has other column widths. Excel then sets its own page
			// breaks, others keep ours.
			fitToPage: true,
			fitToWidth: 1,
			fitToHeight: plan.pageLines === null ? 1 : 0,
			horizontalCentered: true,
			margins: { top: 0.4, right: 0.4, bottom: 0.6, left: 0.4, header: 0.2, footer: 0.3 },
			printTitlesRow: `$1:$${headRows}`,
			printArea: `$A$1:$${columnName(lastColumn)}$${lastRow}`
		}
	};
}

function pageBreaks(lines: number, pageLines: number | null): { rowBreaks?: number[] } {
	if (pageLines === null) return {};
	const rowBreaks: number[] = [];
	for (let row = pageLines; row < lines; row += pageLines) rowBreaks.push(headRows + row - 1);
	return { rowBreaks };
}

function headHeights(head: WorksheetHead): readonly number[] {
	const lines = linesIn(professionsOf(head), sheetPx, headTextPt);
	return [titlePt, fieldsPt, Math.max(headPt - titlePt - fieldsPt, rowHeight(lines, headTextPt))];
}

function writeHead(cells: Cells, merges: Merges, head: WorksheetHead): void {
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

function writeBlock(cells: Cells, merges: Merges, planned: PlannedBlock): void {
	const { block, column, width, entries } = planned;
	const mark = column;
	const word = column + 1;
	for (const { entry, row, lines } of entries) {
		const startRow = headRows + row;
		const endRow = startRow + lines - 1;
		const style = entry === null ? headingStyle(width.sizePt) : styleOf(entry, width.sizePt);
		const text = entry === null ? block.title : wordsOf(entry);
		if (entry === null || entry.mark === '') {
			cells.set(`${startRow},${mark}`, textCell(text, style));
			merges.push({ startRow, startCol: mark, endRow, endCol: word });
			continue;
		}
		cells.set(`${startRow},${mark}`, textCell(entry.mark, style));
		cells.set(`${startRow},${word}`, textCell(text, style));
		if (lines > 1)
			for (const at of [mark, word]) merges.push({ startRow, startCol: at, endRow, endCol: at });
	}
	drawFrame(cells, planned, block.id === 'rootCause' ? 'double' : 'thin');
}

/** Gives every cell along the edge of a block its part of the frame, merged ones too. */
function drawFrame(
	cells: Cells,
	{ row: firstRow, lines, column: mark }: PlannedBlock,
	style: 'thin' | 'double'
): void {
	const side = { style, color: { rgb: '171C21' } } as const;
	const top = headRows + firstRow;
	const bottom = top + lines - 1;
	for (let row = top; row <= bottom; row += 1)
		for (const column of [mark, mark + 1]) {
			const border: BorderStyle = {
				...(row === top ? { top: side } : {}),
				...(row === bottom ? { bottom: side } : {}),
				...(column === mark ? { left: side } : { right: side })
			};
			const key = `${row},${column}`;
			const cell = cells.get(key) ?? { value: null };
			cells.set(key, {
				...cell,
				style: { ...cell.style, border: { ...cell.style?.border, ...border } }
			});
		}
}

const headStyle: CellStyle = { font: { size: headTextPt } };

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
