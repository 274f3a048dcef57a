import { afterEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { addCard, editCardText } from '@renkei/shared/document/commands/card-commands.ts';
import { rootsOf } from '@renkei/shared/document/layout.ts';
import type { Author } from '@renkei/shared/document/origins.ts';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import { createLocalRelay } from '../relay/local.ts';
import { createMemoryStorage } from '../storage/memory.ts';
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
	addCard(b.doc, { type: 'cause', text: 'online' }, author);
	a.connect();
	await vi.waitFor(() => {
		expect(texts(a.doc)).toEqual(['offline', 'online']);
		expect(texts(b.doc)).toEqual(['offline', 'online']);
	});
	expect(rootsOf(a.doc).cards.size).toBe(2);
});
