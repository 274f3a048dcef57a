/**
 * What the server keeps, said without naming an engine: the update log of every board and the
 * catalogue of workshops, boards and people around it. Every engine passes `storage.contract.ts`.
 */

import type { FacilitationStates } from './facilitation.ts';
import type { Histories, PointMark } from './history.ts';
import type { Library } from './library.ts';
import type { Photos } from './photos.ts';
import type { WorkshopLives } from './workshop-life.ts';

/** How the bytes after a stored blob's first byte are encoded: Yjs update V1 or V2. */
export type BlobFormat = 1 | 2;

/** Puts the format byte in front, which every blob given to the storage must carry. */
export function sealBlob(format: BlobFormat, bytes: Uint8Array): Uint8Array {
	const blob = new Uint8Array(bytes.length + 1);
	blob[0] = format;
	blob.set(bytes, 1);
	return blob;
}

/** Splits a stored blob into format and bytes, or null when this version cannot read the format. */
export function openBlob(blob: Uint8Array): { format: BlobFormat; bytes: Uint8Array } | null {
	const format = blob[0];
	if (format !== 1 && format !== 2) return null;
	return { format, bytes: blob.subarray(1) };
}

/** Why the storage cannot serve at all; everything else is a refusal and comes back as a value. */
export type StorageFailure =
	| 'disk-full'
	| 'input-output'
	| 'worker-died'
	| 'closed'
	| 'in-use'
	| 'newer-schema'
	| 'network-file-system'
	| 'unusable';

/** A broken storage, as opposed to a refused request: nothing of the call was made durable for sure. */
export class StorageError extends Error {
	readonly reason: StorageFailure;

	constructor(reason: StorageFailure, message: string = reason, options?: ErrorOptions) {
		super(message, options);
		this.name = 'StorageError';
		this.reason = reason;
	}
}

/** An expected "no", with a code the caller turns into a close code or a sentence. */
export interface Refusal<Reason extends string> {
	readonly ok: false;
	readonly reason: Reason;
}

/** One update on its way to the log; `bytes` is a sealed blob and must not be changed afterwards. */
export interface NewRow {
	readonly boardId: string;
	readonly epoch: number;
	/** Null for what the server itself writes; such rows bind no client ids. */
	readonly participantId: string | null;
	/** The Yjs client ids this update adds structs under; the first to write with one owns it. */
	readonly clientIds: readonly number[];
	readonly bytes: Uint8Array;
	/** Server time in milliseconds. */
	readonly at: number;
	/** Names the state just before this row, when the row is kept. */
	readonly point?: PointMark;
}

/** One durable update of a board, numbered without holes and in commit order. */
export interface LogRow {
	readonly seq: number;
	readonly participantId: string | null;
	readonly clientIds: readonly number[];
	readonly bytes: Uint8Array;
	readonly at: number;
}

/** Numbers of the rows in the order they were given, or why none of them was kept. */
export type AppendResult =
	| { readonly ok: true; readonly seqs: readonly number[] }
	| (Refusal<'no-board' | 'deleted' | 'stale-epoch' | 'client-bound' | 'unknown-format'> & {
			readonly boardId: string;
	  });

/** A board as far as it is durable: apply `snapshot`, then `rows` in order. */
export interface LoadedBoard {
	readonly ok: true;
	readonly epoch: number;
	readonly state: 'live' | 'deleted';
	/** A sealed blob, absent when the board never had one. */
	readonly snapshot?: Uint8Array;
	/** The last row the snapshot contains; 0 when it contains none. */
	readonly snapshotSeq: number;
	readonly rows: readonly LogRow[];
	readonly lastSeq: number;
	readonly clientOwners: ReadonlyMap<number, string>;
	/** True when the newest snapshot was damaged and this is the one before it with its rows. */
	readonly fellBack: boolean;
}

/** What is on disk cannot be trusted: serving it could spread or overwrite the damage. */
export type DamagedBoard = Refusal<
	'snapshot-hash' | 'snapshot-format' | 'row-format' | 'missing-rows'
>;

/** Rows after the asked number, or why they cannot be told: `compacted` means load afresh. */
export type ReadResult =
	| { readonly ok: true; readonly rows: readonly LogRow[]; readonly lastSeq: number }
	| Refusal<'no-board' | 'deleted' | 'stale-epoch' | 'compacted' | 'row-format'>;

/** `nothing-new` when the newest snapshot already contains that row, `beyond-log` when no row has the number yet. */
export type CompactResult =
	| { readonly ok: true; readonly deletedRows: number }
	| Refusal<
			'no-board' | 'deleted' | 'stale-epoch' | 'nothing-new' | 'beyond-log' | 'unknown-format'
	  >;

/** The epoch that is valid from now on, starting at sequence number 0. */
export type ReplaceEpochResult =
	| { readonly ok: true; readonly epoch: number }
	| Refusal<'no-board' | 'deleted' | 'stale-epoch' | 'unknown-format'>;

