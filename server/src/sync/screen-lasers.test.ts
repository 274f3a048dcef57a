import { expect, test } from 'vitest';
import * as encoding from 'lib0/encoding';
import { decodePresence } from './presence.ts';
import { ScreenLasers } from './screen-lasers.ts';

const nothing = { cursor: [1, 2], selection: ['c1'], editing: null, preview: null, drag: null };
const laser = { at: [120, 80], on: { card: 'c1', x: 0.5, y: 0.25 } };

function state(role: string, more: object = {}): string {
	const identity = { participant: 'anna', role, profession: 'physician', table: 1, who: 4 };
	return JSON.stringify({ ...nothing, ...more, identity });
}

function message(...states: readonly (readonly [clientId: number, json: string])[]): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, states.length);
		for (const [clientId, json] of states) {
			encoding.writeVarUint(encoder, clientId);
			encoding.writeVarUint(encoder, 9);
			encoding.writeVarString(encoder, json);
		}
	});
}

const told = (bytes: Uint8Array | null) =>
	bytes && decodePresence(bytes)?.map(({ clientId, json }) => [clientId, JSON.parse(json)]);

test('the screen of a room hears of the laser of who leads where it points, and nothing else of anybody', () => {
	const lasers = new ScreenLasers();
	const news = message(
		[1, state('facilitator', { laser })],
		[2, state('participant', { laser })],
		[3, state('staff')],
		[4, state('viewer', { laser })]
	);
	expect(told(lasers.pick(news))).toEqual([[1, { card: 'c1', x: 0.5, y: 0.25, who: 4 }]]);
});

test('a laser that goes out, leaves the cards or leaves the board is said once', () => {
	const shine = message([1, state('staff', { laser })]);
	for (const end of [state('staff'), state('staff', { laser: { ...laser, on: null } }), 'null']) {
		const lasers = new ScreenLasers();
		lasers.pick(shine);
		expect(told(lasers.pick(message([1, end])))).toEqual([[1, null]]);
		expect(lasers.pick(message([1, end]))).toBeNull();
	}
});

test('words that only look like a laser say nothing', () => {
	const lasers = new ScreenLasers();
	for (const odd of [
		state('staff', { laser: { at: [1, 1], on: { card: 'c1', x: 7, y: 0 } } }),
		state('participant', { preview: '"laser":{"on":1}' }),
		state('staff', { laser: { at: [1e12, 1], on: null } })
	])
		expect(lasers.pick(message([1, odd]))).toBeNull();
	expect(lasers.pick(Uint8Array.of(9, 9, 9))).toBeNull();
});
