import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Phase } from '@renkei/shared/facilitation/phase.ts';
import { closeCodes } from '@renkei/shared/protocol/close-codes.ts';
import { limits } from '@renkei/shared/protocol/limits.ts';
import { messageTypes } from '@renkei/shared/protocol/messages.ts';
import { createLocalRelay } from '../relay/local.ts';
import type { MemoryStorage } from '../storage/memory.ts';
import { createMemoryStorage } from '../storage/memory.ts';
import { presenceFrame } from './messages.ts';
import { decodePresence } from './presence.ts';
import type { BareSocket, SyncServer } from './sync.driver.ts';
import { startSyncServer } from './sync.driver.ts';

const secret = '夜がこわいと家族が言う';
const unseen: Phase = {
	id: 'alone',
	title: '原因を書く',
	question: '',
	minutes: null,
	step: 'cause',
	visibility: 'private',
	rights: {
		create: ['cause'],
		edit: 'own',
		move: 'none',
		delete: 'own',
		link: false,
		vote: false,
		tools: []
	}
};

let storage: MemoryStorage;
let server: SyncServer;
let requests = 0;

beforeEach(async () => {
	storage = createMemoryStorage();
	const roles = { lead: 'facilitator', looker: 'viewer' } as const;
	server = await startSyncServer({ storage, relay: createLocalRelay(), roles });
});
afterEach(() => server.close());

function frame(aid: string, command: unknown, request = ++requests): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, messageTypes.lead);
		encoding.writeVarString(encoder, JSON.stringify({ request, aid, command }));
	});
}

function told<T>({ heard }: BareSocket, type: number): T[] {
	return heard
		.filter(([first]) => first === type)
		.map((bytes) => JSON.parse(decoding.readVarString(decoding.createDecoder(bytes.subarray(1)))));
}

async function sit(id: string, room?: string): Promise<BareSocket> {
	const socket = await server.socket(room ? '' : id, room);
	await vi.waitFor(() => expect(told(socket, messageTypes.facilitation)).not.toHaveLength(0));
	return socket;
}

async function ask(socket: BareSocket, aid: string, command: unknown): Promise<string | null> {
	const request = ++requests;
	socket.wire.send(frame(aid, command, request));
	return await vi.waitFor(() => {
		const answers = told<{ request: number; refused: string | null }>(socket, messageTypes.lead);
		const answer = answers.find((each) => each.request === request);
		if (!answer) throw new Error('no answer yet');
		return answer.refused;
	});
}

const hears = (socket: BareSocket, text: string): boolean =>
	socket.heard.some((bytes) => Buffer.from(bytes).includes(text));

test('one person with ten windows asks no more of a board than with two', async () => {
	const windows = [];
	const began = performance.now();
	for (let count = 0; count < 10; count++) windows.push(await sit('mallory'));
	const before = server.metrics.count('received.lead');
	for (const { wire } of windows)
		// As many as each may send by itself.
		for (let count = 0; count < limits.leadBurst / 2; count++)
			wire.send(frame('hands', { do: count % 2 === 0 ? 'raise' : 'lower' }));
	expect(await Promise.race(windows.map(({ closed }) => closed))).toBe(closeCodes.tooFast);
	const anna = await sit('anna');
	expect(await ask(anna, 'hands', { do: 'raise' })).toBeNull();
	expect(server.metrics.count('received.lead')).toBeGreaterThan(before + 2 * limits.leadBurst);
	const { version } = (await storage.facilitation.read(server.boardId))!;
	const seconds = (performance.now() - began) / 1000;
	expect(version).toBeLessThan(2 * (limits.leadBurst + seconds * limits.leadsPerSecond) + 2);
	// Coming back does not make it forgotten.
	const again = await server.socket('mallory');
	for (let count = 0; count < limits.leadBurst; count++)
		again.wire.send(frame('hands', { do: 'lower' }));
	expect(await again.closed).toBe(closeCodes.tooFast);
});

test('what is one person’s alone comes to all their windows and to nobody else’s', async () => {
	const [lead, ben, looker] = [await sit('lead'), await sit('ben'), await sit('looker')];
	const screen = await sit('', `${server.boardId}.1?screen=screen`);
	const [one, two] = [await sit('anna'), await sit('anna')];
	expect(await ask(lead, 'phases', { do: 'begin', phase: unseen, since: null })).toBeNull();
	const send = { do: 'send', id: 'a1', type: 'cause', text: secret, of: null };
	expect(await ask(one, 'writing', send)).toBeNull();
	await vi.waitFor(() => expect(hears(two, secret)).toBe(true));
	expect(await ask(two, 'hands', { do: 'raise' })).toBeNull();
	for (const other of [lead, ben, looker, screen]) {
		await vi.waitFor(() => {
			const last = told<{ aids: object }>(other, messageTypes.facilitation).at(-1);
			expect(last).toMatchObject({ aids: { hands: { count: 1 } } });
		});
		expect(hears(other, secret)).toBe(false);
		expect(hears(other, '"a1"')).toBe(false);
	}
	for (const passive of [looker, screen]) expect(told(passive, messageTypes.own)).toEqual([]);
	// Who raised it is for those who lead; a screen is none of them, whoever started it.
	expect(hears(lead, '"anna"')).toBe(true);
	for (const other of [ben, looker, screen])
		expect(JSON.stringify(told(other, messageTypes.facilitation))).not.toContain('"anna"');
});

