import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { writeDocx } from '../exports/docx.ts';
import { hostileBoard, mitoriBoard, testOptions } from '../exports/test-boards.ts';
import { readCouncilOpinions } from '../imports/council-opinions.ts';
import type { Board } from '../method/board.ts';
import type { Card } from '../method/card.ts';
import type { CardType } from '../method/ids.ts';
import { cardTypeIds } from '../method/ids.ts';
import { parsePack } from '../method/packs/parse-pack.ts';
import { resolvePack } from '../method/packs/resolve-pack.ts';
import { templates } from '../method/templates/index.ts';
import type { TemplateCard } from '../method/templates/template.ts';
import { cleanBoard } from '../method/worksheet/clean-board.ts';
import type { SheetLayout } from '../method/worksheet/sheet-items.ts';
import { inks, paperIds } from '../method/worksheet/sheet-items.ts';
import { papers } from '../method/worksheet/sheet-metrics.ts';
import { boardOf } from '../method/worksheet/test-board.ts';
import { blankSheet } from './blank-sheet.ts';
import type { SheetContents } from './contents.ts';
import { councilSheet } from './council-sheet.ts';
import { dialogueRecordSheet } from './dialogue-record-sheet.ts';
import { evaluationSheet } from './evaluation-sheet.ts';
import type { SheetMaker, SheetOptions } from './sheet-kind.ts';
import { surveySheet } from './survey-sheet.ts';
import {
	blankBoard,
	faultsOf,
	manyTimes,
	packed,
	reversed,
	textsOf,
	valuedBoard,
	wordsOf
} from './test-sheets.ts';

/** These sheets with the types of cards that each one shows in full; what a questionnaire asks is told by its own test. */
const sheets: readonly (readonly [string, SheetMaker, readonly CardType[]])[] = [
	['評価シート', evaluationSheet, ['outcome', 'indicator', 'source']],
	['やり取りの記録', dialogueRecordSheet, []],
	['協議会資料', councilSheet, cardTypeIds],
	['アンケート案', surveySheet, []],
	['白紙', blankSheet, []]
];

const boards: readonly (readonly [string, Board])[] = [
	...Object.entries(templates).map(
		([id, template]) => [id, boardOf(template('endOfLife'))] as const
	),
	['a board with values', valuedBoard],
	['a blank board', blankBoard],
	['a hostile board', hostileBoard],
	['60 cards', manyTimes(2)],
	['120 cards', manyTimes(4)],
	['2,000 characters on every card', longTexts()],
	['a purpose board', boardOf(templates['a-city-fracture'](), { kind: 'purpose' })]
];

function longTexts(): Board {
	const long = '家族の不安が高まってしまうこと、'.repeat(125);
	const cards: TemplateCard[] = cardTypeIds.map((type) => ({ id: type, type, text: long }));
	return boardOf({
		municipality: '長い名前の市'.repeat(16),
		scene: null,
		group: '',
		date: '',
		links: [
			{ from: 'outcome', to: ['indicator', 'asked'] },
			{ from: 'indicator', to: ['source'] }
		],
		cards: [
			...cards,
			{
				id: 'asked',
				type: 'source',
				text: `${long}を対象としたアンケート`,
				fields: { method: 'survey', respondent: 'とても長い職種の名前'.repeat(30) }
			}
		]
	});
}

const usual: SheetOptions = { paper: 'A3', date: '2026-11-22' };

function cardsOf(board: Board, types: readonly CardType[]): readonly Card[] {
	return [...cleanBoard(board).cards.values()].filter(({ type }) => types.includes(type));
}

/** Words of a card: lines of one card in the order of painting, pages joined. */
function wordsByCard(layout: SheetLayout): ReadonlyMap<string, string> {
	const words = new Map<string, string>();
	for (const { cardIds, text } of textsOf(layout))
		for (const id of cardIds) words.set(id, (words.get(id) ?? '') + text);
	return words;
}

