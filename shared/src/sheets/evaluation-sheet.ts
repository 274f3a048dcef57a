import type { Board } from '../method/board.ts';
import type { CardId } from '../method/card.ts';
import { fiscalYearName, shortFiscalYear } from '../method/evaluation/fiscal-years.ts';
import { gapBar } from '../method/evaluation/gap-bar.ts';
import type { Evaluation, EvaluationRow } from '../method/evaluation/read-evaluation.ts';
import { readEvaluation } from '../method/evaluation/read-evaluation.ts';
import { trendChart } from '../method/evaluation/trend-chart.ts';
import { defaultMethod } from '../method/packs/method.ts';
import { indexBoard } from '../method/worksheet/board-index.ts';
import { cleanBoard } from '../method/worksheet/clean-board.ts';
import type { Paper } from '../method/worksheet/sheet-items.ts';
import { aimName } from './aims.ts';
import type { ContentBlock, ContentCell, SheetContents } from './contents.ts';
import { drawPicture } from './draw-picture.ts';
import {
	baselineOf,
	columnYears,
	decisionOf,
	fiscalYearOfDay,
	markOf,
	openQuestions,
	readingOf,
	remarksOf,
	standingOf,
	summaryOf,
	targetLevelOf,
	targetOf
} from './evaluation-words.ts';
import { contentsPage, layOutContents } from './lay-out-contents.ts';
import type { CellDrawing } from './lay-out-table.ts';
import { headOf } from './sheet-head.ts';
import type { SheetMaker, SheetOptions } from './sheet-kind.ts';

/** The name of the sheet where it is printed. */
export const evaluationTitle = '評価シート';

const textPt = { A3: 12.5, A4: 10 } satisfies Record<Paper, number>;
const leastPt = { A3: 9.5, A4: 8.5 } satisfies Record<Paper, number>;
const yearColumns = { A3: 4, A4: 3 } satisfies Record<Paper, number>;
const emptyRows = 6;
const yearShare = 0.05;
const fixedShares = {
	mark: 0.028,
	indicator: 0.165,
	baseline: 0.076,
	target: 0.076,
	standing: 0.128,
	trend: 0.09
} as const;

/** 評価シート (Step7, ⑧): 期待したこと beside 現状 with the gap between them, in numbers, in words and as charts. */
export const evaluationSheet: SheetMaker = {
	layOut: (board, options) => {
		const { contents, drawings } = makeEvaluation(board, options);
		return layOutContents(contents, {
			paper: options.paper,
			isMonochrome: options.isMonochrome === true,
			caption: `${evaluationTitle}　「期待したこと」と「現状」のギャップを確認する`,
			textPt: textPt[options.paper],
			leastPt: leastPt[options.paper],
			drawings
		});
	},
	tell: (board, options) => makeEvaluation(board, options).contents
};

/** Whether there is anything to compare yet: a value, a 現状値, a 目標値 or a decision. */
export function hasEvaluation(board: Board): boolean {
	return [...board.cards.values()].some(
		(card) =>
			(card.type === 'outcome' && card.decision !== 'none') ||
			(card.type === 'indicator' &&
				(card.baseline !== '' || card.target !== '' || card.values.length > 0))
	);
}

interface MadeEvaluation {
	readonly contents: SheetContents;
	readonly drawings: ReadonlyMap<ContentCell, CellDrawing>;
}

function makeEvaluation(raw: Board, options: SheetOptions): MadeEvaluation {
	const board = cleanBoard(raw);
	const evaluation = readEvaluation(board, fiscalYearOfDay(options.date));
	const drawings = new Map<ContentCell, CellDrawing>();
	const head = headOf(board, evaluationTitle, options.method, options.includeEmpty);
	const fields = [
		...head.fields.map(({ label, value }) => `${label}［ ${value || '　　　　　　'} ］`),
		...(board.meta.reviewDate === '' ? [] : [`次の見直し［ ${board.meta.reviewDate} ］`])
	];
	const table = tableOf(evaluation, options, drawings);
	const hasValues = evaluation.rows.some(({ values }) => values.size > 0);
	const blocks: readonly (ContentBlock | null)[] = [
		say(fields.join('　')),
		...aimsOf(board, options),
		evaluation.rows.length === 0
			? say('期待したことがまだありません。何がどうなることを期待しますか？')
			: null,
		hasValues
			? say(`くらべる年度：${fiscalYearName(evaluation.year).ja}。${summaryOf(evaluation)}`, 'lead')
			: null,
		table,
		drawings.size > 0
			? say(
					'棒は、はじめの現状値から目標値までの道のりのうち、進んだところまでを塗っています。うごきの点線は目標値です。',
					'small'
				)
			: null,
		...questionsOf(evaluation)
	];
	return {
		contents: {
			title: head.kicker === '' ? head.title : `${head.kicker}　${head.title}`,
			orientation: 'landscape',
			blocks: blocks.filter((block) => block !== null)
		},
		drawings
	};
}

