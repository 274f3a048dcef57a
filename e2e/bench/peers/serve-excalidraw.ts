import { createServer } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { build } from 'vite';
import { installPeers, peersFolder } from './install.ts';

const types: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.json': 'application/json',
	'.woff2': 'font/woff2'
};

/** Excalidraw as its authors publish it, on a page of its own. */
export interface ServedPeer {
	readonly url: string;
	/** What the next visit finds on the board, as its page's `convert` made it. */
	readonly setScene: (json: string) => void;
	readonly close: () => Promise<void>;
}

/** Builds the peer's page as a product would be built, and serves it on this machine. */
export async function serveExcalidraw(): Promise<ServedPeer> {
	installPeers();
	const folder = await mkdtemp(join(tmpdir(), 'renkei-peer-'));
	await build({
		configFile: false,
		root: join(peersFolder, 'excalidraw'),
		base: './',
		logLevel: 'error',
		define: { 'process.env.IS_PREACT': '"false"' },
		build: { outDir: folder, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 9999 }
	});
	let scene = '[]';
	const server = createServer((request, response) => {
		const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
		if (path === '/scene.json') {
			response.setHeader('content-type', 'application/json');
			response.end(scene);
			return;
		}
		const file = join(folder, path === '/' ? 'index.html' : path);
		readFile(file).then(
			(bytes) => {
				response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
				response.end(bytes);
			},
			() => {
				response.statusCode = 404;
				response.end();
			}
		);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	return {
		url: `http://127.0.0.1:${port}/`,
		setScene: (json) => {
			scene = json;
		},
		close: async () => {
			server.closeAllConnections();
			server.close();
			await rm(folder, { recursive: true, force: true });
		}
	};
}
