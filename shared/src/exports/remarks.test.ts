import { strFromU8 } from 'fflate';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { addCard, withdrawCards } from '../document/commands/card-commands.ts';
import { addComment, settleComment } from '../document/commands/comment-commands.ts';
import { mergeCards } from '../document/commands/merge-commands.ts';
import { toggleStamp } from '../document/commands/stamp-commands.ts';
import type { Author } from '../document/origins.ts';
import { readBoard } from '../document/read-board.ts';
import type { Board } from '../method/board.ts';
import { findPersonalData } from '../method/find-personal-data.ts';
import { remarksByCard } from '../method/remarks.ts';
import { cardListTable } from '../method/worksheet/card-list.ts';
import { readCardList } from '../imports/read-list.ts';
import { listHeadings } from '../imports/headings.ts';
import { defaultMethod } from '../method/packs/method.ts';
import { writeCsv } from './csv.ts';
import { readBoardFile, writeBoardFile } from './json.ts';

const anna: Author = { participant: 'anna-1', profession: 'physician', now: 10 };
const ben: Author = { participant: 'ben-2', profession: 'careManager', now: 20 };

function remarkedBoard(): Board {
	const doc = new Y.Doc();
	const kept = addCard(doc, { type: 'cause', text: '連絡先がない' }, anna);
	const merged = addCard(doc, { type: 'cause', text: '連絡先が決まっていない' }, anna);
	const gone = addCard(doc, { type: 'fact', text: '取り下げる' }, anna);
	addComment(doc, kept, '=SUM(1)\n二行目', anna);
	settleComment(doc, addComment(doc, merged, '鈴木様に090-1234-5678で聞いた', ben)!, true);
	addComment(doc, gone, '消える', ben);
	for (const author of [anna, ben]) toggleStamp(doc, kept, 'agree', author);
	toggleStamp(doc, merged, 'question', ben);
	mergeCards(doc, kept, [merged], anna);
	withdrawCards(doc, [gone], anna);
	return readBoard(doc);
}

const options = { date: '2026-02-10' } as never;
const csvOf = (board: Board, more: object) =>
	strFromU8(writeCsv(board, { ...(options as object), ...more } as never).bytes);

test('a list has comments and counted stamps only where they are wanted, by profession only where that is', () => {
	const board = remarkedBoard();
	expect(csvOf(board, {})).not.toMatch(/SUM|鈴木|コメント|スタンプ/);
	const plain = cardListTable(board, { includeRemarks: true });
	const cellOf = (table: typeof plain, key: string) =>
		table.rows[0]?.[table.columns.findIndex((column) => column.key === key)];
	expect(cellOf(plain, 'comments')).toBe('=SUM(1) 二行目\n鈴木様に090-1234-5678で聞いた（済み）');
	expect(cellOf(plain, 'stamps')).toBe('賛成 2、質問 1');
	const told = cardListTable(board, { includeRemarks: true, includeProfessions: true });
	expect(cellOf(told, 'comments')).toMatch(/^医師：=SUM.*\nケアマネジャー：鈴木/);
	const csv = csvOf(board, { includeRemarks: true });
	expect(csv).toContain(`"'=SUM(1) 二行目`);
	expect(csv).not.toMatch(/anna|ben|消える/);
});

test('the columns are no cards’ words when the list comes back', () => {
	const { columns, rows } = cardListTable(remarkedBoard(), { includeRemarks: true });
	const known = listHeadings(defaultMethod, {});
	const read = readCardList(
		rows,
		columns.map(({ heading }) => ({ heading, key: known.get(heading.toLowerCase()) ?? null })),
		{ method: defaultMethod, firstRow: 2, written: null }
	);
	expect(JSON.stringify(read)).not.toMatch(/SUM|鈴木|賛成/);
});

test('the file of a board hands its comments over, at the cards that are there, and stamps in sums', () => {
	const board = remarkedBoard();
	const { bytes } = writeBoardFile(board, options);
	const file = JSON.parse(strFromU8(bytes)) as { stamps: object[]; board: { records: object[] } };
	const [kept] = [...board.cards.keys()];
	expect(file.stamps).toEqual([
		{ card: kept, stamp: 'agree', count: 2 },
		{ card: kept, stamp: 'question', count: 1 }
	]);
	expect(JSON.stringify(file.board.records)).not.toMatch(/stamp|消える/);
	const read = readBoardFile(bytes);
	if (!('board' in read)) throw new Error(read.refusal);
	const { open, settled } = remarksByCard(read.board).get(kept!)!;
	expect([...open, ...settled].map(({ text }) => text)).toEqual([
		'=SUM(1)\n二行目',
		'鈴木様に090-1234-5678で聞いた'
	]);
	const without = strFromU8(
		writeBoardFile(board, { date: '2026-02-10', includeRemarks: false }).bytes
	);
	expect(without).not.toMatch(/SUM|鈴木|stamp/);
});

test('what is said about cards is looked through for personal data, where it goes along', () => {
	const board = remarkedBoard();
	expect(findPersonalData({ cards: board.cards })).toEqual([]);
	expect(findPersonalData(board).map(({ kind, text }) => [kind, text])).toEqual([
		['phone', '090-1234-5678'],
		['name', '鈴木様']
	]);
});
