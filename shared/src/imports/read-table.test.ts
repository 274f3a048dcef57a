import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeCsv } from '../exports/csv.ts';
import { hostileBoard, mitoriBoard, testOptions } from '../exports/test-boards.ts';
import { cleanText } from '../method/clean-text.ts';
import type { ImportedTable } from './imported-table.ts';
import { planImport } from './plan-import.ts';
import { readCsv, readGrid, readPasted } from './read-table.ts';
import { readSeparated } from './separated-cells.ts';

/** A reading in lines: cards with what is known of them, then links by place. */
function told({ cards, links }: ImportedTable): readonly string[] {
	return [
		...cards.map(({ type, text, fields, parts }) =>
			[
				`${type ?? '?'} ${text}`,
				...Object.entries(fields).map(([key, value]) => `${key}=${String(value)}`),
				...Object.entries(parts).map(([name, members]) => `${name}=${members.length}`)
			].join(' | ')
		),
		...links.map(({ from, to, kind }) => `${from}→${to}${kind === null ? '' : ` ${kind}`}`)
	];
}

describe('a table somebody made', () => {
	test('with cells that stand for several rows: a card once, linked along its rows', () => {
		const text = [
			'令和7年度 看取りの検討',
			'',
			'課題\t原因\t取組\t担当\t成果\t指標\t単位\t目標値\t出典',
			'看取りの希望がかなわない\t家族が不安\t冊子を作る\t市\t不安が減る\t不安を感じる家族の割合\t％\t3割（令和8年）\t家族へのアンケート',
			'\t\t研修会を開く\t医師会\t知識が増える\t\t\t\t',
			'\t人手が足りない\t募集する\t\t\t\t\t\t'
		].join('\n');
		expect(told(readPasted(text))).toEqual([
			'theme 看取りの希望がかなわない',
			'cause 家族が不安',
			'measure 冊子を作る | owner=市',
			'outcome 不安が減る',
			'indicator 不安を感じる家族の割合 | unit=％ | target=3割 | targetAt=令和8年',
			'source 家族へのアンケート',
			'measure 研修会を開く | owner=医師会',
			'outcome 知識が増える',
			'cause 人手が足りない',
			'measure 募集する',
			'1→0',
			'1→2',
			'2→3',
			'3→4',
			'4→5',
			'1→6',
			'6→7',
			'8→0',
			'8→9'
		]);
	});

	test('with merged cells says the same in each of their rows', () => {
		const rows = [
			['原因', '対策'],
			['家族が不安', '冊子を作る'],
			['', '研修会を開く'],
			['', '相談窓口を置く']
		];
		const merges = [{ top: 1, left: 0, bottom: 2, right: 0 }];
		expect(told(readGrid({ rows, merges })!)).toEqual([
			'cause 家族が不安',
			'measure 冊子を作る',
			'measure 研修会を開く',
			'measure 相談窓口を置く',
			'0→1',
			'0→2'
		]);
	});

	test('that writes everything out leaves an empty cell empty', () => {
		const text = '原因\t対策\nA\tB\nA\tC\n\tD';
		expect(told(readPasted(text))).toEqual([
			'cause A',
			'measure B',
			'measure C',
			'measure D',
			'0→1',
			'0→2'
		]);
	});

	test('with several cards in a cell, and a root cause beside the causes', () => {
		const text =
			'考えられる原因,解決すべき原因,対策\n"・人が足りない\n・時間がない",説明の場がない,"①冊子\n②研修"';
		expect(told(readCsv(text))).toEqual([
			'cause 人が足りない',
			'cause 時間がない',
			'cause 説明の場がない | isRoot=true',
			'measure 冊子',
			'measure 研修',
			'2→3',
			'2→4',
			'0→2 writtenFrom',
			'1→2 writtenFrom'
		]);
	});

	test('that is a list with types, numbers, votes and links', () => {
		const text = [
			'番号,区分,内容,担当,票,つながり,備考欄',
			'1,原因,人手不足,,3,→2,x',
			'2,対策,募集する,市,,,',
			',よく分からない種類,どれでもない,,,,'
		].join('\r\n');
		const table = readCsv(`\ufeff${text}`);
		expect(told(table)).toEqual([
			'cause 人手不足',
			'measure 募集する | owner=市',
			'? どれでもない',
			'0→1'
		]);
		expect(table.cards[0]?.votes).toBe(3);
		expect(table.notes.map(({ code }) => code)).toEqual(['ignoredColumn', 'wordsNotUnderstood']);
		expect(table.columns.map(({ heading, meaning }) => [heading, meaning?.ja])).toContainEqual([
			'備考欄',
			undefined
		]);
	});

	test('without headings gives its cells as cards of no type', () => {
		const table = readPasted('あ\tい\nう\tえ');
		expect(told(table)).toEqual(['? あ', '? い', '? う', '? え']);
		expect(table.notes.map(({ code }) => code)).toEqual(['noHeadings']);
	});

	test('of one column is read as lines', () => {
		expect(told(readCsv('原因\n人手不足\n時間がない'))).toEqual([
			'cause 人手不足',
			'cause 時間がない'
		]);
		expect(told(readCsv('ひとこと\nもうひとこと'))).toEqual(['? ひとこと', '? もうひとこと']);
	});
});

