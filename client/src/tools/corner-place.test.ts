import { expect, test } from 'vitest';
import type { Box } from '@renkei/shared/geometry/box.ts';
import { findCornerPlace } from './corner-place.ts';

const seen = { x: 0, y: 0, width: 1000, height: 500 };
const size = { width: 200, height: 120, barHeight: 44, inset: 12, belowLeft: 0 };
const right = { side: 'right', hidesMap: false } as const;
const place = (...cards: readonly Box[]) => findCornerPlace(seen, 1, size, cards, right);

test('map and buttons stand where they hide no card, and stay where they are while they can', () => {
	const last = { x: 780, y: 380, width: 200, height: 60 };
	const low = { ...last, y: 450 };
	const first = { x: 20, y: 390, width: 100, height: 30 };
	expect(place()).toEqual(right);
	expect(place(last)).toEqual({ side: 'left', hidesMap: false });
	expect(place(last, first)).toEqual({ side: 'right', hidesMap: true });
	expect(place(low, first)).toEqual({ side: 'left', hidesMap: true });
	expect(findCornerPlace(seen, 1, size, [], { side: 'left', hidesMap: true })).toEqual({
		side: 'left',
		hidesMap: false
	});
	const high = { x: 20, y: 300, width: 100, height: 40 };
	expect(findCornerPlace(seen, 1, { ...size, belowLeft: 56 }, [last, high], right)).toEqual({
		side: 'right',
		hidesMap: true
	});
	expect(findCornerPlace(seen, 0.5, size, [{ ...last, x: 560 }], right).side).toBe('left');
});
