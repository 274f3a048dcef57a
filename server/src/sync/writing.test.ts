import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { addCard, editCardText } from '@renkei/shared/document/commands/card-commands.ts';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import type { Phase } from '@renkei/shared/facilitation/phase.ts';
import type { OwnWriting, ShownWriting } from '@renkei/shared/facilitation/writing-show.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { cardIdSchema } from '@renkei/shared/method/card.ts';
import { messageTypes } from '@renkei/shared/protocol/messages.ts';
import { createLocalRelay } from '../relay/local.ts';
import { openSqliteStorage } from '../storage/sqlite.ts';
import { findSecrets } from './secret-search.driver.ts';
import type { BareSocket, SyncServer } from './sync.driver.ts';
import { startSyncServer } from './sync.driver.ts';

const roles = {
	lead: 'facilitator',
	second: 'facilitator',
	clerk: 'recorder',
	looker: 'viewer'
} as const;
const secrets = [
	'家族は夜が不安になる',
	'連絡先がわからないまま',
	'往診まで遠すぎる',
	'だれも決めていない'
];
const [night, contact, far, nobody] = secrets as [string, string, string, string];
const private1: Phase = {
	id: 'alone',
	title: '原因を書く',
	question: '',
	minutes: null,
	step: 'cause',
	visibility: 'private',
	rights: {
		create: ['cause', 'note'],
		edit: 'all',
		move: 'all',
		delete: 'own',
		link: true,
		vote: false,
		tools: []
	}
};

let directory: string;
let server: SyncServer;
let requests = 0;

beforeEach(async () => {
	directory = mkdtempSync(join(tmpdir(), 'renkei-writing-'));
	await start(true);
});
afterEach(async () => {
	await server.close();
	rmSync(directory, { recursive: true });
});

async function start(isNew: boolean): Promise<void> {
	const storage = await openSqliteStorage({ directory });
	server = await startSyncServer({ storage, relay: createLocalRelay(), roles, isNew });
}

async function restart(): Promise<void> {
	await server.close();
	await start(false);
}

function told<T>(socket: BareSocket, type: number): T[] {
	return socket.heard
		.filter(([first]) => first === type)
		.map((frame) => JSON.parse(decoding.readVarString(decoding.createDecoder(frame.subarray(1)))));
}

async function ask(socket: BareSocket, command: object, aid = 'writing'): Promise<string | null> {
	const request = ++requests;
	socket.wire.send(
		encoding.encode((encoder) => {
			encoding.writeVarUint(encoder, messageTypes.lead);
			encoding.writeVarString(encoder, JSON.stringify({ request, aid, command }));
		})
	);
	return vi.waitFor(() => {
		const answers = told<{ request: number; refused: string | null }>(socket, messageTypes.lead);
		const answer = answers.find((each) => each.request === request);
		if (!answer) throw new Error('no answer yet');
		return answer.refused;
	});
}

async function sit(id: string, room?: string): Promise<BareSocket> {
	const socket = await server.socket(id, room);
	await vi.waitFor(() => expect(told(socket, messageTypes.facilitation)).toHaveLength(1));
	return socket;
}

type Told<T> = {
	readonly aids: { readonly writing?: T; readonly phases?: { running: { since: number } } };
};
const shownTo = (socket: BareSocket): ShownWriting =>
	told<Told<ShownWriting>>(socket, messageTypes.facilitation).findLast(({ aids }) => aids.writing)!
		.aids.writing!;
const ownOf = (socket: BareSocket): [string, string][] =>
	(told<Told<OwnWriting>>(socket, messageTypes.own).at(-1)?.aids.writing?.cards ?? []).map(
		({ text, place }) => [text, place]
	);

/** Has the part begin in which all write unseen; which run it is. */
async function begin(lead: BareSocket, phase = private1, since: number | null = null) {
	expect(await ask(lead, { do: 'begin', phase, since }, 'phases')).toBeNull();
	return told<Told<unknown>>(lead, messageTypes.facilitation).at(-1)!.aids.phases!.running.since;
}
const send = (socket: BareSocket, id: string, text: string, of: number | null) =>
	ask(socket, { do: 'send', id, type: 'cause', text, of });
const reveal = (socket: BareSocket, of: number | null = null, handle: string | null = null) =>
	ask(socket, { do: 'reveal', of, handle, order: 'random' });
const textsOnBoard = async (): Promise<string[]> => {
	const board = await server.rooms.readBoardNow(server.boardId);
	return [...(board?.cards.values() ?? [])].map(({ text }) => text).sort();
};
const sorted = (...texts: string[]): string[] => [...texts].sort();
const cardId = (id: string): CardId => cardIdSchema.parse(id);

