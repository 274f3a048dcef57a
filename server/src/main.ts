import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAddresses } from './addresses.ts';
import { createApp } from './app.ts';
import { createLinkSecret } from './auth/one-time-link.ts';
import { prepareAccess } from './auth/prepare.ts';
import { repositoryRoot } from './client-build.ts';
import type { Config } from './config.ts';
import { helpText, readConfig } from './config.ts';
import { relays } from './relay/index.ts';
import { startFailure } from './start-failure.ts';
import { stopOnSignals } from './stop.ts';
import { storages } from './storage/index.ts';
import { welcome } from './welcome.ts';

/** Starts the server and returns once it is ready, or says in one sentence why not and sets the exit code. */
export async function main(
	argv: readonly string[] = process.argv.slice(2),
	env: Readonly<Record<string, string | undefined>> = process.env
): Promise<void> {
	if (argv.includes('--help') || argv.includes('-h')) {
		say(helpText());
		return;
	}
	if (argv.length > 0) {
		fail(
			`「${argv[0]}」は使えません。設定は環境変数で行います（例 PORT=8080 npm start）。一覧は npm start -- --help。 / ${argv[0]} is not known; settings are environment variables (PORT=8080 npm start). For a list: npm start -- --help.`
		);
		return;
	}
	const settings = readConfig(env);
	if (!settings.ok) {
		fail(settings.sentence);
		return;
	}
	try {
		await start(settings.config);
	} catch (reason) {
		fail(startFailure(reason, settings.config));
	}
}

async function start(config: Config): Promise<void> {
	const storage = await storages.sqlite({ directory: config.dataDir });
	const relay = relays.local();
	try {
		const access = await prepareAccess(config, storage.catalogue);
		const app = await createApp(config, storage, relay, {
			access,
			clientFolder: join(repositoryRoot, 'client/dist'),
			version: readVersion(),
			log: { write: (line) => void process.stderr.write(line) },
			now: Date.now
		});
		stopOnSignals(app, async () => {
			await relay.close();
			await storage.close();
		});
		await app.listen({ host: config.host, port: config.port });
		const address = app.server.address();
		const port = typeof address === 'object' && address ? address.port : config.port;
		say(
			await welcome({
				addresses: readAddresses(config, port),
				linkSecret: await createLinkSecret(storage.catalogue, Date.now()),
				passphrase: access.shownOnce
			})
		);
	} catch (reason) {
		await storage.close();
		throw reason;
	}
}

function readVersion(): string {
	const manifest: unknown = JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8'));
	const version =
		typeof manifest === 'object' && manifest ? Reflect.get(manifest, 'version') : null;
	return typeof version === 'string' ? version : '0.0.0';
}

function say(text: string): void {
	process.stdout.write(`${text}\n`);
}

function fail(sentence: string): void {
	process.stderr.write(`${sentence}\n`);
	process.exitCode = 1;
}

if (import.meta.main) await main();
