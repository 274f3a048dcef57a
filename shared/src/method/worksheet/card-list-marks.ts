import type { Board } from '../board.ts';
import type { CardId } from '../card.ts';
import { cleanText } from '../clean-text.ts';
import { fieldColumns, readField, writeField } from './card-list-fields.ts';
import type { PartName } from './card-list-parts.ts';
import { partColumns, readParts, writeParts } from './card-list-parts.ts';
import type { CardListTable } from './card-list.ts';

/** Columns that say something of the card itself; of the others the board is the only source. */
export function isCardColumn(key: string): boolean {
	return (
		key === 'type' ||
		key === 'text' ||
		key === 'votes' ||
		isPartColumn(key) ||
		fieldColumns.has(key)
	);
}

/** Whether a column holds a list of the card. */
export function isPartColumn(key: string): key is PartName {
	return Object.hasOwn(partColumns, key);
}

/** A cell as it would be written by the program: the same for the same meaning, however a person spaced it. */
export function canonicalCell(key: string, cell: string): string {
	const text = cleanText(cell).trim();
	if (text === '') return '';
	if (isPartColumn(key)) return writeParts(key, readParts(key, text));
	if (!fieldColumns.has(key)) return text;
	const read = readField(key, text);
	return read === null ? text : writeField(key, read.value);
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * A mark of 24 bits that tells whether words are still the same, and from which they cannot be read: what was deleted
 * from a file must not be found in it. FNV-1a with the last mixing of MurmurHash3.
 */
export function markOf(...words: readonly string[]): string {
	let hash = 0x811c9dc5;
	for (const word of words) {
		for (let at = 0; at < word.length; at += 1) {
			hash = Math.imul(hash ^ (word.charCodeAt(at) & 0xff), 0x01000193);
			hash = Math.imul(hash ^ (word.charCodeAt(at) >>> 8), 0x01000193);
		}
		hash = Math.imul(hash ^ 0xff, 0x01000193);
	}
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	hash ^= hash >>> 16;
	return [0, 6, 12, 18].map((shift) => alphabet.charAt((hash >>> shift) & 63)).join('');
}

/** The mark of one cell of a card; an empty one has none. */
export function cellMark(id: CardId, key: string, cell: string): string {
	const canonical = cell === '' ? '' : canonicalCell(key, cell);
	return canonical === '' ? '' : markOf(id, key, canonical);
}

/** The marks of all cells that say something, by card and column. */
export function marksOfCards(
	{ columns, rows }: CardListTable,
	cards: Board['cards']
): ReadonlyMap<CardId, Readonly<Record<string, string>>> {
	const idAt = columns.findIndex(({ key }) => key === 'id');
	return new Map(
		rows.map((row) => {
			const id = row[idAt] as CardId;
			const marks = columns.flatMap(({ key }, at) => {
				// The type by its id: its word is another in another method.
				const cell = key === 'type' ? (cards.get(id)?.type ?? '') : (row[at] ?? '');
				const mark = isCardColumn(key) ? cellMark(id, key, cell) : '';
				return mark === '' ? [] : [[key, mark] as const];
			});
			return [id, Object.fromEntries(marks)];
		})
	);
}
