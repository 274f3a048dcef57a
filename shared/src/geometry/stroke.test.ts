import { describe, expect, test } from 'vitest';
import { stroke } from '../method/records/stroke.ts';
import { seededRandom } from '../document/seeded-random.ts';
import { distanceToSegment, fitStroke, newestOfStroke, reduced } from './stroke-fit.ts';
import { decodeStroke, encodeStroke } from './stroke-points.ts';
import type { StrokePoint } from './stroke-points.ts';
import { boxOfStroke, distanceToStroke, shapeOfStroke } from './stroke-shape.ts';

const at = (x: number, y: number, pressure = 3): StrokePoint => ({ x, y, pressure });
const { path, pressure } = stroke.fields;

/** A hand that writes for so long, sixty places a second, with a tremble of half a bu. */
function writing(seconds: number, seed: number): readonly StrokePoint[] {
	const random = seededRandom(seed);
	return Array.from({ length: seconds * 60 }, (_, index) =>
		at(
			index * 1.5 + Math.sin(index / 4) * 14 + random.below(100) / 100 - 0.5,
			Math.cos(index / 5) * 22 + random.below(100) / 100 - 0.5,
			1 + random.below(5)
		)
	);
}

describe('a line as it is kept', () => {
	test('reads as it was written, far and near, with its pressure', () => {
		const seed = Date.now() % 1_000_000;
		const random = seededRandom(seed);
		const places = [0, 15, 16, -16, 511, 512, -513, 99_999, -100_000];
		const points = Array.from({ length: 60 }, () =>
			at(random.pick(places), random.below(4000) - 2000, 1 + random.below(5))
		);
		const line = encodeStroke(points);
		expect(decodeStroke(line), `seed ${seed}`).toEqual(points);
		expect(path.schema.safeParse(line.path).success).toBe(true);
		expect(pressure.schema.safeParse(line.pressure).success).toBe(true);
	});

	test('even pressure takes no room, and nothing leaves the board or is no number', () => {
		expect(encodeStroke([at(1, 2), at(3, 4)])).toEqual({ path: 'CEEE', pressure: '' });
		expect(decodeStroke(encodeStroke([at(1e9, -1e9), at(Number.NaN, Infinity)]))).toEqual([
			at(100_000, -100_000),
			at(0, 0)
		]);
	});

	test.each(['', 'A', 'AAA', 'AA AA', '!!', 'zzzzzzzzzzzzAA', 'AA'.repeat(301), '語', 'AAzz'])(
		'%j is no line: the board refuses it, and reading it does no harm',
		(odd) => {
			expect(path.schema.safeParse(odd).success).toBe(false);
			for (const { x, y } of decodeStroke({ path: odd, pressure: '9x' }))
				expect([Math.abs(x) <= 100_000, Math.abs(y) <= 100_000]).toEqual([true, true]);
		}
	);
});

