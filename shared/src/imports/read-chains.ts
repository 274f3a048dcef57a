import { fieldColumns, readField } from '../method/worksheet/card-list-fields.ts';
import type { PartName, PartWords } from '../method/worksheet/card-list-parts.ts';
import { readParts } from '../method/worksheet/card-list-parts.ts';
import { isPartColumn } from '../method/worksheet/card-list-marks.ts';
import { maxCardTextLength } from '../method/card.ts';
import { foldText } from '../method/fold-text.ts';
import type { CardType } from '../method/ids.ts';
import type { Method } from '../method/packs/method.ts';
import { linkChain } from './chain-links.ts';
import type { ChainColumn } from './headings.ts';
import { typeOfColumn } from './headings.ts';
import type { ImportNote } from './import-notes.ts';
import { importNote } from './import-notes.ts';
import type { ImportedCard, ImportedLink, ImportedTable } from './imported-table.ts';
import { emptyTable, maxImportedCards, maxImportedLinks } from './imported-table.ts';
import type { TypeWord } from './type-words.ts';

/** A column of a table of chains with its heading. */
export interface ChainHeading {
	readonly heading: string;
	readonly meaning: ChainColumn | null;
}

interface Making {
	readonly row: number;
	readonly id: null;
	readonly type: CardType;
	readonly text: string;
	readonly fields: Record<string, unknown>;
	readonly parts: { [Name in PartName]?: readonly PartWords[] };
}

const listMark =
	/^\s*(?:[・･•●○◯■□◆◇▶※＊]|[\u2460-\u2473]|[(（]?\d{1,2}(?:[)）、]|[.．](?!\d))|[-*](?=\s))\s*/;

/** Reads a table in which a row is a chain (原因 → 対策 → 期待したこと …): the same words in two rows are one card, cards of one row are linked. */
export function readChains(
	rows: readonly (readonly string[])[],
	columns: readonly ChainHeading[],
	{ method, firstRow }: { readonly method: Method; readonly firstRow: number }
): ImportedTable {
	const cards: Making[] = [];
	const byWords = new Map<string, number>();
	const links = new Map<string, ImportedLink>();
	const notes: ImportNote[] = [];
	const head: { scene?: string } = {};
	const filled = fillDown(rows, columns);
	let isFull = false;

	for (const [index, row] of filled.entries()) {
		const line = firstRow + index;
		const inRow: { readonly at: number; readonly type: CardType }[][] = [];
		for (const [column, { meaning }] of columns.entries()) {
			if (meaning?.kind !== 'card') continue;
			const { word } = meaning;
			const texts = textsOf(row[column] ?? '');
			const found = texts.flatMap((text) => {
				const key = `${word.type}\n${foldText(text)}`;
				let at = byWords.get(key);
				if (at === undefined) {
					if (cards.length >= maxImportedCards) {
						if (!isFull) notes.push(importNote.tooManyRows(line));
						isFull = true;
						return [];
					}
					if (text.length > maxCardTextLength) notes.push(importNote.tooLong(line));
					at = cards.length;
					byWords.set(key, at);
					cards.push({
						row: line,
						id: null,
						type: word.type,
						text: text.slice(0, maxCardTextLength),
						fields: {},
						parts: {}
					});
				}
				return [{ at, type: word.type, word }];
			});
			for (const { at } of found) applyWord(cards[at], word);
			if (found.length > 0) inRow.push(found);
		}
		// Every card of a cell is linked to every one of the next: a thousand lines in each are a million links.
		for (const link of links.size < maxImportedLinks ? linkChain(inRow) : []) {
			if (links.size >= maxImportedLinks) break;
			links.set(`${link.from} ${link.to}`, link);
		}
		for (const [column, { heading, meaning }] of columns.entries()) {
			const cell = (row[column] ?? '').trim();
			if (cell === '' || meaning === null) continue;
			if (meaning.kind === 'scene') head.scene ??= sceneOf(cell, method) ?? '';
			else if (meaning.kind === 'detail' || meaning.kind === 'figure') {
				const isRead = readDetail(
					meaning,
					cell,
					inRow.flat().map(({ at }) => cards[at])
				);
				if (!isRead) notes.push(importNote.wordsNotUnderstood(heading, cell.slice(0, 40), line));
			}
		}
	}
	const { scene = '' } = head;
	return {
		...emptyTable('table'),
		cards: cards.map((card): ImportedCard => ({ ...card, number: '' })),
		links: [...links.values()],
		head: scene === '' ? {} : { scene },
		columns: columns
			.filter(({ heading }) => heading.trim() !== '')
			.map(({ heading, meaning }) => ({
				heading,
				meaning: meaning === null ? null : { ja: heading, en: heading }
			})),
		notes: [
			...columns
				.filter(({ heading, meaning }) => meaning === null && heading.trim() !== '')
				.map(({ heading }) => importNote.ignoredColumn(heading)),
			...notes
		]
	};
}

