import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const jsonSchema = 'JSON Schema is written by the server only.';

/**
 * Files of libraries that no screen ever runs, though no bundler can see it: every zod schema carries a way to the
 * writer of JSON Schema, which only the server's OpenAPI page goes, and words for errors, which we never show.
 */
const unused: Readonly<Record<string, string>> = {
	'/zod/v4/core/to-json-schema.js': jsonSchema,
	'/zod/v4/core/json-schema-processors.js': jsonSchema,
	'/zod/v4/locales/en.js': ''
};

/** Colours for two warnings of Yjs, with a whole schema library behind them. */
const plainLogging = `
	export const print = (...parts) => console.info(...parts);
	export const warn = (...parts) => console.warn(...parts);
	export const BOLD = '';
	export const UNBOLD = '';
	export const ORANGE = '';
	export const RED = '';
`;

/** Leaves out of the screens what libraries carry for others: some twelve kilobytes of what a board loads first. */
export function lighterLibraries(): Plugin {
	return {
		name: 'lighter-libraries',
		apply: 'build',
		enforce: 'pre',
		load: async (id) => {
			if (id.endsWith('/lib0/logging.js')) return plainLogging;
			for (const [file, complaint] of Object.entries(unused))
				if (id.endsWith(file)) return emptied(await readFile(id, 'utf8'), complaint);
			return null;
		}
	};
}

/** A module with the same names and nothing behind them; who calls one is told why, or gets nothing. */
function emptied(code: string, complaint: string): string {
	const names = [...code.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name);
	const renamed = [...code.matchAll(/^export \{ \w+ as (\w+) \}/gm)].map(([, name]) => name);
	const body = complaint === '' ? 'return {};' : `throw new Error(${JSON.stringify(complaint)});`;
	// The two that make a method are called for every schema; only the method itself may complain.
	const made = ['createToJSONSchemaMethod', 'createStandardJSONSchemaMethod'];
	return [
		`const absent = () => { ${body} };`,
		...(/^export default/m.test(code) ? ['export default absent;'] : []),
		...[...names, ...renamed].map(
			(name) => `export const ${name} = ${made.includes(name ?? '') ? '() => absent' : 'absent'};`
		)
	].join('\n');
}
