import type { RowGroup } from './fill-area.ts';
import { fillArea, groupRows } from './fill-area.ts';
import { footerPt } from './layout-head.ts';
import { blockHeadEm, paintHeading, paintLines } from './paint-block.ts';
import { shareHeight } from './share-height.ts';
import type { SheetItem } from './sheet-items.ts';
import { inks } from './sheet-items.ts';
import type { PaperMetrics } from './sheet-metrics.ts';
import { columns, mmPerPt } from './sheet-metrics.ts';
import type { Worksheet, WorksheetBlockId } from './worksheet.ts';

/** What is known about the page the blocks are laid on. */
export interface BodyPage {
	readonly metrics: PaperMetrics;
	readonly textPt: number;
	readonly top: number;
	readonly isContinued: boolean;
	readonly isMonochrome: boolean;
}

type Pending = ReadonlyMap<WorksheetBlockId, readonly RowGroup[]>;

interface PageBlock {
	readonly id: WorksheetBlockId;
	readonly share: number;
	readonly groups: readonly RowGroup[];
	/** Theme and vision stand on every page again; what of them does not fit there is not owed to anyone. */
	readonly isRepeated: boolean;
}

interface PageColumn {
	readonly share: number;
	readonly blocks: readonly PageBlock[];
}

const repeatedShare = 0.2;

/** Paints the columns of one page and gives what is left for the next. */
export function layoutBody(
	items: SheetItem[],
	sheet: Worksheet,
	pending: Pending,
	page: BodyPage
): Map<WorksheetBlockId, readonly RowGroup[]> {
	const { widthMm, heightMm, marginMm, lineMm } = page.metrics;
	const em = page.textPt * mmPerPt;
	const bottom = heightMm - marginMm - footerPt(page.textPt) * mmPerPt * 1.7;
	const padding = { x: em * 0.95, y: em * 0.75 };
	const headHeight = em * blockHeadEm;
	const left = new Map(pending);
	const pageColumns = page.isContinued
		? continuedColumns(sheet, pending)
		: firstColumns(sheet, pending);
	const shares = pageColumns.reduce((sum, column) => sum + column.share, 0);

	let x = marginMm;
	for (const column of pageColumns) {
		const width = ((widthMm - marginMm * 2) * column.share) / shares;
		const inner = width - padding.x * 2;
		const frame = headHeight + padding.y * 2;
		const needOf = (groups: readonly RowGroup[]): number =>
			frame + fillArea(groups, { width: inner, height: Infinity, mayCut: true }, em).height;
		const heights = shareHeight(
			bottom - page.top,
			column.blocks.map(({ groups, share }) => ({ need: needOf(groups), share }))
		);
		let y = page.top;
		for (const [index, block] of column.blocks.entries()) {
			const height = heights[index] ?? 0;
			const rect = { x, y, width, height };
			items.push({ kind: 'rect', ...rect, lineMm, colour: inks.text });
			if (block.id === 'rootCause') paintSecondFrame(items, rect, page.metrics);
			const isContinued =
				page.isContinued && !block.isRepeated && hasBegun(sheet, pending, block.id);
			const place = {
				x: x + padding.x,
				y: y + padding.y,
				inner,
				em,
				lineMm,
				isMonochrome: page.isMonochrome
			};
			paintHeading(items, sheet.blocks[block.id], { ...place, isContinued, role: 'heading' });
			const filled = fillArea(
				block.groups,
				{
					width: inner,
					height: height - frame,
					mayCut: page.isContinued || isTooHigh(block, column)
				},
				em
			);
			paintLines(items, filled.lines, { ...place, y: place.y + headHeight });
			if (!block.isRepeated) left.set(block.id, filled.rest);
			y += height;
		}
		x += width;
	}
	return left;

	/** Whether the first group cannot fit even a whole page of this column, so that waiting for one would not help. */
	function isTooHigh(block: PageBlock, column: PageColumn): boolean {
		const [first] = block.groups;
		if (!first) return false;
		const inner = ((widthMm - marginMm * 2) * column.share) / shares - padding.x * 2;
		const need = fillArea([first], { width: inner, height: Infinity, mayCut: true }, em).height;
		return need > (bottom - page.top) * 0.6;
	}
}

function firstColumns(sheet: Worksheet, pending: Pending): readonly PageColumn[] {
	return columns
		.map(({ share, blocks }) => ({
			share,
			blocks: blocks
				.filter(({ id }) => !sheet.blocks[id].isHidden)
				.map((block) => ({ ...block, groups: pending.get(block.id) ?? [], isRepeated: false }))
		}))
		.filter(({ blocks }) => blocks.length > 0);
}

/** The columns of a page 「つづき」: only what is still to come, beside theme and vision said again. */
function continuedColumns(sheet: Worksheet, pending: Pending): readonly PageColumn[] {
	const found: PageColumn[] = [];
	for (const { share, blocks } of columns) {
		const waiting = blocks
			.map((block) => ({ ...block, groups: pending.get(block.id) ?? [], isRepeated: false }))
			.filter(({ groups }) => groups.length > 0);
		if (waiting.length > 0) found.push({ share, blocks: waiting });
	}
	const isDone = (id: WorksheetBlockId): boolean => (pending.get(id) ?? []).length === 0;
	if (!isDone('theme') || !isDone('vision')) return found;
	const repeated = (['theme', 'vision'] as const)
		.filter((id) => !sheet.blocks[id].isHidden)
		.map((id) => ({
			id,
			share: 0.5,
			groups: groupRows(sheet.blocks[id].rows.filter((row) => row.kind === 'lead')),
			isRepeated: true
		}));
	if (repeated.length === 0) return found;
	const notes = found.find((column) => column.blocks.some(({ id }) => id === 'notes'));
	if (!notes) return [{ share: repeatedShare, blocks: repeated }, ...found];
	return found.map((column) =>
		column === notes ? { ...notes, blocks: [...repeated, ...notes.blocks] } : column
	);
}

function hasBegun(sheet: Worksheet, pending: Pending, id: WorksheetBlockId): boolean {
	return pending.get(id)?.[0]?.[0] !== sheet.blocks[id].rows[0];
}

/** 解決すべき原因 is told by a second frame of 2 pt, which survives every copier. */
function paintSecondFrame(
	items: SheetItem[],
	{ x, y, width, height }: { x: number; y: number; width: number; height: number },
	{ lineMm }: PaperMetrics
): void {
	const line = 2 * mmPerPt;
	const inset = lineMm * 1.5 + line / 2;
	items.push({
		kind: 'rect',
		x: x + inset,
		y: y + inset,
		width: width - inset * 2,
		height: height - inset * 2,
		lineMm: line,
		colour: inks.text
	});
}
