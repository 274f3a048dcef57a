import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type {
	FacilitationNews,
	LeadAnswer,
	LeadRequest,
	OwnNews
} from '@renkei/shared/facilitation/words.ts';
import { leadRequestSchema } from '@renkei/shared/facilitation/words.ts';
import type { Hello, Refused } from '@renkei/shared/protocol/messages.ts';
import { messageTypes } from '@renkei/shared/protocol/messages.ts';

/** The second varuint of a sync message. */
const syncKinds = { step1: 0, step2: 1, update: 2 } as const;

/** What a client may say. */
export type Incoming =
	| { readonly kind: 'step1'; readonly stateVector: Uint8Array }
	| { readonly kind: 'step2' | 'update'; readonly update: Uint8Array }
	| { readonly kind: 'presence'; readonly bytes: Uint8Array }
	| { readonly kind: 'queryPresence' }
	| { readonly kind: 'saved'; readonly marker: number }
	| { readonly kind: 'lead'; readonly request: LeadRequest };

/**
 * The one message a frame holds, or null when it is none of this protocol. The frame must own its memory:
 * lib0 reads lengths without looking at the end, and behind a pooled buffer's end lie other people's bytes.
 */
export function decodeFrame(frame: Uint8Array<ArrayBuffer>): Incoming | null {
	try {
		const decoder = decoding.createDecoder(frame);
		const message = readMessage(decoder);
		return message && decoder.pos === frame.length ? message : null;
	} catch {
		return null;
	}
}

function readMessage(decoder: decoding.Decoder): Incoming | null {
	switch (decoding.readVarUint(decoder)) {
		case messageTypes.sync:
			return readSync(decoder);
		case messageTypes.presence:
			return { kind: 'presence', bytes: decoding.readVarUint8Array(decoder) };
		case messageTypes.queryPresence:
			return { kind: 'queryPresence' };
		case messageTypes.saved:
			return { kind: 'saved', marker: decoding.readVarUint(decoder) };
		case messageTypes.lead:
			return {
				kind: 'lead',
				request: leadRequestSchema.parse(JSON.parse(decoding.readVarString(decoder)))
			};
		default:
			return null;
	}
}

function readSync(decoder: decoding.Decoder): Incoming | null {
	switch (decoding.readVarUint(decoder)) {
		case syncKinds.step1:
			return { kind: 'step1', stateVector: decoding.readVarUint8Array(decoder) };
		case syncKinds.step2:
			return { kind: 'step2', update: decoding.readVarUint8Array(decoder) };
		case syncKinds.update:
			return { kind: 'update', update: decoding.readVarUint8Array(decoder) };
		default:
			return null;
	}
}

/** "This is what I have": asks a writer for what the server lacks. */
export function step1Frame(stateVector: Uint8Array): Uint8Array {
	return syncFrame(syncKinds.step1, stateVector);
}

/** The answer to a client's step 1; it makes the client `synced`. */
export function step2Frame(update: Uint8Array): Uint8Array {
	return syncFrame(syncKinds.step2, update);
}

/** News about the document. */
export function updateFrame(update: Uint8Array): Uint8Array {
	return syncFrame(syncKinds.update, update);
}

function syncFrame(kind: number, bytes: Uint8Array): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, messageTypes.sync);
		encoding.writeVarUint(encoder, kind);
		encoding.writeVarUint8Array(encoder, bytes);
	});
}

/** Wraps an encoded list of presence entries. */
export function presenceFrame(bytes: Uint8Array): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, messageTypes.presence);
		encoding.writeVarUint8Array(encoder, bytes);
	});
}

/** Presence of nobody: browsers hide protocol pings, and y-websocket gives up after 30 s without a message. */
export const keepAliveFrame: Uint8Array = presenceFrame(Uint8Array.of(0));

/** Everything said before this marker is on disk. */
export function savedFrame(marker: number): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, messageTypes.saved);
		encoding.writeVarUint(encoder, marker);
	});
}

/** The first words on a connection, and again when the person's rights change. */
export function helloFrame(hello: Hello): Uint8Array {
	return jsonFrame(messageTypes.hello, hello);
}

/** Why the connection is about to be closed with 4422. */
export function refusedFrame(refused: Refused): Uint8Array {
	return jsonFrame(messageTypes.refused, refused);
}

/** What became of one command of leading. */
export function leadAnswerFrame(answer: LeadAnswer): Uint8Array {
	return jsonFrame(messageTypes.lead, answer);
}

/** The state of everything that is led at this board. */
export function facilitationFrame(news: FacilitationNews): Uint8Array {
	return jsonFrame(messageTypes.facilitation, news);
}

/** What of it is one person's alone. */
export function ownFrame(news: OwnNews): Uint8Array {
	return jsonFrame(messageTypes.own, news);
}

function jsonFrame(
	type: number,
	value: Hello | Refused | LeadAnswer | FacilitationNews | OwnNews
): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, type);
		encoding.writeVarString(encoder, JSON.stringify(value));
	});
}
