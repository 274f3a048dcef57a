import { afterEach, expect, test, vi } from 'vitest';
import { Preferences } from './preferences.svelte.ts';

/** A device that asks for the media given, and what it makes of the choices. */
async function dressOn(asked: readonly string[], choices: Parameters<Preferences['set']>[0]) {
	vi.resetModules();
	vi.stubGlobal('window', {
		matchMedia: (query: string) => ({
			matches: asked.some((word) => query.includes(word)),
			addEventListener: () => {},
			removeEventListener: () => {}
		})
	});
	const { dressOf, monochromeCheck } = await import('./theme.svelte.ts');
	const preferences = new Preferences();
	preferences.set(choices);
	return { dress: () => dressOf(preferences), monochromeCheck };
}

afterEach(() => vi.unstubAllGlobals());

const cases = [
	[[], 'auto', 'light', false],
	[['dark'], 'auto', 'dark', false],
	[['dark'], 'light', 'light', false],
	[[], 'dark', 'dark', false],
	[['contrast'], 'auto', 'light', true],
	[['dark', 'contrast'], 'auto', 'dark', true],
	[[], 'of an older version', 'light', false]
] as const;

test.each(cases)('a device that asks for %j and a person who chose %s', async (...row) => {
	const [asked, theme, expected, hasMoreContrast] = row;
	const { dress } = await dressOn(asked, { theme });
	expect(dress()).toEqual({ theme: expected, hasMoreContrast });
});

test('more contrast may be chosen on any device, and black and white goes before all', async () => {
	const { dress, monochromeCheck } = await dressOn(['dark'], { hasMoreContrast: true });
	expect(dress()).toEqual({ theme: 'dark', hasMoreContrast: true });
	monochromeCheck.isOn = true;
	expect(dress()).toEqual({ theme: 'mono', hasMoreContrast: false });
	monochromeCheck.isOn = false;
});
