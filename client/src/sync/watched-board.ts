import type { ShownLaser } from '@renkei/shared/protocol/presence.ts';
import { shownLaserSchema } from '@renkei/shared/protocol/presence.ts';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { ConnectionReport } from './connection.ts';
import { Connection } from './connection.ts';

/** Which board to look at, and what lets one in. */
export interface WatchOptions {
	/** Address up to and without the board, like `wss://host/sync`. */
	readonly url: string;
	readonly boardId: string;
	readonly epoch: number;
	/** The ticket of the screen of a room. */
	readonly ticket: string;
}

/** Told of what happens on the line. */
export interface WatchListener {
	report(report: ConnectionReport): void;
	/** The server will not talk on this connection again. */
	closed(code: number): void;
	/** Something was said about leading. */
	led(type: number, text: string): void;
	/** Somebody who leads points at something, or has stopped; all lasers that shine now, by connection. */
	pointed(lasers: ReadonlyMap<number, ShownLaser>): void;
}

/**
 * A board that is only looked at: nothing is written, nobody is shown to be here, and no copy stays on this device,
 * which may hold words of a person that nobody else has seen yet.
 */
export class WatchedBoard {
	readonly doc = new Y.Doc();
	readonly #awareness = new Awareness(this.doc);
	readonly #connection: Connection;

	constructor({ ticket, ...where }: WatchOptions, listener: WatchListener) {
		this.#awareness.setLocalState(null);
		this.#awareness.on('change', () => {
			const lasers = new Map<number, ShownLaser>();
			for (const [connection, state] of this.#awareness.getStates()) {
				const laser = shownLaserSchema.safeParse(state);
				if (laser.success) lasers.set(connection, laser.data);
			}
			listener.pointed(lasers);
		});
		this.#connection = new Connection(
			{
				...where,
				params: { screen: ticket },
				doc: this.doc,
				awareness: this.#awareness,
				unsentBefore: 0,
				isLoading: () => true
			},
			{
				report: (report) => listener.report(report),
				allSaved: () => {},
				closed: (code) => listener.closed(code),
				led: (type, text) => listener.led(type, text)
			}
		);
	}

	/** Tries the line again at once. */
	hurry(): void {
		this.#connection.hurry();
	}

	close(): void {
		this.#connection.destroy();
		this.#awareness.destroy();
		this.doc.destroy();
	}
}
