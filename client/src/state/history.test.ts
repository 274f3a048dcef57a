import {
	addCard,
	editCardText,
	moveCards
} from '@renkei/shared/document/commands/card-commands.ts';
import { gestures } from '@renkei/shared/document/origins.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { locale } from '../i18n/locale.svelte.ts';
import { boardText, gestureText } from '../i18n/messages/board.ts';
import { noticeText } from '../i18n/messages/notices.ts';
import { HistoryState } from './history.svelte.ts';
import { Notices } from './notices.svelte.ts';

const author = { participant: 'me', profession: null, now: 1 };

let doc: Y.Doc;
let other: Y.Doc;
let notices: Notices;
let history: HistoryState;

beforeEach(() => {
	vi.useFakeTimers();
	doc = new Y.Doc();
	other = new Y.Doc();
	doc.on('update', (update: Uint8Array) => Y.applyUpdate(other, update, 'line'));
	other.on('update', (update: Uint8Array, from: unknown) => {
		if (from !== 'line') Y.applyUpdate(doc, update, 'line');
	});
	notices = new Notices();
	history = new HistoryState(doc, () => author, notices);
});
afterEach(() => {
	history.release();
	notices.dismiss();
	vi.useRealTimers();
});

test('a step that others wrote on is left out with a word, and the next one waits for the next press', () => {
	const [first, second] = ['一', '二'].map((text) => addCard(doc, { type: 'fact', text }, author));
	if (!first || !second) throw new Error('No card was made.');
	moveCards(doc, new Map([[first, [1, 1]]]));
	moveCards(doc, new Map([[second, [2, 2]]]));
	moveCards(other, new Map([[second, [9, 9]]]));
	history.undo();
	expect(notices.current?.kind).toBe('undoSkipped');
	expect(noticeText.undoSkipped(1)).toBe('この変更は、ほかの人が続きを書いたため戻しません');
	expect(history.undoGesture).toBe('moveCards');
	notices.dismiss();
	history.undo();
	expect([notices.current, history.undoGesture]).toEqual([null, 'addCard']);
});

test('another document begins with nothing to take back or to do again', () => {
	const id = addCard(doc, { type: 'fact', text: '一' }, author);
	moveCards(doc, new Map([[id, [1, 1]]]));
	history.undo();
	expect([history.canUndo, history.canRedo]).toEqual([true, true]);
	history.attach(new Y.Doc());
	expect([history.canUndo, history.canRedo]).toEqual([false, false]);
	expect(noticeText.boardReplaced(1)).toContain('「元に戻す」で戻せません');
});

test('writing is one step however long it takes', () => {
	const id = addCard(doc, { type: 'fact', text: '' }, author);
	history.beginText(id);
	for (const insert of ['一', '二', '三']) {
		editCardText(doc, id, { index: 0, remove: 0, insert });
		vi.advanceTimersByTime(60_000);
	}
	history.endText();
	history.undo();
	expect(history.undoGesture).toBe('addCard');
});

describe('what the button says it would take back', () => {
	beforeEach(() => void vi.stubGlobal('document', { documentElement: {} }));
	afterEach(() => {
		locale.choose('ja');
		vi.unstubAllGlobals();
	});

	test('「元に戻す：カードの移動」', () => {
		expect(boardText.undoThis(gestureText.moveCards())).toBe('元に戻す：カードの移動');
		expect(boardText.redoThis(gestureText.moveCards())).toBe('やり直す：カードの移動');
	});

	test.each(gestures)('%s has words of its own in both languages', (gesture) => {
		const said = (['ja', 'en'] as const).map((language) => {
			locale.choose(language);
			return gestureText[gesture]();
		});
		expect(said[0]).toMatch(/\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Han}/u);
		expect(said[1]).toMatch(/^[a-z ]+$/);
	});
});
