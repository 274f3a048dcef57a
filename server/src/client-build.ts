import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of the repository, where the workspaces lie side by side. */
export const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url));

/** What the built client is made of; a change anywhere here makes the build old. */
const sources = [
	'client/src',
	'client/public',
	'client/index.html',
	'client/package.json',
	'shared/src',
	'shared/package.json',
	'vite.config.ts',
	'.config',
	'package-lock.json'
];

/**
 * When anything at or below this path last changed, in ms, 0 where nothing is. Folders count too,
 * because a deleted file leaves its trace only in its folder; tests do not, they are never built.
 */
function newestChangeMs(path: string): number {
	const found = statSync(path, { throwIfNoEntry: false });
	if (!found) return 0;
	if (!found.isDirectory()) return found.mtimeMs;
	return readdirSync(path)
		.filter((name) => !/[.]test[.]ts$/.test(name))
		.reduce((newest, name) => Math.max(newest, newestChangeMs(join(path, name))), found.mtimeMs);
}

/** Whether the client was never built, or its sources changed after it was. */
export function isClientStale(root: string): boolean {
	const built = statSync(join(root, 'client/dist/index.html'), { throwIfNoEntry: false });
	if (!built) return true;
	return sources.some((source) => newestChangeMs(join(root, source)) > built.mtimeMs);
}

/** What came of a build: done, impossible because the tools were not installed, or broken. */
export type BuildOutcome = 'built' | 'no-tools' | 'failed';

/** Builds the client into client/dist in a process of its own, so its memory is given back. */
export async function buildClient(root: string): Promise<BuildOutcome> {
	const vite = join(root, 'node_modules/vite/bin/vite.js');
	if (!existsSync(vite)) return 'no-tools';
	const build = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
		cwd: root,
		stdio: ['ignore', 'inherit', 'inherit']
	});
	const [code] = await once(build, 'exit');
	return code === 0 ? 'built' : 'failed';
}
