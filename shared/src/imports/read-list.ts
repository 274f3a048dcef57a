import type { CardId } from '../method/card.ts';
import { cardIdSchema, maxCardTextLength } from '../method/card.ts';
import { foldText } from '../method/fold-text.ts';
import type { CardType } from '../method/ids.ts';
import type { LinkKind } from '../method/link-types.ts';
import { linkKindIds, linkKinds, linkKindsBetween } from '../method/link-types.ts';
import type { Method } from '../method/packs/method.ts';
import { readField } from '../method/worksheet/card-list-fields.ts';
import type { PartName, PartWords } from '../method/worksheet/card-list-parts.ts';
import { readParts } from '../method/worksheet/card-list-parts.ts';
import { cellMark, isCardColumn, isPartColumn } from '../method/worksheet/card-list-marks.ts';
import { columnWords, typeOfColumn } from './headings.ts';
import type { ImportNote } from './import-notes.ts';
import { importNote } from './import-notes.ts';
import type { ImportedCard, ImportedTable, WrittenMarks } from './imported-table.ts';
import { emptyTable, maxImportedCards, maxImportedLinks } from './imported-table.ts';
import { readTypeWord, typeWordsOf } from './type-words.ts';

/** A column of a list: its heading, and the column of カード一覧 it is, null when it is none. */
export interface ListColumn {
	readonly heading: string;
	readonly key: string | null;
}

/** What is known about a list before it is read. */
export interface ListContext {
	readonly method: Method;
	/** The line of the file of its first row, from 1. */
	readonly firstRow: number;
	readonly written: WrittenMarks | null;
}

/** A link as a row names it: by the No. of the other card, with the word for its kind. */
export interface NamedLink {
	readonly from: number;
	readonly number: string;
	readonly phrase: string;
}

/** A list of a card per row, with the links its つながり column names still by number. */
export interface ReadList {
	readonly table: ImportedTable;
	readonly named: readonly NamedLink[];
	readonly hasLinkColumn: boolean;
}

/** Reads カード一覧, or a list that people made like it. */
export function readCardList(
	rows: readonly (readonly string[])[],
	columns: readonly ListColumn[],
	context: ListContext
): ReadList {
	const words = typeWordsOf(context.method);
	const cells = rows.map((row) => cellsByKey(row, columns));
	const owners = ownersOfIds(cells, context.written);
	const cards: ImportedCard[] = [];
	const named: NamedLink[] = [];
	const notes: ImportNote[] = [];
	for (const [index, cell] of cells.entries()) {
		const row = context.firstRow + index;
		if (Object.entries(cell).every(([key, text]) => !isCardColumn(key) || text.trim() === ''))
			continue;
		if (cards.length >= maxImportedCards) {
			notes.push(importNote.tooManyRows(row));
			break;
		}
		const parsedId = cardIdSchema.safeParse((cell['id'] ?? '').trim());
		const id = parsedId.success && owners.get(parsedId.data) === index ? parsedId.data : null;
		if (parsedId.success && id === null) notes.push(importNote.copiedRow(row));
		const typeCell = (cell['type'] ?? '').trim();
		const word = readTypeWord(words, typeCell);
		if (typeCell !== '' && !word)
			notes.push(importNote.wordsNotUnderstood(columnWords('type').ja, typeCell, row));
		const text = id === null ? (cell['text'] ?? '').trim() : (cell['text'] ?? '');
		if (text.length > maxCardTextLength) notes.push(importNote.tooLong(row));
		const details = readDetails(cell, word?.type ?? null, id !== null, row, notes, context.method);
		const from = cards.length;
		cards.push({
			row,
			id,
			number: numberOf(cell['number'] ?? ''),
			type: word?.type ?? null,
			text: text.slice(0, maxCardTextLength),
			...details,
			fields: { ...word?.fields, ...details.fields }
		});
		if (named.length < maxImportedLinks)
			named.push(...linksOf(cell['links'] ?? '').map((link) => ({ ...link, from })));
	}
	const ignored = columns.filter(({ heading, key }) => key === null && heading.trim() !== '');
	return {
		table: {
			...emptyTable('table'),
			cards,
			columns: columns
				.filter(({ heading }) => heading.trim() !== '')
				.map(({ heading, key }) => ({
					heading,
					meaning: key === null ? null : columnWords(key, context.method)
				})),
			notes: [...ignored.map(({ heading }) => importNote.ignoredColumn(heading)), ...notes]
		},
		named,
		hasLinkColumn: columns.some(({ key }) => key === 'links')
	};
}

