import type { Plugin, Rolldown } from 'vite';

/** The parts of a board's page, and the screens that need each; phones never load the canvas. */
const parts = [
	{ module: '/board/BoardPage.svelte', screens: null },
	{ module: '/board/CanvasView.svelte', screens: '(min-width: 641px)' }
] as const;

/**
 * Writes `board.html` beside `index.html`: the same page that also names every file of a board, so that a browser
 * fetches them all at once and not one after the other.
 */
export function boardDocument(): Plugin {
	return {
		name: 'board-document',
		apply: 'build',
		enforce: 'post',
		generateBundle(_options, bundle) {
			const index = bundle['index.html'];
			if (index?.type !== 'asset') throw new Error('The build has no index.html.');
			let page = String(index.source);
			for (const { module, screens } of parts)
				for (const file of filesOf(bundle, module))
					if (!page.includes(`"/${file}"`))
						page = page.replace('</head>', `\t${tag(file, screens)}\n\t</head>`);
			this.emitFile({ type: 'asset', fileName: 'board.html', source: page });
		}
	};
}

/** A module's chunk with all that it imports at once, and their style sheets. */
function filesOf(bundle: Rolldown.OutputBundle, module: string): string[] {
	const first = Object.values(bundle).find(
		(file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(module)
	);
	if (!first) throw new Error(`The build has no chunk for ${module}.`);
	const files = new Set<string>();
	const visit = (name: string): void => {
		const file = bundle[name];
		if (file?.type !== 'chunk' || files.has(name)) return;
		files.add(name);
		for (const sheet of file.viteMetadata?.importedCss ?? []) files.add(sheet);
		for (const other of file.imports) visit(other);
	};
	visit(first.fileName);
	return [...files];
}

function tag(file: string, screens: string | null): string {
	if (file.endsWith('.css')) return `<link rel="stylesheet" crossorigin href="/${file}">`;
	const media = screens === null ? '' : ` media="${screens}"`;
	return `<link rel="modulepreload" crossorigin${media} href="/${file}">`;
}