/** The append-only log of every board with its snapshots, fenced by epoch. */
export interface BoardLog {
	/**
	 * Resolves only when all rows are on disk; they are kept all or none. Calls take effect in the
	 * order they were made. When one rejects with a StorageError, every later call already made
	 * rejects too, so no row can be kept whose predecessor was lost.
	 */
	append(rows: readonly NewRow[]): Promise<AppendResult>;
	/** Everything needed to open a board; null when there never was one. */
	load(boardId: string): Promise<LoadedBoard | DamagedBoard | null>;
	/** What was committed after a number one already has. */
	readSince(boardId: string, epoch: number, seq: number): Promise<ReadResult>;
	/** Epoch and last number of each board that exists and is not deleted, in one query. */
	lastSeqs(
		boardIds: readonly string[]
	): Promise<ReadonlyMap<string, { readonly epoch: number; readonly lastSeq: number }>>;
	/**
	 * Makes `blob` the newest snapshot, holding exactly the rows up to `uptoSeq`. The snapshot before
	 * it and the rows between the two stay until the next success; what lies before that one leaves the
	 * log and is history.
	 */
	compact(
		boardId: string,
		epoch: number,
		uptoSeq: number,
		blob: Uint8Array
	): Promise<CompactResult>;
	/**
	 * Starts a new history from `blob`; writers of the old epoch are refused from then on. The old
	 * epoch's content stays on disk until the next replacement.
	 */
	replaceEpoch(boardId: string, epoch: number, blob: Uint8Array): Promise<ReplaceEpochResult>;
	/** Destroys the content for good, leaving a tombstone that refuses late writers; false when there was no live board. */
	delete(boardId: string, at: number): Promise<boolean>;
}

/** 準備中, 進行中, 閉会. */
export type WorkshopState = 'preparing' | 'open' | 'closed';

/** What someone may do; the meaning of each is decided in `auth/`. */
export type StoredRole = 'staff' | 'facilitator' | 'recorder' | 'participant' | 'viewer';

/** The roles a six-digit code can give. */
export type CodeRole = 'participant' | 'facilitator' | 'viewer';

/** An event with several tables; its codes are unique among all workshops that are not closed. */
export interface Workshop {
	readonly id: string;
	readonly name: string;
	/** The method pack its boards were made with. */
	readonly pack: string;
	readonly scene: string;
	readonly municipality: string;
	/** A calendar day such as 2026-11-22, or empty when not yet fixed. */
	readonly heldOn: string;
	/** Key of the template the boards were started from. */
	readonly start: string;
	readonly state: WorkshopState;
	readonly joinCode: string;
	readonly facilitatorCode: string;
	readonly viewerCode: string;
	/** How many tables there are. */
	readonly tables: number;
	readonly createdAt: number;
	readonly closedAt: number | null;
}

/** The codes of a workshop with the role each gives. */
export function codesOf(workshop: Workshop): readonly (readonly [string, CodeRole])[] {
	return [
		[workshop.joinCode, 'participant'],
		[workshop.facilitatorCode, 'facilitator'],
		[workshop.viewerCode, 'viewer']
	];
}

/** What may change about a workshop; the rest is fixed at creation. */
export type WorkshopChanges = Partial<
	Pick<
		Workshop,
		| 'name'
		| 'municipality'
		| 'heldOn'
		| 'state'
		| 'joinCode'
		| 'facilitatorCode'
		| 'viewerCode'
		| 'closedAt'
	>
>;

/** A board as the catalogue lists it; its content is in the log. */
export interface BoardEntry {
	readonly id: string;
	readonly workshopId: string;
	/** Counted from 1 within the workshop. */
	readonly table: number;
	readonly title: string;
	readonly scene: string;
	readonly epoch: number;
	readonly createdAt: number;
	readonly deletedAt: number | null;
}

/** A board about to be created with its first content. */
export interface NewBoard extends Omit<BoardEntry, 'epoch' | 'deletedAt'> {
	/** The first snapshot as a sealed blob; it becomes number 0 of epoch 1. */
	readonly snapshot: Uint8Array;
}

/** Everything created together, or nothing. */
export interface NewWorkshop {
	/** Given by the client, so that a repeated request finds the first one's result. */
	readonly key: string;
	readonly workshop: Workshop;
	readonly boards: readonly NewBoard[];
}

/** `created` is false when the key had been used before; then this is what was created back then. */
export type CreateWorkshopResult =
	| {
			readonly ok: true;
			readonly created: boolean;
			readonly workshop: Workshop;
			readonly boards: readonly BoardEntry[];
	  }
	| Refusal<'code-taken' | 'id-taken' | 'unknown-format'>;

/** A person signed in at one device, known by profession only. */
export interface Participant {
	readonly id: string;
	/** Null for staff, who belong to no single workshop. */
	readonly workshopId: string | null;
	/** The board of the table chosen, null while none is chosen. */
	readonly boardId: string | null;
	readonly role: StoredRole;
	/** Key of the profession (職種), null for roles that have none. */
	readonly profession: string | null;
	readonly createdAt: number;
	readonly lastSeenAt: number;
	readonly revokedAt: number | null;
}

