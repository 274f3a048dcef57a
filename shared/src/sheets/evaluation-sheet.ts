import type { Board } from '../method/board.ts';
import type { CardId } from '../method/card.ts';
import { fiscalYearName } from '../method/evaluation/fiscal-years.ts';
import type { Evaluation } from '../method/evaluation/read-evaluation.ts';
import { readEvaluation } from '../method/evaluation/read-evaluation.ts';
import { defaultMethod } from '../method/packs/method.ts';
import { indexBoard } from '../method/worksheet/board-index.ts';
import { cleanBoard } from '../method/worksheet/clean-board.ts';
import type { Paper } from '../method/worksheet/sheet-items.ts';
import { aimName } from './aims.ts';
import type { ContentBlock, ContentCell, SheetContents } from './contents.ts';
import { evaluationTable } from './evaluation-table.ts';
import { fiscalYearOfDay, openQuestions, summaryOf } from './evaluation-words.ts';
import { layOutContents } from './lay-out-contents.ts';
import type { CellDrawing } from './lay-out-table.ts';
import { headOf } from './sheet-head.ts';
import type { SheetMaker, SheetOptions } from './sheet-kind.ts';

/** The name of the sheet where it is printed. */
export const evaluationTitle = '評価シート';

const textPt = { A3: 12.5, A4: 10 } satisfies Record<Paper, number>;
const leastPt = { A3: 9.5, A4: 8.5 } satisfies Record<Paper, number>;

/** 評価シート (Step7, ⑧): 期待したこと beside 現状 with the gap between them, in numbers, in words and as charts. */
export const evaluationSheet: SheetMaker = {
	layOut: (board, options) => {
		const { contents, drawings } = makeEvaluation(board, options, 'charts');
		return layOutContents(contents, {
			paper: options.paper,
			isMonochrome: options.isMonochrome === true,
			caption: `${evaluationTitle}　「期待したこと」と「現状」のギャップを確認する`,
			textPt: textPt[options.paper],
			leastPt: leastPt[options.paper],
			drawings
		});
	},
	tell: (board, options) => makeEvaluation(board, options, 'words').contents
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

function makeEvaluation(raw: Board, options: SheetOptions, as: 'charts' | 'words'): MadeEvaluation {
	const board = cleanBoard(raw);
	const evaluation = readEvaluation(board, fiscalYearOfDay(options.date));
	const drawings = new Map<ContentCell, CellDrawing>();
	const head = headOf(board, evaluationTitle, options.method, options.includeEmpty);
	const fields = [
		...head.fields.map(({ label, value }) => `${label}［ ${value || '　　　　　　'} ］`),
		...(board.meta.reviewDate === '' ? [] : [`次の見直し［ ${board.meta.reviewDate} ］`])
	];
	const table = evaluationTable(evaluation, options, as === 'charts' ? drawings : null);
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
