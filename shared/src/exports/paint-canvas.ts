import { connectorShape } from '../method/worksheet/connector-shape.ts';
import type { BoxItem, SheetItem } from '../method/worksheet/sheet-items.ts';
import { mmPerPt } from '../method/worksheet/sheet-metrics.ts';
import type { SheetText } from './fonts.ts';
import type { CanvasMaker, SheetContext } from './sheet-canvas.ts';

/** Paints one page; the units of the context must be millimetres from its top left. */
export function paintPage(
	context: SheetContext,
	items: readonly SheetItem[],
	text: SheetText,
	maker: CanvasMaker
): void {
	for (const item of items) paint(context, item, text, maker);
}

function paint(context: SheetContext, item: SheetItem, text: SheetText, maker: CanvasMaker): void {
	switch (item.kind) {
		case 'text': {
			context.fillStyle = item.colour;
			for (const { face, x, text: words } of text.piecesOf(item)) {
				context.save();
				// In points and not in millimetres: browsers round small font sizes.
				context.translate(x, item.y);
				context.scale(mmPerPt, mmPerPt);
				context.font = `${item.sizePt}px "${maker.familyOf(face)}"`;
				context.fillText(words, 0, 0);
				context.restore();
			}
			return;
		}
		case 'rect':
			context.beginPath();
			context.rect(item.x, item.y, item.width, item.height);
			stroke(context, item);
			return;
		case 'line':
			context.beginPath();
			context.moveTo(item.x1, item.y1);
			context.lineTo(item.x2, item.y2);
			stroke(context, item);
			return;
		case 'box':
			context.beginPath();
			roundedRect(context, item);
			if (item.fill !== null) {
				context.fillStyle = item.fill;
				context.fill();
			}
			if (item.lineMm > 0) stroke(context, item);
			return;
		case 'connector': {
			const { shaft, head } = connectorShape(item);
			context.beginPath();
			trace(context, shaft);
			stroke(context, item);
			if (head.length === 0) return;
			context.beginPath();
			trace(context, head);
			context.closePath();
			context.fillStyle = item.colour;
			context.fill();
			return;
		}
		case 'path': {
			const path = maker.path(item.path);
			context.save();
			context.translate(item.x, item.y);
			context.scale(item.scale, item.scale);
			if (item.fill !== null) {
				context.fillStyle = item.fill;
				context.fill(path);
			}
			if (item.stroke !== null) {
				context.strokeStyle = item.stroke;
				context.lineWidth = item.lineUnits;
				if (item.isRound) context.lineCap = context.lineJoin = 'round';
				context.stroke(path);
			}
			context.restore();
		}
	}
}

function stroke(
	context: SheetContext,
	look: { readonly colour: string; readonly lineMm: number; readonly dash?: readonly number[] }
): void {
	const { colour, lineMm, dash = [] } = look;
	context.strokeStyle = colour;
	context.lineWidth = lineMm;
	if (dash.length > 0) context.setLineDash([...dash]);
	context.stroke();
	if (dash.length > 0) context.setLineDash([]);
}

function trace(context: SheetContext, points: readonly (readonly [x: number, y: number])[]): void {
	for (const [index, [x, y]] of points.entries())
		if (index === 0) context.moveTo(x, y);
		else context.lineTo(x, y);
}

/** Not roundRect: iPads know it only from iOS 16. */
function roundedRect(context: SheetContext, { x, y, width, height, radiusMm }: BoxItem): void {
	const radius = Math.min(radiusMm, width / 2, height / 2);
	if (radius <= 0) {
		context.rect(x, y, width, height);
		return;
	}
	const [right, bottom] = [x + width, y + height];
	context.moveTo(x + radius, y);
	context.arcTo(right, y, right, bottom, radius);
	context.arcTo(right, bottom, x, bottom, radius);
	context.arcTo(x, bottom, x, y, radius);
	context.arcTo(x, y, right, y, radius);
	context.closePath();
}
