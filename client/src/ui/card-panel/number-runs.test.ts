import { expect, test } from 'vitest';
import { groupsOf, numberRuns } from './number-runs.ts';

test.each([
	[[], ''],
	[[3], '3'],
	[[9, 3], '3・9'],
	[[18, 17], '17・18'],
	[[20, 17, 19, 18], '17〜20'],
	[[24, 17, 18, 19, 26, 27], '17〜19・24・26・27'],
	[[5, 5, 6, 7], '5〜7']
] as const)('numbers %j are read as %s', (numbers, words) => {
	expect(numberRuns(numbers)).toBe(words);
});

test('a name keeps its place and gathers what comes later', () => {
	expect(groupsOf([1, 2, 3, 4, 5], (number) => (number % 2 ? 'odd' : 'even'))).toEqual([
		['odd', [1, 3, 5]],
		['even', [2, 4]]
	]);
});
