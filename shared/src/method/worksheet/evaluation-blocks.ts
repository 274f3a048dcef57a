import type { Card, CardId, CardOf } from '../card.ts';
import type { BoardIndex } from './board-index.ts';
import { circledNumber, circledRanges } from './circled-numbers.ts';
import type { Row, RowWriter } from './rows.ts';
import { details, row } from './rows.ts';
import { blank, indicatorKinds, valueAt } from './words.ts';

/** Block 6: what is expected of the measures, numbered. */
export function outcomeRows(index: BoardIndex, writer: RowWriter): readonly Row[] {
	const rows = index
		.cardsOf('outcome')
		.flatMap((outcome, position) => [
			row('item', outcome.text, { mark: circledNumber(position + 1), cards: [outcome] }),
			...details(outcome, ['誰の・何の', outcome.whose]),
			...writer.tail(outcome)
		]);
	return rows.length > 0 ? rows : [row('detail', blank)];
}

/** Blocks 7 and 8: indicators with their values, and where the numbers come from, by the outcomes they serve. */
export function evaluationRows(index: BoardIndex, writer: RowWriter): readonly Row[] {
	const numbers = new Map(
		index.cardsOf('outcome').map((outcome, position) => [outcome.id, position + 1])
	);
	const outcomesOf = (id: CardId): number[] =>
		index.before(id, 'outcome').map((outcome) => numbers.get(outcome.id) ?? 0);
	const entries = [
		...indicatorEntries(index, writer, outcomesOf),
		...sourceEntries(index, writer, outcomesOf)
	];
	// What serves no outcome comes last; the sort is stable, so equal ones keep their lane order.
	entries.sort((a, b) => (a.numbers[0] ?? Infinity) - (b.numbers[0] ?? Infinity) || 0);
	const rows = entries.flatMap((entry) => entry.rows);
	return rows.length > 0 ? rows : [row('detail', blank)];
}

interface Entry {
	readonly numbers: readonly number[];
	readonly rows: readonly Row[];
}

type OutcomesOf = (id: CardId) => number[];

function indicatorEntries(
	index: BoardIndex,
	writer: RowWriter,
	outcomesOf: OutcomesOf
): readonly Entry[] {
	return index.cardsOf('indicator').map((indicator) => {
		const numbers = outcomesOf(indicator.id).sort((a, b) => a - b);
		const sources = index.after(indicator.id, 'source');
		const values = [
			valueAt(indicator.baseline, indicator.baselineAt),
			valueAt(indicator.target, indicator.targetAt)
		];
		return {
			numbers,
			rows: [
				row('item', indicator.text, {
					mark: circledRanges(numbers) || '・',
					label: '指標',
					cards: [indicator]
				}),
				...details(
					indicator,
					['種類', indicatorKinds[indicator.kind]],
					['単位', indicator.unit],
					['現状値', values[0] ?? ''],
					['目標値', values[1] ?? '']
				),
				...writer.tail(indicator),
				...sources.flatMap((source) => [
					row('detail', describeSource(source), { label: '把握方法', cards: [source] }),
					...(outcomesOf(source.id).length > 0 ? [] : writer.tail(source))
				])
			]
		};
	});
}

/** Sources of outcomes and loose ones; those that serve exactly the same outcomes share a row, as the manual writes. */
function sourceEntries(
	index: BoardIndex,
	writer: RowWriter,
	outcomesOf: OutcomesOf
): readonly Entry[] {
	const bySet = new Map<string, { numbers: number[]; sources: CardOf<'source'>[] }>();
	for (const source of index.cardsOf('source')) {
		const numbers = outcomesOf(source.id).sort((a, b) => a - b);
		if (numbers.length === 0 && index.before(source.id, 'indicator').length > 0) continue;
		const key = numbers.length > 0 ? numbers.join() : source.id;
		const same = bySet.get(key);
		if (same) same.sources.push(source);
		else bySet.set(key, { numbers, sources: [source] });
	}
	return [...bySet.values()].map(({ numbers, sources }) => ({
		numbers,
		rows: [
			row('item', sources.map(describeSource).join('、'), {
				mark: circledRanges(numbers) || '・',
				cards: sources
			}),
			...writer.tail(...sources)
		]
	}));
}

function describeSource(source: Card & CardOf<'source'>): string {
	const extras = [
		source.respondent && `回答者：${source.respondent}`,
		source.collector && `集める人：${source.collector}`,
		source.level,
		source.year
	].filter(Boolean);
	const text = source.text || blank;
	return extras.length > 0 ? `${text}（${extras.join('、')}）` : text;
}
