import type { Box } from '@renkei/shared/geometry/box.ts';
import { boxesOverlap } from '@renkei/shared/geometry/box.ts';

/** Where map and zoom buttons stand at the foot of the canvas, and whether the map makes room for cards. */
export interface CornerPlace {
	readonly side: 'left' | 'right';
	readonly hidesMap: boolean;
}

/** What stands in the corner, in CSS px: the map above a bar of buttons, `inset` from both edges. */
export interface CornerSize {
	readonly width: number;
	readonly height: number;
	readonly barHeight: number;
	readonly inset: number;
	/** At the left the button of the hints stands below. */
	readonly belowLeft: number;
}

/** The first place that covers no card: where it is, the other side, or without the map; else where the fewest are covered. */
export function findCornerPlace(
	seen: Box,
	zoom: number,
	size: CornerSize,
	cards: readonly Box[],
	now: CornerPlace
): CornerPlace {
	const visible = cards.filter((card) => boxesOverlap(card, seen));
	const covered = ({ side, hidesMap }: CornerPlace): number => {
		const width = size.width / zoom;
		const height = (hidesMap ? size.barHeight : size.height) / zoom;
		const inset = size.inset / zoom;
		const x = side === 'left' ? seen.x + inset : seen.x + seen.width - inset - width;
		const below = inset + (side === 'left' ? size.belowLeft / zoom : 0);
		const box = { x, y: seen.y + seen.height - below - height, width, height };
		return visible.filter((card) => boxesOverlap(card, box)).length;
	};
	let best = now;
	let fewest = Infinity;
	const sides = now.side === 'left' ? (['left', 'right'] as const) : (['right', 'left'] as const);
	for (const hidesMap of [false, true])
		for (const side of sides) {
			const count = covered({ side, hidesMap });
			if (count >= fewest) continue;
			fewest = count;
			best = { side, hidesMap };
		}
	return best;
}
