import { createServer } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { launchBrowser } from '../support/browser.ts';
import type { BenchRow } from './rows.ts';
import { atLeast, atMost, quantile, told } from './rows.ts';

const pageFolder = fileURLToPath(new URL('canvas-page/', import.meta.url));
const types: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.woff2': 'font/woff2'
};

/** How smoothly the real canvas moves in a Chromium without a GPU; frames are counted by the page itself. */
export async function measureCanvas(): Promise<readonly BenchRow[]> {
	const folder = await mkdtemp(join(tmpdir(), 'renkei-canvas-'));
	await build({
		configFile: false,
		root: pageFolder,
		base: './',
		logLevel: 'warn',
		plugins: [svelte({ configFile: false })],
		build: { outDir: folder, emptyOutDir: true, assetsInlineLimit: 0 }
	});
	const server = createServer((request, response) => {
		const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
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
	const browser = await launchBrowser();
	try {
		const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
		await page.goto(`http://127.0.0.1:${port}/`);
		await page.waitForFunction(() => 'canvasPage' in window);
		const rows: BenchRow[] = [];

		const opened = await page.evaluate(async () => await window.canvasPage.open(2000, 1000));
		const idle = await page.evaluate(async () => await window.canvasPage.idle(2000));
		rows.push(
			atMost('canvas: first layout, 2,000 cards', opened.layoutMs, 300, 'ms'),
			told('canvas: p95 frame with nothing to do', quantile(idle, 0.95), 'ms'),
			atMost('canvas: layout + routes + picture again', opened.relayoutMs, 16, 'ms')
		);
		for (const zoom of [0.1, 0.3, 0.6, 1]) {
			const frames = await page.evaluate(async (at) => await window.canvasPage.pan(at, 4000), zoom);
			rows.push(
				atMost(
					`canvas: pan 2,000 cards at ${zoom * 100} %, p95 frame`,
					quantile(frames, 0.95),
					20,
					'ms'
				)
			);
		}
		for (const zoom of [0.1, 0.6]) {
			const frames = await page.evaluate(
				async (at) => await window.canvasPage.drag(at, 4000),
				zoom
			);
			rows.push(
				atMost(
					`canvas: drag among 2,000 cards at ${zoom * 100} %, p95 frame`,
					quantile(frames, 0.95),
					20,
					'ms'
				)
			);
		}
		rows.push(
			atMost(
				'canvas: hit test among 2,000 cards',
				(await page.evaluate(() => window.canvasPage.hitTest(2000))) * 1000,
				500,
				'µs'
			)
		);

		await page.evaluate(async () => await window.canvasPage.open(300, 150));
		const devtools = await page.context().newCDPSession(page);
		await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
		const pan = await page.evaluate(async () => await window.canvasPage.pan(0.6, 4000));
		rows.push(atLeast('canvas: pan 300 cards, CPU ÷ 4', framesPerSecond(pan), 50, 'fps'));
		const zoom = await page.evaluate(async () => await window.canvasPage.zoom(0.3, 1.2, 4000));
		rows.push(atLeast('canvas: zoom 300 cards, CPU ÷ 4', framesPerSecond(zoom), 50, 'fps'));
		await page.evaluate(async () => await window.canvasPage.draw(500, 60));
		const drawn = await page.evaluate(async () => await window.canvasPage.pan(0.6, 4000));
		// Beside the same board without them, so that a busy machine says the same of both.
		const share = framesPerSecond(drawn) / framesPerSecond(pan);
		rows.push(
			told('canvas: pan below 500 drawn lines, CPU ÷ 4', framesPerSecond(drawn), 'fps'),
			atLeast('canvas: … as a share of the frames without lines', share, 0.9, '×')
		);
		return rows;
	} finally {
		await browser.close();
		server.closeAllConnections();
		server.close();
		await rm(folder, { recursive: true, force: true });
	}
}

function framesPerSecond(frames: readonly number[]): number {
	return (frames.length * 1000) / frames.reduce((sum, frame) => sum + frame, 0);
}
