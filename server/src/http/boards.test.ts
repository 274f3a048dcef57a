import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DrivenApp, Visitor } from '../app-driver.ts';
import { driveApp } from '../app-driver.ts';

let driven: DrivenApp;
let staff: Visitor;
let workshop: Workshop;
let boardId: string;
beforeAll(async () => {
	driven = await driveApp({ MAX_IMPORT_BYTES: '200000' });
	staff = await driven.staff();
	const response = await staff.send('POST', '/api/workshops', {
		key: 'key1',
		name: '看取り研修: A/B',
		scene: 'endOfLife',
		tables: 1,
		start: 'i-city-mitori'
	});
	workshop = response.json();
	boardId = workshop.boards[0]!.id;
});
afterAll(async () => await driven.close());

function upload(
	content: string | Buffer,
	visitor = staff,
	path = `/api/workshops/${workshop.id}/boards/import`
) {
	const form = Buffer.concat([
		Buffer.from(
			'--cut\r\ncontent-disposition: form-data; name="file"; filename="board.json"\r\n' +
				'content-type: application/json\r\n\r\n'
		),
		Buffer.from(content),
		Buffer.from('\r\n--cut--\r\n')
	]);
	return visitor.send('POST', path, form, {
		'content-type': 'multipart/form-data; boundary=cut'
	});
}

async function boardCount(): Promise<number> {
	return (await staff.send('GET', `/api/workshops/${workshop.id}`)).json().boards.length;
}

test('a snapshot is the board as plain data in reading order', async () => {
	const response = await staff.send('GET', `/api/boards/${boardId}/snapshot`);
	const snapshot = response.json();
	expect(snapshot.meta).toMatchObject({ title: '看取り研修: A/B', municipality: 'I市' });
	expect(snapshot.cards).toHaveLength(30);
	expect(snapshot.cards[0]).toMatchObject({
		id: 't1',
		type: 'theme',
		text: '本人の意向に沿えずに、家族が入院を選ぶことがある',
		status: 'chosen'
	});
	expect(snapshot.links).toHaveLength(43);
	expect(snapshot.problems).toEqual([]);
	expect(response.headers['cache-control']).toBe('no-store');
});

test.each([
	['pdf', '?paper=A3', /^%PDF-1/, '2026-11-22_看取り_演習シート.pdf'],
	['pdf', '?paper=A4', /^%PDF-1/, '2026-11-22_看取り_演習シート.pdf'],
	['xlsx', '', /^PK/, '2026-11-22_看取り_ボード全体.xlsx'],
	['json', '', /"format"/, '2026-11-22_看取り_ボード全体.json']
])('the board as %s%s', async (format, query, start, name) => {
	const response = await staff.send('GET', `/api/boards/${boardId}/export/${format}${query}`);
	expect(response.statusCode).toBe(200);
	expect(response.rawPayload.toString('latin1')).toMatch(start);
	expect(response.headers['content-disposition']).toBe(
		`attachment; filename="renkei-board.${format}"; filename*=UTF-8''${encodeURIComponent(name)}`
	);
	expect(response.headers['x-content-type-options']).toBe('nosniff');
});

test('an unknown format or paper is refused', async () => {
	const format = await staff.send('GET', `/api/boards/${boardId}/export/exe`);
	expect(format.json()).toMatchObject({ code: 'notFound' });
	const paper = await staff.send('GET', `/api/boards/${boardId}/export/pdf?paper=B5`);
	expect(paper.json()).toMatchObject({ code: 'badRequest' });
});

test('a board taken home comes back as another table with the same content', async () => {
	const file = await staff.send('GET', `/api/boards/${boardId}/export/json`);
	const response = await upload(file.rawPayload);
	expect(response.statusCode).toBe(201);
	const imported = response.json();
	expect(imported.workshopId).toBe(workshop.id);
	const [before, after] = await Promise.all(
		[boardId, imported.boardId].map(async (id) =>
			(await staff.send('GET', `/api/boards/${id}/snapshot`)).json()
		)
	);
	const texts = (snapshot: { cards: { id: string; type: string; text: string }[] }) =>
		snapshot.cards.map(({ id, type, text }) => [id, type, text]);
	expect(texts(after)).toEqual(texts(before));
	expect(after.meta).toEqual({ ...before.meta, carried: [boardId] });
	expect(after.links).toHaveLength(before.links.length);
	const boards = (await staff.send('GET', `/api/workshops/${workshop.id}`)).json().boards;
	expect(boards.map(({ table }: { table: number }) => table)).toEqual([1, 2]);
});

