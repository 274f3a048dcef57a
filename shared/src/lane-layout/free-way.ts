import type { Box } from '../geometry/box.ts';
import type { CardGrid } from './card-grid.ts';
import type { Side } from './link-curves.ts';
import type { LinkPath, PathPiece } from './link-path.ts';
import { flattenPath } from './link-path.ts';

type Point = readonly [x: number, y: number];

/** The ends of a line and the edges it leaves and arrives at. */
export interface Ends {
	readonly start: Point;
	readonly startSide: Side;
	readonly end: Point;
	readonly endSide: Side;
	/** The cards it may touch, because it begins or ends there. */
	readonly own: readonly Box[];
}

/** What a line keeps from cards that are not its own, in bu. Cards of a lane stand 8 apart at least. */
const clearance = 2;
/** How far beside a card a line runs. */
const beside = 5;
/** The level piece before a line turns, and the one that its head stands on. */
const stub = 9;
const headStub = 15;
const roundness = 7;
const mostSteps = 16;
/** Ends further apart are never on one screen with words that can be read: their line stays straight. */
const farthest = 4000;
/** How far a line may swing out around its two cards. */
const swing = { across: 60, down: 240 } as const;

/** No detour leaves this, and no card outside of it says how a line runs. */
export function regionOf({ start, end, own }: Pick<Ends, 'start' | 'end' | 'own'>): Box {
	const corners = own.flatMap(({ x, y, width, height }): Point[] => [
		[x, y],
		[x + width, y + height]
	]);
	const xs = [start, end, ...corners].map(([x]) => x);
	const ys = [start, end, ...corners].map(([, y]) => y);
	const left = Math.min(...xs) - swing.across;
	const top = Math.min(...ys) - swing.down;
	return {
		x: left,
		y: top,
		width: Math.max(...xs) + swing.across - left,
		height: Math.max(...ys) + swing.down - top
	};
}

/**
 * The way of a line past the cards. The rule: the line as it is drawn by design, if no card is in its way; else the
 * first of `detours` with none in its way; else the design's line after all. No search over the board: each detour is
 * found by walking once from one end to the other.
 */
export function freeWay(drawn: LinkPath, ends: Ends, grid: CardGrid): LinkPath {
	if (isPathFree(drawn, ends.own, grid)) return drawn;
	for (const way of detours(ends, grid)) if (isFree(way, ends, grid)) return rounded(way);
	return drawn;
}

/**
 * The detours of the rule, in the order they are tried.
 * From side to side: one turn before the far card, one behind the near card, one in the middle; then level until a
 * card is in the way, along its side to the nearer free height, and on, from either end.
 * Around the side of a lane: along its right, then its left, as close as the cards in between let it.
 */
export function* detours(ends: Ends, grid: CardGrid): Generator<readonly Point[]> {
	const { start, startSide, end, endSide } = ends;
	const isAcross = startSide !== endSide && isUpright(startSide) && isUpright(endSide);
	if (isAcross) {
		const way = startSide === 'right' ? 1 : -1;
		const room = (end[0] - start[0]) * way;
		if (room >= stub + headStub && room <= farthest) {
			const out = roomAt(start, end, stub, ends, grid);
			const before = roomAt(end, start, headStub, ends, grid);
			yield turned(start, end, end[0] - way * before);
			yield turned(start, end, start[0] + way * out);
			yield turned(start, end, (start[0] + end[0]) / 2);
			const region = regionOf(ends);
			const forth = staircase(start, end, [out, before], ends.own, region, grid);
			if (forth) yield forth;
			const back = staircase(end, start, [before, out], ends.own, region, grid);
			if (back) yield [...back].reverse();
		}
		return;
	}
	const [a, b] = ends.own;
	if (!a || !b) return;
	const region = regionOf(ends);
	const [low, high] = [a.y + a.height / 2, b.y + b.height / 2];
	for (const side of ['right', 'left'] as const) {
		const out = side === 'right' ? 1 : -1;
		const edge = (box: Box): number => (side === 'right' ? box.x + box.width : box.x);
		const outer = out * Math.max(out * edge(a), out * edge(b));
		let furthest = outer;
		grid.some(
			Math.min(a.x, b.x),
			Math.min(low, high),
			Math.max(a.x + a.width, b.x + b.width),
			Math.max(low, high),
			(box) => {
				const isBetween = box.y < Math.max(low, high) && box.y + box.height > Math.min(low, high);
				const isNear = box.x < Math.max(edge(a), edge(b)) && box.x + box.width > Math.min(a.x, b.x);
				if (isBetween && isNear && out * edge(box) > out * furthest) furthest = edge(box);
				return false;
			}
		);
		for (const x of [outer + out * headStub, furthest + out * headStub, furthest + out * beside])
			if (x >= region.x && x <= rightOf(region))
				yield [
					[edge(a), low],
					[x, low],
					[x, high],
					[edge(b), high]
				];
	}
}

