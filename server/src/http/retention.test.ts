import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DrivenApp, Visitor } from '../app-driver.ts';
import { driveApp } from '../app-driver.ts';
import { storages } from '../storage/index.ts';

const dayMs = 24 * 3600_000;

let folder: string;
let driven: DrivenApp;
let staff: Visitor;
beforeEach(async () => {
	vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
	folder = mkdtempSync(join(tmpdir(), 'renkei-retention-'));
	await start(Date.UTC(2026, 10, 22, 3));
	staff = await driven.staff();
});
afterEach(async () => {
	await driven.close();
	vi.useRealTimers();
	rmSync(folder, { recursive: true, force: true });
});

async function start(now: number, env: Record<string, string> = {}): Promise<void> {
	const clock = { now };
	const storage = await storages.sqlite({ directory: folder });
	driven = await driveApp(env, { storage, now: () => clock.now });
	Object.assign(driven, { clock });
}

async function restart(now: number, env: Record<string, string> = {}): Promise<void> {
	await driven.close();
	await start(now, env);
	staff = await driven.staff();
}

async function create(changes: object = {}): Promise<Workshop> {
	const body = { key: 'key1', name: '看取り研修', scene: 'daily', tables: 3, start: 'blank' };
	return (await staff.send('POST', '/api/workshops', { ...body, ...changes })).json();
}

const read = async (id: string) => (await staff.send('GET', `/api/workshops/${id}`)).json();
const deletions = async () => (await staff.send('GET', '/api/deletions')).json().deletions;
const change = async (id: string, keptUntil: string | null) =>
	await staff.send('PATCH', `/api/workshops/${id}`, { keptUntil });

test('kept three years from its day, or from the day it was made when that is later', async () => {
	const cases: [heldOn: string, keptUntil: string, keptDays: number][] = [
		['', '2029-11-22', 1096],
		['令和8年12月24日', '2029-12-24', 1128],
		['令和5年2月10日', '2029-11-22', 1096],
		['2206-01-01', '2029-11-22', 1096],
		['未定', '2029-11-22', 1096]
	];
	for (const [index, [heldOn, keptUntil, keptDays]] of cases.entries()) {
		const { id } = await create({ key: `key${index}`, heldOn });
		expect(await read(id)).toMatchObject({ keptUntil, keptDays, isKeptByHand: false });
	}
});

test('the length is a setting', async () => {
	await restart(Date.UTC(2026, 10, 22, 3), { RETENTION_MONTHS: '2' });
	const { id } = await create();
	expect(await read(id)).toMatchObject({ keptUntil: '2027-01-22' });
});

test('staff choose another day, not one that has passed, and take it back', async () => {
	const { id } = await create();
	expect((await change(id, '2026-12-01')).json()).toMatchObject({
		keptUntil: '2026-12-01',
		keptDays: 9,
		isKeptByHand: true
	});
	expect((await change(id, '2026-11-22')).json()).toMatchObject({ keptDays: 0 });
	for (const wrong of ['2026-11-21', '2026-02-30', 'tomorrow'])
		expect((await change(id, wrong)).json()).toMatchObject({ code: 'badRequest' });
	expect((await change(id, null)).json()).toMatchObject({
		keptUntil: '2029-11-22',
		isKeptByHand: false
	});
});

test('the day after the last one its boards are gone, by the clock of the server alone', async () => {
	const workshop = await create();
	const kept = await create({ key: 'key2', name: '残る' });
	await change(workshop.id, '2026-12-01');
	const [board] = workshop.boards;
	// 23:59 of the last day in Japan.
	driven.clock.now = Date.UTC(2026, 11, 1, 14, 59);
	await vi.advanceTimersByTimeAsync(dayMs);
	expect(await read(workshop.id)).toMatchObject({ keptDays: 0 });
	driven.clock.now = Date.UTC(2026, 11, 1, 15, 0);
	await vi.advanceTimersByTimeAsync(dayMs);
	await vi.waitFor(async () =>
		expect(await deletions()).toEqual([
			{ at: driven.clock.now, name: '看取り研修', boards: 3, role: 'server', why: 'date' }
		])
	);
	expect(await read(workshop.id)).toMatchObject({ code: 'notFound' });
	expect(await driven.storage.log.load(board!.id)).toMatchObject({ state: 'deleted', rows: [] });
	expect(await read(kept.id)).toMatchObject({ name: '残る' });
	const noted = await driven.storage.catalogue.listAudit({ workshopId: workshop.id, limit: 1 });
	expect(noted).toMatchObject([{ what: 'workshop-expired', role: 'server', participantId: null }]);
});

test('a server that was off on that day deletes when it starts', async () => {
	const { id } = await create();
	await restart(Date.UTC(2029, 10, 22, 3));
	expect(await read(id)).toMatchObject({ keptDays: 0 });
	await restart(Date.UTC(2029, 10, 23, 3));
	expect(await read(id)).toMatchObject({ code: 'notFound' });
	expect(await deletions()).toMatchObject([{ name: '看取り研修', why: 'date' }]);
});

test('a shorter time, or a first start after years, still leaves thirty days of notice', async () => {
	const { id } = await create();
	const later = Date.UTC(2028, 10, 22, 3);
	await restart(later, { RETENTION_MONTHS: '12' });
	expect(await read(id)).toMatchObject({ keptUntil: '2028-12-22', keptDays: 30 });
	await restart(later + 20 * dayMs, { RETENTION_MONTHS: '12' });
	expect(await read(id)).toMatchObject({ keptDays: 10 });
	await restart(later + 31 * dayMs, { RETENTION_MONTHS: '12' });
	expect(await read(id)).toMatchObject({ code: 'notFound' });
});

test('deleting by hand leaves the same record, for staff to read', async () => {
	const workshop = await create();
	expect(await deletions()).toEqual([]);
	await staff.send('DELETE', `/api/workshops/${workshop.id}`);
	expect(await deletions()).toEqual([
		{ at: driven.clock.now, name: '看取り研修', boards: 3, role: 'staff', why: 'hand' }
	]);
	const other = await create({ key: 'key2' });
	const lead = driven.visitor();
	const body = { code: other.facilitatorCode, profession: 'coordinator', table: 1 };
	await lead.send('POST', '/api/join', body);
	expect((await lead.send('GET', '/api/deletions')).json().code).toBe('forbidden');
});

test('of cases the newest one counts', async () => {
	const body = { title: '退院した翌日に再び入院した', scene: 'discharge', municipality: '' };
	await staff.send('POST', '/api/cases', { ...body, key: 'case1' });
	await restart(Date.UTC(2028, 4, 1, 3));
	await staff.send('POST', '/api/cases', { ...body, key: 'case2' });
	const { workshops } = (await staff.send('GET', '/api/workshops')).json();
	expect(workshops).toMatchObject([{ isForCases: true, keptUntil: '2031-05-01' }]);
});
