import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DrivenApp } from '../app-driver.ts';
import { driveApp, Visitor } from '../app-driver.ts';
import { storages } from '../storage/index.ts';
import type { LiveBoard } from '../sync/live-board.driver.ts';
import { openLive } from '../sync/live-board.driver.ts';

/** What the product promises. */
const withinMs = 5000;

let folder: string;
let driven: DrivenApp;
let staff: Visitor;
let workshop: Workshop;
let board: string;
const lives: LiveBoard[] = [];
beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'renkei-roles-'));
	driven = await start();
	staff = await driven.staff();
	const body = { key: 'key1', name: '研修', scene: 'daily', tables: 2, start: 'blank' };
	workshop = (await staff.send('POST', '/api/workshops', body)).json();
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

interface Person {
	readonly visitor: Visitor;
	readonly id: string;
}

async function sitDown(changes: object = {}): Promise<Person> {
	const visitor = driven.visitor();
	const body = { code: workshop.joinCode, profession: 'pharmacist', table: 1, ...changes };
	expect((await visitor.send('POST', '/api/join', body)).statusCode).toBe(200);
	return { visitor, id: (await me(visitor)).participant };
}

const lead = async () => await sitDown({ code: workshop.facilitatorCode });
const me = async (visitor: Visitor) => (await visitor.send('GET', '/api/me')).json();

const give = async (by: Visitor, to: string, role: string) =>
	(await by.send('POST', `/api/boards/${board}/people/${to}/role`, { role })).json();

test('who leads makes somebody facilitator or recorder and takes it back', async () => {
	const first = await lead();
	const nurse = await sitDown();
	for (const role of ['recorder', 'facilitator', 'participant', 'facilitator']) {
		expect(await give(first.visitor, nurse.id, role)).toEqual({ ok: true });
		expect(await me(nurse.visitor)).toMatchObject({
			role,
			participant: nurse.id,
			profession: 'pharmacist',
			table: 1
		});
	}
	// Now both lead, and the first may step back and go.
	expect(await give(nurse.visitor, first.id, 'participant')).toEqual({ ok: true });
	expect((await me(first.visitor)).role).toBe('participant');
	expect(await give(first.visitor, nurse.id, 'participant')).toMatchObject({ code: 'forbidden' });
	const noted = await driven.storage.catalogue.listAudit({
		workshopId: workshop.id,
		whatStarts: 'role-given-',
		limit: 9
	});
	expect(noted.map(({ what, participantId }) => [what, participantId])).toEqual([
		['role-given-participant', nurse.id],
		['role-given-facilitator', first.id],
		['role-given-participant', first.id],
		['role-given-facilitator', first.id],
		['role-given-recorder', first.id]
	]);
});

test('the last one who leads hands over before leaving; staff need not', async () => {
	const first = await lead();
	const nurse = await sitDown();
	expect(await give(first.visitor, first.id, 'participant')).toMatchObject({
		status: 409,
		code: 'lastFacilitator'
	});
	await give(first.visitor, nurse.id, 'facilitator');
	expect(await give(first.visitor, first.id, 'participant')).toEqual({ ok: true });
	expect(await give(staff, nurse.id, 'participant')).toEqual({ ok: true });
});

test('it counts within five seconds, and what is being written goes on', async () => {
	const first = await lead();
	const nurse = await sitDown();
	const line = openLive(driven, nurse.visitor, board);
	lives.push(line);
	await vi.waitFor(() => expect(line.roles()).toEqual(['participant']));
	await vi.waitFor(() => expect(line.isSynced()).toBe(true));
	line.write('はじめ', nurse.id);
	const from = performance.now();
	await give(first.visitor, nurse.id, 'facilitator');
	line.write('つづき', nurse.id);
	await vi.waitFor(() => expect(line.roles().at(-1)).toBe('facilitator'), withinMs);
	expect(performance.now() - from).toBeLessThan(withinMs);
	await vi.waitFor(async () => {
		const shown = (await staff.send('GET', `/api/boards/${board}/snapshot`)).json();
		expect(shown.cards.map(({ text }: { text: string }) => text).sort()).toEqual([
			'つづき',
			'はじめ'
		]);
	}, withinMs);
	expect((await driven.storage.catalogue.getBoard(board))?.epoch).toBe(1);
});

test.each(['participant', 'recorder', 'viewer'] as const)('a %s gives no roles', async (role) => {
	const code = role === 'viewer' ? workshop.viewerCode : workshop.joinCode;
	const one = await sitDown({ code, asRecorder: role === 'recorder' });
	const other = await sitDown();
	for (const to of [other.id, one.id])
		expect(await give(one.visitor, to, 'facilitator')).toMatchObject({ code: 'forbidden' });
	expect((await me(other.visitor)).role).toBe('participant');
	expect(await give(driven.visitor(), other.id, 'recorder')).toMatchObject({ code: 'notSignedIn' });
});

