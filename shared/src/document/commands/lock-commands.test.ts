import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { CardId } from '../../method/card.ts';
import { History } from '../history.ts';
import { readBoard } from '../read-board.ts';
import { insertCards } from './card-commands.ts';
import { setCardLock } from './lock-commands.ts';

const author = { participant: 'p', profession: null, now: 1 };

test('cards are pinned and freed together, once, and never by undo', () => {
	const doc = new Y.Doc();
	const history = new History(doc, () => author);
	const cards = ['a', 'b', 'c'].map((text) => ({ type: 'fact' as const, text }));
	const [first, second, third] = insertCards(doc, cards, [], author) as [CardId, CardId, CardId];
	const locks = () => [first, second, third].map((id) => readBoard(doc).cards.get(id)?.lock);
	let updates = 0;
	doc.on('update', () => updates++);
	setCardLock(doc, [first, second, 'gone' as CardId], 'pinned');
	setCardLock(doc, [first, second], 'pinned');
	expect(locks()).toEqual(['pinned', 'pinned', null]);
	expect(updates).toBe(1);
	setCardLock(doc, [second], 'background');
	setCardLock(doc, [first, third], null);
	expect(locks()).toEqual([null, 'background', null]);
	expect(history.undoGesture).toBe('insertCards');
	history.undo();
	expect(history.undo()).toBe('nothing');
	expect(readBoard(doc).trash.get(second)?.lock).toBe('background');
});
