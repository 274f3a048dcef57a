import { MediaQuery } from 'svelte/reactivity';
import type { Preferences } from './preferences.svelte.ts';

/** What a person may choose; `auto` is what the device asks for. */
export const themeChoices = ['auto', 'light', 'dark'] as const;

/** The colours a screen wears: a theme, and whether its contrast is raised. */
export interface Dress {
	readonly theme: 'light' | 'dark' | 'mono';
	readonly hasMoreContrast: boolean;
}

const asksForDark = new MediaQuery('(prefers-color-scheme: dark)');
const asksForContrast = new MediaQuery('(prefers-contrast: more)');

class MonochromeCheck {
	/** 白黒で見る: for a look only, so it is kept nowhere. */
	isOn = $state.raw(false);
}

/** Whether this screen shows just now how the board prints in black and white. */
export const monochromeCheck = new MonochromeCheck();

/** What the screen is to wear, by choice and by what the device asks for; read in an effect it is followed. */
export function dressOf({ theme, hasMoreContrast }: Preferences): Dress {
	if (monochromeCheck.isOn) return { theme: 'mono', hasMoreContrast: false };
	// A word of another version of the program is no choice.
	const isDark = theme === 'light' ? false : theme === 'dark' || asksForDark.current;
	return {
		theme: isDark ? 'dark' : 'light',
		hasMoreContrast: hasMoreContrast || asksForContrast.current
	};
}
