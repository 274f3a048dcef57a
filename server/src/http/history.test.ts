import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import {
	addCard,
	editCardText,
	insertCards,
	withdrawCards
} from '@renkei/shared/document/commands/card-commands.ts';
import { addLink } from '@renkei/shared/document/commands/link-commands.ts';
import { boardOfPlain } from '@renkei/shared/document/plain-board.ts';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import type { Author } from '@renkei/shared/document/origins.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { Profession } from '@renkei/shared/method/professions.ts';
import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import type { DrivenApp, Visitor } from '../app-driver.ts';
import { driveApp } from '../app-driver.ts';
import { openSqliteStorage } from '../storage/sqlite.ts';

let driven: DrivenApp;
let staff: Visitor;
let workshop: Workshop;
let boardId: string;
let directory: string;
const providers: WebsocketProvider[] = [];

beforeAll(async () => {
	directory = mkdtempSync(joinPath(tmpdir(), 'renkei-history-'));
	driven = await driveApp({}, { storage: await openSqliteStorage({ directory }), now: Date.now });
	await driven.app.listen({ host: '127.0.0.1', port: 0 });
	staff = await driven.staff();
});
afterAll(async () => {
	await driven.close();
	rmSync(directory, { recursive: true });
});
let made = 0;
beforeEach(async () => {
	made += 1;
	const body = { key: `key${made}`, name: '研修', scene: 'daily', tables: 1, start: 'blank' };
	workshop = (await staff.send('POST', '/api/workshops', body)).json();
	await staff.send('PATCH', `/api/workshops/${workshop.id}`, { state: 'open' });
	boardId = workshop.boards[0]!.id;
});
afterEach(() => {
	for (const provider of providers.splice(0)) provider.destroy();
});

/** Somebody at the table with the board open. */
interface Person {
	readonly visitor: Visitor;
	readonly id: string;
	readonly doc: Y.Doc;
	readonly author: Author;
	readonly provider: WebsocketProvider;
}

async function join(code: string, profession: Profession = 'physician'): Promise<Person> {
	const visitor = driven.visitor();
	await visitor.send('POST', '/api/join', { code, profession, table: 1 });
	const id: string = (await visitor.send('GET', '/api/me')).json().participant;
	const cookie = [...visitor.cookies].map(
		([name, value]) => `${name}=${encodeURIComponent(value)}`
	);
	class SignedInSocket extends WebSocket {
		constructor(address: string | URL, protocols?: string | string[]) {
			super(address, protocols, { headers: { cookie: cookie.join('; ') } });
		}
	}
	const { port } = driven.app.server.address() as AddressInfo;
	const doc = new Y.Doc();
	const provider = new WebsocketProvider(`ws://127.0.0.1:${port}/sync`, `${boardId}.1`, doc, {
		disableBc: true,
		WebSocketPolyfill: SignedInSocket as unknown as typeof globalThis.WebSocket
	});
	for (const type of [100, 101, 102, 103, 104, 105]) provider.messageHandlers[type] ??= () => {};
	providers.push(provider);
	await vi.waitFor(() => expect(provider.synced).toBe(true));
	const author = { participant: id, profession, now: Date.now() };
	return { visitor, id, doc, author, provider };
}

const read = async (path: string, by: Visitor = staff) =>
	(await by.send('GET', `/api/boards/${boardId}/${path}`)).json();
const lastSeq = async (): Promise<number> => (await read('history')).last.seq;
const post = async (path: string, body: object, by: Visitor = staff) =>
	await by.send('POST', `/api/boards/${boardId}/${path}`, body);

/** Does something as one row of the log and answers with its number. */
async function asRow(change: () => unknown): Promise<number> {
	const before = await lastSeq();
	change();
	await vi.waitFor(async () => expect(await lastSeq()).toBe(before + 1));
	return before + 1;
}

const write = (person: Person, text: string) =>
	addCard(person.doc, { type: 'cause', text }, person.author);

