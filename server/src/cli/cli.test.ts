import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { askPassphrase } from './ask-passphrase.ts';
import { readArguments } from './read-arguments.ts';

const command = fileURLToPath(new URL('renkei.mjs', import.meta.url));
const program = fileURLToPath(new URL('../main.ts', import.meta.url));
const passphrase = 'かえで さくら みなと';

let data = '';
let folder = '';
let server: ChildProcess;
let url = '';
let cookie = '';
let workshop: { id: string; boards: { id: string; title: string }[] };

beforeAll(async () => {
	data = mkdtempSync(join(tmpdir(), 'renkei-cli-data-'));
	server = spawn(process.execPath, [program], {
		env: {
			...process.env,
			HOST: '127.0.0.1',
			PORT: '0',
			DATA_DIR: data,
			STAFF_PASSPHRASE: passphrase,
			LOG_LEVEL: 'warn'
		},
		stdio: ['ignore', 'pipe', 'inherit']
	});
	url = await new Promise((resolve, reject) => {
		let said = '';
		server.stdout?.setEncoding('utf8').on('data', (text: string) => {
			said += text;
			const found = /http:\/\/127\.0\.0\.1:\d+(?=\n)/.exec(said);
			if (found) resolve(found[0]);
		});
		server.once('close', () => reject(new Error(said)));
	});
	const signedIn = await send('POST', '/api/staff/sign-in', { passphrase });
	cookie = signedIn.headers
		.getSetCookie()
		.map((line) => line.split(';')[0])
		.join('; ');
	const made = await send('POST', '/api/workshops', {
		key: 'k',
		name: '看取り\t研修',
		scene: 'endOfLife',
		tables: 2,
		start: 'i-city-mitori'
	});
	workshop = (await made.json()) as typeof workshop;
});
afterAll(async () => {
	const ended = once(server, 'close');
	server.kill('SIGTERM');
	await ended;
	rmSync(data, { recursive: true });
});
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'renkei-cli-'));
	return () => rmSync(folder, { recursive: true });
});

async function send(method: string, path: string, body: object): Promise<Response> {
	return await fetch(url + path, {
		method,
		headers: { 'content-type': 'application/json', cookie },
		body: JSON.stringify(body)
	});
}

