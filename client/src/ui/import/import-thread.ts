import type { ImportPlan } from '@renkei/shared/imports/planned-change.ts';
import type { Board } from '@renkei/shared/method/board.ts';
import type { Method } from '@renkei/shared/method/packs/method.ts';
import { wordsOnly } from '../export/export-thread.ts';
import type { FromThread, ToThread } from './import-messages.ts';
import type { ImportContent, ImportSource, ReadImport } from './read-import.ts';
import { planHere, readHere } from './read-import.ts';

interface Job {
	readonly here: () => Promise<ReadImport | ImportPlan>;
	readonly resolve: (value: ReadImport | ImportPlan) => void;
	readonly reject: (reason: Error) => void;
}

type Wish = ToThread extends infer Message
	? Message extends ToThread
		? Omit<Message, 'id'>
		: never
	: never;

/** Reads files and compares them in a thread of its own, so that five thousand rows stop nobody's typing; where there can be no thread, on the page itself. */
export class ImportThread {
	readonly #method: () => Method;
	#worker: Worker | null = null;
	#cannotStart = false;
	#hasStarted = false;
	#lastId = 0;
	readonly #jobs = new Map<number, Job>();

	constructor(method: () => Method) {
		this.#method = method;
	}

	/** Starts the thread while there is a line: later it may be cut. */
	prepare(): void {
		if (this.#worker || this.#cannotStart) return;
		try {
			const worker = new Worker(new URL('./import-worker.ts', import.meta.url), {
				type: 'module'
			});
			worker.onmessage = ({ data }: MessageEvent<FromThread>) => this.#hear(data);
			worker.onerror = () => this.#lose();
			this.#worker = worker;
		} catch {
			this.#cannotStart = true;
		}
	}

	async read(source: ImportSource): Promise<ReadImport> {
		const method = this.#method();
		return (await this.#ask({ kind: 'read', source, method: wordsOnly(method) }, () =>
			readHere(source, method)
		)) as ReadImport;
	}

	async plan(content: ImportContent, board: Board): Promise<ImportPlan> {
		const method = this.#method();
		return (await this.#ask({ kind: 'plan', content, board, method: wordsOnly(method) }, () =>
			planHere(content, board, method)
		)) as ImportPlan;
	}

	/** Ends the thread; what it owes is not coming any more. */
	stop(): void {
		this.#worker?.terminate();
		this.#worker = null;
		this.#hasStarted = false;
		for (const { reject } of this.#jobs.values()) reject(new Error('stopped'));
		this.#jobs.clear();
	}

	async #ask(wish: Wish, here: Job['here']): Promise<ReadImport | ImportPlan> {
		this.prepare();
		const worker = this.#worker;
		if (!worker) return await here();
		const id = (this.#lastId += 1);
		return await new Promise((resolve, reject) => {
			this.#jobs.set(id, { here, resolve, reject });
			worker.postMessage({ id, ...wish });
		});
	}

	#hear(message: FromThread): void {
		if (message.kind === 'started') {
			this.#hasStarted = true;
			return;
		}
		const job = this.#jobs.get(message.id);
		this.#jobs.delete(message.id);
		if (message.kind === 'done') job?.resolve(message.value);
		else job?.reject(new Error('failed'));
	}

	/** A thread that did not start: what it owes is done here instead. What broke one that ran would break the page. */
	#lose(): void {
		if (this.#hasStarted) return this.stop();
		this.#worker?.terminate();
		this.#worker = null;
		this.#cannotStart = true;
		for (const { here, resolve, reject } of this.#jobs.values()) here().then(resolve, reject);
		this.#jobs.clear();
	}
}
