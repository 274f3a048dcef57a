import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { buildClient, isClientStale, repositoryRoot } from '../../server/src/client-build.ts';
import { ensureChromium } from './chromium.ts';

/** Runs the browser tests, or gives the one sentence that says why it cannot. */
async function runBrowserTests(): Promise<string | null> {
	const browser = ensureChromium();
	if ('refusal' in browser) return browser.refusal;
	if (isClientStale(repositoryRoot) && (await buildClient(repositoryRoot)) !== 'built') {
		return 'The browser tests need the built client, and it could not be built.';
	}
	const vitest = join(
		dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
		'vitest.mjs'
	);
	const config = join(repositoryRoot, '.config/vitest-e2e.ts');
	const { status } = spawnSync(
		process.execPath,
		[vitest, 'run', '--config', config, ...process.argv.slice(2)],
		{
			cwd: repositoryRoot,
			stdio: 'inherit',
			env: { ...process.env, CHROME_PATH: browser.path }
		}
	);
	process.exitCode = status ?? 1;
	return null;
}

const refusal = await runBrowserTests();
if (refusal !== null) {
	process.stderr.write(`${refusal}\n`);
	process.exitCode = 1;
}
