import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { FacilitationNews, LeadAnswer } from '@renkei/shared/facilitation/words.ts';
import { facilitationNewsSchema, leadAnswerSchema } from '@renkei/shared/facilitation/words.ts';
import { addCard } from '@renkei/shared/document/commands/card-commands.ts';
import { rootsOf } from '@renkei/shared/document/layout.ts';
import { closeCodes } from '@renkei/shared/protocol/close-codes.ts';
import { limits } from '@renkei/shared/protocol/limits.ts';
import { messageTypes } from '@renkei/shared/protocol/messages.ts';
import type { Role } from '@renkei/shared/method/roles.ts';
import { createLocalRelay } from '../relay/local.ts';
import type { MemoryStorage } from '../storage/memory.ts';
import { createMemoryStorage } from '../storage/memory.ts';
import { openSqliteStorage } from '../storage/sqlite.ts';
import type { BareSocket, SyncServer } from './sync.driver.ts';
import { startSyncServer } from './sync.driver.ts';

const minute = 60_000;
const roles = {
	staff: 'staff',
	facilitator: 'facilitator',
	second: 'facilitator',
	recorder: 'recorder',
	participant: 'participant',
	viewer: 'viewer'
} as const satisfies Record<string, Role>;

let storage: MemoryStorage;
let server: SyncServer;

beforeEach(async () => {
	storage = createMemoryStorage();
	server = await startSyncServer({ storage, relay: createLocalRelay(), roles });
});
afterEach(() => server.close());

function frameOf(text: string): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, messageTypes.lead);
		encoding.writeVarString(encoder, text);
	});
}

let requests = 0;
/** Asks for something, and waits for what the server says to it. */
async function ask(socket: BareSocket, command: unknown, aid = 'timer'): Promise<string | null> {
	const request = ++requests;
	socket.wire.send(frameOf(JSON.stringify({ request, aid, command })));
	return vi.waitFor(() => {
		const answer = answersOf(socket).find((each) => each.request === request);
		if (!answer) throw new Error('no answer yet');
		return answer.refused;
	});
}

function jsonOf(socket: BareSocket, type: number): unknown[] {
	return socket.heard
		.filter(([first]) => first === type)
		.map((frame) => JSON.parse(decoding.readVarString(decoding.createDecoder(frame.subarray(1)))));
}
const answersOf = (socket: BareSocket): LeadAnswer[] =>
	jsonOf(socket, messageTypes.lead).map((value) => leadAnswerSchema.parse(value));
const newsOf = (socket: BareSocket): FacilitationNews[] =>
	jsonOf(socket, messageTypes.facilitation).map((value) => facilitationNewsSchema.parse(value));

/** Sits down and waits for the first word on how things stand. */
async function sit(id: keyof typeof roles): Promise<BareSocket> {
	const socket = await server.socket(id);
	await vi.waitFor(() => expect(newsOf(socket)).toHaveLength(1));
	return socket;
}
const startFor = (durationMs: number) => ({ do: 'start', durationMs, label: '' });

describe('every role and every command', () => {
	const commands = [
		startFor(5 * minute),
		{ do: 'pause' },
		{ do: 'resume' },
		{ do: 'addMinute' },
		{ do: 'takeMinute' },
		{ do: 'stop' }
	];
	// Written by hand: the order above is one in which each command fits what the one before left.
	test.each<[Role, readonly (string | null)[]]>([
		['staff', [null, null, null, null, null, null]],
		['facilitator', [null, null, null, null, null, null]],
		['recorder', Array(6).fill('notAllowed')],
		['participant', Array(6).fill('notAllowed')],
		['viewer', Array(6).fill('notAllowed')]
	])('%s', async (role, expected) => {
		const watcher = await sit('second');
		const asker = await sit(role as keyof typeof roles);
		const answers = [];
		for (const command of commands) answers.push(await ask(asker, command));
		expect(answers).toEqual(expected);
		const done = expected.filter((refused) => refused === null).length;
		await vi.waitFor(() => expect(newsOf(watcher)).toHaveLength(1 + done));
		expect((await storage.facilitation.read(server.boardId))?.version ?? 0).toBe(done);
	});

	test('a viewer may not stop what a facilitator started', async () => {
		const facilitator = await sit('facilitator');
		expect(await ask(facilitator, startFor(minute))).toBeNull();
		for (const role of ['recorder', 'participant', 'viewer'] as const)
			for (const command of commands)
				expect(await ask(await sit(role), command)).toBe('notAllowed');
		expect(newsOf(facilitator).at(-1)).toMatchObject({ aids: { timer: { status: 'running' } } });
	});
});

