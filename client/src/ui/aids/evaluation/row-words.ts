import { circledNumber, circledRanges } from '@renkei/shared/method/worksheet/circled-numbers.ts';
import { fiscalYearName } from '@renkei/shared/method/evaluation/fiscal-years.ts';
import type {
	Evaluation,
	EvaluationRow,
	EvaluationWarning
} from '@renkei/shared/method/evaluation/read-evaluation.ts';
import { say } from '../../../i18n/message.ts';
import { evaluationHints, evaluationText } from '../../../i18n/messages/evaluation.ts';

/** What a row is about, in the words on its card. */
export function rowName({ outcome, indicator }: EvaluationRow): string {
	return outcome?.text.trim() || indicator?.text.trim() || '—';
}

/** ① and so on; a dot for an indicator of no outcome. */
export function rowMark({ number }: EvaluationRow): string {
	return number > 0 ? circledNumber(number) : '・';
}

/** The line of values for those who cannot see it. */
export function trendWords(
	{ trend, target, unit }: EvaluationRow,
	years: readonly number[]
): string {
	const values = trend.flatMap(({ value }, at) => {
		const year = years[at];
		return value === null || year === undefined
			? []
			: [`${say(fiscalYearName(year))} ${value}${unit}`];
	});
	if (values.length === 0) return evaluationText.noTrend();
	return evaluationText.trendWords(values.join('、'), target.shown);
}

const warned: readonly EvaluationWarning[] = [
	'targetReversed',
	'unitChanged',
	'smallNumbers',
	'partialYear',
	'missingYear',
	'targetZero'
];

/** The questions beneath the table, the most useful first. */
export function hintLines({ rows, missing, year }: Evaluation): readonly string[] {
	const marks = (found: readonly EvaluationRow[]): string =>
		circledRanges(found.filter(({ number }) => number > 0).map(({ number }) => number)) || '・';
	const lines: string[] = [];
	const about = (found: readonly EvaluationRow[], words: (marks: string) => string): void => {
		if (found.length > 0) lines.push(words(marks(found)));
	};
	about(missing, (found) => evaluationHints.missing(found, say(fiscalYearName(year))));
	for (const warning of warned)
		if (warning !== 'noBaseline')
			about(
				rows.filter(({ warnings }) => warnings.includes(warning)),
				evaluationHints[warning]
			);
	about(
		rows.filter(({ indicator }) => !indicator),
		evaluationHints.noIndicator
	);
	about(
		rows.filter(({ indicator }) => indicator && (!indicator.baseline || !indicator.target)),
		evaluationHints.noBaselineOrTarget
	);
	return lines;
}