/** Everything a socket heard, the bytes of updates included. */
const heardBy = (socket: BareSocket): Uint8Array => Buffer.concat(socket.heard);

test('nothing of what is written unseen reaches anybody else, until it is shown: then all have it, once', async () => {
	const lead = await sit('lead');
	const others = [
		lead,
		await sit('second'),
		await sit('clerk'),
		await sit('looker'),
		await sit('', 'board1.1?screen=ticket')
	];
	const watching = server.provider('carol');
	const of = await begin(lead);
	const [anna, ben] = [await sit('anna'), await sit('ben')];
	expect(await send(anna, 'a1', night, of)).toBeNull();
	expect(await send(anna, 'a2', contact, of)).toBeNull();
	expect(await ask(anna, { do: 'edit', id: 'a2', type: 'note', text: `${contact}。` })).toBeNull();
	expect(await ask(anna, { do: 'order', ids: ['a2', 'a1'] })).toBeNull();
	expect(await send(ben, 'b1', far, of)).toBeNull();
	expect(await send(ben, 'b2', nobody, of)).toBeNull();
	expect(await ask(ben, { do: 'hold', id: 'b2', isHeld: true })).toBeNull();
	// Somebody comes in the middle, and one of the authors has a second window.
	others.push(await sit('dora'));
	const window2 = await sit('anna');
	expect(ownOf(window2).map(([text]) => text)).toEqual([`${contact}。`, night]);
	expect(await textsOnBoard()).toEqual([]);
	for (const socket of others) {
		expect(shownTo(socket).runs[0]).toMatchObject({
			total: 3,
			counts: [{ profession: 'visitingNurse', count: 3 }]
		});
		expect(findSecrets(heardBy(socket), secrets)).toEqual([]);
	}
	expect(findSecrets(heardBy(anna), secrets)).toEqual([night, contact]);
	expect(findSecrets(heardBy(ben), secrets)).toEqual([far, nobody]);
	const stored = await server.storage.log.load(server.boardId);
	const rows = stored?.ok
		? [...stored.rows.map(({ bytes }) => bytes), stored.snapshot ?? new Uint8Array()]
		: [];
	expect(rows.length).toBeGreaterThan(0);
	expect(findSecrets(Buffer.concat(rows), secrets)).toEqual([]);
	expect(findSecrets(Buffer.from(server.logged.join('\n')), secrets)).toEqual([]);

	ben.wire.close();
	await ben.closed;
	expect(await reveal(lead, of)).toBeNull();
	await vi.waitFor(() =>
		expect([...readBoard(watching.doc).cards.values()].map(({ text }) => text).sort()).toEqual(
			sorted(night, `${contact}。`, far)
		)
	);
	for (const socket of others)
		await vi.waitFor(() =>
			expect(findSecrets(heardBy(socket), secrets)).toEqual([night, contact, far])
		);
	const board = await server.rooms.readBoardNow(server.boardId);
	expect(board?.cards.get(cardId('b1'))).toMatchObject({
		createdBy: 'ben',
		profession: 'visitingNurse',
		type: 'cause'
	});
	// What its author held back is still the author's alone.
	expect(ownOf(await sit('ben'))).toEqual([
		[far, 'board'],
		[nobody, 'private']
	]);
});

test('no way leads around it: a raw client’s new card is refused, and nobody hears of it', async () => {
	const lead = await sit('lead');
	const of = await begin(lead);
	const raw = server.provider('anna');
	await vi.waitFor(() => expect(raw.synced).toBe(true));
	addCard(
		raw.doc,
		{ type: 'cause', text: night },
		{ participant: 'anna', profession: null, now: 1 }
	);
	await vi.waitFor(() => expect(server.logged).toContain('update refused'));
	expect(await textsOnBoard()).toEqual([]);
	expect(findSecrets(heardBy(lead), secrets)).toEqual([]);
	expect(await reveal(lead, of)).toBeNull();
});

test('killed in the middle: what was acknowledged is there, what is sent again is there once', async () => {
	const lead = await sit('lead');
	const of = await begin(lead);
	const anna = await sit('anna');
	for (const [id, text] of [
		['a1', night],
		['a2', contact]
	] as const)
		expect(await send(anna, id, text, of)).toBeNull();
	await restart();
	const [again, leader] = [await sit('anna'), await sit('lead')];
	expect(ownOf(again)).toEqual([
		[night, 'private'],
		[contact, 'private']
	]);
	expect(await send(again, 'a2', contact, of)).toBeNull();
	expect(await send(again, 'a3', far, of)).toBeNull();
	const before = await server.storage.facilitation.read(server.boardId);
	expect(await reveal(leader, of)).toBeNull();
	// As if the process had died between the cards' coming to the board and the keeping of the state.
	const { version } = (await server.storage.facilitation.read(server.boardId))!;
	await server.storage.facilitation.replace(server.boardId, version, before!.state);
	await restart();
	const third = await sit('lead');
	expect(shownTo(third).runs[0]).toMatchObject({ isShown: false, total: 3 });
	expect(await reveal(third, of)).toBeNull();
	expect(await textsOnBoard()).toEqual(sorted(night, contact, far));
	await restart();
	expect(await textsOnBoard()).toEqual(sorted(night, contact, far));
	expect(ownOf(await sit('anna')).map(([, place]) => place)).toEqual(['board', 'board', 'board']);
});

