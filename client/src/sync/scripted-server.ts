import { closeCodes } from '@renkei/shared/protocol/close-codes.ts';
import { messageTypes } from '@renkei/shared/protocol/messages.ts';
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding';
import { readSyncMessage, writeSyncStep1 } from 'y-protocols/sync';
import * as Y from 'yjs';

/** The server's side of the line, played step by step: what arrives is stored, what it says is for the test to decide. */
export class ScriptedServer {
	readonly doc = new Y.Doc();
	readonly sockets: ScriptedSocket[] = [];
	/** Markers that came and have not been answered. */
	readonly markers: number[] = [];
	presenceMessages = 0;
	/** What was asked for by somebody who leads, as it came. */
	readonly leads: string[] = [];
	/** For this reason what is written next is not taken, and its writer sent away. */
	refusesWith: string | null = null;
	/** Refuses new connections as a server that is away does. */
	isAway = false;

	/** The class to give to a provider in place of the browser's WebSocket. */
	readonly socketClass: typeof WebSocket;

	constructor() {
		// The provider makes sockets by class, so the class must know this server.
		const accept = (socket: ScriptedSocket): void => void this.sockets.push(socket);
		const receive = (socket: ScriptedSocket, bytes: Uint8Array): void =>
			this.#receive(socket, bytes);
		const isAway = (): boolean => this.isAway;
		this.socketClass = class extends ScriptedSocket {
			constructor(url: string) {
				super(url, receive, isAway);
				accept(this);
			}
		} as unknown as typeof WebSocket;
	}

	get latest(): ScriptedSocket {
		const latest = this.sockets.at(-1);
		if (!latest) throw new Error('Nobody has connected.');
		return latest;
	}

	/** Says hello and both halves of the first exchange, in the order the real server keeps. */
	welcome(hello: object): void {
		this.say(messageTypes.hello, (encoder) => writeVarString(encoder, JSON.stringify(hello)));
		this.say(messageTypes.sync, (encoder) => writeSyncStep1(encoder, this.doc));
		for (const answer of this.latest.held.splice(0)) this.latest.tell(answer);
	}

	/** Answers every marker: all of it is on the disk. */
	acknowledge(): void {
		for (const marker of this.markers.splice(0))
			this.say(messageTypes.saved, (encoder) => writeVarUint(encoder, marker));
	}

	say(type: number, write: (encoder: ReturnType<typeof createEncoder>) => void): void {
		const encoder = createEncoder();
		writeVarUint(encoder, type);
		write(encoder);
		this.latest.tell(toUint8Array(encoder));
	}

	#receive(socket: ScriptedSocket, bytes: Uint8Array): void {
		const decoder = createDecoder(bytes);
		const type = readVarUint(decoder);
		if (type === messageTypes.saved) this.markers.push(readVarUint(decoder));
		else if (type === messageTypes.lead) this.leads.push(readVarString(decoder));
		else if (type === messageTypes.presence) {
			readVarUint8Array(decoder);
			this.presenceMessages += 1;
		} else if (type === messageTypes.sync && this.refusesWith !== null && bytes[1] !== 0) {
			const reason = JSON.stringify({ reason: this.refusesWith });
			this.refusesWith = null;
			this.say(messageTypes.refused, (encoder) => writeVarString(encoder, reason));
			socket.break(closeCodes.refused);
		} else if (type === messageTypes.sync) {
			const encoder = createEncoder();
			writeVarUint(encoder, messageTypes.sync);
			readSyncMessage(decoder, encoder, this.doc, socket);
			const answer = toUint8Array(encoder);
			if (answer.length > 1) socket.held.push(answer);
		}
	}
}

/** One connection to the scripted server. Nothing is heard on it before the test lets it open. */
class ScriptedSocket {
	static readonly OPEN = 1;
	readonly OPEN = 1;
	readonly url: string;
	binaryType = 'arraybuffer';
	readyState = 0;
	onopen: (() => void) | null = null;
	onclose: ((event: { code: number; reason: string }) => void) | null = null;
	onerror: (() => void) | null = null;
	onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
	/** Answers the server has ready and says at the welcome. */
	readonly held: Uint8Array[] = [];
	readonly #receive: (socket: ScriptedSocket, bytes: Uint8Array) => void;
	readonly #isAway: () => boolean;

	constructor(
		url: string,
		receive: (socket: ScriptedSocket, bytes: Uint8Array) => void,
		isAway: () => boolean
	) {
		this.url = url;
		this.#receive = receive;
		this.#isAway = isAway;
	}

	/** The connection comes about, or not when the server is away. */
	open(): void {
		if (this.#isAway()) return this.break(1006);
		this.readyState = 1;
		this.onopen?.();
	}

	send(bytes: Uint8Array): void {
		if (this.readyState === 1 && !this.#isAway()) this.#receive(this, bytes);
	}

	close(): void {
		this.break(1000);
	}

	/** Ends the connection from the server's side or the network's. */
	break(code: number): void {
		if (this.readyState === 3) return;
		this.readyState = 3;
		this.onclose?.({ code, reason: '' });
	}

	tell(bytes: Uint8Array): void {
		this.onmessage?.({ data: bytes.slice().buffer });
	}
}
