import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as decoding from 'lib0/decoding';
import type { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { addCard } from '@renkei/shared/document/commands/card-commands.ts';
import { rootsOf } from '@renkei/shared/document/layout.ts';
import type { Author } from '@renkei/shared/document/origins.ts';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import { closeCodes } from '@renkei/shared/protocol/close-codes.ts';
import { helloSchema, messageTypes } from '@renkei/shared/protocol/messages.ts';
import { createLocalRelay } from '../relay/local.ts';
import type { MemoryStorage } from '../storage/memory.ts';
import { createMemoryStorage } from '../storage/memory.ts';
import { buildDocument, documentOf } from './load-document.ts';
import { savedFrame, step1Frame, step2Frame } from './messages.ts';
import type { SyncServer } from './sync.driver.ts';
import { startSyncServer } from './sync.driver.ts';

const author: Author = { participant: 'anna', profession: 'visitingNurse', now: 1_800_000_000_000 };
let storage: MemoryStorage;
let server: SyncServer;

const start = async (limits = {}) => {
	storage = createMemoryStorage();
	server = await startSyncServer({
		storage,
		relay: createLocalRelay(),
		roles: { viewer: 'viewer', boss: 'staff' },
		limits
	});
};
beforeEach(() => start());
afterEach(async () => {
	storage.failWith(null);
	storage.release();
	await server.close();
});

const card = (provider: WebsocketProvider, text: string, participant = author.participant) =>
	addCard(provider.doc, { type: 'note', text }, { ...author, participant });
const count = (provider: WebsocketProvider) => rootsOf(provider.doc).cards.size;
const synced = (...providers: WebsocketProvider[]) =>
	vi.waitFor(() => expect(providers.every(({ synced: isSynced }) => isSynced)).toBe(true));
const rowsOnDisk = async () => {
	const board = await storage.log.load(server.boardId);
	return board?.ok ? board.rows.length : 0;
};

/** Waits until presence sent after everything else has gone all the way: it is slower than updates, and never held. */
async function hasTravelled(from: WebsocketProvider, to: WebsocketProvider): Promise<void> {
	const state = { cursor: [1, 2], selection: [], editing: null, drag: null };
	from.awareness.setLocalState(state);
	await vi.waitFor(() =>
		expect(to.awareness.getStates().get(from.awareness.clientID)).toMatchObject({ cursor: [1, 2] })
	);
}

/** Sends a marker and tells which ones came back. */
function markers(provider: WebsocketProvider) {
	const heard: number[] = [];
	provider.messageHandlers[messageTypes.saved] = (_encoder, decoder) => {
		heard.push(decoding.readVarUint(decoder));
	};
	return { heard, ask: (marker: number) => provider.ws?.send(savedFrame(marker)) };
}

test('nobody hears of an edit, not even its author, before it is on disk', async () => {
	const [anna, ben] = [server.provider('anna'), server.provider('ben')];
	await synced(anna, ben);
	const { heard, ask } = markers(anna);
	storage.hold();
	card(anna, 'not yet on disk');
	ask(1);
	await vi.waitFor(() => expect(server.metrics.count('received.saved')).toBe(1));
	// A newcomer asks while the commit hangs: the answer would contain the edit, so it has to wait.
	const applied = server.metrics.count('received.step1');
	const carla = server.provider('carla');
	await vi.waitFor(() => expect(server.metrics.count('received.step1')).toBe(applied + 1));
	await hasTravelled(anna, ben);
	expect(heard).toEqual([]);
	expect(count(ben)).toBe(0);
	expect(carla.synced).toBe(false);
	storage.release();
	await vi.waitFor(() => {
		expect(heard).toEqual([1]);
		expect(count(ben)).toBe(1);
		expect(count(carla)).toBe(1);
	});
	expect(await rowsOnDisk()).toBe(1);
});

test('a marker waits also for what another connection brought first', async () => {
	const anna = server.provider('anna');
	await synced(anna);
	storage.hold();
	card(anna, 'sent twice');
	await vi.waitFor(() => expect(server.metrics.count('received.update')).toBe(1));
	const second = await server.socket('anna');
	second.wire.send(step2Frame(Y.encodeStateAsUpdate(anna.doc)));
	second.wire.send(savedFrame(9));
	await vi.waitFor(() => expect(server.metrics.count('received.saved')).toBe(1));
	expect(second.heard.some(([type]) => type === messageTypes.saved)).toBe(false);
	storage.release();
	await vi.waitFor(() =>
		expect(second.heard.some(([type, marker]) => type === messageTypes.saved && marker === 9)).toBe(
			true
		)
	);
	expect(await rowsOnDisk()).toBe(1);
});

test('a full disk: nothing acknowledged, everybody sent away for a while, nothing lost', async () => {
	const [anna, ben] = [server.provider('anna'), server.provider('ben')];
	await synced(anna, ben);
	const codes: number[] = [];
	for (const provider of [anna, ben])
		provider.on('connection-close', (event) => event && codes.push(event.code));
	const { heard, ask } = markers(anna);
	storage.failWith('disk-full');
	card(anna, 'kept by its author');
	ask(1);
	await vi.waitFor(() => expect(codes.slice(0, 2)).toEqual([4503, 4503]));
	expect(heard).toEqual([]);
	expect(count(ben)).toBe(0);
	storage.failWith(null);
	await vi.waitFor(() => expect(count(ben)).toBe(1), { timeout: 10_000 });
	expect(await rowsOnDisk()).toBe(1);
});

test('a refused update leaves no trace, and innocent edits around it are kept', async () => {
	const [anna, ben, mallory] = ['anna', 'ben', 'mallory'].map((id) => server.provider(id)) as [
		WebsocketProvider,
		WebsocketProvider,
		WebsocketProvider
	];
	await synced(anna, ben, mallory);
	const closed = new Promise<number>((resolve) =>
		mallory.on('closed', ({ code }) => resolve(code))
	);
	storage.hold();
	card(anna, 'before');
	await vi.waitFor(() => expect(server.metrics.count('received.update')).toBe(1));
	rootsOf(mallory.doc).cards.set('bad', 'card');
	await vi.waitFor(() => expect(server.metrics.count('received.update')).toBe(2));
	card(ben, 'while loading again', 'ben');
	await vi.waitFor(() => expect(server.metrics.count('received.update')).toBe(3));
	storage.release();
	expect(await closed).toBe(closeCodes.refused);
	expect(mallory.shouldConnect).toBe(false);
	await vi.waitFor(() => {
		expect(count(anna)).toBe(2);
		expect(count(ben)).toBe(2);
	});
	expect(server.metrics.count('reloaded.badRecord')).toBe(1);
	const board = await server.rooms.readBoardNow(server.boardId);
	expect(board?.cards.size).toBe(2);
});

test('hello comes first, then what the server has, then what the client lacks', async () => {
	const kinds = async (id: string) => {
		const socket = await server.socket(id);
		socket.wire.send(step1Frame(Uint8Array.of(0)));
		await vi.waitFor(() =>
			expect(socket.heard.some(([type, kind]) => type === 0 && kind === 1)).toBe(true)
		);
		const hello = Buffer.from(socket.heard[0]!.subarray(2)).toString();
		return {
			hello: helloSchema.parse(JSON.parse(hello)),
			// What is led comes as soon as it has been read, whatever else is said.
			order: socket.heard
				.filter(([type]) => type !== messageTypes.facilitation && type !== messageTypes.own)
				.map(([type, kind]) => (type === 0 ? `0 ${kind}` : `${type}`))
		};
	};
	const writer = await kinds('anna');
	expect(writer.order).toEqual(['101', '0 0', '0 1']);
	expect(writer.hello).toMatchObject({ protocol: 1, role: 'participant', epoch: 1 });
	const viewer = await kinds('viewer');
	expect(viewer.order).toEqual(['101', '0 1']);
	expect(viewer.hello.role).toBe('viewer');
});

test('fifty people at a cold board make one load', async () => {
	const load = vi.spyOn(storage.log, 'load');
	const sockets = await Promise.all(
		Array.from({ length: 50 }, (_, index) => server.socket(`p${index}`))
	);
	for (const { wire } of sockets) wire.send(step1Frame(Uint8Array.of(0)));
	await vi.waitFor(() =>
		expect(
			sockets.every(({ heard }) => heard.some(([type, kind]) => type === 0 && kind === 1))
		).toBe(true)
	);
	expect(load).toHaveBeenCalledTimes(1);
});

test('a board nobody has open is unloaded, compacted and comes back as it was', async () => {
	await server.close();
	await start({ idleUnloadMs: 50 });
	const anna = server.provider('anna');
	await synced(anna);
	for (let index = 0; index < 20; index++) card(anna, `card ${index}`);
	await vi.waitFor(async () => expect(await rowsOnDisk()).toBe(20));
	anna.disconnect();
	await vi.waitFor(() => expect(server.metrics.count('compactions')).toBe(1), { timeout: 10_000 });
	expect(server.rooms.size.rooms).toBe(0);
	expect(server.metrics.rooms.live).toBe(0);
	const board = await storage.log.load(server.boardId);
	expect(board?.ok && board.snapshotSeq).toBe(20);
	expect(board?.ok && rootsOf(documentOf(board)).cards.size).toBe(20);
	const ben = server.provider('ben');
	await vi.waitFor(() => expect(count(ben)).toBe(20));
});

test('a closed workshop is for looking: writers become viewers and get their rights back', async () => {
	const [anna, ben] = [server.provider('anna'), server.provider('ben')];
	await synced(anna, ben);
	const { catalogue } = storage;
	const { relay } = server.rooms.context;
	const workshopId = `workshop-${server.boardId}`;
	const say = async (state: 'closed' | 'open') => {
		await catalogue.updateWorkshop(workshopId, { state });
		await relay.revoke({ participantId: null, boardId: null, workshopId, reason: 'changed' });
	};
	const roles: string[] = [];
	anna.messageHandlers[messageTypes.hello] = (_encoder, decoder) => {
		roles.push(helloSchema.parse(JSON.parse(decoding.readVarString(decoder))).role);
	};
	await say('closed');
	await vi.waitFor(() => expect(roles).toEqual(['viewer']));
	const closed = new Promise<number>((resolve) => ben.on('closed', ({ code }) => resolve(code)));
	card(ben, 'too late');
	expect(await closed).toBe(closeCodes.refused);
	await say('open');
	await vi.waitFor(() => expect(roles).toEqual(['viewer', 'participant']));
	card(anna, 'again');
	await vi.waitFor(async () => expect(await rowsOnDisk()).toBe(1));
});

test('a person who is put out leaves at once, also from a second screen', async () => {
	const [anna, again, ben] = [
		server.provider('anna'),
		server.provider('anna'),
		server.provider('ben')
	];
	await synced(anna, again, ben);
	server.rooms.disconnectParticipant('anna', closeCodes.forbidden);
	await vi.waitFor(() => expect(anna.shouldConnect || again.shouldConnect).toBe(false));
	expect(ben.wsconnected).toBe(true);
});

test('the server changes a board the same way: on disk first, then everybody', async () => {
	const [anna, ben] = [server.provider('anna'), server.provider('ben')];
	await synced(anna, ben);
	storage.hold();
	const done = server.rooms.applyServerChange(server.boardId, (doc) => {
		addCard(doc, { type: 'theme', text: 'テーマ' }, author);
	});
	await hasTravelled(ben, anna);
	expect(count(anna)).toBe(0);
	storage.release();
	expect(await done).toBe(true);
	await vi.waitFor(() => expect(count(anna)).toBe(1));
	await expect(
		server.rooms.applyServerChange(server.boardId, (doc) => {
			rootsOf(doc).cards.set('half', 1);
			throw new Error('half done');
		})
	).rejects.toThrow('half done');
	const board = await server.rooms.readBoardNow(server.boardId);
	expect([...(board?.cards.values() ?? [])].map(({ text }) => text)).toEqual(['テーマ']);
	expect(board?.problems).toEqual([]);
});

test('closing commits what is under way and says come back: 1012', async () => {
	const anna = server.provider('anna');
	await synced(anna);
	const { heard, ask } = markers(anna);
	const codes: number[] = [];
	anna.on('connection-close', (event) => event && codes.push(event.code));
	for (let index = 0; index < 50; index++) card(anna, `last ${index}`);
	ask(7);
	await vi.waitFor(() => expect(server.metrics.count('received.saved')).toBe(1));
	await server.rooms.close();
	await vi.waitFor(() => expect(codes).toContain(closeCodes.restart));
	expect(heard).toEqual([7]);
	const board = await storage.log.load(server.boardId);
	if (!board?.ok) throw new Error('no board');
	expect(readBoard(buildDocument(board.snapshot, board.rows)).cards.size).toBe(50);
});

test('many edits of one tick reach others as few messages', async () => {
	const [anna, ...others] = ['anna', 'ben', 'carla', 'dora'].map((id) => server.provider(id)) as [
		WebsocketProvider,
		...WebsocketProvider[]
	];
	await synced(anna, ...others);
	const sent = server.metrics.count('sent.update');
	for (let index = 0; index < 100; index++) card(anna, `quick ${index}`);
	await vi.waitFor(() => expect(others.map(count)).toEqual([100, 100, 100]));
	expect(server.metrics.count('sent.update') - sent).toBeLessThan(60);
});
