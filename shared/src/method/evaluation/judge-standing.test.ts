import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeStanding, shareOf } from './judge-standing.ts';
import type { StandingInput } from './judge-standing.ts';
import { readQuantity } from './read-quantity.ts';
import { movementWords, standingWords } from './standing-words.ts';

function input(
	direction: StandingInput['direction'],
	[baseline, target, value]: readonly [string, string, string],
	more: Partial<StandingInput> = {}
): StandingInput {
	return {
		direction,
		unit: readQuantity(target)?.unit || readQuantity(baseline)?.unit || '',
		baseline: readQuantity(baseline),
		target: readQuantity(target),
		hasTarget: target !== '',
		value: readQuantity(value),
		isWritten: value !== '',
		count: null,
		isPartial: false,
		...more
	};
}

const small = { count: 8 };
const partial = { isPartial: true };

test.each([
	// The rows of the picture.
	['up', ['46%', '70%', '63'], {}, 'あと 7 ポイント', 17 / 24],
	['down', ['68%', '50%', '50'], {}, '目標に届きました', 1],
	['down', ['72%', '55%', '66'], {}, 'あと 11 ポイント', 6 / 17],
	['down', ['38件', '25件', '31'], {}, 'あと 6 件', 7 / 13],
	['up', ['112回', '150回', ''], {}, '値がまだありません', null],
	// Directions.
	['none', ['46%', '70%', '63%'], {}, 'あと 7 ポイント', 17 / 24],
	['none', ['72%', '55%', '66%'], {}, 'あと 11 ポイント', 6 / 17],
	['none', ['', '55%', '66%'], {}, 'あと 11 ポイント', null],
	['none', ['', '55%', '55%'], {}, '目標に届きました', 1],
	['up', ['46%', '70%', '71%'], {}, '目標に届きました', 1],
	['up', ['', '70%', '63%'], {}, 'あと 7 ポイント', null],
	['up', ['46', '46', '45'], {}, 'あと 1（1遠ざかりました）', 0],
	['restrain', ['100', '110', '108'], {}, '目標に届きました', 1],
	['restrain', ['100', '110', '115'], {}, '目標を 5上回っています', 0],
	['restrain', ['100', '80', '90'], {}, 'あと 10', 0.5],
	['up', ['46.5%', '70%', '46.6%'], {}, 'あと 23.4 ポイント', 0.1 / 23.5],
	// Further away.
	['down', ['72%', '55%', '75%'], {}, 'あと 20 ポイント（3 ポイント遠ざかりました）', 0],
	// Targets of zero and on the wrong side.
	['down', ['12件', '0件', '3件'], {}, 'あと 3 件', 0.75],
	['down', ['12件', 'ゼロ', '0件'], {}, '目標に届きました', 1],
	['down', ['38件', '45件', '31件'], {}, '目標が期待と逆の向きです', null],
	['up', ['46%', '30%', '50%'], {}, '目標が期待と逆の向きです', null],
	// What cannot be compared.
	['down', ['38件', '25件', '31%'], {}, '単位が変わったのでくらべません', null],
	['up', ['46%', '70%', '集計中'], {}, '数字として読めません', null],
	['up', ['46%', '', '63%'], {}, '目標値がまだありません', null],
	['up', ['46%', '増やす', '63%'], {}, '目標値が数字ではありません', null],
	['up', ['46%', '70%', '63%'], small, 'もとが8件：率でなく件数で', null],
	['up', ['46件', '70件', '63件'], small, 'あと 7 件', 17 / 24],
	['up', ['46%', '70%', '63%'], { count: 10 }, 'あと 7 ポイント', 17 / 24],
	['down', ['38件', '25件', '12件'], partial, '年度の途中の値です', null],
	['up', ['112回', '150回', '80回'], partial, '年度の途中の値です', null],
	['up', ['112回', '150回', '160回'], partial, '目標に届きました', 1],
	['down', ['72%', '55%', '66%'], partial, 'あと 11 ポイント', 6 / 17]
] as const)('%s %j %j: %s', (direction, numbers, more, words, share) => {
	const standing = judgeStanding(input(direction, numbers, more));
	expect(standingWords(standing).ja).toBe(words);
	expect(standing.share === null).toBe(share === null);
	expect(standing.share ?? 0).toBeCloseTo(share ?? 0, 9);
});

test('the head says how far things came', () => {
	const words = (...numbers: [string, string, string]) =>
		movementWords(judgeStanding(input('down', numbers)))?.ja;
	expect(words('72%', '55%', '66%')).toBe('6 ポイント近づきました');
	expect(words('72%', '55%', '72%')).toBe('はじめと同じです');
	expect(words('72%', '55%', '75%')).toBe('3 ポイント遠ざかりました');
	expect(words('', '55%', '66%')).toBeUndefined();
});

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const quantity = (value: number) => ({ value, unit: '', isApproximate: false });

test('between baseline and target the share lies between 0 and 1 and grows on the way', () => {
	fc.assert(
		fc.property(number, number, fc.double({ min: 0, max: 1, noNaN: true }), (from, to, part) => {
			fc.pre(Math.abs(to - from) > 1e-6);
			const at = (way: number) =>
				shareOf(quantity(from), quantity(to), quantity(from + (to - from) * way));
			const share = at(part);
			expect(share).toBeGreaterThanOrEqual(0);
			expect(share).toBeLessThanOrEqual(1);
			expect(at(1) ?? 0).toBeGreaterThanOrEqual(share ?? 1);
		})
	);
});

test('whatever the numbers, the share stays within the bar and is full only when the target is reached', () => {
	const direction = fc.constantFrom('none', 'up', 'down', 'restrain');
	fc.assert(
		fc.property(direction, number, number, number, fc.boolean(), (way, from, to, at, isPartial) => {
			const standing = judgeStanding({
				...input(way as StandingInput['direction'], ['', '1', '1'], { isPartial }),
				baseline: quantity(from),
				target: quantity(to),
				value: quantity(at)
			});
			if (standing.share === null) return;
			expect(standing.share).toBeGreaterThanOrEqual(0);
			expect(standing.share).toBeLessThanOrEqual(1);
			expect(standing.state !== 'reached' || standing.share === 1).toBe(true);
		})
	);
});
