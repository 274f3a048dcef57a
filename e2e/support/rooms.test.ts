import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Doors that do not exist: who, what it imports, and the rule that has to notice. */
const offences = [
	['shared/src/method/a.ts', 'yjs', 'shared/src/method'],
	['shared/src/method/b.ts', 'node:fs', 'shared/src/method'],
	['shared/src/method/c.ts', '../document/layout.ts', 'shared/src/method'],
	['shared/src/geometry/d.ts', 'zod', 'shared/src/geometry'],
	['shared/src/exports/e.ts', '../document/layout.ts', 'shared/src/exports'],
	['shared/src/protocol/f.ts', '../../../server/src/app.ts', 'shared-knows-neither-side'],
	['client/src/tools/g.ts', 'yjs', 'only-sync-and-state-know-yjs'],
	['client/src/tools/h.ts', '@renkei/shared/document/layout.ts', 'client/src/tools'],
	['client/src/ui/I.svelte', 'konva/lib/Core.js', 'only-canvas-knows-konva'],
	['client/src/ui/J.svelte', '../sync/connection.ts', 'client/src/ui'],
	['client/src/canvas/k.ts', '@renkei/shared/document/layout.ts', 'client/src/canvas'],
	['client/src/app/l.ts', '../../../server/src/app.ts', 'client-and-server-never-meet'],
	['server/src/storage/m.ts', 'fastify', 'server/src/storage'],
	['server/src/sync/n.ts', '../storage/sqlite.ts', 'server/src/sync'],
	['server/src/http/o.ts', '../sync/room.ts', 'server/src/http'],
	['server/src/http/p.ts', './nowhere.ts', 'no-unresolvable'],
	['server/src/auth/q.ts', './q.ts', 'no-cycles']
] as const;

/** Doors that do exist; a rule that closes one would be as wrong. */
const permitted = [
	['client/src/tools/aa.ts', '@renkei/shared/document/commands/card-commands.ts'],
	['client/src/canvas/bb.ts', 'konva/lib/Core.js'],
	['client/src/sync/cc.ts', 'y-websocket'],
	['server/src/sync/dd.ts', '../storage/storage.ts'],
	['server/src/http/ee.test.ts', '../storage/sqlite.ts']
] as const;

const targets = [
	'shared/src/document/layout.ts',
	'shared/src/document/commands/card-commands.ts',
	'client/src/sync/connection.ts',
	'server/src/app.ts',
	'server/src/storage/storage.ts',
	'server/src/storage/sqlite.ts',
	'server/src/sync/room.ts'
];

let house = '';
let reported: { readonly from: string; readonly rule: string }[] = [];

function put(path: string, text: string): void {
	mkdirSync(dirname(join(house, path)), { recursive: true });
	writeFileSync(join(house, path), text);
}

function importing(path: string, module: string): string {
	const line = `import '${module}';\n`;
	return path.endsWith('.svelte') ? `<script lang="ts">\n\t${line}</script>\n` : line;
}

beforeAll(() => {
	house = mkdtempSync(join(tmpdir(), 'rooms-'));
	for (const path of targets) put(path, 'export const target = 1;\n');
	for (const [path, module] of [...offences, ...permitted]) put(path, importing(path, module));
	for (const name of ['zod', 'yjs', 'konva', 'fastify', 'y-websocket', 'svelte', 'typescript']) {
		mkdirSync(join(house, 'node_modules/@renkei'), { recursive: true });
		symlinkSync(join(root, 'node_modules', name), join(house, 'node_modules', name), 'junction');
	}
	symlinkSync(join(house, 'shared'), join(house, 'node_modules/@renkei/shared'), 'junction');
	for (const path of ['tsconfig.base.json', 'shared/package.json']) {
		copyFileSync(join(root, path), join(house, path));
	}
	const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
	const rules = join(root, '.config/dependency-cruiser.cjs');
	const rooms = ['client/src', 'server/src', 'shared/src'];
	const { stdout } = spawnSync(
		process.execPath,
		[cruiser, '--config', rules, '--output-type', 'json', ...rooms],
		{ cwd: house, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }
	);
	const { summary } = JSON.parse(stdout);
	reported = summary.violations
		.filter((violation: { rule: { severity: string } }) => violation.rule.severity === 'error')
		.map((violation: { from: string; rule: { name: string } }) => ({
			from: violation.from,
			rule: violation.rule.name
		}));
}, 60_000);

afterAll(() => rmSync(house, { recursive: true, force: true }));

test.each(offences)('%s may not import %s', (path, _module, rule) => {
	expect(reported.filter(({ from }) => from === path).map((found) => found.rule)).toContain(rule);
});

test.each(permitted)('%s may import %s', (path) => {
	expect(reported.filter(({ from }) => from === path)).toEqual([]);
});
