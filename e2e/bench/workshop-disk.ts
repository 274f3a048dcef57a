import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pause } from './drag-load.ts';

/** How long this machine takes to put a few bytes on its disk while something else goes on, ms: nothing durable is faster. */
export async function flushTimesDuring<T>(
	work: Promise<T>
): Promise<{ readonly result: T; readonly flushes: readonly number[] }> {
	const folder = await mkdtemp(join(tmpdir(), 'renkei-flush-'));
	const file = await open(join(folder, 'flushed'), 'w');
	const flushes: number[] = [];
	let isOver = false;
	const whole = work.finally(() => {
		isOver = true;
	});
	try {
		const bytes = Buffer.alloc(4096);
		while (!isOver) {
			const startedAt = performance.now();
			await file.write(bytes);
			await file.datasync();
			flushes.push(performance.now() - startedAt);
			await Promise.race([pause(250), whole]);
		}
		return { result: await whole, flushes };
	} finally {
		await file.close();
		await rm(folder, { recursive: true, force: true });
	}
}
