import { beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { encodeStroke } from '../../geometry/stroke-points.ts';
import { cardOfStroke, placeStrokes } from '../../lane-layout/placed-strokes.ts';
import type { CardId } from '../../method/card.ts';
import type { RecordFields } from '../../method/records/index.ts';
import { recordsOf } from '../../method/records/index.ts';
import { History } from '../history.ts';
import type { Author } from '../origins.ts';
import { boardOfPlain, plainBoardOf } from '../plain-board.ts';
import { readBoard } from '../read-board.ts';
import { encodeBoard } from '../write-board.ts';
import { addStrokes, eraseStrokes } from './stroke-commands.ts';

const me: Author = { participant: 'me', profession: 'physician', now: 1_800_000_000_000 };
const places = [
	{ x: 10, y: 10, pressure: 2 },
	{ x: 90, y: 40, pressure: 4 }
];
const line = (more: Partial<RecordFields<'stroke'>> = {}): RecordFields<'stroke'> => ({
	...encodeStroke(places),
	colour: 'blue',
	size: 'thick',
	card: null,
	at: null,
	...more
});
const cardA = 'a' as CardId;
const cardB = 'b' as CardId;
const box = (x: number, y: number) => ({ box: { x, y, width: 260, height: 100 } });

let doc: Y.Doc;
beforeEach(() => {
	doc = new Y.Doc();
});
const strokes = (of = doc) => recordsOf(readBoard(of), 'stroke');

test('a line is on the board with who drew it, and is carried whole from server to server', () => {
	const id = addStrokes(doc, [line({ card: cardA, at: [5, 5] })], me)[0]!;
	const [stroke] = strokes();
	expect(stroke).toMatchObject({ id, createdBy: 'me', colour: 'blue', size: 'thick', at: [5, 5] });
	expect(placeStrokes([stroke!], new Map())[0]?.points).toEqual(places);
	const there = new Y.Doc();
	const board = boardOfPlain(JSON.parse(JSON.stringify(plainBoardOf(readBoard(doc)))));
	Y.applyUpdate(there, encodeBoard(board));
	expect(strokes(there)).toEqual(strokes());
});

test('what is no line is not written', () => {
	for (const path of ['', 'A', 'not a line', 'AA'.repeat(301)])
		expect(addStrokes(doc, [line(), line({ path })], me)).toEqual([]);
	expect(addStrokes(doc, [line(), line({ pressure: '9' })], me)).toEqual([]);
	expect(strokes()).toEqual([]);
});

test('one line is one step; a sweep of the eraser is one step; all come back as they were', () => {
	const history = new History(doc, () => me);
	const ids = [1, 2, 3].map(() => addStrokes(doc, [line()], me)[0]!);
	expect(history.undoGesture).toBe('drawStroke');
	const before = strokes();
	eraseStrokes(doc, ids.slice(0, 2), me);
	expect([strokes().length, history.undoGesture]).toEqual([1, 'eraseStrokes']);
	eraseStrokes(doc, ids.slice(0, 2), me);
	history.undo();
	expect(strokes()).toEqual(before);
	history.undo();
	expect(strokes()).toHaveLength(2);
	history.redo();
	expect(strokes()).toEqual(before);
	history.destroy();
});

test('a line that somebody else erased is not brought back by undoing one’s own', () => {
	const history = new History(doc, () => me);
	const id = addStrokes(doc, [line()], me)[0]!;
	const theirs = new Y.Doc();
	Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
	eraseStrokes(theirs, [id], { ...me, participant: 'other', now: me.now + 1 });
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs));
	expect(history.undo()).toBe('skipped');
	expect(strokes()).toEqual([]);
	history.destroy();
});

test('a line goes with the card it was drawn on, and stays where it was when the card is gone', () => {
	addStrokes(doc, [line({ card: cardA, at: [0, 0] })], me);
	const [moved] = placeStrokes(strokes(), new Map([[cardA, box(300, 20)]]));
	expect([moved?.dx, moved?.dy]).toEqual([300, 20]);
	const [left] = placeStrokes(strokes(), new Map([[cardB, box(300, 20)]]));
	expect([left?.dx, left?.dy]).toEqual([0, 0]);
	expect(moved!.box.x - left!.box.x).toBe(300);
});

test('a line is about the card it begins on, else the one it lies over most, else none', () => {
	const cards = new Map([
		[cardA, box(0, 0)],
		[cardB, box(400, 0)]
	]);
	const through = (...points: [number, number][]) =>
		cardOfStroke(
			points.map(([x, y]) => ({ x, y, pressure: 3 })),
			cards
		);
	expect(through([100, 50], [500, 50])).toBe(cardA);
	expect(through([300, -20], [700, 120])).toBe(cardB);
	expect(through([410, 105], [600, 105])).toBe(cardB);
	// Around B, from the edge of A and back.
	expect(through([255, 50], [500, -30], [700, 50], [500, 130], [258, 52])).toBe(cardB);
	expect(through([100, 400], [500, 500])).toBeNull();
	expect(through()).toBeNull();
});
