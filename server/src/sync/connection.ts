import type { Writable } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import type { CloseCode } from '@renkei/shared/protocol/close-codes.ts';
import { closeCodes } from '@renkei/shared/protocol/close-codes.ts';
import type { limits as allLimits } from '@renkei/shared/protocol/limits.ts';
import type { Identity } from '@renkei/shared/protocol/presence.ts';
import type { SignedInPerson } from '../auth/signed-in.ts';
import type { FramedMessage } from './framing.ts';
import type { Incoming } from './messages.ts';
import { decodeFrame, keepAliveFrame } from './messages.ts';
import { TokenBucket } from './rate-limit.ts';
import type { SyncMetrics } from './sync-metrics.ts';

/** The limits of the wire; tests and the configuration may set others. */
export type Limits = { readonly [Name in keyof typeof allLimits]: number };

/** As much of a WebSocket as a connection uses. */
export type Wire = Pick<
	WebSocket,
	'send' | 'close' | 'terminate' | 'ping' | 'bufferedAmount' | 'readyState' | 'on'
>;

/** What is done with a message; the connection keeps messages until there is somebody to take them. */
export type MessageHandler = (message: Incoming) => void;

/** What a connection needs beside its wire. */
export interface ConnectionContext {
	readonly limits: Limits;
	readonly metrics: SyncMetrics;
	/** Told about a broken promise of ours; the connection is closed, the process lives. */
	readonly onStumble: (cause: unknown) => void;
}

/** How long a peer may take to answer our close before its memory is taken back. */
const closeGraceMs = 2000;

/**
 * One WebSocket: limits on what comes in, pressure on what goes out, signs of life both ways. Times are of the
 * clock that nobody sets: with the calendar's, an hour set back would be an hour without a sign of life.
 */
export class Connection {
	/** Set as soon as it is known who this is; before that nothing is taken from it. */
	person: SignedInPerson | null = null;
	identity: Identity | null = null;
	/** True between a client's step 1 and our answer: until then news would come before what they build on. */
	isAwaitingSync = false;
	/** True once writes of this connection were ignored; nothing may be called saved on it then. */
	hasDroppedWrites = false;
	/** True once the client has answered our step 1, and with that has sent all it had. */
	hasAnswered = false;
	/** The marker that waits for that answer, because an update before it was passed over. */
	heldMarker: number | null = null;
	/** True after an update was passed over because the answer that is still to come contains it. */
	hasPassedOver = false;
	/** True while one of its updates waits for what other processes may have written. */
	isRetrying = false;
	isClosed = false;
	/** The code this side said goodbye with; null while it has not. */
	closedWith: CloseCode | null = null;

	readonly #wire: Wire;
	readonly #stream: Writable;
	readonly #context: ConnectionContext;
	readonly #syncMessages: TokenBucket;
	readonly #bytes: TokenBucket;
	readonly #presence: TokenBucket;
	readonly #patience: TokenBucket;
	readonly #leads: TokenBucket;
	readonly #fullSyncs: TokenBucket;
	#handler: MessageHandler | null = null;
	#waiting: { readonly message: Incoming; readonly bytes: number }[] = [];
	#waitingBytes = 0;
	#sentBytes = 0;
	#sentAt: number;
	#drainedBytes = 0;
	#drainedAt: number;
	#pingedAt: number;
	#unansweredPings = 0;
	readonly #closeListeners: (() => void)[] = [];
	#isGone = false;

