import { Worker } from 'node:worker_threads';
import type { ExportedFile } from '@renkei/shared/exports/export-format.ts';
import type { ExportFormatId } from '@renkei/shared/exports/index.ts';
import type { BoardFileRefusal } from '@renkei/shared/exports/json.ts';
import type { Board, BoardMeta } from '@renkei/shared/method/board.ts';

/** One file to write. */
export interface WriteJob {
	readonly format: ExportFormatId;
	readonly board: Board;
	readonly paper: 'A3' | 'A4';
	/** The day of writing as `YYYY-MM-DD`. */
	readonly date: string;
}

/** A board from a file: its document as a Yjs update V1, and what its head says. */
export interface ReadBoard extends Pick<BoardMeta, 'title' | 'scene' | 'municipality' | 'date'> {
	readonly update: Uint8Array;
}

/** The board, or why there is none. */
export type ReadFile = ReadBoard | { readonly refusal: BoardFileRefusal };

/** What the thread is asked to do. */
export type Job = { readonly write: WriteJob } | { readonly read: Uint8Array };

/** What the thread answers: the result, or only which kind of failure it was, because a message might quote a card. */
export type JobAnswer =
	| { readonly id: number; readonly result: ExportedFile | ReadFile }
	| { readonly id: number; readonly failure: string };

/** Writes and reads files in a thread of its own, so that nobody's typing waits for somebody's PDF. */
export interface BoardFiles {
	readonly write: (job: WriteJob) => Promise<ExportedFile>;
	readonly read: (bytes: Uint8Array) => Promise<ReadFile>;
	readonly close: () => Promise<void>;
}

/** A file that could not be written or read; the message says which kind of failure it was. */
class FileFailure extends Error {
	constructor(kind: string) {
		super(kind);
		this.name = 'FileFailure';
	}
}

interface Waiting {
	readonly resolve: (result: ExportedFile | ReadFile) => void;
	readonly reject: (failure: FileFailure) => void;
	readonly timer: NodeJS.Timeout;
}

/** The thread starts with the first file and stays, because loading fonts takes longer than writing. */
export function createBoardFiles({
	timeoutMs = 60_000,
	worker: address = new URL('./board-files-worker.ts', import.meta.url)
} = {}): BoardFiles {
	const waiting = new Map<number, Waiting>();
	let worker: Worker | null = null;
	let lastId = 0;

	const settle = (id: number): Waiting | undefined => {
		const found = waiting.get(id);
		clearTimeout(found?.timer);
		waiting.delete(id);
		return found;
	};
	const end = async (kind: string): Promise<void> => {
		const ended = worker;
		worker = null;
		for (const id of waiting.keys()) settle(id)?.reject(new FileFailure(kind));
		await ended?.terminate();
	};
	const start = (): Worker => {
		const started = new Worker(address, { resourceLimits: { maxOldGenerationSizeMb: 512 } });
		started.on('message', (answer: JobAnswer) => {
			const found = settle(answer.id);
			if ('result' in answer) found?.resolve(answer.result);
			else found?.reject(new FileFailure(answer.failure));
		});
		// The next file gets a new thread; those that were waiting are told.
		const lost = (kind: string) => () => {
			if (worker === started) void end(kind);
		};
		started.on('error', lost('thread-failed')).on('exit', lost('thread-ended'));
		// A server that is about to end must not wait for an idle thread.
		started.unref();
		return started;
	};
	const ask = (job: Job): Promise<ExportedFile | ReadFile> =>
		new Promise((resolve, reject) => {
			const id = (lastId += 1);
			const timer = setTimeout(() => void end('too-slow'), timeoutMs);
			waiting.set(id, { resolve, reject, timer });
			worker ??= start();
			worker.postMessage({ id, job });
		});

	return {
		// The thread answers each kind of job with its own kind of result.
		write: async (job) => (await ask({ write: job })) as ExportedFile,
		read: async (bytes) => (await ask({ read: bytes })) as ReadFile,
		close: async () => await end('closed')
	};
}
