import type { Box } from '@renkei/shared/geometry/box.ts';
import type { Viewport } from '../../state/viewport.svelte.ts';

/** How much of the way is gone in one frame; a way of more than so many screens is gone at once. */
const share = 0.2;
const farScreens = 2;
/** Nearer than this part of a screen is there. */
const near = 0.002;

/**
 * What a screen shows next on its way to showing all of `target`, whatever its own proportions: `seen` is what it
 * shows now. With `jumps`, and over a long way, it is there at once.
 */
export function nextBox(
	seen: Box,
	target: Box,
	jumps: boolean
): { readonly box: Box; readonly isThere: boolean } {
	const goal = containing(target, seen.width / seen.height);
	const far = wayBetween(seen, goal);
	if (jumps || far > farScreens || far < near) return { box: goal, isThere: true };
	const mix = (from: number, to: number): number => from + (to - from) * share;
	const width = mix(seen.width, goal.width);
	const height = width * (seen.height / seen.width);
	return {
		box: {
			x: mix(centreX(seen), centreX(goal)) - width / 2,
			y: mix(centreY(seen), centreY(goal)) - height / 2,
			width,
			height
		},
		isThere: false
	};
}

/** Brings a screen one frame nearer to showing all of `target`; true once it has come as near as it may. */
export function moveNearer(viewport: Viewport, target: Box, jumps: boolean): boolean {
	const seen = viewport.visibleBox;
	const { box, isThere } = nextBox(seen, target, jumps);
	viewport.show(box, { paddingPx: 0, maxZoom: viewport.range.max });
	// Whoever leads may zoom nearer than those who look along: they would move on the spot for ever.
	return isThere || wayBetween(seen, viewport.visibleBox) < near * share;
}

/** How far two boxes are apart, in screens. */
function wayBetween(seen: Box, other: Box): number {
	return Math.max(
		Math.abs(centreX(other) - centreX(seen)) / seen.width,
		Math.abs(centreY(other) - centreY(seen)) / seen.height,
		Math.abs(other.width - seen.width) / seen.width
	);
}

/** The smallest box of these proportions around the middle of another that holds all of it. */
function containing(box: Box, ratio: number): Box {
	const width = Math.max(box.width, box.height * ratio);
	const height = width / ratio;
	return { x: centreX(box) - width / 2, y: centreY(box) - height / 2, width, height };
}

function centreX({ x, width }: Box): number {
	return x + width / 2;
}

function centreY({ y, height }: Box): number {
	return y + height / 2;
}
