import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DrivenApp, Visitor } from '../app-driver.ts';
import { driveApp } from '../app-driver.ts';
import { openSqliteStorage } from '../storage/sqlite.ts';

let directory: string;
let driven: DrivenApp;
let workshop: Workshop;
let board: string;

beforeEach(async () => {
	directory = mkdtempSync(join(tmpdir(), 'renkei-hostile-'));
	driven = await driveApp({}, { storage: await openSqliteStorage({ directory }) });
	const staff = await driven.staff();
	const body = { key: 'key1', name: '研修', scene: 'daily', tables: 1, start: 'blank' };
	workshop = (await staff.send('POST', '/api/workshops', body)).json();
	board = workshop.boards[0]!.id;
});
afterEach(async () => {
	await driven.close();
	rmSync(directory, { recursive: true });
});

async function sitDown(code = workshop.joinCode): Promise<Visitor> {
	const visitor = driven.visitor();
	await visitor.send('POST', '/api/join', { code, profession: 'pharmacist', table: 1 });
	return visitor;
}
const url = (rest: string): string => `/api/boards/${board}/${rest}`;
const idOf = async (visitor: Visitor): Promise<string> =>
	(await visitor.send('GET', '/api/me')).json().participant;

test('two who lead and take the lead from each other at once leave one of them', async () => {
	const [one, two] = [
		await sitDown(workshop.facilitatorCode),
		await sitDown(workshop.facilitatorCode)
	];
	for (let round = 0; round < 2; round++) {
		const [first, second] = [await idOf(one), await idOf(two)];
		await Promise.all(
			[[one, second] as const, [two, first] as const].map(
				async ([by, id]) => await by.send('POST', url(`people/${id}/role`), { role: 'participant' })
			)
		);
		const people = await driven.storage.catalogue.listParticipants(workshop.id);
		const leaders = people.filter(({ role }) => role === 'facilitator');
		expect(leaders).toHaveLength(1);
		const body = { code: workshop.facilitatorCode, profession: 'pharmacist', table: 1 };
		for (const each of [one, two]) await each.send('POST', '/api/join', body);
	}
});

test('who asks for the story of every card waits, and the others of the room do not', async () => {
	const [mallory, anna] = [await sitDown(), await sitDown()];
	const idea = { key: 'a1', type: 'cause', text: '夜がこわい', of: null };
	expect((await anna.send('POST', url('ideas'), idea)).json()).toEqual({ refused: null });
	const asked = async (by: Visitor, card: string) =>
		(await by.send('GET', url(`cards/${card}/history`))).statusCode;
	for (let count = 0; count < 30; count++)
		expect(await asked(mallory, count % 2 === 0 ? 'a1' : `guess${count}`)).toBe(
			count % 2 === 0 ? 200 : 404
		);
	expect(await asked(mallory, 'a1')).toBe(429);
	expect(await asked(anna, 'a1')).toBe(200);
	driven.clock.now += 61_000;
	expect(await asked(mallory, 'a1')).toBe(200);
});
