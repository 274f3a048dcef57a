import { Worker } from 'node:worker_threads';
import {
	errorOf,
	type Batch,
	type Call,
	type Target,
	type WorkerMessage,
	type WorkerSettings
} from './sqlite-calls.ts';
import { StorageError, type CommitReport, type StorageFailure } from './storage.ts';

/** Starts the writer thread. */
export type StartWorker = (settings: WorkerSettings) => Worker;

/** The writer thread as it is used in production. */
export const startSqliteWorker: StartWorker = (settings) =>
	new Worker(new URL('./sqlite-worker.ts', import.meta.url), { workerData: settings });

/** Two, so that the disk never waits for the main thread; more would only make transactions smaller. */
const maxBatchesUnderway = 2;
const maxCallsPerBatch = 2_048;
const maxBytesPerBatch = 16 * 1024 * 1024;
const maxRestartDelayMs = 5_000;

interface WaitingCall extends Call {
	/** Roughly what it carries, to bound a transaction. */
	readonly bytes: number;
	resolve(value: unknown): void;
	reject(error: Error): void;
}

/**
 * The main thread's end of the line to the writer thread. Whatever is asked while a batch is being
 * synced forms the next one, so batches grow with the load and no timer is needed.
 */
export class SqliteLine {
	readonly #settings: WorkerSettings;
	readonly #startWorker: StartWorker;
	#worker: Worker | null = null;
	#isReady = false;
	#batchesUnderway = 0;
	#isFlushPlanned = false;
	#generation = 0;
	#nextId = 1;
	#restarts = 0;
	#restartTimer: NodeJS.Timeout | null = null;
	#queue: WaitingCall[] = [];
	readonly #underway = new Map<number, WaitingCall>();
	#failure: StorageFailure | null = null;
	#closed: Promise<void> | null = null;
	#whenIdle: (() => void) | null = null;
	readonly #degradedListeners = new Set<(failure: StorageFailure | null) => void>();
	readonly #commitListeners = new Set<(report: CommitReport) => void>();

	constructor(settings: WorkerSettings, startWorker: StartWorker) {
		this.#settings = settings;
		this.#startWorker = startWorker;
	}

	get failure(): StorageFailure | null {
		return this.#failure;
	}

	get pending(): number {
		return this.#queue.length + this.#underway.size;
	}

