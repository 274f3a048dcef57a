import type { PlacedStroke } from '@renkei/shared/lane-layout/placed-strokes.ts';
import type { StrokePoint } from '@renkei/shared/geometry/stroke-points.ts';
import type { StrokeSize } from '@renkei/shared/geometry/stroke-shape.ts';
import { widthAt } from '@renkei/shared/geometry/stroke-shape.ts';

/** A line that is not whole yet. */
export interface OpenLine {
	readonly points: readonly StrokePoint[];
	readonly size: StrokeSize;
	/** CSS colour. */
	readonly colour: string;
}

/** Draws a line under way, in bu: through the middles between its places, so that it is smooth while it grows. */
export function drawOpenLine(
	context: CanvasRenderingContext2D,
	{ points, size, colour }: OpenLine
): void {
	const [first, second] = points;
	if (!first) return;
	context.strokeStyle = colour;
	context.lineCap = 'round';
	context.lineJoin = 'round';
	context.lineWidth = widthAt(size, first.pressure);
	context.beginPath();
	context.moveTo(first.x, first.y);
	// A path of one place is drawn by nobody; a hair makes it a dot.
	if (!second) context.lineTo(first.x + 0.01, first.y);
	let pressure = first.pressure;
	for (let index = 1; index < points.length; index += 1) {
		const [at, after] = [points[index], points[index + 1]];
		if (!at) continue;
		const end = after ? { x: (at.x + after.x) / 2, y: (at.y + after.y) / 2 } : at;
		context.quadraticCurveTo(at.x, at.y, end.x, end.y);
		if (at.pressure === pressure) continue;
		pressure = at.pressure;
		context.stroke();
		context.lineWidth = widthAt(size, pressure);
		context.beginPath();
		context.moveTo(end.x, end.y);
	}
	context.stroke();
}

/** Makes a line look almost gone: the eraser has it. */
export function fadeLine(
	context: CanvasRenderingContext2D,
	{ points, stroke, dx, dy }: PlacedStroke,
	ground: string
): void {
	context.save();
	context.translate(dx, dy);
	context.globalAlpha = 0.75;
	drawOpenLine(context, {
		points: points.map((point) => ({ ...point, pressure: 5 })),
		size: stroke.size,
		colour: ground
	});
	context.restore();
}
