import { expect, test } from 'vitest';
import { Viewport, zoomRanges } from '../../state/viewport.svelte.ts';
import { frameOf } from './leader-frame.ts';
import { moveNearer } from './next-box.ts';

const seen = { x: 200, y: 100, width: 1600, height: 800 };

test.each([
	['a narrower screen, over its whole width', 390, 700],
	['a wider screen, over its whole height', 1600, 500],
	['a screen of the same proportions, all around', 800, 400]
])('the frame of the leader lies within %s, in the middle', (_name, width, height) => {
	const viewport = new Viewport(zoomRanges.participant);
	viewport.resize(width, height);
	moveNearer(viewport, seen, true);
	const frame = frameOf(seen, viewport);
	expect(frame.width / frame.height).toBeCloseTo(2);
	expect(Math.max(frame.width / width, frame.height / height)).toBeCloseTo(1);
	expect(frame.x + frame.width / 2).toBeCloseTo(width / 2);
	expect(frame.y + frame.height / 2).toBeCloseTo(height / 2);
});

test('it stays where the leader is while this screen is still on the way', () => {
	const frame = frameOf(seen, { origin: { x: 100, y: 50 } as never, zoom: 0.5 });
	expect(frame).toEqual({ x: 50, y: 25, width: 800, height: 400 });
});

test('what somebody says they see may be nonsense', () => {
	const viewport = new Viewport(zoomRanges.participant);
	expect(frameOf({ x: 0, y: 0, width: -5, height: -1 }, viewport)).toMatchObject({
		width: 0,
		height: 0
	});
});
