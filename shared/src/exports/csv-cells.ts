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
