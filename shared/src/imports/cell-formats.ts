import type { ImportRefusal } from './refusals.ts';
import { walkXml } from './walk-xml.ts';

/** How a number in a cell is meant to be seen, as far as words depend on it. */
export type CellFormat = 'plain' | 'date' | 'time' | 'percent';

/** The formats of cells by their number in the file. */
export function readFormats(
	styles: Uint8Array
): readonly CellFormat[] | { readonly refusal: ImportRefusal } {
	const codes = new Map<number, CellFormat>();
	const formats: CellFormat[] = [];
	let isCellFormats = false;
	const refusal = walkXml(styles, {
		open: (name, attributes) => {
			const id = Number(attributes['numFmtId'] ?? 0);
			if (name === 'numFmt') codes.set(id, formatOfCode(attributes['formatCode'] ?? ''));
			else if (name === 'cellXfs') isCellFormats = true;
			else if (name === 'xf' && isCellFormats) formats.push(codes.get(id) ?? formatOfNumber(id));
		},
		close: (name) => {
			if (name === 'cellXfs') isCellFormats = false;
		}
	});
	return refusal === null ? formats : { refusal };
}

/** The formats every Excel knows by number; 27–36 and 50–58 are Japanese dates. */
function formatOfNumber(id: number): CellFormat {
	if (id === 9 || id === 10) return 'percent';
	if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return 'time';
	return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
		? 'date'
		: 'plain';
}

/** No format Excel takes is longer; of brackets that never close each would be looked through to the end. */
const longestCode = 255;

function formatOfCode(code: string): CellFormat {
	const bare = code
		.slice(0, longestCode)
		.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]/gi, '')
		.replace(/general|標準/gi, '')
		.toLowerCase();
	if (bare.includes('%')) return 'percent';
	if (/[ydeg]/.test(bare)) return 'date';
	return /[hs]/.test(bare) ? 'time' : /m/.test(bare) ? 'date' : 'plain';
}

const dayMs = 86_400_000;

/** A number of a cell as people saw it, or near enough: dates as 2026/11/22, shares as 32%. */
export function showNumber(value: string, format: CellFormat, startsIn1904: boolean): string {
	const number = Number(value);
	if (!Number.isFinite(number)) return value.trim();
	if (format === 'percent') return `${tidy(number * 100)}%`;
	if (format === 'plain' || number < 0 || number > 2_958_465) return tidy(number);
	// Day 60 of Excel is a day that never was (29 February 1900).
	const offset = startsIn1904 ? 24_107 : number < 60 ? 25_568 : 25_569;
	const date = new Date(Math.round((number - offset) * dayMs));
	const two = (count: number): string => String(count).padStart(2, '0');
	const time = `${date.getUTCHours()}:${two(date.getUTCMinutes())}`;
	if (format === 'time' && number < 1) return time;
	const day = `${date.getUTCFullYear()}/${date.getUTCMonth() + 1}/${date.getUTCDate()}`;
	return number % 1 === 0 ? day : `${day} ${time}`;
}

/** Without the tail that binary fractions leave (0.30000000000000004). */
function tidy(number: number): string {
	return String(Number(number.toPrecision(15)));
}
