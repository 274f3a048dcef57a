import type { Card, CardId } from '@renkei/shared/method/card.ts';
import { homeCarePath } from '@renkei/shared/method/care-path-table.ts';
import { describe, expect, test } from 'vitest';
import type { Theme } from './fill-theme.ts';
import { fillingOf, openThemes } from './fill-theme.ts';
import { labelLines } from './label-lines.ts';
import { headPath, linePath } from './way-shape.ts';

function theme(id: string, more: Partial<Theme> = {}): Theme {
	return {
		id: id as CardId,
		type: 'theme',
		text: id,
		createdAt: 1,
		status: 'candidate',
		disease: '',
		ward: '',
		parties: [],
		earlierWording: '',
		...more
	} as Theme;
}

describe('the drawing', () => {
	test('a line ends where its arrowhead begins, and the head points to the end of the way', () => {
		const way = homeCarePath.ways.find(({ id }) => id === 'dischargeSupport.homeCare');
		expect(way && linePath(way)).toBe('M646 408L721 408');
		expect(way && headPath(way)).toBe('M735 408L721 415L721 401Z');
	});

	test('every way has a line and a head, and the bent one is a curve', () => {
		for (const way of homeCarePath.ways) {
			expect(linePath(way)).toMatch(way.bends ? /^M[\d. ]+C[\d. -]+$/ : /^M[\d. ]+L[\d. -]+$/);
			expect(headPath(way)).not.toContain('NaN');
		}
	});

	test('Japanese words stay on one line, long English ones are broken near the middle', () => {
		expect(labelLines('地域包括ケア病床', 8.2)).toEqual(['地域包括ケア病床']);
		expect(labelLines('Acute ward', 8)).toEqual(['Acute ward']);
		expect(labelLines('Long-term care ward', 8)).toEqual(['Long-term', 'care ward']);
	});
});

describe('filling a theme', () => {
	const values = { disease: '骨折', ward: '退院支援 → 在宅療養', parties: ['家族'] };

	test('tells what is empty from what says something else, and leaves out what is the same', () => {
		const found = fillingOf(theme('t', { disease: '肺炎', parties: ['家族'] }), values);
		expect(found).toEqual({ empty: { ward: values.ward }, taken: { disease: '骨折' } });
	});

	test('writes nothing where nothing was named', () => {
		const found = fillingOf(theme('t', { disease: '肺炎' }), {
			...values,
			disease: '',
			parties: []
		});
		expect(found).toEqual({ empty: { ward: values.ward }, taken: {} });
	});

	test('offers the chosen theme first and none that was set aside', () => {
		const cards: readonly Card[] = [
			theme('a'),
			theme('b', { status: 'setAside' }),
			theme('c', { status: 'chosen', createdAt: 9 })
		];
		expect(openThemes(cards).map(({ id }) => id)).toEqual(['c', 'a']);
	});
});
