import { randomInt } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { bool, create as createRandom, int32, oneOf } from 'lib0/prng';
import type { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import {
	addCard,
	changeCardType,
	chooseRootCause,
	editCardText,
	insertCards,
	moveCards,
	restoreCards,
	setCardField,
	withdrawCards
} from '@renkei/shared/document/commands/card-commands.ts';
import { addLink, removeLinks } from '@renkei/shared/document/commands/link-commands.ts';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import { cardTypeIds } from '@renkei/shared/method/ids.ts';
import { createLocalRelay } from '../relay/local.ts';
import { createMemoryStorage } from '../storage/memory.ts';
import { compactBoard, fingerprint } from './compact-board.ts';
import { buildDocument } from './load-document.ts';
import type { SyncServer } from './sync.driver.ts';
import { startSyncServer } from './sync.driver.ts';

const asked = process.env['SEED']?.split(',').map(Number);
const seeds = asked ?? [1, 20_261_122, randomInt(2 ** 31), randomInt(2 ** 31)];
const steps = 250;

type Random = ReturnType<typeof createRandom>;

/** One thing a person might do now, by the program's own commands. */
function act(random: Random, { doc }: WebsocketProvider, participant: string): void {
	const author = { participant, profession: null, now: 1_800_000_000_000 + int32(random, 0, 1e6) };
	const board = readBoard(doc);
	const ids = [...board.cards.keys()];
	const pick = () => (ids.length > 0 ? oneOf(random, ids) : null);
	const [id, other] = [pick(), pick()];
	const text = `${participant} ${int32(random, 0, 999)}`;
	switch (id === null ? 0 : int32(random, 0, 9)) {
		case 0:
			return void addCard(doc, { type: oneOf(random, [...cardTypeIds]), text }, author);
		case 1:
			return void insertCards(
				doc,
				[
					{ type: 'cause', text },
					{ type: 'measure', text }
				],
				[{ from: 0, to: 1 }],
				author
			);
		case 2:
		case 3:
			return void editCardText(doc, id!, {
				index: int32(random, 0, 20),
				remove: int32(random, 0, 5),
				insert: text
			});
		case 4:
			return moveCards(doc, new Map([[id!, [int32(random, -9, 9), int32(random, -9, 9)]]]));
		case 5:
			return withdrawCards(doc, [id!], author);
		case 6:
			return restoreCards(doc, [...board.trash.keys()].slice(0, 3));
		case 7:
			return changeCardType(doc, id!, oneOf(random, [...cardTypeIds]));
		case 8:
			if (other && bool(random)) addLink(doc, { from: id!, to: other }, author);
			else removeLinks(doc, [...board.links.keys()].slice(0, 1), author);
			return;
		default:
			setCardField(doc, id!, 'isRoot', bool(random));
			return chooseRootCause(doc, id);
	}
}

/** What must never be on the board: entries nobody can read, and a viewer's words. */
async function wrongThings(server: SyncServer): Promise<unknown[]> {
	const board = await server.rooms.readBoardNow(server.boardId);
	const cards = [...(board?.cards.values() ?? [])];
	return [...(board?.problems ?? []), ...cards.filter(({ text }) => text.includes('viewer'))];
}

test.each(seeds)(
	'commands, delays, drops and reconnects in any order end in one board (seed %i)',
	async (seed) => {
		const random = createRandom(seed);
		const storage = createMemoryStorage();
		const server = await startSyncServer({
			storage,
			relay: createLocalRelay(),
			roles: { viewer: 'viewer', lead: 'facilitator' },
			limits: { idleUnloadMs: 30 }
		});
		try {
			const people = ['anna', 'ben', 'carla', 'lead'];
			const writers = people.map((id) => server.provider(id));
			for (const writer of writers) writer.maxBackoffTime = 100;
			const viewer = server.provider('viewer');
			const lost: number[] = [];
			const wrong: unknown[] = [];
			for (const writer of writers)
				writer.on('closed', ({ code }: { code: number }) => lost.push(code));
			for (let step = 0; step < steps; step++) {
				const index = int32(random, 0, writers.length - 1);
				const writer = writers[index]!;
				const dice = int32(random, 0, 99);
				if (dice < 70) act(random, writer, people[index]!);
				else if (dice < 75) act(random, viewer, 'viewer');
				else if (dice < 80) writer.disconnect();
				else if (dice < 88) writer.connect();
				else if (dice < 90) storage.hold();
				else if (dice < 95) storage.release();
				else if (dice < 97) server.rooms.closeBoard(server.boardId, 1013);
				// Sockets get their turn between some steps, not all: what piles up arrives together.
				if (bool(random)) await new Promise((resolve) => setImmediate(resolve));
				if (step % 25 === 24) {
					storage.release();
					wrong.push(...(await wrongThings(server)).map((thing) => ({ step, thing })));
				}
			}
			storage.release();
			for (const writer of writers) writer.connect();
			await vi.waitFor(
				() => {
					const [first, ...others] = writers.map(({ doc }) => fingerprint(doc));
					expect(
						writers.every(({ synced }) => synced),
						`seed ${seed}`
					).toBe(true);
					for (const other of others) expect(other, `seed ${seed}`).toBe(first);
				},
				{ timeout: 10_000, interval: 50 }
			);
			expect([...wrong, ...(await wrongThings(server))], `seed ${seed}`).toEqual([]);
			expect(lost, `seed ${seed}`).toEqual([]);
			for (const { doc } of writers) {
				expect(doc.store.pendingStructs, `seed ${seed}`).toBeNull();
				expect(doc.store.pendingDs, `seed ${seed}`).toBeNull();
			}
			const board = await storage.log.load(server.boardId);
			if (!board?.ok) throw new Error('no board');
			const fromLog = buildDocument(board.snapshot, board.rows);
			const compacted = compactBoard({
				snapshot: board.snapshot,
				rows: board.rows.map(({ bytes }) => bytes)
			});
			const expected = fingerprint(writers[0]!.doc);
			expect(fingerprint(fromLog), `seed ${seed}`).toBe(expected);
			expect(fingerprint(buildDocument(compacted, [])), `seed ${seed}`).toBe(expected);
			expect(Y.encodeStateAsUpdate(fromLog).length).toBeGreaterThan(100);
		} finally {
			await server.close();
		}
	},
	40_000
);
