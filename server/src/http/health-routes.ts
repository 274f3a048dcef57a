import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { WhoIs } from '../auth/signed-in.ts';
import type { Storage } from '../storage/storage.ts';
import { sendProblem } from './problems.ts';

/** What the routes for those who run the server work with. */
interface HealthDeps {
	readonly storage: Storage;
	readonly whoIs: WhoIs;
	/** The text of all metrics with its media type. */
	readonly readMetrics: () => Promise<{ readonly text: string; readonly mediaType: string }>;
	/** True once the server has begun to stop. */
	readonly isStopping: () => boolean;
}

/** Whether it runs (`/healthz`), whether it can take work (`/readyz`), and what it counts (`/metrics`). */
export function registerHealth(app: FastifyInstance, deps: HealthDeps): void {
	app.get('/healthz', async (_, reply) =>
		reply.header('cache-control', 'no-store').send({ ok: true })
	);

	app.get('/readyz', async (_, reply) => {
		const health = await deps.storage.health();
		const ok = health.ok && !deps.isStopping();
		return reply
			.code(ok ? 200 : 503)
			.header('cache-control', 'no-store')
			.send({ ok, storage: health.failure ?? 'ok', isStopping: deps.isStopping() });
	});

	app.get('/metrics', async (request, reply) => {
		const isAllowed = isThisComputer(request) || (await deps.whoIs(request))?.role === 'staff';
		if (!isAllowed) return sendProblem(request, reply, 'notSignedIn');
		const { text, mediaType } = await deps.readMetrics();
		return reply.type(mediaType).header('cache-control', 'no-store').send(text);
	});
}

/** Asked from this very computer, and not through a proxy that runs on it. */
function isThisComputer(request: FastifyRequest): boolean {
	const address = request.socket.remoteAddress ?? '';
	const isLoopback = /^(::ffff:)?127[.]|^::1$/.test(address);
	const isForwarded = ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'].some(
		(name) => request.headers[name] !== undefined
	);
	return isLoopback && !isForwarded;
}
