import type { Counts } from '@renkei/shared/facilitation/ballot-rules.ts';
import { withCount } from '@renkei/shared/facilitation/ballot-rules.ts';
import { cardIdSchema } from '@renkei/shared/method/card.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LeadFailure } from '../../state/facilitation.svelte.ts';
import { CountsSender } from './counts-sender.svelte.ts';

const [one, two] = [cardIdSchema.parse('one'), cardIdSchema.parse('two')];

/** A server that keeps what it is told, once the test lets it answer. */
class Server {
	known: Counts = {};
	readonly heard: [string, number][] = [];
	refuses: LeadFailure | null = null;
	readonly sender = new CountsSender(
		() => this.known,
		async (card, count) => {
			this.heard.push([card, count]);
			await new Promise((resolve) => setTimeout(resolve, 50));
			if (this.refuses !== null) return this.refuses;
			this.known = withCount(this.known, card, count);
			return null;
		}
	);
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what is pressed shows at once; of many presses only the first and the last are sent', async () => {
	const { sender, heard } = new Server();
	for (let press = 1; press <= 7; press++) {
		sender.set(one, press);
		expect(sender.of(one)).toBe(press);
	}
	await vi.runAllTimersAsync();
	expect(heard).toEqual([
		['one', 1],
		['one', 7]
	]);
	expect(sender.of(one)).toBe(7);
});

test('what is taken from one card arrives before it is given to another', async () => {
	const { sender, heard } = new Server();
	sender.set(one, 1);
	sender.set(two, 0);
	sender.set(one, 0);
	sender.set(two, 1);
	await vi.runAllTimersAsync();
	expect(heard).toEqual([
		['one', 1],
		['one', 0],
		['two', 1]
	]);
	expect(sender.counts).toEqual({ two: 1 });
});

test('never faster than the server bears', async () => {
	const { sender, heard } = new Server();
	const pressing = setInterval(() => sender.set(one, (sender.of(one) + 1) % 10), 20);
	await vi.advanceTimersByTimeAsync(10_000);
	clearInterval(pressing);
	expect(heard.length).toBeGreaterThan(30);
	expect(heard.length).toBeLessThanOrEqual(40);
});

test('what the server refuses is not shown any longer, and why is said', async () => {
	const server = new Server();
	const { sender } = server;
	sender.set(one, 2);
	await vi.runAllTimersAsync();
	server.refuses = 'outOfRange';
	sender.set(one, 3);
	expect(sender.failure).toBeNull();
	await vi.runAllTimersAsync();
	expect(sender.of(one)).toBe(2);
	expect(sender.failure).toBe('outOfRange');
});
