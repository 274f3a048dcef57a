import { describe, expect, test } from 'vitest';
import type { Profession } from '../method/professions.ts';
import { momentOf } from './moment.driver.ts';
import { ballot } from './ballot.ts';
import { readFacilitation, showFacilitation } from './index.ts';
import { cardId, mitori, VotingTable } from './ballot.driver.ts';
import { placesOf, votesOf } from './ballot-result.ts';
import { ballotPresets } from './ballot-rules.ts';
import type { RunningPhase } from './phase.ts';

const [c1, c2, c3, c4] = ['c1', 'c2', 'c3', 'c4'].map(cardId) as [
	ReturnType<typeof cardId>,
	ReturnType<typeof cardId>,
	ReturnType<typeof cardId>,
	ReturnType<typeof cardId>
];
const totalsOf = (table: VotingTable) =>
	Object.fromEntries(table.result().cards.map((card) => [card.card, votesOf(card)]));
const end = (table: VotingTable) => table.ask({ do: 'end', id: table.id });

describe('what is put up', () => {
	test('all cards of a type in reading order, those of a column, or those that were named', () => {
		const table = new VotingTable();
		table.open({});
		expect(table.state.open?.candidates.slice(0, 3)).toEqual(['c1', 'c2', 'c3']);
		const causes = [...mitori.cards.values()].filter(({ type }) => type === 'cause');
		expect(new Set(table.state.open?.candidates)).toEqual(new Set(causes.map(({ id }) => id)));
		const column = new VotingTable();
		column.open({}, { putUp: { by: 'zone', zone: 'rootCause' } });
		const root = causes.find((card) => card.type === 'cause' && card.isRoot);
		expect(column.state.open?.candidates).toEqual([root?.id]);
		const named = new VotingTable();
		named.open({}, { putUp: { by: 'cards', cards: [c3, c1, c3, cardId('nowhere')] } });
		expect(named.state.open?.candidates).toEqual(['c3', 'c1']);
	});

	test('nothing to vote on, rules that contradict each other, and a second vote are refused', () => {
		const table = new VotingTable();
		const open = {
			do: 'open',
			title: '',
			rules: { budget: 3, perCard: 3, showCounts: 'after' },
			putUp: { by: 'type', type: 'cause' },
			leadersVote: false,
			minutes: null
		};
		expect(table.refusal({ ...open, putUp: { by: 'cards', cards: [] } })).toBe('notNow');
		for (const [rules, reason] of [
			[{ budget: 2, perCard: 3, showCounts: 'after' }, 'outOfRange'],
			[{ budget: 0, perCard: 1, showCounts: 'after' }, 'malformed'],
			[{ budget: 3, perCard: 1.5, showCounts: 'after' }, 'malformed'],
			[{ budget: 3, perCard: 3, showCounts: 'names' }, 'malformed']
		] as const)
			expect(table.refusal({ ...open, rules })).toBe(reason);
		expect(table.refusal({ ...open, minutes: 181 })).toBe('malformed');
		expect(table.refusal({ ...open, title: ' 何から\n始める ' })).toBeNull();
		expect(table.state.open?.title).toBe('何から 始める');
		expect(table.refusal(open)).toBe('notNow');
	});
});

