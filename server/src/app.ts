import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { limits } from '@renkei/shared/protocol/limits.ts';
import type { FastifyInstance } from 'fastify';
import fastify from 'fastify';
import { createGuessLimit } from './auth/guess-limit.ts';
import type { Access } from './auth/prepare.ts';
import { createWhoWatches } from './auth/projector-ticket.ts';
import { createWhoIs } from './auth/signed-in.ts';
import type { Config } from './config.ts';
import { createBoardPast } from './history/board-past.ts';
import { createHistoryThread } from './history/history-thread.ts';
import { pointMark } from './history/mark-point.ts';
import { registerApi } from './http/api.ts';
import { createBoardFiles } from './http/board-files.ts';
import { attendanceRoutes } from './http/attendance-routes.ts';
import { boardRoutes } from './http/board-routes.ts';
import { carryRoutes } from './http/carry-routes.ts';
import { caseRoutes } from './http/case-routes.ts';
import { codesRoutes } from './http/codes-routes.ts';
import { exportRoutes } from './http/export-routes.ts';
import { registerDocs } from './http/docs-routes.ts';
import { refuseAddress, registerFailures } from './http/failures.ts';
import { registerGuards } from './http/guards.ts';
import { registerHealth } from './http/health-routes.ts';
import { historyChangeRoutes } from './http/history-change-routes.ts';
import { historyRoutes } from './http/history-routes.ts';
import { ideaRoutes } from './http/idea-routes.ts';
import { importRoutes } from './http/import-routes.ts';
import { deletionRoutes } from './http/deletion-routes.ts';
import { joinRoutes } from './http/join-routes.ts';
import { createLibraryKeeper } from './http/library-keeper.ts';
import { libraryRoutes } from './http/library-routes.ts';
import { nextBoardRoutes } from './http/next-board-routes.ts';
import { packRoutes } from './http/pack-routes.ts';
import { registerPages } from './http/pages.ts';
import { rehearsalRoutes } from './http/rehearsal-routes.ts';
import { createRetention } from './http/retention.ts';
import { roleRoutes } from './http/role-routes.ts';
import { photoRoutes } from './http/photo-routes.ts';
import { projectorRoutes } from './http/projector-routes.ts';
import type { Services } from './http/services.ts';
import { signInRoutes } from './http/sign-in-routes.ts';
import { createWorkshopReader } from './http/workshop-reader.ts';
import { createTurns } from './http/turns.ts';
import { wallRoutes } from './http/wall-routes.ts';
import { transferRoutes } from './http/transfer-routes.ts';
import { workshopRoutes } from './http/workshop-routes.ts';
import type { LogStream } from './observability/logger.ts';
import { logOptions, logRequests } from './observability/logger.ts';
import { createMetrics } from './observability/metrics.ts';
import { loadPacks, shippedPacks } from './packs/load-packs.ts';
import type { Relay } from './relay/relay.ts';
import type { Storage } from './storage/storage.ts';
import { Rooms } from './sync/rooms.ts';
import { registerSync } from './sync/sync-route.ts';

/** What an app needs beside its engines. */
export interface AppParts {
	readonly access: Access;
	/** The folder of the built screens; the interface works without. */
	readonly clientFolder: string;
	readonly version: string;
	readonly log: LogStream;
	/** The clock in ms since 1970. */
	readonly now: () => number;
}

/** How large a JSON body may be; the largest honest one is a new workshop. */
const maxBodyBytes = 64 * 1024;

/** How long somebody may take to send a request; enough for the largest file over a slow line, not for ever. */
const requestTimeoutMs = 300_000;

/** How often is looked for workshops whose time is over. */
const sweepMs = 3600_000;

