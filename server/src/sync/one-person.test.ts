import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { addCard } from '@renkei/shared/document/commands/card-commands.ts';
import { rootsOf } from '@renkei/shared/document/layout.ts';
import { closeCodes } from '@renkei/shared/protocol/close-codes.ts';
import { createLocalRelay } from '../relay/local.ts';
import { createMemoryStorage } from '../storage/memory.ts';
import type { SyncServer } from './sync.driver.ts';
import { startSyncServer } from './sync.driver.ts';

let server: SyncServer;
beforeEach(async () => {
	server = await startSyncServer({
		storage: createMemoryStorage(),
		relay: createLocalRelay(),
		limits: {
			maxConnectionsPerParticipant: 3,
			offencesPerMinute: 2,
			maxConnectionsPerBoard: 10,
			maxBoardBytes: 40_000
		}
	});
});
afterEach(() => server.close());

test('one person’s many windows leave the table open to the others', async () => {
	const many = [];
	for (let count = 0; count < 12; count++) many.push(await server.socket('mallory'));
	const codes = await Promise.all(many.slice(3).map(({ closed }) => closed));
	expect(new Set(codes)).toEqual(new Set([closeCodes.tooFast]));
	const anna = server.provider('anna');
	await vi.waitFor(() => expect(anna.synced).toBe(true));
	// A window that is closed makes room for another.
	many[0]?.wire.close();
	await many[0]?.closed;
	const next = await server.socket('mallory');
	await vi.waitFor(() => expect(next.heard.length).toBeGreaterThan(0));
});

test('who is refused again and again must pause, the others need not', async () => {
	const anna = server.provider('anna');
	await vi.waitFor(() => expect(anna.synced).toBe(true));
	for (let offence = 0; offence < 2; offence++) {
		const mallory = await server.socket('mallory');
		mallory.wire.send(Uint8Array.of(42));
		expect(await mallory.closed).toBe(closeCodes.badFrame);
	}
	expect(await (await server.socket('mallory')).closed).toBe(closeCodes.tooFast);
	const ben = server.provider('ben');
	await vi.waitFor(() => expect(ben.synced).toBe(true));
	addCard(anna.doc, { type: 'note', text: 'x' }, { participant: 'anna', profession: null, now: 1 });
	await vi.waitFor(() => expect(rootsOf(ben.doc).cards.size).toBe(1));
});

test('a board that holds all it may is closed to more, and stays as it was', async () => {
	const anna = server.provider('anna');
	await vi.waitFor(() => expect(anna.synced).toBe(true));
	const author = { participant: 'mallory', profession: null, now: 1 };
	const doc = new Y.Doc();
	const mallory = server.provider('mallory', doc);
	await vi.waitFor(() => expect(mallory.synced).toBe(true));
	const closed = new Promise((resolve) => mallory.on('closed', resolve));
	for (let card = 0; card < 10; card++)
		addCard(doc, { type: 'note', text: '満'.repeat(2000) }, author);
	expect(await closed).toMatchObject({ code: closeCodes.refused });
	await vi.waitFor(() => expect(server.metrics.count('refused.boardFull')).toBe(1));
	expect(rootsOf(anna.doc).cards.size).toBeGreaterThan(4);
	expect(rootsOf(anna.doc).cards.size).toBeLessThan(8);
	expect(anna.wsconnected).toBe(true);
});

test('a server’s clock that is set back does not stop the signs of life', async () => {
	const anna = await server.socket('anna');
	await vi.waitFor(() => expect(anna.heard.length).toBeGreaterThan(0));
	vi.spyOn(Date, 'now').mockReturnValue(0);
	try {
		const elapsed = performance.now();
		vi.spyOn(performance, 'now').mockImplementation(() => elapsed + 13_000);
		const before = anna.heard.length;
		await vi.waitFor(() => expect(anna.heard.length).toBeGreaterThan(before), 3000);
		expect(anna.heard.at(-1)).toEqual(Uint8Array.of(1, 1, 0));
	} finally {
		vi.restoreAllMocks();
	}
});
