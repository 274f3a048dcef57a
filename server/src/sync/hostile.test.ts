import { randomInt } from 'node:crypto';
import { createConnection } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import * as encoding from 'lib0/encoding';
import { create as createRandom, int32 } from 'lib0/prng';
import type { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { addCard, insertCards } from '@renkei/shared/document/commands/card-commands.ts';
import { rootsOf } from '@renkei/shared/document/layout.ts';
import type { Author } from '@renkei/shared/document/origins.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { closeCodes } from '@renkei/shared/protocol/close-codes.ts';
import { messageTypes } from '@renkei/shared/protocol/messages.ts';
import { createLocalRelay } from '../relay/local.ts';
import { createMemoryStorage } from '../storage/memory.ts';
import { fingerprint } from './compact-board.ts';
import { presenceFrame, savedFrame, step1Frame, step2Frame, updateFrame } from './messages.ts';
import type { SyncServer } from './sync.driver.ts';
import { startSyncServer } from './sync.driver.ts';

const author: Author = { participant: 'anna', profession: 'visitingNurse', now: 1_800_000_000_000 };
const seed = Number(process.env['SEED'] ?? randomInt(2 ** 31));

let server: SyncServer;
let anna: WebsocketProvider;
let ben: WebsocketProvider;
let before = '';
let edits = 0;

beforeAll(async () => {
	server = await startSyncServer({
		storage: createMemoryStorage(),
		relay: createLocalRelay(),
		roles: { viewer: 'viewer' },
		limits: {
			maxFrameBytes: 256 * 1024,
			slowReaderMs: 2000,
			maxBufferedBytes: 2 * 1024 * 1024,
			bytesPerSecond: 64 * 1024 * 1024,
			maxStateVectorBytes: 16 * 1024,
			offencesPerMinute: 1000
		}
	});
	anna = server.provider('anna');
	ben = server.provider('ben');
	insertCards(
		anna.doc,
		Array.from({ length: 20 }, (_, index) => ({ type: 'note', text: `メモ${index}` })),
		[],
		author
	);
	await vi.waitUntil(() => fingerprint(ben.doc) === fingerprint(anna.doc));
});
afterAll(() => server.close());

beforeEach(() => {
	before = fingerprint(anna.doc);
});

/** The others hold what they held, are still connected, and still see each other write. */
async function expectUnharmed(): Promise<void> {
	expect(fingerprint(anna.doc)).toBe(before);
	expect(anna.wsconnected && ben.wsconnected).toBe(true);
	const id = addCard(anna.doc, { type: 'note', text: `still here ${edits++}` }, author);
	await vi.waitFor(() => expect(rootsOf(ben.doc).cards.has(id)).toBe(true), { timeout: 5000 });
	expect(fingerprint(ben.doc)).toBe(fingerprint(anna.doc));
}

/** A copy of the board to do harm with, and the update the harm makes. */
function harm(change: (doc: Y.Doc) => void): Uint8Array {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(anna.doc));
	const state = Y.encodeStateVector(doc);
	change(doc);
	return Y.encodeStateAsUpdate(doc, state);
}

const varints = (...values: number[]) =>
	encoding.encode((encoder) => {
		for (const value of values) encoding.writeVarUint(encoder, value);
	});

/** A hole: the second of two updates of a client whose first never comes. */
function withHole(): Uint8Array {
	const doc = new Y.Doc();
	const updates: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => updates.push(update));
	addCard(doc, { type: 'note', text: 'lost' }, author);
	addCard(doc, { type: 'note', text: 'parked' }, author);
	return updates[1]!;
}

const firstCard = (doc: Y.Doc) =>
	rootsOf(doc).cards.get([...rootsOf(doc).cards.keys()][0]!) as Y.Map<unknown>;

