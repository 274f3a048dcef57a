import type { RowGroup } from './fill-area.ts';
import { fillArea, groupRows } from './fill-area.ts';
import { blockHeadEm, paintHeading, paintLines } from './paint-block.ts';
import type { Paper, SheetItem } from './sheet-items.ts';
import { mmPerPt, papers } from './sheet-metrics.ts';
import type { Worksheet, WorksheetBlock } from './worksheet.ts';
import { worksheetBlockIds } from './worksheet.ts';

/** A page that shows one block of the sheet large. */
export interface BlockPage {
	readonly title: string;
	readonly items: readonly SheetItem[];
}

// A slide of 7.5 inches, the usual height, with 14 pt on it is read from the back of a meeting room.
const readableShare = 14 / (7.5 * 72);
const largestTimes = 1.6;
const marginShare = 0.06;
// Longer lines make the eye lose its place; the rest of the slide stays empty.
const longestLineEm = 44;

/**
 * The blocks of the sheet one after the other, each as large as one page allows and never smaller than a hall can
 * read; what a page cannot hold goes on 「つづき」. Blocks without a row are left out.
 */
export function layoutBlockPages(
	sheet: Worksheet,
	{ paper, isMonochrome = false }: { readonly paper: Paper; readonly isMonochrome?: boolean }
): readonly BlockPage[] {
	const { widthMm, heightMm, lineMm } = papers[paper];
	const smallest = Math.ceil((heightMm / mmPerPt) * readableShare * 2) / 2;
	const margin = heightMm * marginShare;
	return worksheetBlockIds.flatMap((id) => {
		const block = sheet.blocks[id];
		if (block.rows.length === 0) return [];
		const groups = groupRows(block.rows);
		const areaOf = (em: number) => ({
			width: Math.min(widthMm - margin * 2, em * longestLineEm),
			height: heightMm - margin * 2 - em * blockHeadEm,
			mayCut: true
		});
		let textPt = smallest * largestTimes;
		const fits = (pt: number): boolean =>
			fillArea(groups, areaOf(pt * mmPerPt), pt * mmPerPt).rest.length === 0;
		while (textPt > smallest && !fits(textPt)) textPt -= 0.5;
		textPt = Math.max(textPt, smallest);
		return pagesOf(block, groups, textPt * mmPerPt);

		function pagesOf(one: WorksheetBlock, all: readonly RowGroup[], em: number): BlockPage[] {
			const pages: BlockPage[] = [];
			let rest = all;
			while (rest.length > 0) {
				const items: SheetItem[] = [];
				const isContinued = pages.length > 0;
				const inner = widthMm - margin * 2;
				const place = { x: margin, y: margin, inner, em, lineMm: lineMm * 2, isMonochrome };
				paintHeading(items, one, { ...place, isContinued, role: 'title' });
				const area = areaOf(em);
				const filled = fillArea(rest, area, em);
				paintLines(items, filled.lines, {
					...place,
					y: margin + em * blockHeadEm,
					inner: area.width
				});
				pages.push({ title: isContinued ? `${one.title}（つづき）` : one.title, items });
				rest = filled.rest;
			}
			return pages;
		}
	});
}
