import type { Preferences } from '../state/preferences.svelte.ts';
import { dressOf } from '../state/theme.svelte.ts';
import type { Dress } from '../state/theme.svelte.ts';

let newest: Dress | null = null;

/** The page wears what this person chose, and follows the device where they chose nothing; for the script of a page. */
export function wearTheme(preferences: Preferences): void {
	$effect.pre(() => {
		const dress = dressOf(preferences);
		newest = dress;
		const put = (): void => {
			if (newest !== dress) return;
			const { dataset } = document.documentElement;
			dataset['contrast'] = dress.hasMoreContrast ? 'more' : 'usual';
			dataset['theme'] = dress.theme;
		};
		// Colours that few ask for come when asked for, and all at once.
		if (dress.theme === 'mono') import('../styles/mono.css').then(put, put);
		else if (dress.hasMoreContrast) import('../styles/contrast.css').then(put, put);
		else put();
	});
}
