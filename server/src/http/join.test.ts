import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DrivenApp, Visitor } from '../app-driver.ts';
import { driveApp } from '../app-driver.ts';

let driven: DrivenApp;
let staff: Visitor;
let workshop: Workshop;
beforeEach(async () => {
	driven = await driveApp();
	staff = await driven.staff();
	workshop = await create('key1');
});
afterEach(async () => await driven.close());

async function create(key: string): Promise<Workshop> {
	const response = await staff.send('POST', '/api/workshops', {
		key,
		name: '研修',
		scene: 'daily',
		tables: 2,
		start: 'blank'
	});
	return response.json();
}

function join(visitor: Visitor, changes: object = {}) {
	const body = { code: workshop.joinCode, profession: 'visitingNurse', table: 2 };
	return visitor.send('POST', '/api/join', { ...body, ...changes });
}

async function me(visitor: Visitor): Promise<Record<string, unknown>> {
	return (await visitor.send('GET', '/api/me')).json();
}

test('a code says where it leads before anybody joins', async () => {
	const visitor = driven.visitor();
	for (const [code, role] of [
		[workshop.joinCode, 'participant'],
		[workshop.facilitatorCode, 'facilitator'],
		[workshop.viewerCode, 'viewer']
	] as const)
		expect((await visitor.send('GET', `/api/join/${code}`)).json()).toEqual({
			name: '研修',
			scene: 'daily',
			sceneLabel: { ja: '日常療養支援', en: 'Everyday care' },
			tables: 2,
			state: 'preparing',
			role
		});
	expect(visitor.cookies.size).toBe(0);
});

test('joining with a profession and a table opens that board and no other', async () => {
	const nurse = driven.visitor();
	const response = await join(nurse);
	const board = workshop.boards[1]!;
	expect(response.json()).toEqual({ boardId: board.id });
	expect(response.headers['set-cookie']).toMatch(/HttpOnly/);
	expect(response.headers['set-cookie']).toMatch(/SameSite=Lax/);
	const access = await nurse.send('GET', `/api/boards/${board.id}`);
	expect(access.json()).toMatchObject({
		id: board.id,
		epoch: 1,
		role: 'participant',
		profession: 'visitingNurse',
		table: 2,
		workshopName: '研修',
		joinCode: null
	});
	expect(access.json().participant).toBe((await me(nurse))['participant']);
	const other = await nurse.send('GET', `/api/boards/${workshop.boards[0]!.id}`);
	expect(other.json()).toMatchObject({ status: 403, code: 'forbidden' });
	const stranger = await driven.visitor().send('GET', `/api/boards/${board.id}`);
	expect(stranger.json()).toMatchObject({ status: 401, code: 'notSignedIn' });
	const nowhere = await nurse.send('GET', '/api/boards/nowhere');
	expect(nowhere.json()).toMatchObject({ status: 404, code: 'notFound' });
});

test('the first participant opens the workshop', async () => {
	await join(driven.visitor(), { code: workshop.viewerCode });
	const state = async () => (await driven.storage.catalogue.getWorkshop(workshop.id))?.state;
	expect(await state()).toBe('preparing');
	await join(driven.visitor());
	expect(await state()).toBe('open');
	const again = await staff.send('GET', `/api/workshops/${workshop.id}`);
	expect(again.json()).toMatchObject({ state: 'open', peopleCount: 2 });
});

test('each code gives its role; only a participant may be the recorder', async () => {
	const { joinCode, facilitatorCode, viewerCode } = workshop;
	for (const [code, asRecorder, role] of [
		[joinCode, false, 'participant'],
		[joinCode, true, 'recorder'],
		[facilitatorCode, true, 'facilitator'],
		[viewerCode, true, 'viewer']
	] as const) {
		const visitor = driven.visitor();
		await join(visitor, { code, asRecorder });
		expect(await me(visitor)).toMatchObject({ role, workshopId: workshop.id, table: 2 });
		const otherTable = await visitor.send('GET', `/api/boards/${workshop.boards[0]!.id}`);
		const shown = {
			facilitator: joinCode,
			viewer: null,
			participant: undefined,
			recorder: undefined
		};
		expect(otherTable.json().joinCode).toBe(shown[role]);
		expect(otherTable.statusCode).toBe(shown[role] === undefined ? 403 : 200);
	}
});

