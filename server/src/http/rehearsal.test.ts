import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { closeCodes } from '@renkei/shared/protocol/close-codes.ts';
import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DrivenApp } from '../app-driver.ts';
import { driveApp, Visitor } from '../app-driver.ts';
import { drawPhoto } from '../photos/photos.driver.ts';
import { storages } from '../storage/index.ts';
import type { LiveBoard } from '../sync/live-board.driver.ts';
import { openLive } from '../sync/live-board.driver.ts';

const secret = 'りはーさるのひみつ';
/** What the product promises. */
const withinMs = 5000;

let folder: string;
let driven: DrivenApp;
let staff: Visitor;
let workshop: Workshop;
let board: string;
const lives: LiveBoard[] = [];
beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'renkei-rehearsal-'));
	driven = await start();
	staff = await driven.staff();
	workshop = await create('key1');
	board = workshop.boards[0]!.id;
});
afterEach(async () => {
	for (const live of lives.splice(0)) live.leave();
	await driven.close();
	rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<DrivenApp> {
	const app = await driveApp({}, { storage: await storages.sqlite({ directory: folder }) });
	await app.app.listen({ host: '127.0.0.1', port: 0 });
	return app;
}

async function create(key: string): Promise<Workshop> {
	const body = { key, name: '研修', scene: 'endOfLife', tables: 2, start: 'i-city-mitori' };
	return (await staff.send('POST', '/api/workshops', body)).json();
}

async function sitDown(changes: object = {}): Promise<{ visitor: Visitor; id: string }> {
	const visitor = driven.visitor();
	const body = { code: workshop.joinCode, profession: 'pharmacist', table: 1, ...changes };
	expect((await visitor.send('POST', '/api/join', body)).statusCode).toBe(200);
	return { visitor, id: (await visitor.send('GET', '/api/me')).json().participant };
}

function open(visitor: Visitor, epoch = 1): LiveBoard {
	const live = openLive(driven, visitor, board, epoch);
	lives.push(live);
	return live;
}

/** The same browser after the server was started anew. */
function again(visitor: Visitor): Visitor {
	const same = new Visitor(driven.app);
	for (const [name, value] of visitor.cookies) same.cookies.set(name, value);
	return same;
}

const rehearsal = () => `/api/workshops/${workshop.id}/rehearsal`;
const readWorkshop = async () => (await staff.send('GET', `/api/workshops/${workshop.id}`)).json();
const readBoard = async () => (await staff.send('GET', `/api/boards/${board}/snapshot`)).json();

async function addPhoto(visitor: Visitor, kind: 'png' | 'jpeg'): Promise<string> {
	const photo = Buffer.concat([
		Buffer.from('--cut\r\ncontent-disposition: form-data; name="file"; filename="file"\r\n\r\n'),
		await drawPhoto(kind),
		Buffer.from('\r\n--cut--\r\n')
	]);
	const headers = { 'content-type': 'multipart/form-data; boundary=cut' };
	return (await visitor.send('POST', `/api/boards/${board}/photos`, photo, headers)).json().id;
}

/** Every value of every table, as bytes, with the table it stands in. */
function everything(): { readonly table: string; readonly bytes: Buffer }[] {
	const database = new DatabaseSync(join(folder, 'renkei.sqlite'), { readOnly: true });
	try {
		const tables = database
			.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
			.all()
			.map(({ name }) => String(name));
		return tables.flatMap((table) =>
			database
				.prepare(`SELECT * FROM "${table}"`)
				.all()
				.flatMap((row) =>
					Object.values(row).map((value) => ({
						table,
						bytes: value instanceof Uint8Array ? Buffer.from(value) : Buffer.from(String(value))
					}))
				)
		);
	} finally {
		database.close();
	}
}

const tablesWith = (word: string): string[] => [
	...new Set(everything().flatMap(({ table, bytes }) => (bytes.includes(word) ? [table] : [])))
];

test('everything done in a rehearsal is gone from every table, across a restart', async () => {
	const lead = await sitDown({ code: workshop.facilitatorCode, profession: 'coordinator' });
	const kept = await addPhoto(lead.visitor, 'png');
	const before = { board: await readBoard(), workshop: await readWorkshop() };

	expect((await lead.visitor.send('POST', rehearsal())).json()).toEqual({ ok: true });
	const access = await lead.visitor.send('GET', `/api/boards/${board}`);
	expect(access.json()).toMatchObject({ isRehearsal: true, state: 'preparing' });

	const guest = await sitDown();
	await vi.waitFor(async () => expect(await readWorkshop()).toMatchObject({ state: 'preparing' }));
	const line = open(guest.visitor);
	await vi.waitFor(() => expect(line.isSynced()).toBe(true));
	line.write(secret, guest.id);
	await vi.waitFor(async () => expect(JSON.stringify(await readBoard())).toContain(secret));
	const photo = await addPhoto(guest.visitor, 'jpeg');
	await staff.send('DELETE', `/api/boards/${board}/photos/${kept}`);
	await guest.visitor.send('POST', `/api/workshops/${workshop.id}/transfer-code`);
	const told = { key: 'told-in-rehearsal', format: 'pdf', sheet: 'worksheet', agoMs: 0 };
	await guest.visitor.send('POST', `/api/boards/${board}/exports`, told);
	const next = { key: 'next1', take: 'themeAndVision' };
	const made = (await lead.visitor.send('POST', `/api/boards/${board}/next`, next)).json();
	await driven.storage.facilitation.replace(board, 0, JSON.stringify({ words: secret }));
	const role = `/api/boards/${board}/people/${guest.id}/role`;
	expect((await lead.visitor.send('POST', role, { role: 'facilitator' })).statusCode).toBe(200);
	// What lists and searches remember of it.
	await staff.send('GET', '/api/workshops');
	await staff.send('POST', '/api/library/search', { words: secret });
	const traces = [secret, guest.id, photo, made.boardId, 'told-in-rehearsal'];
	const found = () => traces.filter((trace) => tablesWith(trace).length > 0);
	expect(found()).toEqual(traces);

	line.leave();
	await driven.close();
	driven = await start();
	staff = again(staff);
	expect(await readWorkshop()).toMatchObject({ isRehearsal: true });
	const back = open(again(guest.visitor));
	const leading = open(again(lead.visitor));
	await vi.waitFor(() => expect(back.isSynced() && leading.isSynced()).toBe(true));

	const from = performance.now();
	expect((await staff.send('DELETE', rehearsal())).json()).toEqual({ ok: true });
	await vi.waitFor(() => expect(back.closed()).toContain(closeCodes.forbidden), withinMs);
	await vi.waitFor(() => expect(leading.closed()).toContain(closeCodes.epochReplaced), withinMs);
	expect(performance.now() - from).toBeLessThan(withinMs);

	expect(await readBoard()).toEqual(before.board);
	expect(await readWorkshop()).toEqual(before.workshop);
	expect((await again(guest.visitor).send('GET', '/api/me')).statusCode).toBe(401);
	const photos = await staff.send('GET', `/api/boards/${board}/photos`);
	expect(photos.json().photos.map(({ id }: { id: string }) => id)).toEqual([kept]);
	const anew = open(again(lead.visitor), 2);
	await vi.waitFor(() => expect(anew.isSynced()).toBe(true));
	expect(found()).toEqual([]);
	const noted = await driven.storage.catalogue.listAudit({ workshopId: workshop.id, limit: 9 });
	expect(noted.map(({ what }) => what)).toEqual([
		'rehearsal-ended',
		'rehearsal-started',
		'photo-added',
		'workshop-created'
	]);
});

test('who has a board open hears of the beginning, and the end may be pressed twice', async () => {
	const lead = await sitDown({ code: workshop.facilitatorCode });
	const line = open(lead.visitor);
	await vi.waitFor(() => expect(line.roles()).toEqual(['facilitator']));
	await Promise.all([staff.send('POST', rehearsal()), lead.visitor.send('POST', rehearsal())]);
	await vi.waitFor(() => expect(line.roles().length).toBeGreaterThan(1), withinMs);
	expect(line.closed()).toEqual([]);
	const answers = await Promise.all([
		staff.send('DELETE', rehearsal()),
		lead.visitor.send('DELETE', rehearsal())
	]);
	expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
	expect((await driven.storage.catalogue.getBoard(board))?.epoch).toBe(2);
});

test('only a prepared workshop is rehearsed, and not begun or closed meanwhile', async () => {
	const url = `/api/workshops/${workshop.id}`;
	await staff.send('POST', rehearsal());
	for (const state of ['open', 'closed'])
		expect((await staff.send('PATCH', url, { state })).json()).toMatchObject({
			status: 409,
			code: 'rehearsing'
		});
	expect((await staff.send('PATCH', url, { name: '新しい名前' })).statusCode).toBe(200);
	await staff.send('DELETE', rehearsal());
	expect(await readWorkshop()).toMatchObject({ name: '新しい名前', state: 'preparing' });
	await staff.send('PATCH', url, { state: 'open' });
	expect((await staff.send('POST', rehearsal())).json()).toMatchObject({ code: 'rehearsalNotNow' });
	const none = await staff.send('POST', '/api/workshops/none/rehearsal');
	expect(none.json()).toMatchObject({ code: 'notFound' });
});

test('only who leads this workshop rehearses it', async () => {
	const nurse = await sitDown();
	const body = { key: 'key2', name: '別', scene: 'daily', tables: 1, start: 'blank' };
	const other: Workshop = (await staff.send('POST', '/api/workshops', body)).json();
	const lead = await sitDown({ code: other.facilitatorCode });
	for (const method of ['POST', 'DELETE'] as const) {
		for (const { visitor } of [nurse, lead])
			expect((await visitor.send(method, rehearsal())).json().code).toBe('forbidden');
		expect((await driven.visitor().send(method, rehearsal())).json().code).toBe('notSignedIn');
	}
	expect(await readWorkshop()).toMatchObject({ isRehearsal: false });
});

test('a workshop deleted in its rehearsal leaves nothing of it behind', async () => {
	const { visitor, id } = await sitDown({ code: workshop.facilitatorCode });
	await staff.send('POST', rehearsal());
	const line = open(visitor);
	await vi.waitFor(() => expect(line.isSynced()).toBe(true));
	line.write(secret, id);
	await vi.waitFor(async () => expect(JSON.stringify(await readBoard())).toContain(secret));
	await staff.send('DELETE', `/api/workshops/${workshop.id}`);
	await vi.waitFor(() => expect(line.closed()).toContain(closeCodes.boardGone));
	expect(tablesWith(secret)).toEqual([]);
	expect(everything().filter(({ table }) => table.startsWith('rehearsal_'))).toEqual([]);
});
