import {
	getAll,
	getAllKeys,
	openDB,
	deleteDB,
	transact,
	put,
	del,
	createStores
} from 'lib0/indexeddb';
import { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';

const customStore = 'custom';
const completeKey = 'complete';
const unsentStart = 'unsent.';
/** A browser that forbids storage may leave the question unanswered for ever. */
const openWithinMs = 3000;

/** The name of the local copy of one board's one epoch. */
export function copyName(boardId: string, epoch: number): string {
	return `renkei:${boardId}.${epoch}`;
}

/** This device's copy of a board: what lets people write on without a line, and over a reload. */
export class OfflineCopy {
	/** Whether the copy held the whole board once; a half one must never be taken for an empty board. */
	readonly wasComplete: boolean;
	/** Changes written here by earlier pages that the server never confirmed. */
	readonly unsentBefore: number;
	readonly #persistence: IndexeddbPersistence;
	readonly #earlierKeys: readonly string[];
	readonly #key = `${unsentStart}${Math.random().toString(36).slice(2, 12)}`;

	private constructor(
		persistence: IndexeddbPersistence,
		known: { wasComplete: boolean; unsentBefore: number; keys: readonly string[] }
	) {
		this.#persistence = persistence;
		this.wasComplete = known.wasComplete;
		this.unsentBefore = known.unsentBefore;
		this.#earlierKeys = known.keys;
	}

	/** Loads the copy into `doc` and keeps it up to date; null where the browser stores nothing. */
	static async open(name: string, doc: Y.Doc): Promise<OfflineCopy | null> {
		const known = await readKnown(name);
		if (!known) return null;
		const persistence = new IndexeddbPersistence(name, doc);
		if (!(await within(persistence.whenSynced))) {
			void persistence.destroy();
			return null;
		}
		return new OfflineCopy(persistence, known);
	}

	/** Whether this transaction's origin is the loading of the copy. */
	isLoading(origin: unknown): boolean {
		return origin === this.#persistence;
	}

	/** Notes that the whole board is here now. */
	markComplete(): void {
		const { db } = this.#persistence;
		if (!db) return;
		// One transaction over both stores waits for the updates written before it.
		const [, custom] = transact(db, ['updates', customStore]);
		if (custom) void put(custom, true, completeKey).catch(() => {});
	}

	/** Remembers over a reload how many changes still wait for the server. */
	keepUnsent(count: number): void {
		const { db } = this.#persistence;
		if (!db) return;
		const [custom] = transact(db, [customStore]);
		if (custom) void put(custom, count, this.#key).catch(() => {});
	}

	/** The server has everything that was in the copy when this page opened it. */
	forgetEarlier(): void {
		const { db } = this.#persistence;
		if (!db || this.#earlierKeys.length === 0) return;
		const [custom] = transact(db, [customStore]);
		if (custom) for (const key of this.#earlierKeys) void del(custom, key).catch(() => {});
	}

	/** Lets go of the copy; what it holds stays. */
	async close(): Promise<void> {
		await this.#persistence.destroy();
	}

	/** Removes the copy from this device. */
	async discard(): Promise<void> {
		await this.#persistence.destroy();
		await deleteDB(this.#persistence.name).catch(() => {});
	}
}

/** Removes copies of the same board from before it was replaced. */
export async function discardOldCopies(boardId: string, epoch: number): Promise<void> {
	try {
		for (const { name } of await indexedDB.databases())
			if (name?.startsWith(`renkei:${boardId}.`) && name !== copyName(boardId, epoch))
				await deleteDB(name);
	} catch {
		// Storage is forbidden or cannot be listed: an old copy is never opened again in any case.
	}
}

async function readKnown(
	name: string
): Promise<{ wasComplete: boolean; unsentBefore: number; keys: readonly string[] } | null> {
	try {
		const db = await within(
			openDB(name, (database) =>
				createStores(database, [['updates', { autoIncrement: true }], ['custom']])
			)
		);
		if (!db) return null;
		const [custom] = transact(db, [customStore], 'readonly');
		if (!custom) return null;
		const [keys, values] = await Promise.all([getAllKeys(custom), getAll(custom)]);
		db.close();
		const unsent = keys.flatMap((key, index) =>
			typeof key === 'string' && key.startsWith(unsentStart)
				? [{ key, count: Number(values[index]) || 0 }]
				: []
		);
		return {
			wasComplete: values[keys.indexOf(completeKey)] === true,
			unsentBefore: unsent.reduce((sum, { count }) => sum + count, 0),
			keys: unsent.map(({ key }) => key)
		};
	} catch {
		return null;
	}
}

async function within<T>(promise: Promise<T>): Promise<T | null> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<null>((resolve) => {
		timer = setTimeout(() => resolve(null), openWithinMs);
	});
	try {
		return await Promise.race([promise, late]);
	} finally {
		clearTimeout(timer);
	}
}