/** The kind a word for a link means between two types; null is what the pair means by itself. */
export function linkKindByPhrase(
	phrase: string,
	from: CardType | null,
	to: CardType | null
): LinkKind | null {
	if (from === null || to === null || phrase === '') return null;
	const said = foldText(phrase);
	const kinds: readonly LinkKind[] = linkKindsBetween(from, to);
	return (
		linkKindIds.find(
			(kind) => kinds.includes(kind) && foldText(linkKinds[kind].phrase.ja) === said
		) ?? null
	);
}

type CellsByKey = Readonly<Record<string, string>>;

function cellsByKey(row: readonly string[], columns: readonly ListColumn[]): CellsByKey {
	const cells: Record<string, string> = {};
	for (const [at, { key }] of columns.entries())
		if (key !== null && cells[key] === undefined) cells[key] = row[at] ?? '';
	return cells;
}

/** Which row an id belongs to: where a row was copied, the one that still says what was written under it. */
function ownersOfIds(
	cells: readonly CellsByKey[],
	written: WrittenMarks | null
): ReadonlyMap<CardId, number> {
	const owners = new Map<CardId, number>();
	const still = (id: CardId, at: number): boolean =>
		written?.cards.get(id)?.['text'] === cellMark(id, 'text', cells[at]?.['text'] ?? '');
	for (const [at, { id = '' }] of cells.entries()) {
		const parsed = cardIdSchema.safeParse(id.trim());
		if (!parsed.success) continue;
		const owner = owners.get(parsed.data);
		if (owner === undefined || (!still(parsed.data, owner) && still(parsed.data, at)))
			owners.set(parsed.data, at);
	}
	return owners;
}

function readDetails(
	cells: CellsByKey,
	type: CardType | null,
	isKnown: boolean,
	row: number,
	notes: ImportNote[],
	method: Method
): Pick<ImportedCard, 'fields' | 'parts' | 'votes'> {
	const fields: Record<string, unknown> = {};
	const parts: { [Name in PartName]?: readonly PartWords[] } = {};
	let votes: { votes?: number | null } = {};
	for (const [key, cell] of Object.entries(cells)) {
		const text = cell.trim();
		// An empty cell clears what a known card had; of a new one it says nothing.
		if (text === '' && !isKnown) continue;
		const misread = (): void => {
			if (text !== '')
				notes.push(
					importNote.wordsNotUnderstood(columnWords(key, method).ja, text.slice(0, 40), row)
				);
		};
		if (key === 'votes') {
			const count = readCount(text);
			if (count === undefined) misread();
			else votes = { votes: count };
			continue;
		}
		const owner = typeOfColumn(key);
		if (owner === null) continue;
		if (owner !== type) misread();
		else if (isPartColumn(key)) parts[key] = readParts(key, cell);
		else {
			const read = readField(key, cell);
			if (read) fields[key.slice(key.indexOf('.') + 1)] = read.value;
			else misread();
		}
	}
	return { fields, parts, ...votes };
}

function readCount(text: string): number | null | undefined {
	if (text === '') return null;
	const [digits] = /^\d{1,4}(?=票?$)/.exec(text.normalize('NFKC')) ?? [];
	return digits === undefined ? undefined : Number(digits);
}

function numberOf(cell: string): string {
	const [, digits] = /^[#＃]?\s*(\d{1,5})$/.exec(cell.normalize('NFKC').trim()) ?? [];
	return digits === undefined ? cell.trim() : String(Number(digits));
}

function linksOf(cell: string): readonly Omit<NamedLink, 'from'>[] {
	const pattern = /[#＃]?(\d{1,5})\s*(?:[（(]([^）)]{0,40})[)）])?/g;
	return [...cell.normalize('NFKC').matchAll(pattern)].map(([, digits, phrase]) => ({
		number: String(Number(digits)),
		phrase: phrase ?? ''
	}));
}
