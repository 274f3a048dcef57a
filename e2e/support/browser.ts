import { type Browser, chromium } from 'playwright-core';
import { ensureChromium } from './chromium.ts';

const quiet = [
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	// No name but our own resolves: a page that asks anybody else fails at once, on any network.
	'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'
];

/** Starts the Chromium the tests found, with nothing of its own to say to the network. */
export async function launchBrowser(extraArguments: readonly string[] = []): Promise<Browser> {
	const found = ensureChromium();
	if ('refusal' in found) throw new Error(found.refusal);
	// Chromium refuses its sandbox to root, which is who runs in most containers.
	const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
	return await chromium.launch({
		executablePath: found.path,
		args: [...quiet, ...sandbox, ...extraArguments]
	});
}