/** The whole server as one Fastify app that is not listening yet; everything is registered here, in order. */
export async function createApp(
	config: Config,
	storage: Storage,
	relay: Relay,
	parts: AppParts
): Promise<FastifyInstance> {
	const { access, now } = parts;
	const metrics = createMetrics();
	const hops = config.trustProxy;
	const app: FastifyInstance = fastify({
		...logOptions(config.logLevel, parts.log),
		trustProxy: typeof hops === 'number' ? (_, hop) => hop < hops : hops,
		bodyLimit: maxBodyBytes,
		requestTimeout: requestTimeoutMs,
		// A person who asks during the stop is told by the closed connection; a half-done answer helps nobody.
		return503OnClosing: true,
		frameworkErrors: (error, request, reply) => void refuseAddress(error, request, reply),
		routerOptions: { maxParamLength: 100 }
	});
	const whoIs = createWhoIs(storage.catalogue, access.signer);
	const rooms = new Rooms({
		storage,
		relay,
		logger: app.log,
		metrics: metrics.sync,
		limits: {
			...limits,
			maxFrameBytes: config.maxFrameBytes,
			maxConnectionsPerBoard: config.maxConnectionsPerBoard
		}
	});
	const packs = await loadPacks([shippedPacks, config.packsDir]);
	for (const { file, line, column } of packs.refusals)
		app.log.warn({ code: 'pack-refused', file, line, column }, 'pack refused');
	const files = createBoardFiles();
	const historyThread = createHistoryThread();
	const services: Services = {
		config,
		storage,
		whoIs,
		signer: access.signer,
		passphraseHash: access.passphraseHash,
		codeGuesses: createGuessLimit(config.codeGuessesPerMinute, now),
		passphraseGuesses: createGuessLimit(config.codeGuessesPerMinute, now),
		readBoardNow: (boardId) => rooms.readBoardNow(boardId),
		changeBoard: (...change) => rooms.applyServerChange(...change),
		markPoint: (boardId, point) => storage.history.addPoint(boardId, null, pointMark(point, now())),
		past: createBoardPast(storage.history, historyThread),
		tellRooms: (notice) => relay.revoke(notice),
		presentAt: (boardId) => rooms.presentAt(boardId),
		departedFrom: (boardId) => rooms.departedFrom(boardId),
		leadAt: (boardId, asker, request) => rooms.lead(boardId, asker, request),
		files,
		packs,
		now
	};
	const keeper = createLibraryKeeper(services);
	rooms.onMoment((boardId, kind, title) => {
		services.markPoint(boardId, { kind, params: { title } }).catch(() => {
			app.log.warn({ code: 'moment-not-named', board: boardId, kind }, 'naming a moment failed');
		});
	});
	rooms.onRested((boardId) => void keeper.rested(boardId).catch(() => {}));
	const nextTurn = createTurns();
	const retention = createRetention(services);
	const reader = createWorkshopReader(services, keeper, retention);
	let isStopping = false;

	registerFailures(app);
	logRequests(app);
	metrics.watch(app);
	const stopListening = [
		storage.onCommit(metrics.storage.committed),
		storage.onDegraded(metrics.storage.degraded)
	];
	app.addHook('preClose', async () => {
		isStopping = true;
	});
	const sweep = async (): Promise<void> => {
		try {
			await retention.sweep();
		} catch (cause) {
			app.log.error({ code: cause instanceof Error ? cause.name : 'unknown' }, 'sweep failed');
		}
	};
	// More often than daily, for a laptop that is awake a few hours at a time.
	const sweeping = setInterval(() => void sweep(), sweepMs);
	sweeping.unref();
	stopListening.push(() => clearInterval(sweeping));
	app.addHook('onReady', sweep);
	app.addHook('onClose', async () => {
		for (const stop of stopListening) stop();
		await Promise.all([files.close(), historyThread.close()]);
	});

	await app.register(cookie);
	await registerGuards(app, config);
	await app.register(rateLimit, { global: false, timeWindow: '1 minute' });
	await app.register(multipart, {
		limits: { fileSize: config.maxImportBytes, files: 1, fields: 4, parts: 5, headerPairs: 50 }
	});
	await registerSync(app, {
		rooms,
		whoIs,
		whoWatches: createWhoWatches(storage.catalogue, access.signer),
		publicUrl: config.publicUrl
	});
	registerHealth(app, {
		storage,
		whoIs,
		readMetrics: async () => ({
			text: await metrics.registry.metrics(),
			mediaType: metrics.registry.contentType
		}),
		isStopping: () => isStopping
	});
	registerDocs(app, parts.version);
	registerApi(
		app,
		{ whoIs, catalogue: storage.catalogue },
		{
			...signInRoutes(services),
			...workshopRoutes(services, reader),
			...nextBoardRoutes(services),
			...caseRoutes(services, keeper),
			...carryRoutes(services, keeper),
			...libraryRoutes(services, keeper),
			...importRoutes(services),
			...joinRoutes(services),
			...projectorRoutes(services),
			...attendanceRoutes(services),
			...wallRoutes(services),
			...ideaRoutes(services),
			...codesRoutes(services),
			...transferRoutes(services),
			...roleRoutes(services),
			...rehearsalRoutes(services, nextTurn),
			...deletionRoutes(services),
			...packRoutes(services),
			...photoRoutes(services),
			...boardRoutes(services, nextTurn),
			...historyRoutes(services),
			...historyChangeRoutes(services),
			...exportRoutes(services, nextTurn)
		}
	);
	await registerPages(app, parts.clientFolder);
	return app;
}
