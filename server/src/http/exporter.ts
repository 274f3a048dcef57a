import { Worker } from 'node:worker_threads';
import type { Board } from '@renkei/shared/method/board.ts';
import type { ExportedFile } from '@renkei/shared/exports/export-format.ts';
import type { ExportFormatId } from '@renkei/shared/exports/index.ts';

/** One file to write. */
export interface ExportJob {
	readonly format: ExportFormatId;
	readonly board: Board;
	readonly paper: 'A3' | 'A4';
	/** The day of writing as `YYYY-MM-DD`. */
	readonly date: string;
}

/** What the worker answers: the file, or only that it failed, because a message might quote a card. */
export type ExportAnswer =
	| { readonly id: number; readonly file: ExportedFile }
	| { readonly id: number; readonly failure: string };

/** Writes files in a thread of its own, so that nobody's typing waits for somebody's PDF. */
export interface Exporter {
	readonly write: (job: ExportJob) => Promise<ExportedFile>;
	readonly close: () => Promise<void>;
}

/** A file that could not be written; the name says which kind of failure it was. */
export class ExportFailure extends Error {
	constructor(kind: string) {
		super(kind);
		this.name = 'ExportFailure';
	}
}

interface Waiting {
	readonly resolve: (file: ExportedFile) => void;
	readonly reject: (failure: ExportFailure) => void;
	readonly timer: NodeJS.Timeout;
}

/** The worker starts with the first file and stays, because loading fonts takes longer than writing. */
export function createExporter({ timeoutMs = 60_000 } = {}): Exporter {
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
		for (const id of waiting.keys()) settle(id)?.reject(new ExportFailure(kind));
		await ended?.terminate();
	};
	const start = (): Worker => {
		const started = new Worker(new URL('./export-worker.ts', import.meta.url), {
			resourceLimits: { maxOldGenerationSizeMb: 512 }
		});
		started.on('message', (answer: ExportAnswer) => {
			const found = settle(answer.id);
			if ('file' in answer) found?.resolve(answer.file);
			else found?.reject(new ExportFailure(answer.failure));
		});
		// The next file gets a new worker; those that were waiting are told.
		const lost = (kind: string) => () => {
			if (worker === started) void end(kind);
		};
		started.on('error', lost('worker-died')).on('exit', lost('worker-ended'));
		// A server that is about to end must not wait for an idle thread.
		started.unref();
		return started;
	};

	return {
		write: (job) =>
			new Promise((resolve, reject) => {
				const id = (lastId += 1);
				const timer = setTimeout(() => void end('too-slow'), timeoutMs);
				waiting.set(id, { resolve, reject, timer });
				worker ??= start();
				worker.postMessage({ id, job });
			}),
		close: async () => await end('closed')
	};
}
