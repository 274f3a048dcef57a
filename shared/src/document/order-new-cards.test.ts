import { expect, test } from 'vitest';
import { maxOrderLength } from '../method/card.ts';
import { orderNewCards } from './order-new-cards.ts';

const there = ['a0', 'a1', 'a2'].map((order) => ({ id: `card-${order}`, order }));

/** Ids and keys as they stand in the end. */
function sequence(
	cards: typeof there,
	orders: ReadonlyMap<string, string>
): readonly (string | undefined)[] {
	return [...cards.map(({ id, order }) => [id, order]), ...orders]
		.sort(([, a = ''], [, b = '']) => (a < b ? -1 : a > b ? 1 : 0))
		.map(([name]) => name);
}

test('new cards stand behind the one they name, in the sequence they came in, others at the end', () => {
	const orders = orderNewCards(there, [
		{ key: 'x', after: { card: 'card-a0' } },
		{ key: 'y', after: { key: 'x' } },
		{ key: 'z', after: { card: 'card-a0' } },
		{ key: 'last', after: null },
		{ key: 'lost', after: { card: 'gone' } }
	]);
	expect(sequence(there, orders)).toEqual([
		'card-a0',
		'x',
		'y',
		'z',
		'card-a1',
		'card-a2',
		'last',
		'lost'
	]);
});

test('a thousand cards behind one another keep short orders', () => {
	const added = Array.from({ length: 1000 }, (_, index) => ({
		key: `k${index}`,
		after: index === 0 ? { card: 'card-a1' } : { key: `k${index - 1}` }
	}));
	const orders = orderNewCards(there, added);
	expect(sequence(there, orders)).toEqual([
		'card-a0',
		'card-a1',
		...added.map(({ key }) => key),
		'card-a2'
	]);
	expect(Math.max(...[...orders.values()].map(({ length }) => length))).toBeLessThan(
		maxOrderLength / 4
	);
});

test('cards that wait for each other, equal and malformed orders get a place all the same', () => {
	const odd = [
		{ id: 'one', order: 'a1' },
		{ id: 'two', order: 'a1' },
		{ id: 'bad', order: '!!' }
	];
	const orders = orderNewCards(odd, [
		{ key: 'p', after: { key: 'q' } },
		{ key: 'q', after: { key: 'p' } },
		{ key: 'r', after: { card: 'one' } },
		{ key: 's', after: { card: 'bad' } }
	]);
	expect([...orders.keys()].sort()).toEqual(['p', 'q', 'r', 's']);
	for (const order of orders.values()) expect(order).not.toBe('');
	expect((orders.get('r') ?? '') > 'a1').toBe(true);
});

test('on an empty board they stand one behind the other', () => {
	const orders = orderNewCards(
		[],
		['a', 'b', 'c'].map((key) => ({ key, after: null }))
	);
	expect(sequence([], orders)).toEqual(['a', 'b', 'c']);
});
