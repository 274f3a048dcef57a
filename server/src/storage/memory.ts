import { DatabaseSync } from 'node:sqlite';
import type { FacilitationStates } from './facilitation.ts';
import type { Histories } from './history.ts';
import type { Library } from './library.ts';
import type { Photos } from './photos.ts';
import { errorOf, remote, type Call, type Target } from './sqlite-calls.ts';
import { migrate } from './sqlite-database.ts';
import { failureOf } from './sqlite-failure.ts';
import { createWriter, messageOf } from './sqlite-writer.ts';
import {
	StorageError,
	type BoardLog,
	type Catalogue,
	type CommitReport,
	type Storage,
	type StorageFailure
} from './storage.ts';
import type { WorkshopLives } from './workshop-life.ts';

/** A storage that forgets, and whose commits a test can hold up or let fail. */
export interface MemoryStorage extends Storage {
	/** From now on nothing is committed or answered until `release`. */
	hold(): void;
	release(): void;
	/** Every commit fails for this reason from now on; null ends it. */
	failWith(failure: StorageFailure | null): void;
}

interface WaitingCall extends Call {
	resolve(value: unknown): void;
	reject(error: Error): void;
}

/** Opens an empty storage in memory: the tables and statements of the embedded engine, without thread and file. */
export function createMemoryStorage(
	settings: { readonly maxPages?: number; readonly database?: DatabaseSync } = {}
): MemoryStorage {
	const database = settings.database ?? new DatabaseSync(':memory:');
	if (settings.maxPages !== undefined) {
		database.exec(`PRAGMA max_page_count = ${settings.maxPages}`);
	}
	migrate(database);
	const write = createWriter(database);

	let queue: WaitingCall[] = [];
	let nextId = 1;
	let isHeld = false;
	let isFlushPlanned = false;
	let isClosed = false;
	let wantedFailure: StorageFailure | null = null;
	let failure: StorageFailure | null = null;
	const degradedListeners = new Set<(failure: StorageFailure | null) => void>();
	const commitListeners = new Set<(report: CommitReport) => void>();

	function ask(target: Target, method: string, values: readonly unknown[]): Promise<unknown> {
		if (isClosed) return Promise.reject(new StorageError('closed'));
		return new Promise((resolve, reject) => {
			// What crosses to another thread is a copy, so it is one here too.
			queue.push({
				id: nextId++,
				target,
				method,
				values: structuredClone(values),
				resolve,
				reject
			});
			planFlush();
		});
	}

	function planFlush(): void {
		if (isFlushPlanned || isHeld) return;
		isFlushPlanned = true;
		// Not a timer: tests with a clock of their own must not have to wind it for a commit.
		queueMicrotask(() => {
			isFlushPlanned = false;
			if (!isHeld) flush();
		});
	}

	function flush(): void {
		const batch = queue;
		queue = [];
		if (batch.length === 0) return;
		try {
			if (wantedFailure !== null) throw new StorageError(wantedFailure);
			const { answers, commit } = write(batch);
			if (commit !== null) {
				setFailure(null);
				for (const listener of commitListeners) listener(commit);
			}
			for (const [index, answer] of answers.entries()) {
				if (answer.ok) batch[index]?.resolve(structuredClone(answer.value));
				else batch[index]?.reject(errorOf(answer));
			}
		} catch (cause) {
			const reason = failureOf(cause) ?? 'input-output';
			setFailure(reason);
			const error = new StorageError(reason, messageOf(cause), { cause });
			for (const call of batch) call.reject(error);
		}
	}

	function setFailure(next: StorageFailure | null): void {
		if (failure === next) return;
		failure = next;
		for (const listener of degradedListeners) listener(next);
	}

	return {
		engine: 'memory',
		log: remote<BoardLog>('log', ask),
		catalogue: remote<Catalogue>('catalogue', ask),
		library: remote<Library>('library', ask),
		photos: remote<Photos>('photos', ask),
		facilitation: remote<FacilitationStates>('facilitation', ask),
		history: remote<Histories>('history', ask),
		lives: remote<WorkshopLives>('lives', ask),
		async health() {
			if (failure !== null) await ask('writer', 'probe', []).catch(() => {});
			return { ok: failure === null, failure, pending: queue.length };
		},
		onDegraded(listener) {
			degradedListeners.add(listener);
			return () => void degradedListeners.delete(listener);
		},
		onCommit(listener) {
			commitListeners.add(listener);
			return () => void commitListeners.delete(listener);
		},
		async close() {
			if (isClosed) return;
			isClosed = true;
			flush();
			database.close();
		},
		hold() {
			isHeld = true;
		},
		release() {
			isHeld = false;
			planFlush();
		},
		failWith(next) {
			wantedFailure = next;
		}
	};
}
