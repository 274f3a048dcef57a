import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { partOf } from '@renkei/shared/facilitation/part-kinds.ts';
import type { Profession } from '@renkei/shared/method/professions.ts';
import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import type { Desk, SentIdea } from '@renkei/shared/protocol/ideas-api.ts';
import { deskClockHeader, ideaLimits } from '@renkei/shared/protocol/ideas-api.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { DrivenApp, Visitor } from '../app-driver.ts';
import { driveApp } from '../app-driver.ts';
import { openSqliteStorage } from '../storage/sqlite.ts';

let directory: string;
let driven: DrivenApp;
let staff: Visitor;
let workshop: Workshop;
let nurse: Visitor;
/** Of the part that runs. */
let since: number | null;

async function start(): Promise<void> {
	const storage = await openSqliteStorage({ directory });
	driven = await driveApp({}, { storage, now: () => Date.now() });
	staff = await driven.staff();
}

beforeAll(async () => {
	directory = mkdtempSync(join(tmpdir(), 'renkei-ideas-'));
	await start();
});
afterAll(async () => {
	await driven.close();
	rmSync(directory, { recursive: true });
});

let workshops = 0;
beforeEach(async () => {
	const key = `key${(workshops += 1)}`;
	const body = { key, name: '研修', scene: 'endOfLife', tables: 2, start: 'blank' };
	workshop = (await staff.send('POST', '/api/workshops', body)).json();
	since = null;
	nurse = await sitDown('visitingNurse', 1);
});

async function sitDown(
	profession: Profession,
	table: number,
	code = workshop.joinCode
): Promise<Visitor> {
	const visitor = driven.visitor();
	const body = { code, profession, table };
	expect((await visitor.send('POST', '/api/join', body)).statusCode).toBe(200);
	return visitor;
}

const boardId = (): string => workshop.boards[0]!.id;
const url = (rest: string): string => `/api/boards/${boardId()}/${rest}`;
const deskOf = async (visitor: Visitor): Promise<Desk> =>
	(await visitor.send('GET', url('desk'))).json();
const textsOf = ({ cards }: Desk): string[] => cards.map(({ text, place }) => `${place} ${text}`);

async function lead(aid: string, command: object, by = staff): Promise<string | null> {
	const response = await by.send('POST', url('lead'), { aid, command });
	expect(response.statusCode).toBe(200);
	return response.json().refused;
}

async function send(by: Visitor, key: string, changes: Partial<SentIdea> = {}): Promise<unknown> {
	const of = changes.of === undefined ? (await deskOf(by)).of : changes.of;
	const body = { key, type: 'cause', text: `考え ${key}`, ...changes, of };
	const response = await by.send('POST', url('ideas'), body);
	return response.statusCode === 200 ? response.json().refused : response.json().code;
}

async function boardTexts(): Promise<string[]> {
	const { cards } = (await staff.send('GET', url('snapshot'))).json();
	return cards.map(({ text }: { text: string }) => text);
}

const alone = partOf('alone', 'cause', { id: 'alone', title: '原因をひとりで', minutes: 5 });
async function begin(phase: object): Promise<void> {
	expect(await lead('phases', { do: 'begin', phase, since })).toBeNull();
	since = (await deskOf(nurse)).readiness?.of ?? null;
}

test('an idea sent twice is on the board once, and its author sees that it is out', async () => {
	expect(await send(nurse, 'one')).toBeNull();
	expect(await send(nurse, 'one')).toBeNull();
	expect(await send(nurse, 'two', { type: 'note', text: '  二つめ\n' })).toBeNull();

	expect((await boardTexts()).sort()).toEqual(['二つめ', '考え one']);
	const desk = await deskOf(nurse);
	expect(desk).toMatchObject({ table: 1, profession: 'visitingNurse', of: null, goesTo: 'board' });
	expect(textsOf(desk)).toEqual(['board 二つめ', 'board 考え one']);
	expect(textsOf(await deskOf(await sitDown('physician', 1)))).toEqual([]);
});

test('what is written unseen stays with its author until it is shown, also over a restart', async () => {
	await begin(alone);
	const doctor = await sitDown('physician', 1);
	expect(await send(nurse, 'hers')).toBeNull();
	expect(await send(nurse, 'hers')).toBeNull();

	const desk = await deskOf(nurse);
	expect(desk).toMatchObject({ goesTo: 'private', asked: { step: 'cause', stepNumber: 4 } });
	expect(desk.asked.question.ja).toBe(
		'こうした現状・課題を生じさせている原因として何が考えられるか？'
	);
	expect(desk.types.map(({ type, mark }) => `${mark} ${type}`)).toEqual(['因 cause', 'メ note']);
	expect(textsOf(desk)).toEqual(['private 考え hers']);
	for (const other of [doctor, staff])
		expect((await other.send('GET', url('desk'))).body).not.toContain('hers');
	expect(await boardTexts()).toEqual([]);

	await driven.close();
	await start();
	const back = driven.visitor();
	for (const [name, value] of nurse.cookies) back.cookies.set(name, value);
	nurse = back;
	expect(textsOf(await deskOf(nurse))).toEqual(['private 考え hers']);
	const changed = await nurse.send('PATCH', url('ideas/hers'), { type: 'note', text: '直した' });
	expect(changed.json()).toEqual({ refused: null });
	const reveal = { do: 'reveal', of: null, handle: null, order: 'random' };
	expect(await lead('writing', reveal)).toBeNull();
	expect(await boardTexts()).toEqual(['直した']);
	expect(textsOf(await deskOf(nurse))).toEqual(['board 直した']);
	const late = await nurse.send('DELETE', url('ideas/hers'));
	expect(late.json()).toEqual({ refused: 'notNow' });
});

