import type { Cell, CellStyle, WriteSheet } from 'hucre/xlsx';
import type { Paper } from '../method/worksheet/sheet-items.ts';
import { columnWidth, linesIn, rowHeight, textCell } from './xlsx-cells.ts';

const line = { style: 'thin', color: { rgb: '87919B' } } as const;
const cellStyle: CellStyle = { border: { top: line, right: line, bottom: line, left: line } };
// A grey every copier keeps, and dark letters on it.
const headStyle: CellStyle = {
	...cellStyle,
	font: { bold: true },
	fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7EAED' } }
};

const plainStyle: CellStyle = {};
const centred: CellStyle = { alignment: { horizontal: 'center' } };

const narrowPx = 96;

/** A column of a table; a hidden one is for the program alone. */
export interface TableColumn {
	readonly heading: string;
	readonly widthPx?: number;
	readonly isHidden?: boolean;
	/** Its cells are numbers to Excel, so that they sort as numbers. */
	readonly isNumber?: boolean;
}

/** A table to be filtered, edited and printed. */
export interface Table {
	/** Letters and kanji only: the names stand unquoted in the print areas of the file. */
	readonly name: string;
	/** Said above the headings. */
	readonly title?: string;
	readonly columns: readonly TableColumn[];
	readonly rows: readonly (readonly string[])[];
	/** Every cell has a frame, also those left open to be filled in by hand, and at least so many lines; null has the lines of the sheet. */
	readonly formLines?: number | null;
	/** Columns that stay where they are while the others are turned over, and on every printed page; with none the table is printed one page wide instead of two. */
	readonly fixedColumns?: number;
}

/** A table as a sheet that repeats its headings on every page. */
export function tableSheet(
	{ name, title, columns, rows, formLines = 1, fixedColumns = 0 }: Table,
	paper: Paper
): WriteSheet {
	const cells = new Map<string, Partial<Cell>>();
	const rowDefs = new Map<number, { height: number }>();
	const headRow = title === undefined ? 0 : 1;
	if (title !== undefined) {
		cells.set('0,0', {
			...textCell(title, { font: { bold: true }, alignment: { wrapText: false } })
		});
		rowDefs.set(0, { height: rowHeight(1) });
	}
	const texts = [columns.map(({ heading }) => heading), ...rows];
	for (const [index, row] of texts.entries()) {
		const at = headRow + index;
		let lines = index === 0 ? 1 : (formLines ?? 1);
		for (const [column, text] of row.entries()) {
			const { widthPx = narrowPx, isHidden = false, isNumber = false } = columns[column] ?? {};
			if (text === '' && formLines === null) continue;
			const style = index === 0 ? headStyle : formLines === null ? plainStyle : cellStyle;
			const cell = textCell(text, isNumber ? { ...style, ...centred } : style);
			const isCount = isNumber && /^\d{1,9}$/.test(text);
			cells.set(
				`${at},${column}`,
				isCount ? { ...cell, value: Number(text), type: 'number' } : cell
			);
			if (!isHidden && text !== '') lines = Math.max(lines, linesIn(text, widthPx));
		}
		rowDefs.set(at, { height: rowHeight(lines) });
	}
	const lastColumn = columnName(columns.length - 1);
	return {
		name,
		columns: columns.map(({ widthPx = narrowPx, isHidden }) => ({
			...columnWidth(widthPx),
			...(isHidden === true ? { hidden: true } : {})
		})),
		rows: Array.from({ length: headRow + texts.length }, () => columns.map(() => null)),
		cells,
		rowDefs,
		freezePane: { rows: headRow + 1, ...(fixedColumns > 0 ? { columns: fixedColumns } : {}) },
		autoFilter: { range: `A${headRow + 1}:${lastColumn}${headRow + texts.length}` },
		headerFooter: { oddFooter: '&L&A&R&P / &N ページ' },
		pageSetup: {
			paperSize: paper === 'A3' ? 'a3' : 'a4',
			orientation: 'landscape',
			fitToPage: true,
			fitToWidth: fixedColumns > 0 ? 2 : 1,
			fitToHeight: 0,
			...(fixedColumns > 0 ? { printTitlesColumn: `$A:$${columnName(fixedColumns - 1)}` } : {}),
			...(formLines === null ? { showGridLines: true } : {}),
			printTitlesRow: `$${headRow + 1}:$${headRow + 1}`
		}
	};
}

/** The letters of a column counted from 0. */
export function columnName(column: number): string {
	const rest = Math.floor(column / 26);
	return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}
