import type { CardOf } from '../card.ts';
import type { Quantity } from './read-quantity.ts';
import { round } from './read-quantity.ts';

/** What a value can be said to be against baseline and target (図表4-7); every state has its own words. */
export type StandingState =
	| 'noIndicator'
	| 'noValue'
	| 'notANumber'
	| 'unitChanged'
	| 'noTarget'
	| 'targetNotANumber'
	| 'targetReversed'
	| 'smallNumbers'
	| 'partialYear'
	| 'reached'
	| 'toGo'
	| 'movedAway'
	| 'overTarget';

/** Where a value stands. `gap` is what is left to the target, `moved` how far it came since the baseline (negative: away), `share` the part of the way, 0 to 1. */
export interface Standing {
	readonly state: StandingState;
	readonly gap: number | null;
	readonly moved: number | null;
	readonly share: number | null;
	readonly unit: string;
	/** The cases behind a rate, where there are too few. */
	readonly count: number | null;
}

/** What a standing is judged by; quantities are null where nobody wrote a number. */
export interface StandingInput {
	readonly direction: CardOf<'outcome'>['direction'];
	/** The unit of the indicator, empty when nobody said. */
	readonly unit: string;
	readonly baseline: Quantity | null;
	readonly target: Quantity | null;
	readonly value: Quantity | null;
	/** Something was written in the value's place. */
	readonly isWritten: boolean;
	/** Something was written in the target's place. */
	readonly hasTarget: boolean;
	readonly count: number | null;
	readonly isPartial: boolean;
}

/** Under this many cases a rate jumps with every single one. */
const fewCases = 10;

/** Whether a rate rests on too few cases to be read as a rate (X3). */
export function isSmall(unit: string, count: number | null): boolean {
	return unit === '%' && count !== null && count < fewCases;
}

/** Whether two units both are known and differ. */
export function differsInUnit(a: string, b: string): boolean {
	return a !== '' && b !== '' && a !== b;
}

type Way = 'up' | 'down' | 'restrain' | 'unknown';

function wayOf({ direction, baseline, target }: StandingInput): Way {
	if (direction !== 'none') return direction;
	if (!baseline || !target || baseline.value === target.value) return 'unknown';
	return target.value > baseline.value ? 'up' : 'down';
}

/** Whether the target lies on the wrong side of the baseline for what is expected; growth that is held back may still grow. */
export function isReversed(input: StandingInput): boolean {
	const { direction, baseline, target } = input;
	if (!baseline || !target) return false;
	return direction === 'up'
		? target.value < baseline.value
		: direction === 'down' && target.value > baseline.value;
}

/** Judges one value; what cannot be compared fairly is said, and not computed. */
export function judgeStanding(input: StandingInput): Standing {
	const { unit, baseline, target, value, count, isPartial } = input;
	const way = wayOf(input);
	const nothing = { gap: null, moved: null, share: null, unit, count: null };
	if (!value) return { ...nothing, state: input.isWritten ? 'notANumber' : 'noValue' };
	if (differsInUnit(value.unit, unit)) return { ...nothing, state: 'unitChanged' };
	const moved = movement(way, baseline, value);
	if (!target)
		return { ...nothing, state: input.hasTarget ? 'targetNotANumber' : 'noTarget', moved };
	const isRestrained = way === 'restrain' && target.value >= (baseline?.value ?? target.value);
	const distance = round(target.value - value.value);
	const gap = Math.abs(distance);
	const isReached =
		way === 'up' ? distance <= 0 : way === 'unknown' ? distance === 0 : distance >= 0;
	if (isReversed(input)) return { ...nothing, state: 'targetReversed' };
	if (isSmall(unit, count)) return { ...nothing, state: 'smallNumbers', count };
	// Half a year of cases is always few: only what has grown enough already has reached anything.
	if (isPartial && unit !== '%' && !(isReached && way === 'up'))
		return { ...nothing, state: 'partialYear' };
	if (isReached) return { ...nothing, state: 'reached', gap: 0, moved, share: 1 };
	if (isRestrained) return { ...nothing, state: 'overTarget', gap, moved, share: 0 };
	if (moved !== null && moved < 0) return { ...nothing, state: 'movedAway', gap, moved, share: 0 };
	return { ...nothing, state: 'toGo', gap, moved, share: shareOf(baseline, target, value) };
}

/** How far the value came in the wanted direction; null without a baseline or a direction. */
function movement(way: Way, baseline: Quantity | null, value: Quantity): number | null {
	if (!baseline || way === 'unknown') return null;
	const change = round(value.value - baseline.value);
	return way === 'up' ? change : round(-change);
}

/** The part of the way from baseline to target, 0 to 1; null where there is no way to measure. */
export function shareOf(
	baseline: Quantity | null,
	target: Quantity,
	value: Quantity
): number | null {
	if (!baseline || baseline.value === target.value) return null;
	const share = (value.value - baseline.value) / (target.value - baseline.value);
	return Math.min(1, Math.max(0, share));
}
