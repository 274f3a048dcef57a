import type { Localised } from '../localised.ts';

/** A Japanese fiscal year by the calendar year it begins in: 2025 runs from April 2025 to March 2026, 令和7年度. */
export type FiscalYear = number;

/** The years that can be meant; anything else in a year's place is some other number. */
const first = 1950;
const last = 2100;

/** The eras by the year before their first; `from` is the first fiscal year people call by the era. */
const eras = [
	{ name: '令和', letter: 'R', from: 2019, before: 2018, most: 82 },
	{ name: '平成', letter: 'H', from: 1989, before: 1988, most: 31 },
	{ name: '昭和', letter: 'S', from: 1950, before: 1925, most: 64 }
] as const;

const eraSigns: Readonly<Record<string, (typeof eras)[number]>> = {
	令和: eras[0],
	令: eras[0],
	r: eras[0],
	平成: eras[1],
	平: eras[1],
	h: eras[1],
	昭和: eras[2],
	昭: eras[2],
	s: eras[2]
};

const written =
	/^(?:(令和|平成|昭和|令|平|昭|[rhs])\.?(元|\d{1,2})|(?:fy)?(\d{4}))(?:年度|年(?:(\d{1,2})月(?:\d{1,2}日)?)?|[./-](\d{1,2})(?:[./-]\d{1,2})?)?(?:末|現在|時点|実績値?|見込み?|値)?(?:\([^)]*\))?$/;

/** The fiscal year of a month; January to March belong to the year before. */
export function fiscalYearOf(year: number, month: number): FiscalYear {
	return month >= 4 ? year : year - 1;
}

/** The fiscal year people wrote (令和7年度, R7, 令7, 2025, 令和8年3月, 平成30年度実績), or null when it names none. */
export function readFiscalYear(text: string): FiscalYear | null {
	const match = written.exec(text.normalize('NFKC').toLowerCase().replace(/\s+/g, ''));
	if (!match) return null;
	const [, sign, inEra, western, afterYear, afterSign] = match;
	const month = afterYear ?? afterSign;
	const era = sign === undefined ? null : eraSigns[sign];
	const count = inEra === '元' ? 1 : Number(inEra);
	if (era && (count < 1 || count > era.most)) return null;
	const year = era ? era.before + count : Number(western);
	if (year < first || year > last) return null;
	if (month === undefined) return year;
	const number = Number(month);
	return number >= 1 && number <= 12 ? fiscalYearOf(year, number) : null;
}

function inEra(year: FiscalYear): readonly [era: (typeof eras)[number], count: number] {
	const era = eras.find(({ from }) => year >= from) ?? eras[2];
	return [era, year - era.before];
}

/** The year in full: 令和7年度, FY2025. */
export function fiscalYearName(year: FiscalYear): Localised {
	const [{ name }, count] = inEra(year);
	return { ja: `${name}${count === 1 ? '元' : count}年度`, en: `FY${year}` };
}

/** The year for the head of a column: 令7, R7. */
export function shortFiscalYear(year: FiscalYear): Localised {
	const [{ name, letter }, count] = inEra(year);
	return { ja: `${name.charAt(0)}${count === 1 ? '元' : count}`, en: `${letter}${count}` };
}
