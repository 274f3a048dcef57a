import type { LoadedBoard } from '../storage/storage.ts';

/** How often the size is measured at most: that takes as long as somebody's joining. */
const measureEveryMs = 5000;

/**
 * How many bytes a board has, counted without encoding it with every change. The count only grows while people
 * edit, because what they replace is forgotten by Yjs and not by the count; before somebody is refused it is measured.
 */
export class DocumentSize {
	readonly #most: number;
	readonly #measure: () => number;
	#bytes: number;
	#measuredAt = -Infinity;

	/** `most` is what the board may have; `measure` tells what it has. */
	constructor({ snapshot, rows }: LoadedBoard, most: number, measure: () => number) {
		this.#most = most;
		this.#measure = measure;
		this.#bytes = rows.reduce((sum, { bytes }) => sum + bytes.length, snapshot?.length ?? 0);
	}

	add(bytes: number): void {
		this.#bytes += bytes;
	}

	/** Whether an update of so many bytes still fits. */
	hasRoomFor(bytes: number, now = performance.now()): boolean {
		if (this.#bytes + bytes <= this.#most) return true;
		if (now - this.#measuredAt < measureEveryMs) return false;
		this.#measuredAt = now;
		this.#bytes = this.#measure();
		return this.#bytes + bytes <= this.#most;
	}
}
