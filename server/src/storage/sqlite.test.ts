import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { crashWriterPath } from './crash-writer.ts';
import { migrations } from './migrations/index.ts';
import { startSqliteWorker } from './sqlite-line.ts';
import { openSqliteStorage } from './sqlite.ts';
import { countRows, newWorkshop, row, snapshot } from './storage-samples.ts';
import { storageContract } from './storage.contract.ts';
import { StorageError, type StorageFailure } from './storage.ts';

const directories: string[] = [];
const children: ChildProcess[] = [];

function newDirectory(): string {
	const directory = mkdtempSync(join(tmpdir(), 'renkei-storage-'));
	directories.push(directory);
	return directory;
}

afterEach(() => {
	for (const child of children.splice(0)) child.kill('SIGKILL');
	for (const directory of directories.splice(0)) rmSync(directory, { recursive: true });
});

function withDatabase<T>(directory: string, work: (database: DatabaseSync) => T): T {
	const database = new DatabaseSync(join(directory, 'renkei.sqlite'), { timeout: 5_000 });
	try {
		return work(database);
	} finally {
		database.close();
	}
}

function damage(directory: string, sql: string): void {
	withDatabase(directory, (database) => database.exec(sql));
}

storageContract('sqlite', {
	async open({ isSmall }) {
		const directory = newDirectory();
		const storage = await openSqliteStorage(isSmall ? { directory, maxPages: 120 } : { directory });
		return {
			storage,
			damage: (sql) => damage(directory, sql),
			count: (table) => withDatabase(directory, (database) => countRows(database, table))
		};
	}
});

describe('the file', () => {
	test('is written ahead, synced at every commit and checked for who wrote it', async () => {
		const directory = newDirectory();
		const storage = await openSqliteStorage({ directory });
		await storage.catalogue.createWorkshop(newWorkshop('w', ['b']));
		const database = new DatabaseSync(join(directory, 'renkei.sqlite'), { readOnly: true });
		expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
		expect(database.prepare('PRAGMA user_version').get()).toEqual({
			user_version: migrations.length
		});
		expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
		database.close();
		await storage.close();
	});

	test('holds what a copy taken right after the acknowledgement needs', async () => {
		const directory = newDirectory();
		const storage = await openSqliteStorage({ directory });
		await storage.catalogue.createWorkshop(newWorkshop('w', ['b']));
		await storage.log.append([row('b', 1, 'x')]);
		// What a power cut would leave: the two files as they are, without the shared memory.
		const copy = newDirectory();
		for (const name of ['renkei.sqlite', 'renkei.sqlite-wal']) {
			copyFileSync(join(directory, name), join(copy, name));
		}
		await storage.close();
		const reopened = await openSqliteStorage({ directory: copy });
		expect(await reopened.log.load('b')).toMatchObject({ lastSeq: 1, rows: [{ seq: 1 }] });
		await reopened.close();
	});

	test('empties its write-ahead log in a pause, even after somebody read from outside', async () => {
		const directory = newDirectory();
		const storage = await openSqliteStorage({ directory, idleMs: 10 });
		const log = join(directory, 'renkei.sqlite-wal');
		await storage.catalogue.createWorkshop(newWorkshop('w', ['b']));
		await vi.waitFor(() => expect(statSync(log).size).toBe(0));

		const reader = new DatabaseSync(join(directory, 'renkei.sqlite'), { readOnly: true });
		reader.exec('BEGIN; SELECT * FROM board');
		await storage.log.append([row('b', 1, 'while somebody reads')]);
		// The reader is waited for in no pause: the next commit goes through while it still reads.
		await storage.catalogue.setSetting('key', 'value');
		expect(statSync(log).size).toBeGreaterThan(0);
		reader.exec('COMMIT');
		reader.close();
		await vi.waitFor(() => expect(statSync(log).size).toBe(0));
		await storage.close();
	});

	test('written by a newer version or another program is refused untouched', async () => {
		const directory = newDirectory();
		await (await openSqliteStorage({ directory })).close();
		damage(directory, `PRAGMA user_version = ${migrations.length + 1}`);
		await expect(openSqliteStorage({ directory })).rejects.toMatchObject({
			name: 'StorageError',
			reason: 'newer-schema'
		});
		damage(directory, `PRAGMA user_version = ${migrations.length}; PRAGMA application_id = 7`);
		await expect(openSqliteStorage({ directory })).rejects.toMatchObject({ reason: 'unusable' });
		damage(directory, `PRAGMA application_id = ${0x524e4b42}`);
		await (await openSqliteStorage({ directory })).close();
	});

	test('that is no database at all is refused with a StorageError', async () => {
		const directory = newDirectory();
		writeFileSync(join(directory, 'renkei.sqlite'), 'not a database, '.repeat(1_000));
		const refusal = openSqliteStorage({ directory });
		await expect(refusal).rejects.toBeInstanceOf(StorageError);
		await expect(refusal).rejects.toMatchObject({ reason: 'unusable' });
	});

	test.runIf(process.platform === 'linux')(
		'in a folder that takes no folders is refused and does not hang',
		async () => {
			const refusal = openSqliteStorage({ directory: '/proc/renkei/data' });
			await expect(refusal).rejects.toMatchObject({ reason: 'unusable' });
		}
	);

	test('keeps workshops and rows across closing and opening', async () => {
		const directory = newDirectory();
		const first = await openSqliteStorage({ directory });
		await first.catalogue.createWorkshop(newWorkshop('w', ['b']));
		await first.log.append([row('b', 1, 'one'), row('b', 1, 'two')]);
		await first.log.compact('b', 1, 1, snapshot('one'));
		const before = await first.log.load('b');
		await first.close();
		const second = await openSqliteStorage({ directory });
		expect(await second.log.load('b')).toEqual(before);
		expect(await second.catalogue.findWorkshopByCode('100001')).toMatchObject({
			role: 'participant'
		});
		await second.close();
	});
});

