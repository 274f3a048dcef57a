import { breakLines, lineWidthEm } from './break-lines.ts';
import { boldAdvances, regularAdvances } from './font-advances.ts';
import type { TextRun } from './sheet-items.ts';
import type { WorksheetRow } from './worksheet.ts';

/** A stretch of one line in one weight; `x` in mm from the left of the column. A mark (①, 対策1) stands before the words. */
export interface Span {
	readonly x: number;
	readonly text: string;
	readonly isBold: boolean;
	readonly isMark: boolean;
}

/** One printed line of a row. */
export interface BrokenLine {
	readonly row: WorksheetRow;
	readonly spans: readonly Span[];
	/** Its words with the spaces between spans, the mark left out, and the place they are broken for. */
	readonly words: TextRun['parts'];
	readonly wordsX: number;
	/** Whether a line end that somebody typed follows. */
	readonly endsParagraph: boolean;
	readonly isMuted: boolean;
	/** Size of its text and height of the line in mm. */
	readonly sizeMm: number;
	readonly height: number;
	/** Space above it unless it comes first; a rule stands in the middle of it when the row starts a section. */
	readonly gapBefore: number;
	/** What of the row is still to come after this line, for a row that must be cut at the end of a page. */
	readonly restText: string;
}

const leadSize = 1.12;
const lineHeight = 1.42;
const markGapEm = 0.4;

// Space above a row in em, by what comes before it.
const gaps: {
	readonly [Kind in WorksheetRow['kind']]: { readonly [Before in WorksheetRow['kind']]: number };
} = {
	lead: { lead: 0.9, item: 1.1, detail: 1.1, heading: 0.15 },
	item: { lead: 0.2, item: 0.25, detail: 0.3, heading: 0.15 },
	detail: { lead: 0.45, item: 0.1, detail: 0.15, heading: 0.15 },
	heading: { lead: 0.9, item: 0.9, detail: 0.9, heading: 0.3 }
};
const sectionGap = 1.2;

// Keeps the indent of an item that goes on on another page.
const noMark = '　';
const spaceEm = (regularAdvances.byUnit[0x3000] ?? 0) / regularAdvances.unitsPerEm;

/** The lines of a row in a column of `widthMm` at text of `sizeMm`. */
export function breakRow(
	row: WorksheetRow,
	before: WorksheetRow | null,
	widthMm: number,
	sizeMm: number
): readonly BrokenLine[] {
	const size = row.kind === 'lead' ? sizeMm * leadSize : sizeMm;
	const isBold = row.kind === 'lead' || row.kind === 'heading';
	const advances = isBold ? boldAdvances : regularAdvances;
	const hanging = row.kind === 'item' && row.mark !== '';
	const markEm = hanging
		? (row.mark === noMark ? 1 : lineWidthEm(row.mark, regularAdvances)) + markGapEm
		: 0;
	const left = (row.depth + markEm) * size;
	const prefix = prefixOf(row, hanging);
	const text = prefix + row.text;
	const gap =
		before === null ? 0 : (row.startsSection ? sectionGap : gaps[row.kind][before.kind]) * sizeMm;

	let read = 0;
	return breakLines(text, (widthMm - left) / size, advances).map((line, index) => {
		read += line.length;
		const endsParagraph = text[read] === '\n';
		if (endsParagraph) read += 1;
		const isFirst = index === 0;
		const marks: Span[] =
			isFirst && hanging
				? [{ x: row.depth * size, text: row.mark, isBold: false, isMark: true }]
				: [];
		// 現状 in bold before the words it names; both weights of these kanji are 1 em wide.
		const label =
			isFirst && row.kind === 'item' && prefix !== '' && line.startsWith(prefix) ? row.label : '';
		const labelMm = label === '' ? 0 : (lineWidthEm(label, boldAdvances) + spaceEm) * size;
		const rest = line.slice(label === '' ? 0 : prefix.length);
		const wordSpans: Span[] = [
			...(label === '' ? [] : [{ x: left, text: label, isBold: true, isMark: false }]),
			{ x: left + labelMm, text: rest, isBold, isMark: false }
		];
		return {
			row,
			spans: [...marks, ...wordSpans],
			words: [
				...(label === '' ? [] : [{ text: label, isBold: true }]),
				{ text: line.slice(label.length), isBold }
			],
			wordsX: left,
			endsParagraph,
			isMuted: row.kind === 'detail',
			sizeMm: size,
			height: size * lineHeight,
			gapBefore: isFirst ? gap : 0,
			restText: text.slice(read)
		};
	});
}

/** The row that holds the words after a cut; its mark is not repeated, its indent is. */
export function restOfRow(line: BrokenLine): WorksheetRow {
	return {
		...line.row,
		mark: line.row.mark === '' || line.row.kind !== 'item' ? '' : noMark,
		label: '',
		text: line.restText,
		startsSection: false
	};
}

function prefixOf(row: WorksheetRow, hanging: boolean): string {
	const mark = hanging || row.mark === '' ? '' : `${row.mark}　`;
	if (row.label === '') return mark;
	return `${mark}${row.label}${row.kind === 'detail' ? '：' : '　'}`;
}
