import type { Standing } from './judge-standing.ts';
import type { Ink, Picture, Shape } from './picture.ts';

const width = 150;
const height = 16;
const hatchStep = 8;

/** 目標までの差: filled as far as the way has been gone, hatched for the rest; ochre while less than half is done. */
export function gapBar({ state, share }: Standing): Picture {
	const filled = Math.round((share ?? 0) * (width - 2) * 10) / 10;
	const fill: Ink =
		state === 'reached' ? 'reached' : share !== null && share < 0.5 ? 'behind' : 'value';
	const frame = { shape: 'rect', x: 0.5, y: 0.5, width: width - 1, height: height - 1 } as const;
	const shapes: Shape[] = [{ ...frame, radius: 4, fill: 'paper', stroke: null }];
	if (share === null || share < 1)
		shapes.push({ shape: 'path', d: hatching(1 + filled), stroke: 'hatch', width: 2, dash: '' });
	if (filled > 0)
		shapes.push({
			...frame,
			x: 1,
			y: 1,
			width: filled,
			height: height - 2,
			radius: 3,
			fill,
			stroke: null
		});
	shapes.push({ ...frame, radius: 4, fill: null, stroke: 'frame' });
	return { width, height, shapes };
}

/** Slanting lines in the unfilled part, each cut off at its edges: not every program that draws can clip. */
function hatching(from: number): string {
	const [top, bottom, right] = [2, height - 2, width - 2];
	const rise = bottom - top;
	const lines: string[] = [];
	for (let foot = 2 - rise; foot < right; foot += hatchStep) {
		const left = Math.max(foot, from + 1);
		const end = Math.min(foot + rise, right);
		if (end - left < 1) continue;
		lines.push(
			`M${tenth(left)} ${tenth(bottom - (left - foot))}L${tenth(end)} ${tenth(bottom - (end - foot))}`
		);
	}
	return lines.join('');
}

function tenth(value: number): number {
	return Math.round(value * 10) / 10;
}
