import type { Board } from '../method/board.ts';
import { fiscalYearName, fiscalYearOf } from '../method/evaluation/fiscal-years.ts';
import type { FiscalYear } from '../method/evaluation/fiscal-years.ts';
import type { Evaluation, EvaluationRow } from '../method/evaluation/read-evaluation.ts';
import { readEvaluation } from '../method/evaluation/read-evaluation.ts';
import { movementWords, standingWords } from '../method/evaluation/standing-words.ts';
import { circledNumber } from '../method/worksheet/circled-numbers.ts';
import { decisions, directions, valueAt } from '../method/worksheet/words.ts';
import type { Table } from './xlsx-tables.ts';

/** 期待したこと against 現状 in the year of the day of writing. */
export function evaluationOn(board: Board, date: string): Evaluation {
	return readEvaluation(board, fiscalYearOf(Number(date.slice(0, 4)), Number(date.slice(5, 7))));
}

/** 評価シート (Step7) as a table: the values of every year, where they stand, and what was decided. */
export function evaluationTable({ rows, years, year }: Evaluation): Table {
	const sentence = 260;
	return {
		name: '評価',
		title: `期待したことと現状の比較（${fiscalYearName(year).ja}の値でくらべています）`,
		columns: [
			{ heading: '番号', widthPx: 56 },
			{ heading: '期待したこと', widthPx: sentence },
			{ heading: '増えるか減るか', widthPx: 120 },
			{ heading: '評価指標', widthPx: sentence },
			{ heading: '単位' },
			{ heading: '現状値（時点）', widthPx: 120 },
			...years.map((one) => ({ heading: fiscalYearName(one).ja, widthPx: 110 })),
			{ heading: '目標値（時点）', widthPx: 120 },
			{ heading: '目標までの差', widthPx: 180 },
			{ heading: '値のうごき', widthPx: 160 },
			{ heading: 'これから' },
			{ heading: 'これからの理由', widthPx: 220 },
			{ heading: '把握方法', widthPx: sentence }
		],
		rows: rows.map((row) => cellsOf(row, years))
	};
}

function cellsOf(row: EvaluationRow, years: readonly FiscalYear[]): readonly string[] {
	const { outcome, indicator, number, isFirst, standing, sources } = row;
	const named = isFirst ? outcome : null;
	return [
		number > 0 ? circledNumber(number) : '',
		outcome?.text ?? '',
		outcome ? directions[outcome.direction] : '',
		indicator?.text ?? '',
		row.unit,
		valueAt(row.baseline.text, indicator?.baselineAt ?? ''),
		...years.map((year) => yearCell(row, year)),
		valueAt(row.target.text, indicator?.targetAt ?? ''),
		standingWords(standing).ja,
		movementWords(standing)?.ja ?? '',
		named ? decisions[named.decision] : '',
		named?.decisionReason ?? '',
		sources.map(({ text }) => text).join('\n')
	];
}

function yearCell({ values }: EvaluationRow, year: FiscalYear): string {
	const value = values.get(year);
	if (!value || value.text === '') return '';
	const remarks = [
		value.countText === '' ? '' : `もと${value.countText}`,
		value.isPartial ? '年度の途中' : '',
		value.note
	].filter(Boolean);
	return remarks.length === 0 ? value.text : `${value.text}（${remarks.join('、')}）`;
}
