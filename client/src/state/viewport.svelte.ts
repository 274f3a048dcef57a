import type { Box } from '@renkei/shared/geometry/box.ts';
import type { BoardPoint, ScreenPoint } from '@renkei/shared/geometry/point.ts';
import { boardPoint, screenPoint } from '@renkei/shared/geometry/point.ts';
import { untrack } from 'svelte';

/** How near and how far a screen may zoom. */
export interface ZoomRange {
	readonly min: number;
	readonly max: number;
}

/** Leaders look from farther away; participants are kept from losing the board by accident. */
export const zoomRanges = {
	leader: { min: 0.1, max: 4 },
	participant: { min: 0.3, max: 2 }
} as const satisfies Record<string, ZoomRange>;

/** Showing all of a big board may go below the range of the hand, down to here. */
const smallestFit = 0.02;

/** The part of the board on this screen. */
export class Viewport {
	readonly range: ZoomRange;
	#origin = $state.raw(boardPoint(0, 0));
	#zoom = $state.raw(1);
	#width = $state.raw(0);
	#height = $state.raw(0);
	#bounds: (() => Box) | null = null;

	constructor(range: ZoomRange) {
		this.range = range;
	}

	/** From now on a hand cannot move the board further away than one screen beyond these bounds. */
	keepNear(bounds: () => Box): void {
		this.#bounds = bounds;
	}

	/** The board point at the top left corner of the canvas. */
	get origin(): BoardPoint {
		return this.#origin;
	}

	/** CSS px per bu. */
	get zoom(): number {
		return this.#zoom;
	}

	get width(): number {
		return this.#width;
	}

	get height(): number {
		return this.#height;
	}

	/** What of the board can be seen. */
	get visibleBox(): Box {
		return {
			x: this.#origin.x,
			y: this.#origin.y,
			width: this.#width / this.#zoom,
			height: this.#height / this.#zoom
		};
	}

	toBoard(point: ScreenPoint): BoardPoint {
		return boardPoint(this.#origin.x + point.x / this.#zoom, this.#origin.y + point.y / this.#zoom);
	}

	toScreen(point: BoardPoint): ScreenPoint {
		return screenPoint(
			(point.x - this.#origin.x) * this.#zoom,
			(point.y - this.#origin.y) * this.#zoom
		);
	}

	/** Moves the picture by so many CSS px to the right and down. */
	panBy(dxPx: number, dyPx: number): void {
		if (dxPx === 0 && dyPx === 0) return;
		this.#goTo(this.#origin.x - dxPx / this.#zoom, this.#origin.y - dyPx / this.#zoom);
	}

	/** Zooms by a factor while the board point under `point` stays where it is. */
	zoomAt(point: ScreenPoint, factor: number): void {
		// A fit may have gone below the range: the hand then only leads back into it, never with a jump.
		const min = Math.min(this.range.min, this.#zoom);
		const zoom = Math.min(this.range.max, Math.max(min, this.#zoom * factor));
		if (!Number.isFinite(zoom) || zoom === this.#zoom) return;
		const still = this.toBoard(point);
		this.#zoom = zoom;
		this.#goTo(still.x - point.x / zoom, still.y - point.y / zoom);
	}

	/** Brings a box of the board into the middle, as large as fits. */
	show(box: Box, options: { readonly paddingPx?: number; readonly maxZoom?: number } = {}): void {
		const padding = options.paddingPx ?? 24;
		const room = { width: this.#width - padding * 2, height: this.#height - padding * 2 };
		if (room.width <= 0 || room.height <= 0) return;
		const fit = Math.min(
			room.width / Math.max(1, box.width),
			room.height / Math.max(1, box.height)
		);
		const zoom = Math.max(smallestFit, Math.min(fit, options.maxZoom ?? 1, this.range.max));
		this.#zoom = zoom;
		this.#origin = boardPoint(
			box.x + box.width / 2 - this.#width / zoom / 2,
			box.y + box.height / 2 - this.#height / zoom / 2
		);
	}

	/** Moves no further than it must for a box to stand clear of the edges; what cannot fit shows its beginning. */
	reveal(box: Box, paddingPx = 48): void {
		const seen = this.visibleBox;
		const padding = paddingPx / this.#zoom;
		const dx = shift(box.x - padding, box.width + padding * 2, seen.x, seen.width);
		const dy = shift(box.y - padding, box.height + padding * 2, seen.y, seen.height);
		this.panBy(-dx * this.#zoom, -dy * this.#zoom);
	}

	/** A box further away than the limit stays where it is until a hand leads back: never with a jump. */
	#goTo(x: number, y: number): void {
		const bounds = this.#bounds && untrack(this.#bounds);
		if (!bounds) {
			this.#origin = boardPoint(x, y);
			return;
		}
		const [width, height] = [this.#width / this.#zoom, this.#height / this.#zoom];
		this.#origin = boardPoint(
			limit(x, this.#origin.x, bounds.x - width, bounds.x + bounds.width),
			limit(y, this.#origin.y, bounds.y - height, bounds.y + bounds.height)
		);
	}

	/** Tells how large the canvas is in CSS px. */
	resize(width: number, height: number): void {
		if (width !== this.#width) this.#width = width;
		if (height !== this.#height) this.#height = height;
	}
}

/** The wanted place within the limits; from beyond them a move may only lead back. */
function limit(wanted: number, now: number, least: number, most: number): number {
	return Math.min(Math.max(wanted, Math.min(least, now)), Math.max(most, now));
}

/** How far a window from `start` must move to hold what begins at `from`. */
function shift(from: number, length: number, start: number, size: number): number {
	if (from < start || length > size) return from - start;
	return Math.max(0, from + length - (start + size));
}