function toldWords({ title, blocks }: SheetContents): string {
	return packed(
		[
			title,
			...blocks.flatMap((block) => {
				switch (block.kind) {
					case 'heading':
						return [block.text];
					case 'paragraph':
						return [block.mark, block.text];
					case 'table':
						return [
							...block.columns.map((column) => column.title),
							...block.rows.flat().map(({ text }) => text)
						];
					case 'space':
						return [block.label];
					case 'pageBreak':
						return [];
				}
			})
		].join('')
	);
}

describe.each(sheets)('%s', (_name, sheet, types) => {
	describe.each(boards)('%s', (_board, board) => {
		test.each(paperIds)('%s: nothing lost, cut off, too small or upon another', (paper) => {
			const layout = sheet.layOut(board, { ...usual, paper });
			expect(faultsOf(layout, papers[paper].marginMm)).toEqual([]);
			expect(layout.pages.length).toBeLessThan(60);
			const words = wordsByCard(layout);
			for (const { id, text } of cardsOf(board, types))
				expect(packed(words.get(id) ?? '')).toContain(packed(text));
			for (const { page } of layout.bookmarks) expect(layout.pages[page]).toBeDefined();
		});

		test('lines of one text share a run that says them, and every box has a name of its own', () => {
			const { pages } = sheet.layOut(board, usual);
			const wrong = textsOf({ pages }).filter(
				({ text, run }) =>
					run && !packed(run.parts.map((part) => part.text).join('')).includes(packed(text))
			);
			expect(wrong).toEqual([]);
			const twice = pages.filter((page) => {
				const ids = page.flatMap((item) => (item.kind === 'box' ? [item.id] : []));
				return new Set(ids).size < ids.length;
			});
			expect(twice).toEqual([]);
		});

		test('in words as on paper', () => {
			const told = toldWords(sheet.tell(board, usual));
			const lost = cardsOf(board, types).filter(({ text }) => !told.includes(packed(text)));
			expect(lost).toEqual([]);
		});

		test('the same twice, and whatever the order in which the board was put together', () => {
			const made = JSON.stringify(sheet.layOut(board, usual));
			expect(JSON.stringify(sheet.layOut(reversed(board), usual))).toBe(made);
			expect(JSON.stringify(sheet.tell(reversed(board), usual))).toBe(
				JSON.stringify(sheet.tell(board, usual))
			);
		});
	});

	test('without colour in black and white', () => {
		const layout = sheet.layOut(valuedBoard, { ...usual, isMonochrome: true });
		const colours = layout.pages.flat().flatMap((item) => {
			if (item.kind === 'path') return [item.fill, item.stroke];
			return item.kind === 'box' ? [item.fill, item.colour] : [item.colour];
		});
		const allowed: readonly (string | null)[] = [
			null,
			inks.text,
			inks.muted,
			inks.rule,
			inks.paper
		];
		expect([...new Set(colours)].filter((colour) => !allowed.includes(colour))).toEqual([]);
	});

	test('has a title that a program can find', () => {
		const titles = textsOf(sheet.layOut(mitoriBoard, usual)).filter(({ role }) => role === 'title');
		expect(titles.length).toBeGreaterThan(0);
	});
});

