import { expect, test } from 'vitest';
import { createGuessLimit } from './guess-limit.ts';

test('after the last allowed guess an address waits out its minute', () => {
	let now = 0;
	const limit = createGuessLimit(2, () => now);
	limit.wrong('a');
	now = 10_000;
	limit.wrong('a');
	expect(limit.waitMs('a')).toBe(50_000);
	expect(limit.waitMs('b')).toBe(0);
	now = 60_000;
	expect(limit.waitMs('a')).toBe(0);
});

test('what was no guess is taken back', () => {
	const limit = createGuessLimit(1, () => 0);
	limit.wrong('a');
	limit.forgive('a');
	limit.forgive('unknown');
	expect(limit.waitMs('a')).toBe(0);
});

test('guesses from ever new addresses keep the newest in memory, not all', () => {
	const limit = createGuessLimit(1, () => 0);
	for (let address = 0; address < 30_000; address += 1) limit.wrong(String(address));
	expect(limit.waitMs('29999')).toBeGreaterThan(0);
	expect(limit.waitMs('0')).toBe(0);
});

test('a clock that was set back locks nobody out for longer than a minute', () => {
	let now = 3_600_000;
	const limit = createGuessLimit(1, () => now);
	limit.wrong('a');
	now = 0;
	expect(limit.waitMs('a')).toBe(0);
});

test('another IPv6 address of the same network is no other guesser', () => {
	const limit = createGuessLimit(1, () => 0);
	limit.wrong('2001:db8:1:2::1');
	expect(limit.waitMs('2001:db8:1:2:aaaa:bbbb:cccc:dddd')).toBeGreaterThan(0);
	expect(limit.waitMs('2001:db8:1:3::1')).toBe(0);
	limit.wrong('::ffff:192.0.2.1');
	expect(limit.waitMs('::ffff:192.0.2.2')).toBe(0);
});