test('two facilitators show all at once: one of them does, and each card comes once', async () => {
	const [lead, second] = [await sit('lead'), await sit('second')];
	const of = await begin(lead);
	const [anna, ben] = [await sit('anna'), await sit('ben')];
	await Promise.all([send(anna, 'a1', night, of), send(ben, 'b1', far, of)]);
	const answers = await Promise.all([reveal(lead, of), reveal(second, of)]);
	expect(answers.filter((refused) => refused === null)).toHaveLength(1);
	expect(answers).toContain('notNow');
	expect(await textsOnBoard()).toEqual(sorted(night, far));
});

test('one person’s cards are shown, the other’s are not on any wire', async () => {
	const [lead, dora] = [await sit('lead'), await sit('dora')];
	const of = await begin(lead);
	const [anna, ben] = [await sit('anna'), await sit('ben')];
	await send(anna, 'a1', night, of);
	await send(ben, 'b1', far, of);
	const [first] = shownTo(lead).leaders?.people[0] ?? [];
	expect(first).toMatchObject({ profession: 'visitingNurse', ordinal: 1 });
	expect(shownTo(dora).leaders).toBeNull();
	expect(await reveal(lead, of, first!.handle)).toBeNull();
	expect(await textsOnBoard()).toEqual([night]);
	await vi.waitFor(() => expect(findSecrets(heardBy(lead), secrets)).toEqual([night]));
	await vi.waitFor(() => expect(findSecrets(heardBy(dora), secrets)).toEqual([night]));
});

test('taken back, the cards leave the board for good, but for one that somebody wrote on', async () => {
	const lead = await sit('lead');
	const of = await begin(lead);
	const anna = await sit('anna');
	await send(anna, 'a1', night, of);
	await send(anna, 'a2', contact, of);
	expect(await reveal(lead, of)).toBeNull();
	const dora = server.provider('dora');
	await vi.waitFor(() => expect(readBoard(dora.doc).cards.size).toBe(2));
	editCardText(dora.doc, cardId('a1'), { index: 0, remove: 0, insert: 'とくに' });
	await vi.waitFor(async () => expect(await textsOnBoard()).toContain(`とくに${night}`));
	expect(await ask(lead, { do: 'takeBack' })).toBeNull();
	await vi.waitFor(() => expect(readBoard(dora.doc).cards.size).toBe(1));
	const board = await server.rooms.readBoardNow(server.boardId);
	expect(board?.trash.size).toBe(0);
	expect(ownOf(anna)).toEqual([
		[night, 'board'],
		[contact, 'private']
	]);
	// Whoever comes now does not get it either.
	const late = server.provider('emil', new Y.Doc());
	await vi.waitFor(() => expect(late.synced).toBe(true));
	expect(findSecrets(Y.encodeStateAsUpdate(late.doc), [contact])).toEqual([]);
	expect(await reveal(lead, of)).toBeNull();
	expect(await textsOnBoard()).toEqual(sorted(`とくに${night}`, contact));
	await restart();
	expect(await textsOnBoard()).toEqual(sorted(`とくに${night}`, contact));
});

test('ideas wait in the inbox, where only those who lead read them', async () => {
	const [lead, dora, screen] = [
		await sit('lead'),
		await sit('dora'),
		await sit('', 'board1.1?screen=ticket')
	];
	expect(await ask(lead, { do: 'takeInbox', isOn: true })).toBeNull();
	const anna = await sit('anna');
	expect(await send(anna, 'i1', night, null)).toBeNull();
	expect(await send(anna, 'i2', contact, null)).toBeNull();
	expect(shownTo(lead).leaders?.inbox.map(({ text }) => text)).toEqual([night, contact]);
	for (const socket of [dora, screen]) expect(findSecrets(heardBy(socket), secrets)).toEqual([]);
	await restart();
	const again = await sit('lead');
	expect(await ask(again, { do: 'putOut', ids: ['i2'] })).toBeNull();
	expect(await textsOnBoard()).toEqual([contact]);
	expect(ownOf(await sit('anna'))).toEqual([
		[night, 'inbox'],
		[contact, 'board']
	]);
});
