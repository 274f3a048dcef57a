import type { Plugin } from 'vite';

/** Colours for two warnings of Yjs, with a whole schema library behind them. */
const plainLogging = `
	export const print = (...parts) => console.info(...parts);
	export const warn = (...parts) => console.warn(...parts);
	export const BOLD = '';
	export const UNBOLD = '';
	export const ORANGE = '';
	export const RED = '';
`;

/** Leaves out of the screens what a library carries for others: five kilobytes of what a board loads first. */
export function lighterLibraries(): Plugin {
	return {
		name: 'lighter-libraries',
		apply: 'build',
		enforce: 'pre',
		load: (id) => (id.endsWith('/lib0/logging.js') ? plainLogging : null)
	};
}
