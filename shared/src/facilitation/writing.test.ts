import { describe, expect, test } from 'vitest';
import { cardIdSchema } from '../method/card.ts';
import type { Role } from '../method/roles.ts';
import { facilitationAt, readFacilitation } from './index.ts';
import { graceMs, rightsAt } from './phase.ts';
import { writingLimits } from './writing-card.ts';
import type { WritingCommand } from './writing-commands.ts';
import { part, start, Table } from './writing.driver.ts';
import { showWriting, unrevealedCount } from './writing-show.ts';

const card = (id: string, text: string, of: number | null, type = 'cause'): WritingCommand =>
	({ do: 'send', id, type, text, of }) as WritingCommand;
const showAll: WritingCommand = { do: 'reveal', of: null, handle: null, order: 'random' };

/** A table that writes unseen: two nurses and a physician. */
function writingTable(): Table {
	const table = new Table();
	table.begin(part('private'));
	const { since } = table;
	expect(table.write('anna', card('a1', '夜に電話できない', since))).toBeNull();
	expect(table.write('anna', card('a2', '家族が不安', since))).toBeNull();
	expect(table.write('ben', card('b1', '連絡先がわからない', since))).toBeNull();
	expect(
		table.write('doc', card('d1', '往診が遠い', since, 'note'), 'participant', 'physician')
	).toBeNull();
	return table;
}

