import { defaultMethod } from '@renkei/shared/method/packs/method.ts';
import { expect, test } from 'vitest';
import { PracticeBoard } from './practice-board.svelte.ts';
import { Preferences } from './preferences.svelte.ts';

function open(): PracticeBoard {
	return new PracticeBoard({
		title: '練習',
		cards: [{ type: 'cause', text: 'お茶がぬるい' }],
		types: ['cause', 'measure'],
		preferences: new Preferences(),
		language: () => 'ja',
		method: () => defaultMethod,
		needsSheet: () => false
	});
}

test('a practice may be written on, and nothing of it is left when it is over', () => {
	const board = open();
	expect(board.canWrite).toBe(true);
	expect([...board.board.cards.values()].map(({ text }) => text)).toEqual(['お茶がぬるい']);
	const card = board.commands.addCard({ type: 'measure', text: 'ポットを置く' });
	expect(board.board.cards.size).toBe(2);
	board.history.undo();
	expect(card !== null && board.board.cards.has(card)).toBe(false);
	board.close();
	expect(open().board.cards.size).toBe(1);
});

test('a new card left empty goes away without a word, and what is led has no line', () => {
	const board = open();
	const card = board.commands.addCard({ type: 'cause', text: '' });
	if (card === null) throw new Error('No card was made.');
	board.editing.start(card, { isNew: true });
	board.editing.finish();
	expect(board.board.cards.has(card)).toBe(false);
	expect(board.history.canUndo).toBe(false);
	expect(board.leadLine.send('{}')).toBe(false);
	board.close();
});

test('only what is practised is offered', () => {
	const board = open();
	expect(board.may({ do: 'create', type: 'cause' })).toBe(true);
	expect(board.may({ do: 'create', type: 'theme' })).toBe(false);
	expect(board.may({ do: 'link' })).toBe(true);
	expect(board.may({ do: 'head' })).toBe(false);
	board.close();
});
