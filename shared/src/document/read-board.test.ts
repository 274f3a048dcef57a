import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import type { CardId } from '../method/card.ts';
import { schemaVersion } from '../method/board.ts';
import { addCard } from './commands/card-commands.ts';
import { addLink } from './commands/link-commands.ts';
import type { Entry } from './layout.ts';
import { entryOf, rootsOf } from './layout.ts';
import { readBoard } from './read-board.ts';

const author = { participant: 'p1', profession: null, now: 5 };

function docWithCard(): { doc: Y.Doc; id: CardId; entry: Entry } {
	const doc = new Y.Doc();
	const id = addCard(doc, { type: 'cause', text: '説明不足' }, author);
	const entry = entryOf(rootsOf(doc).cards, id);
	if (!entry) throw new Error('The card was not written.');
	return { doc, id, entry };
}

/** A record as a hostile or much later client may write it. */
function strange(values: Record<string, unknown>): Y.Map<unknown> {
	return new Y.Map(Object.entries(values));
}

describe('whatever stands in a document, a board can be read', () => {
	test('an empty document is an empty board', () => {
		const board = readBoard(new Y.Doc());
		expect(board.cards.size).toBe(0);
		expect(board.problems).toEqual([]);
		expect(board.isFromNewerVersion).toBe(false);
	});

	test.each([
		['NaN', [Number.NaN, 1]],
		['infinite', [0, Infinity]],
		['far away', [1e9, 0]],
		['text', '12,30'],
		['one number', [1]],
		['an object', { x: 1, y: 2 }]
	])('a position that is %s reads as none and keeps the card', (_, position) => {
		const { doc, id, entry } = docWithCard();
		entry.set('position', position);
		const board = readBoard(doc);
		expect(board.cards.get(id)).toMatchObject({ text: '説明不足', position: null });
		expect(board.problems).toEqual([
			{ where: 'card', id, reason: 'badPosition', field: 'position' }
		]);
	});

	test.each([
		['an unknown type', () => strange({ type: 'risk', text: new Y.Text('x') }), 'unknownType'],
		['no type', () => strange({ text: new Y.Text('x') }), 'unknownType'],
		['a type that is a prototype key', () => strange({ type: '__proto__' }), 'unknownType'],
		['a string instead of a text', () => strange({ type: 'fact', text: 'x' }), 'badText'],
		['no text', () => strange({ type: 'fact' }), 'badText'],
		['a list', () => Y.Array.from([1, 2]), 'notARecord'],
		['a string', () => 'card', 'notARecord'],
		['null', () => null, 'notARecord'],
		['plain JSON', () => ({ type: 'fact', text: 'x' }), 'notARecord']
	])('a card that is or has %s is left out and the rest stays', (_, value, reason) => {
		const { doc, id } = docWithCard();
		rootsOf(doc).cards.set('strange', value());
		const board = readBoard(doc);
		expect([...board.cards.keys()]).toEqual([id]);
		expect(board.problems).toEqual([{ where: 'card', id: 'strange', reason }]);
	});

	test.each(['__proto__', 'constructor', 'prototype', '', 'a b', 'x'.repeat(41), '../../etc'])(
		'the id %j is left out',
		(id) => {
			const { doc } = docWithCard();
			rootsOf(doc).cards.set(id, strange({ type: 'fact', text: new Y.Text('x') }));
			const board = readBoard(doc);
			expect(board.cards.size).toBe(1);
			expect(board.problems.map(({ reason }) => reason)).toEqual(['badId']);
			expect(({} as Record<string, unknown>)['type']).toBeUndefined();
		}
	);

	test('every field of every kind of junk falls back and is listed, and the card is still there', () => {
		const { doc, id, entry } = docWithCard();
		const junk = [1n, Symbol.iterator.toString(), {}, [], -1, Number.NaN, 'x'.repeat(5000), true];
		for (const [index, key] of [
			'order',
			'createdAt',
			'createdBy',
			'profession',
			'isRoot'
		].entries())
			entry.set(key, key === 'isRoot' ? 'yes' : junk[(index * 3) % junk.length]);
		entry.set('somethingNew', { from: 'the future' });
		const board = readBoard(doc);
		expect(board.cards.get(id)?.text).toBe('説明不足');
		expect(board.problems.every(({ reason }) => reason === 'badField')).toBe(true);
		expect(board.problems.length).toBeGreaterThan(2);
	});

	test('links without one end, to themselves or of junk are left out, others stay', () => {
		const { doc, id } = docWithCard();
		const other = addCard(doc, { type: 'measure', text: '研修' }, author);
		const made = addLink(doc, { from: id, to: other }, author);
		const { links } = rootsOf(doc);
		links.set('noEnd', strange({ from: id, to: 'nowhere' }));
		links.set('self', strange({ from: id, to: id }));
		links.set('text', 'a link');
		links.set('empty', new Y.Map());
		const board = readBoard(doc);
		expect([...board.links.keys()]).toEqual(['id' in made ? made.id : null]);
		expect(
			Object.fromEntries(board.problems.map(({ id: where, reason }) => [where, reason]))
		).toEqual({ empty: 'badField', noEnd: 'missingEnd', self: 'selfLink', text: 'notARecord' });
		expect(board.problems).toHaveLength(4);
	});

	test('links in a circle end', () => {
		const { doc, id } = docWithCard();
		const other = addCard(doc, { type: 'cause', text: 'なぜ' }, author);
		addLink(doc, { from: id, to: other }, author);
		addLink(doc, { from: other, to: id }, author);
		expect(readBoard(doc).links.size).toBe(2);
	});

	test('a document of a later version is read as far as it goes and marked', () => {
		const { doc, id } = docWithCard();
		rootsOf(doc).meta.set('schemaVersion', schemaVersion + 1);
		const board = readBoard(doc);
		expect(board.isFromNewerVersion).toBe(true);
		expect(board.cards.has(id)).toBe(true);
	});

	test('roots that were opened as another kind of type give an empty board instead of an end', () => {
		const doc = new Y.Doc();
		const sender = new Y.Doc();
		sender.getArray('cards').push(['not', 'a', 'map']);
		sender.getText('meta').insert(0, 'hello');
		sender.getArray('links').push([1]);
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(sender));
		expect(readBoard(doc).cards.size).toBe(0);
	});
});
