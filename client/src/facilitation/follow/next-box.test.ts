import { expect, test } from 'vitest';
import { Viewport, zoomRanges } from '../../state/viewport.svelte.ts';
import { moveNearer, nextBox } from './next-box.ts';

const wide = { x: 0, y: 0, width: 1600, height: 900 };

test('a tall screen shows all of what a wide one shows, in its own proportions', () => {
	const phone = { x: 0, y: 0, width: 390, height: 700 };
	const { box, isThere } = nextBox(phone, wide, true);
	expect(isThere).toBe(true);
	expect(box.width / box.height).toBeCloseTo(390 / 700);
	expect(box.x).toBeLessThanOrEqual(wide.x);
	expect(box.x + box.width).toBeGreaterThanOrEqual(1600);
	expect(box.y).toBeLessThanOrEqual(wide.y);
	expect(box.y + box.height).toBeGreaterThanOrEqual(900);
});

test('a screen nears the other and arrives', () => {
	let seen = { ...wide, x: 900, y: 300 };
	let frames = 0;
	for (let isThere = false; !isThere; frames++) {
		const next = nextBox(seen, wide, false);
		expect(Math.abs(next.box.x)).toBeLessThan(Math.abs(seen.x) + 1e-6);
		({ box: seen, isThere } = next);
		expect(frames).toBeLessThan(60);
	}
	expect(seen.x).toBeCloseTo(0);
	expect(seen.width).toBeCloseTo(1600);
	expect(frames).toBeGreaterThan(5);
});

test('a long way is gone at once, and so is every way where motion is not wanted', () => {
	expect(nextBox({ ...wide, x: 5000 }, wide, false).isThere).toBe(true);
	expect(nextBox({ ...wide, x: 500 }, wide, true).box.x).toBeCloseTo(0);
});

test.each([
	['nearer than this screen may zoom', { x: 300, y: 200, width: 200, height: 110 }],
	['farther than any', { x: -500_000, y: -500_000, width: 1_000_000, height: 900_000 }],
	['a little farther than any', { x: 0, y: 0, width: 100_000, height: 50_000 }],
	['nothing', { x: 1_000_000, y: 0, width: 0, height: 0 }],
	['less than nothing', { x: 10, y: 10, width: -1_000_000, height: -5 }]
])('who looks along with a screen that shows what is %s comes to rest', (_name, target) => {
	const viewport = new Viewport(zoomRanges.participant);
	viewport.resize(1366, 700);
	let frames = 0;
	while (!moveNearer(viewport, target, false)) expect((frames += 1)).toBeLessThan(100);
	const { x, y, width } = viewport.visibleBox;
	for (const number of [x, y, width]) expect(Number.isFinite(number)).toBe(true);
	expect(viewport.zoom).toBeGreaterThan(0);
	expect(viewport.zoom).toBeLessThanOrEqual(zoomRanges.participant.max);
});
