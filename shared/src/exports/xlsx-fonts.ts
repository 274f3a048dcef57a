import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const stylesPart = 'xl/styles.xml';
// CT_Font of the Office schema (ECMA-376 part 1, 18.8.22, as Office reads it).
const order = ['b', 'i', 'strike', 'u', 'vertAlign', 'sz', 'color', 'name', 'family', 'charset'];

/** The same workbook with the properties of every font in the order Office asks for; hucre writes them in its own. */
export function orderFontProperties(workbook: Uint8Array): Uint8Array {
	const styles = unzipSync(workbook, { filter: ({ name }) => name === stylesPart })[stylesPart];
	if (!styles) return workbook;
	const ordered = strFromU8(styles).replace(
		/<font>(.*?)<\/font>/gs,
		(_, inner: string) => `<font>${sortProperties(inner)}</font>`
	);
	return replacePart(workbook, stylesPart, strToU8(ordered));
}

function sortProperties(inner: string): string {
	const place = (property: string): number => order.indexOf(/^<(\w+)/.exec(property)?.[1] ?? '');
	return (inner.match(/<\w[^>]*\/>/g) ?? []).sort((a, b) => place(a) - place(b)).join('');
}

/** One entry of a zip: what the directory says of it, and its packed bytes with their head. */
interface Entry {
	readonly name: string;
	readonly listed: Uint8Array;
	readonly packed: Uint8Array;
}

/** The archive with one part changed. The others are copied as they are packed: packing all again takes as long as writing them. */
function replacePart(archive: Uint8Array, name: string, content: Uint8Array): Uint8Array {
	// A zip knows no time zone: the first day it can say is the same wherever it was made.
	const single = zipSync({ [name]: content }, { level: 6, mtime: new Date(1980, 0, 1) });
	const [replacement] = entriesOf(single);
	const entries = entriesOf(archive).map((entry) =>
		entry.name === name && replacement ? replacement : entry
	);
	let offset = 0;
	const listed = entries.map((entry) => {
		const copy = entry.listed.slice();
		new DataView(copy.buffer).setUint32(42, offset, true);
		offset += entry.packed.length;
		return copy;
	});
	const end = archive.slice(-22);
	const view = new DataView(end.buffer);
	view.setUint32(
		12,
		listed.reduce((sum, { length }) => sum + length, 0),
		true
	);
	view.setUint32(16, offset, true);
	return joined([...entries.map(({ packed }) => packed), ...listed, end]);
}

/** The entries of an archive as hucre and fflate write them: sizes in every head, no comment behind the directory. */
function entriesOf(archive: Uint8Array): readonly Entry[] {
	const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
	const entries: Entry[] = [];
	let at = view.getUint32(archive.length - 6, true);
	while (view.getUint32(at, true) === 0x02014b50) {
		const nameLength = view.getUint16(at + 28, true);
		const length = 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
		const start = view.getUint32(at + 42, true);
		const packedLength =
			30 +
			view.getUint16(start + 26, true) +
			view.getUint16(start + 28, true) +
			view.getUint32(at + 20, true);
		entries.push({
			name: strFromU8(archive.subarray(at + 46, at + 46 + nameLength)),
			listed: archive.subarray(at, at + length),
			packed: archive.subarray(start, start + packedLength)
		});
		at += length;
	}
	return entries;
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
	const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const chunk of chunks) {
		bytes.set(chunk, at);
		at += chunk.length;
	}
	return bytes;
}
