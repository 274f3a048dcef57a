import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Board } from '../method/board.ts';
import type { Card, CardId } from '../method/card.ts';
import { compareVersions } from '../method/evaluation/compare-versions.ts';
import { readPastedValues } from '../method/evaluation/paste-values.ts';
import { readEvaluation } from '../method/evaluation/read-evaluation.ts';
import { standingWords } from '../method/evaluation/standing-words.ts';
import { nextBoard } from '../method/next-board.ts';
import {
	addCard,
	addLinkedCard,
	editCardText,
	setCardField,
	setCardVotes
} from './commands/card-commands.ts';
import { enterValues } from './commands/value-commands.ts';
import { History } from './history.ts';
import { readBoard } from './read-board.ts';
import { encodeStart } from './templates.ts';

const author = { participant: 'p1', profession: null, now: 1 };
const currentYear = 2025;

function start(id: Parameters<typeof encodeStart>[0] = 'g-city-evaluation') {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, encodeStart(id, { scene: 'discharge' }, author));
	const history = new History(doc, () => author);
	const board = (): Board => readBoard(doc);
	const evaluation = () => readEvaluation(board(), currentYear);
	const find = (text: string): CardId => {
		for (const card of board().cards.values()) if (card.text === text) return card.id;
		throw new Error(`There is no card ${text}`);
	};
	const snapshot = (): string =>
		JSON.stringify([
			[...board().cards.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
			[...board().links.keys()].sort()
		]);
	return { doc, history, board, evaluation, find, snapshot };
}

const held = '退院前CCの開催率が上がる';

test('every outcome is a row, numbered as on the sheet, with nothing measured yet', () => {
	const { evaluation } = start();
	const { rows, years, year, isDecided, missing } = evaluation();
	expect(rows.map(({ number, outcome }) => `${number} ${outcome?.text}`)).toEqual([
		'1 再入院する高齢者の割合が減少する',
		'2 必要なサービスがケアプランに盛り込まれる割合が高まる',
		'3 退院前CCの開催率が上がる',
		'4 ケアマネジャーの退院前CCへの参加率が上がる',
		'5 ケアプラン検討に必要な職種の退院前CCへの参加率が上がる',
		'6 入院医療費の伸びが抑えられる'
	]);
	expect(rows.map(({ standing }) => standing.state)).toEqual([
		'noValue',
		...Array.from({ length: 5 }, () => 'noIndicator')
	]);
	expect([years, year, isDecided]).toEqual([[2023, 2024, 2025], 2025, false]);
	expect(missing.map(({ number }) => number)).toEqual([1]);
});

test('the first value of an outcome makes its indicator in the same step, and sources stay where they are', () => {
	const { doc, history, board, evaluation, find, snapshot } = start('i-city-mitori');
	const before = snapshot();
	const [first] = evaluation().rows;
	const outcome = first?.outcome?.id as CardId;
	const sources = first?.sources.map(({ text }) => text);
	expect(sources?.length).toBeGreaterThan(0);
	const made = enterValues(
		doc,
		[{ of: { outcome }, values: { 2025: { value: '６３％' } } }],
		author
	);
	const [row] = evaluation().rows;
	expect(made).toEqual([row?.indicator?.id]);
	expect(row?.indicator?.text).toBe(row?.outcome?.text);
	expect(row?.key).toBe(first?.key);
	expect(row?.sources.map(({ text }) => text)).toEqual(sources);
	expect(row?.values.get(2025)?.quantity?.value).toBe(63);
	history.undo();
	expect(snapshot()).toBe(before);
	history.redo();
	expect(evaluation().rows[0]?.values.get(2025)?.shown).toBe('63');
	expect(evaluation().rows[0]?.unit).toBe('%');
	expect(find(first?.outcome?.text ?? '')).toBe(outcome);
	expect(board().problems).toEqual([]);
});

test('values, counts and notes of a year are kept; null takes a year away', () => {
	const { doc, evaluation, find } = start();
	const [indicator] =
		enterValues(
			doc,
			[
				{
					of: { outcome: find(held) },
					fields: { unit: '％', baseline: '46%', target: '70' },
					values: {
						2023: { value: '46' },
						2025: { value: '63', count: '8', isPartial: true, note: '上半期' }
					}
				}
			],
			author
		) ?? [];
	const row = () => evaluation().rows.find(({ outcome }) => outcome?.text === held);
	expect([row()?.baseline.shown, row()?.target.shown]).toEqual(['46%', '70%']);
	expect(row()?.values.get(2025)).toMatchObject({
		count: 8,
		isPartial: true,
		note: '上半期',
		shown: '63'
	});
	expect(row()?.warnings).toEqual(['missingYear', 'partialYear', 'smallNumbers']);
	expect(row()?.trend.map(({ value }) => value)).toEqual([46, null, 63]);
	enterValues(doc, [{ of: { indicator: indicator as CardId }, values: { 2025: null } }], author);
	expect(row()?.values.has(2025)).toBe(false);
});

