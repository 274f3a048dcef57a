import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildClient, isClientStale } from './client-build.ts';

const builtAt = new Date('2026-11-01T09:00:00Z');
const before = new Date('2026-11-01T08:00:00Z');
const after = new Date('2026-11-01T10:00:00Z');

let root = '';

function put(path: string, at: Date): void {
	const file = join(root, path);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, '');
	utimesSync(file, at, at);
}

/** Writing a file touches its folders; this sets them back. */
function age(...folders: string[]): void {
	for (const folder of folders) utimesSync(join(root, folder), before, before);
}

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'client-build-'));
	put('client/src/app/main.ts', before);
	put('shared/src/method/card.ts', before);
	put('client/dist/index.html', builtAt);
	age('client/src', 'client/src/app', 'shared/src', 'shared/src/method');
});

afterEach(() => rmSync(root, { recursive: true }));

test('a build newer than all its sources is used as it is', () => {
	expect(isClientStale(root)).toBe(false);
});

test('a client that was never built is stale', () => {
	rmSync(join(root, 'client/dist'), { recursive: true });
	expect(isClientStale(root)).toBe(true);
});

test.each(['client/src/app/main.ts', 'shared/src/method/card.ts', 'package-lock.json'])(
	'a later change of %s makes the build stale',
	(path) => {
		put(path, after);
		age('client/src', 'client/src/app', 'shared/src', 'shared/src/method');
		expect(isClientStale(root)).toBe(true);
	}
);

test('a deleted source makes the build stale', () => {
	rmSync(join(root, 'shared/src/method/card.ts'));
	expect(isClientStale(root)).toBe(true);
});

test('a changed test leaves the build as it is', () => {
	put('client/src/app/main.test.ts', after);
	age('client/src', 'client/src/app');
	expect(isClientStale(root)).toBe(false);
});

test('without its tools a build says so', async () => {
	expect(await buildClient(root)).toBe('no-tools');
});
