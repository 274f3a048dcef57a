import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import * as Y from 'yjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Every installed copy of a package, however deep another package has hidden it. */
function copies(name: string, folder = join(root, 'node_modules')): string[] {
	if (!existsSync(folder)) return [];
	const packages = readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
		.flatMap((entry) =>
			entry.name.startsWith('@')
				? readdirSync(join(folder, entry.name)).map((inner) => `${entry.name}/${inner}`)
				: [entry.name]
		);
	return packages.flatMap((found) => {
		const path = join(folder, found);
		return [...(found === name ? [path] : []), ...copies(name, join(path, 'node_modules'))];
	});
}

test.each(['yjs', 'y-protocols', 'lib0'])('there is one %s in the tree', (name) => {
	const workspaces = ['shared', 'server', 'client', 'e2e'];
	const found = [
		...copies(name),
		...workspaces.flatMap((workspace) => copies(name, join(root, workspace, 'node_modules')))
	];
	expect(new Set(found.map((path) => realpathSync(path)))).toEqual(
		new Set([join(root, 'node_modules', name)])
	);
});

test('it is Yjs 13, and none of its successors came along', () => {
	const manifest = readFileSync(join(root, 'node_modules/yjs/package.json'), 'utf8');
	expect(JSON.parse(manifest).version).toMatch(/^13\./);
	expect(existsSync(join(root, 'node_modules/@y'))).toBe(false);
});

test('every workspace and the sync libraries load the same file', () => {
	const from = [
		...['shared', 'server', 'client', 'e2e'].map((workspace) => join(root, workspace, 'src')),
		join(root, 'node_modules/y-websocket/src'),
		join(root, 'node_modules/y-indexeddb/src')
	];
	const files = from.map((folder) =>
		realpathSync(createRequire(join(folder, 'any.js')).resolve('yjs'))
	);
	expect(new Set(files).size).toBe(1);
});

test('a document made here is a document to everyone', () => {
	const copy = new Y.Doc();
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(new Y.Doc()));
	expect(copy).toBeInstanceOf(Y.Doc);
	expect(Reflect.get(globalThis, '__ $YJS$ __')).toBe(true);
});
