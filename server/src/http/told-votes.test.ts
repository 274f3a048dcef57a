import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFacilitation } from '@renkei/shared/facilitation/index.ts';
import { cardIdSchema } from '@renkei/shared/method/card.ts';
import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import type { DrivenApp, Visitor } from '../app-driver.ts';
import { driveApp } from '../app-driver.ts';

let driven: DrivenApp;
let staff: Visitor;
let workshop: Workshop;
beforeAll(async () => {
	driven = await driveApp();
	staff = await driven.staff();
	const body = { key: 'k', name: '研修', scene: 'endOfLife', tables: 1, start: 'i-city-mitori' };
	workshop = (await staff.send('POST', '/api/workshops', body)).json();
});
afterAll(async () => await driven.close());

/** Words, cells, a picture and the whole board: each way a file is written. */
const formats = ['json', 'csv', 'xlsx', 'svg'] as const;
const rules = { budget: 3, perCard: 3, showCounts: 'after' } as const;

test('no file, record or log tells anything of a vote that goes on; of one that is over the sums', async () => {
	const [{ id }] = workshop.boards as [Workshop['boards'][number]];
	const file = (format: string) =>
		staff.send('GET', `/api/boards/${id}/export/${format}?votes=yes&date=2026-11-22`);
	const board = (await file('json')).json().board;
	const [one, two] = board.cards
		.filter(({ type }: { type: string }) => type === 'cause')
		.map((card: { id: string }) => cardIdSchema.parse(card.id));
	const before = await Promise.all(formats.map(file));
	const open = {
		id: 'ballot1',
		title: 'まだ終わらない投票',
		rules,
		candidates: [one, two],
		leadersVote: false,
		endsAt: null,
		paper: {},
		casts: [{ participant: 'voter-one', profession: 'physician', votes: { [one]: 3 } }]
	};
	const state = { ...readFacilitation(null), ballot: { open, results: [] } };
	await driven.storage.facilitation.replace(id, 0, JSON.stringify(state));
	expect(readFacilitation(state).ballot.open).toEqual(open);

	const during = await Promise.all(formats.map(file));
	for (const [at, { rawPayload }] of during.entries())
		expect([formats[at], rawPayload.equals(before[at]!.rawPayload)]).toEqual([formats[at], true]);
	const audit = await staff.send('GET', `/api/workshops/${workshop.id}/exports`);
	for (const text of [audit.body, driven.logged(), during.map(({ body }) => body).join()])
		expect(text).not.toMatch(/voter-one|まだ終わらない投票|ballot1/);

	const cards = [{ card: one, screen: 3, paper: 1 }];
	const result = {
		id: 'ballot1',
		title: '終わった投票',
		rules,
		endedAt: 5,
		voters: 1,
		cards,
		byProfession: [],
		chosen: []
	};
	const ended = { ...state, ballot: { open: null, results: [result] } };
	await driven.storage.facilitation.replace(id, 1, JSON.stringify(ended));
	expect((await file('json')).json().votes).toEqual([
		{
			title: '終わった投票',
			rules: { budget: 3, perCard: 3 },
			endedAt: 5,
			voters: 1,
			cards
		}
	]);
});