test.each([
	[{ of: { indicator: 'gone' }, values: { 2025: { value: '1' } } }],
	[{ of: { outcome: 'OUTCOME' }, values: { R7: { value: '1' } } }],
	[{ of: { outcome: 'OUTCOME' }, fields: { target: 'x'.repeat(101) } }],
	[{ of: { indicator: 'OUTCOME' }, values: { 2025: { value: '1' } } }]
])('what is not allowed enters nothing at all (%#)', (bad) => {
	const { doc, find, snapshot } = start();
	const outcome = find(held);
	const text = JSON.stringify(bad).replaceAll('OUTCOME', outcome);
	const before = snapshot();
	const good = { of: { outcome }, values: { 2025: { value: '63' } } };
	expect(enterValues(doc, [good, JSON.parse(text)], author)).toBeNull();
	expect(snapshot()).toBe(before);
});

test('a unit that changed is not compared, drawn or added up', () => {
	const { doc, evaluation } = start();
	const fields = { unit: '件', target: '25件' };
	const values = {
		2023: { value: '38' },
		2024: { value: '36', unit: '%' },
		2025: { value: '31件' }
	};
	const indicator = evaluation().rows[0]?.indicator?.id as CardId;
	enterValues(doc, [{ of: { indicator }, fields, values }], author);
	const [row] = evaluation().rows;
	expect(row?.trend.map(({ value }) => value)).toEqual([38, null, 31]);
	expect(row?.values.get(2024)?.shown).toBe('36%');
	expect(row?.warnings).toEqual(['noBaseline', 'unitChanged']);
	// Nobody wrote a 現状値: the first year stands for it.
	expect(row?.isBaselineFirstYear).toBe(true);
	expect(standingWords(row!.standing).ja).toBe('あと 6 件');
	expect(row?.standing.share).toBeCloseTo(7 / 13);
});

test('an indicator of no outcome has a row of its own', () => {
	const { doc, evaluation } = start();
	addCard(doc, { type: 'indicator', text: 'ただの指標' }, author);
	const row = evaluation().rows.at(-1);
	expect([row?.outcome, row?.indicator?.text, row?.number]).toEqual([null, 'ただの指標', 0]);
});

test('years far back do not draw a column for each year between', () => {
	const { doc, evaluation, find } = start();
	const values = { 1990: { value: '1' }, 2024: { value: '2' } };
	enterValues(doc, [{ of: { outcome: find(held) }, values }], author);
	expect(evaluation().years).toEqual([1990, 2024, 2025]);
	expect(evaluation().year).toBe(2024);
});

test('a revised board is asked for once every outcome with values has a decision', () => {
	const { doc, evaluation, find } = start();
	enterValues(doc, [{ of: { outcome: find(held) }, values: { 2025: { value: '63' } } }], author);
	expect(evaluation().isDecided).toBe(false);
	setCardField(doc, find(held), 'decision', 'revise');
	expect(evaluation().isDecided).toBe(true);
});

const pasted = [
	'指標\t単位\t現状値\t目標値\t令和5年度\tR6\t２０２５年度\t備考',
	'③\t%\t46%\t70%\t46\t52\t63\tメモ',
	'再入院する高齢者の割合が減少する\t％\t\t\t12.5%\t―\t集計中\t',
	'「退院前CCへの参加率」\t\t\t\t1\t2\t3\t',
	'知らない指標\t\t\t\t1\t2\t3\t'
].join('\r\n');

test('a pasted table is matched by mark and name; what is not understood is named', () => {
	const { evaluation } = start();
	const table = readPastedValues(pasted, evaluation().rows);
	expect(table.columns).toEqual(['unit', 'baseline', 'target', 2023, 2024, 2025]);
	expect(table.ignoredColumns).toEqual(['備考']);
	expect(table.unmatched).toEqual(['「退院前CCへの参加率」', '知らない指標']);
	expect(
		table.rows.map(({ row, cells }) => [
			row.number,
			cells.map(({ column, after, change }) => `${column} ${after} ${change}`)
		])
	).toEqual([
		[
			3,
			[
				'unit % new',
				'baseline 46% new',
				'target 70% new',
				'2023 46 new',
				'2024 52 new',
				'2025 63 new'
			]
		],
		[1, ['unit ％ new', '2023 12.5% new', '2025 集計中 notANumber']]
	]);
	expect(table.changeCount).toBe(8);
});

