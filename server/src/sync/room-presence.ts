import { closeCodes } from '@renkei/shared/protocol/close-codes.ts';
import type { Identity } from '@renkei/shared/protocol/presence.ts';
import type { Connection } from './connection.ts';
import { frameOnce } from './framing.ts';
import { presenceFrame } from './messages.ts';
import { PresenceTable } from './presence.ts';
import { ScreenLasers } from './screen-lasers.ts';
import type { SyncContext } from './sync-context.ts';

const repeatMs = 10_000;

/** A connection with a person at it, which the screen of a room has not. */
type Present = Connection & { readonly identity: Identity };

/** Presence at one board: gathers what screens say and sends it on, some twenty times a second at most. */
export class RoomPresence {
	readonly #boardId: string;
	readonly #connections: ReadonlySet<Connection>;
	readonly #context: SyncContext;
	readonly #table: PresenceTable<Present>;
	readonly #lasers = new ScreenLasers();
	#timer: NodeJS.Timeout | null = null;
	#repeatedAt = 0;

	constructor(
		boardId: string,
		connections: ReadonlySet<Connection>,
		context: SyncContext,
		mayUse: (clientId: number, owner: Present) => boolean
	) {
		this.#boardId = boardId;
		this.#connections = connections;
		this.#context = context;
		this.#table = new PresenceTable<Present>(context.limits.maxPresenceBytes, mayUse);
	}

	receive(connection: Connection, bytes: Uint8Array): void {
		if (!isPresent(connection)) return;
		if (this.#table.receive(connection, bytes, Date.now())) this.#plan();
		else connection.close(closeCodes.badFrame);
	}

	/** Tells a newcomer who is here. */
	welcome(connection: Connection): void {
		const everybody = isPresent(connection) ? this.#table.everybodyElse(connection) : null;
		if (everybody) connection.send(presenceFrame(everybody));
	}

	leave(connection: Connection): void {
		if (!isPresent(connection)) return;
		this.#table.leave(connection, Date.now());
		this.#plan();
	}

	/** Passes on what another process sent for its people. */
	relay(bytes: Uint8Array): void {
		const frame = frameOnce(presenceFrame(bytes));
		const now = performance.now();
		for (const connection of this.#connections)
			if (isPresent(connection)) connection.sendIfQuick(frame, now);
		this.#tellScreens(bytes, now);
	}

	tick(now: number): void {
		if (now - this.#repeatedAt < repeatMs) return;
		this.#repeatedAt = now;
		this.#table.repeatAll(Date.now());
		this.#plan();
	}

	stop(): void {
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = null;
	}

	#plan(): void {
		if (!this.#table.hasNews) return;
		this.#timer ??= setTimeout(() => this.#send(), this.#context.limits.presenceTickMs);
	}

	#send(): void {
		this.#timer = null;
		const { relay, nodeId, metrics } = this.#context;
		const news = this.#table.takeNews();
		const frame = frameOnce(presenceFrame(news.bytes));
		const now = performance.now();
		let count = 0;
		for (const connection of this.#connections) {
			if (!isPresent(connection)) continue;
			// Its own words would come back to a screen with a newer clock and overwrite what it shows by now.
			const isOwn = news.owners.has(connection);
			const own = isOwn ? news.bytesWithout(connection) : null;
			if (isOwn && !own) continue;
			if (connection.sendIfQuick(own ? frameOnce(presenceFrame(own)) : frame, now)) count++;
		}
		this.#tellScreens(news.bytes, now);
		metrics.sent('presence', frame.length, count);
		relay.presence({ boardId: this.#boardId, nodeId, bytes: news.bytes });
	}

	#tellScreens(bytes: Uint8Array, now: number): void {
		const screens = [...this.#connections].filter((connection) => !isPresent(connection));
		const lasers = screens.length > 0 ? this.#lasers.pick(bytes) : null;
		if (!lasers) return;
		const frame = frameOnce(presenceFrame(lasers));
		for (const screen of screens) screen.sendIfQuick(frame, now);
	}
}

function isPresent(connection: Connection): connection is Present {
	return connection.identity !== null;
}
