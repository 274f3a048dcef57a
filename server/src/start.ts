import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildClient, isClientStale, repositoryRoot } from './client-build.ts';

/** Builds the screens where they are missing or old; false when there is nothing to serve. */
async function prepareClient(): Promise<boolean> {
	if (!isClientStale(repositoryRoot)) return true;
	say(
		'画面を準備しています（初回と更新後だけ）… / Preparing the screens (first start and updates) …'
	);
	const startedAt = performance.now();
	const outcome = await buildClient(repositoryRoot);
	if (outcome === 'built') {
		const seconds = Math.max(1, Math.round((performance.now() - startedAt) / 1000));
		say(`準備できました（${seconds} 秒） / Ready (${seconds} s)`);
		return true;
	}
	// A server without its build tools still serves what was built before it was installed.
	if (outcome === 'no-tools' && existsSync(join(repositoryRoot, 'client/dist/index.html'))) {
		return true;
	}
	say(
		outcome === 'no-tools'
			? '画面を作る道具がありません。npm ci を実行してください。 / The build tools are missing. Run: npm ci'
			: '画面を準備できませんでした。上の記録をご確認ください。 / The screens could not be built. See the lines above.'
	);
	return false;
}

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}

if (process.argv.includes('--help') || (await prepareClient())) {
	const { main } = await import('./main.ts');
	await main();
} else {
	process.exitCode = 1;
}
