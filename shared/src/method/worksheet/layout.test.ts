import { describe, expect, test } from 'vitest';
import type { Board } from '../board.ts';
import { iCityMitori } from '../templates/i-city-mitori.ts';
import type { Template, TemplateCard } from '../templates/template.ts';
import { lineWidthEm } from './break-lines.ts';
import { buildWorksheet } from './build-worksheet.ts';
import { boldAdvances, regularAdvances } from './font-advances.ts';
import { layoutWorksheet } from './layout.ts';
import type { LayoutOptions } from './layout.ts';
import type { RectItem, SheetLayout, TextItem } from './sheet-items.ts';
import { paperIds } from './sheet-items.ts';
import { mmPerPt } from './sheet-metrics.ts';
import { boardOf } from './test-board.ts';

function layoutOf(board: Board, paper: LayoutOptions['paper'] = 'A3'): SheetLayout {
	return layoutWorksheet(buildWorksheet(board), { paper });
}

function textsOf(layout: SheetLayout): TextItem[] {
	return layout.pages.flat().filter((item) => item.kind === 'text');
}

/** The I市 board with every card that many times. */
function manyTimes(times: number): Board {
	const cards: TemplateCard[] = [];
	const links: Template['links'][number][] = [];
	for (let n = 0; n < times; n += 1) {
		cards.push(...iCityMitori.cards.map((card) => ({ ...card, id: `${card.id}-${n}` })));
		links.push(
			...iCityMitori.links.map(({ from, to }) => ({
				from: `${from}-${n}`,
				to: to.map((id) => `${id}-${n}`)
			}))
		);
	}
	return boardOf({ ...iCityMitori, cards, links });
}

/** What the lines of each card say, joined again in reading order. */
function wordsByCard(layout: SheetLayout): Map<string, string> {
	const words = new Map<string, string>();
	for (const { cardIds, text } of textsOf(layout))
		for (const id of cardIds) words.set(id, (words.get(id) ?? '') + text);
	return words;
}

describe('the I市 board on paper', () => {
	test.each(paperIds)('fills one page of %s', (paper) => {
		const layout = layoutOf(boardOf(iCityMitori), paper);
		expect(layout.pages).toHaveLength(1);
		expect(layout.textPt).toBeGreaterThanOrEqual(paper === 'A3' ? 10.5 : 8);
	});

	test('says every card in full', () => {
		const words = wordsByCard(layoutOf(boardOf(iCityMitori)));
		for (const card of iCityMitori.cards) expect(words.get(card.id)).toContain(card.text);
	});
});

describe.each([
	['one worked case', boardOf(iCityMitori)],
	['60 cards', manyTimes(2)],
	['120 cards', manyTimes(4)],
	['1,200 cards', manyTimes(40)],
	['one card of 2,000 characters in every block', longTexts()],
	['an empty board', boardOf({ ...iCityMitori, cards: [], links: [] })]
])('%s', (_name, board) => {
	describe.each(paperIds)('on %s', (paper) => {
		const layout = layoutOf(board, paper);

		test('loses no card and no character', () => {
			const words = wordsByCard(layout);
			for (const card of board.cards.values()) expect(words.get(card.id)).toContain(card.text);
		});

		test('keeps every line inside a frame and on the page', () => {
			const outside: string[] = [];
			for (const page of layout.pages) {
				const frames = page.filter((item): item is RectItem => item.kind === 'rect');
				for (const item of page) {
					if (item.kind !== 'text' || item.cardIds.length === 0) continue;
					const advances = item.isBold ? boldAdvances : regularAdvances;
					const right = item.x + lineWidthEm(item.text, advances) * item.sizePt * mmPerPt;
					const bottom = item.y + 0.12 * item.sizePt * mmPerPt;
					const isInside = frames.some(
						(frame) =>
							item.x >= frame.x &&
							right <= frame.x + frame.width &&
							item.y >= frame.y &&
							bottom <= frame.y + frame.height
					);
					if (!isInside) outside.push(item.text);
				}
			}
			expect(outside).toEqual([]);
		});

		test('prints no text below 8 pt and keeps the margins', () => {
			const margin = paper === 'A3' ? 10 : 8;
			for (const item of textsOf(layout)) {
				// The mark inside a badge is part of its picture; the heading beside it says the same.
				expect(item.text.length === 1 ? 8 : item.sizePt).toBeGreaterThanOrEqual(8);
				expect(item.x).toBeGreaterThanOrEqual(margin);
				expect(item.y).toBeLessThanOrEqual(layout.heightMm - margin);
			}
		});

		test('numbers its pages and says which ones go on', () => {
			for (const [index, page] of layout.pages.entries()) {
				const texts = page.filter((item) => item.kind === 'text').map((item) => item.text);
				expect(texts).toContain(`${index + 1} / ${layout.pages.length}`);
				expect(texts).toContain(index === 0 ? '演習シート' : '演習シート（つづき）');
			}
		});
	});
});

