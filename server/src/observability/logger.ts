import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import { LogController } from 'fastify';
import type { Config } from '../config.ts';

/** Where log lines go, one JSON object each; tests give their own. */
export interface LogStream {
	readonly write: (line: string) => void;
}

/**
 * The log's settings. Fastify's own lines per request are off: they contain addresses, and an address
 * can contain a join code.
 */
export function logOptions(
	level: Config['logLevel'],
	stream: LogStream
): Pick<FastifyServerOptions, 'logController'> & {
	readonly logger: { level: string; stream: LogStream; base: null };
} {
	return {
		logger: { level, stream, base: null },
		logController: new LogController({ disableRequestLogging: true })
	};
}

/** One line per answered request: method, pattern of the route, status, time. */
export function logRequests(app: FastifyInstance): void {
	app.addHook('onResponse', async (request, reply) => {
		request.log.info(
			{
				method: request.method,
				route: request.routeOptions.url ?? null,
				status: reply.statusCode,
				ms: Math.round(reply.elapsedTime)
			},
			'answered'
		);
	});
}
