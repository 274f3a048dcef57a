import { expect, test } from 'vitest';
import type { ConnectorItem } from '../method/worksheet/sheet-items.ts';
import { badgeShapes } from '../method/badge-shapes.ts';
import { readPath } from './pptx-path.ts';
import { glueXml } from './pptx-shapes.ts';
import { elementsOf } from './test-elements.ts';
import type { Element } from './test-elements.ts';

const routes: Readonly<Record<string, ConnectorItem['points']>> = {
	'straight to the right': [
		[10, 20],
		[50, 20]
	],
	'straight, slanting up and to the left': [
		[50, 40],
		[10, 20]
	],
	'one corner, level first': [
		[10, 20],
		[50, 20],
		[50, 60]
	],
	'one corner, upright first and to the left': [
		[50, 20],
		[50, 60],
		[10, 60]
	],
	'one corner, upwards and to the right': [
		[10, 60],
		[10, 20],
		[50, 20]
	],
	'two corners to the right and up': [
		[10, 60],
		[30, 60],
		[30, 20],
		[70, 20]
	],
	'two corners to the left and down': [
		[70, 20],
		[30, 20],
		[30, 60],
		[10, 60]
	],
	'two corners, downwards': [
		[10, 10],
		[10, 30],
		[60, 30],
		[60, 90]
	],
	'two corners, upwards and to the left': [
		[60, 90],
		[60, 30],
		[10, 30],
		[10, 10]
	],
	'three corners': [
		[10, 10],
		[20, 10],
		[20, 50],
		[70, 50],
		[70, 90]
	],
	'four corners, round something': [
		[10, 50],
		[20, 50],
		[20, 5],
		[70, 5],
		[70, 40],
		[90, 40]
	],
	'any other way': [
		[10, 50],
		[20, 40],
		[35, 45],
		[70, 5]
	]
};

test.each(Object.keys(routes))('a connector runs where it was laid out: %s', (name) => {
	const line: ConnectorItem = {
		kind: 'connector',
		from: 'a',
		to: 'b',
		points: routes[name]!,
		hasHead: true,
		colour: '#000000',
		lineMm: 0.5,
		dash: []
	};
	const xml = `<s xmlns:a="a" xmlns:p="p">${glueXml(2, line, undefined, undefined)}</s>`;
	const run = routeOf(elementsOf(xml));
	for (const [index, [x, y]] of line.points.entries()) {
		expect(run[index]![0]).toBeCloseTo(x, 0.8);
		expect(run[index]![1]).toBeCloseTo(y, 0.8);
	}
	expect(run).toHaveLength(line.points.length);
});

/** The points a connector runs through, by the definitions of its preset in Office: mirrored first, then turned. */
function routeOf(elements: readonly Element[]): readonly (readonly [number, number])[] {
	const find = (name: string) => elements.find((element) => element.name === name)?.attributes;
	const frame = find('a:xfrm')!;
	const mm = (value: string | undefined): number => Number(value) / 36_000;
	const [x, y] = [mm(find('a:off')!['x']), mm(find('a:off')!['y'])];
	const [width, height] = [mm(find('a:ext')!['cx']), mm(find('a:ext')!['cy'])];
	const adjust = elements
		.filter(({ name }) => name === 'a:gd')
		.map(({ attributes }) => Number(attributes['fmla']!.replace('val ', '')) / 100_000);
	const [a = 0.5, b = 0.5, c = 0.5] = adjust;
	const shapes: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
		straightConnector1: [
			[0, 0],
			[1, 1]
		],
		bentConnector2: [
			[0, 0],
			[1, 0],
			[1, 1]
		],
		bentConnector3: [
			[0, 0],
			[a, 0],
			[a, 1],
			[1, 1]
		],
		bentConnector4: [
			[0, 0],
			[a, 0],
			[a, b],
			[1, b],
			[1, 1]
		],
		bentConnector5: [
			[0, 0],
			[a, 0],
			[a, b],
			[c, b],
			[c, 1],
			[1, 1]
		]
	};
	const preset = find('a:prstGeom')?.['prst'];
	const path = find('a:path');
	const points = preset
		? shapes[preset]!
		: elements
				.filter(({ name }) => name === 'a:pt')
				.map(
					({ attributes }) =>
						[
							Number(attributes['x']) / Number(path!['w']),
							Number(attributes['y']) / Number(path!['h'])
						] as const
				);
	return points.map(([u, v]) => {
		const left = (frame['flipH'] === '1' ? 1 - u : u) - 0.5;
		const top = (frame['flipV'] === '1' ? 1 - v : v) - 0.5;
		const [dx, dy] = [left * width, top * height];
		const isTurned = frame['rot'] === '5400000';
		return [x + width / 2 + (isTurned ? -dy : dx), y + height / 2 + (isTurned ? dx : dy)] as const;
	});
}

test('arcs become curves on the same circle', () => {
	const pieces = readPath(badgeShapes.vision.path);
	const ends = pieces.flatMap((piece) => (piece.kind === 'close' ? [] : [piece.to]));
	expect(ends).toHaveLength(5);
	for (const [x, y] of ends) expect(Math.hypot(x - 16, y - 16)).toBeCloseTo(15, 1);
	const controls = pieces.flatMap((piece) => (piece.kind === 'curve' ? piece.via : []));
	expect(controls).toHaveLength(8);
	for (const [x, y] of controls)
		expect(Math.hypot(x - 16, y - 16)).toBeCloseTo(15 * Math.hypot(1, 0.5523), 1);
});

test('every badge is a closed outline within its field', () => {
	for (const badge of Object.values(badgeShapes)) {
		const pieces = readPath(badge.path);
		expect(pieces[0]?.kind).toBe('move');
		expect(pieces.at(-1)?.kind).toBe('close');
		for (const piece of pieces)
			for (const value of piece.kind === 'close' ? [] : piece.to) {
				expect(value).toBeGreaterThanOrEqual(-0.01);
				expect(value).toBeLessThanOrEqual(32.01);
			}
	}
});

test('all commands of path data are read, relative ones and repeated ones too', () => {
	const ends = (data: string) =>
		readPath(data).map((piece) => (piece.kind === 'close' ? 'close' : piece.to));
	expect(ends('M1 2h3v4H0V0z')).toEqual([[1, 2], [4, 2], [4, 6], [0, 6], [0, 0], 'close']);
	expect(ends('m1 1 2 0 0 2zl5 5')).toEqual([[1, 1], [3, 1], [3, 3], 'close', [6, 6]]);
	expect(ends('M0 0q1 1 2 0t2 0')).toEqual([
		[0, 0],
		[2, 0],
		[4, 0]
	]);
	expect(ends('M0 0c0 1 1 1 1 0s1-1 1 0')).toEqual([
		[0, 0],
		[1, 0],
		[2, 0]
	]);
	expect(ends('M0 0a0 5 0 0 1 3 4')).toEqual([
		[0, 0],
		[3, 4]
	]);
});
