import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import { createBoardFiles } from './board-files.ts';

let folder = '';
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'renkei-thread-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A thread that misbehaves in a way ours is not known to. */
function thread(name: string, code: string): URL {
	const file = join(folder, `${name}.mjs`);
	writeFileSync(file, `import { parentPort } from 'node:worker_threads';\n${code}`);
	return pathToFileURL(file);
}

const bytes = new Uint8Array(3);

test('bytes that are no file are refused, and the thread goes on', async () => {
	const files = createBoardFiles();
	expect(await files.read(bytes)).toEqual({ refusal: 'notABoardFile' });
	expect(await files.read(bytes)).toEqual({ refusal: 'notABoardFile' });
	await files.close();
});

test('a thread that dies fails the file it had, and the next one gets another thread', async () => {
	const mark = join(folder, 'died');
	const files = createBoardFiles({
		worker: thread(
			'dies-once',
			`import { existsSync, writeFileSync } from 'node:fs';
			parentPort.on('message', ({ id }) => {
				if (existsSync(${JSON.stringify(mark)})) return parentPort.postMessage({ id, result: 'again' });
				writeFileSync(${JSON.stringify(mark)}, '');
				throw new Error('broken');
			});`
		)
	});
	const first = files.read(bytes);
	const second = files.read(bytes);
	await expect(first).rejects.toThrow('thread-failed');
	expect(await second).toBe('again');
	await files.close();
});

test('a thread that never ends is ended', async () => {
	const files = createBoardFiles({
		timeoutMs: 50,
		worker: thread('endless', "parentPort.on('message', () => { for (;;); });")
	});
	await expect(files.read(bytes)).rejects.toThrow('too-slow');
	await files.close();
});

test('closing fails what is still waiting', async () => {
	const files = createBoardFiles({
		worker: thread('silent', "parentPort.on('message', () => {});")
	});
	const [waited] = await Promise.allSettled([files.read(bytes), files.close()]);
	expect(waited).toMatchObject({ status: 'rejected', reason: { message: 'closed' } });
});

test('many files at once wait for each other and are not too slow for it', async () => {
	const files = createBoardFiles({
		timeoutMs: 400,
		worker: thread(
			'steady',
			"parentPort.on('message', ({ id }) => setTimeout(() => parentPort.postMessage({ id, result: id }), 60));"
		)
	});
	const results = await Promise.all(Array.from({ length: 10 }, () => files.read(bytes)));
	expect(new Set(results).size).toBe(10);
	await files.close();
});

test('the same sheet asked for at the same moment is written once', async () => {
	const files = createBoardFiles({
		worker: thread(
			'counting',
			"let n = 0; parentPort.on('message', ({ id }) => parentPort.postMessage({ id, result: ++n }));"
		)
	});
	const board = readBoard(new Y.Doc());
	const job = {
		format: 'pdf',
		sheet: 'worksheet',
		board,
		paper: 'A3',
		date: '2026-11-22',
		pack: null
	} as const;
	const other = { ...job, paper: 'A4' } as const;
	const asked = [files.write(job), files.write(job), files.write(other)];
	expect(await Promise.all(asked)).toEqual([1, 1, 2]);
	expect(await files.write(job)).toBe(3);
	await files.close();
});
