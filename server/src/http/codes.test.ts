import type { AddressInfo } from 'node:net';
import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import { closeCodes } from '@renkei/shared/protocol/close-codes.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import WebSocket from 'ws';
import type { DrivenApp, Visitor } from '../app-driver.ts';
import { driveApp } from '../app-driver.ts';

/** What the product promises. */
const withinMs = 5000;

let driven: DrivenApp;
let staff: Visitor;
let workshop: Workshop;
let port: number;
const wires: WebSocket[] = [];
beforeEach(async () => {
	driven = await driveApp();
	await driven.app.listen({ host: '127.0.0.1', port: 0 });
	port = (driven.app.server.address() as AddressInfo).port;
	staff = await driven.staff();
	const body = { key: 'key1', name: '研修', scene: 'daily', tables: 2, start: 'blank' };
	workshop = (await staff.send('POST', '/api/workshops', body)).json();
});
afterEach(async () => {
	for (const wire of wires.splice(0)) wire.terminate();
	await driven.close();
});

const url = (path: string) => `/api/workshops/${workshop.id}/${path}`;

async function join(changes: object = {}): Promise<{ visitor: Visitor; id: string }> {
	const visitor = driven.visitor();
	const body = { code: workshop.joinCode, profession: 'pharmacist', table: 1, ...changes };
	expect((await visitor.send('POST', '/api/join', body)).statusCode).toBe(200);
	return { visitor, id: (await visitor.send('GET', '/api/me')).json().participant };
}

/** Opens the board of the first table as this browser does. */
function connect(visitor: Visitor): { readonly closed: Promise<number>; readonly wire: WebSocket } {
	const cookie = [...visitor.cookies].map(
		([name, value]) => `${name}=${encodeURIComponent(value)}`
	);
	const wire = new WebSocket(`ws://127.0.0.1:${port}/sync/${workshop.boards[0]!.id}.1`, {
		headers: { cookie: cookie.join('; ') }
	});
	wires.push(wire);
	wire.on('error', () => {});
	return { wire, closed: new Promise((resolve) => wire.on('close', resolve)) };
}

const attendance = async () => (await staff.send('GET', url('attendance'))).json().tables;

test('attendance counts each profession at each table, and who is connected, without ids', async () => {
	const first = await join();
	await join({ profession: 'physician' });
	await join({ profession: 'pharmacist' });
	await join({ profession: 'careManager', table: 2 });
	expect(await attendance()).toEqual([
		{
			table: 1,
			professions: [
				{ profession: 'physician', joined: 1, connected: 0 },
				{ profession: 'pharmacist', joined: 2, connected: 0 }
			]
		},
		{ table: 2, professions: [{ profession: 'careManager', joined: 1, connected: 0 }] }
	]);
	// Two windows of one person are one person.
	connect(first.visitor);
	connect(first.visitor);
	await vi.waitFor(async () => expect((await attendance())[0].professions[1].connected).toBe(1));
	const answer = await staff.send('GET', url('attendance'));
	expect(answer.body).not.toContain(first.id);
});

test('who was removed is out within five seconds and joins anew only with a code that is good', async () => {
	const nurse = await join();
	const other = await join({ profession: 'physician' });
	const wire = connect(nurse.visitor);
	const stays = connect(other.visitor);
	await vi.waitFor(async () => {
		const [{ professions }] = await attendance();
		expect(professions.map(({ connected }: { connected: number }) => connected)).toEqual([1, 1]);
	});
	const from = performance.now();
	expect((await staff.send('DELETE', url(`people/${nurse.id}`))).json()).toEqual({ ok: true });
	expect(await wire.closed).toBe(closeCodes.forbidden);
	expect(performance.now() - from).toBeLessThan(withinMs);
	expect(stays.wire.readyState).toBe(WebSocket.OPEN);
	expect((await nurse.visitor.send('GET', '/api/me')).statusCode).toBe(401);
	expect(await connect(nurse.visitor).closed).toBe(closeCodes.signInMissing);
	expect((await attendance())[0].professions).toEqual([
		{ profession: 'physician', joined: 1, connected: 1 }
	]);
	const again = await staff.send('DELETE', url(`people/${nurse.id}`));
	expect(again.json()).toMatchObject({ status: 404, code: 'notFound' });
	// The code on the wall lets everybody in; only new codes keep somebody out.
	await staff.send('POST', url('codes'));
	const body = { code: workshop.joinCode, profession: 'pharmacist', table: 1 };
	expect((await nurse.visitor.send('POST', '/api/join', body)).json().code).toBe('codeUnknown');
});

