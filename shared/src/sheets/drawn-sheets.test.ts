import { describe, expect, test } from 'vitest';
import { hostileBoard, mitoriBoard } from '../exports/test-boards.ts';
import type { Board } from '../method/board.ts';
import type { Card, CardCommon } from '../method/card.ts';
import type { CardType } from '../method/ids.ts';
import { cardTypeIds } from '../method/ids.ts';
import type { Method } from '../method/packs/method.ts';
import { defaultMethod } from '../method/packs/method.ts';
import type { BoardRecord } from '../method/records/index.ts';
import { recordIdSchema } from '../method/records/index.ts';
import { templates } from '../method/templates/index.ts';
import { cleanBoard } from '../method/worksheet/clean-board.ts';
import { lineWidthEm } from '../method/worksheet/break-lines.ts';
import { boldAdvances, regularAdvances } from '../method/worksheet/font-advances.ts';
import type { SheetItem, SheetLayout } from '../method/worksheet/sheet-items.ts';
import { paperIds } from '../method/worksheet/sheet-items.ts';
import { mmPerPt, papers } from '../method/worksheet/sheet-metrics.ts';
import { boardOf } from '../method/worksheet/test-board.ts';
import { boardSheet } from './board.ts';
import { causesSheet } from './causes.ts';
import { onePageSheet } from './one-page.ts';
import { purposeSheet } from './purpose.ts';
import type { SheetMaker, SheetOptions } from './sheet-kind.ts';
import {
	blankBoard,
	faultsOf,
	manyTimes,
	packed,
	reversed,
	textsOf,
	wordsOf
} from './test-sheets.ts';

/** The drawn sheets with the types of cards that each one shows in full. */
const sheets: readonly (readonly [string, SheetMaker, readonly CardType[]])[] = [
	['思考の展開', onePageSheet, cardTypeIds],
	['目的シート', purposeSheet, ['theme', 'vision', 'fact', 'measure']],
	['原因と結果', causesSheet, ['cause']],
	['ボードの絵', boardSheet, cardTypeIds]
];

const boards: readonly (readonly [string, Board])[] = [
	...Object.entries(templates).map(
		([id, template]) => [id, boardOf(template('endOfLife'))] as const
	),
	['a blank board', blankBoard],
	['a hostile board', hostileBoard],
	['60 cards', manyTimes(2)],
	['120 cards', manyTimes(4)],
	['2,000 characters on every card', longTexts()],
	['islands, and cards that hands have put far away', movedBoard()]
];

function movedBoard(): Board {
	const cards = new Map(mitoriBoard.cards);
	const change = (ids: readonly string[], fields: Partial<CardCommon>): void => {
		for (const [id, card] of cards) if (ids.includes(id)) cards.set(id, { ...card, ...fields });
	};
	change(['c1', 'c2', 'c3'], { cluster: 'one' });
	change(['o2', 'o3'], { cluster: 'two' });
	change(['d1'], { position: [2300, 300] });
	change(['m2'], { position: [1400, -900] });
	const island = (id: string, title: string, place: [number, number] | null): BoardRecord => ({
		id: recordIdSchema.parse(id),
		kind: 'cluster',
		title,
		place,
		createdAt: 0,
		createdBy: '',
		profession: null
	});
	const records = [
		island('one', '本人の意向をどう確かめるかという話', null),
		island('two', '', [1900, 1300])
	];
	return { ...mitoriBoard, cards, records: new Map(records.map((record) => [record.id, record])) };
}

function longTexts(): Board {
	const long = '家族の不安が高まってしまうこと、'.repeat(125);
	return boardOf({
		municipality: '長い名前の市'.repeat(16),
		scene: null,
		group: '',
		date: '',
		links: [
			{ from: 'root', to: ['cause', 'measure'] },
			{ from: 'cause', to: ['theme'] }
		],
		cards: [
			...cardTypeIds.map((type) => ({ id: type, type, text: long })),
			{ id: 'root', type: 'cause', text: long, fields: { isRoot: true } }
		]
	});
}

/** What the lines that name each card say, joined in the order of painting. */
function wordsByCard(layout: SheetLayout): Map<string, string> {
	const words = new Map<string, string>();
	for (const { cardIds, text } of textsOf(layout))
		for (const id of cardIds) words.set(id, (words.get(id) ?? '') + packed(text));
	return words;
}

/** The cards of these types, clean as they are printed. */
function cardsOf(board: Board, types: readonly CardType[]): readonly Card[] {
	return [...cleanBoard(board).cards.values()].filter(({ type }) => types.includes(type));
}

/** Lines that begin within the frame of a card and end outside it. */
function wordsOutside(page: readonly SheetItem[]): readonly string[] {
	const boxes = page
		.filter((item) => item.kind === 'box')
		.sort((a, b) => a.width * a.height - b.width * b.height);
	return page
		.filter((item) => item.kind === 'text' && item.cardIds.length > 0)
		.flatMap((item) => {
			if (item.kind !== 'text') return [];
			const mm = item.sizePt * mmPerPt;
			const home = boxes.find(
				({ x, y, width, height }) =>
					item.x >= x && item.x <= x + width && item.y >= y && item.y <= y + height
			);
			const advances = item.isBold ? boldAdvances : regularAdvances;
			// A line may hang over by what 禁則 forbids to begin the next one.
			const right = item.x + (lineWidthEm(item.text, advances) - 2) * mm;
			return !home || right > home.x + home.width ? [item.text] : [];
		});
}

