import { Worker } from 'node:worker_threads';
import type { CompactionInput } from './compact-board.ts';
import type { CompactionAnswer } from './compaction-worker.ts';
import type { SyncContext } from './sync-context.ts';
import { errorFields } from './sync-context.ts';

interface Job {
	readonly id: number;
	resolve(blob: Uint8Array): void;
	reject(cause: Error): void;
}

/**
 * Turns long logs into snapshots, in a thread of its own so that nobody waits for it, one board after the
 * other. Works on the log alone: whether the board is open makes no difference.
 */
export class Compactor {
	readonly #context: SyncContext;
	readonly #boards = new Map<string, Promise<number>>();
	#line: Promise<unknown> = Promise.resolve();
	#worker: Worker | null = null;
	#job: Job | null = null;
	#nextId = 1;
	#isClosed = false;

	constructor(context: SyncContext) {
		this.#context = context;
	}

	/** Compacts a board's log and tells how many rows the new snapshot took in, 0 when nothing came of it. */
	compact(boardId: string): Promise<number> {
		const running = this.#boards.get(boardId);
		if (running) return running;
		const run = this.#line
			.then(() => this.#run(boardId))
			.finally(() => this.#boards.delete(boardId));
		this.#boards.set(boardId, run);
		this.#line = run;
		return run;
	}

	/** Abandons what is under way: a log that was not compacted is only longer. */
	async close(): Promise<void> {
		this.#isClosed = true;
		const worker = this.#worker;
		this.#worker = null;
		await worker?.terminate();
		this.#job?.reject(new Error('closed'));
		await this.#line;
	}

	async #run(boardId: string): Promise<number> {
		const { storage, metrics, logger } = this.#context;
		if (this.#isClosed) return 0;
		const startedAt = performance.now();
		try {
			const board = await storage.log.load(boardId);
			if (!board?.ok || board.state !== 'live' || board.rows.length === 0) return 0;
			const blob = await this.#merge({
				snapshot: board.snapshot,
				rows: board.rows.map(({ bytes }) => bytes)
			});
			const result = await storage.log.compact(boardId, board.epoch, board.lastSeq, blob);
			if (!result.ok) return 0;
			metrics.compacted(result.deletedRows, performance.now() - startedAt);
			return board.rows.length;
		} catch (cause) {
			if (this.#isClosed) return 0;
			metrics.compactionFailed();
			logger.error({ board: boardId, ...errorFields(cause) }, 'compaction failed');
			return 0;
		}
	}

	#merge(input: CompactionInput): Promise<Uint8Array> {
		if (this.#isClosed) return Promise.reject(new Error('closed'));
		this.#worker ??= this.#start();
		const worker = this.#worker;
		return new Promise((resolve, reject) => {
			this.#job = { id: this.#nextId++, resolve, reject };
			worker.postMessage({ id: this.#job.id, input });
		});
	}

	#start(): Worker {
		const worker = new Worker(new URL('compaction-worker.ts', import.meta.url));
		// An idle thread must not keep the process from ending.
		worker.unref();
		worker.on('message', (answer: CompactionAnswer) => {
			const job = this.#job;
			if (job?.id !== answer.id) return;
			this.#job = null;
			if ('blob' in answer) job.resolve(answer.blob);
			else job.reject(new Error(answer.error));
		});
		const lost = (cause: Error) => {
			if (this.#worker === worker) this.#worker = null;
			this.#job?.reject(cause);
			this.#job = null;
		};
		worker.on('error', lost);
		worker.on('exit', () => lost(new Error('the compaction thread ended')));
		return worker;
	}
}
