import { exportFormats } from '@renkei/shared/exports/index.ts';
import type { ExportFormat } from '@renkei/shared/exports/export-format.ts';
import type { ExportFormatId } from '@renkei/shared/method/export-ids.ts';
import { exportFormatIds, sheetKindIds } from '@renkei/shared/method/export-ids.ts';
import type { ExportRecord } from '@renkei/shared/protocol/exports-api.ts';
import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DrivenApp, Visitor } from '../app-driver.ts';
import { driveApp } from '../app-driver.ts';
import { exportCode, readExportCode } from './export-record.ts';

let driven: DrivenApp;
let staff: Visitor;
let workshop: Workshop;
let address: string;
beforeAll(async () => {
	driven = await driveApp();
	staff = await driven.staff();
	workshop = await make('key1');
	address = `/api/boards/${workshop.boards[0]!.id}`;
});
afterAll(async () => await driven.close());

async function make(key: string): Promise<Workshop> {
	const body = { key, name: '研修', scene: 'endOfLife', tables: 2, start: 'i-city-mitori' };
	return (await staff.send('POST', '/api/workshops', body)).json();
}

async function join(code: string, profession = 'physician'): Promise<Visitor> {
	const visitor = driven.visitor();
	await visitor.send('POST', '/api/join', { code, profession, table: 1 });
	return visitor;
}

const formats = exportFormatIds.map((id): [ExportFormatId, ExportFormat] => [
	id,
	exportFormats[id]
]);

test.each(formats)(
	'every sheet a %s holds is written, any other is refused',
	async (id, format) => {
		for (const sheet of sheetKindIds) {
			const response = await staff.send('GET', `${address}/export/${id}?sheet=${sheet}`);
			const isHeld = format.sheets?.includes(sheet) ?? true;
			expect([sheet, response.statusCode]).toEqual([sheet, isHeld ? 200 : 422]);
			// Many pictures come in one archive.
			const types = isHeld
				? [format.mediaType.split(';')[0], 'application/zip']
				: ['application/problem+json'];
			expect(types).toContain(String(response.headers['content-type']).split(';')[0]);
			expect(response.rawPayload.length > 500 || response.json().code === 'sheetUnknown').toBe(
				true
			);
		}
		expect((await staff.send('GET', `${address}/export/${id}`)).statusCode).toBe(200);
	}
);

test.each([
	'sheet=none',
	'paper=B4',
	'date=2026-13-01',
	'date=tomorrow',
	'votes=true',
	'zone=nowhere',
	`meetingName=${'x'.repeat(201)}`
])('%s is refused', async (query) => {
	const response = await staff.send('GET', `${address}/export/pdf?${query}`);
	expect(response.json()).toMatchObject({ status: 400, code: 'badRequest' });
});

test('what was chosen changes the file, and the same choice gives the same bytes', async () => {
	const svg = async (query: string) =>
		(await staff.send('GET', `${address}/export/svg?${query}`)).body;
	const plain = await svg('date=2026-02-10');
	expect(await svg('date=2026-02-10')).toBe(plain);
	for (const other of ['paper=A4', 'monochrome=yes'])
		expect(await svg(`date=2026-02-10&${other}`)).not.toBe(plain);
});

test('the file is named in the language of whoever asks, by the day it is of', async () => {
	const named = async (query: string, language?: string) => {
		const headers = language === undefined ? {} : { 'accept-language': language };
		const response = await staff.send('GET', `${address}/export/${query}`, undefined, headers);
		const [, name = ''] = /''(.+)$/.exec(String(response.headers['content-disposition'])) ?? [];
		return decodeURIComponent(name);
	};
	expect(await named('pdf')).toBe('2026-11-22_看取り_1卓_演習シート.pdf');
	expect(await named('json?date=2026-02-10')).toBe('2026-02-10_看取り_1卓_ボード全体.json');
	expect(await named('pdf', 'en')).toMatch(/^2026-11-22_[A-Z].*_1卓_Worksheet\.pdf$/);
});