test('looking back: states, differences, points, the story of a card, the trash, writers and replay', async () => {
	const nurse = await join(workshop.joinCode);
	let card = '' as CardId;
	const made = await asRow(() => (card = write(nurse, '情報が')));
	const typed = await asRow(() =>
		editCardText(nurse.doc, card, { index: 3, remove: 0, insert: '届かない' })
	);
	const starred = await post('history/points', { text: ' ここを残す ' });
	expect(starred.statusCode).toBe(201);
	expect(starred.json()).toMatchObject({ seq: typed, text: 'ここを残す', role: 'staff' });
	const gone = await asRow(() => withdrawCards(nurse.doc, [card], nurse.author));

	const history = await read('history');
	expect(history).toMatchObject({
		epoch: 1,
		first: { seq: 0 },
		last: { seq: gone },
		points: [{ kind: 'star', seq: typed, isStarred: true, profession: 'municipalOfficer' }],
		lastRestore: null
	});
	expect(history.moments.at(-1)).toMatchObject({ seq: gone });
	expect(
		history.moments.reduce((sum: number, { changes }: { changes: number }) => sum + changes, 0)
	).toBe(gone);

	const at = await read(`history/at/${typed}`);
	expect(boardOfPlain(at.board).cards.get(card)?.text).toBe('情報が届かない');
	expect((await read(`history/at/${made}`)).board.cards[0].text).toBe('情報が');
	expect((await read('history/at/0')).board.cards).toEqual([]);
	expect((await read(`history/at/${gone}`)).board.trash).toHaveLength(1);
	expect((await read(`history/at/${gone + 1}`)).code).toBe('notFound');

	const difference = (from: number, to: number) => read(`history/difference?from=${from}&to=${to}`);
	expect((await difference(made, typed)).cards).toMatchObject([
		{ id: card, mark: 'changed', textBefore: '情報が', textAfter: '情報が届かない' }
	]);
	expect((await difference(gone, typed)).cards).toMatchObject([{ id: card, mark: 'added' }]);

	expect((await read(`cards/${card}/history`, nurse.visitor)).entries).toMatchObject([
		{
			what: 'created',
			seq: typed,
			profession: 'physician',
			role: 'participant',
			text: { before: '', after: '情報が届かない' }
		},
		{ what: 'withdrawn', before: typed }
	]);
	expect((await read('cards/none/history', nurse.visitor)).code).toBe('notFound');
	expect((await read('trash', nurse.visitor)).cards).toMatchObject([
		{ id: card, text: '情報が届かない', withdrawnBy: 'physician' }
	]);
	expect((await read('history/writers')).writers).toMatchObject([
		{ participantId: nurse.id, profession: 'physician', gestures: { five: 1, all: 1 } }
	]);
	const { steps } = await read('history/replay');
	expect(steps).toMatchObject([
		{ seq: typed, cards: [{ id: card, mark: 'added' }], points: [starred.json().id] },
		{ seq: gone, cards: [{ id: card, mark: 'removed' }], points: [] }
	]);
	// Nobody's words are in the log of the server, and no path names a person.
	expect(driven.logged()).not.toContain('届かない');
});

test('only who leads looks back; one card and the trash are for all who write', async () => {
	const nurse = await join(workshop.joinCode);
	const viewer = await join(workshop.viewerCode);
	const leader = await join(workshop.facilitatorCode);
	const card = write(nurse, '原因');
	await vi.waitFor(async () => expect(await lastSeq()).toBe(1));
	const asks: readonly [string, object?][] = [
		['history'],
		['history/at/0'],
		['history/difference?from=0&to=1'],
		['history/replay'],
		['history/writers'],
		['history/points', { text: '' }],
		['history/restore', { what: 'board', to: 0 }],
		['history/roll-back', { participantId: nurse.id, minutes: 5 }],
		[`cards/${card}/history`],
		['trash']
	];
	const codesFor = async ({ visitor }: Pick<Person, 'visitor'>) =>
		await Promise.all(
			asks.map(async ([path, body]) => {
				const url = `/api/boards/${boardId}/${path}`;
				return (await visitor.send(body ? 'POST' : 'GET', url, body)).statusCode;
			})
		);
	expect(await codesFor(nurse)).toEqual([403, 403, 403, 403, 403, 403, 403, 403, 200, 200]);
	expect(await codesFor(viewer)).toEqual(asks.map(() => 403));
	expect(await codesFor({ visitor: driven.visitor() })).toEqual(asks.map(() => 401));
	expect((await codesFor(leader)).filter((code) => code >= 300)).toEqual([]);
});

