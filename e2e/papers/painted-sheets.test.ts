import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExportOptions, FontFiles } from '@renkei/shared/exports/export-format.ts';
import { exportFormats } from '@renkei/shared/exports/index.ts';
import { hostileBoard, officeCharacters } from '@renkei/shared/exports/test-boards.ts';
import type { Board } from '@renkei/shared/method/board.ts';
import { sheetKindIds } from '@renkei/shared/method/export-ids.ts';
import { iCityMitori } from '@renkei/shared/method/templates/i-city-mitori.ts';
import { templateIds } from '@renkei/shared/method/templates/template-ids.ts';
import type { SheetLayout } from '@renkei/shared/method/worksheet/sheet-items.ts';
import { boardOf } from '@renkei/shared/method/worksheet/test-board.ts';
import { sheetKinds } from '@renkei/shared/sheets/index.ts';
import { openSheetCanvas } from '../../server/src/http/sheet-canvas.ts';
import { charactersWithoutInk, readPixels, renderPdf } from '../support/ink.ts';
import type { Pixels } from '../support/ink.ts';
import { wordsOnPages } from '../support/paper.ts';
import { sheetFonts } from '../support/sheet-fonts.ts';
import { boardOfCards, boardOfCase } from './paper-boards.ts';

const poppler = 'pdftotext';

/** What no font has, as the files show it. */
const withoutType = /�|👩‍⚕️|✔/gu;

const rareText = `${officeCharacters}𠮷野家・葛󠄀飾区・葛飾区・か゛・㎡・ｶﾞｷﾞ・あ゙・神神`;
const boards: Readonly<Record<string, Board>> = {
	...Object.fromEntries(templateIds.map((id) => [id, boardOfCase(id)])),
	'60 cards': boardOfCards(60),
	'120 cards': boardOfCards(120),
	'rare characters': boardOf({
		...iCityMitori,
		cards: [
			{ id: 'a', type: 'cause', text: rareText },
			{ id: 'b', type: 'theme', text: rareText }
		],
		links: []
	}),
	'what must not break a file': hostileBoard
};

let fonts: FontFiles;
let folder = '';
beforeAll(async () => {
	fonts = await sheetFonts();
	folder = mkdtempSync(join(tmpdir(), 'renkei-papers-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function optionsFor(options: Pick<ExportOptions, 'sheet' | 'paper'>): ExportOptions {
	return { ...options, date: '2026-11-22', fonts: async () => fonts, canvas: openSheetCanvas };
}

async function layOut(board: Board, options: ExportOptions): Promise<SheetLayout> {
	return (await sheetKinds[options.sheet].load()).layOut(board, options);
}

/** The words of each page in the order of its items, white space put aside because lines break anywhere. */
function wordsOf({ pages }: SheetLayout): readonly string[] {
	return pages.map((items) =>
		items
			.flatMap((item) => (item.kind === 'text' ? [item.text] : []))
			.join('')
			.replace(withoutType, '〓')
			.replace(/\s/gu, '')
	);
}

/** The words of a PDF by poppler, where it is installed: a second opinion on what its fonts say. */
function wordsByPoppler(bytes: Uint8Array): string | null {
	const file = join(folder, 'sheet.pdf');
	writeFileSync(file, bytes);
	const { error, stdout } = spawnSync(poppler, ['-raw', '-enc', 'UTF-8', file, '-']);
	return error ? null : stdout.toString('utf8').replace(/\s/gu, '');
}

describe.each(sheetKindIds)('%s', (sheet) => {
	test.each(Object.keys(boards))(
		'as a PDF says of %s what the layout says, character by character',
		async (name) => {
			const board = boards[name]!;
			for (const paper of ['A3', 'A4'] as const) {
				const options = optionsFor({ sheet, paper });
				const { bytes } = await exportFormats.pdf.write(board, options);
				const expected = wordsOf(await layOut(board, options));
				const pages = await wordsOnPages(bytes);
				expect(pages.map(({ words }) => words)).toEqual(expected);
				expect(wordsByPoppler(bytes) ?? expected.join('')).toBe(expected.join(''));
			}
		}
	);

	test.each(['60 cards', 'rare characters', 'what must not break a file'])(
		'of %s has ink for every character, as a PDF and as a picture',
		async (name) => {
			const board = boards[name]!;
			const options = { ...optionsFor({ sheet, paper: 'A3' }), dpi: 96 };
			const layout = await layOut(board, options);
			const pdf = await renderPdf((await exportFormats.pdf.write(board, options)).bytes, 96);
			expect(pdf).toHaveLength(layout.pages.length);
			for (const [index, items] of layout.pages.entries())
				expect(charactersWithoutInk(pdf[index]!, items, { dpi: 96 })).toEqual([]);

			const { bytes, kind } = await exportFormats.png.write(board, options);
			if (kind) return;
			const picture = await readPixels(bytes);
			for (const [index, items] of layout.pages.entries()) {
				const topMm = index * (layout.heightMm + 8);
				expect(charactersWithoutInk(picture, items, { dpi: 96, topMm })).toEqual([]);
			}
		},
		60_000
	);
});

test('a page without ink is found out', async () => {
	const layout = await layOut(boards['60 cards']!, optionsFor({ sheet: 'worksheet', paper: 'A3' }));
	const blank: Pixels = { width: 1587, height: 1123, brightness: new Uint8Array(1587 * 1123) };
	const [items = []] = layout.pages;
	const characters = items.flatMap((item) =>
		item.kind === 'text' ? Array.from(item.text.replace(/\s/gu, '')) : []
	);
	expect(charactersWithoutInk(blank, items, { dpi: 96 })).toHaveLength(characters.length);
});
