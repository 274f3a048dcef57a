import type { EncodedStroke, StrokePoint } from './stroke-points.ts';
import { encodeStroke } from './stroke-points.ts';

/** How much a line may take: characters of its places, and how many places. */
interface Room {
	readonly characters: number;
	readonly points: number;
}

/** A line that is kept: with its pressure under 1.5 kB. */
const keptRoom: Room = { characters: 1100, points: 300 };
/** A line under way, told to others ten times a second. */
const toldRoom: Room = { characters: 480, points: 120 };

/** No place of a line moves farther than this when places are left out (bu), nor, on a screen that zooms out, so many CSS px. */
const tolerance = { bu: 0.75, px: 0.75 } as const;
/** Where a line does not fit its room, it may be so much coarser before it is cut. */
const coarser = [1, 1.6, 2.5];

/**
 * The line that a hand drew at this zoom, calmed and with as few places as show the same: Ramer–Douglas–Peucker
 * within 0.75 bu (0.75 px when seen from afar). Hatching over half the board takes several lines, end to end.
 */
export function fitStroke(drawn: readonly StrokePoint[], zoom: number): readonly EncodedStroke[] {
	return fitAll(calmed(drawn), zoom);
}

/** The same line while it is drawn, for others: what does not fit is left out at its beginning. */
export function newestOfStroke(drawn: readonly StrokePoint[], zoom: number): EncodedStroke {
	let points = tightest(calmed(drawn), zoom, toldRoom).slice(-toldRoom.points);
	let stroke = encodeStroke(points);
	while (stroke.path.length > toldRoom.characters) {
		points = points.slice(Math.ceil(points.length / 4));
		stroke = encodeStroke(points);
	}
	return stroke;
}

function fitAll(calm: readonly StrokePoint[], zoom: number): readonly EncodedStroke[] {
	const points = tightest(calm, zoom, keptRoom);
	const stroke = encodeStroke(points);
	if (fits(stroke, points.length, keptRoom) || points.length <= 2) return [stroke];
	const middle = Math.floor(points.length / 2);
	return [points.slice(0, middle + 1), points.slice(middle)].flatMap((half) => fitAll(half, zoom));
}

/** The line within the least tolerance at which it fits, or within the coarsest. */
function tightest(calm: readonly StrokePoint[], zoom: number, room: Room): readonly StrokePoint[] {
	let left = calm;
	for (const times of coarser) {
		left = onceEach(reduced(left, Math.max(tolerance.bu, tolerance.px / zoom) * times));
		if (fits(encodeStroke(left), left.length, room)) break;
	}
	return left;
}

function fits({ path }: EncodedStroke, points: number, room: Room): boolean {
	return path.length <= room.characters && points <= room.points;
}

/** Each place becomes the mean of itself and its neighbours, the ends stay: the tremble of a hand is gone, corners are not. */
function calmed(points: readonly StrokePoint[]): readonly StrokePoint[] {
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