describe.each(sheets)('%s', (_sheet, maker, types) => {
	describe.each(boards)('of %s', (_board, board) => {
		describe.each(paperIds)('on %s', (paper) => {
			const options: SheetOptions = { paper, date: '2026-11-22' };
			const layout = maker.layOut(board, options);

			test('says every card in full', () => {
				const words = wordsByCard(layout);
				const missing = cardsOf(board, types).filter(
					({ id, text }) => !(words.get(id) ?? '').includes(packed(text))
				);
				expect(missing).toEqual([]);
			});

			test('keeps the margins and 8 pt, and no text lies upon another', () => {
				expect(faultsOf(layout, papers[paper].marginMm)).toEqual([]);
			});

			test('has connectors between boxes of the same page, each box once', () => {
				for (const page of layout.pages) {
					const ids = page.filter((item) => item.kind === 'box').map(({ id }) => id);
					expect(new Set(ids).size).toBe(ids.length);
					const ends = page
						.filter((item) => item.kind === 'connector')
						.flatMap(({ from, to }) => [from, to]);
					expect(ends.filter((end) => !ids.includes(end))).toEqual([]);
				}
			});

			test('keeps the words of a card within its frame', () => {
				expect(layout.pages.flatMap(wordsOutside)).toEqual([]);
			});

			test('is the same every time, whatever order the board is read in', () => {
				expect(maker.layOut(board, options)).toEqual(layout);
				expect(maker.layOut(reversed(board), options)).toEqual(layout);
			});

			test('gives lines of one text one run that holds them', () => {
				const strays = textsOf(layout).filter(({ text, run }) => {
					const whole = run?.parts.map((part) => part.text).join('') ?? text;
					return !packed(whole).includes(packed(text));
				});
				expect(strays).toEqual([]);
			});
		});

		test('tells every card in words', () => {
			const told = packed(JSON.stringify(maker.tell(board, { paper: 'A3', date: '2026-11-22' })));
			const missing = cardsOf(board, types).filter(
				({ text }) => !told.includes(packed(JSON.stringify(text).slice(1, -1)))
			);
			expect(missing).toEqual([]);
		});
	});

	test('is on one page for the worked case', () => {
		const { pages, textPt } = maker.layOut(mitoriBoard, { paper: 'A3', date: '2026-11-22' });
		expect(pages).toHaveLength(1);
		expect(textPt).toBeGreaterThanOrEqual(10);
	});

	test('speaks the words of the method', () => {
		const method: Method = {
			...defaultMethod,
			cardTypes: {
				...defaultMethod.cardTypes,
				theme: { ...defaultMethod.cardTypes.theme, mark: '願', label: { ja: '願い', en: 'Wish' } }
			},
			zones: { ...defaultMethod.zones, themeVision: { label: { ja: '願いと姿', en: 'Wish' } } },
			headings: { theme: { ja: '1 願い', en: '1 Wish' } }
		};
		const words = wordsOf(maker.layOut(mitoriBoard, { paper: 'A3', date: '2026-11-22', method }));
		expect(words).toMatch(/願/u);
	});

	test('in black and white uses greys only', () => {
		const { pages } = maker.layOut(mitoriBoard, {
			paper: 'A3',
			date: '2026-11-22',
			isMonochrome: true
		});
		const colours = new Set(
			pages.flat().flatMap((item) => {
				if (item.kind === 'path') return [item.fill, item.stroke];
				return item.kind === 'box' ? [item.fill, item.colour] : [item.colour];
			})
		);
		for (const colour of colours)
			expect([null, '#171C21', '#4F5963', '#87919B', '#FFFFFF']).toContain(colour);
	});

	test('prints professions and votes when asked, and leaves notes out when asked', () => {
		const [first] = [...mitoriBoard.cards.values()].filter(({ type }) => type === 'cause');
		if (!first) throw new Error('The case has causes');
		const voted: Board = {
			...mitoriBoard,
			cards: new Map(mitoriBoard.cards).set(first.id, {
				...first,
				votes: 3,
				profession: 'rehabStaff'
			})
		};
		const say = (options: Partial<SheetOptions>): string =>
			wordsOf(maker.layOut(voted, { paper: 'A3', date: '2026-11-22', ...options }));
		if (!types.includes('cause')) return;
		expect(say({})).not.toContain('3票');
		expect(say({ includeVotes: true })).toContain('3票');
		expect(say({ includeProfessions: true })).toContain('リハ');
		expect(say({ includeNotes: false })).not.toContain('来年度は、');
	});
});

