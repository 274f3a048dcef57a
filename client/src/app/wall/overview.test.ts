import { partOf } from '@renkei/shared/facilitation/part-kinds.ts';
import type { StepId } from '@renkei/shared/method/ids.ts';
import { steps } from '@renkei/shared/method/steps.ts';
import { expect, test } from 'vitest';
import { commonTimer, newHands, overviewOf } from './overview.ts';
import { runningPart, tableOf } from './wall-tables.driver.ts';

const at = (step: StepId) => tableOf({ step, stepLabel: steps[step].label });

test('the step of all is the one most tables are at, and who is further has done it', () => {
	const tables = (['measure', 'cause', 'cause', 'measure', 'cause', 'theme'] as const).map(at);
	expect(overviewOf(tables)).toEqual({
		phaseTitle: null,
		step: { number: 4, label: steps.cause.label },
		arrived: 2
	});
	expect(overviewOf([at('measure'), at('cause')]).step?.number).toBe(4);
	expect(overviewOf([])).toEqual({ phaseTitle: null, step: null, arrived: 0 });
});

test('a part that runs at all tables is named, and a table is through when all have said so', () => {
	const part = partOf('alone', 'cause', { id: 'p', title: '原因・ひとりで', minutes: 5 });
	const led = runningPart([], part, 7);
	const said = (count: number) => ({
		...led,
		readiness: { of: 7, count, ready: null }
	});
	const tables = [
		tableOf({ table: 1, writerCount: 6, led: said(6) }),
		tableOf({ table: 2, writerCount: 6, led: said(5) }),
		tableOf({ table: 3, writerCount: 0, led: said(0) })
	];
	expect(overviewOf(tables)).toMatchObject({ phaseTitle: '原因・ひとりで', arrived: 1 });
	// Said of the part before, it does not count.
	expect(tableOf({ led: { ...led, readiness: { of: 6, count: 4, ready: null } } }).readyCount).toBe(
		0
	);
	expect(overviewOf([...tables, tableOf({ table: 4 })]).phaseTitle).toBeNull();
});

test('clocks that one press started are one clock', () => {
	const timed = (endsAt: number) =>
		tableOf({ led: { timer: { status: 'running', endsAt, durationMs: 60_000, label: '' } } });
	const paused = (remainingMs: number) =>
		tableOf({ led: { timer: { status: 'paused', remainingMs, durationMs: 60_000, label: '' } } });
	expect(commonTimer([tableOf(), tableOf()])).toBeNull();
	expect(commonTimer([timed(90_000), tableOf(), timed(90_400)])).toMatchObject({ endsAt: 90_000 });
	expect(commonTimer([timed(90_000), timed(150_000)])).toBe('differ');
	expect(commonTimer([paused(500), paused(600)])).toMatchObject({ remainingMs: 500 });
	expect(commonTimer([timed(90_000), paused(90_000)])).toBe('differ');
});

test('a hand is new at a table where none was up', () => {
	const hand = (table: number, since: number | null) =>
		tableOf({ table, led: { hands: { count: 1, since, raised: null } } });
	const before = [hand(1, null), hand(2, 5), hand(3, null)];
	const after = [hand(1, 8), hand(2, 6), hand(3, null)];
	expect(newHands(before, after)).toEqual([1]);
	expect(newHands(after, after)).toEqual([]);
});
