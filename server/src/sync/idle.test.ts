import { expect, test, vi } from 'vitest';
import { addCard } from '@renkei/shared/document/commands/card-commands.ts';
import { rootsOf } from '@renkei/shared/document/layout.ts';
import { closeCodes } from '@renkei/shared/protocol/close-codes.ts';
import { createLocalRelay } from '../relay/local.ts';
import { createMemoryStorage } from '../storage/memory.ts';
import { startSyncServer } from './sync.driver.ts';

const idleMs = 70_000;

test('an unmodified y-websocket client stays connected through 70 idle seconds, and stops on 44xx', async () => {
	const server = await startSyncServer({
		storage: createMemoryStorage(),
		relay: createLocalRelay(),
		// Longer than the board is idle: it must not depend on somebody coming and going.
		roles: { viewer: 'viewer' }
	});
	try {
		const [alone, viewer] = [server.provider('anna'), server.provider('viewer')];
		await vi.waitFor(() => expect(alone.synced && viewer.synced).toBe(true));
		const losses: unknown[] = [];
		for (const provider of [alone, viewer])
			provider.on('connection-close', (event) => losses.push(event?.code ?? 'gave up'));
		const sockets = [alone.ws, viewer.ws];
		// Real time on purpose: the client's own watchdog, with its own clock, is what is tested.
		await new Promise((resolve) => setTimeout(resolve, idleMs));
		expect(losses).toEqual([]);
		expect([alone.ws, viewer.ws]).toEqual(sockets);
		const author = { participant: 'anna', profession: null, now: Date.now() };
		addCard(alone.doc, { type: 'note', text: 'まだつながっています' }, author);
		await vi.waitFor(() => expect(rootsOf(viewer.doc).cards.size).toBe(1));

		const closed = new Promise((resolve) => alone.on('closed', resolve));
		server.rooms.disconnectParticipant('anna', closeCodes.forbidden);
		expect(await closed).toMatchObject({ code: closeCodes.forbidden });
		expect(alone.shouldConnect).toBe(false);
		expect(server.metrics.count('received.step1')).toBe(2);
	} finally {
		await server.close();
	}
}, 100_000);
