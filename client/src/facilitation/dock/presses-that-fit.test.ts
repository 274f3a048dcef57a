import { expect, test } from 'vitest';
import { pressesThatFit } from './presses-that-fit.ts';

test('presses stand side by side while they and the gaps between them have room', () => {
	expect(pressesThatFit([100, 50, 50], 216, 8)).toBe(3);
	expect(pressesThatFit([100, 50, 50], 215, 8)).toBe(2);
	expect(pressesThatFit([100, 50, 50], 99, 8)).toBe(0);
	expect(pressesThatFit([], 0, 8)).toBe(0);
});

test('after the first that has no room none follows, however narrow: their order is that of their use', () => {
	expect(pressesThatFit([100, 300, 20], 200, 8)).toBe(1);
});