	/** Starts the thread for the first time; rejects when the file cannot be opened. */
	open(): Promise<void> {
		return new Promise((resolve, reject) => this.#start(resolve, reject));
	}

	ask(target: Target, method: string, values: readonly unknown[], bytes = 0): Promise<unknown> {
		if (this.#closed !== null) return Promise.reject(new StorageError('closed'));
		if (this.#worker === null) return Promise.reject(this.#errorNow());
		return new Promise((resolve, reject) => {
			this.#queue.push({ id: this.#nextId++, target, method, values, bytes, resolve, reject });
			this.#planFlush();
		});
	}

	onDegraded(listener: (failure: StorageFailure | null) => void): () => void {
		this.#degradedListeners.add(listener);
		return () => void this.#degradedListeners.delete(listener);
	}

	onCommit(listener: (report: CommitReport) => void): () => void {
		this.#commitListeners.add(listener);
		return () => void this.#commitListeners.delete(listener);
	}

	/** Lets everything asked so far finish, then ends the thread. */
	close(): Promise<void> {
		this.#closed ??= this.#end();
		return this.#closed;
	}

	async #end(): Promise<void> {
		if (this.#restartTimer !== null) clearTimeout(this.#restartTimer);
		await new Promise<void>((resolve) => {
			this.#whenIdle = resolve;
			this.#noticeIdle();
		});
		const worker = this.#worker;
		if (worker === null) return;
		const exited = new Promise((resolve) => worker.once('exit', resolve));
		worker.postMessage('close');
		await exited;
	}

	#start(onReady: () => void, onRefused: (error: StorageError) => void): void {
		const worker = this.#startWorker(this.#settings);
		this.#worker = worker;
		let refusal: StorageError | null = null;

		worker.on('message', (message: WorkerMessage) => {
			if (message.kind === 'ready') {
				this.#isReady = true;
				onReady();
				this.#planFlush();
			} else if (message.kind === 'refused') {
				refusal = new StorageError(message.failure, message.message);
			} else {
				this.#hear(message);
			}
		});
		// The exit that always follows does the work; without a listener the process would end here.
		worker.on('error', (cause) => {
			refusal ??= new StorageError('worker-died', 'the writer thread failed', { cause });
		});
		worker.on('exit', () => {
			const wasReady = this.#isReady;
			this.#worker = null;
			this.#isReady = false;
			this.#batchesUnderway = 0;
			const error = refusal ?? new StorageError('worker-died', 'the writer thread ended');
			if (!wasReady) onRefused(error);
			if (this.#closed === null && (wasReady || this.#restarts > 0))
				this.#startAgain(error, wasReady);
			else this.#rejectAll(error);
		});
	}

	#startAgain(error: StorageError, wasReady: boolean): void {
		if (wasReady) this.#restarts = 0;
		const delayMs =
			this.#restarts === 0 ? 0 : Math.min(100 * 2 ** this.#restarts, maxRestartDelayMs);
		this.#restarts++;
		this.#fail(error);
		this.#restartTimer = setTimeout(() => {
			this.#restartTimer = null;
			this.#start(
				() => {
					this.#restarts = 0;
					this.#setFailure(null);
				},
				() => {}
			);
		}, delayMs);
	}

	#planFlush(): void {
		if (this.#isFlushPlanned) return;
		this.#isFlushPlanned = true;
		queueMicrotask(() => {
			this.#isFlushPlanned = false;
			while (
				this.#isReady &&
				this.#batchesUnderway < maxBatchesUnderway &&
				this.#queue.length > 0
			) {
				this.#send(this.#takeBatch());
			}
		});
	}

	#takeBatch(): WaitingCall[] {
		let bytes = 0;
		let count = 0;
		for (const call of this.#queue) {
			bytes += call.bytes;
			if (count === maxCallsPerBatch || (count > 0 && bytes > maxBytesPerBatch)) break;
			count++;
		}
		return this.#queue.splice(0, count);
	}

	#send(waiting: readonly WaitingCall[]): void {
		for (const call of waiting) this.#underway.set(call.id, call);
		const calls = waiting.map(({ id, target, method, values }) => ({ id, target, method, values }));
		const batch: Batch = { generation: this.#generation, calls };
		this.#batchesUnderway++;
		this.#worker?.postMessage(batch);
	}

	#hear(message: Extract<WorkerMessage, { kind: 'answers' | 'failed' }>): void {
		if (message.kind === 'failed') {
			// What was sent before we knew is refused there without an answer, so it no longer counts.
			this.#batchesUnderway = 0;
			this.#fail(new StorageError(message.failure, message.message));
			return;
		}
		this.#batchesUnderway--;
		for (const answer of message.answers) {
			const call = this.#underway.get(answer.id);
			this.#underway.delete(answer.id);
			if (answer.ok) call?.resolve(answer.value);
			else call?.reject(errorOf(answer));
		}
		if (message.commit !== null) {
			this.#setFailure(null);
			for (const listener of this.#commitListeners) listener(message.commit);
		}
		this.#planFlush();
		this.#noticeIdle();
	}

	#fail(error: StorageError): void {
		this.#generation++;
		this.#setFailure(error.reason);
		this.#rejectAll(error);
	}

	#rejectAll(error: StorageError): void {
		const all = [...this.#underway.values(), ...this.#queue];
		this.#underway.clear();
		this.#queue = [];
		for (const call of all) call.reject(error);
		this.#noticeIdle();
	}

	#noticeIdle(): void {
		if (this.pending === 0) this.#whenIdle?.();
	}

	#setFailure(failure: StorageFailure | null): void {
		if (this.#failure === failure) return;
		this.#failure = failure;
		for (const listener of this.#degradedListeners) listener(failure);
	}

	#errorNow(): StorageError {
		return new StorageError(this.#failure ?? 'worker-died', 'the writer thread is being restarted');
	}
}