describe('giving votes', () => {
	test('a number for a card counts once however often it comes, and nothing goes below zero', () => {
		const table = new VotingTable();
		table.open({});
		for (let press = 0; press < 3; press++) expect(table.cast('a', c1, 2)).toBeNull();
		expect(table.cast('a', c1, -1)).toBe('malformed');
		expect(table.cast('a', c1, 0.5)).toBe('malformed');
		expect(table.cast('a', c2, 2)).toBe('outOfRange');
		expect(table.cast('a', c2, 1)).toBeNull();
		expect(table.cast('a', c3, 1)).toBe('outOfRange');
		expect(table.cast('a', c1, 0)).toBeNull();
		expect(table.cast('a', c1, 0)).toBeNull();
		expect(table.cast('a', c3, 2)).toBeNull();
		end(table);
		expect(totalsOf(table)).toMatchObject({ c1: 0, c2: 1, c3: 2 });
		expect(table.result().voters).toBe(1);
	});

	test.each([
		['like', 1, [1, 1, 1, 1]],
		['stickers', 3, [3]],
		['stickers', 3, [1, 2]],
		['one', 1, [1]],
		['points', 10, [4, 3, 2, 1]]
	] as const)('%s: at most %i on one card, and no more than there is', (preset, most, given) => {
		const table = new VotingTable();
		table.open({ ...ballotPresets[preset] });
		const cards = table.state.open!.candidates;
		expect(table.cast('a', cards[0]!, most + 1)).toBe('outOfRange');
		for (const [at, votes] of given.entries())
			expect(table.cast('a', cards[at]!, votes)).toBeNull();
		const isOut = ballotPresets[preset].budget !== null;
		expect(table.cast('a', cards[given.length]!, 1)).toBe(isOut ? 'outOfRange' : null);
	});

	test('all of it can be taken back until the end, and not after', () => {
		const table = new VotingTable();
		const id = table.open({});
		const withdraw = { do: 'withdraw', id };
		const asker = { role: 'participant', participantId: 'a' } as const;
		table.cast('a', c1, 3);
		table.cast('b', c1, 1);
		expect(table.refusal(withdraw, asker)).toBeNull();
		expect(table.cast('a', c2, 3)).toBeNull();
		expect(table.refusal(withdraw, asker)).toBeNull();
		end(table);
		expect(table.refusal(withdraw, asker)).toBe('notNow');
		expect(table.cast('a', c1, 1)).toBe('notNow');
		expect(totalsOf(table)).toMatchObject({ c1: 1, c2: 0 });
		expect(table.result().voters).toBe(1);
	});

	test('only for what is put up, and only in the vote that goes on', () => {
		const table = new VotingTable();
		table.open({}, { putUp: { by: 'cards', cards: [c1, c2] } });
		expect(table.cast('a', c3, 1)).toBe('notNow');
		const asker = { role: 'participant', participantId: 'a' } as const;
		expect(table.refusal({ do: 'cast', id: 'before', card: c1, votes: 1 }, asker)).toBe('notNow');
	});

	test('who leads votes only where that was wished; a viewer never', () => {
		const table = new VotingTable();
		table.open({});
		expect(table.cast('f', c1, 1, { role: 'facilitator' })).toBe('notAllowed');
		expect(table.cast('v', c1, 1, { role: 'viewer' })).toBe('notAllowed');
		expect(table.cast('r', c1, 1, { role: 'recorder' })).toBeNull();
		const other = new VotingTable();
		other.open({}, { leadersVote: true });
		expect(other.cast('f', c1, 1, { role: 'facilitator' })).toBeNull();
	});

	test('a part that runs says whether there is voting', () => {
		const table = new VotingTable();
		table.open({});
		const running = (vote: boolean): RunningPhase => ({
			phase: {
				id: 'p',
				title: '対策',
				question: '',
				minutes: null,
				step: null,
				visibility: 'open',
				rights: {
					create: [],
					edit: 'none',
					move: 'none',
					delete: 'none',
					link: false,
					vote,
					tools: []
				}
			},
			since: 1,
			late: null
		});
		expect(table.cast('a', c1, 1, { running: running(false) })).toBe('notAllowed');
		expect(table.cast('a', c1, 1, { running: running(true) })).toBeNull();
	});
});

test.each([
	['open', ['facilitator', 'staff']],
	['end', ['facilitator', 'staff']],
	['cancel', ['facilitator', 'staff']],
	['chooseTop', ['facilitator', 'staff']],
	['setPaper', ['facilitator', 'staff', 'recorder']]
] as const)('%s is asked by %j only', (command, allowed) => {
	const roles = ['staff', 'facilitator', 'recorder', 'participant', 'viewer'] as const;
	for (const role of roles) {
		const table = new VotingTable();
		const commands = {
			open: {
				do: 'open',
				title: '',
				rules: { budget: 1, perCard: 1, showCounts: 'after' },
				putUp: { by: 'cards', cards: [c1] },
				leadersVote: false,
				minutes: null
			},
			end: { do: 'end', id: 'id1' },
			cancel: { do: 'cancel', id: 'id1' },
			chooseTop: { do: 'chooseTop', id: 'id1', count: 1 },
			setPaper: { do: 'setPaper', id: 'id1', card: c1, votes: 2 }
		};
		if (command !== 'open') table.open({});
		if (command === 'chooseTop') {
			table.cast('a', c1, 1);
			end(table);
		}
		const isAllowed = (allowed as readonly string[]).includes(role);
		expect(table.refusal(commands[command], { role })).toBe(isAllowed ? null : 'notAllowed');
	}
});