function say(
	text: string,
	look: 'lead' | 'normal' | 'small' = 'normal',
	mark = '',
	cardIds: readonly CardId[] = []
): ContentBlock | null {
	return text === '' ? null : { kind: 'paragraph', mark, text, look, cardIds };
}

/** What all of it is for: the chosen theme and 目指す姿. */
function aimsOf(board: Board, { method = defaultMethod }: SheetOptions) {
	const index = indexBoard(board);
	const themes = index.cardsOf('theme').filter(({ status }) => status === 'chosen');
	return [...themes, ...index.cardsOf('vision')]
		.filter(({ text }) => text.trim() !== '')
		.map((card) => say(card.text, 'normal', `${aimName(card, method)}：`, [card.id]));
}

function questionsOf(evaluation: Evaluation): readonly (ContentBlock | null)[] {
	const questions = openQuestions(evaluation);
	if (questions.length === 0) return [];
	return [
		{ kind: 'heading', level: 2, text: 'これから確かめること' },
		...questions.map((question) => say(question, 'normal', '・'))
	];
}

function tableOf(
	evaluation: Evaluation,
	options: SheetOptions,
	drawings: Map<ContentCell, CellDrawing>
): ContentBlock | null {
	const { paper, isMonochrome = false, method = defaultMethod, includeEmpty = true } = options;
	if (evaluation.rows.length === 0 && !includeEmpty) return null;
	const { shown, earlier } = columnYears(evaluation, yearColumns[paper]);
	const { widthMm, marginMm } = contentsPage(paper, 'landscape');
	const tableMm = widthMm - marginMm * 2;
	const left =
		1 -
		Object.values(fixedShares).reduce((sum, share) => sum + share, 0) -
		shown.length * yearShare;
	const cell = (
		text: string,
		ids: readonly (CardId | undefined)[] = [],
		drawing: CellDrawing | null = null
	): ContentCell => {
		const made: ContentCell = { text, cardIds: ids.filter((id) => id !== undefined) };
		if (drawing) drawings.set(made, drawing);
		return made;
	};
	const bold = (text: string): ContentCell => ({ text, isBold: true });
	const rowOf = (row: EvaluationRow): readonly ContentCell[] => {
		const { outcome, isFirst, indicator, sources } = row;
		const isCompared = indicator !== null && row.standing.share !== null;
		const hasTrend = row.trend.some(({ value }) => value !== null);
		const found = [
			indicator?.text ?? '',
			row.unit === '' || indicator === null ? '' : `（単位：${row.unit}）`,
			earlier(row),
			remarksOf(row),
			...sources.map(({ text }) => `${method.cardTypes.source.label.ja}：${text}`)
		].filter(Boolean);
		return [
			bold(markOf(row)),
			cell(isFirst ? (outcome?.text ?? '（どの期待にもつながっていません）') : '', [outcome?.id]),
			cell(found.join('\n'), [indicator?.id, ...sources.map(({ id }) => id)]),
			cell(baselineOf(row)),
			cell(targetOf(row)),
			...shown.map((year) => ({
				...cell(readingOf(row.values.get(year))),
				isBold: year === evaluation.year
			})),
			cell(
				standingOf(row),
				[],
				isCompared
					? drawPicture(gapBar(row.standing), tableMm * fixedShares.standing * 0.86, isMonochrome)
					: null
			),
			cell(
				'',
				[],
				hasTrend
					? drawPicture(
							trendChart(row.trend, targetLevelOf(row)),
							tableMm * fixedShares.trend * 0.86,
							isMonochrome
						)
					: null
			),
			cell(decisionOf(row))
		];
	};
	const columns = [
		{ title: 'No.', share: fixedShares.mark },
		{ title: method.cardTypes.outcome.label.ja, share: left * 0.56 },
		{
			title: `${method.cardTypes.indicator.label.ja}・${method.cardTypes.source.label.ja}`,
			share: fixedShares.indicator
		},
		{ title: '現状値', share: fixedShares.baseline },
		{ title: '目標値', share: fixedShares.target },
		...shown.map((year) => ({ title: shortFiscalYear(year).ja, share: yearShare })),
		{ title: 'くらべてみると', share: fixedShares.standing },
		{ title: 'うごき', share: fixedShares.trend },
		{ title: 'これから', share: left * 0.44 }
	];
	const rows =
		evaluation.rows.length > 0
			? evaluation.rows.map(rowOf)
			: Array.from({ length: emptyRows }, () => columns.map(() => cell('\n\n\n')));
	return { kind: 'table', columns, rows };
}
