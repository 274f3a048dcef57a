import { breakLines, lineWidthEm } from './break-lines.ts';
import { boldAdvances, regularAdvances } from './font-advances.ts';
import type { SheetItem, TextItem, TextRun } from './sheet-items.ts';
import { inks } from './sheet-items.ts';
import type { PaperMetrics } from './sheet-metrics.ts';
import { mmPerPt, smallestPt } from './sheet-metrics.ts';
import type { WorksheetHead } from './worksheet.ts';
import { worksheetCaption } from './worksheet.ts';

/** How far below the top of its line a baseline stands, in em of the text. */
export const ascentEm = 0.88;

const lineEm = 1.5;
const fieldGapEm = 1.4;
const valueGapEm = 0.3;

/** One blank of block 0 with what is written in it. */
export interface HeadField {
	readonly label: string;
	readonly value: string;
	readonly isBold: boolean;
}

/** Paints the line of block 0 and gives the height at which the blocks begin. */
export function paintHead(
	items: SheetItem[],
	head: WorksheetHead,
	page: { readonly metrics: PaperMetrics; readonly textPt: number; readonly isContinued: boolean }
): number {
	const { widthMm, marginMm } = page.metrics;
	const em = page.textPt * mmPerPt;
	const right = widthMm - marginMm;
	const titlePt = page.textPt * 1.4;
	const title = page.isContinued ? '演習シート（つづき）' : '演習シート';
	const put = (
		x: number,
		y: number,
		text: string,
		sizePt: number,
		isBold: boolean,
		more: Partial<Pick<TextItem, 'role' | 'run'>> = {}
	): void => {
		items.push({
			kind: 'text',
			x,
			y,
			text,
			sizePt,
			isBold,
			colour: inks.text,
			cardIds: [],
			...more
		});
	};
	let y = marginMm + titlePt * mmPerPt * ascentEm;
	put(marginMm, y, title, titlePt, true, { role: 'title' });
	let x = marginMm + lineWidthEm(title, boldAdvances) * titlePt * mmPerPt + fieldGapEm * em;
	const start = marginMm;

	for (const field of headFields(head)) {
		const opening = `${field.label}［`;
		const openingMm = (lineWidthEm(opening, regularAdvances) + valueGapEm) * em;
		const closingMm = (valueGapEm + lineWidthEm('］', regularAdvances)) * em;
		const advances = field.isBold ? boldAdvances : regularAdvances;
		const value = field.value || '　　　　　';
		const valueMm = (text: string): number => valueWidth(text, field.isBold) * em;
		if (x + openingMm + valueMm(value) + closingMm > right && x > start) {
			x = start;
			y += lineEm * em;
		}
		// One value longer than the sheet is wide goes on below itself.
		const lines = breakLines(value, (right - closingMm - x - openingMm) / em, advances);
		const more = lines.length > 1 ? {} : { run: fieldRun(field, opening, value) };
		put(x, y, opening, page.textPt, false, more);
		x += openingMm;
		for (const [index, line] of lines.entries()) {
			if (index > 0) y += lineEm * em;
			if (field.value !== '') put(x, y, line, page.textPt, field.isBold, more);
		}
		x += valueMm(lines.at(-1) ?? '') + valueGapEm * em;
		put(x, y, '］', page.textPt, false, more);
		x += closingMm + (fieldGapEm - valueGapEm) * em;
	}
	return y + em * 1.05;

	/** A field that stands on one line is one text. */
	function fieldRun({ isBold }: HeadField, opening: string, value: string): TextRun {
		const closing = (lineWidthEm('］', regularAdvances) + valueGapEm) * em;
		const openingMm = (lineWidthEm(opening, regularAdvances) + valueGapEm) * em;
		return {
			parts: [
				{ text: opening, isBold: false },
				{ text: value, isBold },
				{ text: '］', isBold: false }
			],
			x,
			widthMm: openingMm + valueWidth(value, isBold) * em + closing,
			lineMm: lineEm * em,
			align: 'left'
		};
	}
}

/** How wide a value is in em; an empty one leaves room for a pen. */
function valueWidth(value: string, isBold: boolean): number {
	const blank = value.trim() === '';
	return blank ? value.length : lineWidthEm(value, isBold ? boldAdvances : regularAdvances);
}

/** Paints the name of the form and the number of the page below the blocks. */
export function paintFooter(
	items: SheetItem[],
	head: WorksheetHead,
	page: {
		readonly metrics: PaperMetrics;
		readonly textPt: number;
		readonly page: number;
		readonly pages: number;
	}
): void {
	const { widthMm, heightMm, marginMm } = page.metrics;
	const sizePt = footerPt(page.textPt);
	const y = heightMm - marginMm - 0.12 * sizePt * mmPerPt;
	const number = `${page.page} / ${page.pages}`;
	const numberMm = lineWidthEm(number, regularAdvances) * sizePt * mmPerPt;
	const caption = head.title === '' ? worksheetCaption : `${worksheetCaption}　${head.title}`;
	const captionEm = (widthMm - marginMm * 2 - numberMm) / (sizePt * mmPerPt) - 2;
	const put = (x: number, text: string): void => {
		items.push({
			kind: 'text',
			x,
			y,
			text,
			sizePt,
			isBold: false,
			colour: inks.muted,
			cardIds: [],
			role: 'decoration'
		});
	};
	put(marginMm, breakLines(caption, captionEm, regularAdvances)[0] ?? '');
	put(widthMm - marginMm - numberMm, number);
}

/** The size of the footer: smaller than the text, never too small to read. */
export function footerPt(textPt: number): number {
	return Math.max(smallestPt, textPt * 0.85);
}

/** The blanks of block 0 in their order; what is not known yet has an empty value. */
export function headFields(head: WorksheetHead): readonly HeadField[] {
	const fields: HeadField[] = [
		{ label: '場面', value: head.scene, isBold: true },
		{ label: '市区町村', value: head.municipality, isBold: true },
		{ label: 'グループ', value: head.group, isBold: true },
		{ label: '日付', value: head.date, isBold: false }
	];
	if (head.reviewDate !== '')
		fields.push({ label: '見直しの予定', value: head.reviewDate, isBold: false });
	return [...fields, { label: '参加職種', value: head.professions, isBold: false }].map(
		(field) => ({
			...field,
			value: field.value.replace(/\s+/gu, ' ').trim()
		})
	);
}
