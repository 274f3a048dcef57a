import type { Picture, Shape } from './picture.ts';

/** The value of one year; null where there is none or where it cannot be compared. */
export interface TrendPoint {
	readonly value: number | null;
	/** Measured over part of the year only. */
	readonly isPartial: boolean;
}

const width = 132;
const height = 44;
const sidePad = 8;
const widestStep = 38;
const top = 9;
const bottom = 35;

/** うごき: the values year by year as a solid line that breaks where a year is missing, the target dashed, the latest full-year value a filled dot. */
export function trendChart(points: readonly TrendPoint[], target: number | null): Picture {
	const known = points.flatMap(({ value }) => (value === null ? [] : [value]));
	const all = target === null ? known : [...known, target];
	const lowest = Math.min(...all);
	const span = Math.max(...all) - lowest;
	const yOf = (value: number): number =>
		tenth(span === 0 ? (top + bottom) / 2 : bottom - ((value - lowest) / span) * (bottom - top));
	const step = Math.min(widestStep, (width - 2 * sidePad) / Math.max(1, points.length - 1));
	const placed = points.map(({ value, isPartial }, index) =>
		value === null ? null : { x: tenth(sidePad + step * index), y: yOf(value), isPartial }
	);
	const shapes: Shape[] = [];
	if (target !== null) {
		const y = yOf(target);
		shapes.push({
			shape: 'path',
			d: `M2 ${y}H${width - 2}`,
			stroke: 'target',
			width: 1.5,
			dash: '5 4'
		});
	}
	for (const run of runsOf(placed))
		if (run.length > 1)
			shapes.push({
				shape: 'path',
				d: `M${run.map(({ x, y }) => `${x} ${y}`).join('L')}`,
				stroke: 'value',
				width: 2.5,
				dash: ''
			});
	const dots = placed.filter((dot) => dot !== null);
	for (const [index, { x, y, isPartial }] of dots.entries()) {
		const isLatest = index === dots.length - 1;
		shapes.push({
			shape: 'circle',
			x,
			y,
			radius: isLatest ? 4.5 : 3,
			fill: isLatest && !isPartial ? 'value' : 'paper',
			stroke: 'value'
		});
	}
	return { width, height, shapes };
}

function runsOf<T>(placed: readonly (T | null)[]): readonly (readonly T[])[] {
	const runs: T[][] = [[]];
	for (const dot of placed)
		if (dot === null) runs.push([]);
		else runs.at(-1)?.push(dot);
	return runs;
}

function tenth(value: number): number {
	return Math.round(value * 10) / 10;
}