test('nobody changes or takes back what somebody else wrote', async () => {
	await begin(alone);
	const doctor = await sitDown('physician', 1);
	await send(nurse, 'hers');
	const words = { type: 'cause', text: '書きかえ' };
	expect((await doctor.send('PATCH', url('ideas/hers'), words)).json().refused).toBe('notNow');
	expect((await doctor.send('DELETE', url('ideas/hers'))).json().refused).toBe('notNow');
	expect(textsOf(await deskOf(nurse))).toEqual(['private 考え hers']);
	expect((await nurse.send('DELETE', url('ideas/hers'))).json()).toEqual({ refused: null });
	expect(textsOf(await deskOf(nurse))).toEqual([]);
});

test('ideas wait for who leads when that is set, and the author is told so', async () => {
	expect(await lead('writing', { do: 'takeInbox', isOn: true })).toBeNull();
	await send(nurse, 'waits');
	expect(await boardTexts()).toEqual([]);
	expect(await deskOf(nurse)).toMatchObject({ goesTo: 'inbox', cards: [{ place: 'inbox' }] });
	expect(await lead('writing', { do: 'putOut', ids: null })).toBeNull();
	expect(textsOf(await deskOf(nurse))).toEqual(['board 考え waits']);
});

test('an idea that came too late asks its author', async () => {
	await begin(alone);
	const { of } = await deskOf(nurse);
	await lead('writing', { do: 'reveal', of: null, handle: null, order: 'random' });
	expect(await send(nurse, 'late', { of })).toBeNull();
	expect(textsOf(await deskOf(nurse))).toEqual(['late 考え late']);
	expect(await boardTexts()).toEqual([]);
	expect(await lead('writing', { do: 'consent', ids: ['late'] }, nurse)).toBeNull();
	expect(await boardTexts()).toEqual(['考え late']);
});

test('what the part does not ask for is refused, and nothing is offered for it', async () => {
	await begin(partOf('listen', 'cause', { id: 'listen', title: '聞く', minutes: null }));
	const tooLong = 'あ'.repeat(ideaLimits.textLength + 1);
	expect(await send(nurse, 'long', { text: tooLong })).toBe('badRequest');
	expect((await deskOf(nurse)).types).toEqual([]);
	await begin(alone);
	expect(await send(nurse, 'no', { type: 'measure' })).toBe('notAllowed');
	expect((await deskOf(nurse)).cards).toEqual([]);
});

test('in one minute so many are taken, and then it says how long to wait', async () => {
	for (let index = 0; index < ideaLimits.perMinute; index += 1)
		expect(await send(nurse, `idea${index}`, { of: null })).toBeNull();
	const body = { key: 'onemore', type: 'cause', text: '考え', of: null };
	const refused = await nurse.send('POST', url('ideas'), body);
	expect([refused.statusCode, refused.json().code]).toEqual([429, 'tooFast']);
	expect(Number(refused.headers['retry-after'])).toBeGreaterThan(30);
	const doctor = await sitDown('physician', 1);
	expect(await send(doctor, 'his')).toBeNull();
	expect(await boardTexts()).toHaveLength(ideaLimits.perMinute + 1);
});

test('asked again, an unchanged desk is not sent again, and its clock always is', async () => {
	const first = await nurse.send('GET', url('desk'));
	const etag = String(first.headers['etag']);
	const again = await nurse.send('GET', url('desk'), undefined, { 'if-none-match': etag });
	expect([again.statusCode, again.body]).toEqual([304, '']);
	expect(Number(again.headers[deskClockHeader])).toBeGreaterThan(Date.now() - 60_000);
	await lead('timer', { do: 'start', durationMs: 60_000, label: '' });
	const news = await nurse.send('GET', url('desk'), undefined, { 'if-none-match': etag });
	expect(news.json().timer).toMatchObject({ status: 'running' });
});

test('a hand and 書けました are one’s own, and leading is not for participants', async () => {
	await begin(alone);
	const { readiness } = await deskOf(nurse);
	expect(await lead('hands', { do: 'raise' }, nurse)).toBeNull();
	expect(await lead('readiness', { do: 'ready', of: readiness!.of }, nurse)).toBeNull();
	const doctor = await sitDown('physician', 1);
	expect(await deskOf(doctor)).toMatchObject({ handSince: null, readiness: { isReady: false } });
	const own = await deskOf(nurse);
	expect(own.handSince).not.toBeNull();
	expect(own.readiness?.isReady).toBe(true);
	expect(await lead('timer', { do: 'start', durationMs: 60_000, label: '' }, nurse)).toBe(
		'notAllowed'
	);
	expect(await lead('nothing', {}, nurse)).toBe('malformed');
});

test('people of another table, viewers and strangers get nowhere', async () => {
	const elsewhere = await sitDown('physician', 2);
	expect((await elsewhere.send('GET', url('desk'))).json().code).toBe('forbidden');
	const viewer = await sitDown('physician', 1, workshop.viewerCode);
	expect(await send(viewer, 'no')).toBe('notAllowed');
	expect((await driven.visitor().send('GET', url('desk'))).json().code).toBe('notSignedIn');
	await staff.send('PATCH', `/api/workshops/${workshop.id}`, { state: 'closed' });
	expect((await deskOf(nurse)).state).toBe('closed');
	expect(await send(nurse, 'over')).toBe('boardClosed');
	expect(await boardTexts()).toEqual([]);
});
