import { linkColumns, sheetNames } from '../exports/xlsx-lists.ts';
import type { HeadKey } from '../exports/xlsx-marks.ts';
import { linkMarks, sheetMark } from '../exports/xlsx-marks.ts';
import type { CardId } from '../method/card.ts';
import { foldText } from '../method/fold-text.ts';
import { linkKindIds } from '../method/link-types.ts';
import type { Method } from '../method/packs/method.ts';
import { defaultMethod } from '../method/packs/method.ts';
import { cellMark } from '../method/worksheet/card-list-marks.ts';
import { cellsOfImported } from './card-cells.ts';
import { listHeadings } from './headings.ts';
import type { ImportNote } from './import-notes.ts';
import { importNote } from './import-notes.ts';
import type { ImportedLink, ImportedTable, WrittenMarks } from './imported-table.ts';
import { numbersOf, resolveNamed } from './named-links.ts';
import { linkKindByPhrase, readCardList } from './read-list.ts';
import { readLongTable } from './read-long-table.ts';
import type { ReadMarks } from './read-marks.ts';
import { readMarks } from './read-marks.ts';
import type { Grid, Sheets } from './read-sheets.ts';
import { readSheets } from './read-sheets.ts';
import type { ReadOptions } from './read-table.ts';
import { readGrid, readLoose } from './read-table.ts';
import type { ImportRefusal } from './refusals.ts';

/** The board in an Excel file: one of ours with its ids, or any table with headings. */
export function readWorkbook(
	bytes: Uint8Array,
	options: ReadOptions = {}
): { readonly table: ImportedTable } | { readonly refusal: ImportRefusal } {
	const sheets = readSheets(bytes);
	if ('refusal' in sheets) return sheets;
	const table = readOwn(sheets, options) ?? readOther(sheets, options);
	const cleaned = sheets.isCleaned ? [importNote.cleaned()] : [];
	return { table: { ...table, source: 'workbook', notes: [...cleaned, ...table.notes] } };
}

/** A workbook that the board was written to; null when its カード一覧 is not there. */
function readOwn(
	{ sheets }: Sheets,
	{ method = defaultMethod }: ReadOptions
): ImportedTable | null {
	const marksSheet = sheets.find(({ name }) => name === sheetNames.marks);
	const marks = marksSheet ? readMarks(marksSheet) : null;
	const list = sheets.find(({ name }) => name === sheetNames.cardList);
	const known = listHeadings(method, marks?.columns ?? {});
	const keysOf = (row: readonly string[]): readonly (string | null)[] =>
		row.map((cell) => known.get(foldText(cell)) ?? null);
	const at = list?.rows.findIndex((row) => {
		const keys = keysOf(row);
		return keys.includes('id') && keys.includes('text');
	});
	if (!list || at === undefined || at === -1) return null;
	const headings = list.rows[at] ?? [];
	const keys = keysOf(headings);
	const written = marks?.written ?? null;
	const read = readCardList(
		list.rows.slice(at + 1),
		headings.map((heading, column) => ({ heading, key: keys[column] ?? null })),
		{ method, firstRow: at + 2, written }
	);
	const named = resolveNamed(read);
	const linkSheet = sheets.find(({ name }) => name === sheetNames.links);
	const table: ImportedTable = {
		...named,
		links: joinLinks(named, read.hasLinkColumn, linkSheet, written),
		head: readHead(sheets, method),
		isWhole: written !== null,
		saysLinks: written !== null && (read.hasLinkColumn || linkSheet !== undefined),
		written
	};
	return chooseSheet(table, sheets, marks);
}

/** カード一覧 counts. Only where it is as it was written, and 一覧表 is not, the changes were made there. */
function chooseSheet(
	table: ImportedTable,
	sheets: readonly Grid[],
	marks: ReadMarks | null
): ImportedTable {
	const longTable = sheets.find(({ name }) => name === sheetNames.longTable);
	const withNote = (note: ImportNote): ImportedTable => ({
		...table,
		notes: [note, ...table.notes]
	});
	if (!marks || !longTable) return withNote(importNote.cardListCounts());
	const isLongTableAsWritten = sheetMark(longTable.rows.slice(1)) === marks.longTable;
	if (isLongTableAsWritten) return withNote(importNote.cardListCounts());
	const chains = isAsWritten(table, marks.written)
		? readLongTable(longTable, table.cards, marks.written)
		: null;
	if (!chains) return withNote(importNote.longTableLeft());
	return { ...chains, notes: [importNote.longTableCounts()] };
}

function isAsWritten(
	{ cards, links }: ImportedTable,
	{ cards: written, links: marks }: WrittenMarks
): boolean {
	const areCards = cards.every((card) => {
		const known = card.id === null ? undefined : written.get(card.id);
		if (!known) return false;
		return Object.entries(cellsOfImported(card)).every(
			([key, cell]) => cellMark(card.id as CardId, key, cell) === (known[key] ?? '')
		);
	});
	const pairs = links.map(({ from, to }) => pairMark(cards[from]?.id, cards[to]?.id));
	return (
		areCards &&
		cards.length === written.size &&
		pairs.every((mark) => mark !== null && marks.has(mark)) &&
		pairs.length * 2 === marks.size
	);
}

