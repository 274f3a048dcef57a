import type { Box } from '../geometry/box.ts';

const cell = 160;
/** Cells are counted from far outside of any board, so that their keys are never negative. */
const origin = 4096;
const row = 65_536;

/** The boxes of all cards, to be asked which of them lie along a line; built anew with every layout in well under a millisecond. */
export class CardGrid {
	readonly #cells = new Map<number, Box[]>();

	constructor(boxes: Iterable<Box>) {
		for (const box of boxes)
			for (let x = index(box.x); x <= index(box.x + box.width); x += 1)
				for (let y = index(box.y); y <= index(box.y + box.height); y += 1) {
					const list = this.#cells.get(x * row + y);
					if (list) list.push(box);
					else this.#cells.set(x * row + y, [box]);
				}
	}

	/** Calls back with every box near this stretch until one answers true; a large box may come more than once. */
	some(
		left: number,
		top: number,
		right: number,
		bottom: number,
		test: (box: Box) => boolean
	): boolean {
		const [firstY, lastY] = [index(top), index(bottom)];
		const lastX = index(right);
		for (let x = index(left); x <= lastX; x += 1)
			for (let y = firstY; y <= lastY; y += 1) {
				const list = this.#cells.get(x * row + y);
				if (list) for (const box of list) if (test(box)) return true;
			}
		return false;
	}

	/** The box that a level line from `x` to `to` meets first, among those that pass the test; the upper one of two side by side. */
	firstAlong(
		x: number,
		to: number,
		top: number,
		bottom: number,
		test: (box: Box) => boolean
	): Box | null {
		const way = to > x ? 1 : -1;
		const [firstY, lastY, end] = [index(top), index(bottom), index(to)];
		const nearOf = (box: Box): number => (way > 0 ? box.x : -(box.x + box.width));
		let first: Box | null = null;
		for (let at = index(x); (end - at) * way >= 0; at += way) {
			for (let y = firstY; y <= lastY; y += 1)
				for (const box of this.#cells.get(at * row + y) ?? []) {
					if (!test(box)) continue;
					const nearer = first === null ? -1 : nearOf(box) - nearOf(first);
					if (nearer < 0 || (nearer === 0 && first !== null && box.y < first.y)) first = box;
				}
			// A box that begins in a later cell is further away.
			if (first !== null) return first;
		}
		return null;
	}
}

function index(at: number): number {
	return Math.floor(at / cell) + origin;
}
