import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, posix, win32 } from 'node:path';
import { chromium } from 'playwright-core';

/** The machine a browser is looked for on, so that the search can be tried for any of them. */
export interface Machine {
	readonly platform: NodeJS.Platform;
	readonly env: Readonly<Record<string, string | undefined>>;
}

/** A Chromium, or one sentence that says why there is none and what to do. */
export type ChromiumSearch = { readonly path: string } | { readonly refusal: string };

const commands = [
	'chromium',
	'chromium-browser',
	'google-chrome-stable',
	'google-chrome',
	'chrome',
	'microsoft-edge-stable',
	'microsoft-edge'
];

const macApplications = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

const windowsPrograms = [
	['Google', 'Chrome', 'Application', 'chrome.exe'],
	['Chromium', 'Application', 'chrome.exe'],
	['Microsoft', 'Edge', 'Application', 'msedge.exe']
];

/** Every place a Chromium usually lies on this machine, the best first. */
export function chromiumPlaces({ platform, env }: Machine): string[] {
	if (platform === 'win32') {
		const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
			(name) => env[name] ?? []
		);
		return windowsPrograms.flatMap((program) =>
			folders.map((folder) => win32.join(folder, ...program))
		);
	}
	const onPath = (env['PATH'] ?? '').split(posix.delimiter).filter((folder) => folder !== '');
	const named = commands.flatMap((name) => onPath.map((folder) => posix.join(folder, name)));
	if (platform !== 'darwin') return [...named, '/snap/bin/chromium', '/opt/google/chrome/chrome'];
	const roots = [
		'/Applications',
		...(env['HOME'] ? [posix.join(env['HOME'], 'Applications')] : [])
	];
	const bundles = macApplications.flatMap((name) =>
		roots.map((root) => posix.join(root, `${name}.app`, 'Contents', 'MacOS', name))
	);
	return [...bundles, ...named];
}

/** The Chromium this machine already has: CHROME_PATH, the usual places, Playwright's own. */
export function findChromium(
	machine: Machine,
	playwrightPath: string,
	exists: (path: string) => boolean = existsSync
): ChromiumSearch | null {
	const wished = machine.env['CHROME_PATH'];
	if (wished) {
		return exists(wished)
			? { path: wished }
			: { refusal: `CHROME_PATH names ${wished}, but there is no such file.` };
	}
	const path = [...chromiumPlaces(machine), playwrightPath].find((place) => exists(place));
	return path === undefined ? null : { path };
}

/** Whether apt has a real Chromium here: Debian does, Ubuntu's package only points at a snap. */
function isDebianRoot(): boolean {
	if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
	const release = '/etc/os-release';
	return existsSync(release) && /^ID="?debian"?$/m.test(readFileSync(release, 'utf8'));
}

function succeeds(command: string, args: readonly string[]): boolean {
	return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}

function installWithApt(): boolean {
	process.env['DEBIAN_FRONTEND'] = 'noninteractive';
	return (
		succeeds('apt-get', ['update', '-q']) &&
		succeeds('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'])
	);
}

function installWithPlaywright(): boolean {
	const folder = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'));
	// Only root may add the system libraries a bare Linux lacks.
	const withLibraries = process.platform === 'linux' && process.getuid?.() === 0;
	const options = ['install', '--no-shell', ...(withLibraries ? ['--with-deps'] : []), 'chromium'];
	return succeeds(process.execPath, [join(folder, 'cli.js'), ...options]);
}

/** A Chromium for the browser tests, installed where the machine has none. */
export function ensureChromium(): ChromiumSearch {
	const look = (): ChromiumSearch | null => findChromium(process, chromium.executablePath());
	const present = look();
	if (present) return present;
	process.stdout.write('No Chromium found: installing one for the browser tests.\n');
	const installed = (isDebianRoot() && installWithApt()) || installWithPlaywright();
	return (
		(installed ? look() : null) ?? {
			refusal:
				'The browser tests need Chromium and none could be installed: install Chrome, Chromium or Edge, or set CHROME_PATH to one.'
		}
	);
}
