import type { Box } from '../geometry/box.ts';
import type { LinkPath } from './link-path.ts';

/** The edge of a card at which a link leaves or arrives. */
export type Side = 'left' | 'right' | 'top' | 'bottom';

const minControl = 18;
/** Lines that arrive from below or above stop short, so that the head stands clear of the card. */
const verticalStop = 4;
/** How far a line that goes around its own lane swings out. */
const detour = 30;
const adjacentGap = 60;

/** The edges of two cards that face each other. */
export function facingSides(from: Box, to: Box): readonly [Side, Side] {
	if (to.x >= from.x + from.width - 1) return ['right', 'left'];
	if (from.x >= to.x + to.width - 1) return ['left', 'right'];
	const gap = Math.max(to.y - from.y - from.height, from.y - to.y - to.height);
	// Within one lane and not neighbours: go around, not through the cards between.
	if (gap > adjacentGap || gap < 0) return ['right', 'right'];
	return to.y > from.y ? ['bottom', 'top'] : ['top', 'bottom'];
}

/** The point on an edge, `offset` bu from its middle. */
export function portOf(box: Box, side: Side, offset: number): readonly [number, number] {
	switch (side) {
		case 'left':
			return [box.x, box.y + box.height / 2 + offset];
		case 'right':
			return [box.x + box.width, box.y + box.height / 2 + offset];
		case 'top':
			return [box.x + box.width / 2 + offset, box.y];
		case 'bottom':
			return [box.x + box.width / 2 + offset, box.y + box.height];
	}
}

/** A cubic from one edge to another whose controls stand straight out from the edges. */
export function curveBetween(
	start: readonly [number, number],
	startSide: Side,
	end: readonly [number, number],
	endSide: Side
): LinkPath {
	if (startSide === 'top' || startSide === 'bottom') {
		const sign = startSide === 'bottom' ? 1 : -1;
		const gap = Math.abs(end[1] - start[1]);
		const stop = end[1] - sign * Math.min(verticalStop, gap / 2);
		if (start[0] === end[0]) return { start, pieces: [[end[0], stop]] };
		const reach = Math.min(reachAcross(gap), Math.abs(stop - start[1]));
		return {
			start,
			pieces: [[start[0], start[1] + sign * reach, end[0], stop - sign * reach, end[0], stop]]
		};
	}
	if (startSide === endSide) {
		const out = Math.max(start[0], end[0]) + detour;
		return { start, pieces: [[out, start[1], out, end[1], end[0], end[1]]] };
	}
	const sign = startSide === 'right' ? 1 : -1;
	const reach = reachAcross(Math.abs(end[0] - start[0]));
	return {
		start,
		pieces: [[start[0] + sign * reach, start[1], end[0] - sign * reach, end[1], end[0], end[1]]]
	};
}

/** Between two cards that nearly touch, the usual controls would bend the line into both. */
function reachAcross(gap: number): number {
	return Math.max(Math.min(minControl, gap), gap / 2);
}

/** From a why-answer straight left and up to the cause it explains, along the indent. */
export function whyElbow(child: Box, parent: Box): LinkPath {
	const x = parent.x + 15;
	const y = child.y + child.height / 2;
	return {
		start: [child.x, y],
		pieces: [
			[x, y],
			[x, parent.y + parent.height + 2]
		]
	};
}

/** From a why-answer that has no room for another indent: out, up and into the side of the cause above it. */
export function deepWhyElbow(child: Box, parent: Box): LinkPath {
	const x = child.x - 15;
	const y = child.y + child.height / 2;
	const end = parent.y + parent.height / 2;
	return {
		start: [child.x, y],
		pieces: [
			[x, y],
			[x, end],
			[parent.x - verticalStop, end]
		]
	};
}

/** From the foot of a card around into the right edge of a lower one on its left; keeps clear of the links at the left edge. */
export function cornerCurve(from: Box, to: Box): LinkPath {
	const start: readonly [number, number] = [from.x + 40, from.y + from.height];
	const end: readonly [number, number] = [to.x + to.width, to.y + to.height / 2];
	return { start, pieces: [[start[0], end[1], end[0] + 50, end[1], end[0], end[1]]] };
}
