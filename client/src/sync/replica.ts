import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { ConnectionListener } from './connection.ts';
import { Connection } from './connection.ts';
import { discardOldCopies, copyName, OfflineCopy } from './offline-copy.ts';
import { PresenceChannel } from './presence-channel.ts';

/** Which board to hold here, and how its server is reached. */
export interface ReplicaOptions {
	/** Address up to and without the board, like `wss://host/sync`. */
	readonly url: string;
	readonly boardId: string;
	readonly epoch: number;
	/** What has to be over first: an earlier replica letting go of the same copy. */
	readonly after: Promise<void>;
	readonly socket?: typeof WebSocket;
}

/** What a replica tells beside what its connection tells. */
export interface ReplicaListener extends ConnectionListener {
	/** The copy on this device has been read; `isWhole` when it held the whole board. */
	copyLoaded(isWhole: boolean): void;
}

/**
 * This screen's document of one board in one epoch, with its line to the server and its copy on the device. When
 * the server contradicts it, it is thrown away as a whole and another takes its place.
 */
export class Replica {
	readonly doc = new Y.Doc();
	readonly presence: PresenceChannel;
	readonly #awareness: Awareness;
	readonly #options: ReplicaOptions;
	readonly #listener: ReplicaListener;
	#copy: OfflineCopy | null = null;
	#connection: Connection | null = null;
	#keptUnsent = 0;
	#isWhole = false;
	#isOver = false;
	readonly #opened: Promise<void>;

	constructor(options: ReplicaOptions, listener: ReplicaListener) {
		this.#options = options;
		this.#listener = listener;
		this.#awareness = new Awareness(this.doc);
		this.presence = new PresenceChannel(this.#awareness);
		this.#opened = this.#open();
	}

	/** Tries the line again at once. */
	hurry(): void {
		this.#connection?.hurry();
	}

	/** Makes sure of the line at once. */
	doubt(): void {
		this.#connection?.doubt();
	}

	/** Asks for something that only who leads may ask for; false when there is no line. */
	lead(text: string): boolean {
		return this.#connection?.lead(text) ?? false;
	}

	/** Lets go; the copy stays on the device unless it is to be thrown away too. */
	async close(keepsCopy = true): Promise<void> {
		this.#isOver = true;
		this.presence.release();
		this.#connection?.destroy();
		this.#awareness.destroy();
		await this.#opened;
		await (keepsCopy ? this.#copy?.close() : this.#copy?.discard());
		this.doc.destroy();
	}

	async #open(): Promise<void> {
		const { url, boardId, epoch, after, socket } = this.#options;
		await after;
		void discardOldCopies(boardId, epoch);
		const copy = await OfflineCopy.open(copyName(boardId, epoch), this.doc);
		this.#copy = copy;
		if (this.#isOver) return;
		this.#isWhole = copy?.wasComplete ?? false;
		this.#keptUnsent = copy?.unsentBefore ?? 0;
		this.#listener.copyLoaded(this.#isWhole);
		this.#connection = new Connection(
			{
				url,
				boardId,
				epoch,
				doc: this.doc,
				awareness: this.#awareness,
				unsentBefore: this.#keptUnsent,
				isLoading: (origin) => copy?.isLoading(origin) ?? false,
				...(socket ? { socket } : {})
			},
			{
				report: (report) => {
					if (report.isSynced && !this.#isWhole) {
						this.#isWhole = true;
						copy?.markComplete();
					}
					if (report.unsent !== this.#keptUnsent) {
						this.#keptUnsent = report.unsent;
						copy?.keepUnsent(report.unsent);
					}
					this.#listener.report(report);
				},
				allSaved: () => {
					copy?.forgetEarlier();
					this.#listener.allSaved();
				},
				closed: (code, refused) => this.#listener.closed(code, refused),
				led: (type, text) => this.#listener.led?.(type, text)
			}
		);
	}
}