test('a board file alone becomes a workshop of one table, without an empty table beside it', async () => {
	const file = await staff.send('GET', `/api/boards/${boardId}/export/json`);
	const response = await upload(file.rawPayload, staff, '/api/workshops/import');
	expect(response.statusCode).toBe(201);
	const made = (await staff.send('GET', `/api/workshops/${response.json().workshopId}`)).json();
	expect(made).toMatchObject({ name: '看取り研修: A/B', scene: 'endOfLife', municipality: 'I市' });
	expect(made.boards).toMatchObject([{ id: response.json().boardId, table: 1, cardCount: 30 }]);
	const workshops = async () => (await staff.send('GET', '/api/workshops')).json().workshops.length;
	const count = await workshops();
	const refused = await upload('{"format":"other"}', staff, '/api/workshops/import');
	expect(refused.json()).toMatchObject({ code: 'notABoardFile' });
	expect(await workshops()).toBe(count);
});

test('a wrong, newer, broken or huge file is refused kindly and nothing changes', async () => {
	const count = await boardCount();
	const whole = (await staff.send('GET', `/api/boards/${boardId}/export/json`)).json();
	for (const [content, status, code] of [
		['%PDF-1.7', 422, 'notABoardFile'],
		['{"format":"another"}', 422, 'notABoardFile'],
		[Buffer.from([0xff, 0xfe, 0, 1, 2]), 422, 'notABoardFile'],
		['', 422, 'notABoardFile'],
		[JSON.stringify({ ...whole, version: 99 }), 422, 'newerBoardFile'],
		[
			JSON.stringify({ ...whole, board: { ...whole.board, cards: [{ type: 'theme' }] } }),
			422,
			'brokenBoardFile'
		],
		['x'.repeat(200_001), 413, 'tooLarge']
	] as const)
		expect((await upload(content)).json()).toMatchObject({ status, code });
	const noFile = await staff.send('POST', `/api/workshops/${workshop.id}/boards/import`, {});
	expect(noFile.json()).toMatchObject({ status: 400, code: 'badRequest' });
	expect(await boardCount()).toBe(count);
});

test('a file that is too large is said to be so, also when it is cut exactly between two chunks', async () => {
	const real = await driveApp({ MAX_IMPORT_BYTES: String(2 * 65_536) });
	await real.app.listen({ host: '127.0.0.1', port: 0 });
	const address = real.app.server.address();
	const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
	const form = new FormData();
	form.append('file', new Blob(['x'.repeat(3_000_000)]), 'board.json');
	const cookie = [...(await real.staff()).cookies].map(([name, value]) => `${name}=${value}`);
	const response = await fetch(`${url}/api/workshops/import`, {
		method: 'POST',
		headers: { cookie: cookie.join('; ') },
		body: form
	});
	expect(await response.json()).toMatchObject({ status: 413, code: 'tooLarge' });
	await real.close();
});

test.each([
	['without a boundary', 'multipart/form-data', 'x'],
	[
		'without an end',
		'multipart/form-data; boundary=b',
		'--b\r\nContent-Disposition: form-data; name="f"; filename="x"\r\n\r\nabc'
	]
])('a form %s is the sender’s mistake and not ours', async (_, type, body) => {
	const response = await staff.send('POST', '/api/workshops/import', Buffer.from(body), {
		'content-type': type
	});
	expect(response.json()).toMatchObject({ status: 400, code: 'badRequest' });
});

test('no card text reaches the log, whatever is refused', async () => {
	await upload('{"format":"renkei-board","version":1,"cards":[{"text":"ひみつの言葉"}]}');
	await upload('{"format":ひみつの言葉}');
	await staff.send('PATCH', `/api/workshops/${workshop.id}`, Buffer.from('{"name": ひみつの言葉'), {
		'content-type': 'application/json'
	});
	await staff.send('POST', '/api/workshops', { name: 'ひみつの言葉', tables: 'x' });
	expect(driven.logged()).not.toContain('ひみつ');
	expect(driven.logged()).not.toContain('家族が入院を選ぶ');
	expect(driven.logged()).toContain('/api/workshops/:workshopId');
});
