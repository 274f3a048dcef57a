import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as encoding from 'lib0/encoding';
import { addCard } from '@renkei/shared/document/commands/card-commands.ts';
import type { Profession } from '@renkei/shared/method/professions.ts';
import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import { messageTypes } from '@renkei/shared/protocol/messages.ts';
import type { LedTables, Wall, WallTable } from '@renkei/shared/protocol/wall-api.ts';
import { serverNowHeader } from '@renkei/shared/protocol/wall-api.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { DrivenApp, Visitor } from '../app-driver.ts';
import { driveApp } from '../app-driver.ts';
import { openSqliteStorage } from '../storage/sqlite.ts';

let directory: string;
let driven: DrivenApp;
let staff: Visitor;
let workshop: Workshop;
let port: number;
/** How far the server's clock is ahead of ours. */
let laterMs = 0;
const ends: (() => void)[] = [];

beforeEach(async () => {
	laterMs = 0;
	directory = mkdtempSync(join(tmpdir(), 'renkei-wall-'));
	const storage = await openSqliteStorage({ directory });
	driven = await driveApp({}, { storage, now: () => Date.now() + laterMs });
	await driven.app.listen({ host: '127.0.0.1', port: 0 });
	port = (driven.app.server.address() as AddressInfo).port;
	staff = await driven.staff();
	workshop = await create('key1', { scene: 'endOfLife', tables: 3, start: 'i-city-mitori' });
});
afterEach(async () => {
	for (const end of ends.splice(0)) end();
	await driven.close();
	rmSync(directory, { recursive: true });
});

async function create(key: string, changes: object): Promise<Workshop> {
	const body = { key, name: '多職種研修', scene: 'daily', tables: 1, start: 'blank', ...changes };
	return (await staff.send('POST', '/api/workshops', body)).json();
}

const boardId = (table: number): string => workshop.boards[table - 1]!.id;
const wallUrl = (): string => `/api/workshops/${workshop.id}/wall`;
const look = async (): Promise<Wall> => (await staff.send('GET', wallUrl())).json();
const lookAt = async (table: number): Promise<WallTable> => (await look()).tables[table - 1]!;

async function sitDown(
	profession: Profession,
	table: number,
	code = workshop.joinCode
): Promise<Visitor> {
	const visitor = driven.visitor();
	const response = await visitor.send('POST', '/api/join', { code, profession, table });
	expect(response.statusCode).toBe(200);
	return visitor;
}

const cookieOf = ({ cookies }: Visitor): string =>
	[...cookies].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ');

/** Opens a board as this browser does, to write on it. */
function open(visitor: Visitor, table: number): WebsocketProvider {
	class SignedInSocket extends WebSocket {
		constructor(address: string | URL, protocols?: string | string[]) {
			super(address, protocols, { headers: { cookie: cookieOf(visitor) } });
		}
	}
	const provider = new WebsocketProvider(
		`ws://127.0.0.1:${port}/sync`,
		`${boardId(table)}.1`,
		new Y.Doc(),
		{ disableBc: true, WebSocketPolyfill: SignedInSocket as unknown as typeof globalThis.WebSocket }
	);
	for (const type of [100, 101, 102, 103, 104, 105]) provider.messageHandlers[type] ??= () => {};
	ends.push(() => provider.destroy());
	return provider;
}

test('a table is told in counts: zones, steps, hints, and no word but the theme', async () => {
	const response = await staff.send('GET', wallUrl());
	const { tables, ...head }: Wall = response.json();
	expect(head).toEqual({
		workshopId: workshop.id,
		name: '多職種研修',
		state: 'preparing',
		joinCode: workshop.joinCode
	});
	expect(tables.map(({ table }) => table)).toEqual([1, 2, 3]);
	// 手引き 看取りの例, counted by hand on its sheet.
	expect(tables[0]).toMatchObject({
		boardId: boardId(1),
		sceneLabel: { ja: '看取り' },
		theme: '本人の意向に沿えずに、家族が入院を選ぶことがある',
		kind: 'full',
		people: [],
		lostSince: null,
		changedAt: null,
		led: { timer: { status: 'idle' } }
	});
	const summary = (await staff.send('GET', `/api/workshops/${workshop.id}`)).json();
	const { cardCount, hintCount, progress } = summary.boards[0];
	expect(tables[0]).toMatchObject({ hintCount, progress });
	const zones = tables[0]!.zones;
	expect(zones.map(({ zone }) => zone)).toEqual([
		'themeVision',
		'fact',
		'cause',
		'rootCause',
		'measure',
		'outcome',
		'indicatorSource'
	]);
	const runs = zones.flatMap(({ cards }) => cards);
	expect(runs.reduce((sum, { count }) => sum + count, 0)).toBe(cardCount);
	const whole = (await staff.send('GET', `/api/boards/${boardId(1)}/snapshot`)).json();
	const others = whole.cards.filter(({ text }: { text: string }) => text !== tables[0]!.theme);
	expect(others.length).toBeGreaterThan(20);
	for (const { text } of others) expect(response.body).not.toContain(text.slice(0, 8));
});

