import { expect, test } from 'vitest';
import { chromiumPlaces, findChromium } from './chromium.ts';

const playwright = '/cache/ms-playwright/chrome';
const linux = { platform: 'linux', env: { PATH: '/usr/local/bin:/usr/bin' } } as const;

test('CHROME_PATH is taken before anything else', () => {
	const machine = { ...linux, env: { ...linux.env, CHROME_PATH: '/opt/mine' } };
	expect(findChromium(machine, playwright, () => true)).toEqual({ path: '/opt/mine' });
});

test('a CHROME_PATH that leads nowhere is refused, not quietly replaced', () => {
	const machine = { ...linux, env: { ...linux.env, CHROME_PATH: '/opt/mine' } };
	const found = findChromium(machine, playwright, (path) => path !== '/opt/mine');
	expect(found).toEqual({ refusal: expect.stringContaining('/opt/mine') });
});

test('a machine’s own Chromium comes before its Chrome, Edge and Playwright’s download', () => {
	const present = new Set(['/usr/bin/microsoft-edge', '/usr/bin/google-chrome', playwright]);
	const search = () => findChromium(linux, playwright, (path) => present.has(path));
	expect(search()).toEqual({ path: '/usr/bin/google-chrome' });
	present.add('/usr/bin/chromium');
	expect(search()).toEqual({ path: '/usr/bin/chromium' });
});

test('Playwright’s download is the last resort, and nothing is null', () => {
	expect(findChromium(linux, playwright, (path) => path === playwright)).toEqual({
		path: playwright
	});
	expect(findChromium(linux, playwright, () => false)).toBeNull();
});

test('macOS is searched in the applications of the machine and of the person', () => {
	const places = chromiumPlaces({ platform: 'darwin', env: { HOME: '/Users/kango', PATH: '' } });
	expect(places[0]).toBe('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
	expect(places).toContain(
		'/Users/kango/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'
	);
});

test('Windows is searched for Chrome before the Edge every machine has', () => {
	const env = {
		PROGRAMFILES: 'C:\\Program Files',
		LOCALAPPDATA: 'C:\\Users\\kango\\AppData\\Local'
	};
	const places = chromiumPlaces({ platform: 'win32', env });
	const chrome = places.indexOf(
		'C:\\Users\\kango\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe'
	);
	const edge = places.indexOf('C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe');
	expect(chrome).toBeGreaterThanOrEqual(0);
	expect(edge).toBeGreaterThan(chrome);
});