test.each<[name: string, code: number, frame: () => Uint8Array | string]>([
	['a text frame', closeCodes.badFrame, () => 'hello'],
	['an empty frame', closeCodes.badFrame, () => Uint8Array.of()],
	['an unknown type', closeCodes.badFrame, () => Uint8Array.of(42, 1)],
	['a frame cut short', closeCodes.badFrame, () => Uint8Array.of(0, 2, 50, 1)],
	['a bad state vector', closeCodes.badFrame, () => step1Frame(Uint8Array.of(5, 1))],
	['bytes that are no update', closeCodes.badFrame, () => updateFrame(Uint8Array.of(1, 2, 3))],
	[
		'33 million structs in 7 bytes',
		closeCodes.badFrame,
		() => updateFrame(varints(1, 33_000_000, 1, 0))
	],
	[
		'a clock at the end of time',
		closeCodes.badFrame,
		() => updateFrame(Uint8Array.of(1, 1, 9, 0, 0, 255, 255, 255, 255, 255, 255, 255, 15, 0))
	],
	[
		'V2 bytes',
		closeCodes.badFrame,
		() => updateFrame(Y.encodeStateAsUpdateV2(anna.doc).subarray(2))
	],
	['a hole', closeCodes.conflict, () => updateFrame(withHole())],
	[
		'a thousand roots',
		closeCodes.refused,
		() =>
			updateFrame(
				harm((doc) => {
					for (let index = 0; index < 1000; index++) doc.getMap(`root${index}`).set('a', 1);
				})
			)
	],
	[
		'values nested 5,000 deep',
		closeCodes.refused,
		() =>
			updateFrame(
				harm((doc) => {
					let value: unknown[] = [];
					for (let depth = 0; depth < 3000; depth++) value = [value];
					firstCard(doc).set('position', value);
				})
			)
	],
	[
		'an unknown key',
		closeCodes.refused,
		() => updateFrame(harm((doc) => firstCard(doc).set('x', 1)))
	],
	[
		'a subdocument',
		closeCodes.refused,
		() => updateFrame(harm((doc) => firstCard(doc).set('d', new Y.Doc())))
	],
	[
		'erasing a card',
		closeCodes.refused,
		() => updateFrame(harm((doc) => rootsOf(doc).cards.delete([...rootsOf(doc).cards.keys()][0]!)))
	],
	[
		'clearing the board in a step 2',
		closeCodes.refused,
		() => step2Frame(harm((doc) => rootsOf(doc).cards.clear()))
	],
	[
		'a bad card among good ones',
		closeCodes.refused,
		() =>
			updateFrame(
				harm((doc) =>
					doc.transact(() => {
						addCard(doc, { type: 'note', text: 'good' }, author);
						addCard(doc, { id: 'bad id' as CardId, type: 'note', text: 'bad' }, author);
					})
				)
			)
	],
	[
		'writing under another person’s client id',
		closeCodes.refused,
		() =>
			updateFrame(
				harm((doc) => {
					doc.clientID = anna.doc.clientID;
					addCard(doc, { type: 'note', text: 'forged' }, author);
				})
			)
	],
	[
		'a state vector of more screens than ever wrote',
		closeCodes.badFrame,
		() => step1Frame(varints(6000, ...Array.from({ length: 12_000 }, (_, at) => 16_384 + at)))
	],
	[
		'presence of twenty thousand screens',
		closeCodes.badFrame,
		() => presenceFrame(varints(20_000, ...Array.from({ length: 60_000 }, () => 0)))
	],
	['an endless stream of full states', closeCodes.tooFast, () => step1Frame(Uint8Array.of(0))],
	['a flood of markers', closeCodes.tooFast, () => savedFrame(1)],
	['a flood of presence', closeCodes.tooFast, () => Uint8Array.of(1, 1, 0)],
	['a frame beyond the limit', 1009, () => new Uint8Array(300 * 1024)]
])('%s closes its sender with %i and harms nobody', async (_name, code, makeFrame) => {
	const mallory = await server.socket('mallory');
	const frame = makeFrame();
	// An honest client answers the server's first question; until then a hole might be filled by the answer.
	mallory.wire.send(step2Frame(Uint8Array.of(0, 0)));
	const isFlood = code === closeCodes.tooFast;
	for (let count = isFlood ? 2000 : 1; count > 0; count--) mallory.wire.send(frame);
	expect(await mallory.closed).toBe(code);
	const reasons = mallory.heard.filter(([type]) => type === messageTypes.refused);
	expect(reasons).toHaveLength(code === closeCodes.refused ? 1 : 0);
	for (const reason of reasons)
		expect(Buffer.from(reason.subarray(2)).toString()).toMatch(/^\{"reason":"[a-zA-Z]+"\}$/);
	await expectUnharmed();
});