describe('協議会資料', () => {
	const words = (options: Partial<SheetOptions>, board = mitoriBoard): string =>
		wordsOf(councilSheet.layOut(board, { ...usual, ...options }));

	test('the cover names the meeting, or leaves room for it', () => {
		const meeting = {
			name: '第3回I市在宅医療・介護連携推進協議会',
			date: '令和5年1月19日',
			place: ''
		};
		expect(words({ meeting })).toContain(packed(meeting.name));
		expect(words({ meeting })).toContain('令和5年1月19日');
		expect(words({})).toContain('第回I市在宅医療・介護連携推進協議会');
	});

	test('the theme of the board is the matter of the meeting, with the papers it needs', () => {
		const cover = wordsOf({
			pages: councilSheet.layOut(mitoriBoard, usual).pages.slice(0, 1)
		});
		expect(cover).toContain('検討事項');
		expect(cover).toContain('本人の意向に沿えずに、家族が入院を選ぶことがある');
		expect(cover).toContain('〔資料1～2〕');
	});

	test('the page that the cover names is the page a paper is on', () => {
		const { pages, bookmarks } = councilSheet.layOut(valuedBoard, { ...usual, paper: 'A4' });
		const cover = wordsOf({ pages: pages.slice(0, 1) });
		expect(bookmarks.map(({ title }) => packed(title))).toEqual([
			'次第',
			'資料1思考の展開',
			'資料2演習シート',
			'資料3評価シート',
			'資料4委員意見の記入用紙'
		]);
		for (const { title, page } of bookmarks.slice(1))
			expect(cover).toContain(`${packed(title)}${page + 1}頁`);
	});

	test('every page has one number, that of the pack', () => {
		const { pages } = councilSheet.layOut(valuedBoard, { ...usual, paper: 'A4' });
		for (const [index, page] of pages.entries()) {
			const numbers = page.flatMap((item) =>
				item.kind === 'text' && /^\d+ \/ \d+$/u.test(item.text) ? [item.text] : []
			);
			expect(numbers).toEqual([`${index + 1} / ${pages.length}`]);
		}
	});

	test('in Word nobody has said anything yet, whatever the cards speak of', async () => {
		const [first] = cardsOf(valuedBoard, ['outcome']);
		if (!first) throw new Error('The case has outcomes');
		const cards = new Map(valuedBoard.cards).set(first.id, {
			...first,
			text: '住民の意見が増える'
		});
		const { bytes } = await writeDocx(
			{ ...valuedBoard, cards },
			{ ...testOptions, sheet: 'council' }
		);
		expect(readCouncilOpinions(bytes)).toEqual({ refusal: 'noOpinionWritten' });
	});

	test('professions, votes and notes are told as asked', () => {
		const [first] = cardsOf(mitoriBoard, ['cause']);
		if (!first) throw new Error('The case has causes');
		const cards = new Map(mitoriBoard.cards);
		const board: Board = {
			...mitoriBoard,
			cards: cards.set(first.id, { ...first, votes: 3, profession: 'rehabStaff' })
		};
		expect(words({}, board)).not.toMatch(/3票|リハ職/u);
		expect(words({ includeVotes: true }, board)).toContain('3票');
		expect(words({ includeProfessions: true }, board)).toContain('リハ職');
		expect(words({}, board)).toContain('同様の研修会を開催する予定である');
		expect(words({ includeNotes: false }, board)).not.toContain('同様の研修会を開催する予定である');
	});

	test('a pack without empty places has none on its worksheet either', () => {
		const board = boardOf(templates['a-city-fracture']());
		expect(words({}, board)).toContain('6対策に期待したこと');
		expect(words({ includeEmpty: false }, board)).not.toContain('6対策に期待したこと');
	});

	test('the evaluation is left out while there is nothing to compare', () => {
		expect(councilSheet.layOut(mitoriBoard, usual).bookmarks).toHaveLength(4);
	});

	test('opinions have a column for the profession and a frame, both to be read again', () => {
		const { blocks } = councilSheet.tell(mitoriBoard, usual);
		const tables = blocks.filter((block) => block.kind === 'table');
		expect(tables.at(-1)?.columns.map(({ title }) => title)).toEqual([
			'番号',
			'委員の職種',
			'ご意見'
		]);
		const spaces = blocks.flatMap((block) => (block.kind === 'space' ? [block.name] : []));
		expect(spaces).toContain('opinion-1');
		expect(words({})).toContain('委員の職種');
	});
});

