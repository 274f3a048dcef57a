import { afterEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { addCard, editCardText } from '@renkei/shared/document/commands/card-commands.ts';
import { rootsOf } from '@renkei/shared/document/layout.ts';
import type { Author } from '@renkei/shared/document/origins.ts';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import { createLocalRelay } from '../relay/local.ts';
import { createMemoryStorage } from '../storage/memory.ts';
import { sealBlob } from '../storage/storage.ts';
import { documentOf } from './load-document.ts';
import type { SyncServer } from './sync.driver.ts';
import { startSyncServer } from './sync.driver.ts';

const author: Author = { participant: 'anna', profession: 'visitingNurse', now: 1_800_000_000_000 };
let server: SyncServer;
afterEach(() => server.close());

const start = async (parts: Partial<Parameters<typeof startSyncServer>[0]> = {}) => {
	const storage = createMemoryStorage();
	server = await startSyncServer({ storage, relay: createLocalRelay(), ...parts });
	return storage;
};
const texts = (doc: Y.Doc) => [...readBoard(doc).cards.values()].map(({ text }) => text).sort();

test('two people see each other write', async () => {
	await start();
	const [a, b] = [server.provider('anna'), server.provider('ben')];
	const id = addCard(a.doc, { type: 'cause', text: '夜間の連絡先がない' }, author);
	await vi.waitFor(() => expect(texts(b.doc)).toEqual(['夜間の連絡先がない']));
	editCardText(b.doc, id, { index: 0, remove: 2, insert: '休日' });
	await vi.waitFor(() => expect(texts(a.doc)).toEqual(['休日の連絡先がない']));
	expect(server.metrics.sums.get('refused.badRecord')).toBeUndefined();
});

test('what was written offline on both sides merges', async () => {
	await start();
	const [a, b] = [server.provider('anna'), server.provider('ben')];
	await vi.waitFor(() => expect(a.synced && b.synced).toBe(true));
	a.disconnect();
	addCard(a.doc, { type: 'cause', text: 'offline' }, author);
	addCard(b.doc, { type: 'cause', text: 'online' }, { ...author, participant: 'ben' });
	a.connect();
	await vi.waitFor(() => {
		expect(texts(a.doc)).toEqual(['offline', 'online']);
		expect(texts(b.doc)).toEqual(['offline', 'online']);
	});
	expect(rootsOf(a.doc).cards.size).toBe(2);
});

test('two processes on one storage: each shows what the other was told, edits and presence', async () => {
	const storage = createMemoryStorage();
	const relay = createLocalRelay();
	server = await startSyncServer({ storage, relay });
	const other = await startSyncServer({ storage, relay, isNew: false });
	const [a, b] = [server.provider('anna'), other.provider('ben')];
	await vi.waitFor(() => expect(a.synced && b.synced).toBe(true));
	const id = addCard(a.doc, { type: 'cause', text: 'here' }, author);
	await vi.waitFor(() => expect(texts(b.doc)).toEqual(['here']));
	// Both at once: the numbers in the log interleave, and neither process may miss a row.
	for (let index = 0; index < 30; index++) {
		addCard(a.doc, { type: 'note', text: `a${index}` }, author);
		addCard(b.doc, { type: 'note', text: `b${index}` }, { ...author, participant: 'ben' });
	}
	editCardText(b.doc, id, { index: 0, remove: 4, insert: 'there' });
	await vi.waitFor(() => {
		expect(texts(a.doc)).toHaveLength(61);
		expect(texts(b.doc)).toEqual(texts(a.doc));
	});
	expect(other.metrics.count('caughtUpRows')).toBeGreaterThan(0);
	await vi.waitFor(() =>
		expect(b.awareness.getStates().get(a.awareness.clientID)).toMatchObject({
			identity: { participant: 'anna' }
		})
	);
	await other.close();
});

test('a client id belongs to whoever wrote with it first, also in another process', async () => {
	const storage = createMemoryStorage();
	const relay = createLocalRelay();
	server = await startSyncServer({ storage, relay });
	const a = server.provider('anna');
	addCard(a.doc, { type: 'note', text: 'mine' }, author);
	await vi.waitFor(() => expect(server.metrics.count('committedRows')).toBe(1));
	// A process that has not heard of it yet cannot know; the storage does.
	const deaf = await startSyncServer({ storage, relay: createLocalRelay(), isNew: false });
	const mallory = deaf.provider('mallory');
	await vi.waitFor(() => expect(mallory.synced).toBe(true));
	addCard(a.doc, { type: 'note', text: 'first' }, author);
	await vi.waitFor(() => expect(server.metrics.count('committedRows')).toBe(2));
	const closed = new Promise((resolve) => mallory.on('closed', resolve));
	const ownId = mallory.doc.clientID;
	mallory.doc.clientID = a.doc.clientID;
	addCard(mallory.doc, { type: 'note', text: 'forged' }, { ...author, participant: 'mallory' });
	expect(await closed).toMatchObject({ code: 4422 });
	const board = await server.rooms.readBoardNow('board1');
	expect([...(board?.cards.values() ?? [])].map(({ text }) => text).sort()).toEqual([
		'first',
		'mine'
	]);
	mallory.doc.clientID = ownId;
	await deaf.close();
});

test('a long log is compacted while people go on writing, and nothing is lost', async () => {
	const storage = await start({ limits: { syncMessagesPerSecond: 10_000 } });
	const [a, b] = [server.provider('anna'), server.provider('ben')];
	await vi.waitFor(() => expect(a.synced && b.synced).toBe(true));
	let written = 0;
	await vi.waitFor(
		() => {
			for (let count = 0; count < 40; count++)
				addCard(a.doc, { type: 'note', text: `n${written++}` }, author);
			expect(server.metrics.count('compactions')).toBe(1);
		},
		{ timeout: 20_000, interval: 20 }
	);
	await vi.waitFor(() => expect(texts(b.doc)).toHaveLength(written));
	const fresh = await storage.log.load('board1');
	expect(fresh?.ok && fresh.snapshotSeq).toBeGreaterThanOrEqual(1000);
	expect(server.metrics.count('compactionFailures')).toBe(0);
	const board = await server.rooms.readBoardNow('board1');
	expect(board?.cards.size).toBe(written);
}, 30_000);

test('a board of an older schema is brought up to date on disk before anybody sees it', async () => {
	const old = new Y.Doc();
	addCard(old, { type: 'cause', text: '書かれた時の版' }, author);
	const storage = await start({ firstContent: sealBlob(1, Y.encodeStateAsUpdate(old)) });
	const anna = server.provider('anna');
	await vi.waitFor(() => expect(texts(anna.doc)).toEqual(['書かれた時の版']));
	expect(rootsOf(anna.doc).meta.get('schemaVersion')).toBe(1);
	const stored = await storage.log.load('board1');
	if (!stored?.ok) throw new Error('The board is gone.');
	expect(stored.rows).toHaveLength(1);
	expect(rootsOf(documentOf(stored)).meta.get('schemaVersion')).toBe(1);
});