/**
 * The links of two places: the つながり column of the cards, and the sheet with a row per link. What was taken out
 * in either is out, what was put into either is in.
 */
function joinLinks(
	table: ImportedTable,
	hasColumn: boolean,
	sheet: Grid | undefined,
	written: WrittenMarks | null
): readonly ImportedLink[] {
	const { cards, links: fromColumn } = table;
	const fromSheet = sheet ? readLinkSheet(table, sheet) : null;
	if (!fromSheet) return fromColumn;
	if (!hasColumn) return fromSheet;
	const key = ({ from, to }: ImportedLink): string => `${from} ${to}`;
	const columnKeys = new Map(fromColumn.map((link) => [key(link), link]));
	const sheetKeys = new Map(fromSheet.map((link) => [key(link), link]));
	return [...new Map([...columnKeys, ...sheetKeys])].flatMap(([pair, link]) => {
		const { from, to } = link;
		const mark = pairMark(cards[from]?.id, cards[to]?.id);
		const wasThere = mark !== null && written !== null && written.links.has(mark);
		const inColumn = columnKeys.get(pair);
		const inSheet = sheetKeys.get(pair);
		if (!wasThere) return [inColumn ?? inSheet ?? link];
		if (!inColumn || !inSheet) return [];
		// A kind changed in one of the two places is the one that was meant.
		const [, whole] = linkMarks({
			from: cards[from]?.id as CardId,
			to: cards[to]?.id as CardId,
			kind: inColumn.kind ?? inSheet.kind ?? linkKindIds[0]
		});
		return [written.links.has(whole) ? inSheet : inColumn];
	});
}

function pairMark(from: CardId | null | undefined, to: CardId | null | undefined): string | null {
	if (!from || !to) return null;
	return linkMarks({ from, to, kind: linkKindIds[0] })[0];
}

function readLinkSheet(table: ImportedTable, { rows }: Grid): readonly ImportedLink[] | null {
	const at = rows.findIndex((row) => row.includes(linkColumns[0]) && row.includes(linkColumns[3]));
	if (at === -1) return null;
	const [fromAt, phraseAt, toAt] = [linkColumns[0], linkColumns[2], linkColumns[3]].map((heading) =>
		(rows[at] ?? []).indexOf(heading)
	);
	const numbers = numbersOf(table);
	return rows.slice(at + 1).flatMap((row): ImportedLink[] => {
		const [from, to] = [fromAt, toAt].map((column) =>
			numbers.get((row[column ?? -1] ?? '').normalize('NFKC').replace(/^#/, '').trim())
		);
		if (from === undefined || to === undefined || from === to) return [];
		const kind = linkKindByPhrase(
			(row[phraseAt ?? -1] ?? '').trim(),
			table.cards[from]?.type ?? null,
			table.cards[to]?.type ?? null
		);
		return [{ from, to, kind }];
	});
}

const headCells: readonly (readonly [pattern: RegExp, ...keys: HeadKey[]])[] = [
	[/^場面［(.*)］$/s, 'scene'],
	[/^市区町村［(.*)］$/s, 'municipality'],
	[/^グループ［(.*)］$/s, 'group'],
	[/^日付［(.*?)］(?:\s+見直しの予定［(.*)］)?$/s, 'date', 'reviewDate']
];

/** The head as the form shows it. */
function readHead(sheets: readonly Grid[], { scenes }: Method): ImportedTable['head'] {
	const form = sheets.find(({ name }) => name === sheetNames.worksheet);
	const [title = '', ...cells] = (form?.rows.slice(0, 2) ?? [])
		.flat()
		.map((cell) => cell.trim())
		.filter((cell) => cell !== '');
	if (!title.startsWith(sheetNames.worksheet)) return {};
	const head: { [Key in HeadKey]?: string | null } = {
		title: title.slice(sheetNames.worksheet.length).trim()
	};
	for (const [pattern, ...keys] of headCells) {
		const found = cells.map((cell) => pattern.exec(cell)).find((match) => match !== null);
		for (const [index, key] of found ? keys.entries() : []) {
			const said = (found?.[index + 1] ?? '').trim();
			if (key !== 'scene') head[key] = said;
			else {
				const scene = scenes.find(({ label }) => foldText(label.ja) === foldText(said))?.id;
				if (said === '' || scene !== undefined) head[key] = scene ?? null;
			}
		}
	}
	return head;
}

/** A workbook of somebody else: the sheet with the most cards under headings it understands. */
function readOther({ sheets }: Sheets, options: ReadOptions): ImportedTable {
	const visible = sheets.filter(({ isHidden, rows }) => !isHidden && rows.length > 0);
	const read = visible.flatMap((sheet) => {
		const table = readGrid(sheet, options);
		return table && table.cards.length > 0 ? [{ sheet, table }] : [];
	});
	const best = read.reduce<(typeof read)[number] | null>(
		(most, one) => (one.table.cards.length > (most?.table.cards.length ?? 0) ? one : most),
		null
	);
	const only = visible[0];
	const { sheet, table } = best ?? {
		sheet: only,
		table: readLoose(only?.rows ?? [], options)
	};
	if (visible.length < 2 || !sheet) return table;
	return { ...table, notes: [importNote.otherSheets(sheet.name), ...table.notes] };
}
