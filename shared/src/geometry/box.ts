import type { BoardPoint } from './point.ts';
import { boardPoint } from './point.ts';

/** An upright rectangle on the board in bu; `x, y` is the top left corner. */
export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** Whether two boxes share any area; touching edges do not count. */
export function boxesOverlap(a: Box, b: Box): boolean {
	return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Whether the point lies in the box, edges included, after growing the box by `margin` bu. */
export function boxContains(box: Box, point: BoardPoint, margin = 0): boolean {
	return (
		point.x >= box.x - margin &&
		point.x <= box.x + box.width + margin &&
		point.y >= box.y - margin &&
		point.y <= box.y + box.height + margin
	);
}

/** The middle of a box. */
export function boxCentre(box: Box): BoardPoint {
	return boardPoint(box.x + box.width / 2, box.y + box.height / 2);
}

/** The box grown by `by` bu on every side. */
export function growBox(box: Box, by: number): Box {
	return {
		x: box.x - by,
		y: box.y - by,
		width: box.width + by * 2,
		height: box.height + by * 2
	};
}

/** The smallest box around all given boxes, or null when there are none. */
export function unionOfBoxes(boxes: Iterable<Box>): Box | null {
	let left = Infinity;
	let top = Infinity;
	let right = -Infinity;
	let bottom = -Infinity;
	for (const box of boxes) {
		left = Math.min(left, box.x);
		top = Math.min(top, box.y);
		right = Math.max(right, box.x + box.width);
		bottom = Math.max(bottom, box.y + box.height);
	}
	if (left > right) return null;
	return { x: left, y: top, width: right - left, height: bottom - top };
}
