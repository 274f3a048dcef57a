import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alikeTo, findAlike } from './alike.ts';

test('finds the same and nearly the same, in groups', () => {
	expect(
		findAlike([
			'家族の不安が強くなる',
			'救急車を呼んでしまう',
			'家族の不安が強くなる。',
			'短い',
			'短い',
			'短く',
			'救急車を呼んでしまうこと'
		])
	).toEqual([
		[0, 2],
		[1, 6],
		[3, 4]
	]);
});

test('two figures make two things', () => {
	expect(findAlike(['対策1を行う', '対策2を行う'])).toEqual([]);
});

test('comparing few finds what comparing all would find', () => {
	const sign = fc.constantFrom('家', '族', 'が', '不', '安', 'に', 'な', 'る', '1', '2');
	const texts = fc.array(fc.string({ unit: sign, minLength: 5, maxLength: 14 }), { maxLength: 25 });
	fc.assert(
		fc.property(texts, (all) => {
			const groupOf = new Map(
				findAlike(all).flatMap((group) => group.map((at) => [at, group] as const))
			);
			const missed = all.flatMap((text, at) => {
				const isAlike = alikeTo([text]);
				return all.flatMap((other, place) =>
					place > at && isAlike(other) && !groupOf.get(at)?.includes(place) ? [[at, place]] : []
				);
			});
			expect(missed).toEqual([]);
		}),
		{ numRuns: 300 }
	);
	expect(findAlike([])).toEqual([]);
});