test.each([
	['commas and quotes', '指標,"令和6年度","R7"\n"退院前CCの開催率\nが上がる","1,204",63'],
	['years down the side', '年度\t退院前CCの開催率が上がる\nR6\t1,204\n令和7年度\t63'],
	['a title above', '実績一覧\t\t\n\t2024\t2025\n退院前ＣＣの開催率が上がる\t1,204\t63'],
	['a part of the name', '\tR6\tR7\n退院前CCの開催率\t1,204\t63']
])('a table with %s is read', (_, text) => {
	const { evaluation } = start();
	const { rows, unmatched } = readPastedValues(text, evaluation().rows);
	expect(unmatched).toEqual([]);
	expect(
		rows.map(({ row, cells }) => [row.outcome?.text, cells.map(({ after }) => after)])
	).toEqual([[held, ['1,204', '63']]]);
});

test.each(['', '\t\t', '指標\n退院前CC', 'あ\tい\nう\tえ'])('%j is no table of values', (text) => {
	const { evaluation } = start();
	expect(readPastedValues(text, evaluation().rows)).toMatchObject({ rows: [], changeCount: 0 });
});

test('a paste already entered changes nothing, and a different value is shown as a replacement', () => {
	const { doc, evaluation, find } = start();
	enterValues(doc, [{ of: { outcome: find(held) }, values: { 2025: { value: '63' } } }], author);
	const changes = (value: string) =>
		readPastedValues(`\t2025\n③\t${value}`, evaluation().rows).rows[0]?.cells[0]?.change;
	expect([changes('63'), changes('64')]).toEqual(['same', 'replace']);
});

test('before and after: what was kept, reworded, dropped and added', () => {
	const { doc, board, find } = start();
	setCardField(doc, find('入院医療費の伸びが抑えられる'), 'decision', 'end');
	addLinkedCard(
		doc,
		{ type: 'indicator', text: '医療費' },
		{ from: find('入院医療費の伸びが抑えられる') },
		author
	);
	const old = board();
	const next = nextBoard(old, 'b0', 'review', { title: 't', group: '', date: '' });
	const cards = new Map(next.cards);
	const reworded = [...cards.values()].find(({ text }) => text === held) as Card;
	cards.set(reworded.id, { ...reworded, text: '退院前CCが毎回ひらかれる' });
	const extra = { ...reworded, id: 'x1' as CardId, text: '新しい期待', copiedFrom: '' };
	cards.set(extra.id, extra);
	const changes = compareVersions([...old.cards.values()], 'b0', { ...next, cards });
	const outcome = changes.find(({ type }) => type === 'outcome');
	expect(outcome?.kept.length).toBe(4);
	expect(outcome?.changed).toEqual([{ before: held, after: '退院前CCが毎回ひらかれる' }]);
	expect(outcome?.dropped.map(({ text }) => text)).toEqual(['入院医療費の伸びが抑えられる']);
	expect(outcome?.added).toEqual(['新しい期待']);
	expect(changes.map(({ type }) => type)).toContain('measure');
});

test('reading the evaluation of a whole board never fails on odd values', () => {
	const { doc, evaluation, find } = start();
	for (const value of ['', '—', '約3割', '30〜40%', '1e9', '𠮟', '-0', '100%'])
		for (const unit of ['', '%', '件']) {
			const of = { outcome: find(held) } as const;
			enterValues(
				doc,
				[{ of, fields: { unit, target: value }, values: { 2025: { value, count: value } } }],
				author
			);
			expect(evaluation().rows.length).toBeGreaterThan(5);
		}
	editCardText(doc, find(held), { index: 0, remove: 2000, insert: '' });
	expect(evaluation().rows.length).toBeGreaterThan(5);
});

test('votes of a card are noted, taken back and refused where they are no number', () => {
	const doc = new Y.Doc();
	const id = addCard(doc, { type: 'note', text: '意見' }, author);
	const votes = () => readBoard(doc).cards.get(id)?.votes;
	expect([setCardVotes(doc, id, 7), votes()]).toEqual([true, 7]);
	expect([setCardVotes(doc, id, null), votes()]).toEqual([true, null]);
	for (const bad of [-1, 1.5, 10_000, Number.NaN]) expect(setCardVotes(doc, id, bad)).toBe(false);
	expect(setCardVotes(doc, 'gone' as CardId, 1)).toBe(false);
});
