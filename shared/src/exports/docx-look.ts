import type { IParagraphStyleOptions, IStylesOptions } from 'docx';
import { LineRuleType } from 'docx';
import { inks } from '../method/worksheet/sheet-items.ts';
import { smallestPt } from '../method/worksheet/sheet-metrics.ts';
import type { WordStyle } from './docx-marks.ts';
import { wordStyleNames } from './docx-marks.ts';

/** The Japanese family name: by the English one Word does not find the font that every Windows since 2018 has. */
const wordFont = 'BIZ UDPゴシック';

/** Kept between lines, above what the font itself asks for: another font in its place must not change the pages. */
const lineEm = 1.35;

const wordStyleIds = Object.keys(wordStyleNames) as readonly WordStyle[];

/** Lengths of a document as Word counts them: twentieths of a point. */
export function twips(mm: number): number {
	return Math.round((mm / 25.4) * 1440);
}

/** The same for a length that is said in points. */
export function twipsOfPt(pt: number): number {
	return Math.round(pt * 20);
}

/** A colour as Word writes it. */
export function wordColour(ink: string): string {
	return ink.replace('#', '');
}

/** The size of running text, and of the form where the document holds one. */
export interface WordSizes {
	readonly textPt: number;
	readonly formPt: number;
}

/** The size of text in tables. */
function tablePt(textPt: number): number {
	return Math.max(smallestPt, textPt * 0.92);
}

/** The size of small text: never too small to read on paper. */
export function smallPt(textPt: number): number {
	return Math.max(smallestPt, textPt * 0.88);
}

type ParagraphStyle = Partial<IParagraphStyleOptions>;

const ink = { color: wordColour(inks.text) };
const boldInk = { ...ink, bold: true };

function sizeOf(pt: number): { readonly size: number; readonly sizeComplexScript: number } {
	const halves = Math.round(pt * 2);
	return { size: halves, sizeComplexScript: halves };
}

function spacingOf(pt: number, beforeEm: number, afterEm: number) {
	return {
		line: twipsOfPt(pt * lineEm),
		lineRule: LineRuleType.AT_LEAST,
		before: twipsOfPt(pt * beforeEm),
		after: twipsOfPt(pt * afterEm)
	};
}

function headingStyle(name: string, pt: number, beforeEm: number) {
	return {
		name,
		basedOn: 'Normal',
		next: 'Normal',
		quickFormat: true,
		run: { ...boldInk, ...sizeOf(pt) },
		paragraph: { spacing: spacingOf(pt, beforeEm, 0.3), keepNext: true, keepLines: true }
	};
}

/** What running text of a size is made of. */
function textStyles(pt: number) {
	const small = smallPt(pt);
	const leadPt = pt * 1.08;
	return {
		lead: {
			run: { ...boldInk, ...sizeOf(leadPt) },
			paragraph: { spacing: spacingOf(leadPt, 0.25, 0.15), keepLines: true }
		},
		body: { run: sizeOf(pt), paragraph: { spacing: spacingOf(pt, 0, 0.2) } },
		small: {
			run: { ...sizeOf(small), color: wordColour(inks.muted) },
			paragraph: { spacing: spacingOf(small, 0.1, 0.1), keepLines: true }
		},
		wordAbove: {
			run: { ...boldInk, ...sizeOf(pt) },
			paragraph: { spacing: spacingOf(pt, 0.4, 0.1), keepNext: true }
		}
	} satisfies Record<string, ParagraphStyle>;
}

/** The styles of a document by the size of its running text and of the form in it. */
export function wordStyles({ textPt, formPt }: WordSizes): IStylesOptions {
	const font = { ascii: wordFont, hAnsi: wordFont, eastAsia: wordFont, cs: wordFont };
	const text = textStyles(textPt);
	const form = textStyles(formPt);
	const cell = {
		run: sizeOf(tablePt(textPt)),
		paragraph: { spacing: spacingOf(tablePt(textPt), 0, 0) }
	};
	const heading2Pt = textPt * 1.12;
	const own: Readonly<Record<WordStyle, ParagraphStyle>> = {
		Lead: text.lead,
		Body: text.body,
		Small: text.small,
		WordAbove: text.wordAbove,
		Cell: { ...cell, next: 'Cell' },
		CellHead: {
			run: { ...cell.run, ...boldInk },
			paragraph: { ...cell.paragraph, keepNext: true }
		},
		SpaceLabel: {
			run: boldInk,
			paragraph: { spacing: spacingOf(textPt, 0.6, 0.2), keepNext: true }
		},
		Blank: { paragraph: { spacing: spacingOf(textPt, 0, 0) }, next: 'Blank' },
		FormHead: { run: sizeOf(formPt), paragraph: { spacing: spacingOf(formPt, 0, 0.15) } },
		FormHeading: {
			basedOn: 'Heading2',
			run: sizeOf(formPt * 1.12),
			paragraph: { spacing: spacingOf(formPt * 1.12, 0, 0.3) }
		},
		FormLead: form.lead,
		FormBody: form.body,
		FormSmall: form.small,
		FormWordAbove: form.wordAbove
	};
	return {
		default: {
			document: {
				run: {
					font,
					...sizeOf(textPt),
					...ink,
					language: { value: 'ja-JP', eastAsia: 'ja-JP' }
				},
				paragraph: { spacing: spacingOf(textPt, 0, 0.15) }
			},
			title: headingStyle('Title', textPt * 1.6, 0),
			heading1: headingStyle('heading 1', textPt * 1.35, 0.9),
			heading2: headingStyle('heading 2', heading2Pt, 0.7)
		},
		paragraphStyles: wordStyleIds.map((id) => ({
			id,
			name: wordStyleNames[id],
			basedOn: 'Normal',
			// What a person adds behind a paragraph of ours is known by having none of our styles.
			next: 'Normal',
			quickFormat: true,
			...own[id]
		}))
	};
}
