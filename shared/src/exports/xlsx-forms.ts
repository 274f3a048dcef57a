import type { Board } from '../method/board.ts';
import type { Evaluation, EvaluationRow } from '../method/evaluation/read-evaluation.ts';
import { standingWords } from '../method/evaluation/standing-words.ts';
import type { Method } from '../method/packs/method.ts';
import { sceneLabel } from '../method/packs/method.ts';
import type { BoardIndex } from '../method/worksheet/board-index.ts';
import { indexBoard } from '../method/worksheet/board-index.ts';
import { circledNumber } from '../method/worksheet/circled-numbers.ts';
import { cleanBoard } from '../method/worksheet/clean-board.ts';
import { decisions, valueAt } from '../method/worksheet/words.ts';
import type { Table } from './xlsx-tables.ts';

/** Said above both: which cell of the official form a card goes into is our own reading of it. */
const caution = '当ボードによる対応づけ（様式は要確認）';

/** What goes into the columns of the 自己評価シート, a measure per row (method §2.3). */
export function selfAssessmentTable(raw: Board, evaluation: Evaluation, method: Method): Table {
	const board = cleanBoard(raw);
	const index = indexBoard(board);
	const scene = board.meta.scene === null ? '' : sceneLabel(method, board.meta.scene).ja;
	const issue = bullets([...themesOf(index), ...index.cardsOf('fact')].map(({ text }) => text));
	const measures = index.cardsOf('measure');
	const served = new Set<EvaluationRow>();
	const rows = measures.map((measure, at) => {
		const outcomes = new Set(index.after(measure.id, 'outcome').map(({ id }) => id));
		const own = evaluation.rows.filter(({ outcome }) => outcome && outcomes.has(outcome.id));
		for (const row of own) served.add(row);
		const parts = measure.subActions.map(({ text }, part) => circledNumber(part + 1) + text);
		return [
			scene,
			at === 0 ? issue : '',
			[measure.text, ...parts].join('\n'),
			...assessmentOf(own)
		];
	});
	const rest = evaluation.rows.filter((row) => !served.has(row));
	if (rest.length > 0 || rows.length === 0)
		rows.push([scene, rows.length === 0 ? issue : '', '', ...assessmentOf(rest)]);
	const widths = [130, 300, 300, 280, 200, 260, 260];
	const headings = [
		'区分',
		'現状と課題',
		'具体的な取組',
		'目標（事業内容、指標等）',
		'実施内容',
		'自己評価結果',
		'課題と対応策'
	];
	return {
		name: '自己評価シート対応',
		title: caution,
		columns: headings.map((heading, at) => ({ heading, widthPx: widths[at] ?? 200 })),
		rows
	};
}

/** Goal, what was done (left open), the result, and what follows from it. */
function assessmentOf(rows: readonly EvaluationRow[]): readonly string[] {
	const goals = rows.map(({ outcome, indicator, target }) => {
		if (!indicator) return outcome?.text ?? '';
		const aim = valueAt(target.text, indicator.targetAt);
		return aim === '' ? indicator.text : `${indicator.text}：${aim}`;
	});
	const results = rows
		.filter(({ indicator }) => indicator)
		.map(({ indicator, standing }) => `${indicator?.text ?? ''}：${standingWords(standing).ja}`);
	const next = rows.flatMap(({ outcome, isFirst }) => {
		if (!outcome || !isFirst || outcome.decision === 'none') return [];
		const reason = outcome.decisionReason === '' ? '' : `（${outcome.decisionReason}）`;
		return [`${outcome.text}：${decisions[outcome.decision]}${reason}`];
	});
	return [bullets(goals), '', bullets(results), bullets(next)];
}

/** What goes into the five fields of the 地域分析・検討シート (method §2.3). */
export function regionalAnalysisTable(raw: Board): Table {
	const index = indexBoard(cleanBoard(raw));
	const words = (type: 'fact' | 'cause' | 'source' | 'measure'): string =>
		bullets(index.cardsOf(type).map(({ text }) => text));
	const indicators = index.cardsOf('indicator').map(({ text, baseline, baselineAt }) => {
		const now = valueAt(baseline, baselineAt);
		return now === '' ? text : `${text}：${now}`;
	});
	const headings = [
		'① 全国平均等との比較',
		'② 乖離について理由・問題点等の考察（仮説の設定）',
		'③ 設定した仮説の確認・検証方法',
		'④ 問題を解決するための対応策（理想像でも可）',
		'⑤ 自由記述'
	];
	return {
		name: '地域分析対応',
		title: caution,
		columns: headings.map((heading) => ({ heading, widthPx: 320 })),
		rows: [
			[
				words('fact'),
				words('cause'),
				[bullets(indicators), words('source')].filter(Boolean).join('\n'),
				words('measure'),
				bullets(index.cardsOf('vision').map(({ text }) => `目指す姿：${text}`))
			]
		]
	};
}

function themesOf(index: BoardIndex) {
	const themes = index.cardsOf('theme');
	const chosen = themes.filter(({ status }) => status === 'chosen');
	return chosen.length > 0 ? chosen : themes;
}

function bullets(texts: readonly string[]): string {
	return [...new Set(texts)]
		.filter((text) => text !== '')
		.map((text) => `・${text}`)
		.join('\n');
}
