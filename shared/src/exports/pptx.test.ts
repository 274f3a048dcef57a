import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { cleanText } from '../method/clean-text.ts';
import type { SheetKindId } from '../method/export-ids.ts';
import { sheetKindIds } from '../method/export-ids.ts';
import { iCityMitori } from '../method/templates/i-city-mitori.ts';
import { boardOf } from '../method/worksheet/test-board.ts';
import { notAtEnd, notAtStart } from '../method/worksheet/break-lines.ts';
import { sheetKinds } from '../sheets/index.ts';
import { writePptx } from './pptx.ts';
import { elementsOf } from './test-elements.ts';
import type { Element } from './test-elements.ts';
import { hostileBoard, mitoriBoard, testOptions } from './test-boards.ts';

function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
	return new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

function slidesOf(parts: ReadonlyMap<string, string>): Element[][] {
	const names = [...parts.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
	return names.map((_, index) => elementsOf(parts.get(`ppt/slides/slide${index + 1}.xml`)!));
}

function isWithin(element: Element, name: string): boolean {
	return element.name === name || (element.parent !== null && isWithin(element.parent, name));
}

/** The words of each text box, its paragraphs parted by line ends. */
function boxesOf(slide: readonly Element[]): string[] {
	const bodies = slide.filter(({ name }) => name === 'p:txBody');
	return bodies.map((body) =>
		slide
			.filter(({ name, parent }) => name === 'a:p' && parent === body)
			.map((paragraph) =>
				slide
					.filter(({ name, parent }) => name === 'a:t' && parent?.parent === paragraph)
					.map(({ text }) => text)
					.join('')
			)
			.join('\n')
	);
}

afterEach(() => {
	vi.useRealTimers();
});

const write = async (board = mitoriBoard, options: Partial<typeof testOptions> = {}) =>
	(await writePptx(board, { ...testOptions, ...options })).bytes;

describe.each(sheetKindIds)('the package of %s', (sheet) => {
	test('is well-formed, every part is named once and every relation leads somewhere', async () => {
		for (const board of [mitoriBoard, hostileBoard]) {
			const parts = partsOf(await write(board, { sheet }));
			for (const xml of parts.values()) elementsOf(xml);
			const types = elementsOf(parts.get('[Content_Types].xml')!);
			const overrides = types
				.filter(({ name }) => name === 'Override')
				.map(({ attributes }) => attributes['PartName']!.slice(1));
			const typed = [...parts.keys()].filter((name) => !/(?:\.rels|\]\.xml)$/.test(name));
			expect(overrides.toSorted()).toEqual(typed.toSorted());
			for (const [name, xml] of parts) {
				if (!name.endsWith('.rels')) continue;
				const folder = name.replace(/_rels\/[^/]*$/, '');
				for (const { name: tag, attributes } of elementsOf(xml)) {
					if (tag !== 'Relationship') continue;
					const target = new URL(attributes['Target']!, `file:///${folder}`).pathname.slice(1);
					expect([...parts.keys()]).toContain(target);
				}
			}
		}
	});

	test('shows every page of the sheet, each with one title and no id twice', async () => {
		const slides = slidesOf(partsOf(await write(mitoriBoard, { sheet })));
		const maker = await sheetKinds[sheet].load();
		const { pages } = maker.layOut(mitoriBoard, testOptions);
		expect(slides.length).toBeGreaterThanOrEqual(pages.length);
		for (const slide of slides) {
			const titles = slide.filter(
				({ name, attributes }) => name === 'p:ph' && attributes['type'] === 'title'
			);
			expect(titles).toHaveLength(1);
			const ids = slide
				.filter(({ name }) => name === 'p:cNvPr')
				.map(({ attributes }) => attributes['id']);
			expect(new Set(ids).size).toBe(ids.length);
		}
	});
});

test('a running text is one box, whole, with the line ends people typed', async () => {
	const text = '一行目は長くて何行にもなる文であり、途中で折り返して読まれるものです。\n二行目';
	const card = { id: 'a', type: 'cause', text } as const;
	const board = boardOf({ ...iCityMitori, cards: [card], links: [] });
	const [overview, ...blocks] = slidesOf(partsOf(await write(board)));
	expect(boxesOf(overview!)).toContain(text);
	expect(blocks.flatMap(boxesOf)).toContain(text);
});

