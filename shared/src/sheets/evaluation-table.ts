import type { CardId } from '../method/card.ts';
import { shortFiscalYear } from '../method/evaluation/fiscal-years.ts';
import { gapBar } from '../method/evaluation/gap-bar.ts';
import type { Picture } from '../method/evaluation/picture.ts';
import type { Evaluation, EvaluationRow } from '../method/evaluation/read-evaluation.ts';
import { trendChart } from '../method/evaluation/trend-chart.ts';
import { defaultMethod } from '../method/packs/method.ts';
import type { Paper } from '../method/worksheet/sheet-items.ts';
import type { ContentCell, ContentTable } from './contents.ts';
import { drawPicture } from './draw-picture.ts';
import {
	baselineOf,
	columnYears,
	decisionOf,
	markOf,
	readingOf,
	remarksOf,
	standingOf,
	targetLevelOf,
	targetOf
} from './evaluation-words.ts';
import { contentsPage } from './lay-out-contents.ts';
import type { CellDrawing } from './lay-out-table.ts';
import type { SheetOptions } from './sheet-kind.ts';

const yearColumns = { A3: 4, A4: 3 } satisfies Record<Paper, number>;
const emptyRows = 6;
const shares = {
	mark: 0.032,
	indicator: 0.165,
	baseline: 0.076,
	target: 0.076,
	year: 0.05,
	standing: 0.128,
	trend: 0.09
} as const;
/** Of what the others leave, the part of 期待したこと; the rest is これから. */
const outcomeShare = 0.56;
const chartShare = 0.86;

interface Column {
	readonly title: string;
	readonly share: number;
	readonly cell: (row: EvaluationRow) => ContentCell;
}

/** The table of 評価シート; charts are added to `drawings`, and left out with their column where there are none to add to. */
export function evaluationTable(
	evaluation: Evaluation,
	options: SheetOptions,
	drawings: Map<ContentCell, CellDrawing> | null
): ContentTable | null {
	const { includeEmpty = true } = options;
	if (evaluation.rows.length === 0 && !includeEmpty) return null;
	const columns = columnsOf(evaluation, options, drawings);
	return {
		kind: 'table',
		columns: columns.map(({ title, share }) => ({ title, share })),
		rows:
			evaluation.rows.length > 0
				? evaluation.rows.map((row) => columns.map(({ cell }) => cell(row)))
				: Array.from({ length: emptyRows }, () => columns.map(() => ({ text: '\n\n\n' })))
	};
}

function columnsOf(
	evaluation: Evaluation,
	{ paper, isMonochrome = false, method = defaultMethod }: SheetOptions,
	drawings: Map<ContentCell, CellDrawing> | null
): readonly Column[] {
	const { outcome, indicator, source } = method.cardTypes;
	const { shown, earlier } = columnYears(evaluation, yearColumns[paper]);
	const { widthMm, marginMm } = contentsPage(paper, 'landscape');
	const withChart = (cell: ContentCell, picture: Picture | null, share: number): ContentCell => {
		const width = (widthMm - marginMm * 2) * share * chartShare;
		if (picture) drawings?.set(cell, drawPicture(picture, width, isMonochrome));
		return cell;
	};
	const fixed: readonly Column[] = [
		{
			title: `${indicator.label.ja}・${source.label.ja}`,
			share: shares.indicator,
			cell: (row) => ({
				text: [
					row.indicator?.text ?? '',
					row.unit === '' || row.indicator === null ? '' : `（単位：${row.unit}）`,
					earlier(row),
					remarksOf(row),
					...row.sources.map(({ text }) => `${source.label.ja}：${text}`)
				]
					.filter(Boolean)
					.join('\n'),
				cardIds: ids(row.indicator, ...row.sources)
			})
		},
		{ title: '現状値', share: shares.baseline, cell: (row) => ({ text: baselineOf(row) }) },
		{ title: '目標値', share: shares.target, cell: (row) => ({ text: targetOf(row) }) },
		...shown.map((year): Column => ({
			title: shortFiscalYear(year).ja,
			share: shares.year,
			cell: ({ values }) => ({
				text: readingOf(values.get(year)),
				isBold: year === evaluation.year
			})
		})),
		{
			title: 'くらべてみると',
			share: shares.standing,
			cell: (row) => {
				const isCompared = row.indicator !== null && row.standing.share !== null;
				const picture = isCompared ? gapBar(row.standing) : null;
				return withChart({ text: standingOf(row) }, picture, shares.standing);
			}
		},
		...(drawings === null ? [] : [trendColumn()])
	];
	const left = 1 - shares.mark - fixed.reduce((sum, { share }) => sum + share, 0);
	return [
		{ title: 'No.', share: shares.mark, cell: (row) => ({ text: markOf(row), isBold: true }) },
		{
			title: outcome.label.ja,
			share: left * outcomeShare,
			cell: (row) => ({
				text: row.isFirst ? (row.outcome?.text ?? '（どの期待にもつながっていません）') : '',
				cardIds: ids(row.outcome)
			})
		},
		...fixed,
		{
			title: 'これから',
			share: left * (1 - outcomeShare),
			cell: (row) => ({ text: decisionOf(row) })
		}
	];

	function trendColumn(): Column {
		return {
			title: 'うごき',
			share: shares.trend,
			cell: (row) => {
				const hasTrend = row.trend.some(({ value }) => value !== null);
				const picture = hasTrend ? trendChart(row.trend, targetLevelOf(row)) : null;
				return withChart({ text: '' }, picture, shares.trend);
			}
		};
	}
}

function ids(...cards: readonly ({ readonly id: CardId } | null)[]): readonly CardId[] {
	return cards.flatMap((card) => (card === null ? [] : [card.id]));
}