/** The real command in a folder of its own, without a terminal. */
async function renkei(args: readonly string[], env: Record<string, string> = {}) {
	const { STAFF_PASSPHRASE: _, ...own } = process.env;
	const child = spawn(process.execPath, [command, ...args], {
		cwd: folder,
		env: { ...own, RENKEI_URL: url, ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const out: Buffer[] = [];
	let err = '';
	child.stdout.on('data', (part: Buffer) => void out.push(part));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
	const [code] = (await once(child, 'close')) as [number | null];
	const bytes = Buffer.concat(out);
	return { code, bytes, out: bytes.toString(), err };
}

const asStaff = { STAFF_PASSPHRASE: passphrase };

test('--help names every format, and nothing at all is help too', async () => {
	const { code, out, err } = await renkei(['--help']);
	expect([code, err]).toEqual([0, '']);
	expect(out).toMatch(/pdf[\s\S]+json[\s\S]+worksheet[\s\S]+STAFF_PASSPHRASE/);
	expect((await renkei([])).out).toBe(out);
});

test('boards are listed line by line, without what would break a line', async () => {
	const { code, out } = await renkei(['boards'], asStaff);
	expect(code).toBe(0);
	expect(out).toBe(
		workshop.boards
			.map(({ id }, index) => `${id}\t${workshop.id}\t${index + 1}\t看取り 研修 ${index + 1}卓\n`)
			.join('')
	);
});

test('what goes wrong is told without a word that would command a terminal', async () => {
	const { code, err } = await renkei(['export', 'no\u001b[31m\u009b2J\u202efile.json']);
	expect(code).toBe(1);
	expect(err).toContain('file.json');
	expect(err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u0080-\u009f\u202e]/);
});

test('a board becomes a file of its own name, and is not written over', async () => {
	const args = ['export', workshop.boards[0]!.id, '--format', 'pdf', '--date', '2026-02-10'];
	const first = await renkei(args, asStaff);
	expect([first.code, first.out, first.err]).toEqual([
		0,
		'2026-02-10_看取り_1卓_演習シート.pdf\n',
		''
	]);
	const [name] = readdirSync(folder);
	expect(name).toBe('2026-02-10_看取り_1卓_演習シート.pdf');
	expect(readFileSync(join(folder, name!)).subarray(0, 5).toString()).toBe('%PDF-');
	const again = await renkei(args, asStaff);
	expect(again.code).toBe(1);
	expect(again.err).toContain('--out');
	expect((await renkei([...args, '--out', name!], asStaff)).code).toBe(0);
	expect(readdirSync(folder)).toEqual([name]);
});

test('a file goes to the output, and the same choices give the same bytes with a server and without', async () => {
	const board = workshop.boards[0]!.id;
	const json = await renkei(['export', board, '-f', 'json', '-o', '-'], asStaff);
	expect(JSON.parse(json.out)).toMatchObject({ format: 'renkei-board' });
	writeFileSync(join(folder, 'board.json'), json.bytes);
	const choices = ['--format', 'svg', '--paper', 'A4', '--date', '2026-02-10', '--monochrome'];
	const there = await renkei(['export', board, ...choices, '--out', '-'], asStaff);
	const here = await renkei(['export', 'board.json', ...choices, '--out', '-'], {
		RENKEI_URL: 'http://127.0.0.1:1'
	});
	expect([here.code, here.err]).toEqual([0, '']);
	expect(here.out).toMatch(/^<\?xml[\s\S]+<\/svg>\s*$/);
	expect(here.bytes.equals(there.bytes)).toBe(true);
});

test('all tables of a workshop come in one zip', async () => {
	const { code, err } = await renkei(
		['export', '--workshop', workshop.id, '-f', 'json', '--date', '2026-02-10', '-o', 'all.zip'],
		asStaff
	);
	expect([code, err]).toEqual([0, '']);
	const files = unzipSync(readFileSync(join(folder, 'all.zip')));
	expect(Object.keys(files)).toEqual([
		'2026-02-10_看取り_1卓_ボード全体.json',
		'2026-02-10_看取り_2卓_ボード全体.json'
	]);
});

test.each<[string, string[], Record<string, string>, number, RegExp]>([
	['a command there is not', ['print'], {}, 2, /「print」.*--help/],
	['an option there is not', ['export', 'b', '--passphrase', 'x'], {}, 2, /--help/],
	['a format there is not', ['export', 'b', '-f', 'exe'], {}, 2, /--format/],
	[
		'a value there is not',
		['export', 'b', '--meeting-name', 'x'.repeat(201)],
		{},
		2,
		/--meeting-name/
	],
	['a paper there is not', ['export', 'b', '--paper', 'B5'], {}, 2, /--paper/],
	['no board', ['export'], {}, 2, /--workshop/],
	['a workshop without a place', ['export', '--workshop', 'w'], {}, 2, /--out/],
	['an address that is none', ['boards'], { ...asStaff, RENKEI_URL: 'ftp://x' }, 2, /RENKEI_URL/],
	['no passphrase and no terminal', ['boards'], {}, 1, /STAFF_PASSPHRASE/],
	[
		'a wrong passphrase',
		['boards'],
		{ STAFF_PASSPHRASE: 'ちがう' },
		1,
		/合言葉が違う.* \/ That pass/
	],
	[
		'a server that is not there',
		['boards'],
		{ ...asStaff, RENKEI_URL: 'http://127.0.0.1:1' },
		1,
		/つながりません/
	],
	['a board there is not', ['export', 'none'], asStaff, 1, /見つかりません.*not found/],
	[
		'a workshop there is not',
		['export', '-w', 'none', '-o', 'x.zip'],
		asStaff,
		1,
		/ワークショップ/
	],
	['a file there is not', ['export', 'none.json'], {}, 1, /none\.json/],
	['a file that is no board', ['export', './other.json'], {}, 1, /ファイルではありません/],
	[
		'a folder there is not',
		['export', 'board.json', '-o', 'no/where.pdf'],
		{},
		1,
		/where\.pdf|ファイル/
	]
])('%s ends with one sentence', async (_name, args, env, code, sentence) => {
	writeFileSync(join(folder, 'other.json'), '{"name":"package"}');
	const result = await renkei(args, env);
	expect(result.code).toBe(code);
	expect(result.out).toBe('');
	expect(result.err).toMatch(sentence);
	expect(result.err.trim().split('\n')).toHaveLength(1);
	expect(result.err).not.toContain(passphrase);
	expect(readdirSync(folder)).toEqual(['other.json']);
});

test('the passphrase is typed without being shown, and never an argument', async () => {
	const input = Object.assign(new PassThrough(), { isTTY: true });
	const output = new PassThrough();
	let shown = '';
	output.setEncoding('utf8').on('data', (text: string) => (shown += text));
	const asked = askPassphrase({}, { input, output });
	input.write('secret words\n');
	expect(await asked).toBe('secret words');
	expect(shown).toBe('合言葉 / Passphrase: \n');
	expect(() => readArguments(['boards', '--passphrase', 'x'])).toThrow(/help/);
	expect(await askPassphrase({ STAFF_PASSPHRASE: 'x' }, { input, output })).toBe('x');
});

test('nobody stays signed in behind a command', async () => {
	const signedIn = (): unknown => {
		const database = new DatabaseSync(join(data, 'renkei.sqlite'), { readOnly: true });
		const query = "SELECT id FROM participant WHERE role = 'staff' AND revoked_at IS NULL";
		const rows = database.prepare(query).all();
		database.close();
		return rows;
	};
	const before = signedIn();
	expect((await renkei(['boards'], asStaff)).code).toBe(0);
	await renkei(['export', 'none'], asStaff);
	expect(signedIn()).toEqual(before);
});