/** Whether no card is in the way of these straight pieces. */
export function isFree(way: readonly Point[], { own }: Pick<Ends, 'own'>, grid: CardGrid): boolean {
	return way.every((point, index) => {
		const before = way[index - 1];
		return !before || isClear(before, point, own, grid);
	});
}

/** Whether no card is in the way of a path, curves included. */
export function isPathFree(path: LinkPath, own: readonly Box[], grid: CardGrid): boolean {
	const points = flattenPath(path);
	for (let index = 1; index < points.length; index += 1) {
		const a = points[index - 1];
		const b = points[index];
		if (a && b && !isClear([a.x, a.y], [b.x, b.y], own, grid)) return false;
	}
	return true;
}

function isUpright(side: Side): boolean {
	return side === 'left' || side === 'right';
}

function turned(start: Point, end: Point, x: number): readonly Point[] {
	return [start, [x, start[1]], [x, end[1]], end];
}

/** Level from `start`, around what is in the way, to the side of `end`; null when that leads nowhere. */
function staircase(
	start: Point,
	end: Point,
	[firstStub, lastStub]: readonly [number, number],
	own: readonly Box[],
	region: Box,
	grid: CardGrid
): readonly Point[] | null {
	const way = end[0] > start[0] ? 1 : -1;
	const last = end[0] - way * lastStub;
	const points: Point[] = [start];
	let [x, y] = start;
	for (let step = 0; step < mostSteps; step += 1) {
		const hit = firstInTheWay(x, last, y, own, grid);
		if (hit === null) {
			if (y !== end[1]) points.push([last, y], [last, end[1]]);
			return [...points, end];
		}
		const near = way > 0 ? hit.x : hit.x + hit.width;
		const room = (near - x) * way;
		const least = points.length === 1 ? firstStub : 0;
		if (room <= clearance + least) return null;
		const gate = Math.max(least, room - stub) * way + x;
		const next = nextHeight(hit, gate, y, end[1], region, own, grid);
		if (next === null) return null;
		points.push([gate, y], [gate, next]);
		x = gate;
		y = next;
	}
	return null;
}

/** The free height above or below what is in the way that makes the shorter way, and that a line can reach at x. */
function nextHeight(
	hit: Box,
	x: number,
	y: number,
	goal: number,
	region: Box,
	own: readonly Box[],
	grid: CardGrid
): number | null {
	const heights = ([-1, 1] as const)
		.map((way) => heightPast(hit, way, region, grid))
		.filter((height): height is number => height !== null)
		.sort((a, b) => costOf(a) - costOf(b) || a - b);
	return heights.find((height) => isClear([x, y], [x, height], own, grid)) ?? null;

	function costOf(height: number): number {
		return Math.abs(height - y) + Math.abs(goal - height);
	}
}

/** Past a card and those that stand so close behind it that no line goes through. */
function heightPast(hit: Box, way: -1 | 1, region: Box, grid: CardGrid): number | null {
	let edge = way < 0 ? hit.y : hit.y + hit.height;
	const left = Math.max(hit.x, region.x);
	const right = Math.min(hit.x + hit.width, region.x + region.width);
	for (;;) {
		const height = edge + way * beside;
		if (height < region.y || height > region.y + region.height) return null;
		let further = edge;
		grid.some(left, height - clearance, right, height + clearance, (box) => {
			const isThere =
				box.x < right &&
				box.x + box.width > left &&
				box.y < height + clearance &&
				box.y + box.height > height - clearance;
			if (!isThere) return false;
			const far = way < 0 ? box.y : box.y + box.height;
			if (far * way > further * way) further = far;
			return false;
		});
		if (further === edge) return height;
		edge = further;
	}
}