test('more cards than a page holds flow on instead of shrinking below what can be read', () => {
	const layout = layoutOf(manyTimes(4));
	expect(layout.pages.length).toBeGreaterThan(1);
	expect(layout.pages.length).toBeLessThanOrEqual(3);
	expect(layout.textPt).toBe(9.5);
	const secondPage = layout.pages[1]!.filter((item) => item.kind === 'text').map(
		({ text }) => text
	);
	expect(secondPage.join('')).toContain('本人の意向に沿えずに、家族が入院を選ぶことがある');
	expect(secondPage).toContain('6 対策に期待したこと（つづき）');
});

test('a black-and-white sheet holds no other colour', () => {
	const sheet = buildWorksheet(boardOf(iCityMitori));
	const layout = layoutWorksheet(sheet, { paper: 'A3', isMonochrome: true });
	const colours = new Set(
		layout.pages
			.flat()
			.flatMap((item) => (item.kind === 'path' ? [item.fill, item.stroke] : [item.colour]))
	);
	for (const colour of colours)
		expect([null, '#171C21', '#4F5963', '#87919B', '#FFFFFF']).toContain(colour);
});

test('a hidden block gives its room to the others', () => {
	const board = boardOf({
		...iCityMitori,
		cards: iCityMitori.cards.filter(({ type }) => type === 'theme' || type === 'cause'),
		links: []
	});
	const widths = (includeEmpty: boolean): number[] => {
		const layout = layoutWorksheet(buildWorksheet(board, { includeEmpty }), { paper: 'A3' });
		const frames = layout.pages[0]!.filter((item) => item.kind === 'rect' && item.lineMm < 0.6);
		return frames.map((item) => Math.round(item.kind === 'rect' ? item.width : 0));
	};
	expect(widths(true)).toHaveLength(7);
	// Theme alone on the left, both blocks of causes on the right: no column is left empty.
	expect(widths(false)).toHaveLength(3);
	expect(widths(false)[0]! + widths(false)[1]!).toBe(400);
});

test('the solving cause alone has a second frame of 2 pt', () => {
	const [page = []] = layoutOf(boardOf(iCityMitori)).pages;
	const thick = page.filter((item) => item.kind === 'rect' && item.lineMm > 0.6);
	expect(thick).toHaveLength(1);
});

function longTexts(): Board {
	const long = '家族の不安が高まってしまうこと、'.repeat(125);
	const types = [
		'theme',
		'vision',
		'fact',
		'cause',
		'measure',
		'outcome',
		'indicator',
		'source',
		'note'
	] as const;
	return boardOf({
		...iCityMitori,
		municipality: '長い名前の市'.repeat(16),
		links: [],
		cards: [
			...types.map((type) => ({ id: type, type, text: long })),
			{ id: 'root', type: 'cause', text: long, fields: { isRoot: true } }
		]
	});
}
