import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DrivenApp, Visitor } from '../app-driver.ts';
import { driveApp } from '../app-driver.ts';

let driven: DrivenApp;
let staff: Visitor;
let workshop: Workshop;
let boardId: string;
beforeEach(async () => {
	driven = await driveApp();
	staff = await driven.staff();
	const response = await staff.send('POST', '/api/workshops', {
		key: 'key1',
		name: '看取り研修',
		scene: 'endOfLife',
		municipality: 'I市',
		heldOn: '2026-11-30',
		tables: 1,
		start: 'i-city-mitori'
	});
	workshop = response.json();
	boardId = workshop.boards[0]!.id;
});
afterEach(async () => await driven.close());

const next = async (body: object, by = staff) =>
	await by.send('POST', `/api/boards/${boardId}/next`, { key: 'next1', ...body });
const read = async (id: string) => (await staff.send('GET', `/api/boards/${id}/snapshot`)).json();
const joined = async (code: string): Promise<Visitor> => {
	const visitor = driven.visitor();
	await visitor.send('POST', '/api/join', { code, profession: 'coordinator', table: 1 });
	return visitor;
};

test('the next board is the next table of the same workshop and names the one before', async () => {
	const response = await next({ take: 'toCauses' });
	expect(response.statusCode).toBe(201);
	const made = response.json();
	expect(made.workshopId).toBe(workshop.id);
	const snapshot = await read(made.boardId);
	expect(snapshot.meta).toMatchObject({ previousBoard: boardId, scene: 'endOfLife' });
	const types = new Set(snapshot.cards.map(({ type }: { type: string }) => type));
	expect(types).toEqual(new Set(['theme', 'vision', 'fact', 'cause', 'note']));
	for (const card of snapshot.cards) expect(card.copiedFrom).toMatch(`${boardId}/`);
	const list = (await staff.send('GET', `/api/workshops/${workshop.id}`)).json();
	expect(list.boards.map(({ table }: { table: number }) => table)).toEqual([1, 2]);
});

test('a repeated request makes no second board', async () => {
	const [first, second] = [await next({ take: 'everything' }), await next({ take: 'everything' })];
	expect(second.json()).toEqual(first.json());
	const list = (await staff.send('GET', `/api/workshops/${workshop.id}`)).json();
	expect(list.boards).toHaveLength(2);
	const away = { take: 'everything', key: 'next2', workshop: { name: '来年の研修' } };
	expect((await next(away)).json()).toEqual((await next(away)).json());
});

test('a workshop of its own has the name and the day that were given', async () => {
	const made = (
		await next({ take: 'review', workshop: { name: '来年の研修', heldOn: '令和9年' } })
	).json();
	expect(made.workshopId).not.toBe(workshop.id);
	const own = (await staff.send('GET', `/api/workshops/${made.workshopId}`)).json();
	expect(own).toMatchObject({ name: '来年の研修', heldOn: '令和9年', municipality: 'I市' });
	expect(own.boards[0].title).toBe('来年の研修 見直し版');
	expect((await read(made.boardId)).cards).toHaveLength(30);
});

test('after a workshop was closed its boards go on in a new one', async () => {
	const facilitator = await joined(workshop.facilitatorCode);
	await staff.send('PATCH', `/api/workshops/${workshop.id}`, { state: 'closed' });
	const refused = await next({ take: 'everything' }, facilitator);
	expect(refused.json()).toMatchObject({ code: 'workshopClosed' });
	const made = (await next({ take: 'everything' })).json();
	expect(made.workshopId).not.toBe(workshop.id);
});

test('who leads the table may go on in the same workshop, nobody else at all', async () => {
	const facilitator = await joined(workshop.facilitatorCode);
	expect((await next({ take: 'review' }, facilitator)).statusCode).toBe(201);
	const away = { take: 'review', key: 'next3', workshop: { name: '別' } };
	expect((await next(away, facilitator)).json()).toMatchObject({ code: 'forbidden' });
	for (const code of [workshop.joinCode, workshop.viewerCode])
		expect((await next({ take: 'review' }, await joined(code))).json()).toMatchObject({
			status: 403,
			code: 'forbidden'
		});
	const stranger = await next({ take: 'review' }, driven.visitor());
	expect(stranger.json()).toMatchObject({ code: 'notSignedIn' });
});

test('what is no take, and a board that is not there, are refused', async () => {
	expect((await next({ take: 'half' })).json()).toMatchObject({ code: 'badRequest' });
	const gone = await staff.send('POST', '/api/boards/none/next', { key: 'k', take: 'review' });
	expect(gone.json()).toMatchObject({ code: 'notFound' });
});

test('a 目的シート goes on as a whole board', async () => {
	const made = await staff.send('POST', '/api/workshops', {
		key: 'key2',
		name: '目的',
		scene: 'daily',
		tables: 1,
		start: 'purpose'
	});
	const [purpose] = made.json().boards;
	expect(purpose.kind).toBe('purpose');
	const response = await staff.send('POST', `/api/boards/${purpose.id}/next`, {
		key: 'next4',
		take: 'everything'
	});
	const snapshot = await read(response.json().boardId);
	expect(snapshot.meta).toMatchObject({ kind: 'full', previousBoard: purpose.id });
});
