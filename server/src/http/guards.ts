import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { isFromOwnSite } from '../auth/own-site.ts';
import type { Config } from '../config.ts';
import { sendProblem } from './problems.ts';

/** What holds for every answer: browsers load nothing from elsewhere, and other sites change nothing here. */
export async function registerGuards(app: FastifyInstance, config: Config): Promise<void> {
	await app.register(helmet, {
		contentSecurityPolicy: {
			useDefaults: false,
			directives: {
				defaultSrc: ["'self'"],
				scriptSrc: ["'self'"],
				styleSrc: ["'self'"],
				// Style attributes in the compiled components' markup; they can run nothing.
				styleSrcAttr: ["'unsafe-inline'"],
				imgSrc: ["'self'", 'data:', 'blob:'],
				fontSrc: ["'self'"],
				// Safari before 16 does not count the own host's WebSocket to 'self'.
				connectSrc: ["'self'", (request) => socketOrigins(request.headers.host)],
				workerSrc: ["'self'", 'blob:'],
				objectSrc: ["'none'"],
				baseUri: ["'none'"],
				formAction: ["'self'"],
				frameAncestors: ["'none'"]
			}
		},
		// Plain HTTP in one room is a normal way to run this; whoever puts TLS in front sets this there.
		strictTransportSecurity: false,
		crossOriginOpenerPolicy: config.publicUrl?.protocol === 'https:',
		originAgentCluster: false,
		// 'no-referrer' would make browsers send `Origin: null` with forms of our own pages.
		referrerPolicy: { policy: 'same-origin' }
	});

	app.addHook('onRequest', async (request, reply) => {
		if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return;
		if (!isFromOwnSite(request, config.publicUrl)) {
			request.log.warn({ code: 'otherSite', route: request.routeOptions.url }, 'refused');
			return await sendProblem(request, reply, 'otherSite');
		}
	});
}

function socketOrigins(host: string | undefined): string {
	// Only what can be a host may become part of the header.
	const isHost = host !== undefined && /^[A-Za-z0-9.:[\]-]{1,255}$/.test(host);
	return isHost ? `ws://${host} wss://${host}` : "'self'";
}
