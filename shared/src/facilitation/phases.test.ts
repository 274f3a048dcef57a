import { expect, test } from 'vitest';
import { cardTypeIds } from '../method/ids.ts';
import type { Rights } from '../method/rights.ts';
import { facilitationAt, lead, readFacilitation, showFacilitation } from './index.ts';
import type { Facilitation } from './index.ts';
import { momentOf } from './moment.driver.ts';
import type { Phase } from './phase.ts';
import { graceMs, rightsAt } from './phase.ts';

const now = 1_000_000;
const everything: Rights = {
	create: [...cardTypeIds],
	edit: 'all',
	move: 'all',
	delete: 'all',
	link: true,
	vote: false,
	tools: ['group', 'pin', 'dialogue']
};
const looking: Rights = {
	create: [],
	edit: 'none',
	move: 'none',
	delete: 'none',
	link: false,
	vote: false,
	tools: []
};
const phase = (id: string, rights: Rights = everything): Phase => ({
	id,
	title: id,
	question: '',
	minutes: 10,
	step: 'cause',
	visibility: 'open',
	rights
});
const begin = (next: Phase, since: number | null) => ({
	aid: 'phases',
	command: { do: 'begin', phase: next, since }
});

function done(state: Facilitation, request: { aid: string; command: unknown }, at = now) {
	const led = lead(state, request, momentOf(at));
	if (!led.ok) throw new Error(led.reason);
	return led;
}

test('of two who press 次へ at once the second does not jump over a part', () => {
	const { state } = done(readFacilitation(null), begin(phase('one'), null));
	const first = done(state, begin(phase('two'), state.phases.running!.since), now + 5);
	expect(
		lead(first.state, begin(phase('two'), state.phases.running!.since), momentOf(now + 6))
	).toEqual({ ok: false, reason: 'notNow' });
	expect(first.effects).toEqual([{ kind: 'mark', moment: 'phase', label: 'one' }]);
});

test('a part that begins in the same millisecond is another run of it', () => {
	const { state } = done(readFacilitation(null), begin(phase('one'), null));
	const { since } = state.phases.running!;
	const again = done(state, begin(phase('one'), since));
	expect(again.state.phases.running!.since).toBe(since + 1);
});

test('of two parts begun in one second the second leaves those who wrote before both their time', () => {
	const writing: Rights = { ...looking, create: ['cause'], edit: 'own' };
	const grouping: Rights = { ...looking, move: 'all', tools: ['group'] };
	const since = (state: Facilitation) => state.phases.running!.since;
	const first = done(readFacilitation(null), begin(phase('write', writing), null)).state;
	const at = now + 60_000;
	const second = done(first, begin(phase('group', grouping), since(first)), at).state;
	const third = done(second, begin(phase('look', looking), since(second)), at + 900).state;
	expect(rightsAt(third.phases.running, at + 900)).toEqual([
		looking,
		{ ...writing, move: 'all', tools: ['group'] }
	]);
	expect(rightsAt(third.phases.running, at + 900 + graceMs)).toEqual([looking]);
	// Long enough after the first, its time is over.
	const later = done(second, begin(phase('look', looking), since(second)), at + graceMs).state;
	expect(rightsAt(later.phases.running, at + graceMs)).toEqual([looking, grouping]);
	// Where everything could be done a moment ago, it still can.
	const soon = done(first, begin(phase('look', looking), since(first)), now + 900).state;
	expect(rightsAt(soon.phases.running, now + 900)).toBeNull();
});

test('what was allowed just before is allowed for twenty seconds more, and no longer', () => {
	const { state } = done(readFacilitation(null), begin(phase('write'), null));
	expect(rightsAt(state.phases.running, now + 1)).toBeNull();
	const next = done(state, begin(phase('look', looking), now), now + 60_000).state;
	const { running } = next.phases;
	expect(rightsAt(running, now + 60_000 + graceMs - 1)).toEqual([looking, everything]);
	expect(rightsAt(running, now + 60_000 + graceMs)).toEqual([looking]);
	expect(facilitationAt(next, now + 60_000 + graceMs).phases.running?.late).toBeNull();
	const ended = done(next, { aid: 'phases', command: { do: 'end', since: running!.since } });
	expect(rightsAt(ended.state.phases.running, now)).toBeNull();
});

test('a programme with one id twice, or without a title, is none', () => {
	for (const programme of [[phase('a'), phase('a')], [phase('')]])
		expect(
			lead(
				readFacilitation(null),
				{ aid: 'phases', command: { do: 'plan', programme } },
				momentOf(now)
			)
		).toEqual({ ok: false, reason: 'malformed' });
});

test('others hear how many have written, those who lead hear who', () => {
	let state = done(readFacilitation(null), begin(phase('one'), null)).state;
	const of = state.phases.running!.since;
	for (const participantId of ['a', 'b', 'a']) {
		const led = lead(
			state,
			{ aid: 'readiness', command: { do: 'ready', of } },
			momentOf(now, { role: 'participant', participantId, profession: 'careManager' })
		);
		if (!led.ok) throw new Error(led.reason);
		state = led.state;
	}
	expect(showFacilitation(state, 'others').readiness).toEqual({ of, count: 2, ready: null });
	expect(showFacilitation(state, 'leaders').readiness).toMatchObject({
		ready: [
			{ participant: 'b', profession: 'careManager' },
			{ participant: 'a', profession: 'careManager' }
		]
	});
	const next = done(state, begin(phase('two'), of), now + 1).state;
	expect(
		lead(
			next,
			{ aid: 'readiness', command: { do: 'ready', of } },
			momentOf(now, { role: 'participant' })
		)
	).toEqual({ ok: false, reason: 'notNow' });
	expect(
		lead(
			next,
			{ aid: 'readiness', command: { do: 'ready', of: null } },
			momentOf(now, { role: 'viewer' })
		)
	).toEqual({ ok: false, reason: 'notAllowed' });
});
