import { strToU8 } from 'fflate';

// What makes a table program take a cell for a formula; the wide ones in Japan, where they are typed for the narrow ones.
const opening = '=+\\-@＝＋－＠\\t\\r\\n';
const needsGuard = new RegExp(`^'*[${opening}]`);
const hasGuard = new RegExp(`^'+[${opening}]`);

/** The text with an apostrophe before it where a table program would reckon instead of show it. */
export function guardCell(text: string): string {
	return needsGuard.test(text) ? `'${text}` : text;
}

/** The text of a cell as it was before `guardCell`. */
export function unguardCell(text: string): string {
	return hasGuard.test(text) ? text.slice(1) : text;
}

/** Rows as a text that Excel opens by a double click: UTF-8 with its mark, CRLF, quoted as RFC 4180 says, no formula. */
export function csvBytes(rows: readonly (readonly string[])[]): Uint8Array {
	const text = rows.map((cells) => `${cells.map(field).join(',')}\r\n`).join('');
	return strToU8(`\ufeff${text}`);
}

function field(text: string): string {
	const safe = guardCell(text);
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
