import {
	addCard,
	changeCardType,
	editCardText,
	insertCards,
	moveCards,
	restoreCards,
	withdrawCards
} from '@renkei/shared/document/commands/card-commands.ts';
import { addLink } from '@renkei/shared/document/commands/link-commands.ts';
import { rootsOf } from '@renkei/shared/document/layout.ts';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import { seededRandom } from '@renkei/shared/document/seeded-random.ts';
import { doSomething, TableOfDocuments } from '@renkei/shared/document/table-of-documents.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { flushSync } from 'svelte';
import { beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { BoardChange } from './board-state.svelte.ts';
import { effectRoot } from './effect-root.svelte.ts';
import { BoardState } from './board-state.svelte.ts';
import { Selection } from './selection.svelte.ts';

const author = { participant: 'p1', profession: null, now: 1 };

let doc: Y.Doc;
let board: BoardState;
let changes: BoardChange[];

beforeEach(() => {
	doc = new Y.Doc();
	board = new BoardState(doc);
	changes = [];
	board.onChange((change) => changes.push(change));
});

function fact(text = '独居'): CardId {
	return addCard(doc, { type: 'fact', text }, author);
}

test('one transaction tells once, with what it touched', () => {
	const ids = insertCards(
		doc,
		[
			{ type: 'cause', text: 'a' },
			{ type: 'measure', text: 'b' }
		],
		[{ from: 0, to: 1 }],
		author
	);
	expect(changes).toHaveLength(1);
	expect([...(changes[0]?.cards ?? [])].sort()).toEqual([...ids].sort());
	expect(changes[0]?.links.size).toBe(1);
	expect(changes[0]?.meta).toBe(false);
});

test('only touched cards are replaced, the others keep their identity', () => {
	const first = fact();
	const second = fact();
	const [one, two] = [board.cards.get(first), board.cards.get(second)];
	editCardText(doc, first, { index: 0, remove: 0, insert: '★' });
	expect(board.cards.get(first)).not.toBe(one);
	expect(board.cards.get(first)?.text).toBe('★独居');
	expect(board.cards.get(second)).toBe(two);
});

test('cards carried elsewhere say nothing new; a word, a link, a card and its going do', () => {
	const [first, second] = [fact(), fact('本人の意向')];
	const says = (act: () => unknown): boolean => {
		const before = board.meaning;
		const seen = board.revision;
		act();
		expect(board.revision).toBeGreaterThan(seen);
		return board.meaning > before;
	};
	expect(says(() => moveCards(doc, new Map([[first, [300, 200]]])))).toBe(false);
	expect(says(() => editCardText(doc, first, { index: 0, remove: 0, insert: '親の' }))).toBe(true);
	expect(says(() => addLink(doc, { from: first, to: second }, author))).toBe(true);
	expect(says(() => withdrawCards(doc, [second], author))).toBe(true);
	expect(says(() => restoreCards(doc, [second]))).toBe(true);
	expect(says(() => fact('三枚目'))).toBe(true);
});

test('links hide and come back with their cards', () => {
	const from = addCard(doc, { type: 'cause', text: 'x' }, author);
	const to = addCard(doc, { type: 'measure', text: 'y' }, author);
	addLink(doc, { from, to }, author);
	expect([...board.links.values()][0]?.kind).toBe('causeMeasure');
	withdrawCards(doc, [to], author);
	expect([board.links.size, board.trash.has(to), board.cards.has(to)]).toEqual([0, true, false]);
	restoreCards(doc, [to]);
	expect(board.links.size).toBe(1);
	changeCardType(doc, to, 'note');
	expect([...board.links.values()][0]?.kind).toBe('note');
});

test('a card gone for good is gone', () => {
	const id = fact();
	rootsOf(doc).cards.delete(id);
	expect(board.cards.size + board.trash.size).toBe(0);
});

test('what cannot be read is listed while it is there', () => {
	rootsOf(doc).cards.set('broken', 'x');
	expect(board.problems).toMatchObject([{ where: 'card', reason: 'notARecord' }]);
	rootsOf(doc).cards.delete('broken');
	expect(board.problems).toEqual([]);
});

test('numbers and lanes are the same object until something changes', () => {
	const id = fact();
	const { lanes, numbers } = board;
	expect(board.lanes).toBe(lanes);
	expect(board.numbers).toBe(numbers);
	expect(numbers.get(id)).toBe(1);
	fact('二');
	expect(board.numbers.size).toBe(2);
});

test('a board taken out does not change any more', () => {
	const id = fact();
	const taken = board.asBoard();
	withdrawCards(doc, [id], author);
	expect(taken.cards.has(id)).toBe(true);
});

test('whoever looks at one card is woken by that card only', () => {
	const first = fact();
	const second = fact();
	let seen = 0;
	const stop = effectRoot(() => {
		void board.cards.get(first);
		seen += 1;
	});
	flushSync();
	moveCards(doc, new Map([[second, [1, 1]]]));
	flushSync();
	expect(seen).toBe(1);
	moveCards(doc, new Map([[first, [1, 1]]]));
	flushSync();
	expect(seen).toBe(2);
	stop();
});

describe('another document', () => {
	test('takes the place of the old one as a whole', () => {
		const old = fact('古い');
		const next = new Y.Doc();
		const kept = addCard(next, { type: 'fact', text: '新しい' }, author);
		board.attach(next);
		expect([...board.cards.keys()]).toEqual([kept]);
		expect(changes.at(-1)?.cards.has(old)).toBe(true);
		editCardText(doc, old, { index: 0, remove: 0, insert: 'x' });
		expect(board.cards.size).toBe(1);
	});
});

test('the selection forgets what goes away', () => {
	const selection = new Selection(board);
	const [a, b] = [fact(), fact()];
	selection.choose([a, b]);
	withdrawCards(doc, [a], author);
	expect(selection.only).toBe(b);
	withdrawCards(doc, [b], author);
	expect(selection.cards.size).toBe(0);
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
	'read bit by bit it is always the board read as a whole (seed %i)',
	(seed) => {
		const random = seededRandom(seed);
		const table = new TableOfDocuments(2);
		const [own, other] = table.seats;
		if (!own || !other) throw new Error('Nobody sits at the table.');
		const state = new BoardState(own.doc);
		for (let step = 0; step < 150; step++) {
			if (random.chance(0.4)) doSomething(own, random);
			else if (random.chance(0.5)) doSomething(other, random);
			else table.deliverOne(own, random);
			const { problems, ...whole } = readBoard(own.doc);
			const { problems: listed, ...read } = state.asBoard();
			expect(read, `seed ${seed}, step ${step}`).toEqual(whole);
			expect(listed.length).toBe(problems.length);
		}
	}
);

test('2,000 cards are read once, and a change costs one card', () => {
	const cards = Array.from({ length: 2000 }, (_, index) => ({
		type: 'fact' as const,
		text: `現状 ${index}`
	}));
	const [first] = insertCards(doc, cards, [], author);
	let reads = 0;
	const replaced = new Set<unknown>(board.cards.values());
	if (first) editCardText(doc, first, { index: 0, remove: 0, insert: '★' });
	for (const card of board.cards.values()) if (!replaced.has(card)) reads += 1;
	expect([board.cards.size, reads]).toEqual([2000, 1]);
});
