import { expect, test } from 'vitest';
import type { WallTable } from '@renkei/shared/protocol/wall-api.ts';
import { layOutMini, miniColumns, miniSize } from './mini-board.ts';

const zones = (causes: number): WallTable['zones'] => [
	{
		zone: 'themeVision',
		cards: [
			{ type: 'theme', count: 1 },
			{ type: 'vision', count: 2 },
			{ type: 'note', count: 1 }
		]
	},
	{ zone: 'fact', cards: [] },
	{ zone: 'cause', cards: [{ type: 'cause', count: causes }] },
	{ zone: 'rootCause', cards: [{ type: 'cause', count: 1 }] },
	{ zone: 'measure', cards: [{ type: 'measure', count: 1 }] },
	{ zone: 'outcome', cards: [] },
	{ zone: 'indicatorSource', cards: [{ type: 'indicator', count: 1 }] }
];

test('theme and vision stand apart, and the root cause looks like no other cause', () => {
	const columns = miniColumns(zones(3));
	expect(columns.map((runs) => runs.map(({ type, count }) => `${type} ${count}`))).toEqual([
		['theme 1', 'note 1'],
		['vision 2'],
		[],
		['cause 3'],
		['rootCause 1'],
		['measure 1'],
		[],
		['indicator 1']
	]);
});

/** Top and height of every bar in a path. */
function barsOf(path: string): readonly { y: number; height: number }[] {
	return [...path.matchAll(/M[\d.]+ ([\d.]+)h[\d.]+v([\d.]+)/g)].map(([, y, height]) => ({
		y: Number(y),
		height: Number(height)
	}));
}

test.each([1, 6, 7, 40, 300])('all of %i causes are drawn, one below the other', (count) => {
	const columns = layOutMini(zones(count));
	expect(columns).toHaveLength(8);
	const last = columns.at(-1)!;
	expect(last.x + last.width).toBeLessThanOrEqual(miniSize.width);
	const bars = barsOf(columns[3]!.runs[0]!.path);
	expect(bars).toHaveLength(count);
	const tops = bars.map(({ y }) => y);
	expect(tops).toEqual([...tops].sort((a, b) => a - b));
	expect(bars.at(-1)!.y + bars.at(-1)!.height).toBeLessThanOrEqual(124);
	expect(bars[0]!.height).toBe(count <= 6 ? 15 : Math.round((1150 * 15) / 17 / count) / 10);
});

test('a table that cannot be read draws nothing', () => {
	expect(layOutMini([])).toEqual([]);
});
