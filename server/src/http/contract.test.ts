import type { ApiRoute } from '@renkei/shared/protocol/api-route.ts';
import type { ApiRouteName } from '@renkei/shared/protocol/api-routes.ts';
import { apiRoutes } from '@renkei/shared/protocol/api-routes.ts';
import { problemCodes, problemSchema } from '@renkei/shared/protocol/problem.ts';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { DrivenApp, Visitor } from '../app-driver.ts';
import { driveApp, passphrase } from '../app-driver.ts';
import { drawPhoto } from '../photos/photos.driver.ts';
import { sealBlob, StorageError } from '../storage/storage.ts';
import { problems } from './problems.ts';

const emptyUpdate = Uint8Array.of(0, 0);

let driven: DrivenApp;
let staff: Visitor;
let workshop: { id: string; joinCode: string; viewerCode: string; boards: { id: string }[] };
beforeAll(async () => {
	driven = await driveApp();
	staff = await driven.staff();
	workshop = await create('key1');
});
afterAll(async () => await driven.close());

async function create(key: string) {
	const body = { key, name: '研修', scene: 'daily', tables: 1, start: 'g-city-evaluation' };
	return (await staff.send('POST', '/api/workshops', body)).json();
}

/** A good call of every route; a route without one fails to compile. */
const calls: Record<ApiRouteName, () => Promise<{ url: string; body?: object; by?: Visitor }>> = {
	signIn: async () => ({
		url: '/api/staff/sign-in',
		body: { passphrase },
		by: driven.visitor()
	}),
	signOut: async () => ({ url: '/api/sign-out', by: await driven.staff() }),
	me: async () => ({ url: '/api/me' }),
	listPacks: async () => ({ url: '/api/packs' }),
	readPack: async () => ({ url: '/api/packs/dementia' }),
	listWorkshops: async () => ({ url: '/api/workshops' }),
	createWorkshop: async () => ({
		url: '/api/workshops',
		body: { key: 'key2', name: '研修', scene: 'daily', tables: 2, start: 'blank' }
	}),
	readWorkshop: async () => ({ url: `/api/workshops/${workshop.id}` }),
	changeWorkshop: async () => ({ url: `/api/workshops/${workshop.id}`, body: { name: '名前' } }),
	deleteWorkshop: async () => ({ url: `/api/workshops/${(await create('key3')).id}` }),
	importBoard: async () => ({
		url: `/api/workshops/${workshop.id}/boards/import`,
		body: await boardFile()
	}),
	importWorkshop: async () => ({ url: '/api/workshops/import', body: await boardFile() }),
	lookUpCode: async () => ({ url: `/api/join/${workshop.joinCode}`, by: driven.visitor() }),
	join: async () => ({
		url: '/api/join',
		body: { code: workshop.joinCode, profession: 'dentist', table: 1 },
		by: driven.visitor()
	}),
	readWall: async () => ({ url: `/api/workshops/${workshop.id}/wall` }),
	leadTables: async () => ({
		url: `/api/workshops/${workshop.id}/lead`,
		body: { boards: 'all', aid: 'timer', command: { do: 'stop' } }
	}),
	readDesk: async () => ({ url: ofFirstBoard('desk') }),
	sendIdea: async () => ({
		url: ofFirstBoard('ideas'),
		body: { key: 'ideaofcontract', type: 'note', text: '思いつき', of: null }
	}),
	changeIdea: async () => ({
		url: ofFirstBoard('ideas/nosuchidea'),
		body: { type: 'note', text: '思いつき' }
	}),
	withdrawIdea: async () => ({ url: ofFirstBoard('ideas/nosuchidea') }),
	askAid: async () => ({
		url: ofFirstBoard('lead'),
		body: { aid: 'hands', command: { do: 'raise' } }
	}),
	readAttendance: async () => ({ url: `/api/workshops/${workshop.id}/attendance` }),
	listPeople: async () => ({ url: `/api/workshops/${workshop.id}/people` }),
	removePerson: async () => ({
		url: `/api/workshops/${workshop.id}/people/${(await joined()).id}`
	}),
	rotateCodes: async () => ({ url: `/api/workshops/${(await create('key4')).id}/codes` }),
	makeTransfer: async () => ({
		url: `/api/workshops/${workshop.id}/transfer-code`,
		by: (await joined()).visitor
	}),
	transfer: async () => {
		const { visitor } = await joined();
		const made = await visitor.send('POST', `/api/workshops/${workshop.id}/transfer-code`);
		return {
			url: '/api/join/transfer',
			body: { code: workshop.joinCode, transferCode: made.json().transferCode },
			by: driven.visitor()
		};
	},
	startRehearsal: async () => ({
		url: `/api/workshops/${(await create('key5')).id}/rehearsal`
	}),
	endRehearsal: async () => {
		const url = `/api/workshops/${(await create('key6')).id}/rehearsal`;
		await staff.send('POST', url);
		return { url };
	},
	giveRole: async () => ({
		url: `/api/boards/${workshop.boards[0]!.id}/people/${(await joined()).id}/role`,
		body: { role: 'recorder' }
	}),
	listDeletions: async () => ({ url: '/api/deletions' }),
	openProjector: async () => ({
		url: `/api/projector/${workshop.viewerCode}`,
		by: driven.visitor()
	}),
	readProjectorPack: async () => ({
		url: `/api/projector/${workshop.viewerCode}/packs/dementia`,
		by: driven.visitor()
	}),
	openBoard: async () => ({ url: `/api/boards/${workshop.boards[0]!.id}` }),
	readBoard: async () => ({ url: `/api/boards/${workshop.boards[0]!.id}/snapshot` }),
	readHistory: async () => ({ url: ofFirstBoard('history') }),
	readBoardAt: async () => ({ url: ofFirstBoard('history/at/0') }),
	readDifference: async () => ({ url: ofFirstBoard('history/difference?from=0&to=0') }),
	readReplay: async () => ({ url: ofFirstBoard('history/replay') }),
	readWriters: async () => ({ url: ofFirstBoard('history/writers') }),
	addPoint: async () => ({ url: ofFirstBoard('history/points'), body: { text: 'ここを残す' } }),
	restore: async () => ({
		url: ofFirstBoard('history/restore'),
		body: { what: 'zone', zone: 'cause', to: 0 }
	}),
	rollBack: async () => ({
		url: ofFirstBoard('history/roll-back'),
		body: { participantId: await writerOfFirstBoard(), minutes: 15, dryRun: true }
	}),
	readCardHistory: async () => ({ url: (await chainAddress()).replace('/chain', '/history') }),
	readTrash: async () => ({ url: ofFirstBoard('trash') }),
	exportBoard: async () => ({ url: `/api/boards/${workshop.boards[0]!.id}/export/pdf` }),
	tellExport: async () => ({
		url: `/api/boards/${workshop.boards[0]!.id}/exports`,
		body: { key: 'told1', format: 'pdf', sheet: 'worksheet', agoMs: 60_000 }
	}),
	listExports: async () => ({ url: `/api/workshops/${workshop.id}/exports` }),
	listPhotos: async () => ({ url: photosUrl() }),
	addPhoto: async () => ({ url: photosUrl(), body: formOf(await drawPhoto('png')) }),
	readPhoto: async () => ({ url: `${photosUrl()}/${await addedPhoto()}` }),
	removePhoto: async () => ({ url: `${photosUrl()}/${await addedPhoto()}` }),
	nextBoard: async () => ({
		url: `/api/boards/${workshop.boards[0]!.id}/next`,
		body: { key: 'next1', take: 'themeAndVision' }
	}),
	createCase: async () => ({
		url: '/api/cases',
		body: { key: 'case1', title: '退院した翌日に再び入院した', scene: 'discharge' }
	}),
	listCases: async () => ({ url: '/api/cases' }),
	putCauses: async () => ({ url: '/api/cause-groups', body: await newGroup('group1') }),
	releaseCauses: async () => ({
		url: '/api/cause-groups/release',
		body: { members: (await newGroup('group2')).members }
	}),
	renameCauseGroup: async () => ({
		url: `/api/cause-groups/${await madeGroup('group3')}`,
		body: { title: '別の題' }
	}),
	removeCauseGroup: async () => ({ url: `/api/cause-groups/${await madeGroup('group4')}` }),
	carryCauses: async () => ({
		url: `/api/cause-groups/${await madeGroup('group5')}/carry`,
		body: {
			key: 'carry1',
			boardId: workshop.boards[0]!.id,
			newBoard: null,
			asTheme: true,
			asFacts: true
		}
	}),
	searchLibrary: async () => ({ url: '/api/library/search', body: { words: '再入院' } }),
	readChain: async () => ({ url: await chainAddress() })
};

