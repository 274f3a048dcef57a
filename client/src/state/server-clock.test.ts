import { expect, test } from 'vitest';
import { ServerClock } from './server-clock.ts';

test('the middle of what the last five messages tell counts', () => {
	const clock = new ServerClock();
	for (const [at, delayMs] of [
		[0, 20],
		[100, 30],
		[200, 1900],
		[300, 25],
		[400, 40]
	] as const)
		clock.take(1_000_000 + at - delayMs, at);
	expect(clock.now(500)).toBe(1_000_500 - 30);
	for (const at of [600, 700, 800, 900, 1000]) clock.take(1_000_000 + at - 10, at);
	expect(clock.now(1100)).toBe(1_001_100 - 10);
});

test('a device that has slept believes the first message after it', () => {
	const clock = new ServerClock();
	for (const at of [0, 100, 200]) clock.take(1_000_000 + at, at);
	// Its own clock stood still for ten minutes.
	clock.take(1_000_000 + 300 + 600_000, 300);
	expect(clock.now(300)).toBe(1_600_300);
});

test('one message that was long on its way changes nothing', () => {
	const clock = new ServerClock();
	for (const at of [0, 100, 200]) clock.take(1_000_000 + at, at);
	clock.take(1_000_000 + 300 - 5000, 300);
	expect(clock.now(300)).toBe(1_000_300);
});
