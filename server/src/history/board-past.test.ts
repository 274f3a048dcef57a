import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as Y from 'yjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
	addCard,
	editCardText,
	moveCards
} from '@renkei/shared/document/commands/card-commands.ts';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import { seededRandom } from '@renkei/shared/document/seeded-random.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { openSqliteStorage } from '../storage/sqlite.ts';
import { newWorkshop } from '../storage/storage-samples.ts';
import type { NewRow, Storage } from '../storage/storage.ts';
import { sealBlob } from '../storage/storage.ts';
import type { BoardPast } from './board-past.ts';
import { createBoardPast } from './board-past.ts';
import type { HistoryThread } from './history-thread.ts';
import { createHistoryThread } from './history-thread.ts';

const rowCount = 10_000;
const cardCount = 300;
const people = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6'];
const begin = Date.UTC(2026, 10, 22, 13);

let directory: string;
let storage: Storage;
let thread: HistoryThread;
let past: BoardPast;
/** What all cards said together after some of the rows. */
const known = new Map<number, string>();
const states = new Map<number, Uint8Array>();

function wordsOf(cards: Iterable<{ readonly id: string; readonly text: string }>): string {
	return [...cards]
		.map(({ id, text }) => `${id} ${text}`)
		.sort()
		.join('\n');
}

/** Ninety minutes of seven people writing, moving and rewriting. */
function workshopRows(): NewRow[] {
	const doc = new Y.Doc();
	const random = seededRandom(90);
	const rows: NewRow[] = [];
	const cards: CardId[] = [];
	let by = '';
	doc.on('update', (update: Uint8Array) => {
		const at = begin + Math.floor((rows.length / rowCount) * 90 * 60_000);
		const row = { boardId: 'b', epoch: 1, participantId: by, clientIds: [], at };
		rows.push({ ...row, bytes: sealBlob(1, update) });
		if (rows.length % 500 !== 0) return;
		known.set(rows.length, wordsOf(readBoard(doc).cards.values()));
		states.set(rows.length, sealBlob(2, Y.encodeStateAsUpdateV2(doc)));
	});
	while (rows.length < rowCount) {
		by = random.pick(people);
		const author = { participant: by, profession: null, now: begin };
		if (cards.length < cardCount && random.chance(0.1))
			cards.push(addCard(doc, { type: 'cause', text: '' }, author));
		else if (cards.length > 0 && random.chance(0.2))
			moveCards(doc, new Map([[random.pick(cards), [random.below(900), random.below(900)]]]));
		else if (cards.length > 0) {
			const change = { index: random.below(30), remove: random.below(2), insert: '説明' };
			editCardText(doc, random.pick(cards), change);
		}
	}
	return rows;
}

beforeAll(async () => {
	directory = mkdtempSync(join(tmpdir(), 'renkei-past-'));
	storage = await openSqliteStorage({ directory });
	thread = createHistoryThread();
	past = createBoardPast(storage.history, thread);
	const sample = newWorkshop('w', ['b']);
	const empty = sealBlob(1, Y.encodeStateAsUpdate(new Y.Doc()));
	const boards = sample.boards.map((board) => ({ ...board, snapshot: empty }));
	await storage.catalogue.createWorkshop({ ...sample, boards });
	const rows = workshopRows();
	for (let first = 0; first < rows.length; first += 500)
		await storage.log.append(rows.slice(first, first + 500));
});
afterAll(async () => {
	await thread.close();
	await storage.close();
	rmSync(directory, { recursive: true });
});

async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
	const delay = monitorEventLoopDelay({ resolution: 5 });
	delay.enable();
	const startedAt = performance.now();
	const result = await work();
	const ms = performance.now() - startedAt;
	delay.disable();
	process.stdout.write(
		`${name}: ${ms.toFixed(0)} ms, loop held at most ${(delay.max / 1e6).toFixed(0)} ms\n`
	);
	return result;
}

const wordsAt = async (seq: number): Promise<string> =>
	wordsOf((await past.boardAt('b', seq))?.cards ?? []);

test('gives the board of any row, before and after compaction', async () => {
	await timed('the first question, with starting the thread', () => past.boardAt('b', 1));
	expect(await timed('10,000 rows without any snapshot between', () => wordsAt(rowCount))).toBe(
		known.get(rowCount)
	);
	for (const [seq, blob] of states)
		expect(await storage.log.compact('b', 1, seq, blob)).toMatchObject({ ok: true });
	const other = createBoardPast(storage.history, thread);
	for (const seq of [500, 2999, 3000, 7321, 9500, 9999]) {
		const board = await timed(`board at row ${seq} of 10,000`, () => other.boardAt('b', seq));
		const expected = known.get(seq);
		expect(board?.cards.length).toBeGreaterThan(20);
		expect(expected === undefined || expected === wordsOf(board?.cards ?? [])).toBe(true);
	}
	const again = other.boardAt('b', 7321);
	expect(await again).toBe(await other.boardAt('b', 7321));
});

test('walks through all rows for stories, steps and differences', async () => {
	const board = await past.boardAt('b', rowCount);
	const card = board?.cards[0]?.id ?? ('' as CardId);
	const story = await timed('story of one card in 10,000 rows', () => past.story('b', card));
	expect(story?.[0]).toMatchObject({ what: 'created' });
	expect(story?.length).toBeGreaterThan(10);
	const steps = await timed('steps of 10,000 rows', () => past.steps('b', [5000]));
	expect(steps?.at(-1)?.seq).toBe(rowCount);
	expect(steps?.some(({ seq }) => seq === 5000)).toBe(true);
	const difference = await timed('difference over 3,000 rows', () =>
		past.difference('b', 4000, 7000)
	);
	expect(difference?.cards.length).toBeGreaterThan(100);
});

test('finds what one person can be rolled back by', async () => {
	const since = Math.round(rowCount * (75 / 90));
	const found = await timed('rolling back 15 of 90 minutes', () =>
		past.rollBack('b', 'p3', since, [])
	);
	expect(found?.preview.cards.length).toBeGreaterThan(10);
	expect(await past.rollBack('none', 'p3', since, [])).toBeNull();
});

test('knows no state that never was, and goes on after a thread was lost', async () => {
	expect(await past.boardAt('b', rowCount + 1)).toBeNull();
	expect(await past.difference('b', 0, rowCount + 1)).toBeNull();
	const hasty = createHistoryThread({ timeoutMs: 1 });
	await expect(createBoardPast(storage.history, hasty).boardAt('b', 4321)).rejects.toThrow(
		'too-slow'
	);
	await hasty.close();
	expect(await past.boardAt('b', 4321)).not.toBeNull();
});
