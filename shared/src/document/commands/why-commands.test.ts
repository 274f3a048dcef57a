import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readLanes } from '../../method/lanes.ts';
import { readBoard } from '../read-board.ts';
import { addCard } from './card-commands.ts';
import { addLink, setLinkKind } from './link-commands.ts';
import { setWhyParent } from './why-commands.ts';

const author = { participant: 'p', profession: null, now: 1 };

function causes(...texts: string[]) {
	const doc = new Y.Doc();
	const ids = texts.map((text) => addCard(doc, { type: 'cause', text }, author));
	const tree = (): string[] =>
		readLanes(readBoard(doc)).cause.map(({ card, depth }) => '-'.repeat(depth) + card.text);
	return { doc, ids, tree };
}

test('a cause becomes the why of another, and moves on to a third without keeping the first', () => {
	const { doc, ids, tree } = causes('a', 'b', 'c');
	expect(setWhyParent(doc, ids[2]!, ids[0]!, author)).toBe(true);
	expect(tree()).toEqual(['a', '-c', 'b']);
	expect(setWhyParent(doc, ids[2]!, ids[1]!, author)).toBe(true);
	expect(tree()).toEqual(['a', 'b', '-c']);
	expect(setWhyParent(doc, ids[2]!, null, author)).toBe(true);
	expect(tree()).toEqual(['a', 'b', 'c']);
});

test('it is one transaction, so one undo step', () => {
	const { doc, ids } = causes('a', 'b', 'c');
	setWhyParent(doc, ids[2]!, ids[0]!, author);
	let transactions = 0;
	doc.on('afterTransaction', () => transactions++);
	setWhyParent(doc, ids[2]!, ids[1]!, author);
	expect(transactions).toBe(1);
});

test('a circle of whys, another type or a missing card is refused and changes nothing', () => {
	const { doc, ids, tree } = causes('a', 'b');
	setWhyParent(doc, ids[1]!, ids[0]!, author);
	expect(setWhyParent(doc, ids[0]!, ids[1]!, author)).toBe(false);
	expect(setWhyParent(doc, ids[0]!, ids[0]!, author)).toBe(false);
	const fact = addCard(doc, { type: 'fact', text: 'f' }, author);
	expect(setWhyParent(doc, ids[0]!, fact, author)).toBe(false);
	expect(tree()).toEqual(['a', '-b']);
});

test('a link of another meaning stays', () => {
	const { doc, ids } = causes('a', 'b', 'root');
	const link = addLink(doc, { from: ids[0]!, to: ids[2]! }, author);
	if ('id' in link) setLinkKind(doc, link.id, 'writtenFrom');
	setWhyParent(doc, ids[0]!, ids[1]!, author);
	expect([...readBoard(doc).links.values()].map(({ kind }) => kind).sort()).toEqual([
		'why',
		'writtenFrom'
	]);
});

test('a cause linked to the theme itself can still be made the why of another', () => {
	const { doc, ids, tree } = causes('a', 'b');
	const theme = addCard(doc, { type: 'theme', text: 't' }, author);
	for (const id of ids) addLink(doc, { from: id, to: theme }, author);
	setWhyParent(doc, ids[1]!, ids[0]!, author);
	expect(tree()).toEqual(['a', '-b']);
	expect(
		new Set([...readBoard(doc).links.values()].map(({ from, to }) => `${from} → ${to}`))
	).toEqual(new Set([`${ids[0]} → ${theme}`, `${ids[1]} → ${ids[0]}`]));
});
