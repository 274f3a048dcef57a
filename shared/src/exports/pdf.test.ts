import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { create } from 'fontkit';
import { unzlibSync } from 'fflate';
import { afterEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { readBoard } from '../document/read-board.ts';
import { encodeStart } from '../document/templates.ts';
import type { Board } from '../method/board.ts';
import { cleanText } from '../method/clean-text.ts';
import { turnsInOrder } from '../method/dialogue.ts';
import { iCityMitori } from '../method/templates/i-city-mitori.ts';
import { lineWidthEm } from '../method/worksheet/break-lines.ts';
import { boardOf } from '../method/worksheet/test-board.ts';
import type { ExportOptions, FontFiles } from './export-format.ts';
import { openFont } from './fonts.ts';
import { regularAdvances } from '../method/worksheet/font-advances.ts';
import { writePdf } from './pdf.ts';
import { hostileBoard, mitoriBoard, officeCharacters, testOptions } from './test-boards.ts';

const files: FontFiles = {
	regular: read('@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf'),
	bold: read('@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf'),
	second: async (weight) =>
		read(
			weight === 'bold'
				? '@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf'
				: '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'
		)
};

function read(name: string): Uint8Array {
	return new Uint8Array(readFileSync(fileURLToPath(import.meta.resolve(name))));
}

afterEach(() => {
	vi.useRealTimers();
});

async function readPdf(bytes: Uint8Array) {
	const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
	const pages: string[] = [];
	for (let number = 1; number <= pdf.numPages; number += 1) {
		const content = await (
			await pdf.getPage(number)
		).getTextContent({ disableNormalization: true });
		pages.push(content.items.flatMap((item) => ('str' in item ? [item.str] : [])).join(''));
	}
	const info = new Map<string, unknown>(Object.entries((await pdf.getMetadata()).info));
	const viewport = (await pdf.getPage(1)).getViewport({ scale: 1 });
	await pdf.loadingTask.destroy();
	return { pages, info, size: [viewport.width, viewport.height] };
}

async function write(board: Board, options: Partial<ExportOptions> = {}) {
	return writePdf(board, { ...testOptions, fonts: () => Promise.resolve(files), ...options });
}

/** The text without white space: lines are broken anywhere. */
function packed(text: string): string {
	return text.replace(/\s/gu, '');
}

describe('the I市 board as a PDF', () => {
	test.each(['A3', 'A4'] as const)('says every card in full on one page of %s', async (paper) => {
		const { bytes, missingCharacters } = await write(mitoriBoard, { paper });
		const { pages, size } = await readPdf(bytes);
		expect(pages).toHaveLength(1);
		const text = packed(pages[0]!);
		for (const card of mitoriBoard.cards.values()) expect(text).toContain(packed(card.text));
		for (const word of ['看取り', 'I市', '3卓', '令和4年12月', '医師・訪問看護師'])
			expect(text).toContain(word);
		expect(missingCharacters).toEqual([]);
		const [width, height] = paper === 'A3' ? [420, 297] : [297, 210];
		expect(size[0]).toBeCloseTo((width / 25.4) * 72, 1);
		expect(size[1]).toBeCloseTo((height / 25.4) * 72, 1);
	});

	test('stays below 150 KB and carries title and language', async () => {
		const { bytes } = await write(mitoriBoard);
		expect(bytes.length).toBeLessThan(150 * 1024);
		const { info } = await readPdf(bytes);
		expect(info.get('Title')).toBe('看取りに関する思考の展開（Ⅰ市）');
		expect(info.get('Language')).toBe('ja-JP');
	});

	test('has the conversation on pages behind the sheet, where there was one', async () => {
		const doc = new Y.Doc();
		const head = { title: '見本', scene: 'discharge' };
		const author = { participant: 'p1', profession: null, now: 1_800_000_000_000 };
		Y.applyUpdate(doc, encodeStart('c-city-discharge', head, author));
		const board = readBoard(doc);
		const { pages } = await readPdf((await write(board)).bytes);
		const alone = await readPdf((await write({ ...board, records: new Map() })).bytes);
		expect(pages.length).toBeGreaterThan(alone.pages.length);
		const record = packed(pages.slice(alone.pages.length).join(''));
		expect(record).toContain('やり取りの記録');
		for (const { question, answer } of turnsInOrder(board))
			for (const line of [question, ...answer.split('\n')])
				expect(record).toContain(packed(line).slice(0, 10));
	});

	test('has the same bytes for the same board and date, in whatever order the cards came', async () => {
		vi.useFakeTimers({ toFake: ['Date'], now: 0 });
		const first = await write(mitoriBoard);
		vi.setSystemTime(1e12);
		const shuffled = { ...mitoriBoard, cards: new Map([...mitoriBoard.cards].reverse()) };
		const again = await write(shuffled);
		const later = await write(mitoriBoard, { date: '2026-11-23' });
		expect(Buffer.from(again.bytes).equals(Buffer.from(first.bytes))).toBe(true);
		expect(Buffer.from(later.bytes).equals(Buffer.from(first.bytes))).toBe(false);
	});

	test('has ink: every character of both weights has an outline in the embedded fonts', async () => {
		const { bytes } = await write(mitoriBoard);
		const fonts = embeddedFonts(bytes);
		expect(fonts).toHaveLength(2);
		const used = new Set(packed((await readPdf(bytes)).pages[0]!));
		for (const font of fonts) {
			// The first glyph is the font's own box for what is missing.
			const blank = font.slice(1).filter((outline) => outline === 0);
			// A space and the ideographic space are the only glyphs without ink.
			expect(blank.length).toBeLessThanOrEqual(2);
		}
		const outlines = fonts.reduce((sum, font) => sum + font.length, 0);
		expect(outlines).toBeGreaterThanOrEqual(used.size);
	});
});

test('characters of Japanese offices come out of the PDF as they went in', async () => {
	const card = { id: 'a', type: 'cause', text: `${officeCharacters}office` } as const;
	const board = boardOf({ ...iCityMitori, cards: [card], links: [] });
	const { bytes, missingCharacters } = await write(board);
	expect(missingCharacters).toEqual([]);
	expect(packed((await readPdf(bytes)).pages.join(''))).toContain(`${officeCharacters}office`);
});

test('hostile texts neither break the file nor lose their other characters', async () => {
	const { bytes, missingCharacters } = await write(hostileBoard);
	const text = packed((await readPdf(bytes)).pages.join(''));
	expect(text).toContain('𠮷野家と〓と〓と葛󠄀飾区');
	expect(missingCharacters).toEqual(['�', '👩‍⚕️', '✔']);
	for (const card of hostileBoard.cards.values()) {
		const expected = packed(cleanText(card.text)).replace(/�|👩‍⚕️|✔/gu, '〓');
		expect(text).toContain(expected);
	}
});

test('a board of 120 cards takes more pages and loses none of them', async () => {
	const cards = [0, 1, 2, 3].flatMap((n) =>
		iCityMitori.cards.map((card) => ({ ...card, id: `${card.id}-${n}`, text: `${n}${card.text}` }))
	);
	const board = boardOf({ ...iCityMitori, cards, links: [] });
	const { bytes } = await write(board);
	const { pages } = await readPdf(bytes);
	expect(pages.length).toBeGreaterThan(1);
	const text = packed(pages.join(''));
	for (const card of cards) expect(text).toContain(packed(card.text));
});

test('what the font lays out is as wide as the line breaker reckons', () => {
	const font = openFont(files.regular);
	const laidOut = (text: string): number => font.layout(text).advanceWidth / font.unitsPerEm;
	for (const text of [...iCityMitori.cards.map((card) => card.text), officeCharacters, 'AV To 1/2'])
		expect(laidOut(text)).toBeCloseTo(lineWidthEm(text, regularAdvances), 6);
	// Ligatures are the one thing that differs, and they only make a line shorter.
	expect(laidOut('fi ffl')).toBeLessThan(lineWidthEm('fi ffl', regularAdvances));
});

/** For each font embedded in a PDF, how many drawing commands each of its glyphs has. */
function embeddedFonts(bytes: Uint8Array): number[][] {
	const source = Buffer.from(bytes);
	const text = source.toString('latin1');
	const found: number[][] = [];
	for (const { index } of text.matchAll(/stream\r?\n/g)) {
		if (text.slice(index - 3, index) === 'end') continue;
		const start = text.indexOf('\n', index) + 1;
		const stream = inflate(source.subarray(start, text.indexOf('endstream', start)));
		if (stream === null || !isTrueType(stream)) continue;
		const font = create(stream);
		if ('fonts' in font || font.numGlyphs === undefined) continue;
		found.push(
			Array.from({ length: font.numGlyphs }, (_, id) => font.getGlyph(id).path.commands.length)
		);
	}
	return found;
}

function inflate(data: Uint8Array): Uint8Array | null {
	try {
		return unzlibSync(data);
	} catch {
		return null;
	}
}

function isTrueType(data: Uint8Array): boolean {
	return Buffer.from(data.subarray(0, 4)).toString('latin1') === 'true';
}
