import type { Board } from '../board.ts';
import type { Card } from '../card.ts';
import type { BoardRecord } from '../records/index.ts';
import { cleanText } from '../clean-text.ts';

// A workbook is made by ten builders, and each has to be sure.
const cleaned = new WeakMap<Board, Board>();

/** The board with every text cleaned once more: what came in by another way must not break a file either. */
export function cleanBoard(board: Board): Board {
	const known = cleaned.get(board);
	if (known) return known;
	const made = makeClean(board);
	cleaned.set(board, made);
	cleaned.set(made, made);
	return made;
}

function makeClean(board: Board): Board {
	const cards = new Map([...board.cards].map(([id, card]) => [id, clean<Card>(card)]));
	const links = new Map([...board.links].map(([id, link]) => [id, clean(link)]));
	const records = new Map([...board.records].map(([id, one]) => [id, clean<BoardRecord>(one)]));
	return { ...board, meta: clean(board.meta), cards, links, records };
}

function clean<T>(value: T): T {
	return cleanValue(value) as T;
}

function cleanValue(value: unknown): unknown {
	if (typeof value === 'string') return cleanText(value);
	if (Array.isArray(value)) return value.map(cleanValue);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cleanValue(part)]));
}
