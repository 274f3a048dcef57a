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

/** For fonts packed as WOFF2, with a dictionary of half of Europe's words; the fonts of a file are plain. */
const noBrotli = `export default () => { throw new Error('WOFF2 is not read here'); };`;

/** As much of an archive as the maker of slides asks for; its file is unpacked and packed again anyway. */
const smallZip = `
	import { strToU8, zipSync } from 'fflate';
	export default class JSZip {
		#files = {};
		folder() {
			return this;
		}
		file(name, content, options) {
			if (options?.base64) throw new Error('Only text is packed here');
			this.#files[name] = strToU8(content);
			return this;
		}
		async generateAsync({ type }) {
			if (type !== 'uint8array') throw new Error('Only bytes are given here');
			return zipSync(this.#files, { level: 0 });
		}
	}
`;

const lighter: Readonly<Record<string, string>> = {
	'/lib0/logging.js': plainLogging,
	'/brotli/decompress.js': noBrotli,
	'/jszip/dist/jszip.min.js': smallZip
};

/** Leaves out of the screens what a library carries for others, on the page and in the threads that write files. */
export function lighterLibraries(): Plugin {
	return {
		name: 'lighter-libraries',
		apply: 'build',
		enforce: 'pre',
		load: (id) => {
			const found = Object.keys(lighter).find((ending) => id.endsWith(ending));
			return found === undefined ? null : (lighter[found] ?? null);
		}
	};
}
