import { create } from 'fontkit';
import type { Font } from 'fontkit';
import { clusterEnds, widthsOf } from '../method/worksheet/clusters.ts';
import { boldAdvances, regularAdvances } from '../method/worksheet/font-advances.ts';
import type { SheetLayout, TextItem } from '../method/worksheet/sheet-items.ts';
import { mmPerPt } from '../method/worksheet/sheet-metrics.ts';
import type { FontFiles } from './export-format.ts';
import type { FaceId } from './sheet-canvas.ts';

const parsed = new WeakMap<Uint8Array, Font>();
const known = new WeakMap<Font, ReadonlySet<number>>();

/** The font in these bytes; parsing takes longer than writing a sheet, so it is done once per array. */
export function openFont(bytes: Uint8Array): Font {
	const opened = parsed.get(bytes);
	if (opened) return opened;
	const font = create(bytes);
	if ('fonts' in font) throw new Error('A font collection cannot be embedded');
	parsed.set(bytes, font);
	return font;
}

/** A font that a sheet needs. */
export interface Face {
	readonly bytes: Uint8Array;
	readonly font: Font;
}

/** A stretch of a line in one font, its left edge in mm; drawn there it is never wider than the line breaker reckoned. */
export interface TextPiece {
	readonly face: FaceId;
	readonly x: number;
	readonly text: string;
}

/** How the texts of a layout are printed. */
export interface SheetText {
	readonly faces: ReadonlyMap<FaceId, Face>;
	readonly piecesOf: (item: TextItem) => readonly TextPiece[];
	/** What no font has, each once, in the order of the pages; printed as 〓. */
	readonly missing: readonly string[];
}

// The sign printers themselves use for a type they lack.
const missingMark = '〓';
// Format characters have no glyph and no width.
const invisible = /[\p{Cf}\p{Cc}\p{Variation_Selector}]/gu;
const selectors = /\p{Variation_Selector}/gu;
const marks = /(?!\p{Variation_Selector})\p{M}/u;

/** Finds a font for every character of a layout; the second font is only asked for when a text needs it. */
export async function prepareText(layout: SheetLayout, files: FontFiles): Promise<SheetText> {
	const faces = new Map<FaceId, Face>();
	const open = (id: FaceId, bytes: Uint8Array): void =>
		void faces.set(id, { bytes, font: openFont(bytes) });
	open('regular', files.regular);
	open('bold', files.bold);

	const texts = layout.pages.flat().filter((item) => item.kind === 'text');
	for (const weight of ['regular', 'bold'] as const) {
		const { font } = faceOf(faces, weight);
		const isWanting = texts.some(
			({ isBold, text }) =>
				isBold === (weight === 'bold') && !canPrint(font, visible(text).replace(/\s/gu, ''))
		);
		if (!isWanting) continue;
		// A second font that does not arrive costs a few rare characters, which are reported, and not the file.
		const bytes = await files.second(weight).catch(() => null);
		if (bytes) open(weight === 'bold' ? 'secondBold' : 'secondRegular', bytes);
	}

	const missing = new Set<string>();
	const pieces = new Map(
		texts.map((item) => [item, split(item, faces, (cluster) => missing.add(cluster))])
	);
	return { faces, missing: [...missing], piecesOf: (item) => pieces.get(item) ?? [] };
}

function split(
	{ text, x, isBold, sizePt }: TextItem,
	faces: ReadonlyMap<FaceId, Face>,
	report: (cluster: string) => void
): readonly TextPiece[] {
	const main = isBold ? 'bold' : 'regular';
	const second = isBold ? 'secondBold' : 'secondRegular';
	const { font } = faceOf(faces, main);
	const ends = clusterEnds(text);
	if (ends === null && canPrint(font, text)) return [{ face: main, x, text }];

	const advances = isBold ? boldAdvances : regularAdvances;
	const widths = widthsOf(text, ends, advances);
	const pieces: { face: FaceId; x: number; text: string }[] = [];
	let from = 0;
	let reckoned = 0;
	let drawn = 0;
	for (let index = 0; index < widths.length; index += 1) {
		const to = ends?.[index] ?? index + 1;
		const cluster = text.slice(from, to);
		from = to;
		const width = (widths[index] ?? 0) / advances.unitsPerEm;
		const { face, shown } = choose(cluster, width);
		const last = pieces.at(-1);
		// Where the glyphs before were not as wide as reckoned, what follows starts anew at its own place.
		if (last?.face === face && Math.abs(drawn - reckoned) < 1e-6) last.text += shown;
		else if (shown !== '') {
			pieces.push({ face, x: x + reckoned * sizePt * mmPerPt, text: shown });
			drawn = reckoned;
		}
		// Canvases lay a mark over its letter, a PDF behind it.
		drawn += marks.test(shown) ? Number.NaN : widthOf(faceOf(faces, face).font, shown);
		reckoned += width;
	}
	return pieces;

	function choose(cluster: string, width: number): { face: FaceId; shown: string } {
		if (cluster.trim() === '')
			return { face: main, shown: canPrint(font, cluster) ? cluster : ' ' };
		const bare = visible(cluster);
		const shown = withSelector(cluster, bare);
		if (canPrint(font, bare)) return { face: main, shown };
		const behind = faces.get(second)?.font;
		if (behind && canPrint(behind, bare) && widthOf(behind, bare) <= width + 1e-6)
			return { face: second, shown };
		report(cluster);
		return { face: main, shown: missingMark };
	}
}

function faceOf(faces: ReadonlyMap<FaceId, Face>, id: FaceId): Face {
	const face = faces.get(id);
	if (!face) throw new Error(`The font is not open: ${id}`);
	return face;
}

function visible(text: string): string {
	return text.replace(invisible, '');
}

/** The character with the one selector it may have: it says which form of it is meant, and must come out again. */
function withSelector(cluster: string, bare: string): string {
	const [selector = ''] = cluster.match(selectors) ?? [];
	return bare + selector;
}

function canPrint(font: Font, text: string): boolean {
	let characters = known.get(font);
	if (!characters) {
		characters = new Set(font.characterSet);
		known.set(font, characters);
	}
	for (const character of text) if (!characters.has(character.codePointAt(0) ?? 0)) return false;
	return true;
}

function widthOf(font: Font, text: string): number {
	let width = 0;
	for (const character of visible(text))
		width += font.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth;
	return width / font.unitsPerEm;
}
