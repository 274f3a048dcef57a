import { beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { CardId } from '../../method/card.ts';
import { remarksByCard, stampCounts } from '../../method/remarks.ts';
import type { CardRemarks } from '../../method/remarks.ts';
import { noRemarks } from '../../method/remarks.ts';
import { maxCommentLength } from '../../method/records/comment.ts';
import type { RecordId } from '../../method/records/index.ts';
import { History } from '../history.ts';
import { rootsOf } from '../layout.ts';
import type { Author } from '../origins.ts';
import { readBoard } from '../read-board.ts';
import { remarkLimits } from '../remark-limits.ts';
import { addCard, restoreCards, withdrawCards } from './card-commands.ts';
import { addComment, editComment, settleComment, withdrawComment } from './comment-commands.ts';
import { mergeCards } from './merge-commands.ts';
import { toggleStamp } from './stamp-commands.ts';

const anna: Author = { participant: 'anna', profession: 'visitingNurse', now: 10 };
const ben: Author = { participant: 'ben', profession: 'physician', now: 20 };

let doc: Y.Doc;
let card: CardId;
let other: CardId;
beforeEach(() => {
	doc = new Y.Doc();
	card = addCard(doc, { type: 'cause', text: '夜間の連絡先がない' }, anna);
	other = addCard(doc, { type: 'cause', text: '夜間の連絡先が決まっていない' }, anna);
});

const at = (id: CardId): CardRemarks => remarksByCard(readBoard(doc)).get(id) ?? noRemarks;
const said = (id: CardId): string[] => at(id).open.map(({ text }) => text);
const say = (text: string, author = anna, about = card): RecordId =>
	addComment(doc, about, text, author)!;

describe('comments', () => {
	test('stand at their card in the order in which they were said, with profession and moment', () => {
		say('あとから', { ...ben, now: 30 });
		say('いつの話ですか', ben);
		expect(at(card).open).toMatchObject([
			{ text: 'いつの話ですか', profession: 'physician', createdAt: 20, createdBy: 'ben' },
			{ text: 'あとから' }
		]);
		expect(at(other)).toEqual(noRemarks);
	});

	test('control characters and blank ends are taken out; nothing, and too much, is not said', () => {
		say(' か\u0000な\u0007\r\n二行目 ');
		expect(said(card)).toEqual(['かな\n二行目']);
		expect(addComment(doc, card, ' \n\u0001 ', anna)).toBeNull();
		expect(addComment(doc, card, 'あ'.repeat(maxCommentLength + 1), anna)).toBeNull();
		expect(addComment(doc, card, 'あ'.repeat(maxCommentLength), anna)).not.toBeNull();
	});

	test('a card that is gone, or never was, has none', () => {
		withdrawCards(doc, [other], anna);
		expect(addComment(doc, other, 'x', anna)).toBeNull();
		expect(addComment(doc, 'nowhere' as CardId, 'x', anna)).toBeNull();
		expect(addComment(doc, '__proto__' as CardId, 'x', anna)).toBeNull();
	});

	test('only who said it words it anew; anybody calls it settled, and open again', () => {
		const id = say('いつ？');
		expect(editComment(doc, id, '別の言葉', ben)).toBe(false);
		expect(editComment(doc, id, 'いつからですか', anna)).toBe(true);
		expect(said(card)).toEqual(['いつからですか']);
		expect(settleComment(doc, id, true)).toBe(true);
		expect(said(card)).toEqual([]);
		expect(at(card).settled).toHaveLength(1);
		expect(settleComment(doc, id, false)).toBe(true);
		expect(said(card)).toEqual(['いつからですか']);
		expect(withdrawComment(doc, id, anna)).toBe(true);
		expect(at(card)).toEqual(noRemarks);
		expect(editComment(doc, id, 'x', anna)).toBe(false);
		expect(settleComment(doc, id, true)).toBe(false);
		expect(withdrawComment(doc, id, anna)).toBe(false);
	});

	test('a card takes a number of them, withdrawn ones included', () => {
		for (let count = 0; count < remarkLimits.comment.onCard; count++)
			withdrawComment(doc, say(String(count)), anna);
		expect(addComment(doc, card, 'noch', anna)).toBeNull();
		expect(addComment(doc, other, 'これは入る', anna)).not.toBeNull();
	});

	test('wait with a withdrawn card and come back with it', () => {
		say('残る');
		withdrawCards(doc, [card], anna);
		expect(remarksByCard(readBoard(doc)).size).toBe(0);
		restoreCards(doc, [card]);
		expect(said(card)).toEqual(['残る']);
	});

	test('go with the words of a merged card, and back when the merging is taken back', () => {
		const history = new History(doc, () => anna);
		say('こちらに');
		say('あちらに', ben, other);
		mergeCards(doc, card, [other], anna);
		expect(said(card)).toEqual(['こちらに', 'あちらに']);
		history.undo();
		expect(said(card)).toEqual(['こちらに']);
		expect(said(other)).toEqual(['あちらに']);
		history.destroy();
	});

	test('two cards that were merged into each other at once, and lie in the trash, have none', () => {
		say('x');
		for (const [id, into] of [
			[card, other],
			[other, card]
		] as const) {
			const entry = rootsOf(doc).cards.get(id) as Y.Map<unknown>;
			entry.set('deletedAt', 5);
			entry.set('mergedInto', into);
		}
		expect(remarksByCard(readBoard(doc)).size).toBe(0);
	});
});

describe('taken back step by step', () => {
	test('saying, wording anew, settling and withdrawing, each by its own step, and forward again', () => {
		const history = new History(doc, () => anna);
		const id = say('はじめ');
		editComment(doc, id, '直した', anna);
		settleComment(doc, id, true);
		withdrawComment(doc, id, anna);
		const states: unknown[] = [at(card)];
		for (let step = 0; step < 4; step++) {
			expect(history.undoGesture).toBe('comment');
			expect(history.undo()).toBe('done');
			states.push(at(card));
		}
		expect(states.slice(1)).toMatchObject([
			{ open: [], settled: [{ text: '直した' }] },
			{ open: [{ text: '直した' }] },
			{ open: [{ text: 'はじめ' }] },
			{ open: [], settled: [] }
		]);
		for (let step = 0; step < 4; step++) {
			expect(at(card)).toEqual(states[4 - step]);
			expect(history.redo()).toBe('done');
		}
		expect(at(card)).toEqual(states[0]);
		history.destroy();
	});

	test('what somebody else called settled meanwhile stays so', () => {
		const history = new History(doc, () => anna);
		const id = say('はじめ');
		const theirs = new Y.Doc();
		Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
		settleComment(theirs, id, true);
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs), 'line');
		expect(history.undo()).toBe('skipped');
		expect(at(card).settled).toHaveLength(1);
		history.destroy();
	});
});

