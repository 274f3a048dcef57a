import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCircles } from './find-circles.ts';

test('tells circles from chains and meetings', () => {
	const ends = new Map([
		['a', ['b']],
		['b', ['c', 'a']],
		['c', ['d']],
		['d', ['e']],
		['e', ['c']],
		['f', ['d']]
	]);
	expect(findCircles(['f', 'e', 'd', 'c', 'b', 'a'], (id) => ends.get(id) ?? [])).toEqual([
		['e', 'd', 'c'],
		['b', 'a']
	]);
});

test('a chain of thousands ends', () => {
	const nodes = Array.from({ length: 20_000 }, (_, at) => at);
	expect(findCircles(nodes, (at) => (at + 1 < nodes.length ? [at + 1] : []))).toEqual([]);
});

test('a circle is where each can be reached from each', () => {
	const edges = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 16 });
	fc.assert(
		fc.property(edges, (pairs) => {
			const nodes = [0, 1, 2, 3, 4, 5, 6, 7];
			const next = (id: number): number[] =>
				pairs.filter(([from]) => from === id).map(([, to]) => to);
			const reach = (from: number): Set<number> => {
				const found = new Set(next(from));
				for (const id of found) for (const end of next(id)) found.add(end);
				return found;
			};
			const circles = findCircles(nodes, next);
			for (const a of nodes)
				for (const b of nodes) {
					if (a === b) continue;
					const isTogether = circles.some((circle) => circle.includes(a) && circle.includes(b));
					expect(isTogether).toBe(reach(a).has(b) && reach(b).has(a));
				}
		}),
		{ numRuns: 300 }
	);
});