const record = async (visitor: Visitor, id = workshop.id): Promise<ExportRecord> =>
	(await visitor.send('GET', `/api/workshops/${id}/exports`)).json();

test('the record says as whom, what and when, also what browsers tell of later', async () => {
	const own = await make('key2');
	const [first, second] = own.boards;
	const doctor = await join(own.joinCode);
	const viewer = await join(own.viewerCode, 'careManager');
	const facilitator = await join(own.facilitatorCode, 'publicHealthNurse');
	await doctor.send('GET', `/api/boards/${first!.id}/export/pdf`);
	driven.clock.now += 1000;
	await facilitator.send('GET', `/api/boards/${second!.id}/export/json`);
	const told = { key: 'k1', format: 'pdf', sheet: 'worksheet', agoMs: 60_000 };
	const tell = async (by: Visitor, body: object) =>
		await by.send('POST', `/api/boards/${first!.id}/exports`, body);
	expect((await tell(viewer, told)).json()).toEqual({ ok: true });
	expect((await tell(viewer, told)).json()).toEqual({ ok: true });

	const { exports, isMore } = await record(facilitator, own.id);
	expect(isMore).toBe(false);
	const { now } = driven.clock;
	const place = (board: (typeof own.boards)[number]) => ({
		boardId: board.id,
		table: board.table,
		title: board.title
	});
	const sheet = { format: 'pdf', sheet: 'worksheet', ...place(first!) };
	expect(exports).toEqual([
		{
			at: now,
			role: 'facilitator',
			profession: 'publicHealthNurse',
			format: 'json',
			sheet: null,
			...place(second!)
		},
		{ at: now - 1000, role: 'participant', profession: 'physician', ...sheet },
		{ at: now - 60_000, role: 'viewer', profession: 'careManager', ...sheet }
	]);
	expect((await record(staff, own.id)).exports).toEqual(exports);
	for (const [visitor, code] of [
		[doctor, 'forbidden'],
		[viewer, 'forbidden'],
		[driven.visitor(), 'notSignedIn']
	] as const)
		expect(await record(visitor, own.id)).toMatchObject({ code });
	expect(await record(staff, 'none')).toMatchObject({ code: 'notFound' });
});

test('other things remembered of a workshop are not in the record, and only the newest are', async () => {
	const own = await make('key3');
	const entry = {
		role: 'staff',
		participantId: null,
		workshopId: own.id,
		boardId: own.boards[0]!.id
	} as const;
	await driven.storage.catalogue.addAudit({ ...entry, at: 1, what: 'photo-added' });
	await driven.storage.catalogue.addAudit({ ...entry, at: 2, what: 'board-exported-wordstar' });
	expect((await record(staff, own.id)).exports).toEqual([]);
	for (let at = 1; at <= 201; at += 1)
		await driven.storage.catalogue.addAudit({ ...entry, at, what: 'board-exported-json' });
	const full = await record(staff, own.id);
	expect(full.isMore).toBe(true);
	expect(full.exports.map(({ at }) => at).slice(0, 2)).toEqual([201, 200]);
});

test.each([
	{ key: 'k', format: 'exe', sheet: null, agoMs: 0 },
	{ key: 'k', format: 'pdf', sheet: 'none', agoMs: 0 },
	{ key: 'k', format: 'pdf', sheet: null, agoMs: -1 },
	{ key: '../k', format: 'pdf', sheet: null, agoMs: 0 }
])('%o is not told', async (body) => {
	const response = await staff.send('POST', `${address}/exports`, body);
	expect(response.json()).toMatchObject({ code: 'badRequest' });
});

test('a code comes back as what it was made of', () => {
	for (const format of exportFormatIds)
		for (const sheet of [null, ...sheetKindIds])
			expect(readExportCode(exportCode({ format, sheet }))).toEqual({ format, sheet });
	expect(readExportCode('board-exported-')).toBeNull();
	expect(readExportCode('board-exported-pdf-none')).toBeNull();
});
