import { expect, test } from 'vitest';
import { gapBar } from './gap-bar.ts';
import type { Standing } from './judge-standing.ts';
import { inkColours, pictureToSvg } from './picture.ts';
import { trendChart } from './trend-chart.ts';

function points(...values: readonly (number | null)[]) {
	return values.map((value) => ({ value, isPartial: false }));
}

const standing = (state: Standing['state'], share: number | null): Standing => ({
	state,
	share,
	gap: null,
	moved: null,
	unit: '%',
	count: null
});

const trends = {
	up: trendChart(points(46, 52, 63), 70),
	down: trendChart(points(72, 69, 66), 55),
	reached: trendChart(points(68, 61, 50), 50),
	missing: trendChart(points(112, null, 108, 120, null), 150),
	partial: trendChart([...points(38, 36), { value: 12, isPartial: true }], 25),
	flat: trendChart(points(40, 40), 40),
	single: trendChart(points(null, 40), null),
	long: trendChart(points(1, 5, 3, 8, 9, 7, 10, 12), 20),
	empty: trendChart(points(null, null), null)
};
const bars = {
	up: gapBar(standing('toGo', 17 / 24)),
	down: gapBar(standing('toGo', 6 / 17)),
	reached: gapBar(standing('reached', 1)),
	missing: gapBar(standing('noValue', null)),
	almost: gapBar(standing('toGo', 0.99))
};

test.each(Object.entries(trends))(
	'the line of %s looks as it was approved',
	async (name, picture) => {
		const svg = pictureToSvg(picture, inkColours.colour);
		await expect(svg).toMatchFileSnapshot(`golden/trend-${name}.svg`);
	}
);

test.each(Object.entries(bars))('the bar of %s looks as it was approved', async (name, picture) => {
	const svg = pictureToSvg(picture, inkColours.colour);
	await expect(svg).toMatchFileSnapshot(`golden/bar-${name}.svg`);
});

test('in monochrome nothing but black and white is used', async () => {
	for (const [name, picture] of [
		['trend', trends.up],
		['bar', bars.down]
	] as const) {
		const svg = pictureToSvg(picture, inkColours.monochrome);
		await expect(svg).toMatchFileSnapshot(`golden/${name}-monochrome.svg`);
		expect(new Set(svg.match(/#[0-9A-F]{6}/g))).toEqual(new Set(['#171C21', '#FFFFFF']));
	}
});

test('every mark stays inside its picture', () => {
	for (const { width, height, shapes } of [...Object.values(trends), ...Object.values(bars)])
		for (const shape of shapes) {
			const numbers =
				shape.shape === 'path'
					? (shape.d.match(/-?[\d.]+/g) ?? []).map(Number)
					: [shape.x, shape.y];
			expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
			expect(Math.max(...numbers)).toBeLessThanOrEqual(Math.max(width, height));
		}
});
