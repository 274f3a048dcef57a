import * as z from 'zod/mini';
import { cleanText } from '../method/clean-text.ts';
import type { Led } from './aid.ts';
import { aidWith } from './aid.ts';

const minuteMs = 60_000;

/** The shortest and the longest time that can be set or be left over, and the length of what it is for. */
export const timerLimits = { leastMs: 1000, mostMs: 180 * minuteMs, labelLength: 30 } as const;

const set = { durationMs: z.int(), label: z.string() };

/**
 * The one main timer of a board. `endsAt` is server time in ms; `durationMs` is the whole time with every minute
 * given or taken. Nobody winds it: a running one whose end has come is `done`, and that end stays known.
 */
const timerSchema = z.discriminatedUnion('status', [
	z.object({ status: z.literal('idle') }),
	z.object({ status: z.literal('running'), endsAt: z.int(), ...set }),
	z.object({ status: z.literal('paused'), remainingMs: z.int(), ...set }),
	z.object({ status: z.literal('done'), endsAt: z.int(), ...set })
]);
export type Timer = z.infer<typeof timerSchema>;

/** What may be done with the timer; `label` says what the time is for and may be empty. */
const timerCommandSchema = z.discriminatedUnion('do', [
	z.object({
		do: z.literal('start'),
		durationMs: z.int(),
		label: z.string().check(z.maxLength(timerLimits.labelLength))
	}),
	z.object({ do: z.literal('pause') }),
	z.object({ do: z.literal('resume') }),
	z.object({ do: z.literal('addMinute') }),
	z.object({ do: z.literal('takeMinute') }),
	z.object({ do: z.literal('stop') })
]);
export type TimerCommand = z.infer<typeof timerCommandSchema>;

/** How much time is left at a moment; below zero once the end has passed, null without a time. */
export function remainingMs(timer: Timer, now: number): number | null {
	if (timer.status === 'idle') return null;
	return timer.status === 'paused' ? timer.remainingMs : timer.endsAt - now;
}

/** The timer in the house of aids. */
export const timer = aidWith<Timer, TimerCommand>({
	schema: timerSchema,
	initial: { status: 'idle' },
	commandSchema: timerCommandSchema,
	at: (state, now) =>
		state.status === 'running' && now >= state.endsAt ? { ...state, status: 'done' } : state,
	change(state, command, { now }) {
		switch (command.do) {
			case 'start':
				return start(state, command, now);
			case 'pause': {
				if (state.status !== 'running') return notNow;
				const { endsAt, ...rest } = state;
				return { ok: true, state: { ...rest, status: 'paused', remainingMs: endsAt - now } };
			}
			case 'resume': {
				if (state.status !== 'paused') return notNow;
				const { remainingMs: left, ...rest } = state;
				return { ok: true, state: { ...rest, status: 'running', endsAt: now + left } };
			}
			case 'addMinute':
				return shift(state, minuteMs, now);
			case 'takeMinute':
				return shift(state, -minuteMs, now);
			case 'stop':
				return state.status === 'idle' ? notNow : { ok: true, state: { status: 'idle' } };
		}
	}
});

const notNow = { ok: false, reason: 'notNow' } as const;
const outOfRange = { ok: false, reason: 'outOfRange' } as const;

/** A time that runs is never replaced: of two who press at once the second must not wipe out the first. */
function start(
	state: Timer,
	{ durationMs, label }: Extract<TimerCommand, { do: 'start' }>,
	now: number
): Led<Timer> {
	if (state.status === 'running' || state.status === 'paused') return notNow;
	if (!isAllowed(durationMs)) return outOfRange;
	const words = cleanText(label).replace(/\s+/g, ' ').trim();
	return {
		ok: true,
		state: { status: 'running', durationMs, endsAt: now + durationMs, label: words }
	};
}

function shift(state: Timer, byMs: number, now: number): Led<Timer> {
	if (state.status === 'idle') return notNow;
	// After the end a minute more is a minute from now, whatever has passed since.
	if (state.status === 'done' && byMs < 0) return notNow;
	const left = state.status === 'done' ? byMs : (remainingMs(state, now) ?? 0) + byMs;
	if (!isAllowed(left)) return outOfRange;
	const set = { durationMs: state.durationMs + byMs, label: state.label };
	return state.status === 'paused'
		? { ok: true, state: { ...set, status: 'paused', remainingMs: left } }
		: { ok: true, state: { ...set, status: 'running', endsAt: now + left } };
}

function isAllowed(ms: number): boolean {
	return ms >= timerLimits.leastMs && ms <= timerLimits.mostMs;
}