describe('putting back', () => {
	test('the whole board, in place: everybody stays connected, and it can be taken back', async () => {
		const nurse = await join(workshop.joinCode);
		const leader = await join(workshop.facilitatorCode, 'careManager');
		const kept = write(nurse, '退院が急');
		await vi.waitFor(async () => expect(await lastSeq()).toBe(1));
		const fresh = write(nurse, '新しい');
		editCardText(nurse.doc, kept, { index: 0, remove: 2, insert: '転院' });
		await vi.waitFor(async () => expect(await lastSeq()).toBe(3));

		const done = await post('history/restore', { what: 'board', to: 1 }, leader.visitor);
		expect(done.json()).toMatchObject({
			changes: 2,
			undoTo: 3,
			point: { kind: 'restore', seq: 3, role: 'facilitator', profession: 'careManager' }
		});
		await vi.waitFor(() => {
			const board = readBoard(nurse.doc);
			expect(board.cards.get(kept)?.text).toBe('退院が急');
			expect(board.trash.get(fresh)?.deletedBy).toBe(leader.id);
		});
		expect(await lastSeq()).toBe(4);
		const { lastRestore } = await read('history', leader.visitor);
		expect(lastRestore).toMatchObject({ what: 'board', to: { seq: 1 }, undoTo: 3 });
		expect(nurse.provider.wsconnected && leader.provider.wsconnected).toBe(true);

		const story = await read(`cards/${kept}/history`, nurse.visitor);
		expect(story.entries.at(-1)).toMatchObject({
			what: 'changed',
			profession: 'careManager',
			text: { before: '転院が急', after: '退院が急' }
		});

		await post('history/restore', { what: 'board', to: lastRestore.undoTo }, leader.visitor);
		await vi.waitFor(() => {
			const texts = [...readBoard(nurse.doc).cards.values()].map(({ text }) => text);
			expect(texts.sort()).toEqual(['新しい', '転院が急']);
		});
		expect((await post('history/restore', { what: 'board', to: 3 })).json()).toMatchObject({
			changes: 0,
			point: null,
			undoTo: 5
		});
		expect((await post('history/restore', { what: 'board', to: 99 })).json().code).toBe('notFound');
		const audit = await driven.storage.catalogue.listAudit({
			workshopId: workshop.id,
			whatStarts: 'history-',
			limit: 9
		});
		expect(audit.map(({ what, role }) => `${role} ${what}`)).toEqual([
			'staff history-restored-board',
			'facilitator history-restored-board',
			'facilitator history-restored-board'
		]);
		await staff.send('PATCH', `/api/workshops/${workshop.id}`, { state: 'closed' });
		expect((await post('history/restore', { what: 'board', to: 1 })).json().code).toBe(
			'workshopClosed'
		);
		expect((await read('history')).points.at(-1)).toMatchObject({ kind: 'close', role: 'staff' });
	});

	test('what was put back is taken back again, without what others wrote meanwhile', async () => {
		const nurse = await join(workshop.joinCode);
		const [one, two] = [write(nurse, '一'), write(nurse, '二')];
		await vi.waitFor(async () => expect(await lastSeq()).toBe(2));
		for (const card of [one, two])
			editCardText(nurse.doc, card, { index: 1, remove: 0, insert: 'です' });
		const three = write(nurse, '三');
		await vi.waitFor(async () => expect(await lastSeq()).toBe(5));
		const { point } = (await post('history/restore', { what: 'board', to: 2 })).json();
		await vi.waitFor(() => expect(readBoard(nurse.doc).cards.size).toBe(2));
		editCardText(nurse.doc, two, { index: 1, remove: 0, insert: 'つ' });
		const four = write(nurse, '四');
		await vi.waitFor(async () => expect(await lastSeq()).toBe(8));

		const undo = { what: 'undo', pointId: point.id };
		expect((await post('history/restore', undo)).json()).toMatchObject({ changes: 2, undoTo: 8 });
		await vi.waitFor(() => {
			const { cards } = readBoard(nurse.doc);
			const texts = [one, two, three, four].map((card) => cards.get(card)?.text);
			expect(texts).toEqual(['一です', '二つ', '三', '四']);
		});
		expect((await read('history')).lastRestore).toBeNull();
		const star = (await post('history/points', {})).json();
		const noUndo = await post('history/restore', { what: 'undo', pointId: star.id });
		expect(noUndo.json().code).toBe('notFound');
	});

	test('one person’s last minutes, as far as nobody went on from there', async () => {
		const nurse = await join(workshop.joinCode);
		const vandal = await join(workshop.joinCode, 'dentist');
		const card = write(nurse, '退院が急');
		await vi.waitFor(() => expect(readBoard(vandal.doc).cards.size).toBe(1));
		editCardText(vandal.doc, card, { index: 0, remove: 4, insert: 'らくがき' });
		const alone = write(vandal, 'らくがき二');
		const linked = write(vandal, 'よい原因');
		await vi.waitFor(() => expect(readBoard(nurse.doc).cards.size).toBe(3));
		addLink(nurse.doc, { from: linked, to: card }, nurse.author);
		await vi.waitFor(async () => expect(await lastSeq()).toBe(5));

		const ask = { participantId: vandal.id, minutes: 15 };
		const preview = await post('history/roll-back', { ...ask, dryRun: true });
		const expected = {
			cards: [
				{ id: alone, what: 'withdrawn' },
				{ id: card, what: 'putBack', textBefore: 'らくがき', textAfter: '退院が急' }
			],
			kept: [{ id: linked, text: 'よい原因' }]
		};
		expect(preview.json()).toMatchObject({ ...expected, point: null, undoTo: 5 });
		expect(await lastSeq()).toBe(5);
		const done = await post('history/roll-back', ask);
		expect(done.json()).toMatchObject({ ...expected, point: { kind: 'rollBack', seq: 5 } });
		await vi.waitFor(() => {
			const texts = [...readBoard(vandal.doc).cards.values()].map(({ text }) => text);
			expect(texts.sort()).toEqual(['よい原因', '退院が急']);
		});
		expect((await read('history')).lastRestore).toMatchObject({ what: 'rollBack', to: null });
		expect((await post('history/roll-back', { participantId: vandal.id })).statusCode).toBe(400);
		expect(
			(await post('history/roll-back', { participantId: 'nobody', minutes: 5 })).json().code
		).toBe('notFound');
	});
});

