import { expect, test } from 'vitest';
import { betterOf, renewed, stepsBack } from './baseline.ts';
import { atLeast, atMost, told } from './rows.ts';

const baseline = { paint: 100, frames: 50, gone: 1, reference: 10 };

test('a tenth worse is the machine, more is a step back, in both directions', () => {
	const at = (paint: number, frames: number) =>
		stepsBack([atMost('paint', paint, 200, 'ms'), atLeast('frames', frames, 40, 'fps')], baseline);
	expect(at(110, 45)).toEqual([]);
	expect(at(10, 500)).toEqual([]);
	expect(at(110.1, 44.9)).toEqual([
		{ name: 'paint', before: 100, now: 110.1, unit: 'ms' },
		{ name: 'frames', before: 50, now: 44.9, unit: 'fps' }
	]);
});

test('a reference and a row nobody kept are not judged', () => {
	expect(stepsBack([told('reference', 99, 'ms'), atMost('new', 99, 1, 'ms')], baseline)).toEqual(
		[]
	);
});

test('of two measurements the better one of each row counts', () => {
	const first = [atMost('paint', 130, 200, 'ms'), atLeast('frames', 30, 40, 'fps')];
	const second = [atMost('paint', 105, 200, 'ms'), atLeast('frames', 20, 40, 'fps')];
	expect(betterOf(first, second).map(({ value }) => value)).toEqual([105, 30]);
	expect(betterOf(first, []).map(({ value }) => value)).toEqual([130, 30]);
});

test('what is measured anew takes the place of what was kept, the rest stays', () => {
	const rows = [atMost('paint', 90.123456, 200, 'ms'), told('reference', 1, 'ms')];
	expect(renewed(baseline, rows)).toEqual({ ...baseline, paint: 90.12 });
});