/** Somebody new at the table. */
async function joined(): Promise<{ visitor: Visitor; id: string }> {
	const visitor = driven.visitor();
	const body = { code: workshop.joinCode, profession: 'dentist', table: 1 };
	await visitor.send('POST', '/api/join', body);
	return { visitor, id: (await visitor.send('GET', '/api/me')).json().participant };
}

async function newGroup(id: string) {
	const made = await staff.send('POST', '/api/cases', {
		key: `case-of-${id}`,
		title: '事例',
		scene: 'daily',
		municipality: ''
	});
	const { boardId } = made.json();
	return { id, title: '同じ原因', members: [{ boardId, cardId: 'c1' }] };
}

async function chainAddress(): Promise<string> {
	const [{ id }] = workshop.boards as [{ id: string }];
	const board = (await staff.send('GET', `/api/boards/${id}/snapshot`)).json();
	return `/api/boards/${id}/cards/${board.cards[0].id}/chain`;
}

async function madeGroup(id: string): Promise<string> {
	await staff.send('POST', '/api/cause-groups', await newGroup(id));
	return id;
}

const ofFirstBoard = (path: string) => `/api/boards/${workshop.boards[0]!.id}/${path}`;

/** Somebody who wrote a row on the board. */
async function writerOfFirstBoard(): Promise<string> {
	const { id: participantId } = await joined();
	const boardId = workshop.boards[0]!.id;
	const { lastSeq } = (await driven.storage.log.lastSeqs([boardId])).get(boardId)!;
	const row = { boardId, epoch: 1, participantId, clientIds: [], bytes: sealBlob(1, emptyUpdate) };
	await driven.storage.log.append([{ ...row, at: driven.clock.now + lastSeq }]);
	return participantId;
}