test('what is written is seen at the next look, with the moment it was written', async () => {
	workshop = await create('key2', { tables: 2 });
	expect(await lookAt(1)).toMatchObject({ theme: '', step: 'vision', changedAt: null });
	const physician = await sitDown('physician', 1);
	const { participant } = (await physician.send('GET', '/api/me')).json();
	const { doc } = open(physician, 1);
	const author = { participant, profession: 'physician', now: 1000 } as const;
	const before = Date.now();
	addCard(doc, { type: 'theme', text: '退院の調整' }, author);
	for (let count = 0; count < 3; count++) addCard(doc, { type: 'cause', text: '…' }, author);
	await vi.waitFor(async () => {
		const { zones, theme, step, stepLabel, changedAt } = await lookAt(1);
		expect(zones[0]!.cards).toEqual([{ type: 'theme', count: 1 }]);
		expect(zones[2]!.cards).toEqual([{ type: 'cause', count: 3 }]);
		expect({ theme, step, stepLabel }).toEqual({
			theme: '退院の調整',
			step: 'cause',
			stepLabel: { ja: '原因', en: 'Causes' }
		});
		expect(changedAt).toBeGreaterThanOrEqual(before);
	});
	expect((await lookAt(2)).zones.flatMap(({ cards }) => cards)).toEqual([]);
});

test('people count where they sit, each once, and not who only looks in', async () => {
	const nurse = await sitDown('visitingNurse', 2);
	open(nurse, 2);
	open(nurse, 2);
	open(await sitDown('physician', 2), 2);
	open(await sitDown('physician', 2), 2);
	open(await sitDown('dentist', 2, workshop.viewerCode), 2);
	// A facilitator of the first table, and staff, look in at the second.
	open(await sitDown('publicHealthNurse', 1, workshop.facilitatorCode), 2);
	open(staff, 2);
	await vi.waitFor(async () =>
		expect((await lookAt(2)).people).toEqual([
			{ profession: 'physician', count: 2 },
			{ profession: 'visitingNurse', count: 1 }
		])
	);
	expect((await lookAt(1)).people).toEqual([]);
});

test('a table that loses everybody is lost after a moment and found again; one that closed is not', async () => {
	const nurse = await sitDown('visitingNurse', 1);
	const pharmacist = await sitDown('pharmacist', 1);
	const seats = [open(nurse, 1), open(pharmacist, 1)];
	await vi.waitFor(async () => expect((await lookAt(1)).people).toHaveLength(2));
	const left = Date.now();
	for (const seat of seats) seat.destroy();
	await vi.waitFor(async () => expect((await lookAt(1)).people).toEqual([]));
	// Somebody who loads the page again is not lost.
	expect((await lookAt(1)).lostSince).toBeNull();
	laterMs = 6000;
	const { lostSince } = await lookAt(1);
	expect(lostSince).toBeGreaterThanOrEqual(left);
	expect(lostSince).toBeLessThanOrEqual(Date.now());
	expect((await look()).tables.map((table) => table.lostSince)).toEqual([lostSince, null, null]);
	open(nurse, 1);
	await vi.waitFor(async () => expect((await lookAt(1)).lostSince).toBeNull());
	ends.splice(0).forEach((end) => end());
	await vi.waitFor(async () => expect((await lookAt(1)).lostSince).not.toBeNull());
	await staff.send('PATCH', `/api/workshops/${workshop.id}`, { state: 'closed' });
	expect((await lookAt(1)).lostSince).toBeNull();
});

