import { Worker } from 'node:worker_threads';
import type { ExportedFile, ExportOptions } from '@renkei/shared/exports/export-format.ts';
import type { ExportFormatId } from '@renkei/shared/method/export-ids.ts';
import type { BoardFileRefusal } from '@renkei/shared/exports/json.ts';
import type { Board, BoardMeta } from '@renkei/shared/method/board.ts';
import type { Pack } from '@renkei/shared/method/packs/pack.ts';

/** One file to write. */
export interface WriteJob extends Omit<ExportOptions, 'method' | 'fonts' | 'canvas'> {
	readonly format: ExportFormatId;
	readonly board: Board;
	/** The board's own words, where they are not the manual's. */
	readonly pack: Pack | null;
}

/** A board from a file: its document as a Yjs update V1, and what its head says. */
export interface ReadBoard extends Pick<
	BoardMeta,
	'title' | 'pack' | 'scene' | 'municipality' | 'date'
> {
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
	readonly id: number;
	readonly job: Job;
	readonly resolve: (result: ExportedFile | ReadFile) => void;
	readonly reject: (failure: FileFailure) => void;
}

/**
 * The thread starts with the first file and stays, because loading fonts takes longer than writing. It is handed
 * one job at a time: a board under way to it is a copy, and only a job's own time counts as too slow.
 */
export function createBoardFiles({
	timeoutMs = 60_000,
	worker: address = new URL('./board-files-worker.ts', import.meta.url)
} = {}): BoardFiles {
	let waiting: Waiting[] = [];
	let current: Waiting | null = null;
	let timer: NodeJS.Timeout | undefined;
	let worker: Worker | null = null;
	let lastId = 0;
	// By the board itself: a table that takes its sheet home together asks for the same file at the same moment.
	const underWay = new WeakMap<Board, Map<string, Promise<ExportedFile | ReadFile>>>();

	const settle = (): Waiting | null => {
		const settled = current;
		clearTimeout(timer);
		current = null;
		return settled;
	};
	const endThread = async (): Promise<void> => {
		const ended = worker;
		worker = null;
		await ended?.terminate();
	};
	/** The thread is lost with the job it had; the next job gets a new one. */
	const lose = (kind: string): void => {
		void endThread();
		settle()?.reject(new FileFailure(kind));
		next();
	};
	const start = (): Worker => {
		const started = new Worker(address, { resourceLimits: { maxOldGenerationSizeMb: 512 } });
		started.on('message', (answer: JobAnswer) => {
			if (answer.id !== current?.id) return;
			const found = settle();
			if ('result' in answer) found?.resolve(answer.result);
			else found?.reject(new FileFailure(answer.failure));
			next();
		});
		const lost = (kind: string) => () => {
			if (worker === started) lose(kind);
		};
		started.on('error', lost('thread-failed')).on('exit', lost('thread-ended'));
		// A server that is about to end must not wait for an idle thread.
		started.unref();
		return started;
	};
	const next = (): void => {
		if (current) return;
		const job = waiting.shift();
		if (!job) return;
		current = job;
		timer = setTimeout(() => lose('too-slow'), timeoutMs);
		worker ??= start();
		worker.postMessage({ id: job.id, job: job.job });
	};
	const ask = (job: Job): Promise<ExportedFile | ReadFile> =>
		new Promise((resolve, reject) => {
			waiting.push({ id: (lastId += 1), job, resolve, reject });
			next();
		});
	const write = (job: WriteJob): Promise<ExportedFile | ReadFile> => {
		const { board, ...rest } = job;
		const same = underWay.get(board) ?? new Map<string, Promise<ExportedFile | ReadFile>>();
		underWay.set(board, same);
		const key = JSON.stringify(rest);
		const known = same.get(key);
		if (known) return known;
		const written = ask({ write: job }).finally(() => same.delete(key));
		same.set(key, written);
		return written;
	};

	return {
		// The thread answers each kind of job with its own kind of result.
		write: async (job) => (await write(job)) as ExportedFile,
		read: async (bytes) => (await ask({ read: bytes })) as ReadFile,
		close: async () => {
			const ended = [...waiting, settle()];
			waiting = [];
			for (const job of ended) job?.reject(new FileFailure('closed'));
			await endThread();
		}
	};
}
