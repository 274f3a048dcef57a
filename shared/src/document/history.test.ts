import * as Y from 'yjs';
import { beforeEach, describe, expect, test } from 'vitest';
import type { CardId } from '../method/card.ts';
import {
	addCard,
	addLinkedCard,
	editCardText,
	insertCards,
	moveCards,
	setCardField,
	setCardVotes,
	withdrawCards
} from './commands/card-commands.ts';
import { discardEmptyCard } from './commands/discard-card.ts';
import { setCardLock } from './commands/lock-commands.ts';
import { addLink } from './commands/link-commands.ts';
import { setBoardMeta } from './commands/board-commands.ts';
import { History } from './history.ts';
import { readBoard } from './read-board.ts';

const nurse = { participant: 'nurse', profession: null, now: 100 };
const physician = { participant: 'physician', profession: null, now: 200 };

let mine: Y.Doc;
let theirs: Y.Doc;
let history: History;

beforeEach(() => {
	mine = new Y.Doc();
	theirs = new Y.Doc();
	history = new History(mine, () => nurse);
	connect(mine, theirs);
	connect(theirs, mine);
});

function connect(from: Y.Doc, to: Y.Doc): void {
	from.on('update', (update: Uint8Array, origin: unknown) => {
		if (origin !== 'line') Y.applyUpdate(to, update, 'line');
	});
}

function card(id: CardId) {
	const board = readBoard(mine);
	return board.cards.get(id) ?? board.trash.get(id);
}

function place(x: number): ReadonlyMap<CardId, readonly [number, number]> {
	return new Map([[id, [x, 0]]]);
}

let id: CardId;

describe('fields', () => {
	beforeEach(() => {
		id = addCard(mine, { type: 'measure', text: '研修' }, nurse);
		history.clear();
	});

	test('a gesture is taken back and done again as it was', () => {
		moveCards(mine, place(10));
		moveCards(mine, place(20));
		expect(history.undoGesture).toBe('moveCards');
		expect([history.undo(), card(id)?.position]).toEqual(['done', [10, 0]]);
		expect([history.undo(), card(id)?.position]).toEqual(['done', null]);
		expect([history.undo(), history.redo()]).toEqual(['nothing', 'done']);
		expect([history.redo(), card(id)?.position]).toEqual(['done', [20, 0]]);
		expect(history.redo()).toBe('nothing');
	});

	test('what somebody else wrote last stays, and the step says so once', () => {
		moveCards(mine, place(10));
		moveCards(theirs, place(99));
		expect([history.undo(), card(id)?.position]).toEqual(['skipped', [99, 0]]);
		expect(history.undo()).toBe('nothing');
	});

	test('A0 B100 A200 B300: nothing of B is lost, in whatever order A takes back', () => {
		moveCards(mine, place(0));
		moveCards(theirs, place(100));
		moveCards(mine, place(200));
		moveCards(theirs, place(300));
		expect([history.undo(), history.undo(), history.undo()]).toEqual([
			'skipped',
			'skipped',
			'nothing'
		]);
		expect(card(id)?.position).toEqual([300, 0]);
	});

	test('A0 B100 A200: taking back gives B’s value, and A’s older one is never put over it', () => {
		moveCards(mine, place(0));
		moveCards(theirs, place(100));
		moveCards(mine, place(200));
		expect([history.undo(), card(id)?.position]).toEqual(['done', [100, 0]]);
		expect([history.undo(), card(id)?.position]).toEqual(['skipped', [100, 0]]);
	});

	test('of a step over many fields only the untouched part goes back', () => {
		const other = addCard(mine, { type: 'cause', text: '原因' }, nurse);
		moveCards(
			mine,
			new Map([
				[id, [5, 5]],
				[other, [6, 6]]
			])
		);
		moveCards(theirs, new Map([[other, [70, 70]]]));
		expect(history.undo()).toBe('done');
		expect([card(id)?.position, card(other)?.position]).toEqual([null, [70, 70]]);
	});

	test('a new gesture of one’s own drops what could be done again, one of others does not', () => {
		moveCards(mine, place(10));
		history.undo();
		setBoardMeta(theirs, 'title', '看取り');
		expect(history.redoGesture).toBe('moveCards');
		setBoardMeta(mine, 'group', '3卓');
		expect(history.redoGesture).toBeNull();
	});

	test('what others did, votes that were counted and locks are no steps', () => {
		setCardVotes(mine, id, 7);
		setCardLock(mine, [id], 'pinned');
		moveCards(theirs, place(10));
		expect([history.undoGesture, history.undo(), card(id)?.votes]).toEqual([null, 'nothing', 7]);
	});

	test('x and y are one value: they never come back from two moves', () => {
		moveCards(mine, new Map([[id, [1, 2]]]));
		moveCards(theirs, new Map([[id, [3, 4]]]));
		moveCards(mine, new Map([[id, [5, 6]]]));
		expect([history.undo(), card(id)?.position]).toEqual(['done', [3, 4]]);
	});

	test('only the newest 200 steps are kept', () => {
		for (let x = 0; x < 250; x++) moveCards(mine, place(x));
		let undone = 0;
		while (history.undo() === 'done') undone += 1;
		expect(undone).toBe(200);
		expect(card(id)?.position).toEqual([49, 0]);
	});
});

