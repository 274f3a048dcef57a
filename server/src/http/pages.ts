import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sendProblem } from './problems.ts';

/** Serves the built screens, and their one page for every address that is a page's. */
export async function registerPages(app: FastifyInstance, folder: string): Promise<void> {
	const isBuilt = existsSync(join(folder, 'index.html'));
	if (isBuilt) {
		await app.register(fastifyStatic, {
			root: folder,
			index: false,
			// A file for each: what is not there goes the way of all unknown addresses.
			wildcard: false,
			preCompressed: true,
			cacheControl: false,
			setHeaders: (reply, path) => {
				const isHashed = /[\\/]assets[\\/]/.test(path);
				reply.header(
					'cache-control',
					isHashed ? 'public, max-age=31536000, immutable' : 'no-cache'
				);
			}
		});
		app.get('/', async (_, reply) => reply.sendFile('index.html'));
	}
	app.setNotFoundHandler((request, reply) =>
		isBuilt && isPage(request)
			? reply.sendFile(request.url.startsWith('/board/') ? 'board.html' : 'index.html')
			: sendProblem(request, reply, 'notFound')
	);
}

/** A page of the screens, as opposed to a missing file or an unknown route of the interface. */
function isPage(request: FastifyRequest): boolean {
	const path = request.url.split(/[?#]/, 1)[0] ?? '';
	const isOurs = !/^[/](api|sync|assets)([/]|$)/.test(path) && !/[.][A-Za-z0-9]+$/.test(path);
	const wants = request.headers.accept ?? '*/*';
	return (
		(request.method === 'GET' || request.method === 'HEAD') &&
		isOurs &&
		/text[/]html|[*][/][*]/.test(wants)
	);
}
