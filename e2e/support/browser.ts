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

/** What a device is like that is used for the first time. */
interface Device {
	/** Nobody has been offered a practice on it, and tips are still to be told. */
	readonly isNew?: boolean;
}

/** Starts the Chromium the tests found, with nothing of its own to say to the network, on a device its people know. */
export async function launchBrowser(
	extraArguments: readonly string[] = [],
	{ isNew = false }: Device = {}
): Promise<Browser> {
	const found = ensureChromium();
	if ('refusal' in found) throw new Error(found.refusal);
	// Chromium refuses its sandbox to root, which is who runs in most containers.
	const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
	const browser = await chromium.launch({
		executablePath: found.path,
		args: [...quiet, ...sandbox, ...extraArguments]
	});
	return isNew ? browser : withKnownDevices(browser);
}

/** What comes by itself to people who are new here comes at no moment a test could foresee. */
function withKnownDevices(browser: Browser): Browser {
	const open = browser.newContext.bind(browser);
	browser.newContext = async (options) => {
		const context = await open(options);
		await context.addInitScript(() => {
			const { localStorage: storage } = globalThis as unknown as { localStorage: Storage };
			if (location.protocol === 'about:' || storage.getItem('renkei.preferences')) return;
			storage.setItem('renkei.preferences', '{"knowsPractice":true,"showsTips":false}');
		});
		return context;
	};
	return browser;
}