describe('cards that go while people vote', () => {
	test('the votes of a card that was taken away are with their voter again', () => {
		const table = new VotingTable();
		table.open({});
		table.cast('a', c1, 2);
		table.cast('a', c2, 1);
		table.take([c1]);
		expect(table.cast('a', c1, 1)).toBe('notNow');
		expect(table.cast('a', c3, 2)).toBeNull();
		// Put back, it must not give back what is spent by now.
		table.board = mitori;
		expect(table.cast('a', c1, 1)).toBe('outOfRange');
		end(table);
		expect(totalsOf(table)).toMatchObject({ c1: 0, c2: 1, c3: 2 });
	});

	test('a card that is put back before anything else was given has its votes again', () => {
		const table = new VotingTable();
		table.open({});
		table.cast('a', c1, 2);
		table.take([c1]);
		table.board = mitori;
		end(table);
		expect(totalsOf(table)).toMatchObject({ c1: 2 });
	});

	test('votes of merged cards come together, no more of one person than one card may have', () => {
		const table = new VotingTable();
		table.open({ budget: 3, perCard: 2 });
		table.cast('a', c1, 2);
		table.cast('a', c2, 1);
		table.cast('b', c2, 1);
		table.refusal({ do: 'setPaper', id: table.id, card: c1, votes: 4 });
		table.refusal({ do: 'setPaper', id: table.id, card: c2, votes: 3 }, { role: 'recorder' });
		table.take([c1], c2);
		expect(table.cast('a', c3, 1)).toBeNull();
		end(table);
		expect(table.result().cards).toContainEqual({ card: 'c2', screen: 3, paper: 7 });
		expect(totalsOf(table)).toMatchObject({ c3: 1 });
		expect(totalsOf(table)).not.toHaveProperty('c1');
	});

	test('a card that was not put up stands for one that was merged into it', () => {
		const table = new VotingTable();
		table.open({}, { putUp: { by: 'cards', cards: [c1, c2] } });
		table.cast('a', c1, 1);
		table.take([c1], c4);
		expect(table.cast('b', c4, 2)).toBeNull();
		end(table);
		expect(totalsOf(table)).toEqual({ c4: 3, c2: 0 });
	});
});

