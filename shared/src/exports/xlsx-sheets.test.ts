import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { Board } from '../method/board.ts';
import type { Card, CardOf } from '../method/card.ts';
import { iCityMitori } from '../method/templates/i-city-mitori.ts';
import { boardOf } from '../method/worksheet/test-board.ts';
import { mitoriBoard, testOptions } from './test-boards.ts';
import { writeXlsxFile } from './xlsx.ts';

type Options = Parameters<typeof writeXlsxFile>[1];

async function sheetsOf(
	board: Board,
	options: Options = testOptions
): Promise<Map<string, string[][]>> {
	const { sheets } = await readXlsx((await writeXlsxFile(board, options)).bytes);
	return new Map(
		sheets.map(({ name, rows }) => [
			name,
			rows.map((row) => row.map((value) => (value ?? '').toString()))
		])
	);
}

const mitoriCards = [...mitoriBoard.cards.values()];

test('a workbook has a sheet for every use, in the order in which people need them', async () => {
	expect([...(await sheetsOf(mitoriBoard)).keys()]).toEqual([
		'演習シート',
		'一覧表',
		'評価',
		'自己評価シート対応',
		'地域分析対応',
		'委員意見',
		'カード一覧',
		'つながり',
		'_meta'
	]);
});

describe('評価', () => {
	const outcome = mitoriCards.find(
		(card): card is Card & CardOf<'outcome'> => card.type === 'outcome'
	)!;
	const evaluated = boardOf({
		...iCityMitori,
		cards: [
			{
				id: 'o',
				type: 'outcome',
				text: outcome.text,
				fields: { direction: 'down', decision: 'revise', decisionReason: '予定より遅い' }
			},
			{
				id: 'i',
				type: 'indicator',
				text: '入院を選ぶ家族の割合',
				fields: {
					unit: '％',
					baseline: '40',
					baselineAt: '令和5年',
					target: '30',
					targetAt: '令和8年度'
				}
			},
			{ id: 'm', type: 'measure', text: '冊子を作る' }
		],
		links: [
			{ from: 'm', to: ['o'] },
			{ from: 'o', to: ['i'] }
		]
	});
	const withValues = {
		...evaluated,
		cards: new Map(
			[...evaluated.cards].map(([id, card]) => [
				id,
				card.type === 'indicator'
					? { ...card, values: [{ id: '2025', value: '36', count: '120', isPartial: true }] }
					: card
			])
		)
	};

	test('has the values of the years, where they stand, and what was decided', async () => {
		const [title, head, row] = (await sheetsOf(withValues)).get('評価')!;
		expect(title?.[0]).toContain('令和7年度');
		const cell = (heading: string): string | undefined => row?.[head!.indexOf(heading)];
		expect(['番号', '期待したこと', '単位', '現状値（時点）', '令和7年度'].map(cell)).toEqual([
			'①',
			outcome.text,
			'%',
			'40（令和5年）',
			'36（もと120、年度の途中）'
		]);
		expect(
			['目標値（時点）', '目標までの差', '値のうごき', 'これから', 'これからの理由'].map(cell)
		).toEqual([
			'30（令和8年度）',
			'あと 6 ポイント',
			'4 ポイント近づきました',
			'見直し',
			'予定より遅い'
		]);
	});

	test('goes into the form for self-assessment with the caution that the mapping is ours', async () => {
		const sheets = await sheetsOf(withValues);
		const [title, head, row] = sheets.get('自己評価シート対応')!;
		expect(title?.[0]).toBe('当ボードによる対応づけ（様式は要確認）');
		expect(sheets.get('地域分析対応')?.[0]?.[0]).toBe(title?.[0]);
		expect(head).toEqual([
			'区分',
			'現状と課題',
			'具体的な取組',
			'目標（事業内容、指標等）',
			'実施内容',
			'自己評価結果',
			'課題と対応策'
		]);
		expect(row).toEqual([
			'看取り',
			'',
			'冊子を作る',
			'・入院を選ぶ家族の割合：30（令和8年度）',
			'',
			'・入院を選ぶ家族の割合：あと 6 ポイント',
			`・${outcome.text}：見直し（予定より遅い）`
		]);
	});

	test('is no sheet of a board that expects nothing yet', async () => {
		const board = boardOf({
			...iCityMitori,
			cards: [{ id: 'c', type: 'cause', text: '人手不足' }],
			links: []
		});
		expect([...(await sheetsOf(board)).keys()]).not.toContain('評価');
	});
});

