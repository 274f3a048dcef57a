import { schemaVersion } from '@renkei/shared/method/board.ts';
import { closeCodes } from '@renkei/shared/protocol/close-codes.ts';
import type { Hello, Refused } from '@renkei/shared/protocol/messages.ts';
import {
	helloSchema,
	messageTypes,
	protocolVersion,
	refusedSchema
} from '@renkei/shared/protocol/messages.ts';
import type { Decoder } from 'lib0/decoding';
import { readVarString, readVarUint } from 'lib0/decoding';
import {
	createEncoder,
	toUint8Array,
	writeVarString,
	writeVarUint,
	writeVarUint8Array
} from 'lib0/encoding';
import type { Awareness } from 'y-protocols/awareness';
import { encodeAwarenessUpdate } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';

/** How this screen and the server stand. `unsent` counts own changes not yet known to be on the server's disk. */
export interface ConnectionReport {
	readonly isOpen: boolean;
	readonly isSynced: boolean;
	readonly hello: Hello | null;
	/** The server speaks another protocol or schema than this page. */
	readonly isOtherVersion: boolean;
	readonly unsent: number;
	/** The code of the last close by the server, null while open or when the line just broke. */
	readonly closeCode: number | null;
}

/** Where to connect, and what with. */
export interface ConnectionOptions {
	/** Address up to and without the board, like `wss://host/sync`. */
	readonly url: string;
	readonly boardId: string;
	readonly epoch: number;
	readonly doc: Y.Doc;
	readonly awareness: Awareness;
	/** Own changes that an earlier page left in the local copy without an answer from the server. */
	readonly unsentBefore: number;
	/** Origins of local transactions that merely load what was stored. */
	readonly isLoading: (origin: unknown) => boolean;
	readonly socket?: typeof WebSocket;
	/** What the address carries beside the board. */
	readonly params?: Record<string, string>;
}

/** Told of everything that happens on the line. */
export interface ConnectionListener {
	report(report: ConnectionReport): void;
	/** The server has everything this screen had written when this was sent. */
	allSaved(): void;
	/** The server will not talk on this connection again; `refused` says what it did not take. */
	closed(code: number, refused: Refused['reason'] | null): void;
	/** Something was said about leading; left out where nothing of it is shown. */
	led?(type: number, text: string): void;
}

/** Markers are sent for many changes at once, at most so often. */
const markerEveryMs = 50;
/** A line that does not answer within this time is taken for dead. */
const answerWithinMs = 6000;
/** … and sooner when the device says that its network went; a server on the device itself answers even then. */
const answerOfflineWithinMs = 1500;

/** One document's line to the server: y-websocket, with durable answers counted and our own presence. */
export class Connection {
	readonly #provider: WebsocketProvider;
	readonly #options: ConnectionOptions;
	readonly #listener: ConnectionListener;
	#written: number;
	#acknowledged = 0;
	#hello: Hello | null = null;
	#refused: Refused['reason'] | null = null;
	#closeCode: number | null = null;
	#isOver = false;
	#markerTimer: ReturnType<typeof setTimeout> | null = null;
	#answerTimer: ReturnType<typeof setTimeout> | null = null;
	/** When the patience of that timer ends, in ms of the clock nobody sets. */
	#answerUntil = 0;

	constructor(options: ConnectionOptions, listener: ConnectionListener) {
		this.#options = options;
		this.#listener = listener;
		this.#written = options.unsentBefore;
		// The listener must stand before the provider's: it counts a change before it is sent.
		options.doc.on('update', this.#countChange);
		this.#provider = new WebsocketProvider(
			options.url,
			`${options.boardId}.${options.epoch}`,
			options.doc,
			{
				awareness: options.awareness,
				// A second tab would show what no server has ever seen.
				disableBc: true,
				connect: false,
				params: options.params ?? {},
				// Without chance, sixty screens would come back at the same moment.
				maxBackoffTime: 3000 + Math.random() * 5000,
				...(options.socket ? { WebSocketPolyfill: options.socket } : {})
			}
		);
		this.#listen();
		// What an earlier page left unsent counts from the first moment on, line or no line.
		this.#tell();
		this.#provider.connect();
	}

	/** The state of the line now. */
	get report(): ConnectionReport {
		const hello = this.#hello;
		return {
			isOpen: this.#provider.wsconnected,
			isSynced: this.#provider.wsconnected && this.#provider.synced,
			hello,
			isOtherVersion:
				hello !== null &&
				(hello.protocol !== protocolVersion || hello.schemaVersion !== schemaVersion),
			unsent: this.#written - this.#acknowledged,
			closeCode: this.#closeCode
		};
	}