describe('while all write unseen', () => {
	test('cards stay with their authors, and the others are told numbers of professions', () => {
		const table = writingTable();
		expect(table.cards.size).toBe(0);
		expect(table.own('anna')).toEqual([
			['夜に電話できない', 'private'],
			['家族が不安', 'private']
		]);
		expect(table.own('ben')).toEqual([['連絡先がわからない', 'private']]);
		const others = showWriting(table.state.writing, 'others');
		expect(others).toEqual({
			takesInbox: false,
			leaders: null,
			runs: [
				{
					of: table.since,
					isShown: false,
					total: 4,
					counts: [
						{ profession: 'physician', count: 1 },
						{ profession: 'visitingNurse', count: 3 }
					]
				}
			]
		});
		// Nobody, whoever leads either, learns who of two nurses wrote how much.
		expect(table.shown.runs).toEqual(others.runs);
		expect(table.shown.leaders?.people).toEqual([
			[
				{ handle: expect.any(String), profession: 'visitingNurse', ordinal: 1 },
				{ handle: expect.any(String), profession: 'visitingNurse', ordinal: 2 },
				{ handle: expect.any(String), profession: 'physician', ordinal: null }
			]
		]);
		for (const audience of ['leaders', 'others'] as const) {
			const told = JSON.stringify(showWriting(table.state.writing, audience));
			for (const secret of ['夜', '家族', '連絡', '往診', 'anna', 'ben', 'a1', 'd1'])
				expect(told).not.toContain(secret);
		}
	});

	test('the board itself takes nothing new from participants, also for a moment afterwards', () => {
		const table = writingTable();
		const create = () =>
			rightsAt(table.state.phases.running, table.now)?.flatMap((each) => each.create);
		expect(create()).toEqual([]);
		table.now += graceMs;
		expect(create()).toEqual([]);
		table.begin(part('open', 'q', ['measure']));
		expect(create()).toEqual(['measure']);
	});

	test('sent again after a lost answer it is there once', () => {
		const table = writingTable();
		expect(table.write('anna', card('a1', '夜に電話できない', table.since))).toBeNull();
		expect(table.own('anna')).toHaveLength(2);
		expect(table.write('ben', card('a1', '乗っとり', table.since))).toBe('notNow');
	});

	test('its author rewrites, holds, orders and withdraws it, and nobody else', () => {
		const table = writingTable();
		const edit = {
			do: 'edit',
			id: cardIdSchema.parse('a1'),
			type: 'note',
			text: ' 電話\r\n番号 '
		} as const;
		expect(table.write('ben', edit)).toBe('notNow');
		expect(table.leads(edit)).toBe('notNow');
		expect(table.write('anna', edit)).toBeNull();
		expect(table.write('anna', { ...edit, type: 'measure' })).toBe('notAllowed');
		expect(table.write('anna', { do: 'order', ids: ['a2', 'b1', 'a1'] } as never)).toBeNull();
		expect(table.own('anna')).toEqual([
			['家族が不安', 'private'],
			['電話\n番号', 'private']
		]);
		for (const command of [
			{ do: 'withdraw', id: 'b1' },
			{ do: 'hold', id: 'b1', isHeld: true }
		] as never[])
			expect(table.write('anna', command)).toBe('notNow');
		expect(table.write('anna', { do: 'hold', id: 'a1', isHeld: true } as never)).toBeNull();
		expect(table.shown.runs[0]?.total).toBe(3);
		expect(table.write('anna', { do: 'withdraw', id: 'a2' } as never)).toBeNull();
		// Again, since the answer may have been lost.
		expect(table.write('anna', { do: 'withdraw', id: 'a2' } as never)).toBeNull();
		expect(table.own('anna')).toEqual([['電話\n番号', 'private']]);
		expect(table.own('ben')).toHaveLength(1);
	});

	test.each<[string, WritingCommand, Role, string]>([
		[
			'a type the part does not have',
			card('x', '手', start + 1, 'measure'),
			'participant',
			'notAllowed'
		],
		['nothing', card('x', ' \n ', start), 'participant', 'outOfRange'],
		['too long a text', card('x', '長'.repeat(201), start), 'participant', 'outOfRange'],
		['a text without end', card('x', '長'.repeat(2001), start), 'participant', 'malformed'],
		['a viewer', card('x', '見', start), 'viewer', 'notAllowed'],
		[
			'a participant for another profession',
			{ ...card('x', '代わり', start), forProfession: 'physician' } as never,
			'participant',
			'notAllowed'
		],
		['an id that is none', card('__proto__', '手', start), 'participant', 'malformed'],
		['showing all', showAll, 'participant', 'notAllowed'],
		['showing all as recorder', showAll, 'recorder', 'notAllowed'],
		['taking back', { do: 'takeBack' }, 'participant', 'notAllowed'],
		['the inbox', { do: 'takeInbox', isOn: true }, 'recorder', 'notAllowed'],
		['putting out', { do: 'putOut', ids: null }, 'participant', 'notAllowed']
	])('%s is refused', (_name, command, role, expected) => {
		expect(writingTable().write('anna', command, role)).toBe(expected);
	});

	test('200 signs are taken, and so many cards of one person', () => {
		const table = new Table();
		table.begin(part('private'));
		const { since } = table;
		expect(table.write('anna', card('x', '長'.repeat(200), since))).toBeNull();
		const { cardsAMinute, cardsEach } = writingLimits;
		for (let index = 1; index < cardsEach; index++) {
			if (index % cardsAMinute === 0) table.now += 60_000;
			expect(table.write('anna', card(`x${index}`, 'あ', since))).toBeNull();
		}
		table.now += 60_000;
		expect(table.write('anna', card('more', 'あ', since))).toBe('outOfRange');
		for (let index = 0; index < cardsAMinute; index++)
			expect(table.write('ben', card(`b${index}`, 'あ', since))).toBeNull();
		expect(table.write('ben', card('more', 'あ', since))).toBe('outOfRange');
		table.now += 60_000;
		expect(table.write('ben', card('more', 'あ', since))).toBeNull();
	});

	test('a recorder writes for those without a device, who can be shown apart', () => {
		const table = writingTable();
		const forPhysician = {
			...card('r1', '忙しい', table.since),
			forProfession: 'physician'
		} as never;
		expect(table.write('rec', forPhysician, 'recorder', 'coordinator')).toBeNull();
		expect(
			table.write('rec', card('r2', '遠い', table.since), 'recorder', 'coordinator')
		).toBeNull();
		expect(table.shown.runs[0]?.counts).toContainEqual({ profession: 'physician', count: 2 });
		expect(table.shown.runs[0]?.counts).toContainEqual({ profession: 'coordinator', count: 1 });
		expect(table.shown.leaders?.people[0]).toHaveLength(5);
		expect(table.own('rec')).toHaveLength(2);
	});

	test('what is kept is read back as it was', () => {
		const table = writingTable();
		const reread = () => readFacilitation(JSON.parse(JSON.stringify(table.state)));
		expect(reread()).toEqual(table.state);
		table.leads(showAll);
		expect(reread()).toEqual(table.state);
	});

	test('one who has not heard of the private part yet writes unseen all the same', () => {
		const table = writingTable();
		expect(table.write('ben', card('b2', '知らずに', null))).toBeNull();
		// Of a type that only the part before had; a moment later that is over.
		expect(table.write('ben', card('b3', '策', null, 'measure'))).toBeNull();
		table.now += graceMs;
		expect(table.write('ben', card('b4', '策', null, 'measure'))).toBe('notAllowed');
		expect(table.own('ben')).toContainEqual(['知らずに', 'private']);
		expect(table.cards.size).toBe(0);
	});
});