test('all at the board hear it once it is on disk, and who comes later hears it on coming', async () => {
	const [facilitator, participant] = [await sit('facilitator'), await sit('participant')];
	expect(newsOf(participant)).toMatchObject([{ version: 0, aids: { timer: { status: 'idle' } } }]);
	storage.hold();
	const asked = ask(facilitator, startFor(3 * minute));
	await vi.waitFor(() => expect(server.metrics.count('received.lead')).toBe(1));
	expect(newsOf(participant)).toHaveLength(1);
	expect(answersOf(facilitator)).toHaveLength(0);
	storage.release();
	expect(await asked).toBeNull();
	await vi.waitFor(() => expect(newsOf(participant)).toHaveLength(2));
	const [, told] = newsOf(participant);
	expect(told).toMatchObject({ version: 1, aids: { timer: { durationMs: 3 * minute } } });
	const { endsAt } = told!.aids['timer'] as { endsAt: number };
	expect(Math.abs(endsAt - told!.serverNow - 3 * minute)).toBeLessThan(1000);
	const late = await sit('viewer');
	expect(newsOf(late)).toMatchObject([{ version: 1, aids: { timer: { endsAt } } }]);
});

test('of two facilitators who start at once the second finds the first’s time running', async () => {
	const [one, other] = [await sit('facilitator'), await sit('second')];
	const answers = await Promise.all([
		ask(one, startFor(5 * minute)),
		ask(other, startFor(10 * minute))
	]);
	expect(answers.filter((refused) => refused === null)).toHaveLength(1);
	expect(answers).toContain('notNow');
	const added = await Promise.all([ask(one, { do: 'addMinute' }), ask(other, { do: 'addMinute' })]);
	expect(added).toEqual([null, null]);
	const kept = JSON.parse((await storage.facilitation.read(server.boardId))!.state);
	expect([7 * minute, 12 * minute]).toContain(kept.timer.durationMs);
});

test('a change by another process is judged anew and not written over', async () => {
	const facilitator = await sit('facilitator');
	await ask(facilitator, startFor(5 * minute));
	const paused = { status: 'paused', durationMs: minute, remainingMs: 30_000, label: '' };
	await storage.facilitation.replace(server.boardId, 1, JSON.stringify({ timer: paused }));
	expect(await ask(facilitator, { do: 'pause' })).toBe('notNow');
	expect(await ask(facilitator, { do: 'resume' })).toBeNull();
	expect(newsOf(facilitator).at(-1)).toMatchObject({
		version: 3,
		aids: { timer: { status: 'running', durationMs: minute } }
	});
});

test('what could not be kept has not happened', async () => {
	const facilitator = await sit('facilitator');
	storage.failWith('disk-full');
	expect(await ask(facilitator, startFor(minute))).toBe('notKept');
	storage.failWith(null);
	expect(newsOf(facilitator)).toHaveLength(1);
	expect(await ask(facilitator, startFor(minute))).toBeNull();
	expect(newsOf(facilitator).at(-1)).toMatchObject({ version: 1 });
});

test('a restart in the middle keeps the time, also one that ends meanwhile', async () => {
	const directory = mkdtempSync(join(tmpdir(), 'renkei-leading-'));
	const onDisk = async (isNew: boolean) => {
		await server.close();
		const relay = createLocalRelay();
		server = await startSyncServer({
			storage: await openSqliteStorage({ directory }),
			relay,
			roles,
			isNew
		});
	};
	try {
		await onDisk(true);
		const before = await sit('facilitator');
		expect(await ask(before, { ...startFor(5 * minute), label: 'ひとりで考える' })).toBeNull();
		expect(await ask(before, { do: 'addMinute' })).toBeNull();
		const known = newsOf(before).at(-1)!;
		await onDisk(false);
		await before.closed;
		const after = await sit('facilitator');
		expect(newsOf(after)).toMatchObject([{ version: 2, aids: known.aids }]);
		expect(await ask(after, { do: 'pause' })).toBeNull();
		expect(await ask(after, { do: 'stop' })).toBeNull();
		expect(await ask(after, startFor(1000))).toBeNull();
		await onDisk(false);
		await vi.waitFor(
			async () =>
				expect(newsOf(await sit('viewer'))).toMatchObject([
					{ version: 5, aids: { timer: { status: 'done' } } }
				]),
			{ timeout: 5000, interval: 100 }
		);
	} finally {
		await server.close();
		rmSync(directory, { recursive: true });
	}
});

