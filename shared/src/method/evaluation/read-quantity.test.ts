import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printNumber, readQuantity, readUnit } from './read-quantity.ts';

test.each([
	['46.5％', 46.5, '%', false],
	['４６．５％', 46.5, '%', false],
	['46 %', 46, '%', false],
	['70パーセント', 70, '%', false],
	['38件', 38, '件', false],
	['３８', 38, '', false],
	['1,204', 1204, '', false],
	['１，２０４人', 1204, '人', false],
	['12名', 12, '人', false],
	['約3割', 30, '%', true],
	['３割５分', 35, '%', false],
	['3割5分2厘', 35.2, '%', false],
	['三割', 30, '%', false],
	['9割以上', 90, '%', true],
	['3割強', 30, '%', true],
	['半数', 50, '%', true],
	['およそ120件', 120, '件', true],
	['120件程度', 120, '件', true],
	['70%以上', 70, '%', true],
	['年間38件', 38, '件', false],
	['延べ１５０回', 150, '回', false],
	['月5回', 5, '回/月', false],
	['5回/月', 5, '回/月', false],
	['月平均 3.2日', 3.2, '日/月', false],
	['1万2千人', 12000, '人', false],
	['3.5万円', 35000, '円', false],
	['2億3千万円', 230000000, '円', false],
	['12万3,400円', 123400, '円', false],
	['千人', 1000, '人', false],
	['百五十件', 150, '件', false],
	['二〇', 20, '', false],
	['3ヶ所', 3, 'か所', false],
	['3か所', 3, 'か所', false],
	['3箇所', 3, 'か所', false],
	['ゼロ', 0, '', false],
	['0件', 0, '件', false],
	['△5', -5, '', false],
	['−5.5％', -5.5, '%', false],
	['46.5%（n=120）', 46.5, '%', false],
	['2.5倍', 2.5, '倍', false]
])('%s is %f %s', (text, value, unit, isApproximate) => {
	expect(readQuantity(text)).toEqual({ value, unit, isApproximate });
});

test.each([
	'',
	'約',
	'増やす',
	'十分',
	'一部',
	'一人もいない',
	'30〜40%',
	'30-40%',
	'3割から4割',
	'12/30',
	'10人に1人',
	'3分の1',
	'5%減',
	'令和7年度',
	'2025年度',
	'1,20',
	'1.2.3',
	'38件ほどあったと聞いた',
	'集計中',
	'—',
	'%'
])('%s is no one number', (text) => {
	expect(readQuantity(text)).toBeNull();
});

test('units are compared in one spelling', () => {
	expect(['％', 'パーセント', 'ポイント', 'percent'].map(readUnit)).toEqual(['%', '%', '%', '%']);
	expect([readUnit('名'), readUnit('ヶ所'), readUnit('件')]).toEqual(['人', 'か所', '件']);
});

test('a printed number is read back as the same', () => {
	expect([1204, 46.5, 0.1 + 0.2, 1234567.891, -5, -0.001].map(printNumber)).toEqual([
		'1,204',
		'46.5',
		'0.3',
		'1,234,567.89',
		'−5',
		'0'
	]);
	fc.assert(
		fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (hundredths) => {
			const value = hundredths / 100;
			expect(readQuantity(printNumber(value))?.value ?? null).toBeCloseTo(value, 6);
		})
	);
});

test('nothing that people paste makes it fail', () => {
	const sign = fc.constantFrom(
		...Array.from('0123456789０９.,，％%割分厘万千億約三十百件人回月年−-△()（）〜/ 　ー半数')
	);
	const text = fc.oneof(fc.string(), fc.string({ unit: sign, maxLength: 12 }));
	fc.assert(fc.property(text, (written) => Number.isFinite(readQuantity(written)?.value ?? 0)));
	expect(readQuantity('')).toBeNull();
});