test('nothing new is said in no words, and the clock all the same', async () => {
	const first = await staff.send('GET', wallUrl());
	const etag = first.headers['etag'] as string;
	expect(etag).toMatch(/^W\//);
	laterMs = 3000;
	const before = Date.now() + laterMs;
	const again = await staff.send('GET', wallUrl(), undefined, { 'if-none-match': etag });
	expect([again.statusCode, again.body]).toEqual([304, '']);
	expect(Number(again.headers[serverNowHeader])).toBeGreaterThanOrEqual(before);
	const { doc } = open(staff, 3);
	addCard(doc, { type: 'note', text: 'x' }, { participant: 'p', profession: null, now: 1000 });
	await vi.waitFor(async () => {
		const next = await staff.send('GET', wallUrl(), undefined, { 'if-none-match': etag });
		expect(next.statusCode).toBe(200);
		expect(next.headers['etag']).not.toBe(etag);
	});
});

const leadUrl = (): string => `/api/workshops/${workshop.id}/lead`;
const start = { aid: 'timer', command: { do: 'start', durationMs: 300_000, label: '原因' } };

async function lead(who: Visitor, body: object): Promise<LedTables['tables'][number]['refused'][]> {
	const response = await who.send('POST', leadUrl(), body);
	expect(response.statusCode).toBe(200);
	return (response.json() as LedTables).tables.map(({ refused }) => refused);
}

test('one command is done at all tables or at some, and each says what became of it', async () => {
	const facilitator = await sitDown('publicHealthNurse', 1, workshop.facilitatorCode);
	expect(await lead(facilitator, { ...start, boards: [boardId(2)] })).toEqual([null]);
	expect(await lead(facilitator, { ...start, boards: 'all' })).toEqual([null, 'notNow', null]);
	const more = { aid: 'timer', command: { do: 'addMinute' } };
	expect(await lead(staff, { ...more, boards: 'all' })).toEqual([null, null, null]);
	const timers = (await look()).tables.map(({ led }) => led['timer']);
	for (const timer of timers)
		expect(timer).toMatchObject({ status: 'running', durationMs: 360_000, label: '原因' });
	expect(await lead(staff, { aid: 'nothing', command: {}, boards: 'all' })).toEqual(
		Array(3).fill('malformed')
	);
	await staff.send('PATCH', `/api/workshops/${workshop.id}`, { state: 'closed' });
	expect(await lead(staff, { ...more, boards: 'all' })).toEqual(Array(3).fill('boardClosed'));
});

/** Asks for something over the wire, as the page of a board does. */
function askAt({ ws }: WebsocketProvider, aid: string, command: object): void {
	ws?.send(
		encoding.encode((encoder) => {
			encoding.writeVarUint(encoder, messageTypes.lead);
			encoding.writeVarString(encoder, JSON.stringify({ request: 1, aid, command }));
		})
	);
}

test('hands and words to all are told, and not a word of what was sent to those who lead', async () => {
	const nurse = open(await sitDown('visitingNurse', 2), 2);
	await vi.waitFor(() => expect(nurse.synced).toBe(true));
	const inbox = { aid: 'writing', command: { do: 'takeInbox', isOn: true } };
	expect(await lead(staff, { ...inbox, boards: 'all' })).toEqual([null, null, null]);
	const text = '夜に呼べる人がいない';
	askAt(nurse, 'writing', { do: 'send', id: 'idea1', type: 'cause', text, of: null });
	askAt(nurse, 'hands', { do: 'raise' });
	const notice = { aid: 'notice', command: { do: 'tell', text: 'あと5分です' } };
	expect(await lead(staff, { ...notice, boards: [boardId(2)] })).toEqual([null]);
	await vi.waitFor(async () => {
		const stored = await driven.storage.facilitation.read(boardId(2));
		expect(stored?.state).toContain(text);
		const { led } = await lookAt(2);
		expect(led).toMatchObject({
			hands: { count: 1, since: expect.any(Number), raised: null },
			notice: { told: { text: 'あと5分です' } }
		});
	});
	const { body } = await staff.send('GET', wallUrl());
	expect(body).not.toContain(text);
});

test('only who leads this workshop sees its wall and leads its tables', async () => {
	const other = await create('key3', { tables: 1 });
	const facilitator = await sitDown('publicHealthNurse', 1, workshop.facilitatorCode);
	const outsider = driven.visitor();
	await outsider.send('POST', '/api/join', {
		code: other.facilitatorCode,
		profession: 'physician',
		table: 1
	});
	const body = { ...start, boards: 'all' };
	for (const [who, status] of [
		[driven.visitor(), 401],
		[await sitDown('physician', 1), 403],
		[await sitDown('physician', 1, workshop.viewerCode), 403],
		[outsider, 403],
		[facilitator, 200],
		[staff, 200]
	] as const) {
		expect((await who.send('GET', wallUrl())).statusCode).toBe(status);
		expect((await who.send('POST', leadUrl(), body)).statusCode).toBe(status);
	}
	const [foreign] = other.boards;
	const reach = await facilitator.send('POST', leadUrl(), {
		...start,
		boards: [boardId(1), foreign!.id]
	});
	expect(reach.json()).toMatchObject({ status: 404, code: 'notFound' });
	expect(await driven.storage.facilitation.read(foreign!.id)).toBeNull();
	const unknown = await staff.send('GET', '/api/workshops/nothing/wall');
	expect(unknown.json()).toMatchObject({ status: 404, code: 'notFound' });
});
