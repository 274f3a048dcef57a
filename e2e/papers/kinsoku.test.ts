import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8 } from 'fflate';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import type { ExportOptions } from '@renkei/shared/exports/export-format.ts';
import { exportFormats } from '@renkei/shared/exports/index.ts';
import type { OpenCanvas } from '@renkei/shared/exports/sheet-canvas.ts';
import type { Board } from '@renkei/shared/method/board.ts';
import { sheetKindIds } from '@renkei/shared/method/export-ids.ts';
import type { SheetKindId } from '@renkei/shared/method/export-ids.ts';
import { cardTypeIds } from '@renkei/shared/method/ids.ts';
import type { Paper } from '@renkei/shared/method/worksheet/sheet-items.ts';
import { boardOf } from '@renkei/shared/method/worksheet/test-board.ts';
import { openSheetCanvas } from '../../server/src/http/sheet-canvas.ts';
import { sheetFonts } from '../support/sheet-fonts.ts';
import type { DrawnPiece } from './broken-words.ts';
import { breaksIn } from './broken-words.ts';
import { readPrinted } from './glyphs.ts';
import { Printer } from './print.ts';
import { readSlides } from './read-slides.ts';
import { printedShapes } from './slide-lines.ts';

const words =
	'家族 看取り ケアマネジャー 入退院支援 訪問看護ステーション 在宅医療・介護連携 ちょっと あっという間 キャッチボール カンファレンス 情報共有シート 多職種 ICT 10人 3.5回 75歳以上 e-mail 90％ 24時間 意向 時々刻々 いすゞ 「もっと聞いてほしかった」 （本人・家族） 【重点】 『手引き』 ①～④ A／B 〔案〕 など、 である。 しかし… とは？ ので、 ます。 について は を に と 在宅／訪問 3～5人 ／月 and/or (ICT) 「SNS」 …そして ￥1,000 電話（090-1234-5678） 10‥20'.split(
		' '
	);

/** Numbers that look drawn by lot and are the same every time. */
function lots(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
		return Math.floor((state / 2 ** 31) * below);
	};
}

/** A board of so many cards with so long texts: more of them make smaller letters, and with that other widths. */
function boardOfLots(cards: number, seed: number): Board {
	const lot = lots(seed);
	return boardOf({
		municipality: 'I市',
		scene: 'endOfLife',
		group: '',
		date: '',
		links: [],
		cards: Array.from({ length: cards }, (_, index) => {
			const length = 4 + lot(18);
			const said = Array.from({ length }, () => words[lot(words.length)]!).join('');
			// A number of its own: a text is found again by its words.
			const text = `${index}番${lot(4) === 0 ? `${said}\n${said}` : said}`;
			return { id: `c${index}`, type: cardTypeIds[index % cardTypeIds.length]!, text };
		})
	});
}

interface Job {
	readonly name: string;
	readonly board: Board;
	readonly sheet: SheetKindId;
	readonly paper: Paper;
}

const jobs: readonly Job[] = sheetKindIds.flatMap((sheet) =>
	(['A3', 'A4'] as const).flatMap((paper) =>
		(sheet === 'worksheet' ? [9, 14, 20, 27, 35, 45, 60, 80] : [9, 27]).map((cards) => ({
			name: `${sheet}-${paper}-${cards}`,
			board: boardOfLots(cards, cards * 7 + (paper === 'A3' ? 1 : 2)),
			sheet,
			paper
		}))
	)
);

function optionsFor({ sheet, paper }: Job): ExportOptions {
	return { sheet, paper, date: '2026-11-22', fonts: sheetFonts, canvas: openSheetCanvas, dpi: 20 };
}

async function pdfPieces(job: Job): Promise<readonly DrawnPiece[]> {
	const { bytes } = await exportFormats.pdf.write(job.board, optionsFor(job));
	return (await readPrinted(bytes)).flatMap(({ glyphs }) => glyphs);
}

async function svgPieces(job: Job): Promise<readonly DrawnPiece[]> {
	const { bytes } = await exportFormats.svg.write(job.board, optionsFor(job));
	const pieces: DrawnPiece[] = [];
	let y = 0;
	let isText = false;
	const parser = new SaxesParser();
	parser.on('opentag', ({ name, attributes }) => {
		if (name === 'text' || name === 'tspan') isText = true;
		if (attributes['y'] !== undefined) y = Number(attributes['y']);
	});
	parser.on('text', (text) => {
		if (isText) pieces.push({ text, y });
	});
	parser.on('closetag', ({ name }) => {
		if (name === 'text') isText = false;
	});
	parser.write(strFromU8(bytes)).close();
	return pieces;
}

/** What the picture painter writes on a canvas, and where. */
async function canvasPieces(job: Job): Promise<readonly DrawnPiece[]> {
	const pieces: DrawnPiece[] = [];
	const canvas: OpenCanvas = async (faces) => {
		const maker = await openSheetCanvas(faces);
		return {
			...maker,
			make: (width, height) => {
				const made = maker.make(width, height);
				let y = 0;
				return {
					...made,
					context: new Proxy(made.context, {
						get: (target, key) => {
							const value: unknown = Reflect.get(target, key, target);
							if (typeof value !== 'function') return value;
							return (...args: readonly unknown[]): unknown => {
								if (key === 'translate') y = Number(args[1]);
								if (key === 'fillText') pieces.push({ text: String(args[0]), y });
								return Reflect.apply(value, target, args);
							};
						},
						set: (target, key, value) => Reflect.set(target, key, value, target)
					})
				};
			}
		};
	};
	await exportFormats.png.write(job.board, { ...optionsFor(job), canvas });
	return pieces;
}

function textsOf({ board }: Job): readonly string[] {
	return [...board.cards.values()].map(({ text }) => text);
}

const painters = { pdf: pdfPieces, svg: svgPieces, png: canvasPieces } as const;

test.each(Object.keys(painters) as (keyof typeof painters)[])(
	'%s breaks no line where none may break, at any width',
	async (format) => {
		let breaks = 0;
		const faults: string[] = [];
		for (const job of jobs) {
			const report = breaksIn(await painters[format](job), textsOf(job));
			breaks += report.breaks;
			faults.push(...report.faults.map((fault) => `${job.name}: ${fault}`));
		}
		expect(faults).toEqual([]);
		expect(breaks).toBeGreaterThan(1000);
	},
	60_000
);

test('slides break no line where none may break, as LibreOffice prints them', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'renkei-kinsoku-'));
	try {
		const files = new Map<string, Uint8Array>();
		for (const job of jobs) {
			const { bytes } = await exportFormats.pptx.write(job.board, optionsFor(job));
			files.set(`${job.name}.pptx`, bytes);
		}
		const printed = await new Printer(folder).print(files, 'with our font');
		let breaks = 0;
		const faults: string[] = [];
		for (const job of jobs) {
			const file = `${job.name}.pptx`;
			const slides = readSlides(files.get(file)!);
			const pages = await readPrinted(printed.get(file)!.bytes);
			const drawn = pages.flatMap((page, index) =>
				printedShapes(slides[index]!, page).flatMap(({ glyphs }) => glyphs)
			);
			const report = breaksIn(drawn, textsOf(job));
			breaks += report.breaks;
			faults.push(...report.faults.map((fault) => `${job.name}: ${fault}`));
		}
		expect(faults).toEqual([]);
		expect(breaks).toBeGreaterThan(1000);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}, 180_000);
