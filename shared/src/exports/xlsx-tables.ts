import type { Cell, CellStyle, WriteSheet } from 'hucre/xlsx';
import type { CardListTable } from '../method/worksheet/card-list.ts';
import type { DialogueRow } from '../method/worksheet/dialogue-sheet.ts';
import { dialogueTitle } from '../method/worksheet/dialogue-sheet.ts';
import type { LongTableRow } from '../method/worksheet/long-table.ts';
import { longTableColumns } from '../method/worksheet/long-table.ts';
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

const narrowPx = 96;
const widePx = 224;
// Columns of the long table that hold sentences.
const wideColumns: ReadonlySet<string> = new Set([
	'テーマ',
	'目指す地域の姿',
	'目指す連携の姿',
	'原因',
	'対策',
	'内訳',
	'期待したこと',
	'評価指標',
	'把握方法'
]);

/** The sheet with one row per chain. */
export function longTableSheet(rows: readonly LongTableRow[], paper: Paper): WriteSheet {
	const widths = longTableColumns.map((name) => (wideColumns.has(name) ? widePx : narrowPx));
	return tableSheet('一覧表', longTableColumns, rows, widths, paper);
}

const cardListWidths: Readonly<Record<string, number>> = {
	number: 56,
	text: 420,
	subActions: 300,
	roles: 180,
	values: 200,
	votes: 56,
	links: 150,
	id: 170
};

/** The sheet with one row per card, from which the board is read again. */
export function cardListSheet({ columns, rows }: CardListTable, paper: Paper): WriteSheet {
	const widths = columns.map(({ key }) => cardListWidths[key] ?? 120);
	const headings = columns.map(({ heading }) => heading);
	return tableSheet('カード一覧', headings, rows, widths, paper);
}

const dialogueColumns = ['順番', 'Step', '聞いた人', '問い', '答えた人', '答え', 'できたカード'];

/** The sheet with the conversation in its order. */
export function dialogueSheet(rows: readonly DialogueRow[], paper: Paper): WriteSheet {
	const texts = rows.map(({ number, step, asker, question, answerer, answer, cards }) => [
		String(number),
		step,
		asker,
		question,
		answerer,
		answer,
		cards
	]);
	const widths = [56, 96, 120, 340, 120, 520, 160];
	return tableSheet(dialogueTitle, dialogueColumns, texts, widths, paper);
}

function tableSheet(
	name: string,
	columns: readonly string[],
	rows: readonly (readonly string[])[],
	widths: readonly number[],
	paper: Paper
): WriteSheet {
	const cells = new Map<string, Partial<Cell>>();
	const rowDefs = new Map<number, { height: number }>();
	for (const [at, texts] of [columns, ...rows].entries()) {
		let lines = 1;
		for (const [column, text] of texts.entries()) {
			cells.set(`${at},${column}`, textCell(text, at === 0 ? headStyle : cellStyle));
			lines = Math.max(lines, linesIn(text, widths[column] ?? narrowPx));
		}
		rowDefs.set(at, { height: rowHeight(lines) });
	}
	const lastColumn = columnName(columns.length - 1);
	return {
		// Letters and kanji only: the names stand unquoted in the print areas of the file.
		name,
		columns: widths.map(columnWidth),
		rows: [columns, ...rows].map((texts) => texts.map(() => null)),
		cells,
		rowDefs,
		freezePane: { rows: 1 },
		autoFilter: { range: `A1:${lastColumn}${rows.length + 1}` },
		headerFooter: { oddFooter: '&L&A&R&P / &N ページ' },
		pageSetup: {
			paperSize: paper === 'A3' ? 'a3' : 'a4',
			orientation: 'landscape',
			fitToPage: true,
			fitToWidth: 1,
			fitToHeight: 0,
			printTitlesRow: '$1:$1'
		}
	};
}

/** The letters of a column counted from 0. */
export function columnName(column: number): string {
	const rest = Math.floor(column / 26);
	return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}