test('a batch already under way when the one before it fails is refused with it', async () => {
	const storage = await openSqliteStorage({ directory: newDirectory(), maxPages: 120 });
	await storage.catalogue.createWorkshop(newWorkshop('w', ['b']));
	const huge = storage.log.append([row('b', 1, 'x'.repeat(4_000_000))]);
	// The first was sent before this continues, but no answer can be heard yet: two batches.
	await Promise.resolve();
	const second = storage.log.append([row('b', 1, 'builds on the huge one')]);
	const outcomes = await Promise.allSettled([huge, second]);
	const rejection = { status: 'rejected', reason: { reason: 'disk-full' } };
	expect(outcomes).toMatchObject([rejection, rejection]);
	expect(await storage.log.load('b')).toMatchObject({ lastSeq: 0, rows: [] });
	expect(await storage.log.append([row('b', 1, 'small')])).toEqual({ ok: true, seqs: [1] });
	await storage.close();
});

describe('one process per directory', () => {
	test('a second opening is refused while the first is open, in this process too', async () => {
		const directory = newDirectory();
		const storage = await openSqliteStorage({ directory });
		await expect(openSqliteStorage({ directory })).rejects.toMatchObject({ reason: 'in-use' });
		const writer = startWriter(directory, 'second');
		expect(await writer.nextLine()).toBe('refused in-use');
		await storage.close();
		await (await openSqliteStorage({ directory })).close();
	});

	test('a process that was killed holds nothing', async () => {
		const directory = newDirectory();
		await prepareBoard(directory);
		const writer = startWriter(directory, 'first');
		expect(await writer.nextLine()).toBe('open');
		await expect(openSqliteStorage({ directory })).rejects.toMatchObject({ reason: 'in-use' });
		await writer.kill();
		await (await openSqliteStorage({ directory })).close();
	});
});

test('kill -9 at random moments loses no acknowledged row', { timeout: 60_000 }, async () => {
	const directory = newDirectory();
	await prepareBoard(directory);
	const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
	const random = seededRandom(seed);
	const acknowledged: string[] = [];
	for (let round = 0; round < 8; round++) {
		const writer = startWriter(directory, String(round));
		expect(await writer.nextLine(), `seed ${seed}`).toBe('open');
		const wanted = 1 + Math.floor(random() * 400);
		while (writer.lines.length < wanted) await writer.nextLine();
		await writer.kill();
		acknowledged.push(...writer.lines.slice(1));
	}

	const storage = await openSqliteStorage({ directory });
	const board = await storage.log.load('b');
	if (board === null || !board.ok) throw new Error(`seed ${seed}: ${board?.reason}`);
	const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes?.subarray(1));
	const found = [...text(board.snapshot).split(','), ...board.rows.map((each) => text(each.bytes))];
	const missing = acknowledged.filter((each) => !new Set(found).has(each));
	expect(missing, `seed ${seed}`).toEqual([]);
	// The first entry is the text the board was made with; nothing is there twice.
	expect(found.length, `seed ${seed}`).toBe(board.lastSeq + 1);
	expect(new Set(found).size, `seed ${seed}`).toBe(found.length);
	expect(acknowledged.length).toBeGreaterThan(8);
	await storage.close();
});

