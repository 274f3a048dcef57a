import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { readBoard } from '../document/read-board.ts';
import { encodeStart } from '../document/templates.ts';
import { addCard } from '../document/commands/card-commands.ts';
import { addLink } from '../document/commands/link-commands.ts';
import type { CardId } from './card.ts';
import { readCardChains } from './card-chains.ts';

const author = { participant: 'p', profession: null, now: 1 };

function iCity() {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, encodeStart('i-city-mitori', { title: '', scene: 'endOfLife' }, author));
	return readBoard(doc);
}

test('the line through any cause of the I市 case runs from the theme to a source', () => {
	const board = iCity();
	const { lineThrough } = readCardChains(board);
	const root = [...board.cards.values()].find((card) => card.type === 'cause' && card.isRoot)!;
	const types = lineThrough(root.id).map((id) => board.cards.get(id)!.type);
	expect(types[0]).toBe('theme');
	expect(types[1]).toBe('vision');
	expect(types).toContain('measure');
	expect(types.at(-1)).toBe('source');
	for (const id of board.cards.keys()) expect(lineThrough(id)).toContain(id);
});

test('everything through the theme is the whole chain, in the order of the method', () => {
	const board = iCity();
	const theme = [...board.cards.values()].find((card) => card.type === 'theme')!;
	const types = readCardChains(board)
		.allThrough(theme.id)
		.map((id) => board.cards.get(id)!.type);
	const count = (type: string) => types.filter((each) => each === type).length;
	expect([count('theme'), count('outcome'), count('measure')]).toEqual([1, 8, 2]);
	const sorted = ['theme', 'vision', 'fact', 'cause', 'measure', 'outcome', 'indicator', 'source'];
	expect([...new Set(types)]).toEqual(sorted.filter((type) => types.includes(type as 'theme')));
});

test('a circle of causes ends, and a card alone is its own chain', () => {
	const doc = new Y.Doc();
	const [a, b, alone] = ['a', 'b', 'alone'].map((text) =>
		addCard(doc, { type: 'cause', text }, author)
	) as [CardId, CardId, CardId];
	addLink(doc, { from: a, to: b }, author);
	addLink(doc, { from: b, to: a }, author);
	const { lineThrough, allThrough } = readCardChains(readBoard(doc));
	expect(new Set(allThrough(a))).toEqual(new Set([a, b]));
	expect(lineThrough(a)).toContain(b);
	expect(lineThrough(alone)).toEqual([alone]);
	expect(allThrough(alone)).toEqual([alone]);
});
