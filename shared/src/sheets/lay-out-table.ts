import { breakLines } from '../method/worksheet/break-lines.ts';
import { boldAdvances } from '../method/worksheet/font-advances.ts';
import type { SheetItem } from '../method/worksheet/sheet-items.ts';
import { inks } from '../method/worksheet/sheet-items.ts';
import { mmPerPt } from '../method/worksheet/sheet-metrics.ts';
import type { ContentCell, ContentTable } from './contents.ts';
import type { Strip } from './lay-out-strips.ts';
import type { SetText } from './pen.ts';
import { setText } from './pen.ts';

/** Something drawn in a cell below its words. */
export interface CellDrawing {
	readonly widthMm: number;
	readonly heightMm: number;
	readonly paint: (items: SheetItem[], x: number, y: number) => void;
}

/** How a table is set. */
export interface TableLook {
	readonly widthMm: number;
	readonly textPt: number;
	readonly lineMm: number;
	/** Grey behind the head, which a black-and-white sheet goes without. */
	readonly isMonochrome: boolean;
	readonly drawings?: ReadonlyMap<ContentCell, CellDrawing>;
}

const headFill = '#EEF1F4';
const tableLineEm = 1.36;

interface SetCell {
	readonly x: number;
	readonly text: SetText;
	readonly drawing: CellDrawing | null;
}

/** The rows of a table as strips; the head stands again on every page. */
export function stripsOfTable(table: ContentTable, look: TableLook): readonly Strip[] {
	const em = look.textPt * mmPerPt;
	const padding = { x: em * 0.5, y: em * 0.42 };
	const widths = table.columns.map(({ share }) => share * look.widthMm);
	const lefts = widths.map((_, index) => widths.slice(0, index).reduce((sum, one) => sum + one, 0));
	const innerOf = (index: number): number => (widths[index] ?? 0) - padding.x * 2;

	const head = headStrip();
	return [head, ...table.rows.map((row) => rowStrip(row.map(setCell)))];

	function setCell(cell: ContentCell, index: number): SetCell {
		return {
			x: (lefts[index] ?? 0) + padding.x,
			text: setText(cell.text, innerOf(index), {
				sizePt: look.textPt,
				isBold: cell.isBold === true,
				cardIds: cell.cardIds ?? [],
				lineEm: tableLineEm
			}),
			drawing: look.drawings?.get(cell) ?? null
		};
	}

	function headStrip(): Strip {
		const titles = table.columns.map(({ title }, index) => {
			const fitting = fittingPt(title, innerOf(index), look.textPt);
			return setText(title, innerOf(index), {
				sizePt: fitting,
				isBold: true,
				role: 'heading',
				lineEm: 1.25
			});
		});
		const heightMm = Math.max(...titles.map((title) => title.heightMm)) + padding.y * 2;
		return {
			heightMm,
			gapMm: em * 0.6,
			keepsWithNext: true,
			paint: (items, x, y) => {
				if (!look.isMonochrome)
					items.push({
						kind: 'box',
						id: `head-${items.length}`,
						x,
						y,
						width: look.widthMm,
						height: heightMm,
						radiusMm: 0,
						fill: headFill,
						colour: headFill,
						lineMm: 0,
						dash: []
					});
				paintFrame(items, x, y, heightMm, 1.6);
				for (const [index, title] of titles.entries())
					title.paint(
						items,
						x + (lefts[index] ?? 0) + padding.x,
						y + (heightMm - title.heightMm) / 2
					);
			}
		};
	}

	function rowStrip(cells: readonly SetCell[]): Strip {
		const heightMm =
			Math.max(...cells.map(({ text, drawing }) => text.heightMm + drawingMm(drawing))) +
			padding.y * 2;
		return {
			heightMm,
			gapMm: 0,
			repeats: head,
			paint: (items, x, y) => {
				paintFrame(items, x, y, heightMm, 1);
				for (const { x: left, text, drawing } of cells) {
					text.paint(items, x + left, y + padding.y);
					drawing?.paint(items, x + left, y + padding.y + text.heightMm + padding.y / 2);
				}
			},
			cut: (height) => {
				const lines = Math.max(1, Math.floor((height - padding.y * 2) / (em * tableLineEm)));
				const parts = cells.map(({ text }) => text.cut(lines));
				const at = (index: number): Omit<SetCell, 'text' | 'drawing'> => ({
					x: cells[index]?.x ?? 0
				});
				return [
					rowStrip(parts.map(([text], index) => ({ ...at(index), text, drawing: null }))),
					rowStrip(
						parts.map(([, text], index) => ({
							...at(index),
							text,
							drawing: cells[index]?.drawing ?? null
						}))
					)
				];
			}
		};
	}

	function drawingMm(drawing: CellDrawing | null): number {
		return drawing === null ? 0 : drawing.heightMm + padding.y / 2;
	}

	function paintFrame(items: SheetItem[], x: number, y: number, height: number, weight: number) {
		const rule = { lineMm: look.lineMm, dash: [], colour: inks.rule } as const;
		items.push({
			kind: 'rect',
			x,
			y,
			width: look.widthMm,
			height,
			lineMm: look.lineMm * weight,
			colour: weight > 1 ? inks.muted : inks.rule
		});
		for (const left of lefts.slice(1))
			items.push({ kind: 'line', x1: x + left, y1: y, x2: x + left, y2: y + height, ...rule });
	}
}

/** The size at which the longest word of a head keeps to one line, never under 8 pt. */
function fittingPt(title: string, widthMm: number, textPt: number): number {
	for (let pt = textPt; pt > 8; pt -= 0.5)
		if (breakLines(title, widthMm / (pt * mmPerPt), boldAdvances).length === 1) return pt;
	return Math.max(8, textPt - 1);
}
