import type { Localised } from '../localised.ts';
import type { Standing } from './judge-standing.ts';
import { printNumber } from './read-quantity.ts';

/** A difference with its unit: rates differ by points. */
function differenceWords(amount: number, unit: string): Localised {
	const number = printNumber(Math.abs(amount));
	if (unit === '%') return { ja: `${number} ポイント`, en: `${number} points` };
	return unit === ''
		? { ja: number, en: number }
		: { ja: `${number} ${unit}`, en: `${number} ${unit}` };
}

/** The words beneath a gap bar. */
export function standingWords({ state, gap, moved, unit, count }: Standing): Localised {
	const left = differenceWords(gap ?? 0, unit);
	switch (state) {
		case 'noIndicator':
			return { ja: '指標がまだありません', en: 'No indicator yet' };
		case 'noValue':
			return { ja: '値がまだありません', en: 'No value yet' };
		case 'notANumber':
			return { ja: '数字として読めません', en: 'Not a number' };
		case 'unitChanged':
			return { ja: '単位が変わったのでくらべません', en: 'The unit changed: not compared' };
		case 'noTarget':
			return { ja: '目標値がまだありません', en: 'No target yet' };
		case 'targetNotANumber':
			return { ja: '目標値が数字ではありません', en: 'The target is no number' };
		case 'targetReversed':
			return { ja: '目標が期待と逆の向きです', en: 'The target points the other way' };
		case 'smallNumbers':
			return {
				ja: `もとが${printNumber(count ?? 0)}件：率でなく件数で`,
				en: `Only ${printNumber(count ?? 0)} cases: use counts`
			};
		case 'partialYear':
			return { ja: '年度の途中の値です', en: 'Part of a year only' };
		case 'reached':
			return { ja: '目標に届きました', en: 'Target reached' };
		case 'toGo':
			return { ja: `あと ${left.ja}`, en: `${left.en} to go` };
		case 'movedAway': {
			const away = differenceWords(moved ?? 0, unit);
			return {
				ja: `あと ${left.ja}（${away.ja}遠ざかりました）`,
				en: `${left.en} to go (${away.en} further away)`
			};
		}
		case 'overTarget':
			return { ja: `目標を ${left.ja}上回っています`, en: `${left.en} over the target` };
	}
}

/** How far things came since the baseline, or null where that cannot be said. */
export function movementWords({ moved, unit }: Standing): Localised | null {
	if (moved === null) return null;
	if (moved === 0) return { ja: 'はじめと同じです', en: 'As at the beginning' };
	const { ja, en } = differenceWords(moved, unit);
	return moved > 0
		? { ja: `${ja}近づきました`, en: `${en} closer` }
		: { ja: `${ja}遠ざかりました`, en: `${en} further away` };
}
