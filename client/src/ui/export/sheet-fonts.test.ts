import { afterEach, beforeEach, expect, test, vi } from 'vitest';

let asked: string[] = [];
let isCut = false;

beforeEach(() => {
	asked = [];
	isCut = false;
	vi.resetModules();
	vi.stubGlobal('fetch', async (url: string) => {
		if (isCut) throw new TypeError('no line');
		asked.push(url.replace(/^.*\/|\?.*$/g, ''));
		return new Response(new Uint8Array([asked.length]));
	});
});
afterEach(() => void vi.unstubAllGlobals());

const main = ['BIZUDPGothic_400Regular.ttf', 'BIZUDPGothic_700Bold.ttf'];
const second = ['NotoSansJP_400Regular.ttf', 'NotoSansJP_700Bold.ttf'];

test('the second font is fetched ahead for rare kanji only', async () => {
	const { loadFontsAhead } = await import('./sheet-fonts.ts');
	await loadFontsAhead('髙﨑さん、叱る');
	expect(asked.sort()).toEqual(main);
	await loadFontsAhead('𠮷野家');
	expect(asked.sort()).toEqual([...main, ...second]);
});

test('every font is fetched once, and handed out as the same bytes', async () => {
	const { loadSheetFonts } = await import('./sheet-fonts.ts');
	const [one, other] = await Promise.all([loadSheetFonts(() => {}), loadSheetFonts(() => {})]);
	expect(other.regular).toBe(one.regular);
	expect(await other.second('bold')).toBe(await one.second('bold'));
	expect(asked).toHaveLength(3);
});

test('a font that did not arrive is asked for again', async () => {
	const { loadSheetFonts } = await import('./sheet-fonts.ts');
	isCut = true;
	await expect(loadSheetFonts(() => {})).rejects.toThrow('no line');
	isCut = false;
	const files = await loadSheetFonts(() => {});
	isCut = true;
	await expect(files.second('regular')).rejects.toThrow('no line');
	isCut = false;
	expect(await files.second('regular')).toHaveLength(1);
});
