import * as Y from 'yjs';

/** Below so many receivers sending every update by itself costs less than merging. */
const mergeFromReceivers = 3;

/**
 * Gathers a board's committed updates for some milliseconds and hands them on as few messages. The first one
 * after a quiet moment goes at once: waiting pays only when there is company.
 */
export class Broadcast<Author> {
	readonly #tickMs: number;
	readonly #countReceivers: () => number;
	readonly #deliver: (update: Uint8Array, author: Author | null) => void;
	#updates: { readonly bytes: Uint8Array; readonly author: Author | null }[] = [];
	#timer: NodeJS.Timeout | null = null;
	#deliveredAt = 0;

	/** `deliver` gets the author when all of an update is theirs, else null. */
	constructor(
		tickMs: number,
		countReceivers: () => number,
		deliver: (update: Uint8Array, author: Author | null) => void
	) {
		this.#tickMs = tickMs;
		this.#countReceivers = countReceivers;
		this.#deliver = deliver;
	}

	add(bytes: Uint8Array, author: Author | null): void {
		this.#updates.push({ bytes, author });
		if (this.#timer) return;
		const waitMs = Math.max(0, this.#deliveredAt + this.#tickMs - performance.now());
		// Commits keep the same beat: one that comes a moment early must not wait for the next.
		this.#timer = setTimeout(() => this.flush(), waitMs < 4 ? 0 : waitMs);
	}

	/** Sends now what is waiting. */
	flush(): void {
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = null;
		const updates = this.#updates;
		this.#updates = [];
		if (updates.length === 0) return;
		this.#deliveredAt = performance.now();
		const merged = updates.length > 1 && this.#countReceivers() >= mergeFromReceivers;
		if (!merged) {
			for (const { bytes, author } of updates) this.#deliver(bytes, author);
			return;
		}
		const [first] = updates;
		const author = updates.every((update) => update.author === first?.author)
			? (first?.author ?? null)
			: null;
		this.#deliver(Y.mergeUpdates(updates.map(({ bytes }) => bytes)), author);
	}

	/** Forgets what is waiting. */
	stop(): void {
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = null;
		this.#updates = [];
	}
}
