import type { Plugin } from 'vite';

const dark = /\[data-theme='dark'\] (\{[^}]*\})/;

/**
 * Gives the dark tokens also to pages that nobody has chosen a theme for, where the device asks for dark: by the style
 * sheet alone, so that no page flashes and the pages of phones carry no script for it.
 */
export function deviceTheme(): Plugin {
	return {
		name: 'device-theme',
		enforce: 'pre',
		transform: (code, id) => (id.endsWith('/styles/tokens.css') ? withDeviceTheme(code) : null)
	};
}

/** The sheet of tokens with the dark ones twice: by name, and by what the device asks for. */
export function withDeviceTheme(sheet: string): string {
	const tokens = dark.exec(sheet)?.[1];
	if (tokens === undefined) throw new Error('The tokens have no dark theme.');
	return `${sheet}\n@media screen and (prefers-color-scheme: dark) {\n:root:not([data-theme]) ${tokens}\n}\n`;
}