function applyWord(card: Making | undefined, { fields }: TypeWord): void {
	if (card) for (const [key, value] of Object.entries(fields)) card.fields[key] ??= value;
}

/** A cell as the cards it holds: one, or as many as its lines where each is led by a mark. */
function textsOf(cell: string): readonly string[] {
	const lines = cell.split('\n').filter((line) => line.trim() !== '');
	if (lines.length > 1 && lines.every((line) => listMark.test(line)))
		return lines.map((line) => line.replace(listMark, '').trim()).filter(Boolean);
	const only = lines.length === 1 ? cell.trim().replace(listMark, '') : cell.trim();
	return only === '' ? [] : [only];
}

/**
 * Empty cells under a card that stands for several rows. A table that writes a card out in every row has no such
 * cells: there an empty one is empty.
 */
function fillDown(
	rows: readonly (readonly string[])[],
	columns: readonly ChainHeading[]
): readonly (readonly string[])[] {
	const places = columns.flatMap(({ meaning }, at) => (meaning?.kind === 'card' ? [at] : []));
	const isWrittenOut =
		columns.some(({ meaning }) => meaning?.kind === 'numbers') ||
		places.slice(0, -1).some((at) =>
			rows.some((row, index) => {
				const above = rows[index - 1]?.[at]?.trim() ?? '';
				return above !== '' && above === row[at]?.trim();
			})
		);
	if (isWrittenOut) return rows;
	let above: readonly string[] = [];
	return rows.map((row) => {
		const filled = [...row];
		const last = Math.max(-1, ...places.filter((at) => (row[at] ?? '').trim() !== ''));
		for (const at of places) {
			if (at >= last) break;
			if ((filled[at] ?? '').trim() !== '') break;
			filled[at] = above[at] ?? '';
		}
		above = last === -1 ? above : filled;
		return filled;
	});
}

function sceneOf(cell: string, { scenes }: Method): string | null {
	const said = foldText(cell);
	return scenes.find(({ id, label }) => foldText(label.ja) === said || id === cell)?.id ?? null;
}

/** Puts a detail on the cards of the row it belongs to; false when its words mean nothing there. */
function readDetail(
	meaning: Extract<ChainColumn, { readonly kind: 'detail' | 'figure' }>,
	cell: string,
	inRow: readonly (Making | undefined)[]
): boolean {
	if (meaning.kind === 'figure') {
		const { value } = meaning;
		// 「3割（令和4年）」: the figure, and its date in brackets.
		const [, figure = cell, date = ''] = /^(.*?)[（(]([^（()）]*)[)）]$/s.exec(cell) ?? [];
		for (const card of inRow)
			if (card?.type === 'indicator') {
				card.fields[value] ??= figure.trim();
				if (date !== '') card.fields[`${value}At`] ??= date;
			}
		return inRow.some((card) => card?.type === 'indicator');
	}
	const { column } = meaning;
	const owners = inRow.filter((card) => card?.type === typeOfColumn(column));
	if (isPartColumn(column)) {
		for (const card of owners) if (card) card.parts[column] ??= readParts(column, cell);
		return owners.length > 0;
	}
	const key = fieldColumns.get(column)?.key;
	const read = readField(column, cell);
	if (key === undefined || !read || owners.length === 0) return false;
	for (const card of owners) if (card) card.fields[key] ??= read.value;
	return true;
}
