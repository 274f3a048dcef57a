import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { maxPackBytes } from '@renkei/shared/method/packs/pack.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { driveApp } from '../app-driver.ts';
import type { DrivenApp, Visitor } from '../app-driver.ts';

let folder: string;
let driven: DrivenApp | undefined;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'packs-'));
});
afterEach(async () => {
	await driven?.close();
	driven = undefined;
	rmSync(folder, { recursive: true });
});

const word = (ja: string, en: string) => ({ ja, en });
const prevention = {
	format: 'renkei-pack',
	version: 1,
	id: 'prevention',
	name: word('介護予防', 'Care prevention'),
	scenes: [{ id: 'gathering', label: word('通いの場', 'Gathering places') }],
	cardTypes: { vision: { label: word('元気な姿', 'Well-being') } },
	headings: { vision: word('2 元気な姿', '2 Well-being') }
};

function put(name: string, content: unknown): void {
	const text = typeof content === 'string' ? content : JSON.stringify(content, null, '\t');
	writeFileSync(join(folder, name), text);
}

async function start(): Promise<Visitor> {
	driven = await driveApp({ PACKS_DIR: folder });
	return await driven.staff();
}

test('the default comes first, the one that comes along and those of the folder behind it', async () => {
	put('prevention.json', prevention);
	put('readme.txt', 'no pack');
	const { packs, refusals } = (await (await start()).send('GET', '/api/packs')).json();
	expect(packs.map(({ id }: { id: string }) => id)).toEqual([
		'home-care',
		'dementia',
		'prevention'
	]);
	expect(packs[2].scenes).toEqual(prevention.scenes);
	expect(refusals).toEqual([]);
});

test('a broken pack is refused with its line, in both languages, and the others are there', async () => {
	put('a-broken.json', JSON.stringify(prevention, null, '\t').replace('"scenes"', '"scnes"'));
	put('prevention.json', prevention);
	const { packs, refusals } = (await (await start()).send('GET', '/api/packs')).json();
	expect(packs).toHaveLength(3);
	expect(refusals).toEqual([
		{
			ja: expect.stringContaining(
				'a-broken.json の 9 行目・2 文字目：「scnes」という項目はありません'
			),
			en: expect.stringContaining(
				'a-broken.json, line 9, column 2: There is no entry called “scnes”'
			)
		}
	]);
	const line = driven!.logged().match(/.*pack-refused.*/)?.[0] ?? '';
	expect(JSON.parse(line)).toMatchObject({ file: 'a-broken.json', line: 9, column: 2 });
});

test.each([
	['a file that is too large', `"${'x'.repeat(maxPackBytes)}"`, '256 KB'],
	['another pack with its id', JSON.stringify(prevention), 'id「prevention」のパックがもう1つ'],
	['the id of the default', JSON.stringify({ ...prevention, id: 'home-care' }), '標準のパック'],
	['no text', Buffer.from([0x83, 0x65, 0xff, 0xfe]).toString('latin1'), 'UTF-8']
])('%s is refused', async (_, content, words) => {
	put('a.json', prevention);
	writeFileSync(join(folder, 'b.json'), content, content.startsWith('\u0083') ? 'latin1' : 'utf8');
	const { refusals } = (await (await start()).send('GET', '/api/packs')).json();
	expect(refusals).toHaveLength(1);
	expect(refusals[0].ja).toContain('b.json');
	expect(refusals[0].ja).toContain(words);
});

test('an own pack takes the place of one that comes along', async () => {
	put('own.json', { ...prevention, id: 'dementia' });
	const { packs, refusals } = (await (await start()).send('GET', '/api/packs')).json();
	expect(packs).toHaveLength(2);
	expect(packs[1]).toMatchObject({ id: 'dementia', name: prevention.name });
	expect(refusals).toEqual([]);
});