test('nobody gets a role through another workshop, after leaving, or when it is over', async () => {
	const first = await lead();
	const body = { key: 'key2', name: '別', scene: 'daily', tables: 1, start: 'blank' };
	const other: Workshop = (await staff.send('POST', '/api/workshops', body)).json();
	const stranger = await sitDown({ code: other.joinCode });
	expect(await give(first.visitor, stranger.id, 'recorder')).toMatchObject({ code: 'notFound' });
	const watcher = await sitDown({ code: workshop.viewerCode });
	expect(await give(first.visitor, watcher.id, 'recorder')).toMatchObject({ code: 'forbidden' });
	const [staffId] = [(await me(staff)).participant];
	expect(await give(first.visitor, staffId, 'participant')).toMatchObject({ code: 'notFound' });
	const nurse = await sitDown();
	expect(await give(first.visitor, nurse.id, 'staff')).toMatchObject({ code: 'badRequest' });
	await staff.send('DELETE', `/api/workshops/${workshop.id}/people/${nurse.id}`);
	expect(await give(first.visitor, nurse.id, 'recorder')).toMatchObject({ code: 'notFound' });
	const late = await sitDown();
	await staff.send('PATCH', `/api/workshops/${workshop.id}`, { state: 'closed' });
	expect(await give(first.visitor, late.id, 'recorder')).toMatchObject({ code: 'workshopClosed' });
});

test('a role that was given survives reload, restart, another device and the code on the wall', async () => {
	const first = await lead();
	const nurse = await sitDown({ profession: 'visitingNurse', table: 1 });
	await give(first.visitor, nurse.id, 'facilitator');
	const same = {
		role: 'facilitator',
		participant: nurse.id,
		profession: 'visitingNurse',
		table: 1
	};
	await driven.close();
	driven = await start();
	const reloaded = new Visitor(driven.app);
	for (const [name, value] of nurse.visitor.cookies) reloaded.cookies.set(name, value);
	expect(await me(reloaded)).toMatchObject(same);
	const made = await reloaded.send('POST', `/api/workshops/${workshop.id}/transfer-code`);
	const { transferCode } = made.json();
	const tablet = driven.visitor();
	await tablet.send('POST', '/api/join/transfer', { code: workshop.joinCode, transferCode });
	expect(await me(tablet)).toMatchObject(same);
	const again = { code: workshop.joinCode, profession: 'visitingNurse', table: 1 };
	await tablet.send('POST', '/api/join', again);
	expect(await me(tablet)).toMatchObject(same);
});

test('the code of facilitators makes the same person one, with profession and table as before', async () => {
	const nurse = await sitDown({ profession: 'visitingNurse', table: 2, asRecorder: true });
	const target = await nurse.visitor.send('GET', `/api/join/${workshop.facilitatorCode}`);
	expect(target.json()).toMatchObject({
		role: 'facilitator',
		here: { role: 'recorder', profession: 'visitingNurse', table: 2 }
	});
	const { profession, table } = target.json().here;
	const body = { code: workshop.facilitatorCode, profession, table };
	await nurse.visitor.send('POST', '/api/join', body);
	expect(await me(nurse.visitor)).toMatchObject({
		participant: nurse.id,
		role: 'facilitator',
		profession: 'visitingNurse',
		table: 2
	});
	const stranger = await driven.visitor().send('GET', `/api/join/${workshop.facilitatorCode}`);
	expect(stranger.json()).not.toHaveProperty('here');
});

test('closing is told to everybody within five seconds, ends the codes, and staff open again', async () => {
	const people = [await lead(), await sitDown()].map(({ visitor }) => visitor);
	const lines = [...people, staff].map((visitor) => openLive(driven, visitor, board));
	lives.push(...lines);
	const last = () => lines.map((line) => line.roles().at(-1));
	await vi.waitFor(() => expect(last()).toEqual(['facilitator', 'participant', 'staff']));
	const url = `/api/workshops/${workshop.id}`;
	const from = performance.now();
	await staff.send('PATCH', url, { state: 'closed' });
	await vi.waitFor(() => expect(last()).toEqual(['viewer', 'viewer', 'viewer']), withinMs);
	expect(performance.now() - from).toBeLessThan(withinMs);
	for (const code of [workshop.joinCode, workshop.facilitatorCode, workshop.viewerCode])
		expect((await driven.visitor().send('GET', `/api/join/${code}`)).json().code).toBe(
			'workshopClosed'
		);
	expect((await people[0]!.send('PATCH', url, { state: 'open' })).json().code).toBe('forbidden');
	await staff.send('PATCH', url, { state: 'open' });
	await vi.waitFor(() => expect(last()).toEqual(['facilitator', 'participant', 'staff']), withinMs);
	expect((await driven.visitor().send('GET', `/api/join/${workshop.joinCode}`)).statusCode).toBe(
		200
	);
});
