import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DrivenApp, Visitor } from '../app-driver.ts';
import { driveApp } from '../app-driver.ts';

let driven: DrivenApp;
let staff: Visitor;
beforeEach(async () => {
	driven = await driveApp();
	staff = await driven.staff();
});
afterEach(async () => await driven.close());

const wanted = {
	key: 'key1',
	name: '看取り研修',
	scene: 'endOfLife',
	municipality: 'I市',
	heldOn: '2026-11-30',
	tables: 3,
	start: 'i-city-mitori'
} as const;

async function create(changes: object = {}): Promise<Workshop> {
	const response = await staff.send('POST', '/api/workshops', { ...wanted, ...changes });
	expect(response.statusCode).toBe(201);
	return response.json();
}

test('a workshop has a board per table, filled from the case, and three codes', async () => {
	const workshop = await create();
	expect(workshop).toMatchObject({ name: '看取り研修', state: 'preparing', peopleCount: 0 });
	expect(new Set([workshop.joinCode, workshop.facilitatorCode, workshop.viewerCode]).size).toBe(3);
	expect(workshop.boards.map(({ table, title }) => [table, title])).toEqual([
		[1, '看取り研修 1卓'],
		[2, '看取り研修 2卓'],
		[3, '看取り研修 3卓']
	]);
	expect(workshop.boards[2]).toMatchObject({
		theme: '本人の意向に沿えずに、家族が入院を選ぶことがある',
		vision:
			'終末期であっても、在宅サービスを使うことで、本人の意向を尊重した在宅生活を送ることができる',
		scene: 'endOfLife',
		cardCount: 30,
		progress: ['done', 'done', 'done', 'done', 'done', 'partial', 'done', 'empty']
	});
	const list = await staff.send('GET', '/api/workshops');
	expect(list.json()).toEqual({ workshops: [workshop] });
	const one = await staff.send('GET', `/api/workshops/${workshop.id}`);
	expect(one.json()).toEqual(workshop);
});

test('tables may work on different scenes; one of another pack is none', async () => {
	const workshop = await create({ start: 'blank', tableScenes: ['discharge', 'endOfLife'] });
	expect(workshop.boards.map(({ scene }) => scene)).toEqual([
		'discharge',
		'endOfLife',
		// The table that was not named has the scene of the workshop.
		'endOfLife'
	]);
	const board = await staff.send('GET', `/api/boards/${workshop.boards[0]!.id}/export/json`);
	expect(board.json().board.meta.scene).toBe('discharge');
	const refused = await staff.send('POST', '/api/workshops', {
		...wanted,
		key: 'key2',
		tableScenes: ['moon']
	});
	expect(refused.statusCode).toBe(400);
});

test('the same key creates nothing twice', async () => {
	const first = await create();
	const second = await create({ name: 'もう一度' });
	expect(second).toEqual(first);
	const list = await staff.send('GET', '/api/workshops');
	expect(list.json().workshops).toHaveLength(1);
});

test('a blank board knows its workshop, table, scene and day', async () => {
	const workshop = await create({ start: 'blank', scene: 'discharge', municipality: 'B市' });
	const board = workshop.boards[1]!;
	expect(board).toMatchObject({ scene: 'discharge', cardCount: 0, theme: '' });
	const snapshot = await staff.send('GET', `/api/boards/${board.id}/snapshot`);
	expect(snapshot.json()).toMatchObject({
		meta: {
			title: '看取り研修',
			scene: 'discharge',
			municipality: 'B市',
			group: '2卓',
			date: '2026-11-30'
		},
		cards: [],
		problems: []
	});
});

test.each([
	['no name', { name: ' ' }],
	['sixteen tables', { tables: 16 }],
	['an unknown scene', { scene: 'party' }],
	['an unknown start', { start: 'b-city' }],
	['a key that is no id', { key: '../..' }]
])('%s is refused', async (_, changes) => {
	const response = await staff.send('POST', '/api/workshops', { ...wanted, ...changes });
	expect(response.json()).toMatchObject({ status: 400, code: 'badRequest' });
	expect((await staff.send('GET', '/api/workshops')).json()).toEqual({ workshops: [] });
});

