import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { repositoryRoot } from './client-build.ts';

// The address people open is Vite's; it hands /api and /sync on to the server behind it.
const env = {
	...process.env,
	PORT: process.env['PORT'] ?? '3000',
	PUBLIC_URL: process.env['PUBLIC_URL'] ?? 'http://localhost:5173'
};

const running = [
	['--watch', '--watch-preserve-output', join(repositoryRoot, 'server/src/main.ts')],
	[join(repositoryRoot, 'node_modules/vite/bin/vite.js')]
].map((args) => spawn(process.execPath, args, { cwd: repositoryRoot, stdio: 'inherit', env }));

/** One without the other is of no use, so the end of either ends both. */
function stopAll(): void {
	for (const child of running) child.kill('SIGTERM');
}

for (const child of running) child.once('exit', stopAll);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stopAll);