test('what happens to many cards at once gets a name, at the state before it', async () => {
	const leader = await join(workshop.facilitatorCode);
	const texts = ['一', '二', '三', '四', '五', '六'];
	const insert = (count: number) =>
		insertCards(
			leader.doc,
			texts.slice(0, count).map((text) => ({ type: 'cause', text })),
			[],
			{ ...leader.author, now: Date.now() }
		);
	await asRow(() => insert(5));
	let ids: readonly CardId[] = [];
	await asRow(() => (ids = insert(6)));
	await asRow(() => withdrawCards(leader.doc, ids.slice(0, 5), leader.author));
	await asRow(() => withdrawCards(leader.doc, readBoard(leader.doc).cards.keys(), leader.author));
	const { points } = await read('history');
	expect(points).toMatchObject([
		{ kind: 'import', seq: 1, params: { cards: 6 }, role: 'facilitator' },
		{ kind: 'bulkDelete', seq: 3, params: { cards: 6 }, role: 'facilitator' }
	]);
	await post('history/restore', { what: 'board', to: points[1].seq });
	await vi.waitFor(() => expect(readBoard(leader.doc).cards.size).toBe(6));
});

test('a phase that ends is named in the history', async () => {
	const lead = (command: object) =>
		staff.send('POST', `/api/workshops/${workshop.id}/lead`, {
			boards: 'all',
			aid: 'phases',
			command
		});
	const nobody = { create: [], edit: 'none', move: 'none', delete: 'none', link: false };
	const phase = {
		id: 'write',
		title: '原因の書き出し',
		question: '',
		minutes: 10,
		step: 'cause',
		visibility: 'open',
		rights: { ...nobody, vote: false, tools: [] }
	};
	expect((await lead({ do: 'begin', phase, since: null })).statusCode).toBe(200);
	const stored = await driven.storage.facilitation.read(boardId);
	const { since } = JSON.parse(stored?.state ?? '').phases.running;
	await lead({ do: 'end', since });
	await vi.waitFor(async () =>
		expect((await read('history')).points).toMatchObject([
			{ kind: 'phase', params: { title: '原因の書き出し' }, seq: 0 }
		])
	);
});
