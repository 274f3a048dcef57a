import { cleanText } from '../method/clean-text.ts';

/**
 * The cells of text that came out of a spreadsheet, between tabs or commas; quoted cells may hold both and line
 * breaks. What does not close a quote is read as it stands. After so many rows nothing more is read.
 */
export function readSeparated(
	text: string,
	mostRows = Number.POSITIVE_INFINITY
): readonly (readonly string[])[] {
	const cleaned = cleanText(text);
	const separator = separatorOf(cleaned);
	const read = (hasQuotes: boolean) => readCells(cleaned, separator, hasQuotes, mostRows);
	const rows = read(true) ?? read(false) ?? [];
	while (rows.length > 0 && rows[rows.length - 1]?.every((cell) => cell === '')) rows.pop();
	return rows;
}

/** Whether text looks like cells rather than like lines; tabs before a line only set it in. */
export function looksSeparated(text: string): boolean {
	return /[^\t\n]\t/.test(text);
}

/** The sign that divides some line of the beginning into the most cells: one that stands within a cell is rarer. */
function separatorOf(text: string): string {
	const lines = text
		.slice(0, mostLookedAt)
		.replace(/"(?:[^"]|"")*"/g, '')
		.split('\n', 50);
	const most = (sign: string): number => Math.max(...lines.map((line) => line.split(sign).length));
	return [',', ';'].reduce((best, sign) => (most(sign) > most(best) ? sign : best), '\t');
}

const mostLookedAt = 20_000;

function readCells(
	text: string,
	separator: string,
	hasQuotes: boolean,
	mostRows: number
): string[][] | null {
	const rows: string[][] = [[]];
	let at = 0;
	while (at <= text.length) {
		let cell = '';
		if (hasQuotes && text.charAt(at) === '"') {
			const end = closingQuote(text, at + 1);
			if (end === -1) return null;
			cell = text.slice(at + 1, end).replaceAll('""', '"');
			at = end + 1;
		}
		const next = nextBreak(text, separator, at);
		cell += text.slice(at, next);
		rows[rows.length - 1]?.push(cell);
		if (text.charAt(next) === '\n') {
			if (next + 1 >= text.length || rows.length >= mostRows) break;
			rows.push([]);
		}
		at = next + 1;
	}
	return rows;
}

function closingQuote(text: string, from: number): number {
	for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2))
		if (text.charAt(at + 1) !== '"') return at;
	return -1;
}

function nextBreak(text: string, separator: string, from: number): number {
	for (let at = from; at < text.length; at += 1)
		if (text.charAt(at) === separator || text.charAt(at) === '\n') return at;
	return text.length;
}