test('joining again from the same browser is the same person, at another table perhaps', async () => {
	const nurse = driven.visitor();
	await join(nurse);
	const first = await me(nurse);
	await join(nurse);
	expect(driven.notices).toEqual([]);
	await join(nurse, { table: 1, asRecorder: true });
	const second = await me(nurse);
	expect(second).toMatchObject({
		participant: first['participant'],
		role: 'recorder',
		table: 1,
		boardId: workshop.boards[0]!.id
	});
	expect(driven.notices).toEqual([
		{
			participantId: first['participant'],
			workshopId: workshop.id,
			boardId: null,
			reason: 'changed'
		}
	]);
});

test('one browser keeps its places in several workshops', async () => {
	const nurse = driven.visitor();
	await join(nurse);
	const other = await create('key2');
	const joined = await join(nurse, { code: other.joinCode, profession: 'pharmacist', table: 1 });
	expect(await me(nurse)).toMatchObject({ workshopId: other.id, profession: 'pharmacist' });
	const first = await nurse.send('GET', `/api/boards/${workshop.boards[1]!.id}`);
	expect(first.json()).toMatchObject({ profession: 'visitingNurse', workshopId: workshop.id });
	const second = await nurse.send('GET', `/api/boards/${joined.json().boardId}`);
	expect(second.json()).toMatchObject({ profession: 'pharmacist', workshopId: other.id });
});

test('staff open every board as staff, with the code to show', async () => {
	const access = await staff.send('GET', `/api/boards/${workshop.boards[0]!.id}`);
	expect(access.json()).toMatchObject({ role: 'staff', table: 1, joinCode: workshop.joinCode });
});

test('a wrong code, a code that is none, a table that is not there', async () => {
	const visitor = driven.visitor();
	const unused = ['000000', '111111', '222222', '333333'].find(
		(code) => !Object.values(workshop).includes(code)
	);
	expect((await join(visitor, { code: unused })).json()).toMatchObject({
		status: 404,
		code: 'codeUnknown',
		detail: '番号が違うようです。担当の人に確認してください。'
	});
	expect((await visitor.send('GET', '/api/join/12ab')).json()).toMatchObject({
		status: 404,
		code: 'codeUnknown'
	});
	expect((await join(visitor, { table: 3 })).json()).toMatchObject({
		status: 404,
		code: 'tableUnknown'
	});
	expect((await join(visitor, { profession: 'wizard' })).json()).toMatchObject({
		status: 400,
		code: 'badRequest'
	});
	expect(visitor.cookies.size).toBe(0);
});

test('the code of a closed workshop says that it is over', async () => {
	await staff.send('PATCH', `/api/workshops/${workshop.id}`, { state: 'closed' });
	for (let person = 0; person < 20; person += 1)
		for (const response of [
			await join(driven.visitor()),
			await driven.visitor().send('GET', `/api/join/${workshop.joinCode}`)
		])
			expect(response.json()).toMatchObject({ status: 410, code: 'workshopClosed' });
});

test('guessing codes is stopped for a minute, joining rightly never is', async () => {
	for (let person = 0; person < 20; person += 1)
		expect((await join(driven.visitor())).statusCode).toBe(200);
	const guesser = driven.visitor();
	for (let guess = 0; guess < 10; guess += 1) {
		const response = await guesser.send('GET', `/api/join/99999${guess}`);
		expect(response.json().code).toBe('codeUnknown');
	}
	const locked = await join(guesser);
	expect(locked.json()).toMatchObject({ status: 429, code: 'tooManyGuesses' });
	expect(locked.headers['retry-after']).toBe('60');
	driven.clock.now += 60_001;
	expect((await join(guesser)).statusCode).toBe(200);
});

test('guesses sent all at once are not better than one after another', async () => {
	const guesser = driven.visitor();
	const wrong = Array.from({ length: 10 }, (_, guess) => `99999${guess}`);
	const responses = await Promise.all(
		[...wrong, workshop.joinCode].map((code) => guesser.send('GET', `/api/join/${code}`))
	);
	expect(responses.at(-1)?.json()).toMatchObject({ code: 'tooManyGuesses' });
});

test('join codes and places never reach the log', async () => {
	const nurse = driven.visitor();
	await nurse.send('GET', `/api/join/${workshop.joinCode}`);
	await join(nurse);
	await join(nurse, { code: '123456' });
	expect(driven.logged()).toContain('/api/join/:code');
	for (const secret of [workshop.joinCode, '123456', nurse.cookies.get('renkei_people')!])
		expect(driven.logged()).not.toContain(secret);
});
