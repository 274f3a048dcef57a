import type { LogRow, NewRow } from '../storage/storage.ts';
import type { RoomDocument } from './open-room-document.ts';
import type { SyncContext } from './sync-context.ts';
import { errorFields } from './sync-context.ts';

const compactAtRows = 1000;
const compactAtBytes = 1024 * 1024;
/** So many times that is too long to wait for a quiet moment. */
const noLaterThan = 4;

/** What is done with what a catch-up finds. */
export interface PositionListener {
	onRows(rows: readonly LogRow[]): void;
	/** The rows asked for are gone or unreadable: only loading afresh helps. */
	onCompacted(reason: 'compacted' | 'row-format'): Promise<void>;
	onFailed(reason: 'no-board' | 'deleted' | 'stale-epoch'): void;
}

/** How far a room has read its board's log, and how long that log has become. */
export class LogPosition {
	/** Rows since the last snapshot. */
	rows = 0;
	#bytes = 0;
	/** The newest row that is in the document, without gaps below. */
	#seq = 0;
	#catchingUp: Promise<void> | null = null;
	readonly #board: { readonly boardId: string; readonly epoch: number };
	readonly #context: SyncContext;
	readonly #listener: PositionListener;

	constructor(
		board: { readonly boardId: string; readonly epoch: number },
		context: SyncContext,
		listener: PositionListener
	) {
		this.#board = board;
		this.#context = context;
		this.#listener = listener;
	}

	/** Whether it is time for a snapshot: not yet, in the next quiet moment, or at once. */
	get needsSnapshot(): 'no' | 'soon' | 'now' {
		const length = Math.max(this.rows / compactAtRows, this.#bytes / compactAtBytes);
		return length < 1 ? 'no' : length < noLaterThan ? 'soon' : 'now';
	}

	start({ lastSeq, rowCount, rowBytes }: RoomDocument): void {
		this.#seq = lastSeq;
		this.rows = rowCount;
		this.#bytes = rowBytes;
	}

	/** Counts rows of this process that are on disk now, and returns the newest number. */
	noteCommit(items: readonly { readonly row: NewRow }[], seqs: readonly number[]): number {
		for (const { row } of items) this.#bytes += row.bytes.length;
		this.rows += items.length;
		const first = seqs[0] ?? 0;
		const last = seqs.at(-1) ?? 0;
		// A gap means that another process wrote in between.
		if (first === this.#seq + 1 && last - first + 1 === seqs.length) this.#seq = last;
		else void this.catchUp(last);
		return last;
	}

	noteCompaction(rows: number): void {
		this.rows = Math.max(0, this.rows - rows);
		this.#bytes = 0;
	}

	/** Reads what was committed since, unless that is known to be nothing. */
	catchUp(seq: number): Promise<void> {
		if (seq <= this.#seq) return Promise.resolve();
		this.#catchingUp ??= this.#read().finally(() => {
			this.#catchingUp = null;
		});
		return this.#catchingUp;
	}

	async #read(): Promise<void> {
		const { storage, metrics, logger } = this.#context;
		const { boardId, epoch } = this.#board;
		const result = await storage.log
			.readSince(boardId, epoch, this.#seq)
			.catch((cause: unknown) => {
				logger.warn({ board: boardId, ...errorFields(cause) }, 'catch-up failed');
				return null;
			});
		if (result === null) return;
		if (result.ok) {
			this.#listener.onRows(result.rows);
			metrics.caughtUp(result.rows.length);
			this.#seq = Math.max(this.#seq, result.lastSeq);
		} else if (result.reason === 'compacted' || result.reason === 'row-format')
			await this.#listener.onCompacted(result.reason);
		else this.#listener.onFailed(result.reason);
	}
}
