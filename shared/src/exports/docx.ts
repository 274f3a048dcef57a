import type { FileChild } from 'docx';
import {
	Document,
	Footer,
	HeadingLevel,
	Packer,
	PageNumber,
	PageOrientation,
	Paragraph,
	TabStopType,
	TextRun
} from 'docx';
import type { Board } from '../method/board.ts';
import { buildWorksheet } from '../method/worksheet/build-worksheet.ts';
import type { DialogueRow } from '../method/worksheet/dialogue-sheet.ts';
import { buildDialogueRows, dialogueTitle } from '../method/worksheet/dialogue-sheet.ts';
import { layoutWorksheet } from '../method/worksheet/layout.ts';
import { inks } from '../method/worksheet/sheet-items.ts';
import { papers, smallestPt } from '../method/worksheet/sheet-metrics.ts';
import { worksheetCaption, worksheetTitle } from '../method/worksheet/worksheet.ts';
import type { ContentTable } from '../sheets/contents.ts';
import { sheetKinds } from '../sheets/index.ts';
import type { ContentsPage } from '../sheets/lay-out-contents.ts';
import { contentsPage } from '../sheets/lay-out-contents.ts';
import { gap, wordContents } from './docx-contents.ts';
import { twips, wordColour, wordStyles } from './docx-look.ts';
import { settlePackage } from './docx-package.ts';
import { wordRuns } from './docx-text.ts';
import { wordForm } from './docx-worksheet.ts';
import type { ExportedFile, ExportOptions } from './export-format.ts';

/** What a document is made of. */
interface Draft {
	readonly title: string;
	/** The words along the foot of every page. */
	readonly caption: string;
	readonly page: ContentsPage;
	readonly children: readonly FileChild[];
}

const footerMm = 6;

/**
 * A sheet as a document of Word, to be edited: real headings, paragraphs and tables, and no line end that nobody typed.
 * Words keep every character: Word has fonts of its own for what ours lacks.
 */
export async function writeDocx(board: Board, options: ExportOptions): Promise<ExportedFile> {
	const draft =
		options.sheet === 'worksheet' ? draftForm(board, options) : await draftSheet(board, options);
	const archive = new Uint8Array(await Packer.toArrayBuffer(documentOf(draft)));
	return { bytes: settlePackage(archive, options.date), missingCharacters: [] };
}

/** 演習シート in the shape of its form, the conversation behind it where there was one. */
function draftForm(board: Board, options: ExportOptions): Draft {
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
	const turns = buildDialogueRows(board, options);
	return {
		title: worksheetTitle(sheet.head),
		caption: worksheetCaption,
		page: { widthMm, heightMm, marginMm, textPt, lineMm },
		children: [
			wordForm(sheet, column),
			gap(),
			...wordContents(
				turns.length === 0
					? []
					: [
							{ kind: 'pageBreak' },
							{ kind: 'heading', level: 1, text: dialogueTitle },
							tableOfTurns(turns)
						],
				column
			)
		]
	};
}

function tableOfTurns(turns: readonly DialogueRow[]): ContentTable {
	return {
		kind: 'table',
		columns: [
			{ title: '順番', share: 0.05 },
			{ title: 'Step', share: 0.09 },
			{ title: '聞いた人', share: 0.1 },
			{ title: '問い', share: 0.24 },
			{ title: '答えた人', share: 0.1 },
			{ title: '答え', share: 0.31 },
			{ title: 'できたカード', share: 0.11 }
		],
		rows: turns.map(({ number, step, asker, question, answerer, answer, cards }) =>
			[String(number), step, asker, question, answerer, answer, cards].map((text) => ({ text }))
		)
	};
}

/** Any other sheet by its words. */
async function draftSheet(board: Board, options: ExportOptions): Promise<Draft> {
	const maker = await sheetKinds[options.sheet].load();
	const { title, orientation, blocks } = maker.tell(board, options);
	const page = contentsPage(options.paper, orientation);
	return {
		title,
		caption: title,
		page,
		children: [
			new Paragraph({ heading: HeadingLevel.TITLE, children: [...wordRuns(title)] }),
			...wordContents(blocks, {
				widthMm: page.widthMm - page.marginMm * 2,
				heightMm: page.heightMm - page.marginMm * 2 - footerMm,
				textPt: page.textPt,
				isMonochrome: options.isMonochrome ?? false
			})
		]
	};
}

function documentOf({ title, caption, page, children }: Draft): Document {
	const { widthMm, heightMm, marginMm } = page;
	const isLandscape = widthMm > heightMm;
	const small = { size: smallestPt * 2, color: wordColour(inks.muted) };
	return new Document({
		title,
		creator: '連携ボード',
		lastModifiedBy: '連携ボード',
		styles: wordStyles(page.textPt),
		sections: [
			{
				properties: {
					page: {
						// The library turns the page itself: it wants the upright size.
						size: {
							width: twips(Math.min(widthMm, heightMm)),
							height: twips(Math.max(widthMm, heightMm)),
							orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT
						},
						margin: {
							top: twips(marginMm),
							left: twips(marginMm),
							right: twips(marginMm),
							bottom: twips(marginMm + footerMm - 2),
							header: twips(marginMm / 2),
							footer: twips(marginMm * 0.7)
						}
					}
				},
				footers: {
					default: new Footer({
						children: [
							new Paragraph({
								tabStops: [{ type: TabStopType.RIGHT, position: twips(widthMm - marginMm * 2) }],
								children: [
									...wordRuns(caption, small),
									new TextRun({
										...small,
										children: ['\t', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES]
									})
								]
							})
						]
					})
				},
				children: [...children]
			}
		]
	});
}
