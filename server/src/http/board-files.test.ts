import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

test('a thread that dies fails what was waiting, and the next file gets another one', async () => {
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
	await expect(second).rejects.toThrow('thread-failed');
	expect(await files.read(bytes)).toBe('again');
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
