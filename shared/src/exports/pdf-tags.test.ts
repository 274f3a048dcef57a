import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { sheetKindIds } from '../method/export-ids.ts';
import { sheetKinds } from '../sheets/index.ts';
import type { ExportOptions } from './export-format.ts';
import { writePdf } from './pdf.ts';
import { hostileBoard, mitoriBoard, testOptions } from './test-boards.ts';

const read = (name: string): Uint8Array =>
	new Uint8Array(
		readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/${name}.ttf`)))
	);
const files = {
	regular: read('biz-udpgothic/400Regular/BIZUDPGothic_400Regular'),
	bold: read('biz-udpgothic/700Bold/BIZUDPGothic_700Bold'),
	second: () => Promise.reject(new Error('The second font did not arrive'))
};
const options: ExportOptions = { ...testOptions, fonts: async () => files };

interface Node {
	readonly role?: string;
	readonly children?: readonly Node[];
	readonly id?: string;
	readonly type?: string;
	readonly alt?: string;
}

/** The elements of a page in the order of reading: role and words; and what is marked as decoration. */
async function readTags(bytes: Uint8Array) {
	const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
	const elements: { page: number; role: string; words: string }[] = [];
	const decoration: string[] = [];
	const roots: string[] = [];
	const figures: string[] = [];
	for (let number = 1; number <= pdf.numPages; number += 1) {
		const page = await pdf.getPage(number);
		const { items } = await page.getTextContent({
			includeMarkedContent: true,
			disableNormalization: true
		});
		const words = new Map<string, string>();
		const open: string[] = [];
		for (const item of items) {
			if (!('str' in item)) {
				if (item.type === 'endMarkedContent') open.pop();
				else open.push(item.id ?? 'decoration');
				continue;
			}
			const mark = open.at(-1) ?? 'nothing';
			words.set(mark, (words.get(mark) ?? '') + item.str);
		}
		expect(words.get('nothing') ?? '').toBe('');
		decoration.push(words.get('decoration') ?? '');
		const walk = (node: Node, roles: readonly string[]): void => {
			if (node.type === 'content') {
				const said = words.get(node.id ?? '') ?? '';
				const role = roles.at(-1) ?? '';
				elements.push({ page: number - 1, role, words: said.replace(/\s/gu, '') });
				return;
			}
			if (node.role === 'Figure') figures.push(node.alt ?? '');
			for (const child of node.children ?? [])
				walk(child, node.role ? [...roles, node.role] : roles);
		};
		const tree = (await page.getStructTree()) as Node | null;
		for (const child of tree?.children ?? []) roots.push(child.role ?? '');
		if (tree) walk(tree, []);
	}
	const outline = ((await pdf.getOutline()) ?? []) as readonly { title: string; dest: unknown }[];
	const bookmarks = await Promise.all(
		outline.map(async ({ title, dest }) => ({
			title,
			page: await pdf.getPageIndex((dest as [{ num: number; gen: number }])[0])
		}))
	);
	const info = await pdf.getMetadata();
	const marks = await pdf.getMarkInfo();
	await pdf.loadingTask.destroy();
	return { elements, decoration, figures, roots, bookmarks, info, marks };
}

describe.each(sheetKindIds)('the tags of %s', (sheet) => {
	test('hold every word that is not decoration once, in the order of the layout', async () => {
		const layout = (await sheetKinds[sheet].load()).layOut(mitoriBoard, { ...options });
		const { bytes } = await writePdf(mitoriBoard, { ...options, sheet });
		const { elements, roots, bookmarks, marks } = await readTags(bytes);
		expect(marks).toMatchObject({ Marked: true });
		expect(new Set(roots)).toEqual(new Set(['Document']));
		const read = layout.pages.flatMap((items) =>
			items.flatMap((item) =>
				item.kind === 'text' && item.role !== 'decoration' ? [item.text] : []
			)
		);
		expect(elements.map(({ words }) => words).join('')).toBe(read.join('').replace(/\s/gu, ''));
		expect(bookmarks).toEqual(layout.bookmarks);
	});
});

test('a worksheet is read as headings and statements', async () => {
	const { elements, decoration } = await readTags((await writePdf(mitoriBoard, options)).bytes);
	expect(elements[0]).toMatchObject({ role: 'H1', words: '演習シート' });
	const headings = elements.filter(({ role }) => role === 'H2').map(({ words }) => words);
	expect(headings).toContain('5対策');
	const statements = elements.filter(({ role }) => role === 'P').map(({ words }) => words);
	expect(statements).toContain('③本人が衰弱してくると家族は不安になる');
	expect(statements).toContain(
		'家族に対し、専門職が看取りに関するプロセスを十分説明しきれていないために、家族の不安が高まってしまうこと'
	);
	expect(decoration.join('')).not.toContain('本人');
});

test('the arrows of 原因と結果 are told in words', async () => {
	const { bytes } = await writePdf(mitoriBoard, { ...options, sheet: 'causes' });
	const { figures } = await readTags(bytes);
	expect(figures).toHaveLength(1);
	expect(figures[0]).toContain(
		'「本人の状態の変化」から「③本人が衰弱してくると家族は不安になる」へ'
	);
});

test('a title with signs of markup leaves the metadata well-formed', async () => {
	const { bytes } = await writePdf(hostileBoard, options);
	const xmp = new TextDecoder().decode(bytes).match(/<x:xmpmeta[^]*<\/x:xmpmeta>/)?.[0] ?? '';
	expect(xmp).toContain('&amp;amp;&quot;');
	const { info } = await readTags(bytes);
	expect(info.metadata?.get('dc:title')).toContain('＜市＞&amp;"\'');
	expect(info.info).toMatchObject({ Language: 'ja-JP', Title: expect.stringContaining('&amp;"') });
});

test('without the second font a sheet is written all the same, and says what it lacks', async () => {
	const { missingCharacters } = await writePdf(hostileBoard, options);
	expect(missingCharacters).toContain('𠮷');
});
