import * as Y from 'yjs';
import { expect, test } from 'vitest';
import type { CardId } from '../method/card.ts';
import { iCityMitori } from '../method/templates/i-city-mitori.ts';
import { boardOf } from '../method/worksheet/test-board.ts';
import { insertCards } from './commands/card-commands.ts';
import { copyChain } from './copy-chain.ts';
import { readBoard } from './read-board.ts';

const author = { participant: 'p', profession: null, now: 1 };

test('a chain arrives whole in one step: links, parts, where it comes from, and no second root', () => {
	const board = boardOf(iCityMitori);
	const copied = copyChain(board, 'b0', 'r1' as CardId)!;
	const doc = new Y.Doc();
	let steps = 0;
	doc.on('afterTransaction', () => steps++);
	insertCards(doc, copied.cards, copied.links, author);
	expect(steps).toBe(1);
	const there = readBoard(doc);
	expect(there.problems).toEqual([]);
	expect(there.cards.size).toBe(copied.cards.length);
	const types = [...there.cards.values()].map(({ type }) => type);
	expect(types.filter((type) => type === 'outcome')).toHaveLength(8);
	// The other causes lead to the theme by themselves.
	expect(types.filter((type) => type === 'cause')).toHaveLength(1);
	const cards = [...there.cards.values()];
	for (const card of cards) expect(card.copiedFrom).toMatch(/^b0[/]/);
	expect(cards.filter((card) => card.type === 'cause' && card.isRoot)).toEqual([]);
	expect(cards.filter((card) => card.type === 'theme').map(({ status }) => status)).toEqual([
		'candidate'
	]);
	const measure = [...there.cards.values()].find(({ type }) => type === 'measure');
	expect(measure?.type === 'measure' && measure.subActions.length).toBeGreaterThan(0);
	expect(there.links.size).toBe(copied.links.length);
});

test('a card that is not there has no chain', () => {
	expect(copyChain(boardOf(iCityMitori), 'b0', 'none' as CardId)).toBeNull();
});