describe('the end', () => {
	test('of two who end it at once the second ends nothing', () => {
		const table = new VotingTable();
		const id = table.open({});
		table.cast('a', c1, 1);
		expect(table.refusal({ do: 'end', id })).toBeNull();
		expect(table.refusal({ do: 'end', id }, { participantId: 'second' })).toBe('notNow');
		expect(table.refusal({ do: 'cancel', id })).toBe('notNow');
		expect(table.state.results).toHaveLength(1);
	});

	test('the sums go on the cards and the moment into the history; who gave what is gone', () => {
		const table = new VotingTable();
		table.open({});
		table.cast('somebody', c2, 2);
		table.refusal({ do: 'setPaper', id: table.id, card: c2, votes: 5 });
		const led = end(table);
		const effects = led.ok ? led.effects : null;
		expect(effects).toMatchObject([
			{ kind: 'setVotes', votes: expect.arrayContaining([{ card: 'c2', votes: 7 }]) },
			{ kind: 'mark', moment: 'voteEnd', label: '何から始めますか' }
		]);
		expect(effects?.[0]).toMatchObject({
			votes: expect.arrayContaining([{ card: 'c1', votes: 0 }])
		});
		expect(JSON.stringify(table.state)).not.toContain('somebody');
	});

	test('one that was thrown away leaves nothing', () => {
		const table = new VotingTable();
		const id = table.open({});
		table.cast('a', c1, 1);
		const led = table.ask({ do: 'cancel', id });
		expect(led).toEqual({ ok: true, state: { open: null, results: [] } });
	});

	test('by the clock it ends by itself, not a moment early', () => {
		const table = new VotingTable();
		table.open({}, { minutes: 3 });
		table.cast('a', c1, 3);
		const due = table.now + 180_000;
		expect(ballot.dueAt(table.state)).toBe(due);
		const at = (now: number) => ballot.settle(table.state, momentOf(now, { board: table.board }));
		expect(at(due - 1)).toBeNull();
		const settled = at(due + 700);
		expect(settled?.state.open).toBeNull();
		expect(settled?.state.results[0]).toMatchObject({ endedAt: due, voters: 1 });
		expect(settled?.effects).toHaveLength(2);
		expect(ballot.dueAt(settled!.state)).toBeNull();
	});

	test('only the last ten are kept', () => {
		const table = new VotingTable();
		for (let round = 0; round < 12; round++) {
			table.open({}, { title: `${round}` });
			end(table);
		}
		expect(table.state.results.map(({ title }) => title)).toEqual([
			'11',
			'10',
			'9',
			'8',
			'7',
			'6',
			'5',
			'4',
			'3',
			'2'
		]);
	});
});

describe('the result', () => {
	test('has most votes first and says who is level', () => {
		const table = new VotingTable();
		table.open({ budget: null, perCard: 5 }, { putUp: { by: 'cards', cards: [c1, c2, c3, c4] } });
		table.cast('a', c2, 3);
		table.cast('b', c3, 3);
		table.cast('c', c4, 5);
		end(table);
		const { cards } = table.result();
		expect(cards.map(({ card }) => card)).toEqual(['c4', 'c2', 'c3', 'c1']);
		expect(placesOf(cards)).toEqual([
			{ place: 1, isTied: false },
			{ place: 2, isTied: true },
			{ place: 2, isTied: true },
			{ place: 4, isTied: false }
		]);
	});

	test('cards as far ahead as the last that goes on go along, cards without votes never', () => {
		const table = new VotingTable();
		table.open({ budget: null, perCard: 5 }, { putUp: { by: 'cards', cards: [c1, c2, c3, c4] } });
		table.cast('a', c2, 3);
		table.cast('b', c3, 3);
		table.cast('c', c4, 5);
		end(table);
		const { id } = table.result();
		const top = (count: number) => {
			const led = table.ask({ do: 'chooseTop', id, count });
			return led.ok ? led.effects : led.reason;
		};
		expect(top(1)).toEqual([{ kind: 'chooseCards', cards: ['c4'], instead: ['c2', 'c3', 'c1'] }]);
		expect(top(2)).toMatchObject([{ cards: ['c4', 'c2', 'c3'] }]);
		expect(top(4)).toMatchObject([{ cards: ['c4', 'c2', 'c3'], instead: ['c1'] }]);
		expect(table.result().chosen).toEqual(['c4', 'c2', 'c3']);
		table.take([c4]);
		expect(top(1)).toMatchObject([{ cards: ['c2', 'c3'] }]);
		expect(table.refusal({ do: 'chooseTop', id: 'another', count: 1 })).toBe('notNow');
	});

	const vote = (people: readonly (Profession | null)[]) => {
		const table = new VotingTable();
		table.open({});
		for (const [at, profession] of people.entries())
			table.cast(`p${at}`, at % 2 ? c1 : c2, 1, { profession });
		end(table);
		return table.result().byProfession;
	};

	test.each<[string, readonly (Profession | null)[], readonly string[]]>([
		['two of a profession are never shown apart', ['physician', 'physician'], []],
		['three are', ['physician', 'physician', 'physician'], ['physician']],
		[
			'one physician cannot be had by taking the nurses from the whole',
			['visitingNurse', 'visitingNurse', 'visitingNurse', 'physician'],
			[]
		],
		[
			'three of no shown profession hide each other',
			['visitingNurse', 'visitingNurse', 'visitingNurse', 'physician', 'pharmacist', null],
			['visitingNurse']
		],
		[
			'of two that could be shown the smaller hides the one who is alone',
			[
				...Array<Profession>(3).fill('careManager'),
				...Array<Profession>(4).fill('visitingNurse'),
				'physician'
			],
			['visitingNurse']
		]
	])('%s', (_name, people, expected) => {
		expect(vote(people).map(({ profession }) => profession)).toEqual(expected);
	});

	test('the sums of a profession are its own', () => {
		const people = Array<Profession>(5).fill('careManager');
		expect(vote(people)).toEqual([
			{ profession: 'careManager', voters: 5, counts: { c1: 2, c2: 3 } }
		]);
	});
});