test('who led and was removed leads nothing more, not even over a line that is not closed yet', async () => {
	const lead = await join({ code: workshop.facilitatorCode });
	const { wire, closed } = connect(lead.visitor);
	const boardId = workshop.boards[0]!.id;
	const timer = async () => {
		const stored = await driven.storage.facilitation.read(boardId);
		return stored ? JSON.parse(stored.state).timer.status : 'idle';
	};
	const ask = (request: number, command: object) => {
		const text = Buffer.from(JSON.stringify({ request, aid: 'timer', command }));
		wire.send(Uint8Array.of(103, text.length, ...text));
	};
	await vi.waitFor(() => expect(wire.readyState).toBe(WebSocket.OPEN));
	ask(1, { do: 'start', durationMs: 60_000, label: '' });
	await vi.waitFor(async () => expect(await timer()).toBe('running'));
	const from = performance.now();
	expect((await staff.send('DELETE', url(`people/${lead.id}`))).json()).toEqual({ ok: true });
	if (wire.readyState === WebSocket.OPEN) ask(2, { do: 'stop' });
	expect(await closed).toBe(closeCodes.forbidden);
	expect(performance.now() - from).toBeLessThan(withinMs);
	expect(await connect(lead.visitor).closed).toBe(closeCodes.signInMissing);
	expect(await timer()).toBe('running');
});

test('new codes count at once, the old ones lead nowhere, and who is in stays in', async () => {
	const nurse = await join();
	const { wire } = connect(nurse.visitor);
	await vi.waitFor(() => expect(wire.readyState).toBe(WebSocket.OPEN));
	const from = performance.now();
	const codes = (await staff.send('POST', url('codes'))).json();
	const { joinCode, facilitatorCode, viewerCode } = workshop;
	const old = [joinCode, facilitatorCode, viewerCode];
	expect(new Set([...old, ...Object.values(codes)]).size).toBe(6);
	for (const code of old)
		expect((await driven.visitor().send('GET', `/api/join/${code}`)).json().code).toBe(
			'codeUnknown'
		);
	expect(performance.now() - from).toBeLessThan(withinMs);
	const roles = await Promise.all(
		[codes.joinCode, codes.facilitatorCode, codes.viewerCode].map(
			async (code) => (await driven.visitor().send('GET', `/api/join/${code}`)).json().role
		)
	);
	expect(roles).toEqual(['participant', 'facilitator', 'viewer']);
	expect((await nurse.visitor.send('GET', '/api/me')).statusCode).toBe(200);
	expect(wire.readyState).toBe(WebSocket.OPEN);
	const noted = await driven.storage.catalogue.listAudit({ workshopId: workshop.id, limit: 9 });
	expect(noted.map(({ what }) => what)).toContain('codes-rotated');
});

test('a closed workshop keeps its codes', async () => {
	await staff.send('PATCH', `/api/workshops/${workshop.id}`, { state: 'closed' });
	expect((await staff.send('POST', url('codes'))).json().code).toBe('workshopClosed');
});

test('facilitators remove those who take part, not each other nor themselves; staff remove all', async () => {
	const lead = await join({ code: workshop.facilitatorCode });
	const second = await join({ code: workshop.facilitatorCode, table: 2 });
	const nurse = await join({ table: 2 });
	const listed = async (visitor: Visitor) =>
		(await visitor.send('GET', url('people')))
			.json()
			.people.map(({ id, table }: { id: string; table: number }) => [id, table]);
	expect(await listed(lead.visitor)).toEqual([[nurse.id, 2]]);
	expect(await listed(staff)).toHaveLength(3);
	for (const { id } of [lead, second])
		expect((await lead.visitor.send('DELETE', url(`people/${id}`))).json().code).toBe('forbidden');
	expect((await lead.visitor.send('DELETE', url(`people/${nurse.id}`))).statusCode).toBe(200);
	expect((await staff.send('DELETE', url(`people/${second.id}`))).statusCode).toBe(200);
	expect(await listed(staff)).toEqual([[lead.id, 1]]);
});

test.each(['participant', 'viewer'] as const)('a %s may use none of these', async (role) => {
	const code = role === 'viewer' ? workshop.viewerCode : workshop.joinCode;
	const nurse = await join();
	const { visitor } = await join({ code });
	for (const [method, path] of [
		['GET', 'attendance'],
		['GET', 'people'],
		['POST', 'codes'],
		['DELETE', `people/${nurse.id}`]
	] as const)
		expect((await visitor.send(method, url(path))).json().code).toBe('forbidden');
	expect((await driven.visitor().send('GET', url('attendance'))).json().code).toBe('notSignedIn');
});

test('nobody is removed through a workshop they are not in', async () => {
	const nurse = await join();
	const body = { key: 'key2', name: '別', scene: 'daily', tables: 1, start: 'blank' };
	const other: Workshop = (await staff.send('POST', '/api/workshops', body)).json();
	const lead = await join({ code: other.facilitatorCode });
	const wrong = await lead.visitor.send('DELETE', `/api/workshops/${other.id}/people/${nurse.id}`);
	expect(wrong.json().code).toBe('notFound');
	const foreign = await lead.visitor.send('DELETE', url(`people/${nurse.id}`));
	expect(foreign.json().code).toBe('forbidden');
});
