import { HeadingLevel, Paragraph } from 'docx';
import type { Board } from '../method/board.ts';
import { buildWorksheet } from '../method/worksheet/build-worksheet.ts';
import { buildDialogueRows, dialogueTitle } from '../method/worksheet/dialogue-sheet.ts';
import { layoutWorksheet } from '../method/worksheet/layout.ts';
import type { Paper } from '../method/worksheet/sheet-items.ts';
import { mmPerPt, papers, smallestPt } from '../method/worksheet/sheet-metrics.ts';
import type { Worksheet } from '../method/worksheet/worksheet.ts';
import { worksheetCaption, worksheetTitle } from '../method/worksheet/worksheet.ts';
import type { SheetContents } from '../sheets/contents.ts';
import { dialogueRecordSheet } from '../sheets/dialogue-record-sheet.ts';
import { sheetKinds } from '../sheets/index.ts';
import { contentsPage } from '../sheets/lay-out-contents.ts';
import type { WordColumn } from './docx-contents.ts';
import { gap, wordContents } from './docx-contents.ts';
import type { WordDraft } from './docx-document.ts';
import { footerMm, writeDraft } from './docx-document.ts';
import { wordRuns } from './docx-text.ts';
import type { FormPage } from './docx-worksheet.ts';
import { wordForm } from './docx-worksheet.ts';
import type { ExportedFile, ExportOptions } from './export-format.ts';

const headingEm = 3.6;

/**
 * A sheet as a document of Word, to be edited: real headings, paragraphs and tables, and no line end that nobody typed.
 * Words keep every character: Word has fonts of its own for what ours lacks.
 */
export async function writeDocx(board: Board, options: ExportOptions): Promise<ExportedFile> {
	const draft =
		options.sheet === 'worksheet'
			? draftForm(board, options)
			: draftContents(
					(await sheetKinds[options.sheet].load()).tell(board, options),
					options,
					buildWorksheet(board, options)
				);
	return { bytes: await writeDraft(draft, options.date), missingCharacters: [] };
}

/** 演習シート in the shape of its form, the conversation behind it where there was one. */
function draftForm(board: Board, options: ExportOptions): WordDraft {
	const sheet = buildWorksheet(board, options);
	const { widthMm, heightMm, marginMm, lineMm } = papers[options.paper];
	// The size at which the same words fit one page of paper.
	const { textPt } = layoutWorksheet(sheet, options);
	const column = {
		widthMm: widthMm - marginMm * 2,
		heightMm: heightMm - marginMm * 2 - footerMm,
		textPt,
		isMonochrome: options.isMonochrome ?? false
	};
	const hasTurns = buildDialogueRows(board, options).length > 0;
	const record = hasTurns ? dialogueRecordSheet.tell(board, options).blocks : [];
	return {
		title: worksheetTitle(sheet.head),
		caption: worksheetCaption,
		page: { widthMm, heightMm, marginMm, textPt, lineMm },
		formPt: textPt,
		children: [
			wordForm(sheet, column),
			gap(),
			...(hasTurns
				? wordContents(
						[
							{ kind: 'pageBreak' },
							{ kind: 'heading', level: 1, text: dialogueTitle },
							...record.filter(({ kind }) => kind === 'table')
						],
						column
					)
				: [])
		]
	};
}

/** A sheet by its words; 演習シート within a pack has the shape of its form there too. */
export function draftContents(
	{ title, orientation, blocks }: SheetContents,
	{ paper, isMonochrome = false }: Pick<ExportOptions, 'paper' | 'isMonochrome'>,
	worksheet: Worksheet | null = null
): WordDraft {
	// Letters and questionnaires are A4, whatever paper the sheets of the board have.
	const page = contentsPage(orientation === 'portrait' ? 'A4' : paper, orientation);
	const { widthMm, heightMm, marginMm, textPt } = page;
	const column = {
		widthMm: widthMm - marginMm * 2,
		heightMm: heightMm - marginMm * 2 - footerMm,
		textPt,
		isMonochrome
	};
	const hasForm = blocks.some((block) => block.kind === 'heading' && block.begins === 'worksheet');
	const form = hasForm && worksheet ? formBelowHeading(worksheet, column, paper) : null;
	return {
		title,
		caption: title,
		page,
		formPt: form?.textPt ?? textPt,
		children: [
			new Paragraph({ heading: HeadingLevel.TITLE, children: [...wordRuns(title)] }),
			...wordContents(blocks, {
				...column,
				...(form && worksheet ? { shaped: { worksheet: wordForm(worksheet, form) } } : {})
			})
		]
	};
}

/** The page of a form that stands below a heading and between wider margins than one by itself: a size smaller. */
function formBelowHeading(sheet: Worksheet, column: WordColumn, paper: Paper): FormPage {
	const { textPt } = layoutWorksheet(sheet, { paper });
	return {
		widthMm: column.widthMm,
		heightMm: column.heightMm - column.textPt * mmPerPt * headingEm,
		textPt: Math.max(smallestPt, textPt - 1),
		isMonochrome: column.isMonochrome
	};
}