test('every card is said in full on the form, and once more in letters a hall can read', async () => {
	const slides = slidesOf(partsOf(await write()));
	const [overview, ...blocks] = slides.map(boxesOf);
	for (const { text } of mitoriBoard.cards.values()) {
		expect(overview!.some((box) => box.includes(text))).toBe(true);
		expect(blocks.flat().some((box) => box.includes(text))).toBe(true);
	}
	// 14 pt on a slide of 7.5 inches.
	const least = (14 / (7.5 * 25.4)) * 297 * 100 * 0.8;
	const sizes = slides
		.slice(1)
		.flat()
		.filter(({ name, parent }) => name === 'a:rPr' && parent?.name === 'a:r')
		.map(({ attributes }) => Number(attributes['sz']));
	expect(Math.min(...sizes)).toBeGreaterThanOrEqual(least);
});

test('words are Japanese in our font for both scripts, with 禁則 and without shrinking to fit', async () => {
	const parts = partsOf(await write());
	for (const slide of slidesOf(parts)) {
		for (const element of slide.filter(({ name }) => name === 'a:rPr')) {
			expect(element.attributes['lang']).toBe('ja-JP');
			const fonts = slide.filter(
				({ name, parent }) => /^a:(?:latin|ea)$/.test(name) && parent === element
			);
			expect(fonts.map(({ attributes }) => attributes['typeface'])).toEqual([
				'BIZ UDPゴシック',
				'BIZ UDPゴシック'
			]);
			expect(fonts.every(({ attributes }) => attributes['charset'] === '-128')).toBe(true);
		}
		expect(slide.some(({ name }) => /^a:(?:norm|sp)AutoFit$|^a:normAutofit$/.test(name))).toBe(
			false
		);
	}
	const presentation = elementsOf(parts.get('ppt/presentation.xml')!);
	const kinsoku = presentation.find(({ name }) => name === 'p:kinsoku');
	expect(kinsoku?.attributes['invalStChars']).toBe(notAtStart);
	expect(kinsoku?.attributes['invalEndChars']).toBe(notAtEnd);
	const order = presentation.filter(({ parent }) => parent?.name === 'p:presentation');
	expect(order.map(({ name }) => name)).toEqual([
		'p:sldMasterIdLst',
		'p:sldIdLst',
		'p:sldSz',
		'p:notesSz',
		'p:kinsoku',
		'p:defaultTextStyle'
	]);
	expect(order[2]!.attributes).toEqual({ cx: '15120000', cy: '10692000' });
});

test('has the same bytes for the same board and date, whatever the day', async () => {
	vi.useFakeTimers({ toFake: ['Date'], now: 0 });
	const first = await write();
	vi.setSystemTime(1e12);
	const shuffled = { ...mitoriBoard, cards: new Map([...mitoriBoard.cards].reverse()) };
	const again = await write(shuffled);
	const later = await write(mitoriBoard, { date: '2026-11-23' });
	expect(Buffer.from(again).equals(Buffer.from(first))).toBe(true);
	expect(Buffer.from(later).equals(Buffer.from(first))).toBe(false);
	expect(partsOf(first).get('docProps/core.xml')).toContain('2026-11-22T00:00:00Z');
});

test('60 cards take less than 40 KB', async () => {
	const cards = [1, 2].flatMap((n) =>
		iCityMitori.cards.map((card) => ({ ...card, id: `${card.id}-${n}`, text: `${n}${card.text}` }))
	);
	const board = boardOf({ ...iCityMitori, cards, links: [] });
	for (const paper of ['A3', 'A4'] as const)
		expect((await write(board, { paper })).length).toBeLessThan(40 * 1024);
});

test('hostile texts lose nothing but what no file can hold', async () => {
	const said = slidesOf(partsOf(await write(hostileBoard))).flatMap(boxesOf);
	for (const { text } of hostileBoard.cards.values())
		expect(said.some((box) => box.includes(cleanText(text)))).toBe(true);
});

describe('connectors', () => {
	test.each(['causes', 'onePage'] satisfies SheetKindId[])(
		'of %s hold on to the boxes they name',
		async (sheet) => {
			const { pages } = (await sheetKinds[sheet].load()).layOut(mitoriBoard, testOptions);
			const [slide] = slidesOf(partsOf(await write(mitoriBoard, { sheet })));
			const glued = slide!.filter(({ name }) => /^a:(?:st|end)Cxn$/.test(name));
			const laidOut = pages[0]!.filter(({ kind }) => kind === 'connector');
			expect(laidOut.length).toBeGreaterThan(0);
			expect(glued).toHaveLength(laidOut.length * 2);
			for (const { attributes } of glued) {
				const held = slide!.find(
					({ name, attributes: own }) => name === 'p:cNvPr' && own['id'] === attributes['id']
				);
				expect(held && isWithin(held, 'p:sp')).toBe(true);
				expect(['0', '1', '2', '3']).toContain(attributes['idx']);
			}
		}
	);
});