const photosUrl = () => `/api/boards/${workshop.boards[0]!.id}/photos`;

async function addedPhoto(): Promise<string> {
	const photo = formOf(await drawPhoto('jpeg'));
	const headers = { 'content-type': 'multipart/form-data; boundary=cut' };
	return (await staff.send('POST', photosUrl(), photo, headers)).json().id;
}

async function boardFile(): Promise<Buffer> {
	const file = await staff.send('GET', `/api/boards/${workshop.boards[0]!.id}/export/json`);
	return formOf(file.rawPayload);
}

function formOf(content: Uint8Array): Buffer {
	const head = 'content-disposition: form-data; name="file"; filename="file"';
	return Buffer.concat([
		Buffer.from(`--cut\r\n${head}\r\n\r\n`),
		content,
		Buffer.from('\r\n--cut--\r\n')
	]);
}

test.each(Object.entries(apiRoutes) as [ApiRouteName, ApiRoute][])(
	'%s answers what its schema says',
	async (name, route) => {
		const { url, body, by = staff } = await calls[name]();
		const headers: Record<string, string> =
			route.body === 'file' ? { 'content-type': 'multipart/form-data; boundary=cut' } : {};
		const response = await by.send(route.method, url, body, headers);
		expect(response.statusCode).toBe(route.status);
		expect(misfit(route, response)).toBeNull();
	}
);

/** What about an answer is not as its route says, also where it says more. */
function misfit({ answer }: ApiRoute, response: LightMyRequestResponse): unknown {
	if (typeof answer === 'string') return response.rawPayload.length > 300 ? null : 'no file';
	const strict = answer instanceof z.ZodMiniObject ? z.catchall(answer, z.never()) : answer;
	return strict.safeParse(response.json()).error ?? null;
}

test('the description names every route with all its refusals', async () => {
	const api = (await driven.app.inject('/api/openapi.json')).json();
	expect(api.openapi).toBe('3.1.0');
	expect(api.info.version).toBe('1.2.3');
	for (const [name, route] of Object.entries(apiRoutes)) {
		const path = route.path.replace(/:(\w+)/g, '{$1}');
		const operation = api.paths[path][route.method.toLowerCase()];
		expect(operation.operationId).toBe(name);
		expect(operation.responses[route.status]).toBeDefined();
		for (const code of route.refusals)
			expect(operation.responses[problems[code].status].description).toContain(code);
	}
	expect(
		api.paths['/api/workshops'].post.requestBody.content['application/json'].schema.required
	).toEqual(['key', 'name', 'scene', 'tables', 'start']);
	expect(Object.keys(api.paths)).toEqual(
		expect.arrayContaining(['/healthz', '/readyz', '/metrics'])
	);
});

