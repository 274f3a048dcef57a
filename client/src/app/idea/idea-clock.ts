import type { Desk } from '@renkei/shared/protocol/ideas-api.ts';

const minuteMs = 60_000;

/** How the timer looks on a phone at a moment of the server's clock; null while there is none. */
export function clockAt(
	timer: Desk['timer'],
	now: number
): { readonly clock: string; readonly phase: 'running' | 'lastMinute' | 'paused' | 'over' } | null {
	if (timer.status === 'idle') return null;
	const left = timer.status === 'paused' ? timer.remainingMs : timer.endsAt - now;
	if (timer.status !== 'paused' && left <= 0) return { clock: '00:00', phase: 'over' };
	const seconds = Math.ceil(left / 1000);
	const two = (value: number): string => String(value).padStart(2, '0');
	const clock = `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
	if (timer.status === 'paused') return { clock, phase: 'paused' };
	return { clock, phase: left <= minuteMs ? 'lastMinute' : 'running' };
}