test('renaming, opening and closing', async () => {
	const { id } = await create();
	const url = `/api/workshops/${id}`;
	expect((await staff.send('PATCH', url, { name: '新しい名前' })).json()).toMatchObject({
		name: '新しい名前',
		state: 'preparing'
	});
	expect(driven.notices).toEqual([]);
	expect((await staff.send('PATCH', url, { state: 'closed' })).json()).toMatchObject({
		state: 'closed'
	});
	expect(driven.notices).toEqual([
		{ participantId: null, workshopId: id, boardId: null, reason: 'changed' }
	]);
	expect((await driven.storage.catalogue.getWorkshop(id))?.closedAt).toBe(driven.clock.now);
	expect((await staff.send('PATCH', url, { state: 'open' })).json()).toMatchObject({
		state: 'open'
	});
	expect((await driven.storage.catalogue.getWorkshop(id))?.closedAt).toBe(null);
	const unknown = await staff.send('PATCH', '/api/workshops/none', { name: 'x' });
	expect(unknown.json()).toMatchObject({ code: 'notFound' });
});

test('opening again gives new codes where another workshop has taken one', async () => {
	const first = await create();
	await staff.send('PATCH', `/api/workshops/${first.id}`, { state: 'closed' });
	const { catalogue } = driven.storage;
	const other = await create({ key: 'key2' });
	await catalogue.updateWorkshop(other.id, { joinCode: first.joinCode });
	const opened = await staff.send('PATCH', `/api/workshops/${first.id}`, { state: 'open' });
	expect(opened.statusCode).toBe(200);
	expect(opened.json().joinCode).not.toBe(first.joinCode);
});

test('a deleted workshop is gone with its boards, its code and its list entry', async () => {
	const workshop = await create();
	const kept = await create({ key: 'key2', name: '残る' });
	const board = workshop.boards[0]!;
	expect((await staff.send('DELETE', `/api/workshops/${workshop.id}`)).json()).toEqual({
		ok: true
	});
	const list = await staff.send('GET', '/api/workshops');
	expect(list.json().workshops.map(({ id }: Workshop) => id)).toEqual([kept.id]);
	for (const url of [
		`/api/workshops/${workshop.id}`,
		`/api/workshops/${workshop.id}/wall`,
		`/api/workshops/${workshop.id}/attendance`,
		`/api/workshops/${workshop.id}/people`,
		`/api/workshops/${workshop.id}/exports`,
		`/api/boards/${board.id}`,
		`/api/boards/${board.id}/snapshot`,
		`/api/boards/${board.id}/export/json`
	]) {
		expect((await staff.send('GET', url)).json()).toMatchObject({ code: 'notFound' });
	}
	expect((await staff.send('DELETE', `/api/workshops/${workshop.id}`)).statusCode).toBe(404);
	const code = await driven.visitor().send('GET', `/api/join/${workshop.joinCode}`);
	expect(code.json()).toMatchObject({ code: 'workshopClosed' });
	expect(driven.notices.filter(({ reason }) => reason === 'deleted')).toHaveLength(3);
	expect((await driven.storage.log.load(board.id))?.ok).toBe(true);
});

test('only staff see and change workshops, a facilitator reads the own one', async () => {
	const workshop = await create();
	const other = await create({ key: 'key2' });
	const facilitator = driven.visitor();
	const joined = await facilitator.send('POST', '/api/join', {
		code: workshop.facilitatorCode,
		profession: 'coordinator',
		table: 1
	});
	expect(joined.statusCode).toBe(200);
	expect((await facilitator.send('GET', `/api/workshops/${workshop.id}`)).statusCode).toBe(200);
	const refused: [Visitor, 'GET' | 'POST' | 'PATCH' | 'DELETE', string, object?][] = [
		[facilitator, 'GET', '/api/workshops'],
		[facilitator, 'POST', '/api/workshops', { ...wanted, key: 'key3' }],
		[facilitator, 'GET', `/api/workshops/${other.id}`],
		[facilitator, 'PATCH', `/api/workshops/${workshop.id}`, { state: 'closed' }],
		[facilitator, 'DELETE', `/api/workshops/${workshop.id}`],
		[facilitator, 'POST', `/api/workshops/${workshop.id}/boards/import`]
	];
	for (const [visitor, method, url, body] of refused)
		expect((await visitor.send(method, url, body)).json()).toMatchObject({
			status: 403,
			code: 'forbidden'
		});
	for (const [, method, url, body] of refused)
		expect((await driven.visitor().send(method, url, body)).json()).toMatchObject({
			status: 401,
			code: 'notSignedIn'
		});
	const participant = driven.visitor();
	await participant.send('POST', '/api/join', {
		code: workshop.joinCode,
		profession: 'physician',
		table: 1
	});
	const read = await participant.send('GET', `/api/workshops/${workshop.id}`);
	expect(read.json()).toMatchObject({ code: 'forbidden' });
});