test('委員意見 has room to write, a profession and no name', async () => {
	const [title, head, ...rows] = (await sheetsOf(mitoriBoard)).get('委員意見')!;
	expect(title?.[0]).toContain('職種だけ');
	expect(head).toEqual(['番号', '職種', 'ご意見', '関係するカードのNo.']);
	expect(rows).toHaveLength(12);
	expect(rows.every(([, ...cells]) => cells.every((cell) => cell === ''))).toBe(true);
});

test('つながり names both cards by number and words', async () => {
	const sheets = await sheetsOf(mitoriBoard);
	const [, ...rows] = sheets.get('つながり')!;
	expect(rows).toHaveLength(mitoriBoard.links.size);
	const words = new Map(sheets.get('カード一覧')!.map((row) => [row[0], row[2]]));
	for (const [from, fromText, phrase, to, toText] of rows) {
		expect([fromText, toText]).toEqual([words.get(from), words.get(to)]);
		expect(phrase).not.toBe('');
	}
});

test('ids and columns of types nobody used are hidden, not gone', async () => {
	const board = boardOf({
		...iCityMitori,
		cards: [{ id: 'c', type: 'cause', text: '人手不足' }],
		links: []
	});
	const { sheets } = await readXlsx((await writeXlsxFile(board, testOptions)).bytes);
	const list = sheets.find(({ name }) => name === 'カード一覧')!;
	const hidden = list.rows[0]!.filter((_, at) => list.columns?.[at]?.hidden === true);
	expect(hidden).toContain('ID');
	expect(hidden).toContain('目標値');
	expect(hidden).not.toContain('選んだ理由（一言）');
	expect(list.rows[0]!.at(-1)).toBe('ID');
});

describe('what is left out', () => {
	test('the hidden sheet holds no word of any card', async () => {
		const marks = (await sheetsOf(mitoriBoard)).get('_meta')!.flat().join('\n');
		expect(marks).toContain('"version":2');
		for (const { text } of mitoriCards) expect(marks).not.toContain(text.slice(0, 4));
		for (const word of [mitoriBoard.meta.title, mitoriBoard.meta.group])
			expect(marks).not.toContain(word);
	});

	test('notes stand nowhere in a file without notes, and votes and professions only where asked for', async () => {
		const cards = new Map(
			[...mitoriBoard.cards].map(([id, card]) => [
				id,
				{ ...card, votes: 7, profession: 'nhiOfficer' as const }
			])
		);
		const board = { ...mitoriBoard, cards };
		const all = async (options: Options): Promise<string> => {
			const files = unzipSync((await writeXlsxFile(board, options)).bytes);
			return Object.values(files)
				.map((content) => strFromU8(content))
				.join('\n');
		};
		const note = mitoriCards.find(({ type }) => type === 'note')!;
		expect(await all(testOptions)).toContain(note.text);
		const without = await all({ ...testOptions, includeNotes: false });
		for (const { type, text } of mitoriCards)
			expect([text, without.includes(text)]).toEqual([text, type !== 'note']);
		expect(without).not.toContain('国保担当者');
		const heads = async (options: Options) =>
			(await sheetsOf(board, options)).get('カード一覧')![0]!;
		expect(await heads(testOptions)).not.toContain('票');
		const asked = { ...testOptions, includeVotes: true, includeProfessions: true };
		expect(await heads(asked)).toEqual(expect.arrayContaining(['票', '職種']));
	});
});

test('60 cards stay under 30 KB', async () => {
	const cards = [0, 1].flatMap((copy) =>
		iCityMitori.cards.map((card) => ({
			...card,
			id: `${card.id}${copy}`,
			text: `${card.text}（${copy}）`
		}))
	);
	const links = [0, 1].flatMap((copy) =>
		iCityMitori.links.map(({ from, to }) => ({
			from: `${from}${copy}`,
			to: to.map((end) => `${end}${copy}`)
		}))
	);
	const { bytes } = await writeXlsxFile(boardOf({ ...iCityMitori, cards, links }), testOptions);
	expect(cards).toHaveLength(60);
	expect(bytes.length).toBeLessThan(30 * 1024);
});
