import type { RowGroup } from './fill-area.ts';
import { groupRows } from './fill-area.ts';
import { layoutBody } from './layout-body.ts';
import { paintFooter, paintHead } from './layout-head.ts';
import type { Paper, SheetItem, SheetLayout } from './sheet-items.ts';
import { papers } from './sheet-metrics.ts';
import type { Worksheet, WorksheetBlockId } from './worksheet.ts';
import { worksheetBlockIds } from './worksheet.ts';

/** How a sheet is to be laid out. */
export interface LayoutOptions {
	readonly paper: Paper;
	/** Badges in the ink of the text, as a black-and-white printer shows them. */
	readonly isMonochrome?: boolean;
}

/**
 * The worksheet on paper: the largest text at which one page holds it, else pages 「つづき」 at a comfortable size.
 * Nothing is clipped, nothing left out.
 */
export function layoutWorksheet(sheet: Worksheet, options: LayoutOptions): SheetLayout {
	const { basePt, minPt, flowPt } = papers[options.paper];
	for (let pt = basePt; pt >= minPt; pt -= 0.5) {
		const layout = layoutAt(sheet, options, pt, 1);
		if (layout) return layout;
	}
	const layout = layoutAt(sheet, options, flowPt, Infinity);
	// Every page takes at least one line of every block, so an endless sheet always ends.
	if (!layout) throw new Error('A sheet without a limit of pages did not fit');
	return layout;
}

function layoutAt(
	sheet: Worksheet,
	{ paper, isMonochrome = false }: LayoutOptions,
	textPt: number,
	maxPages: number
): SheetLayout | null {
	const metrics = papers[paper];
	const pages: SheetItem[][] = [];
	let pending = new Map<WorksheetBlockId, readonly RowGroup[]>(
		worksheetBlockIds.map((id) => [id, groupRows(sheet.blocks[id].rows)])
	);
	do {
		if (pages.length === maxPages) return null;
		const items: SheetItem[] = [];
		const top = paintHead(items, sheet.head, { metrics, textPt, isContinued: pages.length > 0 });
		pending = layoutBody(items, sheet, pending, {
			metrics,
			textPt,
			top,
			isContinued: pages.length > 0,
			isMonochrome
		});
		pages.push(items);
	} while ([...pending.values()].some((groups) => groups.length > 0));
	for (const [index, items] of pages.entries())
		paintFooter(items, sheet.head, { metrics, textPt, page: index + 1, pages: pages.length });
	return {
		paper,
		widthMm: metrics.widthMm,
		heightMm: metrics.heightMm,
		textPt,
		pages,
		bookmarks: [{ title: '演習シート', page: 0 }]
	};
}