	/** Tries again at once, without waiting for the next turn. */
	hurry(): void {
		if (this.#isOver) return;
		if (this.#provider.wsconnected) this.#probe(answerWithinMs);
		else if (this.#provider.ws === null) {
			this.#provider.wsUnsuccessfulReconnects = 0;
			this.#provider.connect();
		}
	}

	/** Makes sure of the line: the device believes that its network is gone. */
	doubt(): void {
		if (!this.#isOver && this.#provider.wsconnected) this.#probe(answerOfflineWithinMs);
	}

	/** Asks for something that only who leads may ask for; false when there is no line. */
	lead(text: string): boolean {
		const encoder = createEncoder();
		writeVarUint(encoder, messageTypes.lead);
		writeVarString(encoder, text);
		return this.#send(toUint8Array(encoder));
	}

	destroy(): void {
		this.#isOver = true;
		this.#stopTimers();
		this.#options.doc.off('update', this.#countChange);
		this.#options.awareness.off('update', this.#sendPresence);
		this.#provider.destroy();
	}

	#listen(): void {
		const { awareness } = this.#options;
		const provider = this.#provider;
		// y-websocket's own handler sends everybody's presence back to the server, ninefold and more.
		awareness.off('update', provider._awarenessUpdateHandler);
		awareness.on('update', this.#sendPresence);

		const handlers = provider.messageHandlers as Handler[];
		handlers[messageTypes.saved] = (_encoder, decoder) => this.#acknowledge(readVarUint(decoder));
		handlers[messageTypes.hello] = (_encoder, decoder) => {
			this.#hello = readJson(decoder, helloSchema);
			this.#tell();
		};
		handlers[messageTypes.refused] = (_encoder, decoder) => {
			this.#refused = readJson(decoder, refusedSchema)?.reason ?? 'malformed';
		};
		for (const type of [messageTypes.lead, messageTypes.facilitation, messageTypes.own])
			handlers[type] = (_encoder, decoder) => this.#listener.led?.(type, readVarString(decoder));
		provider.on('status', ({ status }) => {
			if (status === 'connected') this.#closeCode = null;
			if (status !== 'connecting') this.#tell();
		});
		provider.on('sync', (isSynced) => {
			// What was written offline left with the answer to the server's first question, so this marker covers it.
			if (isSynced) this.#sendMarker();
			this.#tell();
		});
		provider.on('connection-close', (event) => {
			this.#stopTimers();
			this.#closeCode = event !== null && event.code >= 4000 ? event.code : null;
		});
		provider.on('closed', ({ code }) => {
			this.#tell();
			this.#listener.closed(code, code === closeCodes.refused ? this.#refused : null);
		});
	}

	readonly #countChange = (
		_update: Uint8Array,
		origin: unknown,
		_doc: Y.Doc,
		transaction: Y.Transaction
	): void => {
		if (!transaction.local || this.#options.isLoading(origin)) return;
		this.#written += 1;
		this.#markerTimer ??= setTimeout(() => {
			this.#markerTimer = null;
			this.#sendMarker();
		}, markerEveryMs);
		this.#tell();
	};

	readonly #sendPresence = (
		changes: Record<'added' | 'updated' | 'removed', readonly number[]>
	): void => {
		const { awareness } = this.#options;
		const own = awareness.clientID;
		if (!Object.values(changes).some((ids) => ids.includes(own))) return;
		const encoder = createEncoder();
		writeVarUint(encoder, messageTypes.presence);
		writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [own]));
		this.#send(toUint8Array(encoder));
	};

	#sendMarker(): void {
		// Before the first answer the server may not have asked for what was written offline.
		if (!this.#provider.synced) return;
		const encoder = createEncoder();
		writeVarUint(encoder, messageTypes.saved);
		writeVarUint(encoder, this.#written);
		if (this.#send(toUint8Array(encoder))) this.#awaitAnswer();
	}

	#send(bytes: Uint8Array): boolean {
		const { ws } = this.#provider;
		if (!this.#provider.wsconnected || ws?.readyState !== 1) return false;
		ws.send(bytes as Uint8Array<ArrayBuffer>);
		return true;
	}

	#acknowledge(marker: number): void {
		if (this.#answerTimer !== null) clearTimeout(this.#answerTimer);
		this.#answerTimer = null;
		if (marker > this.#written || marker < this.#acknowledged) return;
		this.#acknowledged = marker;
		if (marker === this.#written) this.#listener.allSaved();
		else if (this.#markerTimer === null) this.#awaitAnswer();
		this.#tell();
	}

	/** Asks for an answer; a line that gives none is dead, whatever the browser believes. */
	#probe(withinMs: number): void {
		if (this.#provider.synced) this.#sendMarker();
		this.#awaitAnswer(withinMs);
	}

	/** The shortest patience counts. */
	#awaitAnswer(withinMs = answerWithinMs): void {
		const until = performance.now() + withinMs;
		if (this.#answerTimer !== null) {
			if (this.#answerUntil <= until) return;
			clearTimeout(this.#answerTimer);
		}
		this.#answerUntil = until;
		this.#answerTimer = setTimeout(() => {
			this.#answerTimer = null;
			if (this.#isOver) return;
			this.#provider.disconnect();
			this.#provider.connect();
		}, withinMs);
	}

	#stopTimers(): void {
		if (this.#markerTimer !== null) clearTimeout(this.#markerTimer);
		if (this.#answerTimer !== null) clearTimeout(this.#answerTimer);
		this.#markerTimer = null;
		this.#answerTimer = null;
	}

	#tell(): void {
		if (!this.#isOver) this.#listener.report(this.report);
	}
}

type Handler = (encoder: unknown, decoder: Decoder) => void;

function readJson<T>(
	decoder: Decoder,
	schema: { safeParse(value: unknown): { success: boolean; data?: T } }
): T | null {
	try {
		const parsed = schema.safeParse(JSON.parse(readVarString(decoder)));
		return parsed.success ? (parsed.data ?? null) : null;
	} catch {
		return null;
	}
}