test('the page of the description runs no script and asks no other host', async () => {
	const page = (await driven.app.inject('/api/docs')).body;
	expect(page).not.toMatch(/<script|https?:\/\/|style=/);
	for (const route of Object.values(apiRoutes))
		expect(page).toContain(route.path.replace(/:(\w+)/g, '{$1}'));
	expect((await driven.app.inject('/api/docs.css')).headers['content-type']).toMatch(/text\/css/);
});

test('every refusal is one sentence in each language', () => {
	expect(Object.keys(problems).sort()).toEqual([...problemCodes].sort());
	for (const { ja, en } of Object.values(problems)) {
		expect(ja).toMatch(/^[^A-Za-z]*[。]$|JSON|PDF|JPEG/);
		expect(ja).not.toMatch(/ユーザー|エラー|同期|デバイス/);
		expect(en).toMatch(/^[A-Z][^.!?]*[.]$/);
	}
});

test.each([
	[undefined, '番号が違うようです。担当の人に確認してください。'],
	['ja', '番号が違うようです。担当の人に確認してください。'],
	['fr,en;q=0.8', 'That code was not found; ask the person in charge.'],
	['en-US,en;q=0.9,ja;q=0.8', 'That code was not found; ask the person in charge.'],
	['en;q=0.1, ja;q=0.2', '番号が違うようです。担当の人に確認してください。']
])('a refusal for somebody who reads %s', async (language, detail) => {
	const response = await driven.app.inject({
		url: '/api/join/x',
		headers: language === undefined ? {} : { 'accept-language': language }
	});
	expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
	expect(problemSchema.parse(response.json())).toEqual({
		type: 'urn:renkei:problem:codeUnknown',
		title: 'Unknown join code',
		status: 404,
		code: 'codeUnknown',
		detail
	});
});

test.each([
	['GET', '/api/nothing', undefined, 404, 'notFound'],
	['GET', '/assets/none.js', undefined, 404, 'notFound'],
	['PUT', '/api/workshops', undefined, 404, 'notFound'],
	['POST', '/api/join', Buffer.from('{'), 400, 'badRequest'],
	['POST', '/api/join', Buffer.from(`"${'x'.repeat(70_000)}"`), 413, 'tooLarge'],
	['POST', '/api/join', Buffer.from('{"__proto__":{"a":1}}'), 400, 'badRequest'],
	['GET', '/api/boards/%ff', undefined, 400, 'badRequest'],
	['GET', `/api/boards/${'x'.repeat(120)}`, undefined, 404, 'notFound'],
	['GET', '/%2e%2e/%2e%2e/etc/passwd', undefined, 404, 'notFound']
] as const)('%s %s is refused as a problem', async (method, url, payload, status, code) => {
	const response = await driven.app.inject({
		method,
		url,
		...(payload === undefined ? {} : { payload, headers: { 'content-type': 'application/json' } })
	});
	expect(response.json()).toMatchObject({ status, code });
});

test('too many requests from one address are stopped for a while', async () => {
	const busy = await driveApp();
	const statuses = new Map<number, number>();
	for (let count = 0; count < 1510; count += 1) {
		const { statusCode } = await busy.app.inject('/api/me');
		statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
	}
	expect([...statuses]).toEqual([
		[401, 1500],
		[429, 10]
	]);
	const refused = await busy.app.inject('/api/me');
	expect(refused.json()).toMatchObject({ status: 429, code: 'tooFast' });
	expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
	const other = await busy.app.inject({ url: '/api/me', remoteAddress: '10.0.0.9' });
	expect(other.statusCode).toBe(401);
	await busy.close();
});

test('a storage that does not answer is said so, and the log has the reason', async () => {
	const broken = await driveApp();
	broken.storage.catalogue.findWorkshopByCode = () =>
		Promise.reject(new StorageError('disk-full', '秘密の言葉'));
	const response = await broken.app.inject('/api/join/123456');
	expect(response.json()).toMatchObject({ status: 503, code: 'storageDown' });
	expect(broken.logged()).toContain('disk-full');
	expect(broken.logged()).not.toContain('秘密の言葉');
	broken.storage.catalogue.findWorkshopByCode = () => Promise.reject(new TypeError('秘密の言葉'));
	const fault = await broken.app.inject('/api/join/123456');
	expect(fault.json()).toMatchObject({ status: 500, code: 'internal' });
	expect(fault.body).not.toContain('秘密');
	expect(broken.logged()).toContain('TypeError');
	expect(broken.logged()).not.toContain('秘密の言葉');
	await broken.close();
});