	/**
	 * Attaches its listeners at once: y-websocket speaks the moment the socket opens. `stream` is what the wire
	 * writes to; without compression ws writes every frame whole and at once, so ready-made frames fit between.
	 */
	constructor(wire: Wire, stream: Writable, context: ConnectionContext, now = performance.now()) {
		const { limits } = context;
		this.#wire = wire;
		this.#stream = stream;
		this.#context = context;
		this.#sentAt = this.#drainedAt = this.#pingedAt = now;
		this.#syncMessages = new TokenBucket(
			limits.syncMessagesPerSecond,
			limits.syncMessageBurst,
			now
		);
		this.#bytes = new TokenBucket(limits.bytesPerSecond, limits.byteBurst, now);
		this.#presence = new TokenBucket(limits.presencePerSecond, limits.presenceBurst, now);
		this.#patience = new TokenBucket(limits.presencePerSecond * 4, limits.presenceBurst * 10, now);
		this.#leads = new TokenBucket(limits.leadsPerSecond, limits.leadBurst, now);
		this.#fullSyncs = new TokenBucket(1000 / limits.fullSyncIntervalMs, 3, now);
		context.metrics.connectionOpened();
		wire.on('message', (data, isBinary) => this.#guard(() => this.#receive(data, isBinary)));
		wire.on('pong', () => {
			this.#unansweredPings = 0;
		});
		// Without this listener six bytes with a wrong bit would end the process; a close follows by itself.
		wire.on('error', () => {
			this.isClosed = true;
		});
		wire.on('close', (code) => this.#guard(() => this.#ended(code)));
	}

	/** Who takes the messages from now on; null keeps them waiting. */
	setHandler(handler: MessageHandler | null): void {
		this.#handler = handler;
		while (this.#handler && !this.isClosed) {
			const next = this.#waiting.shift();
			if (!next) break;
			this.#waitingBytes -= next.bytes;
			const take = this.#handler;
			this.#guard(() => take(next.message));
		}
	}

	/** Called once when the socket is gone, at once when it is already. */
	onClose(listener: () => void): void {
		if (this.#isGone) listener();
		else this.#closeListeners.push(listener);
	}

	/** Whether a full state may be asked for once more. */
	mayAskForState(now = performance.now()): boolean {
		return this.#fullSyncs.take(1, now);
	}

	/** Sends one message. A reader that lets too much pile up is cut off: its reconnect brings exactly what it missed. */
	send(message: Uint8Array, now = performance.now()): void {
		if (this.#prepare(message.length, now)) this.#wire.send(message, sendOptions);
	}

	/** Sends a message that was framed once for many. */
	sendFramed(frame: FramedMessage, now: number): void {
		if (this.#prepare(frame.length, now)) this.#stream.write(frame);
	}

	/** Sends something that may be lost, unless the reader is behind. */
	sendIfQuick(frame: FramedMessage, now: number): boolean {
		if (this.isClosed || this.#wire.bufferedAmount > 64 * 1024) return false;
		this.sendFramed(frame, now);
		return true;
	}

	/** Says goodbye; from here on nothing is taken from this connection. */
	close(code: CloseCode): void {
		if (this.isClosed) return;
		this.isClosed = true;
		this.closedWith = code;
		this.#waiting = [];
		this.#wire.close(code);
		// Closing waits for everything unsent; somebody who reads nothing would keep it for ever.
		const timer = setTimeout(() => this.#wire.terminate(), closeGraceMs);
		timer.unref();
		this.onClose(() => clearTimeout(timer));
	}

	/** Ends it without a word. */
	terminate(): void {
		this.isClosed = true;
		this.#wire.terminate();
	}

	/** Looks after the connection, about once a second. */
	tick(now: number): void {
		if (this.isClosed) return;
		const { limits } = this.#context;
		const buffered = this.#wire.bufferedAmount;
		const drained = this.#sentBytes - buffered;
		if (buffered === 0 || drained > this.#drainedBytes) {
			this.#drainedBytes = drained;
			this.#drainedAt = now;
		} else if (now - this.#drainedAt >= limits.slowReaderMs) {
			this.#cutOff();
			return;
		}
		if (now - this.#sentAt >= limits.keepAliveMs) this.send(keepAliveFrame, now);
		if (now - this.#pingedAt >= limits.pingMs) {
			this.#pingedAt = now;
			if (this.#unansweredPings >= 2) this.terminate();
			else {
				this.#unansweredPings++;
				this.#wire.ping();
			}
		}
	}

	#receive(data: RawData, isBinary: boolean): void {
		// What ws had read before the close still arrives.
		if (this.isClosed) return;
		if (!isBinary) return this.close(closeCodes.badFrame);
		const now = performance.now();
		// A copy of exactly this frame: see decodeFrame.
		const frame = new Uint8Array(Array.isArray(data) ? Buffer.concat(data) : data);
		if (!this.#bytes.take(frame.length, now)) return this.close(closeCodes.tooFast);
		const message = decodeFrame(frame);
		const isTooLong = message?.kind === 'lead' && frame.length > this.#context.limits.maxLeadBytes;
		if (!message || isTooLong) {
			this.#context.metrics.refused('badFrame');
			return this.close(closeCodes.badFrame);
		}
		this.#context.metrics.received(message.kind, frame.length);
		if (message.kind === 'presence' || message.kind === 'queryPresence') {
			if (!this.#presence.take(1, now)) {
				this.#context.metrics.dropped('presenceTooFast');
				if (!this.#patience.take(1, now)) this.close(closeCodes.tooFast);
				return;
			}
		} else if (!this.#mayGoOn(message.kind, now)) return this.close(closeCodes.tooFast);
		this.#hand(message, frame.length);
	}

	#mayGoOn(kind: Incoming['kind'], now: number): boolean {
		return (kind === 'lead' ? this.#leads : this.#syncMessages).take(1, now);
	}

	#hand(message: Incoming, bytes: number): void {
		if (this.#handler && this.#waiting.length === 0) {
			this.#handler(message);
			return;
		}
		const { maxQueuedMessages, maxQueuedBytes } = this.#context.limits;
		this.#waiting.push({ message, bytes });
		this.#waitingBytes += bytes;
		if (this.#waiting.length > maxQueuedMessages || this.#waitingBytes > maxQueuedBytes)
			this.close(closeCodes.tryLater);
	}

	#prepare(bytes: number, now: number): boolean {
		// Once either side has said goodbye nothing may follow.
		if (this.isClosed || this.#wire.readyState !== openState) return false;
		if (this.#wire.bufferedAmount > this.#context.limits.maxBufferedBytes) {
			this.#cutOff();
			return false;
		}
		this.#sentAt = now;
		this.#sentBytes += bytes;
		return true;
	}

	#cutOff(): void {
		this.#context.metrics.slowReaderEnded();
		this.terminate();
	}

	#ended(code: number): void {
		this.isClosed = true;
		this.#isGone = true;
		this.#waiting = [];
		this.#context.metrics.connectionClosed(code);
		for (const listener of this.#closeListeners) listener();
	}

	/** A throw in a listener would end the process for everybody. */
	#guard(work: () => void): void {
		try {
			work();
		} catch (cause) {
			this.#context.onStumble(cause);
			this.close(closeCodes.tryLater);
		}
	}
}

const openState = 1;
const sendOptions = { binary: true, compress: false } as const;
