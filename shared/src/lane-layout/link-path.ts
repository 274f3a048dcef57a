import type { Box } from '../geometry/box.ts';
import type { BoardPoint } from '../geometry/point.ts';
import { boardPoint } from '../geometry/point.ts';

/** A straight piece to a point, or a cubic piece with two control points before its end; bu. */
export type PathPiece =
	| readonly [x: number, y: number]
	| readonly [x1: number, y1: number, x2: number, y2: number, x: number, y: number];

/** A line on the board: where it starts and its pieces in order. */
export interface LinkPath {
	readonly start: readonly [x: number, y: number];
	readonly pieces: readonly PathPiece[];
}

const stepsPerCurve = 12;

/** The path as points close enough together to measure distances against. */
export function flattenPath(path: LinkPath): readonly BoardPoint[] {
	let [x, y] = path.start;
	const points = [boardPoint(x, y)];
	for (const piece of path.pieces) {
		if (piece.length === 2) points.push(boardPoint(piece[0], piece[1]));
		else
			for (let step = 1; step <= stepsPerCurve; step += 1) {
				const t = step / stepsPerCurve;
				points.push(
					boardPoint(
						cubic(t, x, piece[0], piece[2], piece[4]),
						cubic(t, y, piece[1], piece[3], piece[5])
					)
				);
			}
		[x, y] = endOf(piece);
	}
	return points;
}

/** The last point of a path and the direction it arrives in (radians), for the arrow head. */
export function pathEnd(path: LinkPath): { readonly at: BoardPoint; readonly angle: number } {
	const last = path.pieces.at(-1);
	if (!last) return { at: boardPoint(...path.start), angle: 0 };
	const [x, y] = endOf(last);
	const before = path.pieces.at(-2);
	const [px, py] = before ? endOf(before) : path.start;
	// A control point on the end itself gives no direction; the one before does.
	const [cx, cy] =
		last.length === 2
			? [px, py]
			: last[2] === x && last[3] === y
				? [last[0], last[1]]
				: [last[2], last[3]];
	return { at: boardPoint(x, y), angle: Math.atan2(y - cy, x - cx) };
}

/** The point halfway along the path's flattened length. */
export function pathMiddle(path: LinkPath): BoardPoint {
	const points = flattenPath(path);
	let total = 0;
	for (let i = 1; i < points.length; i += 1) total += distanceBetween(points, i);
	let rest = total / 2;
	for (let i = 1; i < points.length; i += 1) {
		const length = distanceBetween(points, i);
		const from = points[i - 1];
		const to = points[i];
		if (rest <= length && from && to) {
			const t = length === 0 ? 0 : rest / length;
			return boardPoint(from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t);
		}
		rest -= length;
	}
	return boardPoint(...path.start);
}

/** The smallest box around a path, its control points included. */
export function pathBox(path: LinkPath): Box {
	let [left, top] = path.start;
	let [right, bottom] = path.start;
	for (const piece of path.pieces)
		for (let i = 0; i < piece.length; i += 2) {
			const x = piece[i] ?? 0;
			const y = piece[i + 1] ?? 0;
			left = Math.min(left, x);
			right = Math.max(right, x);
			top = Math.min(top, y);
			bottom = Math.max(bottom, y);
		}
	return { x: left, y: top, width: right - left, height: bottom - top };
}

/** How far a point is from the nearest place on a line of points. */
export function distanceToPoints(points: readonly BoardPoint[], point: BoardPoint): number {
	let nearest = Infinity;
	for (let i = 1; i < points.length; i += 1) {
		const a = points[i - 1];
		const b = points[i];
		if (!a || !b) continue;
		const dx = b.x - a.x;
		const dy = b.y - a.y;
		const length = dx * dx + dy * dy;
		const along = length === 0 ? 0 : ((point.x - a.x) * dx + (point.y - a.y) * dy) / length;
		const t = Math.min(1, Math.max(0, along));
		nearest = Math.min(nearest, Math.hypot(point.x - a.x - dx * t, point.y - a.y - dy * t));
	}
	return nearest;
}

function distanceBetween(points: readonly BoardPoint[], index: number): number {
	const a = points[index - 1];
	const b = points[index];
	return a && b ? Math.hypot(b.x - a.x, b.y - a.y) : 0;
}

function endOf(piece: PathPiece): readonly [number, number] {
	return piece.length === 2 ? piece : [piece[4], piece[5]];
}

function cubic(t: number, p0: number, p1: number, p2: number, p3: number): number {
	const u = 1 - t;
	return u * u * u * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t * p3;
}
