import { expect, test, vi } from 'vitest';
import { addCard } from '@renkei/shared/document/commands/card-commands.ts';
import { createLocalRelay } from '../relay/local.ts';
import { createMemoryStorage } from '../storage/memory.ts';
import { startSyncServer } from './sync.driver.ts';

test('a board that people left is told once, and by then everything in it is on disk', async () => {
	const server = await startSyncServer({
		storage: createMemoryStorage(),
		relay: createLocalRelay(),
		limits: { idleUnloadMs: 50 }
	});
	try {
		const rested: string[] = [];
		server.rooms.onRested((boardId) => rested.push(boardId));
		const anna = server.provider('anna');
		await vi.waitFor(() => expect(anna.synced).toBe(true));
		const author = { participant: 'anna', profession: null, now: Date.now() };
		addCard(anna.doc, { type: 'cause', text: '家族の不安' }, author);
		await vi.waitFor(() => expect(server.metrics.count('committedRows')).toBeGreaterThan(0));
		expect(rested).toEqual([]);
		anna.destroy();
		await vi.waitFor(() => expect(rested).toEqual([server.boardId]));
		expect((await server.rooms.readBoardNow(server.boardId))?.cards.size).toBe(1);
	} finally {
		await server.close();
	}
});
