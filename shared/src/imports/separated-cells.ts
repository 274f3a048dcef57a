import { cleanText } from '../method/clean-text.ts';

/**
 * The cells of text that came out of a spreadsheet, between tabs or commas; quoted cells may hold both and line
 * breaks. What does not close a quote is read as it stands.
 */
export function readSeparated(text: string): readonly (readonly string[])[] {
	const cleaned = cleanText(text);
	const separator = separatorOf(cleaned);
	const rows = readCells(cleaned, separator, true) ?? readCells(cleaned, separator, false) ?? [];
	while (rows.length > 0 && rows[rows.length - 1]?.every((cell) => cell === '')) rows.pop();
	return rows;
}

/** Whether text looks like cells rather than like lines. */
export function looksSeparated(text: string): boolean {
	return text.includes('\t');
}

function separatorOf(text: string): string {
	const unquoted = text.replace(/"(?:[^"]|"")*"/g, '');
	if (unquoted.includes('\t')) return '\t';
	const head = unquoted.slice(0, 2000);
	const count = (sign: string): number => head.split(sign).length;
	return count(';') > count(',') ? ';' : ',';
}

function readCells(text: string, separator: string, hasQuotes: boolean): string[][] | null {
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
		if (text.charAt(next) === '\n' && next + 1 < text.length) rows.push([]);
		else if (text.charAt(next) === '\n') break;
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
