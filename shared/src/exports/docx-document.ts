import type { FileChild } from 'docx';
import {
	Document,
	Footer,
	Packer,
	PageNumber,
	PageOrientation,
	Paragraph,
	TabStopType,
	TextRun
} from 'docx';
import { inks } from '../method/worksheet/sheet-items.ts';
import { smallestPt } from '../method/worksheet/sheet-metrics.ts';
import type { ContentsPage } from '../sheets/lay-out-contents.ts';
import { twips, wordColour, wordStyles } from './docx-look.ts';
import { settlePackage } from './docx-package.ts';
import { wordRuns } from './docx-text.ts';

/** What a document is made of. */
export interface WordDraft {
	readonly title: string;
	/** The words along the foot of every page. */
	readonly caption: string;
	readonly page: ContentsPage;
	/** The size of the text in its form; that of the page where it has none. */
	readonly formPt: number;
	readonly children: readonly FileChild[];
}

/** The height the foot takes from a page. */
export const footerMm = 6;

/** The document as bytes, the same for the same words and date. */
export async function writeDraft(draft: WordDraft, date: string): Promise<Uint8Array> {
	return settlePackage(new Uint8Array(await Packer.toArrayBuffer(documentOf(draft))), date);
}

function documentOf({ title, caption, page, formPt, children }: WordDraft): Document {
	const { widthMm, heightMm, marginMm } = page;
	const isLandscape = widthMm > heightMm;
	const small = { size: smallestPt * 2, color: wordColour(inks.muted) };
	return new Document({
		title,
		creator: '連携ボード',
		lastModifiedBy: '連携ボード',
		styles: wordStyles({ textPt: page.textPt, formPt }),
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