/** What may change about a participant. */
export type ParticipantChanges = Partial<
	Pick<Participant, 'boardId' | 'role' | 'profession' | 'lastSeenAt' | 'revokedAt'>
>;

/** Something worth remembering that happened: never a card's text, never a person's name. */
export interface AuditEntry {
	readonly at: number;
	readonly role: StoredRole | 'server';
	readonly participantId: string | null;
	readonly workshopId: string | null;
	readonly boardId: string | null;
	/** A code such as `photo-added`. */
	readonly what: string;
	/** The same key again adds nothing. */
	readonly key?: string;
}

/** Workshops, boards, participants, settings, sign-in tokens and the audit trail; every write is durable when it resolves. */
export interface Catalogue {
	createWorkshop(creation: NewWorkshop): Promise<CreateWorkshopResult>;
	getWorkshop(id: string): Promise<Workshop | null>;
	/** All workshops, the newest first. */
	listWorkshops(): Promise<readonly Workshop[]>;
	/** The workshop a six-digit code opens and as what; closed workshops are not found. */
	findWorkshopByCode(
		code: string
	): Promise<{ readonly workshop: Workshop; readonly role: CodeRole } | null>;
	/** Closing frees the codes; opening again takes them back, or is refused when another workshop has them now. */
	updateWorkshop(
		id: string,
		changes: WorkshopChanges
	): Promise<
		{ readonly ok: true; readonly workshop: Workshop } | Refusal<'no-workshop' | 'code-taken'>
	>;

	/** Adds a table to a workshop; the same id again changes nothing and answers `id-taken`. */
	addBoard(
		board: NewBoard
	): Promise<
		| { readonly ok: true; readonly board: BoardEntry }
		| Refusal<'no-workshop' | 'id-taken' | 'table-taken' | 'unknown-format'>
	>;
	/** Deleted boards are still found, with `deletedAt`. */
	getBoard(id: string): Promise<BoardEntry | null>;
	/** Boards of a workshop by table, without deleted ones. */
	listBoards(workshopId: string): Promise<readonly BoardEntry[]>;
	/** The board after the change, null when there is none. */
	updateBoard(
		id: string,
		changes: Partial<Pick<BoardEntry, 'title' | 'scene'>>
	): Promise<BoardEntry | null>;

	/** False when the id is taken, the workshop unknown or the board not one of the workshop. */
	addParticipant(participant: Participant): Promise<boolean>;
	getParticipant(id: string): Promise<Participant | null>;
	/** Everyone who ever joined, in the order they did. */
	listParticipants(workshopId: string): Promise<readonly Participant[]>;
	/** The participant after the change, null when there is none or the board is of another workshop. */
	updateParticipant(id: string, changes: ParticipantChanges): Promise<Participant | null>;

	getSetting(key: string): Promise<string | null>;
	setSetting(key: string, value: string): Promise<void>;
	/** Keeps the value only when the key has none yet, and returns the one that counts. */
	setSettingOnce(key: string, value: string): Promise<string>;

	/** Remembers a one-time sign-in token by its hash. */
	addSignInToken(token: { readonly hash: string; readonly expiresAt: number }): Promise<void>;
	/** True exactly once, and only before the token expires. */
	useSignInToken(hash: string, now: number): Promise<boolean>;

	addAudit(entry: AuditEntry): Promise<void>;
	/** The newest first, of one workshop and with codes that start so when given; without their keys. */
	listAudit(query: {
		readonly workshopId?: string;
		readonly whatStarts?: string;
		readonly limit: number;
	}): Promise<readonly AuditEntry[]>;
}

/** How the storage is doing, for `/readyz` and the metrics. */
export interface StorageHealth {
	readonly ok: boolean;
	/** Why nothing can be made durable at the moment. */
	readonly failure: StorageFailure | null;
	/** Calls that wait for an answer. */
	readonly pending: number;
}

/** One durable commit, for the metrics. */
export interface CommitReport {
	/** Rows appended to board logs. */
	readonly rows: number;
	/** Calls answered together. */
	readonly calls: number;
	readonly durationMs: number;
}

/** An open storage engine. */
export interface Storage {
	readonly engine: string;
	readonly log: BoardLog;
	readonly catalogue: Catalogue;
	readonly library: Library;
	readonly photos: Photos;
	readonly facilitation: FacilitationStates;
	readonly history: Histories;
	readonly lives: WorkshopLives;
	/** Tries a durable write when the last one failed, so a storage that recovered says so. */
	health(): Promise<StorageHealth>;
	/** Told when commits start to fail (with the reason) and when they work again (with null); returns how to stop listening. */
	onDegraded(listener: (failure: StorageFailure | null) => void): () => void;
	/** Told after every commit; returns how to stop listening. */
	onCommit(listener: (report: CommitReport) => void): () => void;
	/** Makes everything given so far durable, then lets go; later calls reject with `closed`. */
	close(): Promise<void>;
}
