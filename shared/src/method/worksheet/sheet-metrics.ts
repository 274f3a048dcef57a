import type { Paper } from './sheet-items.ts';
import type { WorksheetBlockId } from './worksheet.ts';

/** Millimetres per point. */
export const mmPerPt = 25.4 / 72;

/** Everything fixed about a paper: its page, the sizes of text tried from `basePt` down, and the size once it takes more pages. */
export interface PaperMetrics {
	readonly widthMm: number;
	readonly heightMm: number;
	readonly marginMm: number;
	readonly basePt: number;
	readonly minPt: number;
	readonly flowPt: number;
	readonly lineMm: number;
}

/** No text is ever printed smaller: people of sixty read these sheets. */
export const smallestPt = 8;

/** Both papers, landscape. */
export const papers = {
	A3: {
		widthMm: 420,
		heightMm: 297,
		marginMm: 10,
		basePt: 14,
		minPt: 8,
		flowPt: 9.5,
		lineMm: 0.35
	},
	A4: {
		widthMm: 297,
		heightMm: 210,
		marginMm: 8,
		basePt: 10.5,
		minPt: 8,
		flowPt: 8,
		lineMm: 0.25
	}
} satisfies Record<Paper, PaperMetrics>;

/** A block in its column; `share` is the part of the column it takes while there is room for all. */
export interface ColumnBlock {
	readonly id: WorksheetBlockId;
	readonly share: number;
}

/** The four columns of 図表4-10 from left to right; `share` is the part of the sheet's width. */
export const columns: readonly {
	readonly share: number;
	readonly blocks: readonly ColumnBlock[];
}[] = [
	{
		share: 178 / 758,
		blocks: [
			{ id: 'theme', share: 0.5 },
			{ id: 'vision', share: 0.5 },
			{ id: 'notes', share: 0.3 }
		]
	},
	{
		share: 200 / 758,
		blocks: [
			{ id: 'causes', share: 1.7 / 2.7 },
			{ id: 'rootCause', share: 1 / 2.7 }
		]
	},
	{ share: 184 / 758, blocks: [{ id: 'measures', share: 1 }] },
	{
		share: 196 / 758,
		blocks: [
			{ id: 'outcomes', share: 1.55 / 2.55 },
			{ id: 'evaluation', share: 1 / 2.55 }
		]
	}
];
