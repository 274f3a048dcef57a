import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	addCard,
	editCardText,
	moveCards,
	withdrawCards
} from '@renkei/shared/document/commands/card-commands.ts';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import { boardPoint } from '@renkei/shared/geometry/point.ts';
import type { Card } from '@renkei/shared/method/card.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { uncoveredShare } from '../canvas/camera.ts';
import { restoreDrafts } from '../state/drafts-restore.ts';
import type { PageField } from './page-field.driver.ts';
import { somebody, WritingPage } from './writing.driver.ts';

/** One test for each mistake that other boards shipped, so far as texts and taking back are concerned. */

let page: WritingPage;

beforeEach(async () => {
	vi.useFakeTimers();
	page = new WritingPage('chrome', { text: '家族の不安' });
	await page.start();
});
afterEach(() => {
	page.close();
	vi.useRealTimers();
});

function stored(): Card | undefined {
	const { cards, trash } = readBoard(page.doc);
	return cards.get(page.card) ?? trash.get(page.card);
}

function field(): PageField {
	if (!page.field) throw new Error('No card is open.');
	return page.field;
}

function sourcesIn(room: string, kind: RegExp): { name: string; source: string }[] {
	const base = join(import.meta.dirname, '..', room);
	return readdirSync(base, { recursive: true, encoding: 'utf8' })
		.filter((name) => kind.test(name))
		.map((name) => ({ name, source: readFileSync(join(base, name), 'utf8') }));
}

const moveHere = (x: number): void => page.open.commands.moveCards(new Map([[page.card, [x, 0]]]));
const moveThere = (x: number): void => moveCards(page.doc, new Map([[page.card, [x, 0]]]));

test('undo that does nothing, or puts back what somebody else has changed since', () => {
	moveHere(0);
	moveThere(100);
	moveHere(200);
	moveThere(300);
	page.open.history.undo();
	expect(stored()?.position).toEqual([300, 0]);
	expect(page.open.notices.current?.kind).toBe('undoSkipped');
});

test('undo that merges two quick gestures into one', () => {
	moveHere(10);
	moveHere(20);
	page.open.history.undo();
	expect(stored()?.position).toEqual([10, 0]);
});

test('undo that brings back half a card, without what others wrote in it', () => {
	page.open.commands.withdrawCards([page.card]);
	editCardText(page.doc, page.card, { index: 0, remove: 0, insert: '【医】' });
	page.open.history.undo();
	expect(stored()).toMatchObject({ text: '【医】家族の不安', deletedAt: null });
});

test('a card withdrawn while somebody without a line writes on it: the words are gone for ever', async () => {
	page.loseLine();
	page.edit(page.card);
	field().type('がある');
	page.open.editing.finish();
	withdrawCards(page.doc, [page.card], somebody);
	await page.comeBack();
	page.open.commands.restoreCards([page.card]);
	expect(stored()).toMatchObject({ text: '家族の不安がある', deletedAt: null });
});

test('one value for a whole card: a move and an edit at the same time lose one of the two', async () => {
	page.loseLine();
	moveHere(40);
	editCardText(page.doc, page.card, { index: 0, remove: 0, insert: '【医】' });
	await page.comeBack();
	expect(stored()).toMatchObject({ text: '【医】家族の不安', position: [40, 0] });
	expect(page.open.board.cards.get(page.card)).toMatchObject({ text: '【医】家族の不安' });
});

test.each(['Enter', 'Escape', 'Tab', 'ArrowUp', 'Backspace', ' '])(
	'%j takes a conversion and the editor takes it too',
	(key) => {
		page.edit(page.card);
		field().compose('がある');
		for (const ctrlKey of [false, true]) {
			field().press(key, { keyCode: 229, isComposing: true, ctrlKey });
			expect([page.open.editing.card, readBoard(page.doc).cards.size]).toEqual([page.card, 1]);
		}
	}
);

test('somebody else’s words put into the field break the conversion', () => {
	page.edit(page.card);
	field().compose('が');
	editCardText(page.doc, page.card, { index: 0, remove: 2, insert: '本人' });
	expect(field().value).toBe('家族の不安が');
	field().compose('がある');
	field().endComposition();
	expect(stored()?.text).toBe('本人の不安がある');
});

test('every pan paints the board anew, or every card is a picture of its own in memory', () => {
	const camera = { origin: boardPoint(0, 0), zoom: 1, width: 1366, height: 768 };
	expect(uncoveredShare(camera, { ...camera, origin: boardPoint(90, -60) }, 96)).toBe(0);
	const sources = sourcesIn('canvas', /\.ts$/).map(({ source }) => source);
	expect(sources.filter((source) => source.includes('.cache('))).toEqual([]);
});

test('a board that is still empty because nothing has come yet is written to', async () => {
	page.close();
	page = new WritingPage('chrome', { text: '家族の不安' });
	await vi.advanceTimersByTimeAsync(1);
	expect(page.open.canWrite).toBe(false);
	expect(page.open.commands.addCard({ type: 'fact', text: 'x' })).toBeNull();
	page.edit(page.card);
	expect(page.open.editing.card).toBeNull();
	await page.comeBack();
	expect([...readBoard(page.doc).cards.values()].map(({ text }) => text)).toEqual(['家族の不安']);
});

test('a copy from before a restore comes back into the restored board', async () => {
	moveHere(10);
	page.loseLine();
	page.edit(page.card);
	field().type('がある');
	page.open.editing.finish();
	const restored = new Y.Doc();
	addCard(restored, { type: 'fact', text: '戻された文' }, somebody);
	await page.comeBack();
	await page.restoreBoard(restored);
	expect([...readBoard(restored).cards.values()].map(({ text }) => text)).toEqual(['戻された文']);
	expect([page.open.history.canUndo, page.open.history.canRedo]).toEqual([false, false]);
	expect(page.open.notices.current?.kind).toBe('boardReplaced');
	// What had not been saved is not thrown away either: it is offered.
	restoreDrafts(page.open.drafts, page.open.board, page.open.commands);
	expect([...readBoard(restored).cards.values()].map(({ text }) => text)).toEqual([
		'戻された文',
		'家族の不安がある'
	]);
});

test('what nobody may read yet is only blurred', () => {
	const looks = ['ui', 'styles', 'facilitation', 'app'].flatMap((room) =>
		sourcesIn(room, /\.(svelte|css)$/)
	);
	const blurred = looks.filter(({ source }) => /:\s*blur\(/.test(source));
	expect(looks.length).toBeGreaterThan(50);
	expect(blurred.map(({ name }) => name)).toEqual([]);
});

test('a letter shortcut fires while the input method is on, or the first key of a word is lost', () => {
	page.select(page.card);
	field().compose('n');
	field().compose('が');
	expect(readBoard(page.doc).cards.size).toBe(1);
	expect([page.open.editing.card, field().value]).toEqual([page.card, '家族の不安が']);
});
