import type { Duplex } from 'node:stream';
import websocket from '@fastify/websocket';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { closeCodes } from '@renkei/shared/protocol/close-codes.ts';
import { isFromOwnSite } from '../auth/own-site.ts';
import type { WhoWatches } from '../auth/projector-ticket.ts';
import type { WhoIs } from '../auth/signed-in.ts';
import { Connection } from './connection.ts';
import type { Rooms } from './rooms.ts';
import { errorFields } from './sync-context.ts';

/** What the WebSocket route is given. */
export interface SyncRouteParts {
	readonly rooms: Rooms;
	readonly whoIs: WhoIs;
	readonly whoWatches: WhoWatches;
	/** Where the pages are served when that is not where the request arrives; null when it is. */
	readonly publicUrl: URL | null;
}

/** `<boardId>.<epoch>`, as in the room name of y-websocket. */
const roomPattern = /^([A-Za-z0-9_-]{1,40})\.([1-9][0-9]{0,8})$/;

interface SyncCall {
	readonly Params: { readonly room: string };
	/** `screen` carries the ticket of a projector. */
	readonly Querystring: { readonly screen?: unknown };
}

/** Adds `/sync/<boardId>.<epoch>`; closing the app commits everything and then closes the connections. */
export async function registerSync(app: FastifyInstance, parts: SyncRouteParts): Promise<void> {
	const { rooms } = parts;
	const { limits, metrics, logger } = rooms.context;
	// A line that is asked for while the app closes is refused without a hand to end its socket, and the server would
	// wait for it for ever.
	const lines = new Set<Duplex>();
	let isClosed = false;
	app.server.on('upgrade', (_request, socket) => {
		if (isClosed) return void socket.destroy();
		lines.add(socket);
		socket.once('close', () => lines.delete(socket));
	});
	const close = async (): Promise<void> => {
		await rooms.close();
		isClosed = true;
		for (const socket of lines) socket.destroy();
	};
	await app.register(websocket, {
		options: { maxPayload: limits.maxFrameBytes, perMessageDeflate: false },
		preClose: (done) => void close().then(() => done(), done),
		errorHandler: (cause, socket) => {
			logger.warn(errorFields(cause), 'connection failed');
			socket.terminate();
		}
	});
	app.get<SyncCall>('/sync/:room', { websocket: true }, (socket, request) => {
		const connection = new Connection(socket, request.raw.socket, {
			limits,
			metrics,
			onStumble: (cause) => logger.error(errorFields(cause), 'a message was not handled')
		});
		rooms.watch(connection);
		admit(connection, request, parts).catch((cause: unknown) => {
			logger.error(errorFields(cause), 'a connection was not admitted');
			connection.close(closeCodes.storageDown);
		});
	});
}

/** Refusals close the socket: a browser sees nothing of an HTTP status, and y-websocket would try for ever. */
async function admit(
	connection: Connection,
	request: FastifyRequest<SyncCall>,
	{ rooms, whoIs, whoWatches, publicUrl }: SyncRouteParts
): Promise<void> {
	if (!isFromOwnSite(request, publicUrl)) return connection.close(closeCodes.forbidden);
	const [, boardId, epoch] = roomPattern.exec(request.params.room) ?? [];
	if (boardId === undefined || epoch === undefined) return connection.close(closeCodes.boardGone);
	const { screen } = request.query;
	const person =
		typeof screen === 'string'
			? await whoWatches(screen, boardId)
			: await whoIs(request, { boardId });
	if (!person) return connection.close(closeCodes.signInMissing);
	if (!person.mayOpen(boardId)) return connection.close(closeCodes.forbidden);
	connection.person = person;
	await rooms.enter(connection, boardId, Number(epoch));
}
