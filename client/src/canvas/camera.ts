import type { Box } from '@renkei/shared/geometry/box.ts';
import type { BoardPoint } from '@renkei/shared/geometry/point.ts';

/** What of the board the screen shows: the board point at the top left corner, CSS px per bu, size in CSS px. */
export interface Camera {
	readonly origin: BoardPoint;
	readonly zoom: number;
	readonly width: number;
	readonly height: number;
}

/** How a picture painted for one camera must be moved and scaled to serve another, in CSS px. */
export interface PaintedOffset {
	readonly scale: number;
	readonly x: number;
	readonly y: number;
}

/** `overscan` is how many CSS px the painting reaches beyond the screen on every side. */
export function paintedOffset(painted: Camera, now: Camera, overscan: number): PaintedOffset {
	const scale = now.zoom / painted.zoom;
	return {
		scale,
		x: overscan * (1 - scale) + (painted.origin.x - now.origin.x) * now.zoom,
		y: overscan * (1 - scale) + (painted.origin.y - now.origin.y) * now.zoom
	};
}

/** The share of the screen that the painting does not reach, 0 to 1. */
export function uncoveredShare(painted: Camera, now: Camera, overscan: number): number {
	if (now.width <= 0 || now.height <= 0) return 0;
	const scale = now.zoom / painted.zoom;
	const left = (painted.origin.x - now.origin.x) * now.zoom - overscan * scale;
	const top = (painted.origin.y - now.origin.y) * now.zoom - overscan * scale;
	const right = left + (painted.width + 2 * overscan) * scale;
	const bottom = top + (painted.height + 2 * overscan) * scale;
	const width = Math.max(0, Math.min(now.width, right) - Math.max(0, left));
	const height = Math.max(0, Math.min(now.height, bottom) - Math.max(0, top));
	return 1 - (width * height) / (now.width * now.height);
}

/** The part of the board that a painting for this camera covers. */
export function paintedBox(camera: Camera, overscan: number): Box {
	const margin = overscan / camera.zoom;
	return {
		x: camera.origin.x - margin,
		y: camera.origin.y - margin,
		width: camera.width / camera.zoom + 2 * margin,
		height: camera.height / camera.zoom + 2 * margin
	};
}

/** Whether two cameras show the same. */
export function isSameCamera(a: Camera, b: Camera): boolean {
	return (
		a.zoom === b.zoom &&
		a.origin.x === b.origin.x &&
		a.origin.y === b.origin.y &&
		a.width === b.width &&
		a.height === b.height
	);
}

/** Device pixels per CSS px to draw with: at most 2, and 1.5 where that would be more than 4 million pixels. */
export function drawingRatio(deviceRatio: number, width: number, height: number): number {
	const ratio = Math.min(2, Math.max(1, deviceRatio));
	return ratio > 1.5 && width * height * ratio * ratio > 4_000_000 ? 1.5 : ratio;
}
