import { Worker } from 'node:worker_threads';
import type { Answers, Ask, Stretch } from './history-job.ts';

/** Looks into the past of boards in a thread of its own, so that nobody's typing waits for it. */
export interface HistoryThread {
	readonly ask: <Kind extends Ask['kind']>(
		stretch: Stretch,
		ask: Extract<Ask, { readonly kind: Kind }>
	) => Promise<Answers[Kind]>;
	readonly close: () => Promise<void>;
}

interface Waiting {
	readonly id: number;
	readonly stretch: Stretch;
	readonly ask: Ask;
	readonly resolve: (result: unknown) => void;
	readonly reject: (cause: Error) => void;
}

type ThreadAnswer =
	| { readonly id: number; readonly result: unknown }
	| { readonly id: number; readonly failure: string };

/** The thread starts with the first question and stays; it is handed one at a time. */
export function createHistoryThread({ timeoutMs = 30_000 } = {}): HistoryThread {
	let waiting: Waiting[] = [];
	let current: Waiting | null = null;
	let timer: NodeJS.Timeout | undefined;
	let worker: Worker | null = null;
	let lastId = 0;

	const settle = (): Waiting | null => {
		const settled = current;
		clearTimeout(timer);
		current = null;
		return settled;
	};
	const lose = (kind: string): void => {
		const ended = worker;
		worker = null;
		void ended?.terminate();
		settle()?.reject(new Error(kind));
		next();
	};
	const start = (): Worker => {
		const started = new Worker(new URL('history-worker.ts', import.meta.url), {
			resourceLimits: { maxOldGenerationSizeMb: 512 }
		});
		started.on('message', (answer: ThreadAnswer) => {
			if (answer.id !== current?.id) return;
			const found = settle();
			if ('result' in answer) found?.resolve(answer.result);
			else found?.reject(new Error(answer.failure));
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
		worker.postMessage({ id: job.id, stretch: job.stretch, ask: job.ask });
	};

	return {
		ask: (stretch, ask) =>
			new Promise((resolve, reject) => {
				// The thread answers each kind of question with its own kind of answer.
				const settled = resolve as (result: unknown) => void;
				waiting.push({ id: (lastId += 1), stretch, ask, resolve: settled, reject });
				next();
			}),
		close: async () => {
			const ended = [...waiting, settle()];
			waiting = [];
			for (const job of ended) job?.reject(new Error('closed'));
			const last = worker;
			worker = null;
			await last?.terminate();
		}
	};
}
