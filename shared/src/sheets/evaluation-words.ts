import type { FiscalYear } from '../method/evaluation/fiscal-years.ts';
import {
	fiscalYearName,
	fiscalYearOf,
	shortFiscalYear
} from '../method/evaluation/fiscal-years.ts';
import type { StandingState } from '../method/evaluation/judge-standing.ts';
import { differsInUnit } from '../method/evaluation/judge-standing.ts';
import type {
	Evaluation,
	EvaluationRow,
	YearReading
} from '../method/evaluation/read-evaluation.ts';
import { movementWords, standingWords } from '../method/evaluation/standing-words.ts';
import { circledNumber, circledRanges } from '../method/worksheet/circled-numbers.ts';
import { decisions, valueAt } from '../method/worksheet/words.ts';

/** The fiscal year of a day written `YYYY-MM-DD`. */
export function fiscalYearOfDay(date: string): FiscalYear {
	const [year = 0, month = 1] = date.split('-').map(Number);
	return fiscalYearOf(year, month);
}

/** The states a sentence about the whole board counts together. */
const groups: readonly {
	readonly label: string;
	readonly states: readonly StandingState[];
}[] = [
	{ label: '目標に届いたもの', states: ['reached'] },
	{ label: '途中のもの', states: ['toGo', 'overTarget'] },
	{ label: '遠ざかったもの', states: ['movedAway'] }
];

/** 「指標7つのうち、目標に届いたもの 2、…」; empty while nothing can be compared. */
export function summaryOf({ rows }: Evaluation): string {
	const judged = rows.filter(({ indicator }) => indicator !== null);
	const counts = groups.map(({ label, states }) => ({
		label,
		count: judged.filter(({ standing }) => states.includes(standing.state)).length
	}));
	const known = counts.reduce((sum, { count }) => sum + count, 0);
	if (known === 0) return '';
	const others = judged.length - known;
	const parts = [...counts, { label: 'まだくらべられないもの', count: others }]
		.filter(({ count }) => count > 0)
		.map(({ label, count }) => `${label} ${count}`);
	return `評価指標${judged.length}つのうち、${parts.join('、')}。`;
}

/** What stands under くらべてみると: the gap, how far it came, and what to be careful with. */
export function standingOf(row: EvaluationRow): string {
	if (row.indicator === null) return '';
	const { standing } = row;
	const isSaid = standing.state === 'movedAway';
	return [
		standingWords(standing).ja,
		isSaid ? '' : (movementWords(standing)?.ja ?? ''),
		...row.warnings.flatMap((warning) =>
			warning === 'targetZero' || warning === 'missingYear' ? [warningWords[warning]] : []
		)
	]
		.filter(Boolean)
		.join('\n');
}

const warningWords = {
	targetZero: '※目標が0です。届く数か、確かめましょう',
	missingYear: '※とんでいる年度があります'
} as const;

/** 現状値 with its date; the earliest year where nobody wrote one. */
export function baselineOf({ indicator, baseline, isBaselineFirstYear }: EvaluationRow): string {
	if (baseline.text === '' && isBaselineFirstYear) return '（最初の年の値）';
	return stacked(baseline.shown, indicator?.baselineAt ?? '');
}

/** 目標値 with its date. */
export function targetOf({ indicator, target }: EvaluationRow): string {
	return stacked(target.shown, indicator?.targetAt ?? '');
}

function stacked(value: string, at: string): string {
	return value !== '' && at !== '' ? `${value}\n（${at}）` : valueAt(value, at);
}

/** The value of a year with the cases behind it. */
export function readingOf(reading: YearReading | undefined): string {
	if (!reading || reading.text === '') return '';
	return [
		reading.shown,
		reading.countText === '' ? '' : `（もと${reading.countText}）`,
		reading.isPartial ? '（途中）' : ''
	]
		.filter(Boolean)
		.join('\n');
}

/** What people remarked on single years; too long for the narrow columns of the years. */
export function remarksOf({ values }: EvaluationRow): string {
	return [...values.values()]
		.filter(({ note }) => note !== '')
		.sort((a, b) => a.year - b.year)
		.map(({ year, note }) => `※${shortFiscalYear(year).ja}：${note}`)
		.join('\n');
}

/** The level of the target in a chart; null where its unit is another. */
export function targetLevelOf({ target: { quantity }, unit }: EvaluationRow): number | null {
	return quantity && !differsInUnit(quantity.unit, unit) ? quantity.value : null;
}

/** これから: the decision with its reason. */
export function decisionOf({ outcome, isFirst }: EvaluationRow): string {
	if (outcome === null || !isFirst) return '';
	return [decisions[outcome.decision], outcome.decisionReason].filter(Boolean).join('\n');
}

/** The years that get a column of their own, the latest, and what was found before them in words. */
export function columnYears(
	{ years }: Evaluation,
	most: number
): { readonly shown: readonly FiscalYear[]; readonly earlier: (row: EvaluationRow) => string } {
	const shown = years.slice(-most);
	const first = shown[0] ?? 0;
	return {
		shown,
		earlier: ({ values }) => {
			const before = [...values.values()]
				.filter(({ year, text }) => year < first && text !== '')
				.sort((a, b) => a.year - b.year)
				.map((reading) => `${shortFiscalYear(reading.year).ja} ${inOneLine(readingOf(reading))}`);
			return before.length === 0 ? '' : `それまで：${before.join('、')}`;
		}
	};
}

function inOneLine(text: string): string {
	return text.replaceAll('\n', '');
}

/** What is still open, as questions to ask. */
export function openQuestions(evaluation: Evaluation): readonly string[] {
	const marks = (rows: readonly EvaluationRow[]): string =>
		circledRanges(rows.flatMap(({ number }) => (number > 0 ? [number] : []))) +
		rows
			.flatMap(({ number, indicator }) => (number === 0 && indicator ? [indicator.text] : []))
			.map((text) => `「${text}」`)
			.join('');
	const year = fiscalYearName(evaluation.year).ja;
	const found: string[] = [];
	const ask = (rows: readonly EvaluationRow[], question: string): void => {
		if (rows.length > 0) found.push(`${marks(rows)} ${question}`.trim());
	};
	ask(
		evaluation.rows.filter(({ outcome, indicator }) => outcome && !indicator),
		'指標がまだありません。何を見ればわかりますか？'
	);
	ask(evaluation.missing, `${year}の値がまだありません。どこから数字を得ますか？`);
	ask(
		evaluation.rows.filter(({ indicator, target }) => indicator !== null && target.text === ''),
		'目標値がまだありません。どこまでを目指しますか？'
	);
	ask(
		evaluation.rows.filter(({ warnings }) => warnings.includes('targetReversed')),
		'目標が期待と逆の向きです。目標値と、増えるか減るかを確かめましょう。'
	);
	return found;
}

/** The ① of a row; an indicator of no outcome has none. */
export function markOf({ number }: EvaluationRow): string {
	return number > 0 ? circledNumber(number) : '・';
}
