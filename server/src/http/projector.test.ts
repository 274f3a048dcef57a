import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import type { Projection } from '@renkei/shared/protocol/projector-api.ts';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import WebSocket from 'ws';
import type { DrivenApp, Visitor } from '../app-driver.ts';
import { driveApp } from '../app-driver.ts';

let driven: DrivenApp;
let staff: Visitor;
let workshop: Workshop;
const sockets: WebSocket[] = [];
beforeEach(async () => {
	driven = await driveApp();
	staff = await driven.staff();
	workshop = await create('key1', 2);
});
afterEach(async () => {
	for (const socket of sockets.splice(0)) socket.terminate();
	await driven.close();
});

async function create(key: string, tables: number): Promise<Workshop> {
	const body = { key, name: '研修', scene: 'daily', tables, start: 'blank', pack: 'home-care' };
	return (await staff.send('POST', '/api/workshops', body)).json();
}

async function projection(of = workshop): Promise<Projection> {
	return (await driven.visitor().send('GET', `/api/projector/${of.viewerCode}`)).json();
}

/** What the server says first on a line opened with this ticket: its role, or the code it closes with. */
async function knock(room: string, ticket: string): Promise<{ role?: string; code?: number }> {
	if (!driven.app.server.listening) await driven.app.listen({ host: '127.0.0.1', port: 0 });
	const { port } = driven.app.server.address() as AddressInfo;
	const screen = encodeURIComponent(ticket);
	const socket = new WebSocket(`ws://127.0.0.1:${port}/sync/${room}?screen=${screen}`, {
		headers: { origin: `http://127.0.0.1:${port}` }
	});
	sockets.push(socket);
	return await new Promise((resolve, reject) => {
		socket.on('error', reject);
		socket.on('close', (code) => resolve({ code }));
		socket.on('message', (data: Buffer) => {
			const role = /"role":"(\w+)"/.exec(data.toString('utf8'))?.[1];
			if (role !== undefined) resolve({ role });
		});
	});
}

test('the code of viewers opens the screen of a room: tables, the code to show, no cookie and nobody new', async () => {
	const visitor = driven.visitor();
	const response = await visitor.send('GET', `/api/projector/${workshop.viewerCode}`);
	expect(response.json()).toEqual({
		workshopName: '研修',
		sceneLabel: { ja: '日常療養支援', en: 'Everyday care' },
		state: 'preparing',
		joinCode: workshop.joinCode,
		ticket: expect.any(String),
		tables: workshop.boards.map(({ id, table }) => ({ table, boardId: id, epoch: 1 }))
	});
	expect(visitor.cookies.size).toBe(0);
	expect(await driven.storage.catalogue.listParticipants(workshop.id)).toEqual([]);
	for (const secret of [workshop.facilitatorCode, workshop.viewerCode])
		expect(response.body).not.toContain(`"${secret}"`);
	// The ticket is no cookie and lets in to no other route.
	const { ticket } = response.json();
	const board = `/api/boards/${workshop.boards[0]!.id}`;
	for (const cookie of ['renkei_people', 'renkei_staff']) visitor.cookies.set(cookie, ticket);
	expect((await visitor.send('GET', `${board}?screen=${ticket}`)).statusCode).toBe(401);
	expect(driven.logged()).not.toContain(ticket);
});

test('the other codes open no screen, a closed workshop says so, guesses are counted', async () => {
	for (const code of [workshop.joinCode, workshop.facilitatorCode])
		expect((await driven.visitor().send('GET', `/api/projector/${code}`)).json()).toMatchObject({
			code: 'codeUnknown'
		});
	await staff.send('PATCH', `/api/workshops/${workshop.id}`, { state: 'closed' });
	const closed = await driven.visitor().send('GET', `/api/projector/${workshop.viewerCode}`);
	expect(closed.json()).toMatchObject({ code: 'workshopClosed' });
	const answers = [];
	for (let guess = 0; guess < 15; guess += 1)
		answers.push((await driven.visitor().send('GET', '/api/projector/000000')).statusCode);
	expect(answers.at(-1)).toBe(429);
});

test('a ticket opens the boards of its workshop to look at, and no others', async () => {
	const { ticket } = await projection();
	const other = await create('key2', 1);
	for (const { id } of workshop.boards)
		expect(await knock(`${id}.1`, ticket)).toEqual({ role: 'viewer' });
	expect(await knock(`${other.boards[0]!.id}.1`, ticket)).toEqual({ code: 4403 });
	expect(await knock(`${workshop.boards[0]!.id}.1`, `${ticket}x`)).toEqual({ code: 4401 });
	const otherTicket = (await projection(other)).ticket;
	expect(await knock(`${workshop.boards[0]!.id}.1`, otherTicket)).toEqual({ code: 4403 });
});

test('a new code ends the tickets of the old one and the screens that hold them', async () => {
	const { ticket } = await projection();
	const { id } = workshop.boards[0]!;
	expect(await knock(`${id}.1`, ticket)).toEqual({ role: 'viewer' });
	const ended = new Promise((resolve) => sockets[0]!.on('close', resolve));
	await staff.send('POST', `/api/workshops/${workshop.id}/codes`);
	expect(await ended).toBe(4403);
	expect(await knock(`${id}.1`, ticket)).toEqual({ code: 4401 });
	const old = await driven.visitor().send('GET', `/api/projector/${workshop.viewerCode}`);
	expect(old.json()).toMatchObject({ code: 'codeUnknown' });
});

test('the words of a pack are read with the code, by nobody else', async () => {
	const address = `/api/projector/${workshop.viewerCode}/packs`;
	const pack = await driven.visitor().send('GET', `${address}/dementia`);
	expect(pack.json()).toMatchObject({ id: 'dementia' });
	expect((await driven.visitor().send('GET', `${address}/nowhere`)).statusCode).toBe(404);
	const byOther = `/api/projector/${workshop.joinCode}/packs/dementia`;
	expect((await driven.visitor().send('GET', byOther)).statusCode).toBe(404);
	await vi.waitFor(() => expect(driven.logged()).not.toContain(workshop.viewerCode));
});
