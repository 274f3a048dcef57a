import type { Board } from '../board.ts';
import type { Card, CardOf } from '../card.ts';
import { numberCards, readLanes } from '../lanes.ts';
import { defaultMethod, sceneLabel } from '../packs/method.ts';
import type { BoardIndex } from './board-index.ts';
import { indexBoard } from './board-index.ts';
import type { WorksheetOptions } from './build-worksheet.ts';
import { circledNumber } from './circled-numbers.ts';
import { cleanBoard } from './clean-board.ts';
import type { Path } from './find-paths.ts';
import { findPaths } from './find-paths.ts';
import { ownerOfMeasure, partOfMeasure } from './measure-block.ts';
import { directions, valueAt } from './words.ts';

/** The columns of the long table (method §2.2), in order; the last one finds its cards again when the file comes back. */
export const longTableColumns = [
	'場面',
	'テーマ',
	'対象疾患',
	'連携当事者',
	'目指す地域の姿',
	'目指す連携の姿',
	'原因',
	'原因の区分',
	'解決すべき原因（○）',
	'対策',
	'内訳',
	'対象（誰に）',
	'担当・作業部会',
	'時期',
	'期待したこと',
	'方向',
	'評価指標',
	'単位',
	'現状値（時点）',
	'目標値（時点）',
	'把握方法',
	'データの地域単位',
	'評価結果',
	'カードのNo.'
] as const;

/** One row of the long table, a cell per column. */
export type LongTableRow = readonly string[];

/**
 * One row per chain cause → measure → outcome → indicator → source; a card that no chain holds has a row of its own,
 * so that whoever goes on in a spreadsheet has every card. 評価結果 is left open for them.
 */
export function buildLongTable(
	raw: Board,
	{ method = defaultMethod }: Pick<WorksheetOptions, 'method'> = {}
): readonly LongTableRow[] {
	const board = cleanBoard(raw);
	const index = indexBoard(board);
	const numbers = numberCards(readLanes(board));
	const scene = board.meta.scene === null ? '' : sceneLabel(method, board.meta.scene).ja;
	const visions = index.cardsOf('vision');
	const areaVision = joined(visions.filter((vision) => vision.level !== 'collaboration'));
	const collaborationVision = joined(visions.filter((vision) => vision.level === 'collaboration'));
	return findPaths(index).map((path) => {
		const themes = themesOf(index, path.cause);
		return [
			scene,
			joined(themes),
			lines(themes.map((theme) => theme.disease)),
			lines(themes.map((theme) => theme.parties.join('・'))),
			areaVision,
			collaborationVision,
			...cellsOfCause(path.cause),
			...cellsOfMeasure(path.measure),
			path.outcome?.text ?? '',
			path.outcome ? directions[path.outcome.direction] : '',
			...cellsOfIndicator(path.indicator),
			path.source?.text ?? '',
			path.source?.level ?? '',
			'',
			Object.values(path)
				.map((card) => numbers.get(card.id))
				.join(' → ')
		];
	});
}

function cellsOfCause(cause: Path['cause']): readonly string[] {
	if (!cause) return ['', '', ''];
	return [cause.text, cause.category, cause.isRoot ? '○' : ''];
}

function cellsOfMeasure(measure: Path['measure']): readonly string[] {
	if (!measure) return ['', '', '', '', ''];
	return [
		measure.text,
		lines(measure.subActions.map(({ text }, at) => circledNumber(at + 1) + text)),
		partOrParts(measure, 'audience'),
		ownerOfMeasure(measure) || partOrParts(measure, 'owner'),
		partOrParts(measure, 'timing')
	];
}

function partOrParts(measure: CardOf<'measure'>, part: 'audience' | 'owner' | 'timing'): string {
	const shared = partOfMeasure(measure, part);
	if (shared !== '') return shared;
	return lines(
		measure.subActions.map((subAction, at) => {
			const own = subAction[part] ?? '';
			return own === '' ? '' : circledNumber(at + 1) + own;
		})
	);
}

function cellsOfIndicator(indicator: Path['indicator']): readonly string[] {
	if (!indicator) return ['', '', '', ''];
	return [
		indicator.text,
		indicator.unit,
		valueAt(indicator.baseline, indicator.baselineAt),
		valueAt(indicator.target, indicator.targetAt)
	];
}

/** The themes a cause leads to, over a 現状 or other causes; without one the chosen themes of the board. */
function themesOf(index: BoardIndex, cause: Path['cause']): readonly CardOf<'theme'>[] {
	const all = index.cardsOf('theme');
	if (all.length > 1 && cause) {
		const seen = new Set<string>();
		const found = new Set<CardOf<'theme'>>();
		const waiting: Card[] = [cause];
		for (let card = waiting.pop(); card; card = waiting.pop()) {
			if (seen.has(card.id)) continue;
			seen.add(card.id);
			for (const theme of index.after(card.id, 'theme')) found.add(theme);
			waiting.push(...index.after(card.id, 'fact'), ...index.after(card.id, 'cause'));
		}
		if (found.size > 0) return [...found];
	}
	const chosen = all.filter((theme) => theme.status === 'chosen');
	return chosen.length > 0 ? chosen : all;
}

function joined(cards: readonly { readonly text: string }[]): string {
	return lines(cards.map((card) => card.text));
}

function lines(texts: readonly string[]): string {
	return texts.filter((text) => text !== '').join('\n');
}
