import type { Plugin } from 'vite';

/** What stands in for a file of a library; the names are those that the pinned version asks of it. */
const standIns: readonly { readonly file: string; readonly code: string }[] = [
	{
		// Every schema carries a way to it, so no bundler can see that only the server's OpenAPI page goes there.
		file: '/zod/v4/core/to-json-schema.js',
		code: `
			const absent = () => {
				throw new Error('JSON Schema is written by the server only.');
			};
			export const createToJSONSchemaMethod = () => absent;
			export const createStandardJSONSchemaMethod = () => absent;
			export {
				absent as extractDefs,
				absent as finalize,
				absent as handleUnrepresentable,
				absent as initializeContext,
				absent as process,
				absent as processSchema
			};
		`
	},
	{
		// Colours for two warnings of Yjs, with a whole schema library behind them.
		file: '/lib0/logging.js',
		code: `
			export const print = (...parts) => console.info(...parts);
			export const warn = (...parts) => console.warn(...parts);
			export const BOLD = '';
			export const UNBOLD = '';
			export const ORANGE = '';
			export const RED = '';
		`
	}
];

/** Leaves out of the screens what libraries carry for others: some eight kilobytes of what a board loads first. */
export function lighterLibraries(): Plugin {
	return {
		name: 'lighter-libraries',
		apply: 'build',
		enforce: 'pre',
		load: (id) => standIns.find(({ file }) => id.endsWith(file))?.code ?? null
	};
}
