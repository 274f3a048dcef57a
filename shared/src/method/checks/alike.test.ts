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
	const sign = fc.constantFrom(...'家族が不安になる12');
	const texts = fc.array(fc.string({ unit: sign, minLength: 5, maxLength: 14 }), { maxLength: 25 });
	fc.assert(
		fc.property(texts, (all) => {
			const groups = findAlike(all);
			const groupOf = new Map(groups.flatMap((group) => group.map((at) => [at, group] as const)));
			all.forEach((text, at) => {
				const isAlike = alikeTo([text]);
				all.forEach((other, place) => {
					if (place > at && isAlike(other)) expect(groupOf.get(at)).toContain(place);
				});
			});
		}),
		{ numRuns: 300 }
	);
});