describe('stamps', () => {
	const counts = (id: CardId) => Object.fromEntries(stampCounts(at(id)));

	test('one a person and kind; pressing again takes it back, and again gives the same one', () => {
		expect(toggleStamp(doc, card, 'agree', anna)).toBe('given');
		expect(toggleStamp(doc, card, 'agree', ben)).toBe('given');
		expect(toggleStamp(doc, card, 'question', anna)).toBe('given');
		expect(counts(card)).toEqual({ agree: 2, question: 1 });
		for (let press = 0; press < 9; press++) toggleStamp(doc, card, 'agree', anna);
		expect(counts(card)).toEqual({ agree: 1, question: 1 });
		expect(rootsOf(doc).records.size).toBe(3);
	});

	test('of two screens of one person that were apart it is one, and one press takes it back', () => {
		const twin = new Y.Doc();
		Y.applyUpdate(twin, Y.encodeStateAsUpdate(doc));
		toggleStamp(doc, card, 'thanks', anna);
		toggleStamp(twin, card, 'thanks', anna);
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(twin));
		expect(counts(card)).toEqual({ thanks: 1 });
		expect(toggleStamp(doc, card, 'thanks', anna)).toBe('takenBack');
		expect(counts(card)).toEqual({});
	});

	test('of merged cards a person has one still, which can be taken back', () => {
		toggleStamp(doc, card, 'agree', anna);
		toggleStamp(doc, other, 'agree', anna);
		toggleStamp(doc, other, 'agree', ben);
		mergeCards(doc, card, [other], anna);
		expect(counts(card)).toEqual({ agree: 2 });
		expect(toggleStamp(doc, card, 'agree', ben)).toBe('takenBack');
		expect(toggleStamp(doc, card, 'agree', anna)).toBe('takenBack');
		expect(counts(card)).toEqual({});
		expect(toggleStamp(doc, other, 'agree', anna)).toBeNull();
	});

	test('undo takes a stamp back and redo gives it again', () => {
		const history = new History(doc, () => anna);
		toggleStamp(doc, card, 'concern', anna);
		toggleStamp(doc, card, 'concern', anna);
		toggleStamp(doc, card, 'concern', anna);
		expect(history.undoGesture).toBe('stamp');
		history.undo();
		expect(counts(card)).toEqual({});
		history.undo();
		expect(counts(card)).toEqual({ concern: 1 });
		history.undo();
		expect(counts(card)).toEqual({});
		history.redo();
		expect(counts(card)).toEqual({ concern: 1 });
		history.destroy();
	});
});
