import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExportOptions } from '@renkei/shared/exports/export-format.ts';
import { exportFormats } from '@renkei/shared/exports/index.ts';
import type { Board } from '@renkei/shared/method/board.ts';
import { cleanText } from '@renkei/shared/method/clean-text.ts';
import type { ExportFormatId, SheetKindId } from '@renkei/shared/method/export-ids.ts';
import { exportFormatIds, sheetKindIds } from '@renkei/shared/method/export-ids.ts';
import { templateIds } from '@renkei/shared/method/templates/template-ids.ts';
import type { Paper } from '@renkei/shared/method/worksheet/sheet-items.ts';
import { sheetKinds } from '@renkei/shared/sheets/index.ts';
import type { Pixels } from '../support/ink.ts';
import { inkIn } from '../support/ink.ts';
import { sheetFonts } from '../support/sheet-fonts.ts';
import type { PrintedPage } from './glyphs.ts';
import { readPrinted } from './glyphs.ts';
import { boardOfCards, boardOfCase, rareBoard } from './paper-boards.ts';
import type { FontChoice, Printed } from './print.ts';
import { Printer, fontChoices } from './print.ts';
import { readSlides } from './read-slides.ts';
import { boxesWithoutInk, inkOutsideShapes } from './slide-ink.ts';
import { kinsokuFaults, leavingBox, linesOnPaper, printedShapes } from './slide-lines.ts';

const boards: Readonly<Record<string, Board>> = {
	...Object.fromEntries(templateIds.map((id) => [id, boardOfCase(id)])),
	'60-cards': boardOfCards(60),
	'120-cards': boardOfCards(120),
	rare: rareBoard
};

interface Job {
	readonly file: string;
	readonly format: ExportFormatId;
	readonly sheet: SheetKindId;
	readonly paper: Paper;
	readonly name: string;
}

/** What LibreOffice is for; the other formats have readers of their own. */
const officeFormats = exportFormatIds.filter((id) =>
	/officedocument/.test(exportFormats[id].mediaType)
);

/** 演習シート of every board on both papers, and every other sheet of one board. */
const jobs: readonly Job[] = officeFormats.flatMap((format) => {
	const { extension, sheets } = exportFormats[format];
	const job = (name: string, sheet: SheetKindId, paper: Paper): Job => ({
		file: `${name}-${sheet}-${paper}-${format}.${extension}`,
		format,
		sheet,
		paper,
		name
	});
	return [
		...Object.keys(boards).flatMap((name) => [
			job(name, 'worksheet', 'A3'),
			job(name, 'worksheet', 'A4')
		]),
		...sheetKindIds
			.filter((sheet) => sheet !== 'worksheet' && sheets?.includes(sheet))
			.map((sheet) => job('c-city-discharge', sheet, 'A4'))
	];
});

const slideJobs = jobs.filter(({ format }) => format === 'pptx');

const date = '2026-11-22';
const minutes = 60_000;
const dpi = 40;
let folder = '';
let printer: Printer;
const files = new Map<string, Uint8Array>();
const printed = new Map<FontChoice, ReadonlyMap<string, Printed>>();

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'renkei-office-'));
	printer = new Printer(folder);
	for (const { file, format, sheet, paper, name } of jobs) {
		const options: ExportOptions = {
			sheet,
			paper,
			date,
			fonts: sheetFonts,
			canvas: () => Promise.reject(new Error('No office format is a picture'))
		};
		files.set(file, (await exportFormats[format].write(boards[name]!, options)).bytes);
	}
	await Promise.all(
		fontChoices.map(async (fonts) => printed.set(fonts, await printer.print(files, fonts)))
	);
}, 5 * minutes);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function packed(text: string): string {
	return cleanText(text).replace(/\s/gu, '');
}

/** Whether the pages say it, on one of them or over the end of one. */
function says(pages: readonly string[], words: string): boolean {
	if (pages.some((page) => page.includes(words))) return true;
	return pages.some((page, index) => {
		const next = pages[index + 1] ?? '';
		for (let cut = 1; cut < words.length; cut += 1)
			if (page.includes(words.slice(0, cut)) && next.includes(words.slice(cut))) return true;
		return false;
	});
}

/** How much ink stands in the outermost millimetres of a page. */
function inkAtEdges(pixels: Pixels, edgeMm: number): number {
	const edge = (edgeMm / 25.4) * dpi;
	const { width, height } = pixels;
	return [
		{ x: 0, y: 0, width, height: edge },
		{ x: 0, y: height - edge, width, height: edge },
		{ x: 0, y: 0, width: edge, height },
		{ x: width - edge, y: 0, width: edge, height }
	].reduce((sum, place) => sum + inkIn(pixels, place), 0);
}