describe('death of the writer thread', () => {
	let worker: Worker;
	let directory: string;
	const startWorker: typeof startSqliteWorker = (settings) =>
		(worker = startSqliteWorker(settings));
	beforeEach(() => {
		directory = newDirectory();
	});

	test('rejects what was pending, says so, and a new thread goes on', async () => {
		const storage = await openSqliteStorage({ directory, startWorker });
		const told: (StorageFailure | null)[] = [];
		storage.onDegraded((failure) => told.push(failure));
		await storage.catalogue.createWorkshop(newWorkshop('w', ['b']));
		await storage.log.append([row('b', 1, 'before')]);

		const pending = [storage.log.append([row('b', 1, 'pending')]), storage.log.load('b')];
		const terminated = worker.terminate();
		const outcomes = await Promise.allSettled(pending);
		await terminated;
		const rejection = {
			status: 'rejected',
			reason: { name: 'StorageError', reason: 'worker-died' }
		};
		expect(outcomes).toMatchObject([rejection, rejection]);
		await vi.waitFor(() => expect(told).toEqual(['worker-died', null]));

		const board = await storage.log.load('b');
		if (board === null || !board.ok) throw new Error('not loaded');
		expect(await storage.log.append([row('b', 1, 'after')])).toEqual({
			ok: true,
			seqs: [board.lastSeq + 1]
		});
		// The directory stays ours while there is no thread.
		await expect(openSqliteStorage({ directory })).rejects.toMatchObject({ reason: 'in-use' });
		await storage.close();
	});

	test('again and again under load loses no acknowledged row', { timeout: 60_000 }, async () => {
		const storage = await openSqliteStorage({ directory, startWorker });
		await storage.catalogue.createWorkshop(newWorkshop('w', ['b']));
		const acknowledged: number[] = [];
		const errors: unknown[] = [];
		let isDone = false;
		const writers = Array.from({ length: 4 }, async () => {
			while (!isDone) {
				const result = await storage.log
					.append([row('b', 1, 'x')])
					.catch((error: unknown) => errors.push(error));
				if (typeof result === 'object' && result.ok) acknowledged.push(...result.seqs);
				else await new Promise((resolve) => setImmediate(resolve));
			}
		});
		for (let round = 1; round <= 3; round++) {
			const wanted = acknowledged.length + 20;
			// A new thread needs a moment where other programs are at work too.
			await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(wanted), 10_000);
			await worker.terminate();
		}
		await vi.waitFor(
			async () => expect(await storage.health()).toMatchObject({ ok: true }),
			10_000
		);
		isDone = true;
		await Promise.all(writers);
		const board = await storage.log.load('b');
		if (board === null || !board.ok) throw new Error('not loaded');
		expect(errors.length).toBeGreaterThan(0);
		for (const error of errors) expect(error).toMatchObject({ reason: 'worker-died' });
		const stored = new Set(board.rows.map((each) => each.seq));
		expect(acknowledged.filter((seq) => !stored.has(seq))).toEqual([]);
		await storage.close();
	});

	test('a thread that cannot start again leaves the storage degraded, not hanging', async () => {
		let canStart = true;
		const storage = await openSqliteStorage({
			directory,
			startWorker: (settings) =>
				startWorker(canStart ? settings : { ...settings, file: join(directory, 'no', 'such') })
		});
		await storage.catalogue.createWorkshop(newWorkshop('w', ['b']));
		canStart = false;
		await worker.terminate();
		await vi.waitFor(async () =>
			expect(await storage.health()).toMatchObject({ ok: false, failure: 'unusable' })
		);
		canStart = true;
		await vi.waitFor(async () => expect(await storage.health()).toMatchObject({ ok: true }), 5_000);
		expect(await storage.log.append([row('b', 1, 'x')])).toEqual({ ok: true, seqs: [1] });
		await storage.close();
	});
});

async function prepareBoard(directory: string): Promise<void> {
	const storage = await openSqliteStorage({ directory });
	await storage.catalogue.createWorkshop(newWorkshop('w', ['b']));
	await storage.close();
}

function startWriter(directory: string, prefix: string) {
	const child = spawn(process.execPath, [crashWriterPath, directory, prefix], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	children.push(child);
	const lines: string[] = [];
	const reader = createInterface({ input: child.stdout });
	reader.on('line', (line) => lines.push(line));
	return {
		lines,
		async nextLine(): Promise<string | undefined> {
			const count = lines.length;
			await once(reader, 'line');
			return lines[count];
		},
		async kill(): Promise<void> {
			const closed = once(reader, 'close');
			child.kill('SIGKILL');
			await closed;
		}
	};
}

function seededRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		// Mulberry32.
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
