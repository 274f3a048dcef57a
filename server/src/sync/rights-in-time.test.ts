import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { insertAwaitedCards } from '@renkei/shared/document/commands/awaited-commands.ts';
import { addCard, editCardText } from '@renkei/shared/document/commands/card-commands.ts';
import { rootsOf } from '@renkei/shared/document/layout.ts';
import type { Author } from '@renkei/shared/document/origins.ts';
import { partOf } from '@renkei/shared/facilitation/part-kinds.ts';
import { graceMs } from '@renkei/shared/facilitation/phase.ts';
import type { Phase } from '@renkei/shared/facilitation/phase.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { createLocalRelay } from '../relay/local.ts';
import type { MemoryStorage } from '../storage/memory.ts';
import { createMemoryStorage } from '../storage/memory.ts';
import { openSqliteStorage } from '../storage/sqlite.ts';
import { step2Frame } from './messages.ts';
import { attempt, begin, fresh, pass, updatesIn } from './rights.driver.ts';
import type { SyncServer } from './sync.driver.ts';
import { startSyncServer } from './sync.driver.ts';

const roles = { facilitator: 'facilitator', recorder: 'recorder' } as const;
const named = { id: 'part', title: '部分', minutes: null };
const together = partOf('together', 'cause', named);
const arrange = partOf('arrange', 'cause', named);
const listen = partOf('listen', null, named);
const author = (participant: string): Author => ({ participant, profession: null, now: 1 });

let storage: MemoryStorage;
let server: SyncServer;
beforeEach(async () => {
	storage = createMemoryStorage();
	server = await startSyncServer({ storage, relay: createLocalRelay(), roles });
});
afterEach(async () => {
	vi.useRealTimers();
	await server.close();
});

let count = 0;
/** Writes a card as this person; what the server says to it. */
async function write(id: string): Promise<string | null> {
	const text = `言葉${++count}`;
	const { reason } = await attempt(
		server,
		id,
		(doc, me) => void addCard(doc, { type: 'cause', text }, author(me))
	);
	return reason;
}
const textsIn = (doc: Y.Doc): string[] =>
	[...rootsOf(doc).cards.values()].map((card) => String((card as Y.Map<unknown>).get('text')));

test('what was begun in the part before is taken for twenty seconds, and no longer', async () => {
	await begin(server, together);
	await begin(server, listen, false);
	pass(graceMs - 500);
	expect(await write('anna')).toBeNull();
	pass(501);
	expect(await write('anna')).toBe('phaseClosed');
	expect(await write('facilitator')).toBeNull();
	// Back to the part before: nothing was lost for good.
	await begin(server, together, false);
	expect(await write('anna')).toBeNull();
});

test('of two parts begun in one second the second does not cut off who wrote before both', async () => {
	await begin(server, together);
	await begin(server, arrange, false);
	pass(900);
	await begin(server, listen, false);
	pass(graceMs - 1000);
	expect(await write('anna')).toBeNull();
	pass(1001);
	expect(await write('anna')).toBe('phaseClosed');
});

test('a change that is on its way while a part begins is taken or refused as a whole, never half told', async () => {
	await begin(server, together);
	const anna = server.provider('anna');
	const ben = server.provider('ben');
	await vi.waitFor(() => expect(anna.synced && ben.synced).toBe(true));
	storage.hold();
	const begun = begin(server, listen, false);
	const id = addCard(anna.doc, { type: 'cause', text: '途中' }, author('anna'));
	await vi.waitFor(() => expect(server.metrics.count('received.update')).toBeGreaterThan(0));
	storage.release();
	await begun;
	await vi.waitFor(() => expect(rootsOf(ben.doc).cards.has(id)).toBe(true));
	expect(anna.wsconnected).toBe(true);
	pass(graceMs + 1);
	editCardText(anna.doc, id, { index: 0, remove: 0, insert: '遅い' });
	await vi.waitFor(() => expect(anna.wsconnected).toBe(false));
	expect(textsIn(await fresh(server))).toEqual(['途中']);
	expect(textsIn(ben.doc)).toEqual(['途中']);
});

test('what was written without a line is judged by what runs when it comes', async () => {
	await begin(server, together);
	const anna = server.provider('anna');
	const ben = server.provider('ben');
	await vi.waitFor(() => expect(anna.synced && ben.synced).toBe(true));
	anna.disconnect();
	ben.disconnect();
	addCard(anna.doc, { type: 'cause', text: 'すぐ戻る' }, author('anna'));
	addCard(ben.doc, { type: 'cause', text: '遅れて戻る' }, author('ben'));
	await begin(server, listen, false);
	anna.connect();
	await vi.waitFor(() => expect(anna.synced).toBe(true));
	pass(graceMs + 1);
	ben.connect();
	await vi.waitFor(() => expect(server.metrics.count('refused.phaseClosed')).toBe(1));
	expect(textsIn(await fresh(server))).toEqual(['すぐ戻る']);
});

test('the server itself writes in every part', async () => {
	await begin(server, listen);
	const card = { id: 'c1' as CardId, type: 'cause', text: '公開', author: author('anna') } as const;
	expect(
		await server.rooms.applyServerChange(server.boardId, (doc) => insertAwaitedCards(doc, [card]))
	).toBe(true);
	expect(textsIn(await fresh(server))).toEqual(['公開']);
});

test('after a restart the first word from anybody is judged by what runs', async () => {
	const directory = mkdtempSync(join(tmpdir(), 'renkei-rights-'));
	const onDisk = async (isNew: boolean) => {
		await server.close();
		const opened = await openSqliteStorage({ directory });
		server = await startSyncServer({ storage: opened, relay: createLocalRelay(), roles, isNew });
	};
	const runs = async (phase: Phase) => {
		await begin(server, phase);
		await onDisk(false);
		const doc = await fresh(server);
		const before = Y.encodeStateVector(doc);
		addCard(doc, { type: 'cause', text: '先に来た' }, author('anna'));
		await onDisk(false);
		const socket = await server.socket('anna');
		socket.wire.send(step2Frame(Y.encodeStateAsUpdate(doc, before)));
		return socket;
	};
	try {
		await onDisk(true);
		const refused = await runs(listen);
		expect(await refused.closed).toBe(4422);
		expect(updatesIn(await server.socket('ben'))).toEqual([]);
		await runs(together);
		await vi.waitFor(async () => expect(textsIn(await fresh(server))).toEqual(['先に来た']));
	} finally {
		await server.close();
		rmSync(directory, { recursive: true, force: true });
	}
});
