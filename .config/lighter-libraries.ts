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

/** For tabs that speak to each other past the server; ours never do. */
const noChannel = `
	export const publish = () => {};
	export const subscribe = () => {};
	export const unsubscribe = () => {};
`;

/** Dates and addresses that tell who looks at them when they change; ours are replaced instead. */
const noReactive = (name: string): string => `
	export const REPLACE = Symbol('replace');
	export const ${name} = class {
		constructor() {
			throw new Error('${name} is left out of the screens');
		}
	};
`;

/** For shapes that are dragged by the library; here the tools do that, and no shape listens. */
const noDragging = `
	const never = () => {};
	export const DD = {
		isDragging: false,
		node: undefined,
		_dragElements: new Map(),
		_listenToWindow: never,
		_endDragBefore: never,
		_endDragAfter: never
	};
`;

/** For shapes that take hold of a pointer. */
const noPointerCapture = `
	export const getCapturedShape = () => undefined;
	export const hasPointerCapture = () => false;
	export const setPointerCapture = () => {};
	export const releaseCapturesOf = () => {};
	export const releaseCapture = () => {};
`;

/** For components that are elements of their own, with a whole older way of making components behind them. */
const noCustomElements = `
	export const create_custom_element = () => {
		throw new Error('Custom elements are left out of the screens');
	};
`;

const lighter: Readonly<Record<string, string>> = {
	'/lib0/logging.js': plainLogging,
	'/lib0/broadcastchannel.js': noChannel,
	'/svelte/src/reactivity/date.js': noReactive('SvelteDate'),
	'/svelte/src/reactivity/url.js': noReactive('SvelteURL'),
	'/svelte/src/reactivity/url-search-params.js': noReactive('SvelteURLSearchParams'),
	'/svelte/src/internal/client/dom/elements/custom-element.js': noCustomElements,
	'/konva/lib/DragAndDrop.js': noDragging,
	'/konva/lib/PointerEvents.js': noPointerCapture,
	'/brotli/decompress.js': noBrotli,
	'/jszip/dist/jszip.min.js': smallZip
};

/** The names of all of CSS's colours, for filters and tweens. */
const konvaColours = { file: '/konva/lib/Util.js', table: /COLORS = \{[^}]*\}/ };

/** Leaves out of the screens what a library carries for others, on the page and in the threads that write files. */
export function lighterLibraries(): Plugin {
	return {
		name: 'lighter-libraries',
		apply: 'build',
		enforce: 'pre',
		load: (id) => {
			const found = Object.keys(lighter).find((ending) => id.endsWith(ending));
			return found === undefined ? null : (lighter[found] ?? null);
		},
		transform: (code, id) => {
			if (!id.endsWith(konvaColours.file)) return null;
			if (!konvaColours.table.test(code)) throw new Error(`${id} has no table of colours.`);
			return { code: code.replace(konvaColours.table, 'COLORS = {}'), map: null };
		}
	};
}
