import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './support/browser.ts';
import { watchOutsideRequests } from './support/outside-requests.ts';

let browser: Browser;
let server: Server;
let home = '';

beforeAll(async () => {
	server = createServer((_, response) => {
		response.setHeader('content-type', 'text/html').end('<!doctype html><title>家</title>');
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	browser = await launchBrowser();
});

afterAll(async () => {
	await browser?.close();
	server?.close();
});

async function watchedPage() {
	const context = await browser.newContext();
	const outside = watchOutsideRequests(context, home);
	const page = await context.newPage();
	await page.goto(home);
	return { page, outside };
}

test('a page that stays at home is reported for nothing', async () => {
	const { page, outside } = await watchedPage();
	await page.evaluate(async () => {
		await fetch('/near');
		await fetch(URL.createObjectURL(new Blob(['near'])));
	});
	expect(outside).toEqual([]);
});

test('a fetch, a picture, a socket and a worker that leave are all noticed', async () => {
	const { page, outside } = await watchedPage();
	await page.evaluate(() => {
		fetch('https://fetch.example/').catch(() => undefined);
		new Image().src = 'https://picture.example/a.png';
		new WebSocket('ws://socket.example/');
		const code = 'fetch("https://worker.example/").catch(() => undefined)';
		new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
	});
	await expect
		.poll(() => [...outside].toSorted())
		.toEqual([
			'https://fetch.example/',
			'https://picture.example/a.png',
			'https://worker.example/',
			'ws://socket.example/'
		]);
});
