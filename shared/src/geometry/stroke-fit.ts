import type { EncodedStroke, StrokePoint } from './stroke-points.ts';
import { encodeStroke } from './stroke-points.ts';

/** How much a line may take: characters of its places, and how many places. */
export interface StrokeRoom {
	readonly characters: number;
	readonly points: number;
}

/** A line that is kept: with its pressure under 1.5 kB. */
export const keptRoom: StrokeRoom = { characters: 1100, points: 300 };
/** A line under way, told to others ten times a second. */
export const toldRoom: StrokeRoom = { characters: 480, points: 120 };

/** No place of a line moves farther than this when places are left out (bu), nor, on a screen that zooms out, so many CSS px. */
const tolerance = { bu: 0.75, px: 0.75 } as const;
const coarser = 1.6;

/**
 * The line that a hand drew at this zoom, calmed and with as few places as show the same: Ramer–Douglas–Peucker
 * within 0.75 bu (0.75 px when seen from afar), and within more only where it would not fit the room.
 */
export function fitStroke(
	drawn: readonly StrokePoint[],
	zoom: number,
	room: StrokeRoom = keptRoom
): EncodedStroke {
	let left = calmed(drawn);
	let within = Math.max(tolerance.bu, tolerance.px / zoom);
	for (;;) {
		left = reduced(left, within);
		const points = onceEach(left);
		const stroke = encodeStroke(points);
		const fits = stroke.path.length <= room.characters && points.length <= room.points;
		if (fits || points.length <= 2) return stroke;
		within *= coarser;
	}
}

/** Each place becomes the mean of itself and its neighbours, the ends stay: the tremble of a hand is gone, corners are not. */
export function calmed(points: readonly StrokePoint[]): readonly StrokePoint[] {
	return points.map((point, index) => {
		const before = points[index - 1];
		const after = points[index + 1];
		if (!before || !after) return point;
		return {
			x: (before.x + 2 * point.x + after.x) / 4,
			y: (before.y + 2 * point.y + after.y) / 4,
			pressure: point.pressure
		};
	});
}

/** Ramer–Douglas–Peucker: only the places without which the line would move by more than `within`. */
export function reduced(points: readonly StrokePoint[], within: number): readonly StrokePoint[] {
	if (points.length <= 2) return points;
	const kept = new Set([0, points.length - 1]);
	const open: [from: number, to: number][] = [[0, points.length - 1]];
	for (let span = open.pop(); span; span = open.pop()) {
		const [from, to] = span;
		const [a, b] = [points[from], points[to]];
		if (!a || !b) continue;
		let farthest = within;
		let middle = -1;
		for (let index = from + 1; index < to; index += 1) {
			const point = points[index];
			const away = point ? distanceToSegment(point, a, b) : 0;
			if (away <= farthest) continue;
			farthest = away;
			middle = index;
		}
		if (middle < 0) continue;
		kept.add(middle);
		open.push([from, middle], [middle, to]);
	}
	return points.filter((_, index) => kept.has(index));
}

/** How far a place is from the straight way between two others. */
export function distanceToSegment(
	point: { readonly x: number; readonly y: number },
	a: { readonly x: number; readonly y: number },
	b: { readonly x: number; readonly y: number }
): number {
	const [dx, dy] = [b.x - a.x, b.y - a.y];
	const length = dx * dx + dy * dy;
	const along = length === 0 ? 0 : ((point.x - a.x) * dx + (point.y - a.y) * dy) / length;
	const t = Math.min(1, Math.max(0, along));
	return Math.hypot(point.x - a.x - dx * t, point.y - a.y - dy * t);
}

/** In whole bu two neighbours may come to lie on each other. */
function onceEach(points: readonly StrokePoint[]): readonly StrokePoint[] {
	const round = ({ x, y }: StrokePoint): string => `${Math.round(x)} ${Math.round(y)}`;
	return points.filter((point, index) => {
		const before = points[index - 1];
		return !before || round(before) !== round(point);
	});
}
