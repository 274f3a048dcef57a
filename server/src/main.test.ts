import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';

const program = fileURLToPath(new URL('main.ts', import.meta.url));

let folder = '';
let children: ChildProcess[] = [];
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'renkei-main-'));
});
afterEach(() => {
	for (const child of children) child.kill('SIGKILL');
	children = [];
	rmSync(folder, { recursive: true, force: true });
});

interface Run {
	readonly child: ChildProcess;
	readonly output: () => string;
	/** The exit code, once it has ended and everything it said was read. */
	readonly ended: Promise<number | null>;
	/** What it has said as soon as that matches. */
	readonly until: (pattern: RegExp) => Promise<RegExpExecArray>;
}

function run(env: Record<string, string> = {}, args: string[] = []): Run {
	const child = spawn(process.execPath, [program, ...args], {
		env: { ...process.env, HOST: '127.0.0.1', PORT: '0', DATA_DIR: folder, ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	children.push(child);
	let said = '';
	const listeners = new Set<() => void>();
	for (const stream of [child.stdout, child.stderr])
		stream.setEncoding('utf8').on('data', (text: string) => {
			said += text;
			for (const listener of listeners) listener();
		});
	const ended = once(child, 'close').then(([code]: (number | null)[]) => code ?? null);
	return {
		child,
		output: () => said,
		ended,
		until: (pattern) =>
			new Promise((resolve, reject) => {
				const look = (): void => {
					const found = pattern.exec(said);
					if (found) resolve(found);
				};
				listeners.add(look);
				void ended.then(() => reject(new Error(`It ended first:\n${said}`)));
				look();
			})
	};
}

const address = /http:\/\/127\.0\.0\.1:\d+(?=\n)/;
const link = /(http:\/\/127\.0\.0\.1:\d+)\/sign-in#([\w-]{20,})/;
const shown = /shown only now[^\n]*\n\s+([a-z-]{20,})\n/;

async function signIn(url: string, body: object): Promise<Response> {
	return await fetch(`${url}/api/staff/sign-in`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body)
	});
}

test('it says where it is, lets staff in by link and passphrase, and ends when asked', async () => {
	const first = run();
	const [, url = '', linkSecret = ''] = await first.until(link);
	const [, passphrase = ''] = await first.until(shown);
	expect((await fetch(`${url}/readyz`)).status).toBe(200);
	expect((await signIn(url, { linkSecret })).status).toBe(200);
	expect((await signIn(url, { linkSecret })).status).toBe(401);
	expect((await signIn(url, { passphrase })).status).toBe(200);
	first.child.kill('SIGTERM');
	first.child.kill('SIGTERM');
	expect(await first.ended).toBe(0);

	const second = run();
	const [, again = '', newSecret = ''] = await second.until(link);
	expect(newSecret).not.toBe(linkSecret);
	expect((await signIn(again, { passphrase })).status).toBe(200);
	expect(second.output()).not.toMatch(shown);
	second.child.kill('SIGINT');
	expect(await second.ended).toBe(0);
});

test('stopping tells open boards to come back later', async () => {
	const server = run({ STAFF_PASSPHRASE: 'かえで さくら みなと' });
	const [url] = await server.until(address);
	const signedIn = await signIn(url, { passphrase: 'かえで さくら みなと' });
	const cookie = signedIn.headers
		.getSetCookie()
		.map((line) => line.split(';')[0])
		.join('; ');
	const made = await fetch(`${url}/api/workshops`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', cookie },
		body: JSON.stringify({ key: 'k', name: '研修', scene: 'daily', tables: 1, start: 'blank' })
	});
	const { boards } = (await made.json()) as { boards: { id: string }[] };
	const socket = new WebSocket(`${url.replace('http', 'ws')}/sync/${boards[0]!.id}.1`, {
		headers: { cookie }
	});
	await once(socket, 'message');
	const closed = once(socket, 'close');
	server.child.kill('SIGTERM');
	expect((await closed)[0]).toBe(1012);
	expect(await server.ended).toBe(0);
});

test('somebody who never finishes sending does not keep it from ending in order', async () => {
	const server = run();
	const [url] = await server.until(address);
	const { port, hostname } = new URL(url);
	const slow = connect(Number(port), hostname);
	slow.on('error', () => {});
	slow.write(
		'POST /api/join HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{'
	);
	await once(slow, 'connect');
	// Answered by the same thread, so the slow one has been seen by then.
	await fetch(`${url}/readyz`);
	server.child.kill('SIGTERM');
	expect(await server.ended).toBe(0);
});

test('a port in use is said in one sentence', async () => {
	const other = createServer().listen(0, '127.0.0.1');
	await once(other, 'listening');
	const { port } = other.address() as AddressInfo;
	const server = run({ PORT: String(port) });
	expect(await server.ended).toBe(1);
	expect(server.output().trim().split('\n')).toHaveLength(1);
	expect(server.output()).toContain(`ポート ${port} はほかのプログラムが使っています`);
	expect(server.output()).toContain(`Port ${port} is in use`);
	other.close();
});

test('a data folder in use is said in one sentence, and the first server goes on', async () => {
	const first = run();
	const [url] = await first.until(address);
	const second = run();
	expect(await second.ended).toBe(1);
	expect(second.output().trim().split('\n')).toHaveLength(1);
	expect(second.output()).toContain('動いている別の連携ボードが使っています');
	expect(second.output()).toContain('in use by another running server');
	expect((await fetch(`${url}/readyz`)).status).toBe(200);
});

test('a wrong setting ends it before it begins', async () => {
	const server = run({ PORT: 'eighty' });
	expect(await server.ended).toBe(1);
	expect(server.output().trim().split('\n')).toHaveLength(1);
	expect(server.output()).toContain('設定 PORT の値が正しくありません');
});

test('an argument it does not know is said, not passed over', async () => {
	const server = run({}, ['--port', '8080']);
	expect(await server.ended).toBe(1);
	expect(server.output().trim().split('\n')).toHaveLength(1);
	expect(server.output()).toContain('--port');
});

test('--help explains the settings and starts nothing', async () => {
	const server = run({}, ['--help']);
	expect(await server.ended).toBe(0);
	expect(server.output()).toContain('STAFF_PASSPHRASE');
	expect(server.output()).not.toContain('http://127');
});

test('with a public address the code to scan and the link are of that address', async () => {
	const server = run({ HOST: '0.0.0.0', PUBLIC_URL: 'https://board.example.jp' });
	await server.until(/https:\/\/board\.example\.jp\/sign-in#/);
	expect(server.output()).toContain('█');
	expect(server.output()).not.toContain('\u001b[');
});
