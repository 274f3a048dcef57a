import { expect, test } from 'vitest';
import { fiscalYearName, fiscalYearOf, readFiscalYear, shortFiscalYear } from './fiscal-years.ts';

test.each([
	['令和7年度', 2025],
	['令和７年度', 2025],
	['令7', 2025],
	['R7', 2025],
	['Ｒ７', 2025],
	['r7年度', 2025],
	['2025', 2025],
	['２０２５年度', 2025],
	['FY2025', 2025],
	['令和元年度', 2019],
	['R元', 2019],
	['令和 7 年度', 2025],
	['令和7年', 2025],
	['令和7年度末', 2025],
	['令和7年度実績', 2025],
	['R7（見込）', 2025],
	['令和7年度（4月〜9月）', 2025],
	['平成30年度', 2018],
	['H30', 2018],
	['平成31年度', 2019],
	['昭和60年度', 1985],
	['令和8年3月', 2025],
	['令和8年3月31日', 2025],
	['令和8年4月', 2026],
	['2025/4', 2025],
	['2025-03-31', 2024],
	['R8.3', 2025],
	['㋿7年度', 2025]
])('%s is fiscal year %i', (text, year) => {
	expect(readFiscalYear(text)).toBe(year);
});

test.each([
	'',
	'7年度',
	'現状値',
	'38',
	'1204',
	'20253',
	'令和0年度',
	'令和99年度',
	'平成40年度',
	'令和7年13月',
	'2025年度の値',
	'R',
	'令和'
])('%s names no fiscal year', (text) => {
	expect(readFiscalYear(text)).toBeNull();
});

test('a fiscal year begins in April', () => {
	expect([fiscalYearOf(2026, 3), fiscalYearOf(2026, 4), fiscalYearOf(2026, 12)]).toEqual([
		2025, 2026, 2026
	]);
});

test('a year is named in both ways, and every name is read back as the same year', () => {
	expect(fiscalYearName(2025)).toEqual({ ja: '令和7年度', en: 'FY2025' });
	expect(fiscalYearName(2019).ja).toBe('令和元年度');
	expect(shortFiscalYear(2023)).toEqual({ ja: '令5', en: 'R5' });
	expect(shortFiscalYear(2018)).toEqual({ ja: '平30', en: 'H30' });
	for (let year = 1950; year <= 2100; year++)
		for (const name of [fiscalYearName(year).ja, fiscalYearName(year).en, shortFiscalYear(year).ja])
			expect([name, readFiscalYear(name)]).toEqual([name, year]);
});
