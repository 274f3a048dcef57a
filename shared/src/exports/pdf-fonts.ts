import { create } from 'fontkit';
import type { Font } from 'fontkit';
import { clusterEnds } from '../method/worksheet/clusters.ts';

const parsed = new WeakMap<Uint8Array, Font>();

/** The font in these bytes; parsing takes longer than writing a sheet, so it is done once per array. */
export function openFont(bytes: Uint8Array): Font {
	const known = parsed.get(bytes);
	if (known) return known;
	const font = create(bytes);
	if ('fonts' in font) throw new Error('A font collection cannot be embedded');
	parsed.set(bytes, font);
	return font;
}

// The sign printers themselves use for a type they lack.
const missingMark = '〓';

/** The text as the font can print it, each missing character replaced and reported once. */
export function printable(text: string, font: Font, report: (character: string) => void): string {
	const ends = clusterEnds(text);
	if (ends === null && hasAll(text, font)) return text;
	let from = 0;
	let result = '';
	for (const to of ends ?? Array.from(text, (_, index) => index + 1)) {
		const cluster = text.slice(from, to);
		from = to;
		const visible = cluster.replace(invisible, '').replace(/\s/gu, ' ');
		if (hasAll(visible, font)) result += visible;
		else {
			result += missingMark;
			report(cluster);
		}
	}
	return result;
}

// Format characters and variation selectors have no glyph and no width.
const invisible = /[\p{Cf}\p{Cc}\p{Variation_Selector}]/gu;

function hasAll(text: string, font: Font): boolean {
	for (const character of text)
		if (!font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) return false;
	return true;
}