test('a workshop that is over is for looking at', async () => {
	const facilitator = await sit('facilitator');
	server.rooms.setReadOnly(server.boardId, true);
	expect(await ask(facilitator, startFor(minute))).toBe('boardClosed');
	server.rooms.setReadOnly(server.boardId, false);
	expect(await ask(facilitator, startFor(minute))).toBeNull();
});

test.each([
	['an aid there is not', { do: 'start' }, 'bullet'],
	['a name that is inherited', { do: 'start' }, 'constructor'],
	['a command there is not', { do: 'explode' }, 'timer'],
	['no command', undefined, 'timer'],
	['a time of nothing', { do: 'start', durationMs: null, label: '' }, 'timer']
])('%s is refused and nobody leaves', async (_name, command, aid) => {
	const facilitator = await sit('facilitator');
	expect(await ask(facilitator, command ?? null, aid)).toBe('malformed');
	expect(await ask(facilitator, startFor(minute))).toBeNull();
});

test.each([
	['no JSON', '{'],
	['no request', '{"aid":"timer","command":{"do":"stop"}}'],
	[
		'a message beyond its size',
		JSON.stringify({ request: 1, aid: 'timer', command: 'x'.repeat(limits.maxLeadBytes) })
	]
])('%s ends the connection', async (_name, text) => {
	const facilitator = await sit('facilitator');
	facilitator.wire.send(frameOf(text));
	expect(await facilitator.closed).toBe(closeCodes.badFrame);
});

test('who asks without end is sent away, and others lead on', async () => {
	const [wild, calm] = [await sit('facilitator'), await sit('second')];
	for (let count = 0; count < 60; count++)
		wild.wire.send(
			frameOf(JSON.stringify({ request: count, aid: 'timer', command: { do: 'stop' } }))
		);
	expect(await wild.closed).toBe(closeCodes.tooFast);
	expect(await ask(calm, startFor(minute))).toBeNull();
});

test('the unmodified client of y-websocket goes on working while somebody leads', async () => {
	const warned = vi.spyOn(console, 'error').mockImplementation(() => {});
	try {
		const anna = server.provider('participant');
		// Without the handlers the driver gives it for our own messages.
		for (const type of [messageTypes.lead, messageTypes.facilitation])
			anna.messageHandlers.splice(type, 1, undefined as never);
		await vi.waitFor(() => expect(anna.synced).toBe(true));
		const facilitator = await sit('facilitator');
		expect(await ask(facilitator, startFor(minute))).toBeNull();
		addCard(
			anna.doc,
			{ type: 'note', text: 'x' },
			{ participant: 'participant', profession: null, now: 1 }
		);
		const ben = server.provider('ben');
		await vi.waitFor(() => expect(rootsOf(ben.doc).cards.size).toBe(1));
		expect(anna.wsconnected).toBe(true);
		expect(warned).toHaveBeenCalledWith('Unable to compute message');
	} finally {
		warned.mockRestore();
	}
});

test('a call outlives the leader’s reload, and ends by itself when nobody who leads comes back', async () => {
	await server.close();
	const limits = { callOutlivesMs: 2500 };
	storage = createMemoryStorage();
	server = await startSyncServer({ storage, relay: createLocalRelay(), roles, limits });
	const participant = await sit('participant');
	const facilitator = await sit('facilitator');
	expect(await ask(facilitator, { do: 'call', zone: 'cause' }, 'spotlight')).toBeNull();
	const callIs = (zone: string | null) =>
		vi.waitFor(
			() => {
				const [last] = newsOf(participant)
					.flatMap(({ aids }) =>
						'spotlight' in aids ? [aids['spotlight'] as { zone: string } | null] : []
					)
					.slice(-1);
				expect(last?.zone ?? null).toBe(zone);
			},
			{ timeout: 8000, interval: 50 }
		);
	await callIs('cause');
	facilitator.wire.close();
	await facilitator.closed;
	const back = await sit('facilitator');
	expect(newsOf(back)).toMatchObject([{ aids: { spotlight: { zone: 'cause' } } }]);
	expect(await ask(back, { do: 'look', zone: 'measure' }, 'spotlight')).toBeNull();
	await callIs('measure');
	back.wire.close();
	await callIs(null);
});
