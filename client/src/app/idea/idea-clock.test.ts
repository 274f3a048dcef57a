import { expect, test } from 'vitest';
import { clockAt } from './idea-clock.ts';
import { nextLookMs } from './idea-desk.svelte.ts';

test('the clock counts every second that is still to come', () => {
	const timer = { status: 'running', endsAt: 220_000 } as const;
	expect(clockAt({ status: 'idle' }, 0)).toBeNull();
	expect(clockAt(timer, 0)).toEqual({ clock: '03:40', phase: 'running' });
	expect(clockAt(timer, 160_001)).toEqual({ clock: '01:00', phase: 'lastMinute' });
	expect(clockAt(timer, 220_000)).toEqual({ clock: '00:00', phase: 'over' });
	expect(clockAt({ status: 'paused', remainingMs: 30_000 }, 999_999)).toEqual({
		clock: '00:30',
		phase: 'paused'
	});
});

test('a quiet table is looked at less and less often', () => {
	expect([0, 9, 10, 39, 40, 500].map(nextLookMs)).toEqual([3000, 3000, 6000, 6000, 10_000, 10_000]);
});