describe('showing', () => {
	test('all at once: each card once, held ones stay, and the part is open from now on', () => {
		const table = writingTable();
		table.write('anna', { do: 'hold', id: 'a2', isHeld: true } as never);
		expect(table.leads(showAll)).toBeNull();
		expect([...table.cards.keys()].sort()).toEqual(['a1', 'b1', 'd1']);
		expect(table.effects.filter(({ kind }) => kind === 'insertCards')).toEqual([
			{
				kind: 'insertCards',
				cards: expect.arrayContaining([
					expect.objectContaining({ id: 'b1', participant: 'ben', profession: 'visitingNurse' })
				])
			}
		]);
		expect(table.effects).toContainEqual({ kind: 'mark', moment: 'reveal', label: '原因を書く' });
		expect(table.state.phases.running?.phase.visibility).toBe('open');
		expect(table.own('anna')).toEqual([
			['夜に電話できない', 'board'],
			['家族が不安', 'private']
		]);
		// The other facilitator pressed at the same moment.
		expect(table.leads(showAll)).toBe('notNow');
		expect(table.shown.runs).toEqual([{ of: table.since, isShown: true, total: 0, counts: [] }]);
	});

	test('in another order than written, or by profession', () => {
		const write = (order: 'random' | 'profession') => {
			const table = new Table();
			table.begin(part('private'));
			for (let index = 0; index < 20; index++)
				table.write(
					`p${index % 2}`,
					card(`c${index}`, 'あ', table.since),
					'participant',
					index % 2 === 0 ? 'physician' : 'careManager'
				);
			expect(table.leads({ ...showAll, order } as never)).toBeNull();
			return [...table.cards.keys()];
		};
		const written = Array.from({ length: 20 }, (_, index) => `c${index}`);
		const shuffled = write('random');
		expect(shuffled).not.toEqual(written);
		expect([...shuffled].sort()).toEqual([...written].sort());
		const sorted = write('profession').map((id) => Number(id.slice(1)) % 2);
		expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
	});

	test('one person at a time, in that person’s own order, and the rest stays hidden', () => {
		const table = writingTable();
		table.write('anna', { do: 'order', ids: ['a2', 'a1'] } as never);
		const [anna] = table.shown.leaders?.people[0] ?? [];
		expect(
			table.leads({ do: 'reveal', of: table.since, handle: anna!.handle, order: 'random' })
		).toBeNull();
		expect([...table.cards.keys()]).toEqual(['a2', 'a1']);
		expect(table.state.phases.running?.phase.visibility).toBe('private');
		expect(table.shown.leaders?.people[0]).toHaveLength(2);
		expect(table.shown.runs[0]).toMatchObject({ isShown: false, total: 2 });
		expect(table.write('anna', card('a3', 'もう一つ', table.since))).toBeNull();
		expect(table.leads(showAll)).toBeNull();
		expect(table.cards.size).toBe(5);
		expect(table.leads({ ...showAll, handle: 'nobody' } as never)).toBe('notNow');
	});

	test('taken back within ten seconds, but for what somebody has worked on', () => {
		const table = writingTable();
		table.leads(showAll);
		table.cards.set('b1', { ...table.cards.get('b1')!, text: '続きを書いた' });
		table.cards.set('d1', { ...table.cards.get('d1')!, votes: 2 });
		table.now += 9000;
		expect(table.leads({ do: 'takeBack' })).toBeNull();
		expect(table.texts).toEqual(['続きを書いた', '往診が遠い']);
		expect(table.own('anna')).toEqual([
			['夜に電話できない', 'private'],
			['家族が不安', 'private']
		]);
		expect(table.own('ben')).toEqual([['連絡先がわからない', 'board']]);
		expect(table.state.phases.running?.phase.visibility).toBe('private');
		expect(table.leads({ do: 'takeBack' })).toBe('notNow');
		expect(table.leads(showAll)).toBeNull();
		expect(table.cards.size).toBe(4);
		table.now += writingLimits.undoMs;
		expect(table.leads({ do: 'takeBack' })).toBe('notNow');
		expect(facilitationAt(table.state, table.now).writing.lastShown).toBeNull();
	});

	test('nobody wrote: it is open all the same', () => {
		const table = new Table();
		table.begin(part('private'));
		expect(table.leads(showAll)).toBeNull();
		expect(table.state.phases.running?.phase.visibility).toBe('open');
		expect(table.leads(showAll)).toBe('notNow');
	});
});

