import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const stylesPart = 'xl/styles.xml';
// CT_Font of the Office schema (ECMA-376 part 1, 18.8.22, as Office reads it).
const order = ['b', 'i', 'strike', 'u', 'vertAlign', 'sz', 'color', 'name', 'family', 'charset'];

/** The same workbook with the properties of every font in the order Office asks for; hucre writes them in its own. */
export function orderFontProperties(workbook: Uint8Array, date: string): Uint8Array {
	const parts = unzipSync(workbook);
	const styles = parts[stylesPart];
	if (!styles) return workbook;
	const ordered = strFromU8(styles).replace(
		/<font>(.*?)<\/font>/gs,
		(_, inner: string) => `<font>${sortProperties(inner)}</font>`
	);
	const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
	// A zip knows no time zone: the day must be the same wherever it was made.
	return zipSync(
		{ ...parts, [stylesPart]: strToU8(ordered) },
		{ level: 6, mtime: new Date(year, month - 1, day) }
	);
}

function sortProperties(inner: string): string {
	const place = (property: string): number => order.indexOf(/^<(\w+)/.exec(property)?.[1] ?? '');
	return (inner.match(/<\w[^>]*\/>/g) ?? []).sort((a, b) => place(a) - place(b)).join('');
}
