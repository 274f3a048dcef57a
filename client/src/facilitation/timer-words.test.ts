import type { Timer } from '@renkei/shared/facilitation/timer.ts';
import { expect, test } from 'vitest';
import type { TimerMoment } from './timer-words.ts';
import { lookOf, momentBetween } from './timer-words.ts';

const minute = 60_000;
const end = 1_000_000_000;
const running = (durationMs = 10 * minute): Timer => ({
	status: 'running',
	durationMs,
	endsAt: end,
	label: ''
});
const paused: Timer = { status: 'paused', durationMs: minute, remainingMs: 90_500, label: '' };

test.each<[name: string, timer: Timer, now: number, expected: unknown]>([
	['nothing', { status: 'idle' }, end, null],
	['a full time', running(), end - 10 * minute, ['10:00', null, 'running']],
	['a moment later', running(), end - 10 * minute + 1, ['10:00', null, 'running']],
	['a second later', running(), end - 10 * minute + 1000, ['09:59', null, 'running']],
	['three hours', running(), end - 180 * minute, ['180:00', null, 'running']],
	['the last minute', running(), end - minute, ['01:00', null, 'lastMinute']],
	['the last moment', running(), end - 1, ['00:01', null, 'lastMinute']],
	['the end', running(), end, ['00:00', '00:00', 'over']],
	[
		'after the end',
		{ ...running(), status: 'done' } as Timer,
		end + 72_900,
		['00:00', '01:12', 'over']
	],
	['a pause, whenever', paused, end + 5, ['01:31', null, 'paused']]
])('%s', (_name, timer, now, expected) => {
	const look = lookOf(timer, now);
	expect(look && [look.clock, look.overtime, look.phase]).toEqual(expected);
});

/** What is told while the time runs down, glance by glance. */
function told(timer: Timer, fromMs: number, toMs: number): (TimerMoment | null)[] {
	const moments: (TimerMoment | null)[] = [];
	for (let leftMs = fromMs; leftMs > toMs; leftMs -= 250)
		moments.push(momentBetween({ timer, leftMs }, { timer, leftMs: leftMs - 250 }));
	return moments.filter((moment) => moment !== null);
}

test('half, the last minute and the end are told once each, and nothing else', () => {
	expect(told(running(), 10 * minute, -5 * minute)).toEqual(['half', 'lastMinute', 'end']);
	expect(told(running(90_000), 90_000, -minute)).toEqual(['lastMinute', 'end']);
	expect(told(running(minute), minute, -minute)).toEqual(['end']);
	expect(told(paused, minute, -minute)).toEqual([]);
});

test('a beginning is told when it comes, also a minute given after the end, but no going on', () => {
	const idle = { timer: { status: 'idle' }, leftMs: Infinity } as const;
	const done = { timer: { ...running(), status: 'done' } as Timer, leftMs: -5000 };
	const begun = { timer: running(), leftMs: 10 * minute };
	expect(momentBetween(idle, begun)).toBe('start');
	expect(momentBetween(done, { timer: running(), leftMs: minute })).toBe('start');
	expect(
		momentBetween({ timer: paused, leftMs: 90_500 }, { timer: running(), leftMs: 90_400 })
	).toBeNull();
	expect(momentBetween(begun, idle)).toBeNull();
});

test('a tab that slept through the end tells the end and not the minute before', () => {
	const timer = running();
	expect(momentBetween({ timer, leftMs: 5 * minute }, { timer, leftMs: -minute })).toBe('end');
});
