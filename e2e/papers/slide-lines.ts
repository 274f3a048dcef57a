import { notAtEnd, notAtStart } from '@renkei/shared/method/worksheet/break-lines.ts';
import type { SheetItem } from '@renkei/shared/method/worksheet/sheet-items.ts';
import type { PrintedGlyph, PrintedPage } from './glyphs.ts';
import type { SlideShape } from './read-slides.ts';

/** A text box with the characters printed for it. */
export interface PrintedShape {
	readonly shape: SlideShape;
	readonly glyphs: readonly PrintedGlyph[];
	/** Its lines as printed, and which of them begin after a line end that somebody typed. */
	readonly lines: readonly { readonly text: string; readonly isTyped: boolean }[];
}

/** How far behind its place a character may be drawn. */
const mostAhead = 60;

/**
 * What was printed for every text box of a slide: boxes are drawn in their order, so the characters of the page are
 * theirs one after the other. Throws at the first character that is not what the box says.
 */
export function printedShapes(
	shapes: readonly SlideShape[],
	page: PrintedPage
): readonly PrintedShape[] {
	const waiting = page.glyphs.filter(({ text }) => text.trim() !== '');
	const found: PrintedShape[] = [];
	for (const shape of shapes) {
		const words = shape.paragraphs.join('').replace(/\s/gu, '');
		// Titles above the slide are there for the outline and not printed.
		if (words === '' || shape.y + shape.height <= 0) continue;
		const own: PrintedGlyph[] = [];
		for (let read = 0; read < words.length;) {
			// Characters from a second font follow the rest of their line.
			const at = waiting.findIndex(
				({ text }, index) => index < mostAhead && sameGlyph(words).startsWith(sameGlyph(text), read)
			);
			const [glyph] = at < 0 ? [] : waiting.splice(at, 1);
			if (!glyph) throw new Error(`Not printed: ${words.slice(read)} of ${words}`);
			own.push(glyph);
			read += glyph.text.length;
		}
		found.push({ shape, glyphs: own, lines: linesOf(shape, own) });
	}
	if (waiting.length > 0) throw new Error(`Printed too much: ${waiting[0]?.text}`);
	return found;
}

/** Fonts draw both wave dashes alike, and the drawing no longer tells which it was. */
function sameGlyph(text: string): string {
	return text.replaceAll('〜', '～');
}

function linesOf(shape: SlideShape, glyphs: readonly PrintedGlyph[]): PrintedShape['lines'] {
	const ends = new Set<number>();
	let length = 0;
	for (const paragraph of shape.paragraphs)
		ends.add((length += paragraph.replace(/\s/gu, '').length));
	const lines: { text: string; isTyped: boolean }[] = [];
	let read = 0;
	let y = Number.NaN;
	for (const glyph of glyphs) {
		const isTyped = read === 0 || ends.has(read);
		const last = lines.at(-1);
		if (!last || Math.abs(glyph.y - y) > glyph.sizeMm * 0.5)
			lines.push({ text: glyph.text, isTyped });
		else last.text += glyph.text;
		y = glyph.y;
		read += glyph.text.length;
	}
	return lines;
}

/** The lines that begin or end with what must not stand there. */
export function kinsokuFaults(lines: PrintedShape['lines']): readonly string[] {
	return lines.flatMap(({ text, isTyped }, index) => {
		const next = lines[index + 1];
		const faults: string[] = [];
		if (!isTyped && notAtStart.includes(Array.from(text)[0] ?? '')) faults.push(`begins: ${text}`);
		if (next && !next.isTyped && notAtEnd.includes(Array.from(text).at(-1) ?? ''))
			faults.push(`ends: ${text}`);
		return faults;
	});
}

/** The characters that reach out of their box by more than `toleranceMm`. */
export function leavingBox(
	{ shape, glyphs }: PrintedShape,
	toleranceMm: number
): readonly string[] {
	const words = shape.paragraphs.join('');
	return glyphs.flatMap((glyph) => {
		// From the foot of a line letters reach 0.86 em up and 0.2 em down.
		const [top, bottom] = [glyph.y - glyph.sizeMm * 0.86, glyph.y + glyph.sizeMm * 0.2];
		const isInside =
			glyph.x >= shape.x - toleranceMm &&
			glyph.x + glyph.widthMm <= shape.x + shape.width + toleranceMm &&
			top >= shape.y - toleranceMm &&
			bottom <= shape.y + shape.height + toleranceMm;
		return isInside ? [] : [`${glyph.text} of ${words}`];
	});
}

/** The lines of every text of a laid out page, white space left out; two weights on one line are one line. */
export function linesOnPaper(items: readonly SheetItem[]): readonly (readonly string[])[] {
	const texts = new Map<unknown, { y: number; text: string }[]>();
	for (const item of items) {
		if (item.kind !== 'text') continue;
		const key = item.run ?? item;
		const lines = texts.get(key) ?? [];
		texts.set(key, lines);
		const text = item.text.replace(/\s/gu, '');
		const last = lines.at(-1);
		if (last && Math.abs(last.y - item.y) < 0.1) last.text += text;
		else lines.push({ y: item.y, text });
	}
	return [...texts.values()].map((lines) => lines.map(({ text }) => text));
}
