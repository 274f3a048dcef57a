import type { CardType } from '../method/ids.ts';
import { foldText } from '../method/fold-text.ts';
import type { Method } from '../method/packs/method.ts';
import { defaultMethod } from '../method/packs/method.ts';
import { unguardCell } from '../exports/csv-cells.ts';
import { resolveNamed } from './named-links.ts';
import { chainHeadings, listHeadings } from './headings.ts';
import { importNote } from './import-notes.ts';
import type { ImportedTable } from './imported-table.ts';
import { emptyTable, maxImportedCards } from './imported-table.ts';
import { readChains } from './read-chains.ts';
import { readCardList } from './read-list.ts';
import type { Merge } from './read-sheets.ts';
import { maxCellLength, maxColumns, maxRows } from './read-sheets.ts';
import { readTextLines } from './read-text.ts';
import { looksSeparated, readSeparated } from './separated-cells.ts';

/** In whose words a file is read, and what a card is that says nothing of it. */
export interface ReadOptions {
	readonly method?: Method;
	readonly type?: CardType | null;
}

/** Headings are looked for so far down: titles and remarks may stand above them. */
const mostAbove = 30;

/** Reads a table of any form: a list of cards, or chains in rows; null when nothing in it is a heading. */
export function readGrid(
	grid: { readonly rows: readonly (readonly string[])[]; readonly merges?: readonly Merge[] },
	{ method = defaultMethod }: ReadOptions = {}
): ImportedTable | null {
	const rows = spread(grid.rows, grid.merges ?? []);
	const list = listHeadings(method, {});
	const chains = chainHeadings(method);
	let best: { at: number; score: number; isList: boolean } | null = null;
	for (const [at, row] of rows.slice(0, mostAbove).entries()) {
		if (!isHeadingRow(row)) continue;
		const keys = row.map((cell) => list.get(foldText(cell)) ?? null);
		const chain = row.map((cell) => chains(cell));
		const cards = chain.filter((column) => column?.kind === 'card').length;
		const isList = keys.includes('text') && (keys.includes('type') || cards === 0);
		const score = isList
			? 100 + keys.filter((key) => key !== null).length
			: cards * 10 + chain.filter((column) => column !== null).length;
		if ((isList || cards > 0) && score > (best?.score ?? 0)) best = { at, score, isList };
	}
	if (!best) return null;
	const { at, isList } = best;
	const headings = rows[at] ?? [];
	const below = rows.slice(at + 1);
	const context = { method, firstRow: at + 2 };
	if (!isList)
		return readChains(
			below,
			headings.map((heading) => ({ heading, meaning: chains(heading) })),
			context
		);
	return resolveNamed(
		readCardList(
			below,
			headings.map((heading) => ({ heading, key: list.get(foldText(heading)) ?? null })),
			{ ...context, written: null }
		)
	);
}

/** Reads what was pasted, or stood in a text file: cells between tabs, or lines. */
export function readPasted(text: string, options: ReadOptions = {}): ImportedTable {
	return looksSeparated(text)
		? readCells(readSeparated(text, maxRows), options)
		: readTextLines(text, options);
}

/** Reads a CSV file that is already text. */
export function readCsv(text: string, options: ReadOptions = {}): ImportedTable {
	return readCells(readSeparated(text, maxRows), options);
}

function readCells(cells: readonly (readonly string[])[], options: ReadOptions): ImportedTable {
	const rows = cells.map((row) =>
		row.slice(0, maxColumns).map((cell) => unguardCell(cell.slice(0, maxCellLength)))
	);
	return readGrid({ rows }, options) ?? readLoose(rows, options);
}

/** Cells without headings: a single column is read as lines, of several each cell becomes a card. */
export function readLoose(
	rows: readonly (readonly string[])[],
	options: ReadOptions
): ImportedTable {
	const filled = rows.map((row) => row.map((cell) => cell.trim()).filter((cell) => cell !== ''));
	if (filled.every((row) => row.length <= 1))
		return readTextLines(
			rows
				.map((row) => (row.find((cell) => cell.trim() !== '') ?? '').replace(/\n+/g, ' '))
				.join('\n'),
			options
		);
	const cards = filled
		.flatMap((row, index) =>
			row.map((text) => ({
				row: index + 1,
				id: null,
				number: '',
				type: options.type ?? null,
				text,
				fields: {},
				parts: {}
			}))
		)
		.slice(0, maxImportedCards);
	return { ...emptyTable('table'), cards, notes: [importNote.noHeadings()] };
}

/** Headings are short and each its own; a row of data that happens to say 「原因」 is not one. */
function isHeadingRow(row: readonly string[]): boolean {
	const said = row.map((cell) => cell.trim()).filter((cell) => cell !== '');
	return said.length > 0 && said.every((cell) => cell.length <= 40);
}

/** Merged cells say the same in each of their rows; beside, only the first of them says it. */
function spread(
	rows: readonly (readonly string[])[],
	merges: readonly Merge[]
): readonly (readonly string[])[] {
	if (merges.every(({ top, bottom }) => top === bottom)) return rows;
	const spread = rows.map((row) => [...row]);
	for (const { top, left, bottom } of merges)
		for (let at = top + 1; at <= bottom && at < spread.length; at += 1) {
			const row = spread[at];
			while (row && row.length <= left) row.push('');
			if (row && (row[left] ?? '') === '') row[left] = rows[top]?.[left] ?? '';
		}
	return spread;
}