test('what is sent again and again is written to disk once and told once', async () => {
	const [mallory, ben] = [await sit('mallory'), await sit('ben')];
	const send = { do: 'send', id: 'a1', type: 'cause', text: secret, of: null };
	for (let count = 0; count < 5; count++) expect(await ask(mallory, 'writing', send)).toBeNull();
	expect(await ask(mallory, 'writing', { do: 'withdraw', id: 'a2' })).toBeNull();
	expect((await storage.facilitation.read(server.boardId))?.version).toBe(1);
	expect(await ask(ben, 'hands', { do: 'raise' })).toBeNull();
	await vi.waitFor(() => expect(told(ben, messageTypes.facilitation)).toHaveLength(3));
});

test('the ticket of a projector asks for nothing, shows nobody and is shown nobody', async () => {
	const screen = await sit('', `${server.boardId}.1?screen=screen`);
	for (const [aid, command] of [
		['hands', { do: 'raise' }],
		['readiness', { do: 'ready', of: null }],
		['timer', { do: 'start', durationMs: 60_000, label: '' }],
		['writing', { do: 'send', id: 'x1', type: 'cause', text: secret, of: null }]
	] as const)
		expect(await ask(screen, aid, command)).toBe('notAllowed');
	expect(await storage.facilitation.read(server.boardId)).toBeNull();
	const anna = await sit('anna');
	anna.wire.send(presence(77, {}));
	const ben = await sit('ben');
	screen.wire.send(presence(78, {}));
	screen.wire.send(Uint8Array.of(messageTypes.queryPresence));
	ben.wire.send(Uint8Array.of(messageTypes.queryPresence));
	await vi.waitFor(() => expect(shownTo(ben).get(77)).toBeDefined());
	expect(await ask(screen, 'hands', { do: 'raise' })).toBe('notAllowed');
	expect([...shownTo(screen).keys()]).toEqual([]);
	expect(shownTo(ben).has(78)).toBe(false);
});

test.each([
	['a view beyond every board', '{"view":[1e9,0,1,1]}'],
	['a view without end', '{"view":[1e999,0,1,1]}'],
	['a view of less than nothing', '{"view":[0,0,-1,-1]}'],
	['a view of words', '{"view":["0","0","1","1"]}'],
	['a view that is no rectangle', '{"view":[0,0,1]}'],
	['a person who cannot be', `{"follows":"${'x'.repeat(41)}"}`],
	['a person of another kind', '{"follows":{"participant":"anna"}}']
])('%s shows nothing, and nobody shows as somebody else', async (_name, extra) => {
	const [mallory, ben] = [await sit('mallory'), await sit('ben')];
	const identity = { participant: 'anna', role: 'facilitator', profession: 'physician', who: 1 };
	mallory.wire.send(presence(79, { identity }, extra));
	await vi.waitFor(() => expect(shownTo(ben).get(79)).toBeDefined());
	expect(shownTo(ben).get(79)).toMatchObject({
		view: null,
		follows: null,
		identity: { participant: 'mallory', role: 'participant', profession: 'visitingNurse' }
	});
});

const blank = { cursor: null, selection: [], editing: null, drag: null };

/** What one screen says of itself; `extra` is JSON as no JSON library would write it. */
function presence(clientId: number, changes: object, extra = '{}'): Uint8Array {
	const own = JSON.stringify({ ...blank, ...changes }).slice(0, -1);
	const rest = extra.slice(1, -1);
	return presenceFrame(
		encoding.encode((encoder) => {
			encoding.writeVarUint(encoder, 1);
			encoding.writeVarUint(encoder, clientId);
			encoding.writeVarUint(encoder, 1);
			encoding.writeVarString(encoder, `${own}${rest === '' ? '' : `,${rest}`}}`);
		})
	);
}

/** What a socket was told of everybody's screens. */
function shownTo({ heard }: BareSocket): ReadonlyMap<number, unknown> {
	const entries = heard
		.filter(([first]) => first === messageTypes.presence)
		.flatMap((bytes) => {
			const list = decoding.readVarUint8Array(decoding.createDecoder(bytes.subarray(1)));
			return decodePresence(list) ?? [];
		});
	return new Map(entries.map(({ clientId, json }) => [clientId, JSON.parse(json)]));
}
