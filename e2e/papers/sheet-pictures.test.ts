import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ExportOptions } from '@renkei/shared/exports/export-format.ts';
import { exportFormats } from '@renkei/shared/exports/index.ts';
import type { OpenCanvas } from '@renkei/shared/exports/sheet-canvas.ts';
import { hostileBoard, mitoriBoard, testOptions } from '@renkei/shared/exports/test-boards.ts';
import { iCityMitori } from '@renkei/shared/method/templates/i-city-mitori.ts';
import { boardOf } from '@renkei/shared/method/worksheet/test-board.ts';
import { createBoardFiles } from '../../server/src/http/board-files.ts';
import type { BoardFiles } from '../../server/src/http/board-files.ts';
import { openSheetCanvas } from '../../server/src/http/sheet-canvas.ts';
import { readPixels } from '../support/ink.ts';
import { wordsOnPages } from '../support/paper.ts';
import { sheetFonts } from '../support/sheet-fonts.ts';

let options: ExportOptions;
let files: BoardFiles;
beforeAll(async () => {
	const fonts = await sheetFonts();
	options = { ...testOptions, fonts: async () => fonts, canvas: openSheetCanvas };
	files = createBoardFiles();
});
afterAll(() => files.close());

/** So many copies of every card that one page cannot hold them. */
function crowded(copies: number) {
	const cards = Array.from({ length: copies }, (_, n) =>
		iCityMitori.cards.map((card) => ({ ...card, id: `${card.id}-${n}` }))
	).flat();
	return boardOf({ ...iCityMitori, cards, links: [] });
}

/** Dots per inch as the picture itself says. */
function densityOf(png: Uint8Array): number {
	const at = Buffer.from(png).indexOf('pHYs');
	return Math.round(new DataView(png.buffer, png.byteOffset).getUint32(at + 4) * 0.0254);
}

test('a page of A3 is a picture of 150 dpi that says so, the same bytes every time', async () => {
	const first = await exportFormats.png.write(mitoriBoard, options);
	const again = await exportFormats.png.write(mitoriBoard, options);
	expect(first.kind).toBeUndefined();
	expect(Buffer.from(again.bytes).equals(Buffer.from(first.bytes))).toBe(true);
	const { width, height } = await readPixels(first.bytes);
	expect([width, height, densityOf(first.bytes)]).toEqual([2480, 1754, 150]);
});

test('no picture is finer than 300 dpi', async () => {
	const { bytes } = await exportFormats.png.write(mitoriBoard, { ...options, dpi: 1200 });
	const { width, height } = await readPixels(bytes);
	expect([width, height, densityOf(bytes)]).toEqual([4961, 3508, 300]);
});

test('a few pages stand below each other in one picture', async () => {
	const { bytes, kind } = await exportFormats.png.write(crowded(4), options);
	expect(kind).toBeUndefined();
	const { width, height } = await readPixels(bytes);
	expect(width).toBe(2480);
	expect(height).toBeGreaterThan(2 * 1754);
	expect(width * height).toBeLessThanOrEqual(4096 * 4096);
});

test('many pages come as a zip with a picture of each', async () => {
	const { bytes, kind } = await exportFormats.png.write(crowded(16), options);
	expect(kind).toEqual({ extension: 'zip', mediaType: 'application/zip' });
	const pages = unzipSync(bytes);
	const names = Object.keys(pages);
	expect(names.length).toBeGreaterThan(3);
	expect(names.slice(0, 2)).toEqual(['page-01.png', 'page-02.png']);
	for (const page of Object.values(pages))
		expect(await readPixels(page)).toMatchObject({ width: 2480, height: 1754 });
});

test('a canvas that stays empty, or gives no picture, is no file', async () => {
	const empty: OpenCanvas = async (faces) => {
		const maker = await openSheetCanvas(faces);
		return {
			...maker,
			make: (width, height) => {
				const { context, toPng } = maker.make(width, height);
				context.fillRect = () => {};
				return { context, toPng };
			}
		};
	};
	const blank = { ...options, canvas: empty };
	await expect(exportFormats.png.write(mitoriBoard, blank)).rejects.toThrow('too large');
	const wordless: OpenCanvas = async (faces) => {
		const maker = await openSheetCanvas(faces);
		const toPng = async (): Promise<Uint8Array> => new TextEncoder().encode('data:,');
		return { ...maker, make: (width, height) => ({ ...maker.make(width, height), toPng }) };
	};
	const none = { ...options, canvas: wordless };
	await expect(exportFormats.png.write(mitoriBoard, none)).rejects.toThrow('no picture');
});

test('the thread of the server paints the same picture and knows the second font', async () => {
	const job = {
		sheet: 'worksheet',
		board: hostileBoard,
		paper: 'A3',
		date: '2026-11-22',
		pack: null
	} as const;
	const [png, pdf] = await Promise.all([
		files.write({ ...job, format: 'png' }),
		files.write({ ...job, format: 'pdf' })
	]);
	const here = await exportFormats.png.write(hostileBoard, options);
	expect(Buffer.from(png.bytes).equals(Buffer.from(here.bytes))).toBe(true);
	expect(pdf.missingCharacters).not.toContain('𠮷');
	const [page] = await wordsOnPages(pdf.bytes);
	expect(page?.words).toContain('𠮷野家');
});

test('a sheet of very many pages is painted coarser, and says so', async () => {
	const sizes: number[] = [];
	const canvas: OpenCanvas = async (faces) => {
		const maker = await openSheetCanvas(faces);
		return {
			...maker,
			make: (width, height) => {
				sizes.push(width);
				// The size of the first page is all that is asked; painting a hundred takes a minute.
				throw new Error(`${height} px high`);
			}
		};
	};
	await expect(
		exportFormats.png.write(crowded(60), { ...options, canvas, dpi: 300 })
	).rejects.toThrow('px high');
	expect(sizes[0]).toBeLessThan(4961);
	expect(sizes[0]).toBeGreaterThan(1500);
});
