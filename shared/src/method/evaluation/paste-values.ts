import { foldText } from '../fold-text.ts';
import type { FiscalYear } from './fiscal-years.ts';
import { readFiscalYear } from './fiscal-years.ts';
import type { EvaluationRow } from './read-evaluation.ts';
import { readQuantity } from './read-quantity.ts';

/** The columns of a table that are not years. */
export const pastedFieldIds = ['unit', 'baseline', 'target'] as const;
export type PastedField = (typeof pastedFieldIds)[number];

/** What one cell of the pasted table would do. */
export interface PastedCell {
	readonly column: FiscalYear | PastedField;
	readonly before: string;
	readonly after: string;
	readonly change: 'new' | 'same' | 'replace' | 'notANumber';
}

/** One pasted line that was recognised. */
export interface PastedRow {
	readonly row: EvaluationRow;
	readonly cells: readonly PastedCell[];
}

/** What a pasted table would do, before anything is done. */
export interface PastedTable {
	readonly columns: readonly (FiscalYear | PastedField)[];
	readonly rows: readonly PastedRow[];
	/** Names of lines that no indicator or outcome is called by, or more than one. */
	readonly unmatched: readonly string[];
	/** Heads of columns that are neither a year nor a field. */
	readonly ignoredColumns: readonly string[];
	/** How many cells would change something. */
	readonly changeCount: number;
}

const fieldHeads: Readonly<Record<string, PastedField>> = {
	[foldText('単位')]: 'unit',
	[foldText('unit')]: 'unit',
	[foldText('現状値')]: 'baseline',
	[foldText('基準値')]: 'baseline',
	[foldText('baseline')]: 'baseline',
	[foldText('目標値')]: 'target',
	[foldText('目標')]: 'target',
	[foldText('target')]: 'target'
};

/** Reads what was copied from a spreadsheet or a CSV file: a line per indicator, a column per year, or the other way round. */
export function readPastedValues(text: string, rows: readonly EvaluationRow[]): PastedTable {
	const cells = readCells(text);
	const table = countColumns(cells) === 0 ? transpose(cells) : cells;
	const headAt = table.findIndex((line) => line.slice(1).some((head) => readColumn(head) !== null));
	const head = headAt === -1 ? [] : (table[headAt] ?? []);
	const columns = head.map((name, at) => (at === 0 ? null : readColumn(name)));
	const found: PastedRow[] = [];
	const unmatched: string[] = [];
	for (const line of headAt === -1 ? [] : table.slice(headAt + 1)) {
		const name = line[0] ?? '';
		const isEmpty = columns.every((column, at) => column === null || isBlank(line[at] ?? ''));
		if (isBlank(name) && isEmpty) continue;
		const row = matchRow(name, rows);
		if (!row || found.some((earlier) => earlier.row === row)) unmatched.push(name);
		else found.push({ row, cells: readLine(line, columns, row) });
	}
	return {
		columns: [...new Set(columns.flatMap((column) => (column === null ? [] : [column])))],
		rows: found,
		unmatched,
		ignoredColumns: head.filter((name, at) => at > 0 && columns[at] === null && name !== ''),
		changeCount: found
			.flatMap((row) => row.cells)
			.filter(({ change }) => change === 'new' || change === 'replace').length
	};
}

function readLine(
	line: readonly string[],
	columns: readonly (FiscalYear | PastedField | null)[],
	row: EvaluationRow
): readonly PastedCell[] {
	return columns.flatMap((column, at): PastedCell[] => {
		const after = line[at] ?? '';
		if (column === null || isBlank(after)) return [];
		const before =
			column === 'unit'
				? (row.indicator?.unit ?? '')
				: typeof column === 'string'
					? row[column].text
					: (row.values.get(column)?.text ?? '');
		const isReadable = column === 'unit' || readQuantity(after) !== null;
		const change = !isReadable
			? 'notANumber'
			: after === before
				? 'same'
				: before === ''
					? 'new'
					: 'replace';
		return [{ column, before, after, change }];
	});
}

function readColumn(head: string): FiscalYear | PastedField | null {
	return readFiscalYear(head) ?? fieldHeads[foldText(head)] ?? null;
}

function countColumns(cells: readonly (readonly string[])[]): number {
	return Math.max(
		0,
		...cells.map((line) => line.slice(1).filter((head) => readColumn(head) !== null).length)
	);
}

/** What people put where there is nothing. */
function isBlank(cell: string): boolean {
	return /^[\s\-‐–—―ー・…※*/]*$/.test(cell);
}

/** The one row a name can mean: its indicator, its outcome, its ① at the beginning, or the only one that contains it. */
function matchRow(name: string, rows: readonly EvaluationRow[]): EvaluationRow | null {
	const marked = /^\s*(?:([\u2460-\u2473])|[(（]?(\d{1,2})[)）.．、:：])?(.*)$/s.exec(name);
	const number = marked?.[1]
		? marked[1].charCodeAt(0) - 0x245f
		: marked?.[2]
			? Number(marked[2])
			: 0;
	const wanted = foldText(marked?.[3] ?? name);
	const names = rows.map((row) => ({
		row,
		names: [row.indicator?.text ?? '', row.outcome?.text ?? ''].map(foldText).filter(Boolean)
	}));
	const only = (found: readonly { readonly row: EvaluationRow }[]): EvaluationRow | null =>
		found.length === 1 ? (found[0]?.row ?? null) : null;
	if (wanted === '')
		return number > 0 ? only(names.filter(({ row }) => row.number === number)) : null;
	return (
		only(names.filter(({ names: [first] }) => first === wanted)) ??
		only(names.filter(({ names: own }) => own.includes(wanted))) ??
		(wanted.length >= 3
			? only(
					names.filter(({ names: own }) =>
						own.some((one) => one.includes(wanted) || wanted.includes(one))
					)
				)
			: null)
	);
}

function transpose(cells: readonly (readonly string[])[]): readonly (readonly string[])[] {
	const width = Math.max(0, ...cells.map((line) => line.length));
	return Array.from({ length: width }, (_, at) => cells.map((line) => line[at] ?? ''));
}

/** The cells of tab- or comma-separated text; quoted cells may hold separators and line breaks. */
function readCells(text: string): readonly (readonly string[])[] {
	const separator = text.includes('\t') ? '\t' : ',';
	const lines: string[][] = [[]];
	let cell = '';
	let isQuoted = false;
	const endCell = (): void => {
		lines.at(-1)?.push(cell.trim());
		cell = '';
	};
	for (let at = 0; at < text.length; at++) {
		const sign = text.charAt(at);
		if (isQuoted && sign === '"' && text.charAt(at + 1) === '"') cell += text.charAt(++at);
		else if (sign === '"' && (isQuoted || cell.trim() === '')) isQuoted = !isQuoted;
		else if (isQuoted) cell += sign;
		else if (sign === separator) endCell();
		else if (sign === '\n') {
			endCell();
			lines.push([]);
		} else if (sign !== '\r') cell += sign;
	}
	endCell();
	return lines.filter((line) => line.some((one) => one !== ''));
}
