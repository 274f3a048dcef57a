import { writeXlsx } from 'hucre/xlsx';
import type { Board } from '../method/board.ts';
import { defaultMethod } from '../method/packs/method.ts';
import { cardListTable } from '../method/worksheet/card-list.ts';
import { linkListRows } from '../method/worksheet/card-list-links.ts';
import { cleanBoard } from '../method/worksheet/clean-board.ts';
import { buildDialogueRows } from '../method/worksheet/dialogue-sheet.ts';
import { buildLongTable } from '../method/worksheet/long-table.ts';
import { buildWorksheet } from '../method/worksheet/build-worksheet.ts';
import { worksheetTitle } from '../method/worksheet/worksheet.ts';
import type { ExportedFile, ExportOptions } from './export-format.ts';
import { excelFont } from './xlsx-cells.ts';
import { orderFontProperties } from './xlsx-fonts.ts';
import { evaluationOn, evaluationTable } from './xlsx-evaluation.ts';
import { regionalAnalysisTable, selfAssessmentTable } from './xlsx-forms.ts';
import { cardList, dialogueList, linkList, longTable, opinionList } from './xlsx-lists.ts';
import { marksSheet } from './xlsx-marks.ts';
import { tableSheet } from './xlsx-tables.ts';
import { worksheetSheet } from './xlsx-worksheet.ts';

/**
 * The board as a workbook of real cells: the form ready to print, one row per chain, the conversation, the evaluation,
 * what goes into official forms, room for the council's opinions, and every card and link to edit and bring back.
 * Words keep every character: Excel has its own fonts for what ours lacks.
 */
export async function writeXlsxFile(raw: Board, options: ExportOptions): Promise<ExportedFile> {
	const board = cleanBoard(raw);
	const { paper, date, method = defaultMethod, includeNotes = true } = options;
	const sheet = buildWorksheet(includeNotes ? board : withoutNotes(board), options);
	const turns = buildDialogueRows(board, options);
	const evaluation = evaluationOn(board, date);
	const longRows = buildLongTable(board, options);
	const list = cardListTable(board, options);
	const links = linkListRows(board, options);
	const tables = [
		longTable(longRows),
		...(turns.length > 0 ? [dialogueList(turns)] : []),
		...(evaluation.rows.length > 0 ? [evaluationTable(evaluation)] : []),
		selfAssessmentTable(board, evaluation, method),
		regionalAnalysisTable(board),
		opinionList(board),
		cardList(list, board),
		linkList(links)
	];
	const day = new Date(`${date}T00:00:00Z`);
	const workbook = await writeXlsx({
		// Column widths count digits of this font. It must be one every Office has: see the widths in xlsx-cells.
		defaultFont: { name: '游ゴシック', size: excelFont.size, charset: 128, family: 3 },
		properties: {
			title: worksheetTitle(sheet.head),
			creator: '連携ボード',
			created: day,
			modified: day
		},
		sheets: [
			worksheetSheet(sheet, paper),
			...tables.map((table) => tableSheet(table, paper)),
			marksSheet(board, date, list, links, longRows)
		]
	});
	return { bytes: orderFontProperties(workbook), missingCharacters: [] };
}

function withoutNotes(board: Board): Board {
	const cards = new Map([...board.cards].filter(([, { type }]) => type !== 'note'));
	const links = new Map(
		[...board.links].filter(([, { from, to }]) => cards.has(from) && cards.has(to))
	);
	return { ...board, cards, links };
}
