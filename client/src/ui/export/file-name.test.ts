import { expect, test } from 'vitest';
import { fileNameFor } from './file-name.ts';

const day = new Date(2022, 11, 15);

test('day, scene, table and what it is', () => {
	expect(fileNameFor({ scene: 'endOfLife', title: 'x', group: '3卓' }, day, '演習シート')).toBe(
		'2022-12-15_看取り_3卓_演習シート'
	);
});

test('without a scene the title names the file, free of what a disk forbids', () => {
	expect(fileNameFor({ scene: null, title: 'A/B: "研修"', group: '' }, day, '演習シート')).toBe(
		'2022-12-15_A B   研修_演習シート'
	);
});
