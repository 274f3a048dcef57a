import type { Box } from '@renkei/shared/geometry/box.ts';
import type { Viewport } from '../../state/viewport.svelte.ts';

/** Where on this screen, in px of the canvas, the edge of what somebody else sees runs. */
export function frameOf(seen: Box, { origin, zoom }: Pick<Viewport, 'origin' | 'zoom'>): Box {
	return {
		x: (seen.x - origin.x) * zoom,
		y: (seen.y - origin.y) * zoom,
		width: Math.max(0, seen.width * zoom),
		height: Math.max(0, seen.height * zoom)
	};
}