describe('fewer places', () => {
	test('no place of the hand is farther from what is kept than the tolerance', () => {
		const drawn = writing(5, 7);
		const kept = reduced(drawn, 0.75);
		expect(kept.length).toBeLessThan(drawn.length);
		for (const point of drawn) {
			const away = Math.min(
				...kept.slice(1).map((to, index) => distanceToSegment(point, kept[index]!, to))
			);
			expect(away).toBeLessThanOrEqual(0.75);
		}
	});

	test('a straight line is two places, a dot one, and a corner stays', () => {
		const along = Array.from({ length: 200 }, (_, index) => at(index, index));
		const kept = (points: readonly StrokePoint[]) => fitStroke(points, 1).flatMap(decodeStroke);
		expect(kept(along)).toHaveLength(2);
		expect(kept([at(3, 3), at(3.2, 3.1)])).toHaveLength(1);
		const corner = [...along, ...along.map(({ x }) => at(199 + x, 199 - x))];
		expect(distanceToStroke(kept(corner), { x: 199, y: 199 })).toBeLessThan(2);
	});

	test.each([1, 5, 30, 120])('%i s of writing keep their shape, each line below 1.5 kB', (time) => {
		const drawn = writing(time, 3);
		const lines = fitStroke(drawn, 1);
		for (const line of lines) {
			expect(line.path.length + line.pressure.length).toBeLessThanOrEqual(1400);
			expect(path.schema.safeParse(line.path).success).toBe(true);
			expect(decodeStroke(line).length).toBeLessThanOrEqual(300);
		}
		const kept = lines.map(decodeStroke);
		for (const [index, line] of kept.slice(1).entries())
			expect(kept[index]?.at(-1)).toEqual(line[0]);
		for (const point of drawn.filter((_, index) => index % 9 === 0))
			expect(Math.min(...kept.map((line) => distanceToStroke(line, point)))).toBeLessThan(4);
		expect(newestOfStroke(drawn, 1).path.length).toBeLessThanOrEqual(480);
	});

	test('hatching stays hatching, and what is told of it is its newest part', () => {
		const drawn = Array.from({ length: 4000 }, (_, index) =>
			at(index, Math.abs((index % 10) - 5) * 18)
		);
		const kept = fitStroke(drawn, 1).map(decodeStroke);
		expect(kept.length).toBeGreaterThan(2);
		expect(kept.flat().length).toBeGreaterThan(700);
		const told = decodeStroke(newestOfStroke(drawn, 1));
		expect(told.length).toBeGreaterThan(60);
		expect(told.at(-1)).toMatchObject({ x: 3999, y: 72 });
	});

	test('a word of usual length is one line and keeps the shape of the hand within 2 bu', () => {
		const drawn = writing(3, 11);
		const kept = fitStroke(drawn, 1);
		expect(kept).toHaveLength(1);
		for (const point of drawn)
			expect(distanceToStroke(kept.flatMap(decodeStroke), point)).toBeLessThan(2);
	});
});

describe('the shape of a line', () => {
	test('goes through all its places, one part for each width', () => {
		const even = shapeOfStroke([at(0, 0), at(10, 10), at(20, 0)], 'thin');
		expect(even).toEqual([{ width: 4, data: expect.stringMatching(/^M0 0C.* 10 10C.* 20 0$/) }]);
		expect(shapeOfStroke([at(0, 0), at(10, 10), at(20, 0)], 'thin', true)).toEqual([
			{ width: 4, data: 'M0 0L10 10L20 0' }
		]);
		const firm = shapeOfStroke([at(0, 0, 3), at(10, 0, 3), at(20, 0, 5), at(30, 0, 5)], 'thick');
		expect(firm.map(({ width }) => width)).toEqual([9, 9 * 1.3, 9 * 1.6]);
	});

	test('curves stay between their places, whatever the places', () => {
		const points = [at(0, 0), at(2, 0), at(400, 3), at(401, 80), at(2, 80)];
		const box = boxOfStroke(points, 'thin')!;
		for (const [x, y] of shapeOfStroke(points, 'thin')
			.flatMap(({ data }) => data.match(/-?[\d.]+ -?[\d.]+/g) ?? [])
			.map((pair) => pair.split(' ').map(Number))) {
			expect(x).toBeGreaterThanOrEqual(box.x);
			expect(x).toBeLessThanOrEqual(box.x + box.width);
			expect(y).toBeGreaterThanOrEqual(box.y);
			expect(y).toBeLessThanOrEqual(box.y + box.height);
		}
	});

	test('a dot is filled and as wide as a line; no line is nothing', () => {
		expect(shapeOfStroke([at(5, 5)], 'thick')).toEqual([
			{ width: null, data: expect.stringMatching(/^M9.5 5C.*Z$/) }
		]);
		expect(shapeOfStroke([], 'thin')).toEqual([]);
		expect(boxOfStroke([], 'thin')).toBeNull();
	});
});
