import { expect, test } from 'vitest';
import type { Led } from './aid.ts';
import { facilitationAt, lead, readFacilitation } from './index.ts';
import { momentOf } from './moment.driver.ts';
import type { Timer } from './timer.ts';
import { remainingMs, timer } from './timer.ts';

const now = 1_000_000;
const minute = 60_000;
const idle: Timer = { status: 'idle' };
const running: Timer = {
	status: 'running',
	durationMs: 5 * minute,
	endsAt: now + 3 * minute,
	label: '考える'
};
const paused: Timer = {
	status: 'paused',
	durationMs: 5 * minute,
	remainingMs: 2 * minute,
	label: ''
};
const over: Timer = { status: 'done', durationMs: 5 * minute, endsAt: now - 7000, label: '' };
const start = (durationMs: unknown, label: unknown = '') => ({ do: 'start', durationMs, label });

test.each<[name: string, state: Timer, command: unknown, expected: Timer | string]>([
	[
		'a start, with its words made tidy',
		idle,
		start(minute, ' 話し\n合い '),
		{ status: 'running', durationMs: minute, endsAt: now + minute, label: '話し 合い' }
	],
	[
		'a start after the end',
		over,
		start(1000),
		{ status: 'running', durationMs: 1000, endsAt: now + 1000, label: '' }
	],
	[
		'the longest',
		idle,
		start(180 * minute),
		{ status: 'running', durationMs: 180 * minute, endsAt: now + 180 * minute, label: '' }
	],
	['longer than the longest', idle, start(180 * minute + 1), 'outOfRange'],
	['shorter than a second', idle, start(999), 'outOfRange'],
	['a time backwards', idle, start(-minute), 'outOfRange'],
	['half a millisecond', idle, start(1000.5), 'malformed'],
	['a time in words', idle, start('5'), 'malformed'],
	['words without end', idle, start(minute, '長'.repeat(31)), 'malformed'],
	['no words', idle, { do: 'start', durationMs: minute }, 'malformed'],
	['an unknown command', idle, { do: 'explode' }, 'malformed'],
	['nothing', idle, null, 'malformed'],
	['a second start', running, start(minute), 'notNow'],
	['a start while paused', paused, start(minute), 'notNow'],
	[
		'a pause',
		running,
		{ do: 'pause' },
		{ status: 'paused', durationMs: 5 * minute, remainingMs: 3 * minute, label: '考える' }
	],
	['a second pause', paused, { do: 'pause' }, 'notNow'],
	['a pause of nothing', idle, { do: 'pause' }, 'notNow'],
	['a pause after the end', over, { do: 'pause' }, 'notNow'],
	[
		'going on',
		paused,
		{ do: 'resume' },
		{ status: 'running', durationMs: 5 * minute, endsAt: now + 2 * minute, label: '' }
	],
	['going on while running', running, { do: 'resume' }, 'notNow'],
	[
		'a minute more',
		running,
		{ do: 'addMinute' },
		{ ...running, durationMs: 6 * minute, endsAt: now + 4 * minute }
	],
	[
		'a minute more while paused',
		paused,
		{ do: 'addMinute' },
		{ ...paused, durationMs: 6 * minute, remainingMs: 3 * minute }
	],
	[
		'a minute more after the end is a minute from now',
		over,
		{ do: 'addMinute' },
		{ status: 'running', durationMs: 6 * minute, endsAt: now + minute, label: '' }
	],
	['a minute more of nothing', idle, { do: 'addMinute' }, 'notNow'],
	[
		'a minute beyond the longest',
		{ ...running, endsAt: now + 180 * minute },
		{ do: 'addMinute' },
		'outOfRange'
	],
	[
		'a minute less',
		running,
		{ do: 'takeMinute' },
		{ ...running, durationMs: 4 * minute, endsAt: now + 2 * minute }
	],
	[
		'a minute less than there is',
		{ ...paused, remainingMs: minute },
		{ do: 'takeMinute' },
		'outOfRange'
	],
	['a minute less after the end', over, { do: 'takeMinute' }, 'notNow'],
	['a stop', running, { do: 'stop' }, idle],
	['a stop while paused', paused, { do: 'stop' }, idle],
	['a stop after the end', over, { do: 'stop' }, idle],
	['a second stop', idle, { do: 'stop' }, 'notNow']
])('%s', (_name, state, command, expected) => {
	const before = structuredClone(state);
	const led: Led<Timer> = timer.lead(state, command, momentOf(now));
	expect(led.ok ? led.state : led.reason).toEqual(expected);
	expect(state).toEqual(before);
});

test('a running time is over at its end, not a moment before, and its end stays known', () => {
	const end = now + 3 * minute;
	expect(timer.at(running, end - 1)).toBe(running);
	expect(timer.at(running, end)).toEqual({ ...running, status: 'done' });
	expect(timer.at(paused, end)).toBe(paused);
	expect(remainingMs(timer.at(running, end + 5000), end + 5000)).toBe(-5000);
	expect(remainingMs(paused, end)).toBe(2 * minute);
	expect(remainingMs(idle, end)).toBeNull();
});

test('commands are judged on what the time has made of the state', () => {
	const state = { ...readFacilitation(null), timer: running };
	const later = now + 4 * minute;
	const pause = { aid: 'timer', command: { do: 'pause' } };
	expect(lead(state, pause, momentOf(later))).toEqual({
		ok: false,
		reason: 'notNow'
	});
	expect(facilitationAt(state, later).timer.status).toBe('done');
});

test('only who leads leads, and only aids there are', () => {
	const state = readFacilitation(null);
	const command = { do: 'start', durationMs: minute, label: '' };
	expect(lead(state, { aid: 'timer', command }, momentOf(now, { role: 'participant' }))).toEqual({
		ok: false,
		reason: 'notAllowed'
	});
	for (const aid of ['', 'bullet', '__proto__', 'toString'])
		expect(lead(state, { aid, command }, momentOf(now))).toEqual({
			ok: false,
			reason: 'malformed'
		});
});

test('what was stored is read back; what cannot be read begins anew', () => {
	for (const state of [idle, running, paused, over])
		expect(readFacilitation(JSON.parse(JSON.stringify({ timer: state, later: 1 })))).toEqual({
			...readFacilitation(null),
			timer: state
		});
	for (const value of [null, 7, 'x', [], {}, { timer: { status: 'running' } }])
		expect(readFacilitation(value).timer).toEqual(idle);
});
