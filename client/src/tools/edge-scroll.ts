import type { ScreenPoint } from '@renkei/shared/geometry/point.ts';
import type { Viewport } from '../state/viewport.svelte.ts';
import { edgeScroll } from './thresholds.ts';

/** The board that is moved, and the time. */
export interface ScrollSurroundings {
	readonly viewport: Viewport;
	readonly now: () => number;
	/** Calls back before the next frame; returns how to call it off. */
	readonly nextFrame: (callback: () => void) => () => void;
}

/** Moves the board while something is held near its edge, after a moment's wait. */
export class EdgeScroll {
	readonly #around: ScrollSurroundings;
	readonly #moved: () => void;
	#towards: readonly [x: number, y: number] = [0, 0];
	#since: number | null = null;
	#last = 0;
	#callOff: (() => void) | null = null;

	constructor(around: ScrollSurroundings, moved: () => void) {
		this.#around = around;
		this.#moved = moved;
	}

	/** Tells where the pointer is now. */
	watch(at: ScreenPoint): void {
		const { width, height } = this.#around.viewport;
		this.#towards = [pull(at.x, width), pull(at.y, height)];
		if (this.#towards[0] === 0 && this.#towards[1] === 0) {
			this.stop();
			return;
		}
		this.#since ??= this.#around.now();
		if (!this.#callOff) this.#wait();
	}

	stop(): void {
		this.#callOff?.();
		this.#callOff = null;
		this.#since = null;
	}

	#wait(): void {
		this.#last = this.#around.now();
		this.#callOff = this.#around.nextFrame(() => this.#step());
	}

	#step(): void {
		if (this.#since === null) return;
		const now = this.#around.now();
		if (now - this.#since >= edgeScroll.afterMs) {
			// A frame that came late must not throw the board far away.
			const px = (Math.min(50, now - this.#last) / 1000) * edgeScroll.pxPerSecond;
			this.#around.viewport.panBy(-this.#towards[0] * px, -this.#towards[1] * px);
			this.#moved();
		}
		if (this.#callOff) this.#wait();
	}
}

/** -1 to 1: how strongly a place pulls towards the near or far end of an axis. */
function pull(at: number, length: number): number {
	const { marginPx } = edgeScroll;
	if (at < marginPx) return -Math.min(1, (marginPx - at) / marginPx);
	if (at > length - marginPx) return Math.min(1, (at - length + marginPx) / marginPx);
	return 0;
}