describe('what is told', () => {
	function voted(showCounts: 'after' | 'live'): VotingTable {
		const table = new VotingTable();
		table.open({ showCounts });
		table.cast('ann', c1, 3);
		table.cast('ben', c1, 1);
		table.cast('cid', c2, 0);
		return table;
	}

	test('nobody hears counts or voters; those who lead hear how many are done', () => {
		const { state } = voted('after');
		expect(ballot.show(state, 'others').open).toMatchObject({ counts: null, voters: null });
		expect(ballot.show(state, 'leaders').open).toMatchObject({
			counts: null,
			voters: { some: 2, done: 1 }
		});
		for (const audience of ['leaders', 'others'] as const) {
			const told = JSON.stringify(ballot.show(state, audience));
			expect(told).not.toMatch(/ann|ben|casts|votes/);
			expect(ballot.shownSchema.safeParse(ballot.show(state, audience)).success).toBe(true);
		}
	});

	test('counts are told as they come in only where that was wished, and never who', () => {
		const { open } = ballot.show(voted('live').state, 'others');
		expect(open).toMatchObject({ counts: { c1: 4 }, voters: null });
	});

	test('a vote that changes nothing an audience sees is no news to it', () => {
		const table = voted('after');
		const whole = { ...readFacilitation(null), ballot: table.state };
		table.cast('ben', c1, 2);
		const after = { ...whole, ballot: table.state };
		expect(showFacilitation(after, 'others', whole)).toEqual({});
		expect(showFacilitation(after, 'leaders', whole)).toEqual({});
		table.cast('ben', c1, 3);
		const done = { ...whole, ballot: table.state };
		expect(showFacilitation(done, 'others', whole)).toEqual({});
		expect(showFacilitation(done, 'leaders', whole)).toMatchObject({ ballot: expect.anything() });
	});

	test('everybody hears their own, nobody another’s', () => {
		const table = voted('after');
		expect(ballot.showOwn(table.state, 'ann')).toEqual({ of: table.id, votes: { c1: 3 } });
		expect(ballot.showOwn(table.state, 'cid')).toEqual({ of: table.id, votes: {} });
		expect(ballot.showOwn(ballot.initial, 'ann')).toEqual({ of: null, votes: {} });
	});
});

test('sixty people’s numbers are right', () => {
	const table = new VotingTable();
	table.open({ budget: 3, perCard: 3 });
	const cards = table.state.open!.candidates;
	const expected: Record<string, number> = Object.fromEntries(cards.map((card) => [card, 0]));
	for (let person = 0; person < 60; person++)
		for (let sticker = 0; sticker < 3; sticker++) {
			const at = (person * 7 + sticker * 3) % cards.length;
			const card = cards[at]!;
			const own = ballot.showOwn(table.state, `p${person}`)!.votes[card] ?? 0;
			expect(table.cast(`p${person}`, card, own + 1)).toBeNull();
			expected[card]!++;
		}
	expect(ballot.show(table.state, 'leaders').open?.voters).toEqual({ some: 60, done: 60 });
	end(table);
	expect(totalsOf(table)).toEqual(expected);
	expect(table.result().voters).toBe(60);
	expect(table.result().cards.reduce((sum, card) => sum + votesOf(card), 0)).toBe(180);
});
