import type { Box } from '@renkei/shared/geometry/box.ts';

const edgePx = 12;

/** Where something of this size lies over nothing of `taken`: along the lower edge of `room`, then along the upper. Null when there is no such place. */
export function findFreePlace(
	room: Box,
	size: { readonly width: number; readonly height: number },
	taken: readonly Box[]
): Box | null {
	const left = room.x + edgePx;
	const right = room.x + room.width - size.width - edgePx;
	const top = room.y + edgePx;
	const bottom = room.y + room.height - size.height - edgePx;
	if (right < left || bottom < top) return null;
	for (const y of [bottom, top])
		for (const x of [left, (left + right) / 2, right]) {
			const place = { x, y, ...size };
			if (!taken.some((box) => touches(place, box))) return place;
		}
	return null;
}

function touches(a: Box, b: Box): boolean {
	return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
