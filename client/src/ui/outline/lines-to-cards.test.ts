import { expect, test } from 'vitest';
import { linesToCards } from './lines-to-cards.ts';

test('one line is one card, whatever the line ends', () => {
	expect(linesToCards('一\r\n二\n三\r四')).toEqual(['一', '二', '三', '四']);
});

test('empty lines and the bullets of a list go', () => {
	expect(linesToCards('・家族の不安\n\n ① 説明不足\n1. 経験\n（2）知識\n- 資源\n３．研修')).toEqual(
		['家族の不安', '説明不足', '経験', '知識', '資源', '研修']
	);
});

test('a number that belongs to the sentence stays', () => {
	expect(linesToCards('3割が再入院\n24時間の連絡先')).toEqual(['3割が再入院', '24時間の連絡先']);
});

test('the cells of a spreadsheet row stay one card', () => {
	expect(linesToCards('原因\t説明が足りない\t\n対策\t研修')).toEqual([
		'原因　説明が足りない',
		'対策　研修'
	]);
});

test('a whole book is cut to what a board can bear', () => {
	expect(linesToCards('行\n'.repeat(1000))).toHaveLength(300);
	expect(linesToCards('長'.repeat(5000))[0]).toHaveLength(2000);
});