describe.each(fontChoices)('printed by LibreOffice %s', (fonts) => {
	const printedFile = (file: string): Printed => printed.get(fonts)!.get(file)!;

	test.each(officeFormats)(
		'%s says every card of 演習シート character by character',
		async (format) => {
			const missing: string[] = [];
			for (const { file, name } of jobs.filter((job) => job.format === format && isForm(job))) {
				const tellings = await printer.words(printedFile(file));
				for (const { text } of boards[name]!.cards.values())
					if (!tellings.some((pages) => says(pages, packed(text))))
						missing.push(`${file}: ${text}`);
			}
			expect(missing).toEqual([]);
		},
		minutes
	);

	test.each(officeFormats)(
		'%s keeps to its paper, with nothing at the edges',
		async (format) => {
			const faults: string[] = [];
			for (const { file, paper } of jobs.filter((job) => job.format === format)) {
				const pages = await printer.pixels(printedFile(file), dpi);
				if (pages.length === 0) faults.push(`${file} has no page`);
				for (const [index, page] of pages.entries()) {
					if (!isPaper(page, paper)) faults.push(`${file}, page ${index + 1} is no ${paper}`);
					const ink = inkAtEdges(page, 5);
					if (ink > 0) faults.push(`${file}, page ${index + 1}: ${ink} at the edges`);
				}
			}
			expect(faults).toEqual([]);
		},
		minutes
	);

	test(
		'slides say what is in the file, each text in ink inside its box, and draw nothing else',
		async () => {
			const faults: string[] = [];
			for (const job of slideJobs) {
				const slides = readSlides(files.get(job.file)!);
				const one = printedFile(job.file);
				const pages = await printedPages(one);
				const drawn = await printer.pixels(one, dpi);
				if (pages.length !== slides.length) faults.push(`${job.file}: ${pages.length} pages`);
				for (const [index, page] of pages.entries()) {
					const shapes = slides[index] ?? [];
					const texts = printedShapes(shapes, page);
					const boxes = texts.map(({ shape }) => shape);
					const found = [
						...texts.flatMap((text) => leavingBox(text, 0.5)),
						...boxesWithoutInk(drawn[index]!, boxes, dpi)
					];
					// LibreOffice finds its own way for connectors between boxes.
					const outside = isForm(job)
						? inkOutsideShapes(drawn[index]!, shapes, { dpi, toleranceMm: 0.8 })
						: 0;
					if (outside > 0) found.push(`${outside} pixels of no shape`);
					faults.push(...found.map((fault) => `${job.file}, slide ${index + 1}: ${fault}`));
				}
			}
			expect(faults).toEqual([]);
		},
		minutes
	);
});

test(
	'slides with our font break no line where none may break',
	async () => {
		let lines = 0;
		const faults: string[] = [];
		for (const { file } of slideJobs) {
			const slides = readSlides(files.get(file)!);
			const pages = await printedPages(printed.get('with our font')!.get(file)!);
			for (const [index, page] of pages.entries())
				for (const shape of printedShapes(slides[index]!, page)) {
					lines += shape.lines.length;
					faults.push(...kinsokuFaults(shape.lines).map((fault) => `${file}: ${fault}`));
				}
		}
		expect(lines).toBeGreaterThan(1000);
		expect(faults).toEqual([]);
	},
	minutes
);

test(
	'the form on a slide breaks its lines as the paper does, but for those that make room for other fonts',
	async () => {
		const maker = await sheetKinds.worksheet.load();
		const alike: string[] = [];
		const others: string[] = [];
		for (const { file, name, paper } of slideJobs.filter(isForm)) {
			const [slide] = readSlides(files.get(file)!);
			const [page] = await printedPages(printed.get('with our font')!.get(file)!);
			const onPaper = linesOnPaper(maker.layOut(boards[name]!, { paper, date }).pages[0]!);
			const onSlide = printedShapes(slide!, page!).map(({ lines }) =>
				lines.map(({ text }) => text)
			);
			expect(onSlide.map((lines) => lines.join(''))).toEqual(
				onPaper.map((lines) => lines.join(''))
			);
			for (const [index, lines] of onPaper.entries()) {
				if (lines.length < 2) continue;
				const isAlike = onSlide[index]!.join('\n') === lines.join('\n');
				(isAlike ? alike : others).push(lines.join('\n'));
			}
		}
		expect(alike.length + others.length).toBeGreaterThan(250);
		expect(alike.length / (alike.length + others.length)).toBeGreaterThan(0.8);
	},
	minutes
);

function isForm({ sheet }: Job): boolean {
	return sheet === 'worksheet';
}

function isPaper(page: Pixels, paper: Paper): boolean {
	const sides = paper === 'A3' ? [297, 420] : [210, 297];
	const found = [page.width, page.height].sort((a, b) => a - b);
	return sides.every((mm, side) => Math.abs(found[side]! - (mm / 25.4) * dpi) < 2);
}

const read = new Map<string, Promise<readonly PrintedPage[]>>();
function printedPages({ pdf, bytes }: Printed): Promise<readonly PrintedPage[]> {
	const pages = read.get(pdf) ?? readPrinted(bytes);
	read.set(pdf, pages);
	return pages;
}
