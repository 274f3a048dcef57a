import type { Pixels } from '../support/ink.ts';
import { inkIn } from '../support/ink.ts';
import type { SlideShape } from './read-slides.ts';

interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

const mmPerInch = 25.4;
const paper = 250;

/** The text boxes of a slide in which the rendered page shows nothing. */
export function boxesWithoutInk(
	pixels: Pixels,
	boxes: readonly SlideShape[],
	dpi: number
): readonly string[] {
	const scale = dpi / mmPerInch;
	return boxes
		.filter(({ x, y, width, height }) => {
			const place = { x: x * scale, y: y * scale, width: width * scale, height: height * scale };
			return inkIn(pixels, place) === 0;
		})
		.map(({ paragraphs }) => paragraphs.join(' '));
}

/** How many dark pixels of a page belong to no shape of its slide; `toleranceMm` is what a line may be wider. */
export function inkOutsideShapes(
	pixels: Pixels,
	shapes: readonly SlideShape[],
	{ dpi, toleranceMm }: { readonly dpi: number; readonly toleranceMm: number }
): number {
	const scale = dpi / mmPerInch;
	const owned = new Uint8Array(pixels.width * pixels.height);
	for (const shape of shapes)
		for (const { x, y, width, height } of drawnBoxes(shape)) {
			const left = Math.max(0, Math.floor((x - toleranceMm) * scale));
			const right = Math.min(pixels.width, Math.ceil((x + width + toleranceMm) * scale));
			const top = Math.max(0, Math.floor((y - toleranceMm) * scale));
			const bottom = Math.min(pixels.height, Math.ceil((y + height + toleranceMm) * scale));
			for (let row = top; row < bottom; row += 1)
				owned.fill(1, row * pixels.width + left, row * pixels.width + Math.max(left, right));
		}
	let outside = 0;
	for (const [index, value] of pixels.brightness.entries())
		if (value < paper && owned[index] === 0) outside += 1;
	return outside;
}

/** An empty frame only draws its edges. */
function drawnBoxes(shape: SlideShape): readonly Box[] {
	const { x, y, width, height } = shape;
	const isFrame = shape.geometry === 'rect' && !shape.isFilled && shape.paragraphs.length === 0;
	if (!isFrame) return [shape];
	return [
		{ x, y, width, height: 0 },
		{ x, y: y + height, width, height: 0 },
		{ x, y, width: 0, height },
		{ x: x + width, y, width: 0, height }
	];
}
