import type { ConnectorItem } from './sheet-items.ts';

type Point = readonly [x: number, y: number];

// Long and narrow enough to tell its direction in black and white.
const headLength = 4.5;
const headWidth = 3.6;

/** A connector as what is drawn: the line, shortened under its head, and the three corners of the head (none without one). */
export function connectorShape({ points, hasHead, lineMm }: ConnectorItem): {
	readonly shaft: readonly Point[];
	readonly head: readonly Point[];
} {
	const tip = points.at(-1);
	const before = points.at(-2);
	if (!hasHead || !tip || !before) return { shaft: points, head: [] };
	const length = Math.hypot(tip[0] - before[0], tip[1] - before[1]) || 1;
	const along: Point = [(tip[0] - before[0]) / length, (tip[1] - before[1]) / length];
	const long = lineMm * headLength;
	const half = (lineMm * headWidth) / 2;
	const foot: Point = [tip[0] - along[0] * long, tip[1] - along[1] * long];
	return {
		shaft: [...points.slice(0, -1), [foot[0] + along[0] * lineMm, foot[1] + along[1] * lineMm]],
		head: [
			tip,
			[foot[0] - along[1] * half, foot[1] + along[0] * half],
			[foot[0] + along[1] * half, foot[1] - along[0] * half]
		]
	};
}
