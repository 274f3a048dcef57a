import { decoding, encoding } from 'lib0';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Author } from '@renkei/shared/document/origins.ts';
import type { BoardAccess } from '@renkei/shared/protocol/board-access.ts';
import { messageTypes } from '@renkei/shared/protocol/messages.ts';
import type { App } from './app.ts';
import type { Visitor } from './people.ts';
import { syncUrl } from './people.ts';

/** A person at a board without a browser, through the unmodified provider. */
export interface OpenedProvider {
	readonly doc: Y.Doc;
	/** In whose name this person writes. */
	readonly author: Author;
	readonly provider: WebsocketProvider;
	/** Resolves once everything written so far is on the server's disk. */
	readonly saved: () => Promise<void>;
	/** The highest marker the server has echoed. */
	readonly acknowledged: () => number;
	/** Sends a marker behind everything written so far and returns its number, without waiting. */
	readonly mark: () => number;
	readonly close: () => void;
}

/** As much of a board and the person at it as a line needs. */
type PlaceTaken = Pick<BoardAccess, 'id' | 'epoch' | 'participant' | 'profession'>;

/** How somebody connects, and what is overheard of it. */
export interface ProviderOptions {
	readonly maxBackoffMs?: number;
	/** The ticket of the screen of a room, in place of a cookie. */
	readonly screen?: string;
	/** Every frame as it came. */
	readonly onFrame?: (frame: Uint8Array) => void;
	/** The JSON of our own messages, by their type. */
	readonly onTold?: (type: number, text: string) => void;
}

/** Opens a board and waits for the first sync. */
export async function openProvider(
	app: App,
	person: { readonly visitor: Visitor; readonly access: PlaceTaken },
	options: ProviderOptions = {}
): Promise<OpenedProvider> {
	const doc = new Y.Doc();
	const { cookie } = person.visitor;
	class SignedInSocket extends WebSocket {
		constructor(address: string | URL, protocols?: string | string[]) {
			super(address, protocols, { headers: { cookie: cookie(), origin: app.url } });
			const { onFrame } = options;
			// Copied: what comes in one piece of the network shares its memory.
			if (onFrame)
				this.on('message', (data: ArrayBuffer) => onFrame(new Uint8Array(data.slice(0))));
		}
	}
	const address = syncUrl(app, person.access);
	const cut = address.lastIndexOf('/');
	const provider = new WebsocketProvider(address.slice(0, cut), address.slice(cut + 1), doc, {
		WebSocketPolyfill: SignedInSocket as unknown as typeof globalThis.WebSocket,
		disableBc: true,
		...(options.screen !== undefined && { params: { screen: options.screen } }),
		maxBackoffTime: options.maxBackoffMs ?? 1000
	});
	let sent = 0;
	let acknowledged = 0;
	const waiting = new Map<number, () => void>();
	const handlers = [...provider.messageHandlers];
	handlers[messageTypes.saved] = (_encoder, decoder) => {
		acknowledged = Math.max(acknowledged, decoding.readVarUint(decoder));
		for (const [number, done] of waiting)
			if (number <= acknowledged) {
				waiting.delete(number);
				done();
			}
	};
	const { hello, refused, lead, facilitation, own } = messageTypes;
	for (const type of [hello, refused, lead, facilitation, own])
		handlers[type] = (_encoder, decoder) => options.onTold?.(type, decoding.readVarString(decoder));
	provider.messageHandlers = handlers;

	const send = (number: number): void => {
		if (provider.ws?.readyState !== WebSocket.OPEN) return;
		provider.ws.send(
			encoding.encode((encoder) => {
				encoding.writeVarUint(encoder, messageTypes.saved);
				encoding.writeVarUint(encoder, number);
			})
		);
	};
	// A marker lost with its connection is asked for again once the lost edits have been sent again.
	provider.on('sync', (isSynced: boolean) => {
		if (isSynced && sent > acknowledged) send(sent);
	});
	const mark = (): number => {
		sent += 1;
		if (provider.synced) send(sent);
		return sent;
	};
	await new Promise<void>((done) => {
		provider.once('sync', () => done());
	});
	const { participant, profession } = person.access;
	return {
		doc,
		author: { participant, profession, now: Date.now() },
		provider,
		saved: () =>
			new Promise((done) => {
				waiting.set(mark(), done);
			}),
		acknowledged: () => acknowledged,
		mark,
		close: () => {
			provider.destroy();
			doc.destroy();
		}
	};
}
