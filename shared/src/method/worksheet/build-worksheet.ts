import type { Board } from '../board.ts';
import type { Card } from '../card.ts';
import type { CardType } from '../ids.ts';
import { professions } from '../professions.ts';
import type { Method } from '../packs/method.ts';
import { defaultMethod, sceneLabel } from '../packs/method.ts';
import { indexBoard } from './board-index.ts';
import { cleanBoard } from './clean-board.ts';
import { causeRows, rootCauseRows } from './cause-blocks.ts';
import { evaluationRows, outcomeRows } from './evaluation-blocks.ts';
import { headings } from './headings.ts';
import { measureRows } from './measure-block.ts';
import type { Row } from './rows.ts';
import { noteRows, rowWriter } from './rows.ts';
import { blank } from './words.ts';
import { themeRows, visionRows } from './theme-blocks.ts';
import type { Worksheet, WorksheetBlock, WorksheetBlockId } from './worksheet.ts';

/** What of a board may be left out of its sheet, and in whose words it is written. */
export interface WorksheetOptions {
	/** Whether the profession that wrote a card stands under it. */
	readonly includeProfessions?: boolean;
	/** Whether counted votes stand after a card; no unless said. */
	readonly includeVotes?: boolean;
	/** Whether notes are written; yes unless said. */
	readonly includeNotes?: boolean;
	/** Whether blocks without a card keep their place, and what is missing is said to be; yes unless said. */
	readonly includeEmpty?: boolean;
	/** Whose words the sheet speaks; the manual's own unless given. */
	readonly method?: Method;
}

/** 演習シート of a board: every card appears, linked or not; the solving cause only in its own block. */
export function buildWorksheet(raw: Board, options: WorksheetOptions = {}): Worksheet {
	const whole = cleanBoard(raw);
	const board = options.includeNotes === false ? withoutNotes(whole) : whole;
	const index = indexBoard(board);
	const { method = defaultMethod, includeEmpty = true } = options;
	const byline = (card: Card): string =>
		options.includeProfessions === true && card.profession !== null
			? professions[card.profession].label.ja
			: '';
	const votes = (card: Card): string =>
		options.includeVotes === true && card.votes !== null ? `${card.votes}票` : '';
	const writer = rowWriter(index, { byline, votes });
	const block = (
		id: WorksheetBlockId,
		types: readonly CardType[],
		rows: readonly Row[]
	): WorksheetBlock => ({
		id,
		title: (method.headings[id] ?? headings[id]).ja,
		badges: types.map((type) => ({ type, mark: method.cardTypes[type].mark })),
		rows: includeEmpty
			? rows
			: rows.filter(({ kind, text }) => kind !== 'detail' || text !== blank),
		// A sheet without any frame is none: where nothing is written at all, the form stays.
		isHidden:
			board.cards.size === 0 || (includeEmpty && id !== 'notes')
				? id === 'notes'
				: !rows.some(({ cardIds }) => cardIds.length > 0)
	});
	const { meta } = board;
	return {
		head: {
			title: meta.title,
			scene: meta.scene === null ? '' : sceneLabel(method, meta.scene).ja,
			municipality: meta.municipality,
			group: meta.group,
			date: meta.date,
			reviewDate: meta.reviewDate,
			professions: meta.professionsPresent.map((id) => professions[id].label.ja).join('・')
		},
		blocks: {
			theme: block('theme', ['theme'], themeRows(index, writer, method)),
			vision: block('vision', ['vision'], visionRows(index, writer)),
			causes: block('causes', ['cause'], causeRows(index, writer)),
			rootCause: block('rootCause', ['cause'], rootCauseRows(index, writer)),
			measures: block('measures', ['measure'], measureRows(index, writer)),
			outcomes: block('outcomes', ['outcome'], outcomeRows(index, writer)),
			evaluation: block('evaluation', ['indicator', 'source'], evaluationRows(index, writer)),
			notes: block('notes', ['note'], noteRows(index, writer))
		}
	};
}

function withoutNotes(board: Board): Board {
	return { ...board, cards: new Map([...board.cards].filter(([, { type }]) => type !== 'note')) };
}
