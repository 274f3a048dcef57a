import type { AddressInfo } from 'node:net';
import * as decoding from 'lib0/decoding';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { addCard } from '@renkei/shared/document/commands/card-commands.ts';
import type { Hello } from '@renkei/shared/protocol/messages.ts';
import { helloSchema, messageTypes } from '@renkei/shared/protocol/messages.ts';
import type { DrivenApp, Visitor } from '../app-driver.ts';

/** A board as one browser has it open, over a real socket. */
export interface LiveBoard {
	readonly doc: Y.Doc;
	/** The roles the server said, the latest last. */
	readonly roles: () => readonly Hello['role'][];
	/** The codes the server closed with, the latest last. */
	readonly closed: () => readonly number[];
	readonly isSynced: () => boolean;
	/** Writes a card in the name of this participant, who must be the visitor. */
	readonly write: (text: string, participant: string) => void;
	readonly leave: () => void;
}

/** Opens a board as this visitor does; the app must be listening. */
export function openLive(
	{ app }: DrivenApp,
	visitor: Visitor,
	boardId: string,
	epoch = 1
): LiveBoard {
	const { port } = app.server.address() as AddressInfo;
	const cookie = [...visitor.cookies]
		.map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
		.join('; ');
	class SignedInSocket extends WebSocket {
		constructor(address: string | URL) {
			super(address, { headers: { cookie } });
			this.on('close', (code) => codes.push(code));
		}
	}
	const codes: number[] = [];
	const roles: Hello['role'][] = [];
	const doc = new Y.Doc();
	const provider = new WebsocketProvider(
		`ws://127.0.0.1:${port}/sync`,
		`${boardId}.${epoch}`,
		doc,
		{
			connect: false,
			disableBc: true,
			// The same interface as a browser's, as far as y-websocket uses it.
			WebSocketPolyfill: SignedInSocket as unknown as typeof globalThis.WebSocket
		}
	);
	for (const type of [100, 102, 103, 104, 105, 106]) provider.messageHandlers[type] = () => {};
	provider.messageHandlers[messageTypes.hello] = (_encoder, decoder) => {
		roles.push(helloSchema.parse(JSON.parse(decoding.readVarString(decoder))).role);
	};
	provider.connect();
	return {
		doc,
		roles: () => roles,
		closed: () => codes,
		isSynced: () => provider.synced,
		write: (text, participant) => {
			const by = { participant, profession: null, now: 1 };
			addCard(doc, { type: 'cause', text, order: 'a1' }, by);
		},
		leave: () => {
			provider.destroy();
			doc.destroy();
		}
	};
}
