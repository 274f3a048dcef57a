import type { FastifyInstance } from 'fastify';
import { boardFileSchemaPath, buildBoardFileSchema } from './board-file-schema.ts';
import { docsPage, docsStyle } from './docs-page.ts';
import { buildOpenApi } from './open-api.ts';

/** The description of the HTTP interface, for programs and for people. */
export function registerDocs(app: FastifyInstance, version: string): void {
	const api = buildOpenApi(version);
	const page = docsPage(api);
	const boardFile = buildBoardFileSchema();
	app.get('/api/openapi.json', async () => api);
	app.get(boardFileSchemaPath, async () => boardFile);
	app.get('/api/docs', async (_, reply) => reply.type('text/html; charset=utf-8').send(page));
	app.get('/api/docs.css', async (_, reply) =>
		reply.type('text/css; charset=utf-8').send(docsStyle)
	);
}
