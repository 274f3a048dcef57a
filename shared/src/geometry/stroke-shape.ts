import type { Box } from './box.ts';
import { growBox, unionOfBoxes } from './box.ts';
import { distanceToSegment } from './stroke-fit.ts';
import type { StrokePoint } from './stroke-points.ts';

/** A part of a drawn line that is equally wide, as SVG path data; without a width it is filled: a dot. */
export interface StrokePart {
	readonly width: number | null;
	readonly data: string;
}

/** How wide lines are, in bu. */
export const strokeWidths = { thin: 4, thick: 9 } as const;
export type StrokeSize = keyof typeof strokeWidths;

/** How much wider or thinner pressure makes a line, from light to firm. */
const byPressure = [0.5, 0.75, 1, 1.3, 1.6] as const;
/** The control points of a circle of radius 1. */
const round = 0.5523;
/** A turn sharper than this is a corner and stays one (cosine of the angle between the ways in and out). */
const sharpest = -0.1;

/** How wide a line is where it is pressed so. */
export function widthAt(size: StrokeSize, pressure: number): number {
	return strokeWidths[size] * (byPressure[pressure - 1] ?? 1);
}

/**
 * A line as curves through all its places, one part for each width; or as straight pieces, which are drawn in half the
 * time and from afar look the same.
 */
export function shapeOfStroke(
	points: readonly StrokePoint[],
	size: StrokeSize,
	isStraight = false
): readonly StrokePart[] {
	const [first] = points;
	if (!first) return [];
	if (points.length === 1)
		return [{ width: null, data: dot(first, widthAt(size, first.pressure)) }];
	const parts = new Map<number, string>();
	let drawn: number | null = null;
	for (const { from, to, first: a, second: b } of curvesThrough(points)) {
		const width = widthAt(size, Math.round((from.pressure + to.pressure) / 2));
		const start = width === drawn ? '' : `M${from.x} ${from.y}`;
		drawn = width;
		const curve = isStraight
			? `L${to.x} ${to.y}`
			: `C${short(a[0])} ${short(a[1])} ${short(b[0])} ${short(b[1])} ${to.x} ${to.y}`;
		parts.set(width, (parts.get(width) ?? '') + start + curve);
	}
	return [...parts].map(([width, data]) => ({ width, data }));
}

/** A box around a line, its width and all its curves included; null for a line without places. */
export function boxOfStroke(points: readonly StrokePoint[], size: StrokeSize): Box | null {
	const places = points.map(({ x, y }) => [x, y] as const);
	for (const { first, second } of curvesThrough(points)) places.push(first, second);
	const box = unionOfBoxes(places.map(([x, y]) => ({ x, y, width: 0, height: 0 })));
	const widest = Math.max(0, ...points.map(({ pressure }) => widthAt(size, pressure)));
	return box && growBox(box, widest / 2 + 1);
}

/** How far a place is from a line of points. */
export function distanceToStroke(
	points: readonly StrokePoint[],
	place: { readonly x: number; readonly y: number }
): number {
	const [first] = points;
	if (!first) return Infinity;
	let nearest = Math.hypot(place.x - first.x, place.y - first.y);
	for (let index = 1; index < points.length; index += 1) {
		const [from, to] = [points[index - 1], points[index]];
		if (from && to) nearest = Math.min(nearest, distanceToSegment(place, from, to));
	}
	return nearest;
}

interface Curve {
	readonly from: StrokePoint;
	readonly to: StrokePoint;
	readonly first: readonly [x: number, y: number];
	readonly second: readonly [x: number, y: number];
}

function curvesThrough(points: readonly StrokePoint[]): readonly Curve[] {
	return points.slice(1).map((to, index) => {
		const from = points[index] ?? to;
		return {
			from,
			to,
			first: control(points[index - 1], from, to),
			second: control(points[index + 2], to, from)
		};
	});
}

/**
 * The control point beside `at` on the way to `to`: along the chord of its neighbours, never beyond a third of the
 * way, and near where the way before was short, or a long curve would swing out of a short one.
 */
function control(
	beyond: StrokePoint | undefined,
	at: StrokePoint,
	to: StrokePoint
): readonly [x: number, y: number] {
	const [dx, dy] = [to.x - at.x, to.y - at.y];
	if (!beyond) return [at.x + dx / 3, at.y + dy / 3];
	const [inX, inY] = [at.x - beyond.x, at.y - beyond.y];
	const [length, before] = [Math.hypot(dx, dy), Math.hypot(inX, inY)];
	const isCorner = inX * dx + inY * dy < sharpest * length * before;
	const [chordX, chordY] = [to.x - beyond.x, to.y - beyond.y];
	const chord = Math.hypot(chordX, chordY);
	if (isCorner || chord === 0) return [at.x + dx / 3, at.y + dy / 3];
	const reach = Math.min(length / 3, before / 2) / chord;
	return [at.x + chordX * reach, at.y + chordY * reach];
}

function dot({ x, y }: StrokePoint, width: number): string {
	const r = width / 2;
	const k = r * round;
	const at = (dx: number, dy: number): string => `${short(x + dx)} ${short(y + dy)}`;
	return (
		`M${at(r, 0)}C${at(r, k)} ${at(k, r)} ${at(0, r)}C${at(-k, r)} ${at(-r, k)} ${at(-r, 0)}` +
		`C${at(-r, -k)} ${at(-k, -r)} ${at(0, -r)}C${at(k, -r)} ${at(r, -k)} ${at(r, 0)}Z`
	);
}

function short(value: number): string {
	return String(Math.round(value * 10) / 10);
}