describe('late', () => {
	test('what was typed offline for a run that is shown by now waits for its author’s word', () => {
		const table = writingTable();
		const { since } = table;
		table.leads(showAll);
		expect(table.write('anna', card('a3', '圏外で書いた', since))).toBeNull();
		expect(table.write('anna', card('a4', 'やめておく', since))).toBeNull();
		expect(table.cards.size).toBe(4);
		expect(table.write('ben', { do: 'consent', ids: ['a3'] } as never)).toBe('notNow');
		expect(table.write('anna', { do: 'consent', ids: ['a3', 'b1'] } as never)).toBeNull();
		expect(table.write('anna', { do: 'hold', id: 'a4', isHeld: true } as never)).toBeNull();
		expect(table.texts).toContain('圏外で書いた');
		expect(table.own('anna').at(-1)).toEqual(['やめておく', 'late']);
		expect(table.leads(showAll)).toBe('notNow');
		expect(table.texts).not.toContain('やめておく');
	});

	test('a part that ended unshown keeps its cards, takes what comes late, and is shown when asked', () => {
		const table = writingTable();
		const { since } = table;
		table.begin(part('private', 'q', ['measure']));
		expect(table.write('anna', card('a3', 'まだ打っていた', since))).toBeNull();
		expect(table.write('anna', card('a4', 'ちがう種類', since, 'measure'))).toBe('notAllowed');
		expect(table.write('anna', card('m1', '窓口をつくる', table.since, 'measure'))).toBeNull();
		expect(table.write('anna', card('m2', '財源は前の問い', table.since, 'source'))).toBe(
			'notAllowed'
		);
		expect(unrevealedCount(table.shown, since)).toBe(5);
		expect(unrevealedCount(table.shown)).toBe(6);
		expect(table.shown.leaders?.titles).toHaveLength(2);
		expect(showWriting(table.state.writing, 'others').runs).toHaveLength(1);
		expect(table.leads({ ...showAll, of: since } as never)).toBeNull();
		expect(table.cards.size).toBe(5);
		expect(table.state.phases.running?.phase.visibility).toBe('private');
		expect(table.own('anna')).toContainEqual(['窓口をつくる', 'private']);
	});

	test('a held card that its author lets go after all comes late', () => {
		const table = writingTable();
		table.write('anna', { do: 'hold', id: 'a1', isHeld: true } as never);
		table.leads(showAll);
		table.write('anna', { do: 'hold', id: 'a1', isHeld: false } as never);
		expect(table.own('anna')[0]).toEqual(['夜に電話できない', 'late']);
	});
});

describe('ideas while nobody writes unseen', () => {
	test('go to the board at once, as the part allows', () => {
		const table = new Table();
		expect(table.write('anna', card('a1', 'すぐに', null, 'measure'))).toBeNull();
		expect(table.own('anna')).toEqual([['すぐに', 'board']]);
		table.begin(part('open'));
		table.now += graceMs;
		expect(table.write('anna', card('a2', 'ちがう', null, 'measure'))).toBe('notAllowed');
		expect(table.write('anna', card('a3', '原因', null))).toBeNull();
		expect(table.write('anna', card('a3', '原因', null))).toBeNull();
		expect(table.texts).toEqual(['すぐに', '原因']);
		expect(table.write('anna', { do: 'withdraw', id: 'a3' } as never)).toBe('notNow');
	});

	test('wait in the inbox while that is on; who leads puts them out or aside', () => {
		const table = new Table();
		expect(table.leads({ do: 'takeInbox', isOn: true })).toBeNull();
		for (const id of ['i1', 'i2', 'i3', 'i4'])
			expect(table.write('anna', card(id, `案${id}`, null))).toBeNull();
		expect(table.cards.size).toBe(0);
		expect(table.shown.leaders?.inbox).toHaveLength(4);
		expect(JSON.stringify(showWriting(table.state.writing, 'others'))).not.toContain('案');
		expect(table.write('anna', { do: 'withdraw', id: 'i2' } as never)).toBeNull();
		expect(table.leads({ do: 'putAside', ids: ['i3'], isAside: true } as never)).toBeNull();
		expect(table.own('anna')).toEqual([
			['案i1', 'inbox'],
			['案i3', 'aside'],
			['案i4', 'inbox']
		]);
		expect(table.leads({ do: 'putOut', ids: null })).toBeNull();
		expect(table.texts).toEqual(['案i1', '案i4']);
		expect(table.leads({ do: 'putOut', ids: ['i3'] } as never)).toBeNull();
		expect(table.leads({ do: 'putOut', ids: ['i3'] } as never)).toBe('notNow');
		expect(table.own('anna').map(([, place]) => place)).toEqual(['board', 'board', 'board']);
		// Those who lead need not wait for themselves.
		expect(table.leads(card('f1', '進行役から', null))).toBeNull();
		expect(table.texts).toContain('進行役から');
	});

	test('of what is out only the latest are remembered for their author', () => {
		const table = new Table();
		for (let index = 0; index < 40; index++) {
			if (index === writingLimits.cardsAMinute - 10) table.now += 60_000;
			table.write('anna', card(`x${index}`, `案${index}`, null));
		}
		expect(table.cards.size).toBe(40);
		expect(table.own('anna').length).toBeLessThanOrEqual(writingLimits.shownEach + 1);
		// One that is not remembered any more is not put on the board again either.
		expect(table.write('anna', card('x0', '案0', null))).toBeNull();
		expect(table.effects).toHaveLength(40);
	});
});
