import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the boards that are measured beside ours. */
export const peersFolder = fileURLToPath(new URL('.', import.meta.url));

/** Installs the peers when they are not there yet; they are no part of the product. Needs the registry the first time. */
export function installPeers(): void {
	if (existsSync(join(peersFolder, 'node_modules/@excalidraw/excalidraw'))) return;
	process.stderr.write('peers are installed …\n');
	const { status } = spawnSync('npm', ['ci', '--ignore-scripts'], {
		cwd: peersFolder,
		stdio: ['ignore', 'ignore', 'inherit'],
		shell: process.platform === 'win32'
	});
	if (status !== 0) throw new Error('The peers could not be installed: is the registry in reach?');
}
