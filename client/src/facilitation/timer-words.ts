import type { Timer } from '@renkei/shared/facilitation/timer.ts';
import { remainingMs } from '@renkei/shared/facilitation/timer.ts';

/** What a timer looks like at one moment. */
export interface TimerLook {
	/** Like 08:24; the seconds still to come, counted so that 00:00 is the end and not a second before it. */
	readonly clock: string;
	/** Like 00:12, how long ago the end was; null before it. */
	readonly overtime: string | null;
	readonly phase: 'running' | 'paused' | 'lastMinute' | 'over';
}

const minuteMs = 60_000;

/** How the timer is to be shown at a moment of the server's clock; null while there is none. */
export function lookOf(timer: Timer, now: number): TimerLook | null {
	const left = remainingMs(timer, now);
	if (left === null) return null;
	if (timer.status !== 'paused' && left <= 0)
		return { clock: '00:00', overtime: clockOf(Math.floor(-left / 1000)), phase: 'over' };
	const phase = timer.status === 'paused' ? 'paused' : left <= minuteMs ? 'lastMinute' : 'running';
	return { clock: clockOf(Math.ceil(left / 1000)), overtime: null, phase };
}

/** Seconds as mm:ss. */
export function clockOf(seconds: number): string {
	const two = (value: number): string => String(value).padStart(2, '0');
	return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

/** The moments a screen reader tells of. */
export type TimerMoment = 'start' | 'half' | 'lastMinute' | 'end';

/** What has been looked at before, to tell a moment from a state. */
export interface TimerGlance {
	readonly timer: Timer;
	readonly leftMs: number;
}

/** The moment that came between two glances, or null: nothing is told to somebody who has just arrived. */
export function momentBetween(before: TimerGlance, after: TimerGlance): TimerMoment | null {
	const { timer } = after;
	if (timer.status === 'idle' || timer.status === 'paused') return null;
	const wasOff = before.timer.status === 'idle' || before.timer.status === 'done';
	if (wasOff && timer.status === 'running') return 'start';
	const passed = (mark: number): boolean => before.leftMs > mark && after.leftMs <= mark;
	if (passed(0)) return 'end';
	// A time of a minute begins with its last minute, and a half that comes later would only talk over it.
	if (passed(minuteMs) && timer.durationMs > minuteMs) return 'lastMinute';
	const half = timer.durationMs / 2;
	return half > minuteMs && passed(half) ? 'half' : null;
}
