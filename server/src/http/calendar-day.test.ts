import { expect, test } from 'vitest';
import { addDays, addMonths, dayAt, daysBetween, readDay } from './calendar-day.ts';

test('a day is that of Japan', () => {
	expect(dayAt(Date.UTC(2026, 10, 22, 14, 59))).toBe('2026-11-22');
	expect(dayAt(Date.UTC(2026, 10, 22, 15, 0))).toBe('2026-11-23');
});

test.each([
	['2026-11-22', 36, '2029-11-22'],
	['2026-01-31', 1, '2026-02-28'],
	['2024-02-29', 12, '2025-02-28'],
	['2024-02-29', 48, '2028-02-29'],
	['2026-12-31', 2, '2027-02-28'],
	['2026-11-30', 1, '2026-12-30']
])('%s and %i months is %s', (day, months, expected) => {
	expect(addMonths(day, months)).toBe(expected);
});

test('days are counted over months, years and leap days', () => {
	expect(addDays('2027-12-31', 1)).toBe('2028-01-01');
	expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
	expect(daysBetween('2026-11-22', '2026-11-21')).toBe(-1);
});

test.each([
	['令和8年11月22日', '2026-11-22'],
	['令和５年２月１０日', '2023-02-10'],
	['平成31年4月30日', '2019-04-30'],
	['令和元年5月1日（水）', '2019-05-01'],
	['2026-11-22', '2026-11-22'],
	['2026/1/5 14時から', '2026-01-05'],
	['2026年11月22日', '2026-11-22'],
	['令和4年12月 研修', '2022-12-01'],
	['令和8年2月30日', null],
	['2026-13-01', null],
	['未定', null],
	['', null]
])('「%s」 is %s', (text, expected) => {
	expect(readDay(text)).toBe(expected);
});