describe('cards', () => {
	test('a new card goes to the trash and comes back', () => {
		id = addCard(mine, { type: 'fact', text: '独居が多い' }, nurse);
		expect(history.undo()).toBe('done');
		expect(readBoard(mine).trash.get(id)).toMatchObject({ deletedAt: 100, deletedBy: 'nurse' });
		expect(history.redo()).toBe('done');
		expect(readBoard(mine).cards.get(id)?.deletedAt).toBeNull();
	});

	test.each([
		['wrote in it', () => editCardText(theirs, id, { index: 0, remove: 0, insert: '追記' })],
		['set one of its fields', () => setCardField(theirs, id, 'heardFrom', '家族')],
		['moved it', () => moveCards(theirs, place(3))],
		[
			'linked to it',
			() => {
				const from = addCard(theirs, { type: 'cause', text: 'x' }, physician);
				addLink(theirs, { from, to: id }, physician);
			}
		]
	])('a new card stays when somebody else %s', (_, act) => {
		id = addCard(mine, { type: 'fact', text: '独居が多い' }, nurse);
		act();
		expect(history.undo()).toBe('skipped');
		expect(readBoard(mine).cards.has(id)).toBe(true);
	});

	test('a card that somebody wrote in while it lay in the trash is not taken away a second time', () => {
		id = addCard(mine, { type: 'fact', text: '独居が多い' }, nurse);
		history.undo();
		editCardText(theirs, id, { index: 0, remove: 0, insert: '追記' });
		expect(history.redo()).toBe('done');
		expect(history.undo()).toBe('skipped');
		expect(readBoard(mine).cards.get(id)?.text).toBe('追記独居が多い');
	});

	test('a withdrawn card comes back with what others wrote meanwhile', () => {
		id = addCard(mine, { type: 'fact', text: '独居が多い' }, nurse);
		withdrawCards(mine, [id], nurse);
		editCardText(theirs, id, { index: 0, remove: 0, insert: '追記' });
		expect(history.undo()).toBe('done');
		expect(readBoard(mine).cards.get(id)?.text).toBe('追記独居が多い');
	});

	test('of many inserted cards the one somebody used stays, with its link', () => {
		const [first, second, third] = insertCards(
			mine,
			[
				{ type: 'cause', text: '1' },
				{ type: 'measure', text: '2' },
				{ type: 'outcome', text: '3' }
			],
			[
				{ from: 0, to: 1 },
				{ from: 1, to: 2 }
			],
			nurse
		) as [CardId, CardId, CardId];
		editCardText(theirs, first, { index: 0, remove: 0, insert: 'B' });
		expect(history.undo()).toBe('done');
		const board = readBoard(mine);
		expect([...board.cards.keys()]).toEqual([first]);
		expect(board.trash.has(second) && board.trash.has(third)).toBe(true);
		history.redo();
		expect(readBoard(mine).links.size).toBe(2);
	});

	test('a new card left empty leaves no step behind', () => {
		const before = addCard(mine, { type: 'fact', text: '前' }, nurse);
		id = addLinkedCard(mine, { type: 'cause', text: '' }, { from: before }, nurse);
		history.beginText(id);
		history.endText();
		expect(discardEmptyCard(mine, id, nurse)).toBe(true);
		history.forgetCard(id);
		expect(history.undo()).toBe('done');
		expect(readBoard(mine).cards.size).toBe(0);
		expect(history.undo()).toBe('nothing');
	});

	test('a card somebody else already wrote on is not discarded', () => {
		id = addCard(mine, { type: 'cause', text: '' }, nurse);
		editCardText(theirs, id, { index: 0, remove: 0, insert: '先に' });
		expect(discardEmptyCard(mine, id, nurse)).toBe(false);
	});
});

describe('texts', () => {
	beforeEach(() => {
		id = addCard(mine, { type: 'fact', text: '' }, nurse);
		history.clear();
	});

	function type(doc: Y.Doc, index: number, insert: string): void {
		editCardText(doc, id, { index, remove: 0, insert });
	}

	test('one stretch of writing is one step, and only own characters go', () => {
		history.beginText(id);
		type(mine, 0, '家族の');
		type(theirs, 3, '【医】');
		type(mine, 3, '不安');
		history.endText();
		expect(card(id)?.text).toBe('家族の不安【医】');
		expect([history.undo(), card(id)?.text]).toEqual(['done', '【医】']);
		expect([history.redo(), card(id)?.text]).toEqual(['done', '家族の不安【医】']);
	});

	test('two stretches on one card are two steps', () => {
		history.beginText(id);
		type(mine, 0, 'あ');
		history.endText();
		history.beginText(id);
		type(mine, 1, 'い');
		history.endText();
		history.undo();
		expect(card(id)?.text).toBe('あ');
		history.undo();
		expect(card(id)?.text).toBe('');
		history.redo();
		history.redo();
		expect(card(id)?.text).toBe('あい');
	});

	test('an editor in which nothing was written leaves no step', () => {
		history.beginText(id);
		history.endText();
		expect(history.undoGesture).toBeNull();
	});

	test('a change outside any editor is a step of its own', () => {
		type(mine, 0, 'あ');
		type(mine, 1, 'い');
		history.undo();
		expect(card(id)?.text).toBe('あ');
	});

	test('what others deleted of it is skipped', () => {
		type(mine, 0, 'あ');
		editCardText(theirs, id, { index: 0, remove: 1, insert: '' });
		expect(history.undo()).toBe('skipped');
	});

	test('taking back while writing ends the stretch', () => {
		history.beginText(id);
		type(mine, 0, 'あ');
		history.undo();
		type(mine, 0, 'い');
		expect(history.undoGesture).toBe('editText');
		history.undo();
		expect(card(id)?.text).toBe('');
	});
});
