/** The states a board can be in on this server. */
export type RoomState = 'cold' | 'loading' | 'live' | 'degraded' | 'draining';

/** What sync tells whoever counts; every call must be cheap and must not throw. */
export interface SyncMetrics {
	connectionOpened(): void;
	connectionClosed(code: number | null): void;
	roomChanged(from: RoomState, to: RoomState): void;
	received(kind: string, bytes: number): void;
	/** One message sent to so many connections. */
	sent(kind: string, bytes: number, connections: number): void;
	/** An update that made its sender leave. */
	refused(reason: string): void;
	/** Something ignored without consequence: a viewer's write, too much presence, somebody else's presence. */
	dropped(what: string): void;
	applied(durationMs: number): void;
	/** From an update's arrival in the document until it was on disk. */
	committed(rows: number, durationMs: number): void;
	acknowledged(): void;
	slowReaderEnded(): void;
	reloaded(reason: string): void;
	caughtUp(rows: number): void;
	compacted(deletedRows: number, durationMs: number): void;
	compactionFailed(): void;
}

/** Counts everything in plain numbers, for tests, the bench and whoever copies them into a metrics format. */
export class SyncCounters implements SyncMetrics {
	connections = 0;
	readonly rooms: Record<RoomState, number> = {
		cold: 0,
		loading: 0,
		live: 0,
		degraded: 0,
		draining: 0
	};
	/** Sums by name, such as `received.update` or `sentBytes.presence`. */
	readonly sums = new Map<string, number>();
	applyMs = 0;
	commitMs = 0;
	slowestCommitMs = 0;

	connectionOpened(): void {
		this.connections++;
	}
	connectionClosed(code: number | null): void {
		this.connections--;
		this.#add(`closed.${code ?? 'lost'}`);
	}
	roomChanged(from: RoomState, to: RoomState): void {
		this.rooms[from]--;
		this.rooms[to]++;
	}
	received(kind: string, bytes: number): void {
		this.#add(`received.${kind}`);
		this.#add(`receivedBytes.${kind}`, bytes);
	}
	sent(kind: string, bytes: number, connections: number): void {
		this.#add(`sent.${kind}`, connections);
		this.#add(`sentBytes.${kind}`, bytes * connections);
	}
	refused(reason: string): void {
		this.#add(`refused.${reason}`);
	}
	dropped(what: string): void {
		this.#add(`dropped.${what}`);
	}
	applied(durationMs: number): void {
		this.#add('applied');
		this.applyMs += durationMs;
	}
	committed(rows: number, durationMs: number): void {
		this.#add('committedRows', rows);
		this.#add('commits');
		this.commitMs += durationMs;
		this.slowestCommitMs = Math.max(this.slowestCommitMs, durationMs);
	}
	acknowledged(): void {
		this.#add('acknowledged');
	}
	slowReaderEnded(): void {
		this.#add('slowReaders');
	}
	reloaded(reason: string): void {
		this.#add(`reloaded.${reason}`);
	}
	caughtUp(rows: number): void {
		this.#add('caughtUpRows', rows);
	}
	compacted(deletedRows: number, durationMs: number): void {
		this.#add('compactions');
		this.#add('compactedRows', deletedRows);
		this.#add('compactionMs', durationMs);
	}
	compactionFailed(): void {
		this.#add('compactionFailures');
	}
	/** A sum by name, 0 when nothing was counted yet. */
	count(name: string): number {
		return this.sums.get(name) ?? 0;
	}
	#add(name: string, by = 1): void {
		this.sums.set(name, (this.sums.get(name) ?? 0) + by);
	}
}
