import type { BoardLog, NewRow } from '../storage/storage.ts';

/** Something on its way to the disk together with what is to happen once it is there. */
export interface Waiting<Item> {
	readonly row: NewRow;
	readonly item: Item;
}

/** How the line reports; each call comes after the storage's answer, in the order things were added. */
export interface CommitListener<Item> {
	/** These are on disk under these numbers. */
	onCommitted(items: readonly Waiting<Item>[], seqs: readonly number[], durationMs: number): void;
	/** Whatever waited for these has run. */
	onAnswered(): void;
	/** This one writes under a client id that another process has given to somebody else; it was not kept. */
	onForeign(item: Waiting<Item>): void;
	/** Nothing of what is still waiting will be kept: the board is gone, or the storage failed. */
	onFailed(reason: 'no-board' | 'deleted' | 'stale-epoch' | 'storage'): void;
}

/**
 * The line of one board's changes to the log. One call at a time, and after a quiet moment at once: what comes
 * while the disk is busy, or right after, goes together in the next. A commit costs as much as some twenty sends.
 */
export class CommitLine<Item> {
	readonly #log: BoardLog;
	readonly #listener: CommitListener<Item>;
	readonly #tickMs: number;
	#startedAt = 0;
	#next: Waiting<Item>[] = [];
	#newest = 0;
	#committed = 0;
	#isBusy = false;
	#isBroken = false;
	readonly #afterwards: { readonly ticket: number; readonly run: () => void }[] = [];

	constructor(log: BoardLog, tickMs: number, listener: CommitListener<Item>) {
		this.#log = log;
		this.#tickMs = tickMs;
		this.#listener = listener;
	}

	/** True when nothing is on its way. */
	get isIdle(): boolean {
		return this.#committed === this.#newest;
	}

	add(row: NewRow, item: Item): void {
		if (this.#isBroken) return;
		this.#next.push({ row, item });
		this.#newest++;
		if (this.#isBusy) return;
		this.#isBusy = true;
		void this.#work();
	}

	/** Runs once everything added so far is on disk, at once when it is; never when the line breaks. */
	afterAll(run: () => void): void {
		if (this.isIdle) run();
		else this.#afterwards.push({ ticket: this.#newest, run });
	}

	/** Resolves when everything added so far is on disk, or with false when it never will be. */
	async settled(): Promise<boolean> {
		if (this.#isBroken) return false;
		if (this.isIdle) return true;
		return new Promise((resolve) => {
			this.#onBroken.push(() => resolve(false));
			this.afterAll(() => resolve(true));
		});
	}

	readonly #onBroken: (() => void)[] = [];

	async #work(): Promise<void> {
		while (this.#next.length > 0 && !this.#isBroken) {
			await this.#nextTurn();
			const batch = this.#next;
			this.#next = [];
			await this.#commit(batch);
		}
		this.#isBusy = false;
	}

	/** At least this turn of the event loop: frames that arrived together travel together. */
	#nextTurn(): Promise<void> {
		const waitMs = this.#startedAt + this.#tickMs - performance.now();
		return new Promise((resolve) => {
			if (waitMs > 1) setTimeout(resolve, waitMs);
			else setImmediate(resolve);
		});
	}

	async #commit(batch: readonly Waiting<Item>[]): Promise<void> {
		const startedAt = performance.now();
		this.#startedAt = startedAt;
		const result = await this.#log.append(batch.map(({ row }) => row)).catch(() => null);
		if (this.#isBroken) return;
		if (result === null) return this.#break('storage');
		if (result.ok) {
			this.#committed += batch.length;
			this.#listener.onCommitted(batch, result.seqs, performance.now() - startedAt);
			this.#runDue();
			this.#listener.onAnswered();
			return;
		}
		switch (result.reason) {
			case 'client-bound': {
				const [only] = batch;
				if (batch.length > 1 || !only) {
					// Rows are kept all or none: alone, the innocent ones go through.
					for (const one of batch) await this.#commit([one]);
					return;
				}
				this.#committed++;
				this.#listener.onForeign(only);
				this.#runDue();
				return;
			}
			case 'unknown-format':
				return this.#break('storage');
			case 'no-board':
			case 'deleted':
			case 'stale-epoch':
				return this.#break(result.reason);
		}
	}

	#runDue(): void {
		while (this.#afterwards[0] && this.#afterwards[0].ticket <= this.#committed) {
			this.#afterwards.shift()?.run();
		}
		if (this.isIdle) this.#onBroken.length = 0;
	}

	#break(reason: 'no-board' | 'deleted' | 'stale-epoch' | 'storage'): void {
		this.#isBroken = true;
		this.#next = [];
		this.#afterwards.length = 0;
		for (const tell of this.#onBroken) tell();
		this.#listener.onFailed(reason);
	}
}