describe('separated cells', () => {
	test.each([
		[
			'a,b\r\n"1,2","x ""y"""\r\n',
			[
				['a', 'b'],
				['1,2', 'x "y"']
			]
		],
		[
			'a\tb\n"一行目\n二行目"\t2',
			[
				['a', 'b'],
				['一行目\n二行目', '2']
			]
		],
		[
			'a;b;c\n1;2,5;3',
			[
				['a', 'b', 'c'],
				['1', '2,5', '3']
			]
		],
		[
			'"閉じない,b\nc,d',
			[
				['"閉じない', 'b'],
				['c', 'd']
			]
		],
		['', [['']].slice(1)]
	])('%j', (text, rows) => {
		expect(readSeparated(text)).toEqual(rows);
	});
});

test('CSV of ours comes back with every text, formulas too', () => {
	for (const board of [mitoriBoard, hostileBoard]) {
		const text = new TextDecoder().decode(writeCsv(board, testOptions).bytes);
		const table = readCsv(text);
		expect(new Map(table.cards.map(({ id, text: words }) => [id, words]))).toEqual(
			new Map([...board.cards.values()].map(({ id, text: words }) => [id, cleanText(words)]))
		);
		expect(table.links).toHaveLength(board.links.size);
	}
});

test.each([
	['spaces', `a${' '.repeat(300_000)}b`],
	['quotes', '"'.repeat(300_001)],
	['marks', `原因：${'→ #'.repeat(100_000)}`],
	['brackets', '【'.repeat(300_000)],
	['commas', ','.repeat(300_000)],
	['tabs', 'a\tb\t'.repeat(100_000)],
	['links', `内容,つながり\nx,${'1('.repeat(100_000)}`],
	['words', `テーマ,連携当事者\nx,"${'「、'.repeat(100_000)}"`]
])('a flood of %s is read soon', (_, text) => {
	const start = performance.now();
	for (const table of [readPasted(text), readCsv(text)])
		expect(table.cards.length).toBeLessThanOrEqual(2000);
	expect(performance.now() - start).toBeLessThan(6000);
});

test('ten thousand rows are read soon, and what is too much is said', () => {
	const rows = Array.from(
		{ length: 10_000 },
		(_, at) => `原因${at}\t対策${at % 50}\t期待${at % 7}`
	);
	const table = readPasted(`原因\t対策\t期待したこと\n${rows.join('\n')}`);
	expect(table.cards).toHaveLength(2000);
	expect(table.notes.map(({ code }) => code)).toEqual(['tooManyRows']);
});

test('a line says its type in the words people use', () => {
	const { cards } = readPasted(
		'期待：救急要請が減る\n原因：夜間の連絡先がない\n取組：連絡カードを作る'
	);
	expect(cards.map(({ type }) => type)).toEqual(['outcome', 'cause', 'measure']);
});

test('any text ends with cards that can be compared', () => {
	const piece = fc.oneof(
		fc.constantFrom(
			'原因',
			'対策：',
			'\t',
			'\n',
			',',
			'"',
			'・',
			'①',
			'#1',
			'→',
			'　',
			'種類',
			'内容',
			'ID'
		),
		fc.string({ unit: 'binary', maxLength: 6 })
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
			const text = pieces.join('');
			for (const table of [readPasted(text), readCsv(text)]) {
				const places = table.links.flatMap(({ from, to }) => [from, to]);
				expect(places.every((at) => at >= 0 && at < table.cards.length)).toBe(true);
				const { changes } = planImport(table, mitoriBoard);
				expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length);
			}
		}),
		{ numRuns: 300 }
	);
});