test('a workshop made with a pack has its scenes, and its sheet the words of the pack', async () => {
	put('prevention.json', prevention);
	const staff = await start();
	const wanted = { key: 'k1', name: '研修', tables: 1, start: 'i-city-mitori' };
	const make = async (body: object) =>
		await staff.send('POST', '/api/workshops', { ...wanted, ...body });
	expect((await make({ pack: 'prevention', scene: 'endOfLife' })).statusCode).toBe(400);
	expect((await make({ pack: 'nowhere', scene: 'gathering' })).statusCode).toBe(400);
	expect((await make({ scene: 'gathering' })).statusCode).toBe(400);

	const response = await make({ pack: 'prevention', scene: 'gathering' });
	expect(response.statusCode).toBe(201);
	const workshop = response.json();
	expect(workshop).toMatchObject({
		pack: 'prevention',
		scene: 'gathering',
		sceneLabel: { ja: '通いの場' },
		boards: [{ scene: 'gathering' }]
	});
	const target = (await driven!.visitor().send('GET', `/api/join/${workshop.joinCode}`)).json();
	expect(target.sceneLabel).toEqual({ ja: '通いの場', en: 'Gathering places' });

	const board = `/api/boards/${workshop.boards[0].id}`;
	expect((await staff.send('GET', `${board}/snapshot`)).json().meta).toMatchObject({
		pack: 'prevention',
		scene: 'gathering'
	});
	const file = await staff.send('GET', `${board}/export/xlsx`);
	expect(decodeURIComponent(String(file.headers['content-disposition']))).toContain('通いの場');
	const parts = Object.values(unzipSync(new Uint8Array(file.rawPayload))).map((part) =>
		strFromU8(part)
	);
	const workbook = parts.join('');
	expect(workbook).toContain('2 元気な姿');
	expect(workbook).toContain('通いの場');
	expect(workbook).toContain('>元気な姿<');
	expect(workbook).not.toContain('2 目指す姿');
});

test('a board of a pack that is not here keeps its scene and opens with the default words', async () => {
	put('prevention.json', prevention);
	const there = await start();
	const body = { key: 'k1', name: '研修', tables: 1, start: 'blank' };
	const made = await there.send('POST', '/api/workshops', {
		...body,
		pack: 'prevention',
		scene: 'gathering'
	});
	const file = await there.send('GET', `/api/boards/${made.json().boards[0].id}/export/json`);
	await driven!.close();
	rmSync(join(folder, 'prevention.json'));

	const here = await start();
	const form = new FormData();
	form.append('file', new Blob([new Uint8Array(file.rawPayload)]), 'board.json');
	const sent = new Response(form);
	const imported = await here.send(
		'POST',
		'/api/workshops/import',
		Buffer.from(await sent.arrayBuffer()),
		{ 'content-type': sent.headers.get('content-type') ?? '' }
	);
	expect(imported.statusCode).toBe(201);
	const { boardId, workshopId } = imported.json();
	expect((await here.send('GET', `/api/workshops/${workshopId}`)).json()).toMatchObject({
		pack: 'prevention',
		sceneLabel: { ja: 'gathering', en: 'gathering' }
	});
	expect((await here.send('GET', '/api/packs/prevention')).statusCode).toBe(404);
	expect((await here.send('GET', `/api/boards/${boardId}/export/pdf`)).statusCode).toBe(200);
});

test('anyone signed in may read a pack, and only staff the list', async () => {
	const staff = await start();
	const workshop = (
		await staff.send('POST', '/api/workshops', {
			key: 'k',
			name: '研修',
			scene: 'daily',
			tables: 1,
			start: 'blank'
		})
	).json();
	const nurse = driven!.visitor();
	expect((await nurse.send('GET', '/api/packs/dementia')).statusCode).toBe(401);
	await nurse.send('POST', '/api/join', {
		code: workshop.joinCode,
		profession: 'visitingNurse',
		table: 1
	});
	expect((await nurse.send('GET', '/api/packs/dementia')).json()).toMatchObject({
		format: 'renkei-pack',
		id: 'dementia'
	});
	expect((await nurse.send('GET', '/api/packs')).statusCode).toBe(403);
});