test.each<[name: string, bytes: number[]]>([
	['reserved bits', [0xf2, 0x80, 0, 0, 0, 0]],
	['a close code that does not exist', [0x88, 0x82, 0, 0, 0, 0, 0x00, 0x01]],
	['an unmasked frame', [0x82, 0x01, 0x00]],
	['a frame of 2^62 bytes', [0x82, 0xff, 0x40, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
	['an unknown opcode', [0x8b, 0x80, 0, 0, 0, 0]],
	['a continuation of nothing', [0x80, 0x80, 0, 0, 0, 0]]
])('WebSocket garbage, %s, harms nobody', async (_name, garbage) => {
	const socket = createConnection({ host: '127.0.0.1', port: server.port });
	const gone = new Promise((resolve) => socket.on('close', resolve));
	socket.on('error', () => {});
	socket.write(
		`GET /sync/${server.boardId}.1 HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nCookie: person=mallory\r\n` +
			'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
			'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n'
	);
	await new Promise((resolve) => socket.once('data', resolve));
	socket.write(Uint8Array.from(garbage));
	expect(await gone).toBeTypeOf('boolean');
	await expectUnharmed();
});

test.each<[name: string, code: number, room: string, id: string, headers?: Record<string, string>]>(
	[
		['nobody', closeCodes.signInMissing, 'board1.1', ''],
		['another board', closeCodes.forbidden, 'board2.1', 'mallory'],
		['a room without an epoch', closeCodes.boardGone, 'board1', 'mallory'],
		['an old epoch', closeCodes.epochReplaced, 'board1.7', 'mallory'],
		['another site', closeCodes.forbidden, 'board1.1', 'mallory', { origin: 'https://evil.test' }]
	]
)('%s is turned away by a close and not by HTTP', async (_name, code, room, id, headers) => {
	const socket = await server.socket(id, room, headers);
	expect(await socket.closed).toBe(code);
	await expectUnharmed();
});

test('a viewer who writes changes nothing and stays', async () => {
	const viewer = server.provider('viewer');
	await vi.waitFor(() => expect(viewer.synced).toBe(true));
	const dropped = server.metrics.count('dropped.viewerWrite');
	addCard(viewer.doc, { type: 'note', text: 'not allowed' }, author);
	await vi.waitFor(() => expect(server.metrics.count('dropped.viewerWrite')).toBe(dropped + 1));
	await expectUnharmed();
	expect(viewer.wsconnected).toBe(true);
	viewer.destroy();
});

test(`2,000 mutated frames end no process and change nothing unchecked (seed ${seed})`, async () => {
	const random = createRandom(seed);
	const samples = [
		updateFrame(harm((doc) => addCard(doc, { type: 'cause', text: '原因' }, author))),
		updateFrame(harm((doc) => firstCard(doc).set('position', [1, 2]))),
		step2Frame(Y.encodeStateAsUpdate(anna.doc)),
		step1Frame(Y.encodeStateVector(anna.doc)),
		savedFrame(300)
	];
	let mallory = await server.socket('mallory');
	for (let count = 0; count < 2000; count++) {
		if (mallory.wire.readyState !== mallory.wire.OPEN) mallory = await server.socket('mallory');
		const frame = samples[int32(random, 0, samples.length - 1)]!.slice();
		for (let flips = int32(random, 1, 4); flips > 0; flips--)
			frame[int32(random, 2, frame.length - 1)] = int32(random, 0, 255);
		mallory.wire.send(
			int32(random, 0, 9) === 0 ? frame.subarray(0, int32(random, 0, frame.length)) : frame
		);
		if (count % 40 === 39) {
			mallory.wire.close();
			await mallory.closed;
		}
	}
	mallory.wire.close();
	await mallory.closed;
	// Some mutations are honest changes: everybody has the same ones, and they read back from the log.
	await vi.waitFor(() => expect(fingerprint(ben.doc)).toBe(fingerprint(anna.doc)), {
		timeout: 10_000
	});
	before = fingerprint(anna.doc);
	await expectUnharmed();
	const fresh = server.provider('carla');
	await vi.waitFor(() => expect(fresh.synced).toBe(true));
	expect(fingerprint(fresh.doc), `seed ${seed}`).toBe(fingerprint(anna.doc));
	expect(fresh.doc.store.pendingStructs).toBeNull();
	fresh.destroy();
}, 60_000);

test('a reader who stops reading is cut off, and nobody waits for him', async () => {
	const sleeper = await server.socket('sleeper');
	sleeper.wire.send(step1Frame(Uint8Array.of(0)));
	await vi.waitFor(() => expect(sleeper.heard.length).toBeGreaterThan(2));
	sleeper.wire.pause();
	const ended = server.metrics.count('slowReaders');
	const text = 'あ'.repeat(1500);
	const memory = process.memoryUsage().rss;
	await vi.waitFor(
		async () => {
			if (server.metrics.count('slowReaders') > ended) return;
			for (let count = 0; count < 3; count++)
				anna.doc.transact(() => {
					for (const card of rootsOf(anna.doc).cards.values()) {
						const body = (card as Y.Map<unknown>).get('text') as Y.Text;
						body.delete(0, body.length);
						body.insert(0, text);
					}
				});
			throw new Error('not yet');
		},
		{ timeout: 15_000, interval: 70 }
	);
	await vi.waitFor(() => expect(fingerprint(ben.doc)).toBe(fingerprint(anna.doc)));
	before = fingerprint(anna.doc);
	await expectUnharmed();
	expect(process.memoryUsage().rss - memory).toBeLessThan(256 * 1024 * 1024);
	sleeper.wire.terminate();
}, 30_000);
