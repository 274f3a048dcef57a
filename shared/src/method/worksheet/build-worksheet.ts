import type { Board } from '../board.ts';
import type { Card } from '../card.ts';
import { professions } from '../professions.ts';
import { scenes } from '../scenes.ts';
import { indexBoard } from './board-index.ts';
import { cleanBoard } from './clean-board.ts';
import { causeRows, rootCauseRows } from './cause-blocks.ts';
import { evaluationRows, outcomeRows } from './evaluation-blocks.ts';
import { measureRows } from './measure-block.ts';
import type { Row } from './rows.ts';
import { noteRows, rowWriter } from './rows.ts';
import { themeRows, visionRows } from './theme-blocks.ts';
import type { Worksheet, WorksheetBlock, WorksheetBlockId } from './worksheet.ts';

/** What of a board may be left out of its sheet. */
export interface WorksheetOptions {
	/** Whether the profession that wrote a card stands under it. */
	readonly includeProfessions?: boolean;
}

/** 演習シート of a board: every card appears, linked or not; the solving cause only in its own block. */
export function buildWorksheet(raw: Board, options: WorksheetOptions = {}): Worksheet {
	const board = cleanBoard(raw);
	const index = indexBoard(board);
	const byline = (card: Card): string =>
		options.includeProfessions === true && card.profession !== null
			? professions[card.profession].label.ja
			: '';
	const writer = rowWriter(index, byline);
	const block = (
		id: WorksheetBlockId,
		title: string,
		cardTypes: WorksheetBlock['cardTypes'],
		rows: readonly Row[]
	): WorksheetBlock => ({ id, title, cardTypes, rows });
	const { meta } = board;
	return {
		head: {
			title: meta.title,
			scene: meta.scene === null ? '' : scenes[meta.scene].ja,
			municipality: meta.municipality,
			group: meta.group,
			date: meta.date,
			reviewDate: meta.reviewDate,
			professions: meta.professionsPresent.map((id) => professions[id].label.ja).join('・')
		},
		blocks: {
			theme: block('theme', '1 解決したいテーマ', ['theme'], themeRows(index, writer)),
			vision: block('vision', '2 目指す姿', ['vision'], visionRows(index, writer)),
			causes: block('causes', '3 考えられる原因', ['cause'], causeRows(index, writer)),
			rootCause: block(
				'rootCause',
				'4 解決すべき原因（根本原因）',
				['cause'],
				rootCauseRows(index, writer)
			),
			measures: block('measures', '5 対策', ['measure'], measureRows(index, writer)),
			outcomes: block('outcomes', '6 対策に期待したこと', ['outcome'], outcomeRows(index, writer)),
			evaluation: block(
				'evaluation',
				'7・8 評価指標 ｜ 把握方法',
				['indicator', 'source'],
				evaluationRows(index, writer)
			),
			notes: block('notes', 'メモ', ['note'], noteRows(index, writer))
		}
	};
}
