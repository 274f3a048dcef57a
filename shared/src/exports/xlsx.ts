import { writeXlsx } from 'hucre/xlsx';
import type { Board } from '../method/board.ts';
import { cardListTable } from '../method/worksheet/card-list.ts';
import { buildDialogueRows } from '../method/worksheet/dialogue-sheet.ts';
import { buildLongTable } from '../method/worksheet/long-table.ts';
import { buildWorksheet } from '../method/worksheet/build-worksheet.ts';
import { worksheetTitle } from '../method/worksheet/worksheet.ts';
import type { ExportedFile, ExportOptions } from './export-format.ts';
import { cardListSheet, dialogueSheet, longTableSheet } from './xlsx-tables.ts';
import { excelFont } from './xlsx-cells.ts';
import { worksheetSheet } from './xlsx-worksheet.ts';

/** What the hidden sheet says, so that a later version knows what it reads. */
export const workbookFormat = { format: 'renkei-worksheet', version: 1 } as const;

/**
 * 演習シート as a workbook of real cells: the form ready to print, one row per chain, the conversation where there was one,
 * and one row per card.
 * Words keep every character: Excel has its own fonts for what ours lacks.
 */
export async function writeXlsxFile(board: Board, options: ExportOptions): Promise<ExportedFile> {
	const sheet = buildWorksheet(board, options);
	const turns = buildDialogueRows(board, options);
	const day = new Date(`${options.date}T00:00:00Z`);
	const bytes = await writeXlsx({
		// Column widths count digits of this font. It must be one every Office has: see the widths in xlsx-cells.
		defaultFont: { name: '游ゴシック', size: excelFont.size, charset: 128, family: 3 },
		properties: {
			title: worksheetTitle(sheet.head),
			creator: '連携ボード',
			created: day,
			modified: day
		},
		sheets: [
			worksheetSheet(sheet, options.paper),
			longTableSheet(buildLongTable(board, options), options.paper),
			...(turns.length > 0 ? [dialogueSheet(turns, options.paper)] : []),
			cardListSheet(cardListTable(board, options), options.paper),
			{
				name: '_meta',
				veryHidden: true,
				rows: [[JSON.stringify({ ...workbookFormat, exportedOn: options.date })]]
			}
		]
	});
	return { bytes, missingCharacters: [] };
}
