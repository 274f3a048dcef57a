import { expect, test } from 'vitest';
import { iCityMitori } from '../templates/i-city-mitori.ts';
import { cardListColumns, cardListTable } from './card-list.ts';
import { boardOf } from './test-board.ts';

const board = boardOf(iCityMitori);

test('every card is a row with its number, its words and its id', () => {
	const { columns, rows } = cardListTable(board);
	const at = (key: string): number => columns.findIndex((column) => column.key === key);
	expect(rows.map((row) => row[at('number')])).toEqual(rows.map((_, index) => String(index + 1)));
	expect(new Map(rows.map((row) => [row[at('id')], row[at('text')]]))).toEqual(
		new Map([...board.cards.values()].map(({ id, text }) => [id, text]))
	);
	expect(rows.every((row) => row.length === columns.length)).toBe(true);
	const measure = rows.find((row) => row[at('type')] === '対策')!;
	expect(measure[at('subActions')]).toMatch(/^①/);
	expect(measure[at('links')]).toMatch(/^→ #\d+（.+）/);
});

test('no two columns are called the same, and what was not asked for is no column', () => {
	const headings = cardListColumns({ includeVotes: true, includeProfessions: true }).map(
		({ heading }) => heading
	);
	expect(new Set(headings).size).toBe(headings.length);
	expect(headings).toContain('現状の種類');
	expect(headings).toContain('票');
	const fewer = cardListColumns().map(({ key }) => key);
	expect(fewer).not.toContain('votes');
	expect(fewer).not.toContain('profession');
});

test('without notes neither they nor their links are listed, and numbers stay those of the board', () => {
	const all = cardListTable(board);
	const { rows } = cardListTable(board, { includeNotes: false });
	expect(rows.some((row) => row[1] === 'メモ')).toBe(false);
	const numbers = new Map(all.rows.map((row) => [row[2], row[0]]));
	for (const row of rows) expect(row[0]).toBe(numbers.get(row[2]));
	const links = all.columns.findIndex(({ key }) => key === 'links');
	const notes = new Set(all.rows.filter((row) => row[1] === 'メモ').map((row) => row[0]));
	expect(notes.size).toBeGreaterThan(0);
	for (const row of rows)
		for (const [, number] of row[links]!.matchAll(/#(\d+)/g)) expect(notes.has(number)).toBe(false);
});