/** The first card on a level line from one x to another. */
function firstInTheWay(
	from: number,
	to: number,
	y: number,
	own: readonly Box[],
	grid: CardGrid
): Box | null {
	const [left, right] = [Math.min(from, to), Math.max(from, to)];
	return grid.firstAlong(
		from,
		to,
		y - clearance,
		y + clearance,
		(box) => !own.includes(box) && touches(box, left, y, right, y, clearance)
	);
}

/** How long the level piece at an end may be: less where another card stands close before it. */
function roomAt(at: Point, towards: Point, wanted: number, ends: Ends, grid: CardGrid): number {
	const way = towards[0] > at[0] ? 1 : -1;
	const hit = firstInTheWay(at[0], at[0] + way * 2 * wanted, at[1], ends.own, grid);
	if (!hit) return wanted;
	const room = ((way > 0 ? hit.x : rightOf(hit)) - at[0]) * way;
	return Math.max(0, Math.min(wanted, room / 2, room - clearance - 0.5));
}

function rightOf({ x, width }: Box): number {
	return x + width;
}

function isClear([x1, y1]: Point, [x2, y2]: Point, own: readonly Box[], grid: CardGrid): boolean {
	const [left, right] = x1 < x2 ? [x1, x2] : [x2, x1];
	const [top, bottom] = y1 < y2 ? [y1, y2] : [y2, y1];
	return !grid.some(
		left - clearance,
		top - clearance,
		right + clearance,
		bottom + clearance,
		(box) => {
			const by = own.includes(box) ? -1 : clearance;
			return (
				box.x - by < right &&
				box.x + box.width + by > left &&
				box.y - by < bottom &&
				box.y + box.height + by > top &&
				touches(box, x1, y1, x2, y2, by)
			);
		}
	);
}

/** Whether a straight line goes through a box grown by so much. */
function touches(box: Box, x1: number, y1: number, x2: number, y2: number, by: number): boolean {
	let [enter, leave] = [0, 1];
	for (const [from, way, low, high] of [
		[x1, x2 - x1, box.x - by, box.x + box.width + by],
		[y1, y2 - y1, box.y - by, box.y + box.height + by]
	] as const) {
		if (way === 0) {
			if (from <= low || from >= high) return false;
			continue;
		}
		const [a, b] = [(low - from) / way, (high - from) / way];
		enter = Math.max(enter, Math.min(a, b));
		leave = Math.min(leave, Math.max(a, b));
		if (enter >= leave) return false;
	}
	return true;
}

/** The straight pieces with round corners. */
function rounded(way: readonly Point[]): LinkPath {
	const points = withoutStraights(way);
	const pieces: PathPiece[] = [];
	for (let index = 1; index < points.length; index += 1) {
		const before = points[index - 1] as Point;
		const corner = points[index] as Point;
		const after = points[index + 1];
		if (!after) {
			pieces.push(corner);
			continue;
		}
		const radius = Math.min(roundness, distance(before, corner) / 2, distance(corner, after) / 2);
		const from = towards(corner, before, radius);
		const to = towards(corner, after, radius);
		pieces.push(from, [
			...towards(corner, before, radius * 0.45),
			...towards(corner, after, radius * 0.45),
			...to
		]);
	}
	return { start: points[0] as Point, pieces };
}

/** The corners only: a point between two pieces that go the same way is none. */
function withoutStraights(way: readonly Point[]): readonly Point[] {
	return way.filter((point, index) => {
		const before = way[index - 1];
		const after = way[index + 1];
		if (!before) return true;
		if (before[0] === point[0] && before[1] === point[1]) return false;
		if (!after) return true;
		const isLevel = before[1] === point[1] && point[1] === after[1];
		const isPlumb = before[0] === point[0] && point[0] === after[0];
		return !isLevel && !isPlumb;
	});
}

function distance(a: Point, b: Point): number {
	return Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]);
}

function towards(from: Point, to: Point, by: number): Point {
	const length = distance(from, to);
	return length === 0
		? from
		: [from[0] + ((to[0] - from[0]) * by) / length, from[1] + ((to[1] - from[1]) * by) / length];
}