describe('評価シート', () => {
	const words = wordsOf(evaluationSheet.layOut(valuedBoard, usual));

	test('says the values, the gap and the decision in words', () => {
		for (const said of [
			'18.5%（令和4年度）',
			'12%（令和8年度）',
			'あと0.8ポイント',
			'5.7ポイント近づきました',
			'目標に届きました',
			'6ポイント遠ざかりました',
			'目標まであとわずか。退院前CCとあわせて続ける',
			'それまで：令219.2',
			'（もと201）',
			'※令7：対象は65歳以上'
		])
			expect(words).toContain(packed(said));
	});

	test('counts what was reached, and asks what is still open', () => {
		expect(words).toContain('くらべる年度：令和7年度。');
		expect(words).toContain('評価指標6つのうち、目標に届いたもの1、途中のもの3、遠ざかったもの1');
		expect(words).toContain('⑤指標がまだありません。何を見ればわかりますか？');
		expect(words).toContain('「多職種研修の開催回数」目標値がまだありません');
	});

	test('has a bar and a curve beside every row that can be compared', () => {
		const paths = evaluationSheet
			.layOut(valuedBoard, usual)
			.pages.flat()
			.filter((item) => item.kind === 'path');
		expect(paths.length).toBeGreaterThan(20);
		expect(paths.map(({ path }) => path).join('')).not.toContain('NaN');
	});

	test('without an expectation it is a form to fill in, unless empty places are not wanted', () => {
		const rows = (includeEmpty: boolean): number => {
			const { blocks } = evaluationSheet.tell(blankBoard, { ...usual, includeEmpty });
			return blocks.filter((block) => block.kind === 'table').length;
		};
		expect(rows(true)).toBe(1);
		expect(rows(false)).toBe(0);
	});
});

describe('白紙', () => {
	test('every block of the form is there and empty', () => {
		const [form = []] = blankSheet.layOut(mitoriBoard, usual).pages;
		const words = wordsOf({ pages: [form] });
		for (const heading of ['1解決したいテーマ', '2目指す姿', '5対策', '6対策に期待したこと'])
			expect(words).toContain(heading);
		expect(words).not.toContain('未記入');
		for (const card of mitoriBoard.cards.values()) expect(words).not.toContain(packed(card.text));
	});

	test.each([
		['A3', 16],
		['A4', 8]
	] as const)('%s: %i slips a page, each with a number of its own', (paper, perPage) => {
		const { pages } = blankSheet.layOut(blankBoard, { ...usual, paper });
		const heads = pages
			.slice(1)
			.map((page) =>
				page.flatMap((item) => (item.kind === 'text' && item.role === 'heading' ? [item.text] : []))
			);
		for (const page of heads) expect(page).toHaveLength(perPage);
		const all = heads.flat();
		expect(new Set(all).size).toBe(all.length);
		expect(all).toContain('原因 8');
		const count = (type: string): number =>
			all.filter((head) => head.startsWith(`${type} `)).length;
		expect(count('原因')).toBe(16);
		expect(count('対策')).toBe(perPage);
	});
});

test('the words of the pack are those on every sheet', () => {
	const file = new URL('../method/packs/dementia.json', import.meta.url);
	const pack = parsePack(readFileSync(file, 'utf8'), 'dementia.json');
	if (!('pack' in pack)) throw new Error('The pack is sound');
	const method = resolvePack(pack.pack);
	const board = boardOf(templates['i-city-mitori'](), { scene: method.scenes[0]?.id ?? null });
	const words = (sheet: SheetMaker): string => wordsOf(sheet.layOut(board, { ...usual, method }));
	expect(words(councilSheet)).toContain(`${packed(method.name.ja)}に関する協議会`);
	expect(words(councilSheet)).toContain(packed(method.scenes[0]?.label.ja ?? ''));
	expect(words(surveySheet)).toContain(packed(method.scenes[0]?.label.ja ?? ''));
	for (const sheet of [evaluationSheet, blankSheet])
		expect(words(sheet)).toContain(packed(method.cardTypes.outcome.label.ja));
});

test('やり取りの記録 of a board without one is a form to write it down', () => {
	const words = wordsOf(dialogueRecordSheet.layOut(blankBoard, usual));
	expect(words).toContain('質問と答えを、話した順に書きとめます。');
});
