/** Days of the calendar as text such as 2029-11-22, which sorts as time goes. */
export type CalendarDay = string;

const dayMs = 24 * 3600_000;
/** The calendar on the walls of those who use this; Japan does not change its clocks. */
const aheadMs = 9 * 3600_000;

/** The years before the first of each era. */
const eras: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988 };

const written =
	/(?:(令和|平成)\s*(元|[0-9]{1,2})|([0-9]{4}))\s*[-./年]\s*([0-9]{1,2})(?:\s*[-./月]\s*([0-9]{1,2})?)?/;

/** The day it is in Japan at a moment. */
export function dayAt(ms: number): CalendarDay {
	return new Date(ms + aheadMs).toISOString().slice(0, 10);
}

/** How many days one day lies after another; negative when before. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

/** The day so many days later. */
export function addDays(day: CalendarDay, days: number): CalendarDay {
	return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

/** The same day so many months later, or the last one of that month when it is shorter. */
export function addMonths(day: CalendarDay, months: number): CalendarDay {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	const last = new Date(Date.UTC(year, month + months, 0));
	last.setUTCDate(Math.min(date, last.getUTCDate()));
	return last.toISOString().slice(0, 10);
}

/** The day people wrote (令和8年11月22日, 2026-11-22, 令和8年11月), or null when it names none. */
export function readDay(text: string): CalendarDay | null {
	const match = written.exec(text.normalize('NFKC'));
	if (!match) return null;
	const [, era, inEra, western, month = '', date = '1'] = match;
	const year =
		era === undefined ? Number(western) : (eras[era] ?? 0) + (inEra === '元' ? 1 : Number(inEra));
	const day = new Date(Date.UTC(year, Number(month) - 1, Number(date)));
	const isReal = day.getUTCMonth() === Number(month) - 1 && day.getUTCDate() === Number(date);
	return isReal ? day.toISOString().slice(0, 10) : null;
}
