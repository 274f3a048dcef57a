import { describe, expect, test } from 'vitest';
import { cardIdSchema, idSchema } from '../method/card.ts';
import type { CardId } from '../method/card.ts';
import { mitori, VotingTable } from './ballot.driver.ts';
import { lead, readFacilitation, showFacilitation } from './index.ts';
import type { Facilitation } from './index.ts';
import { momentOf } from './moment.driver.ts';
import { part, Table } from './writing.driver.ts';
import { writingLimits } from './writing-card.ts';
import type { WritingCommand } from './writing-commands.ts';

const objectNames = ['toString', 'valueOf', 'hasOwnProperty', '__proto__', '__defineGetter__'];
const send = (id: string, of: number | null): WritingCommand =>
	({ do: 'send', id, type: 'cause', text: id, of }) as WritingCommand;

/** What a restart makes of a state. */
const restarted = (state: Facilitation): Facilitation =>
	readFacilitation(JSON.parse(JSON.stringify(state)));

test.each(objectNames)('%s is no id: it would have votes before anybody gave one', (name) => {
	expect(idSchema.safeParse(name).success).toBe(false);
	expect(cardIdSchema.safeParse(name).success).toBe(false);
	const table = new VotingTable();
	table.open({});
	expect(table.cast('mallory', name as CardId, 1)).toBe('malformed');
	const setPaper = { do: 'setPaper', id: table.id, card: name, votes: 1 };
	expect(table.refusal(setPaper, { role: 'recorder' })).toBe('malformed');
});

test.each([-1, 0.5, 1e9, 2 ** 53, NaN, Infinity, '1', null, [1], { valueOf: 1 }])(
	'%s is no number of votes, neither on a screen nor on paper',
	(votes) => {
		const table = new VotingTable();
		table.open({ budget: null, perCard: 20 });
		const [card] = mitori.cards.keys();
		for (const what of ['cast', 'setPaper'])
			expect(table.refusal({ do: what, id: table.id, card, votes }, { role: 'recorder' })).toBe(
				'malformed'
			);
		expect(table.state.open).toMatchObject({ casts: [], paper: {} });
	}
);

describe('a programme', () => {
	const begin = (title: string, since: number | null = null) => ({
		aid: 'phases',
		command: { do: 'begin', phase: { ...part('open'), title }, since }
	});

	test.each(['  ', '\u3000', '\n\t', '\u0000'])(
		'a part called %j is refused: its rights would be gone after a restart',
		(title) => {
			const before = lead(readFacilitation(null), begin('原因を書く'), momentOf(1000));
			if (!before.ok) throw new Error(before.reason);
			const since = before.state.phases.running?.since ?? null;
			const plan = { do: 'plan', programme: [{ ...part('open'), title }] };
			for (const request of [begin(title, since), { aid: 'phases', command: plan }])
				expect(lead(before.state, request, momentOf(2000))).toEqual({
					ok: false,
					reason: 'malformed'
				});
			expect(restarted(before.state)).toEqual(before.state);
		}
	);

	test('a title keeps to its length however its signs are composed', () => {
		const title = 'か\u3099'.repeat(10);
		const led = lead(readFacilitation(null), begin(title), momentOf(1000));
		if (!led.ok) throw new Error(led.reason);
		expect(restarted(led.state)).toEqual(led.state);
	});
});

describe('writing', () => {
	test('runs that nobody knows do not let one person fill the board’s list', () => {
		const table = new Table();
		table.begin(part('open'));
		let taken = 0;
		for (let run = 0; run < 3 * writingLimits.cardsEach; run++) {
			table.now += 60_000;
			if (table.write('mallory', send(`x${run}`, run)) === null) taken += 1;
		}
		expect(taken).toBe(writingLimits.cardsEach);
		expect(table.state.writing.cards).toHaveLength(writingLimits.cardsEach);
		expect(table.write('anna', send('a1', null))).toBeNull();
	});

	test('a card that came late does not come out in front of those who write unseen by now', () => {
		const table = new Table();
		table.begin(part('private', 'one'));
		const { since } = table;
		table.leads({ do: 'reveal', of: null, handle: null, order: 'random' });
		expect(table.write('mallory', send('x1', since))).toBeNull();
		table.begin(part('private', 'two'));
		const consent = { do: 'consent', ids: ['x1'] } as unknown as WritingCommand;
		expect(table.write('mallory', consent)).toBe('notNow');
		expect(table.cards.size).toBe(0);
		expect(table.own('mallory')).toEqual([['x1', 'late']]);
		table.begin(part('open', 'three'));
		expect(table.write('mallory', consent)).toBeNull();
		expect(table.texts).toEqual(['x1']);
	});

	test('nobody rewrites, takes, holds, sorts or puts out what is another’s', () => {
		const table = new Table();
		table.begin(part('private'));
		table.write('anna', send('a1', table.since));
		const before = table.state.writing;
		for (const command of [
			{ do: 'edit', id: 'a1', type: 'cause', text: '別のこと' },
			{ do: 'withdraw', id: 'a1' },
			{ do: 'hold', id: 'a1', isHeld: true },
			{ do: 'consent', ids: ['a1'] },
			send('a1', table.since)
		])
			expect(table.write('mallory', command as WritingCommand)).toBe('notNow');
		table.write('mallory', { do: 'order', ids: ['a1'] } as unknown as WritingCommand);
		expect(table.state.writing).toEqual(before);
		expect(JSON.stringify(showFacilitation(table.state, 'others'))).not.toContain('a1');
		expect(table.own('mallory')).toEqual([]);
	});
});

test.each([
	['timer', { do: 'stop' }],
	['phases', { do: 'plan', programme: [] }],
	['phases', { do: 'begin', phase: part('open'), since: null }],
	['phases', { do: 'end', since: 1 }],
	['hands', { do: 'heard', participant: null }],
	['notice', { do: 'tell', text: '<img src=x onerror=alert(1)>' }],
	['notice', { do: 'clear' }],
	['plenary', { do: 'plan', order: [1], minutes: 3 }],
	['plenary', { do: 'turn', index: 0 }],
	['plenary', { do: 'end' }],
	['spotlight', { do: 'call', zone: null }],
	['spotlight', { do: 'look', zone: null }],
	['spotlight', { do: 'end' }],
	['ballot', { do: 'end', id: 'b' }],
	['ballot', { do: 'cancel', id: 'b' }],
	['ballot', { do: 'chooseTop', id: 'b', count: 1 }],
	['writing', { do: 'reveal', of: null, handle: null, order: 'random' }],
	['writing', { do: 'takeBack' }],
	['writing', { do: 'takeInbox', isOn: true }],
	['writing', { do: 'putOut', ids: null }],
	['writing', { do: 'putAside', ids: [], isAside: true }],
	['writing', { do: 'reveal', of: null, handle: null, order: 'random', id: 'a', text: 'a' }]
] as const)('%s %j is for those who lead', (aid, command) => {
	for (const role of ['recorder', 'participant', 'viewer'] as const)
		expect(lead(readFacilitation(null), { aid, command }, momentOf(1, { role }))).toEqual({
			ok: false,
			reason: 'notAllowed'
		});
});

test.each(['', 'constructor', '__proto__', 'toString', 'Timer'])('there is no aid %j', (aid) => {
	expect(lead(readFacilitation(null), { aid, command: { do: 'stop' } }, momentOf(1))).toEqual({
		ok: false,
		reason: 'malformed'
	});
});
