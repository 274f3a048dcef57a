import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DrivenApp } from '../app-driver.ts';
import { driveApp } from '../app-driver.ts';

let driven: DrivenApp;
let clientFolder = '';
beforeAll(async () => {
	clientFolder = mkdtempSync(join(tmpdir(), 'renkei-pages-'));
	mkdirSync(join(clientFolder, 'assets'));
	writeFileSync(join(clientFolder, 'index.html'), '<!doctype html><title>連携ボード</title>');
	writeFileSync(join(clientFolder, 'board.html'), '<!doctype html><title>連携ボードの1枚</title>');
	writeFileSync(join(clientFolder, 'icon.svg'), '<svg/>');
	writeFileSync(join(clientFolder, 'assets/main-a1b2.js'), 'plain()');
	writeFileSync(join(clientFolder, 'assets/main-a1b2.js.gz'), gzipSync('packed()'));
	driven = await driveApp({}, { clientFolder });
});
afterAll(async () => {
	await driven.close();
	rmSync(clientFolder, { recursive: true });
});

test.each(['/', '/sign-in', '/join', '/join/123456', '/workshops/w1', '/board/b1', '/unknown'])(
	'%s is the one page, asked for anew every time',
	async (url) => {
		const response = await driven.app.inject({ url, headers: { accept: 'text/html' } });
		expect(response.statusCode).toBe(200);
		expect(response.body).toContain('連携ボード');
		expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
		expect(response.headers['cache-control']).toBe('no-cache');
	}
);

test('only the address of a board gets the page that names the files of a board', async () => {
	const titles = await Promise.all(
		['/board/b1', '/board/b1?view=list', '/boards', '/join'].map(
			async (url) => /<title>(.*?)</.exec((await driven.app.inject(url)).body)?.[1]
		)
	);
	expect(titles).toEqual(['連携ボードの1枚', '連携ボードの1枚', '連携ボード', '連携ボード']);
});

test('files with a hash in their name are kept for good, others are asked for anew', async () => {
	const hashed = await driven.app.inject('/assets/main-a1b2.js');
	expect(hashed.body).toBe('plain()');
	expect(hashed.headers['cache-control']).toBe('public, max-age=31536000, immutable');
	const icon = await driven.app.inject('/icon.svg');
	expect(icon.headers['cache-control']).toBe('no-cache');
});

test('a packed twin is sent to whoever can unpack it', async () => {
	const response = await driven.app.inject({
		url: '/assets/main-a1b2.js',
		headers: { 'accept-encoding': 'gzip' }
	});
	expect(response.headers['content-encoding']).toBe('gzip');
	expect(response.headers['content-type']).toMatch(/javascript/);
	expect(response.headers['cache-control']).toMatch(/immutable/);
});

test.each(['/assets/gone.js', '/gone.png', '/api/gone', '/sync'])(
	'%s is missing and no page',
	async (url) => {
		const response = await driven.app.inject({ url, headers: { accept: '*/*' } });
		expect(response.json()).toMatchObject({ status: 404, code: 'notFound' });
	}
);

test('browsers are told to load nothing from elsewhere and to run no inline script', async () => {
	const { headers } = await driven.app.inject({ url: '/', headers: { host: 'board.test:3000' } });
	const policy = String(headers['content-security-policy']);
	expect(policy).toContain("default-src 'self'");
	expect(policy).toContain("script-src 'self'");
	expect(policy).toContain("connect-src 'self' ws://board.test:3000 wss://board.test:3000");
	expect(policy).toContain("frame-ancestors 'none'");
	expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toContain('unsafe');
	expect(policy).not.toContain('upgrade-insecure-requests');
	expect(headers['strict-transport-security']).toBeUndefined();
	expect(headers['referrer-policy']).toBe('same-origin');
});

test('a made-up host does not get into the header', async () => {
	const { headers } = await driven.app.inject({
		url: '/',
		headers: { host: "x; script-src 'unsafe-inline'" }
	});
	expect(headers['content-security-policy']).not.toContain("unsafe-inline';script");
	expect(headers['content-security-policy']).toContain("connect-src 'self' 'self'");
});
