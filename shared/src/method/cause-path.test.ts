import type { CardId } from './card.ts';
import type { Card } from './card.ts';
import { iCityMitori } from './templates/i-city-mitori.ts';
import { boardOf } from './worksheet/test-board.ts';
import { expect, test } from 'vitest';
import { commonResult, measuresOf, originsOf, pathFrom } from './cause-path.ts';

const board = boardOf(iCityMitori);
const id = (name: string): CardId => name as CardId;
const ids = (cards: readonly Card[]): readonly string[] => cards.map((card) => card.id);

test('a why leads over its cause and the current state to the theme', () => {
	expect(ids(pathFrom(board, id('c7')))).toEqual(['c7', 'c4', 'f1', 't1']);
	expect(ids(pathFrom(board, id('r1')))).toEqual(['r1', 'f1', 't1']);
});

test('two causes are compared by the first thing both lead to', () => {
	expect(commonResult(board, id('c5'), id('c6'))?.id).toBe('c3');
	expect(commonResult(board, id('c1'), id('c2'))?.id).toBe('f1');
});

test('a cause that leads to the other is compared by what lies behind both', () => {
	expect(commonResult(board, id('c7'), id('c4'))?.id).toBe('f1');
});

test('a circle of whys ends, and a card that is gone has no path', () => {
	const circle = boardOf({
		...iCityMitori,
		cards: [
			{ id: 'a', type: 'cause', text: 'a' },
			{ id: 'b', type: 'cause', text: 'b' }
		],
		links: [
			{ from: 'a', to: ['b'] },
			{ from: 'b', to: ['a'] }
		]
	});
	expect(ids(pathFrom(circle, id('a')))).toEqual(['a', 'b']);
	expect(pathFrom(circle, id('gone'))).toEqual([]);
});

test('measures and origins of a cause', () => {
	expect(ids(measuresOf(board, id('r1')))).toEqual(['m1', 'm2']);
	expect(originsOf(board, id('r1'))).toEqual([]);
});
