import type { Box } from '../geometry/box.ts';
import { boxesOverlap } from '../geometry/box.ts';

const bucketWidth = 400;

/** The boxes of hand-placed cards, which everything else makes way for. Bucketed by x so that thousands stay cheap. */
export class PinnedBoxes {
	readonly #buckets = new Map<number, Box[]>();

	/** Takes a box in, moved down until it covers none of the earlier ones, and returns where it now is. */
	add(box: Box): Box {
		const free = this.belowObstacles(box, 0);
		this.block(free);
		return free;
	}

	/** Takes a box in where it is, whatever it covers. */
	block(box: Box): void {
		for (const key of bucketsOf(box)) {
			const bucket = this.#buckets.get(key);
			if (bucket) bucket.push(box);
			else this.#buckets.set(key, [box]);
		}
	}

	/** The box moved down until it keeps `gap` bu from every box in here. */
	belowObstacles(box: Box, gap: number): Box {
		if (this.#buckets.size === 0) return box;
		let free = box;
		for (;;) {
			const obstacle = this.#firstObstacle(free, gap);
			if (!obstacle) return free;
			free = { ...free, y: obstacle.y + obstacle.height + gap };
		}
	}

	#firstObstacle(box: Box, gap: number): Box | null {
		const grown = { ...box, y: box.y - gap, height: box.height + 2 * gap };
		for (const key of bucketsOf(box))
			for (const other of this.#buckets.get(key) ?? [])
				if (boxesOverlap(grown, other)) return other;
		return null;
	}
}

function* bucketsOf(box: Box): Iterable<number> {
	const last = Math.floor((box.x + box.width) / bucketWidth);
	for (let key = Math.floor(box.x / bucketWidth); key <= last; key += 1) yield key;
}
