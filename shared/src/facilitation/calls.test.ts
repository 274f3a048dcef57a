import { expect, test } from 'vitest';
import { hands } from './hands.ts';
import type { Hands } from './hands.ts';
import { momentOf } from './moment.driver.ts';
import { notice } from './notice.ts';
import { plenary } from './plenary.ts';
import type { Plenary } from './plenary.ts';
import { spotlight } from './spotlight.ts';
import type { Spotlight } from './spotlight.ts';

const now = 1_000_000;
const minute = 60_000;
const by = (participantId: string, at = now) =>
	momentOf(at, { role: 'participant', participantId, profession: 'careManager' });

test('a hand stays where it is in the line, however often it is raised', () => {
	let state: Hands = { raised: [] };
	for (const id of ['a', 'b']) {
		const led = hands.lead(state, { do: 'raise' }, by(id, now + state.raised.length * minute));
		if (!led.ok) throw new Error(led.reason);
		({ state } = led);
	}
	expect(hands.lead(state, { do: 'raise' }, by('a', now + 9))).toEqual({
		ok: false,
		reason: 'notNow'
	});
	expect(hands.show(state, 'others')).toEqual({ count: 2, since: now, raised: null });
	expect(hands.show(state, 'leaders').raised?.map(({ participant }) => participant)).toEqual([
		'a',
		'b'
	]);
	expect(hands.showOwn(state, 'b')).toEqual({ since: now + minute });
	expect(hands.showOwn(state, 'c')).toEqual({ since: null });
	const heard = hands.lead(state, { do: 'heard', participant: 'a' }, momentOf(now));
	expect(heard).toMatchObject({ ok: true, state: { raised: [{ participant: 'b' }] } });
	expect(hands.lead(state, { do: 'heard', participant: null }, by('a'))).toEqual({
		ok: false,
		reason: 'notAllowed'
	});
	expect(hands.lead(state, { do: 'lower' }, by('c'))).toEqual({ ok: false, reason: 'notNow' });
	expect(hands.lead(state, { do: 'raise' }, momentOf(now, { role: 'viewer' }))).toEqual({
		ok: false,
		reason: 'notAllowed'
	});
});

test('a word to all is tidy, and the same word said again is another one', () => {
	const first = notice.lead({ told: null }, { do: 'tell', text: ' あと\n5分 ' }, momentOf(now));
	expect(first).toEqual({ ok: true, state: { told: { text: 'あと 5分', at: now } } });
	if (!first.ok) return;
	expect(notice.lead(first.state, { do: 'tell', text: 'あと 5分' }, momentOf(now))).toEqual({
		ok: true,
		state: { told: { text: 'あと 5分', at: now + 1 } }
	});
	for (const text of ['', '   ', 'x'.repeat(101)])
		expect(notice.lead(first.state, { do: 'tell', text }, momentOf(now))).toMatchObject({
			reason: 'malformed'
		});
	expect(notice.lead(first.state, { do: 'tell', text: 'x' }, by('a'))).toMatchObject({
		reason: 'notAllowed'
	});
});

test('a turn that is pressed twice skips no table', () => {
	const planned = plenary.lead(null, { do: 'plan', order: [3, 1, 2], minutes: 3 }, momentOf(now));
	const state = (planned.ok && planned.state) as Plenary;
	const first = plenary.lead(state, { do: 'turn', index: 0 }, momentOf(now));
	expect(first).toMatchObject({
		state: { turn: { index: 0, since: now, endsAt: now + 3 * minute } }
	});
	const after = (first.ok && first.state) as Plenary;
	expect(plenary.lead(after, { do: 'turn', index: 0 }, momentOf(now + 5))).toMatchObject({
		reason: 'notNow'
	});
	expect(plenary.lead(after, { do: 'turn', index: 3 }, momentOf(now))).toMatchObject({
		reason: 'outOfRange'
	});
	expect(plenary.lead(null, { do: 'turn', index: 0 }, momentOf(now))).toMatchObject({
		reason: 'notNow'
	});
	expect(
		plenary.lead(null, { do: 'plan', order: [1, 1], minutes: 3 }, momentOf(now))
	).toMatchObject({ reason: 'malformed' });
});

test('a call stays the same call while those who lead go from zone to zone', () => {
	const called = spotlight.lead(null, { do: 'call', zone: 'cause' }, momentOf(now));
	const state = (called.ok && called.state) as Spotlight;
	expect(state).toEqual({ by: 'facilitator', since: now, zone: 'cause' });
	const other = momentOf(now + 5, { participantId: 'second' });
	const looked = spotlight.lead(state, { do: 'look', zone: 'measure' }, other);
	expect(looked).toEqual({ ok: true, state: { by: 'facilitator', since: now, zone: 'measure' } });
	expect(spotlight.lead(null, { do: 'look', zone: null }, momentOf(now))).toMatchObject({
		reason: 'notNow'
	});
	expect(spotlight.lead(state, { do: 'end' }, momentOf(now))).toEqual({ ok: true, state: null });
	expect(spotlight.lead(state, { do: 'end' }, by('a'))).toMatchObject({ reason: 'notAllowed' });
});
