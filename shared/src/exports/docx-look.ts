import type { IParagraphStyleOptions, IStylesOptions } from 'docx';
import { LineRuleType } from 'docx';
import { inks } from '../method/worksheet/sheet-items.ts';
import { smallestPt } from '../method/worksheet/sheet-metrics.ts';
import type { WordStyle } from './docx-marks.ts';
import { wordStyleNames } from './docx-marks.ts';

/** The Japanese family name: by the English one Word does not find the font that every Windows since 2018 has. */
export const wordFont = 'BIZ UDPゴシック';

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

/** The size of small text: never too small to read on paper. */
export function smallPt(textPt: number): number {
	return Math.max(smallestPt, textPt * 0.88);
}

/** The styles of a document whose running text has this size. */
export function wordStyles(textPt: number): IStylesOptions {
	const font = { ascii: wordFont, hAnsi: wordFont, eastAsia: wordFont, cs: wordFont };
	const size = (pt: number): { size: number; sizeComplexScript: number } => {
		const halves = Math.round(pt * 2);
		return { size: halves, sizeComplexScript: halves };
	};
	const spacing = (pt: number, beforeEm: number, afterEm: number) => ({
		line: twipsOfPt(pt * lineEm),
		lineRule: LineRuleType.AT_LEAST,
		before: twipsOfPt(pt * beforeEm),
		after: twipsOfPt(pt * afterEm)
	});
	const bold = { bold: true, color: wordColour(inks.text) };
	const heading = (em: number, beforeEm: number, name: string) => ({
		name,
		basedOn: 'Normal',
		next: 'Normal',
		quickFormat: true,
		run: { ...bold, ...size(textPt * em) },
		paragraph: { spacing: spacing(textPt * em, beforeEm, 0.3), keepNext: true, keepLines: true }
	});
	const small = smallPt(textPt);
	const own: Readonly<Record<WordStyle, Partial<IParagraphStyleOptions>>> = {
		Lead: {
			run: { ...bold, ...size(textPt * 1.08) },
			paragraph: { spacing: spacing(textPt * 1.08, 0.25, 0.15), keepLines: true }
		},
		Body: {},
		Small: {
			run: { ...size(small), color: wordColour(inks.muted) },
			paragraph: { spacing: spacing(small, 0.1, 0.1), keepLines: true }
		},
		WordAbove: {
			run: bold,
			paragraph: { spacing: spacing(textPt, 0.4, 0.1), keepNext: true }
		},
		Cell: { paragraph: { spacing: spacing(textPt, 0, 0) }, next: 'Cell' },
		CellHead: {
			run: bold,
			paragraph: { spacing: spacing(textPt, 0, 0), keepNext: true }
		},
		SpaceLabel: {
			run: bold,
			paragraph: { spacing: spacing(textPt, 0.6, 0.2), keepNext: true }
		},
		Blank: { paragraph: { spacing: spacing(textPt, 0, 0) }, next: 'Blank' }
	};
	return {
		default: {
			document: {
				run: {
					font,
					...size(textPt),
					color: wordColour(inks.text),
					language: { value: 'ja-JP', eastAsia: 'ja-JP' }
				},
				paragraph: { spacing: spacing(textPt, 0, 0.15) }
			},
			title: heading(1.6, 0, 'Title'),
			heading1: heading(1.35, 0.9, 'heading 1'),
			heading2: heading(1.12, 0.7, 'heading 2')
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
