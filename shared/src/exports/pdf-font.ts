import type { Font, Glyph, GlyphRun, Subset } from 'fontkit';
import { clusterEnds } from '../method/worksheet/clusters.ts';

// Glyph ids of a font end at 0xffff: numbers above are ours.
const firstOwnId = 0x10000;

interface Slot {
	readonly glyph: Glyph;
	readonly realId: number;
	/** Where it stands in the embedded subset, once it was used. */
	place: number | null;
}

/**
 * The font as pdfkit embeds it in one document, with a glyph of its own for every character. Fontkit's layout gives
 * two characters that look alike one glyph, and copying from the file then gives back the first of them for both:
 * 葛 for 葛󠄀, one of the two 神. It is also several times slower, and joins fi to a ligature that lines were not broken for.
 */
export function embeddable(font: Font): Font {
	const slots: Slot[] = [];
	const known = new Map<string, Slot>();

	const slotOf = (cluster: string): Slot => {
		const found = known.get(cluster);
		if (found) return found;
		const codePoints = Array.from(cluster, (character) => character.codePointAt(0) ?? 0);
		// With a variation selector the font may have a form of its own for it.
		const [real] = font.glyphsForString(cluster);
		if (!real) throw new Error('A character without a glyph');
		const glyph = { id: firstOwnId + slots.length, codePoints, advanceWidth: real.advanceWidth };
		const slot: Slot = { glyph, realId: real.id, place: null };
		slots.push(slot);
		known.set(cluster, slot);
		return slot;
	};

	const layout = (text: string): GlyphRun => {
		const glyphs = glyphClusters(text).map((cluster) => slotOf(cluster).glyph);
		return {
			glyphs,
			// New objects every time: pdfkit scales them where they lie.
			positions: glyphs.map(({ advanceWidth }) => ({
				xAdvance: advanceWidth,
				yAdvance: 0,
				xOffset: 0,
				yOffset: 0
			})),
			advanceWidth: glyphs.reduce((sum, glyph) => sum + glyph.advanceWidth, 0)
		};
	};

	const createSubset = (): Subset => {
		const subset = font.createSubset();
		const includeReal = subset.includeGlyph.bind(subset);
		subset.includeGlyph = (id) => {
			const slot = id < firstOwnId ? undefined : slots[id - firstOwnId];
			if (!slot) return includeReal(id);
			// The same outline twice where two characters share it.
			slot.place ??= subset.glyphs.push(slot.realId) - 1;
			return slot.place;
		};
		return subset;
	};

	return Object.assign(Object.create(font) as Font, { layout, createSubset });
}

const selector = /^\p{Variation_Selector}$/u;

/** One string per glyph: a character with its selector, everything else by itself. */
function glyphClusters(text: string): readonly string[] {
	if (clusterEnds(text) === null) return Array.from(text);
	const clusters: string[] = [];
	for (const character of text)
		if (selector.test(character) && clusters.length > 0)
			clusters[clusters.length - 1] = `${clusters.at(-1) ?? ''}${character}`;
		else clusters.push(character);
	return clusters;
}