test('the page 思考の展開 leaves out what is not there when asked', () => {
	const board = boardOf(templates['c-city-discharge']());
	const ids = (includeEmpty: boolean): readonly string[] =>
		onePageSheet
			.layOut(board, { paper: 'A3', date: '2026-11-22', includeEmpty })
			.pages.flat()
			.flatMap((item) => (item.kind === 'box' && item.id.endsWith('.head') ? [item.id] : []));
	expect(ids(true)).toContain('vision.head');
	expect(ids(false)).not.toContain('vision.head');
	expect(ids(false)).toContain('causes.head');
});

describe('the picture of the board', () => {
	const draw = (board: Board, options: Partial<SheetOptions> = {}): SheetLayout =>
		boardSheet.layOut(board, { paper: 'A3', date: '2026-11-22', ...options });
	const boxIds = (layout: SheetLayout): readonly string[] =>
		layout.pages.flat().flatMap((item) => (item.kind === 'box' ? [item.id] : []));

	test('shows one zone alone when asked', () => {
		const ids = boxIds(draw(mitoriBoard, { zone: 'cause' }));
		expect(ids.filter((id) => id.startsWith('zone.'))).toEqual(['zone.cause']);
		expect(ids).toContain('c1');
		expect(ids).not.toContain('m1');
	});

	test('shows the shape of a large board first, then its zones', () => {
		const layout = draw(manyTimes(4));
		expect(layout.pages.length).toBeGreaterThan(2);
		expect(wordsOf({ pages: layout.pages.slice(0, 1) })).not.toContain('専門職の説明能力向上');
		expect(layout.bookmarks[0]?.title).toBe('ボード');
		expect(layout.bookmarks.length).toBeGreaterThan(2);
	});

	test('cuts no card as the screen does', () => {
		const long = '家族の不安が高まってしまうこと、'.repeat(20);
		const board = boardOf({
			municipality: '',
			scene: null,
			group: '',
			date: '',
			cards: [{ id: 'long', type: 'cause', text: long }],
			links: []
		});
		expect(wordsOf(draw(board))).toContain(long);
	});

	test('draws a link with its dash and head from card to card', () => {
		const connectors = draw(mitoriBoard)
			.pages.flat()
			.filter((item) => item.kind === 'connector');
		const uses = connectors.find(({ from, to }) => from === 'm2' && to === 'm1');
		expect(uses?.hasHead).toBe(true);
		expect(uses?.dash.length).toBe(2);
		const note = connectors.find(({ from, to }) => from === 'k1' && to === 'r1');
		expect(note?.hasHead).toBe(false);
	});
});

describe('原因と結果', () => {
	const draw = (board: Board): SheetLayout =>
		causesSheet.layOut(board, { paper: 'A3', date: '2026-11-22' });

	test('tells the chosen way by the weight of its lines', () => {
		const lines = draw(mitoriBoard)
			.pages.flat()
			.filter((item) => item.kind === 'connector');
		const weight = (from: string): number => lines.find((line) => line.from === from)?.lineMm ?? 0;
		expect(weight('r1')).toBeGreaterThan(weight('c1') * 2);
		expect(weight('f1')).toBe(weight('r1'));
	});

	test.each(paperIds)('leads no line through a box on %s', (paper) => {
		const pages = boards.flatMap(
			([, board]) => causesSheet.layOut(board, { paper, date: '2026-11-22' }).pages
		);
		expect(pages.flatMap(crossings)).toEqual([]);
	});

	test('survives causes that explain each other', () => {
		const circle = boardOf({
			municipality: '',
			scene: null,
			group: '',
			date: '',
			cards: ['a', 'b', 'c'].map((id) => ({ id, type: 'cause', text: `原因${id}` }) as const),
			links: [
				{ from: 'a', to: ['b'] },
				{ from: 'b', to: ['c'] },
				{ from: 'c', to: ['a'] }
			]
		});
		const [page = []] = draw(circle).pages;
		expect(page.filter((item) => item.kind === 'connector')).toHaveLength(3);
	});
});

/** The lines of a page that run through a box they do not belong to. */
function crossings(page: readonly SheetItem[]): readonly string[] {
	const boxes = page.filter((item) => item.kind === 'box');
	return page
		.filter((item) => item.kind === 'connector')
		.flatMap(({ from, to, points }) =>
			boxes
				.filter((box) => box.id !== from && box.id !== to && crosses(points, box))
				.map(({ id }) => `${from} → ${to} through ${id}`)
		);
}

/** Whether an upright or level line runs through the inside of a box. */
function crosses(
	points: readonly (readonly [number, number])[],
	box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
): boolean {
	const inset = 0.3;
	return points.some(([x, y], index) => {
		const next = points[index + 1];
		if (!next) return false;
		const [left, right] = [Math.min(x, next[0]), Math.max(x, next[0])];
		const [top, bottom] = [Math.min(y, next[1]), Math.max(y, next[1])];
		return (
			left < box.x + box.width - inset &&
			right > box.x + inset &&
			top < box.y + box.height - inset &&
			bottom > box.y + inset
		);
	});
}
