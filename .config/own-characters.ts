import { createHash } from 'node:crypto';
import { glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';
import { readRanges, writeRanges } from './unicode-ranges.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, 'node_modules/.cache/own-characters');
const weights = { 400: '400Regular', 700: '700Bold' } as const;

/**
 * One font file a weight with every character that the product itself shows: the package's slices hold a hundred
 * each, and a board would fetch nearly fifty before it stands. The slices stay for what people write. Joins the
 * sheet `virtual:own-characters.css`, and takes from the slices what it covers.
 */
export function ownCharacters(): Plugin {
	let shown: Promise<ReadonlySet<number>> | null = null;
	return {
		name: 'own-characters',
		enforce: 'pre',
		resolveId: async (id) =>
			id === 'virtual:own-characters.css' ? await writeSheet(await (shown ??= readShown())) : null,
		transform: async (code, id) =>
			id.includes('/@fontsource/') && id.endsWith('.css')
				? withoutShown(code, await (shown ??= readShown()))
				: null,
		// After the scripts: words in another font for a moment are better than no words.
		transformIndexHtml: {
			order: 'post',
			handler: (_page, { bundle = {} }) =>
				Object.keys(bundle)
					.filter((file) => /own-\d+-[^/]+\.woff2$/.test(file))
					.map((file) => ({
						tag: 'link',
						attrs: {
							rel: 'preload',
							as: 'font',
							type: 'font/woff2',
							crossorigin: '',
							href: `/${file}`
						},
						injectTo: 'head'
					}))
		}
	};
}

/** Every printable character in client and shared, with whole kana, ASCII and full-width ASCII. */
async function readShown(): Promise<ReadonlySet<number>> {
	const shown = new Set(readRanges('U+20-7e,U+3041-30ff,U+ff01-ff5e'));
	for await (const file of glob('{client,shared}/src/**/*.{ts,svelte,json}', { cwd: root })) {
		if (file.endsWith('.test.ts')) continue;
		for (const one of await readFile(join(root, file), 'utf8')) shown.add(one.codePointAt(0) ?? 0);
	}
	return new Set([...shown].filter((code) => code >= 0x20).toSorted((a, b) => a - b));
}

/** Writes the fonts and the sheet that names them, once for the same characters; gives the sheet's path. */
async function writeSheet(shown: ReadonlySet<number>): Promise<string> {
	const text = String.fromCodePoint(...shown);
	const folder = join(cache, createHash('sha256').update(text).digest('hex').slice(0, 16));
	const sheet = join(folder, 'own-characters.css');
	if (await readFile(sheet).then(Boolean, () => false)) return sheet;
	await mkdir(folder, { recursive: true });
	const faces: string[] = [];
	for (const [weight, name] of Object.entries(weights)) {
		const font = `node_modules/@expo-google-fonts/biz-udpgothic/${name}/BIZUDPGothic_${name}.ttf`;
		const own = await subsetFont(await readFile(join(root, font)), text, { targetFormat: 'woff2' });
		await writeFile(join(folder, `own-${weight}.woff2`), own);
		faces.push(
			`@font-face{font-family:'BIZ UDPGothic';font-style:normal;font-weight:${weight};font-display:swap;` +
				`src:url(./own-${weight}.woff2) format('woff2');unicode-range:${writeRanges(shown)}}`
		);
	}
	await writeFile(sheet, faces.join('\n'));
	return sheet;
}

/** The slices' sheet for the other characters only; a slice with none left goes, and so does the old format. */
function withoutShown(sheet: string, shown: ReadonlySet<number>): string {
	return sheet.replace(/@font-face\s*\{[^}]*\}/g, (face) => {
		const ranges = /unicode-range:\s*([^;}]+)/.exec(face)?.[1] ?? '';
		const left = readRanges(ranges).filter((code) => !shown.has(code));
		if (left.length === 0) return '';
		return face
			.replace(ranges, writeRanges(left))
			.replace(/, url\([^)]+\.woff\) format\('woff'\)/, '');
	});
}
