import cookie from '@fastify/cookie';
import fastify from 'fastify';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { rootsOf } from '@renkei/shared/document/layout.ts';
import { limits as defaultLimits } from '@renkei/shared/protocol/limits.ts';
import type { Role } from '@renkei/shared/method/roles.ts';
import type { SignedInPerson } from '../auth/signed-in.ts';
import type { Relay } from '../relay/relay.ts';
import type { Storage } from '../storage/storage.ts';
import { sealBlob } from '../storage/storage.ts';
import type { Limits } from './connection.ts';
import { Rooms } from './rooms.ts';
import { SyncCounters } from './sync-metrics.ts';
import { registerSync } from './sync-route.ts';

/** A running sync server with people who may open its one board, for tests over real sockets. */
export interface SyncServer {
	readonly rooms: Rooms;
	readonly metrics: SyncCounters;
	readonly storage: Storage;
	readonly boardId: string;
	readonly port: number;
	/** Every log line's text, in order. */
	readonly logged: string[];
	person(id: string, changes?: Partial<SignedInPerson>): SignedInPerson;
	/** The unmodified client of y-websocket, signed in as this person. */
	provider(id: string, doc?: Y.Doc, room?: string): WebsocketProvider;
	/** A bare socket, signed in as this person, that collects what it hears. */
	socket(id: string, room?: string, headers?: Record<string, string>): Promise<BareSocket>;
	close(): Promise<void>;
}

/** A WebSocket that remembers. */
export interface BareSocket {
	readonly wire: WebSocket;
	readonly heard: Uint8Array[];
	readonly closed: Promise<number>;
}

/** A board's first content: the empty roots and the schema version. */
function blankBoard(): Uint8Array {
	const doc = new Y.Doc();
	rootsOf(doc).meta.set('schemaVersion', 1);
	return sealBlob(2, Y.encodeStateAsUpdateV2(doc));
}

/** Creates a workshop with one board in a storage. */
async function createBoard(
	storage: Storage,
	boardId: string,
	firstContent = blankBoard()
): Promise<void> {
	const at = Date.now();
	const result = await storage.catalogue.createWorkshop({
		key: `key-${boardId}`,
		workshop: {
			id: `workshop-${boardId}`,
			name: '研修会',
			pack: 'home-care',
			scene: 'endOfLife',
			municipality: '',
			heldOn: '',
			start: 'blank',
			state: 'open',
			joinCode: '100001',
			facilitatorCode: '100002',
			viewerCode: '100003',
			tables: 1,
			createdAt: at,
			closedAt: null
		},
		boards: [
			{
				id: boardId,
				workshopId: `workshop-${boardId}`,
				table: 1,
				title: '',
				scene: 'endOfLife',
				createdAt: at,
				snapshot: firstContent
			}
		]
	});
	if (!result.ok) throw new Error(result.reason);
}

/** Starts a server on a free port over the given engines; `roles` says who is anything but a participant. */
export async function startSyncServer(parts: {
	readonly storage: Storage;
	readonly relay: Relay;
	readonly boardId?: string;
	readonly limits?: Partial<Limits>;
	readonly roles?: Readonly<Record<string, Role>>;
	readonly isNew?: boolean;
	/** A sealed blob; a blank board of the present schema when absent. */
	readonly firstContent?: Uint8Array;
	readonly port?: number;
}): Promise<SyncServer> {
	const { storage, relay, boardId = 'board1', roles = {}, isNew = true } = parts;
	if (isNew) await createBoard(storage, boardId, parts.firstContent);
	const metrics = new SyncCounters();
	const logged: string[] = [];
	const log = (_fields: object, text: string) => void logged.push(text);
	const rooms = new Rooms({
		storage,
		relay,
		limits: { ...defaultLimits, ...parts.limits },
		metrics,
		logger: { info: log, warn: log, error: log }
	});
	const app = fastify({ forceCloseConnections: true });
	await app.register(cookie);
	const person: SyncServer['person'] = (id, changes = {}) => ({
		participantId: id,
		role: roles[id] ?? 'participant',
		profession: 'visitingNurse',
		workshopId: `workshop-${boardId}`,
		boardId,
		table: 1,
		mayOpen: (asked) => asked === boardId,
		...changes
	});
	await registerSync(app, {
		rooms,
		publicUrl: null,
		whoWatches: async (ticket) => person(ticket, { role: 'viewer', isScreen: true }),
		whoIs: async ({ cookies }) => (cookies['person'] ? person(cookies['person']) : null)
	});
	await app.listen({ host: '127.0.0.1', port: parts.port ?? 0 });
	const address = app.server.address();
	if (address === null || typeof address === 'string') throw new Error('not listening');
	const url = `ws://127.0.0.1:${address.port}/sync`;
	const providers = new Set<WebsocketProvider>();
	const sockets = new Set<WebSocket>();

	return {
		rooms,
		metrics,
		storage,
		boardId,
		port: address.port,
		logged,
		person,
		provider(id, doc = new Y.Doc(), room = `${boardId}.1`) {
			const provider = new WebsocketProvider(url, room, doc, {
				disableBc: true,
				WebSocketPolyfill: signedIn(id)
			});
			// Our own messages; an unmodified client only prints a line for each.
			for (const type of [100, 101, 102, 103, 104, 105])
				provider.messageHandlers[type] ??= () => {};
			providers.add(provider);
			return provider;
		},
		async socket(id, room = `${boardId}.1`, headers = {}) {
			const wire = new WebSocket(`${url}/${room}`, {
				headers: { ...(id === '' ? {} : { cookie: `person=${id}` }), ...headers }
			});
			sockets.add(wire);
			const heard: Uint8Array[] = [];
			wire.on('message', (data: Buffer) => heard.push(new Uint8Array(data)));
			wire.on('error', () => {});
			const closed = new Promise<number>((resolve) => wire.on('close', resolve));
			await Promise.race([new Promise((resolve) => wire.once('open', resolve)), closed]);
			return { wire, heard, closed };
		},
		async close() {
			for (const provider of providers) provider.destroy();
			for (const wire of sockets) wire.terminate();
			await app.close();
			await relay.close();
			await storage.close();
		}
	};
}

/** A WebSocket class that carries a person's cookie, as a browser would. */
function signedIn(id: string): typeof globalThis.WebSocket {
	class SignedInSocket extends WebSocket {
		constructor(address: string | URL, protocols?: string | string[]) {
			super(address, protocols, { headers: { cookie: `person=${id}` } });
		}
	}
	// The same interface as a browser's, as far as y-websocket uses it.
	return SignedInSocket as unknown as typeof globalThis.WebSocket;
}
