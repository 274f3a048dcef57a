import type { FacilitationStates } from './facilitation.ts';
import type { Histories } from './history.ts';
import type { Library } from './library.ts';
import type { Photos } from './photos.ts';
import {
	StorageError,
	type BoardLog,
	type Catalogue,
	type CommitReport,
	type StorageFailure
} from './storage.ts';
import type { WorkshopLives } from './workshop-life.ts';

/** An interface of promises as its worker does it: at once, on one thread. */
export type Synchronous<Interface> = {
	[Method in keyof Interface]: Interface[Method] extends (
		...values: infer Values
	) => Promise<infer Result>
		? (...values: Values) => Result
		: never;
};

/** What the main thread may ask of the worker, and which of it needs a transaction. */
export const calls = {
	log: {
		append: 'write',
		load: 'read',
		readSince: 'read',
		lastSeqs: 'read',
		compact: 'write',
		replaceEpoch: 'write',
		delete: 'write'
	} satisfies Record<keyof BoardLog, 'read' | 'write'>,
	catalogue: {
		createWorkshop: 'write',
		getWorkshop: 'read',
		listWorkshops: 'read',
		findWorkshopByCode: 'read',
		updateWorkshop: 'write',
		addBoard: 'write',
		getBoard: 'read',
		listBoards: 'read',
		updateBoard: 'write',
		addParticipant: 'write',
		getParticipant: 'read',
		listParticipants: 'read',
		updateParticipant: 'write',
		getSetting: 'read',
		setSetting: 'write',
		setSettingOnce: 'write',
		addSignInToken: 'write',
		useSignInToken: 'write',
		addAudit: 'write',
		listAudit: 'read'
	} satisfies Record<keyof Catalogue, 'read' | 'write'>,
	library: {
		keepBoard: 'write',
		readSummaries: 'read',
		listStale: 'read',
		findCards: 'read',
		listFacets: 'read',
		listCauseGroups: 'read',
		putCauses: 'write',
		releaseCauses: 'write',
		renameCauseGroup: 'write',
		removeCauseGroup: 'write'
	} satisfies Record<keyof Library, 'read' | 'write'>,
	photos: {
		add: 'write',
		list: 'read',
		get: 'read',
		read: 'read',
		remove: 'write'
	} satisfies Record<keyof Photos, 'read' | 'write'>,
	facilitation: {
		read: 'read',
		replace: 'write'
	} satisfies Record<keyof FacilitationStates, 'read' | 'write'>,
	lives: {
		read: 'read',
		keepUntil: 'write',
		startRehearsal: 'write',
		endRehearsal: 'write',
		erase: 'write',
		listDeletions: 'read'
	} satisfies Record<keyof WorkshopLives, 'read' | 'write'>,
	history: {
		readMoments: 'read',
		readState: 'read',
		readRows: 'read',
		addPoint: 'write',
		listPoints: 'read'
	} satisfies Record<keyof Histories, 'read' | 'write'>,
	/** A write that changes nothing, to find out whether writing works again. */
	writer: { probe: 'write' }
} as const;

/** An interface whose every method is passed on by `ask`. */
export function remote<Interface>(
	target: Exclude<Target, 'writer'>,
	ask: (target: Target, method: string, values: readonly unknown[]) => Promise<unknown>
): Interface {
	const methods = Object.keys(calls[target]).map((method) => [
		method,
		(...values: readonly unknown[]) => ask(target, method, values)
	]);
	return Object.fromEntries(methods) as Interface;
}

/** One of the things calls are addressed to. */
export type Target = keyof typeof calls;

/** One call on its way to the worker. */
export interface Call {
	readonly id: number;
	readonly target: Target;
	readonly method: string;
	readonly values: readonly unknown[];
}

/**
 * Calls that are answered together, after one commit. A batch of a generation that failed is refused
 * whole, also when it was already on its way: its rows may build on rows that were lost.
 */
export interface Batch {
	readonly generation: number;
	readonly calls: readonly Call[];
}

/** The outcome of one call; one that is not ok touched nothing else. Without a `failure` the call itself was a mistake. */
export type Answer =
	| { readonly id: number; readonly ok: true; readonly value: unknown }
	| {
			readonly id: number;
			readonly ok: false;
			readonly message: string;
			readonly failure: StorageFailure | null;
	  };

/** What a caller is told about a call that was not ok. */
export function errorOf({ failure, message }: Extract<Answer, { ok: false }>): Error {
	return failure === null ? new Error(message) : new StorageError(failure, message);
}

/** What the worker says. */
export type WorkerMessage =
	| { readonly kind: 'ready' }
	| { readonly kind: 'refused'; readonly failure: StorageFailure; readonly message: string }
	| {
			readonly kind: 'answers';
			readonly answers: readonly Answer[];
			readonly commit: CommitReport | null;
	  }
	| { readonly kind: 'failed'; readonly failure: StorageFailure; readonly message: string };

/** What the worker is started with. */
export interface WorkerSettings {
	readonly file: string;
	/** A ceiling on the file's size in pages of 4 KiB, null for none. */
	readonly maxPages: number | null;
	/** How long nothing must have happened before the write-ahead log is emptied. */
	readonly idleMs: number;
}
