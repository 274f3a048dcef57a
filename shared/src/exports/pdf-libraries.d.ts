// What we use of pdfkit and fontkit. Not @types/pdfkit and @types/fontkit: both bring in the types of Node, and
// shared code that compiles with them no longer proves that it runs in a browser.

declare module 'pdfkit' {
	import type { Font } from 'fontkit';

	interface Options {
		readonly size: readonly [widthPt: number, heightPt: number];
		readonly margin: number;
		readonly autoFirstPage: boolean;
		/** Null for no standard font at start: the browser build has none. */
		readonly font: null;
		readonly lang: string;
		readonly displayTitle: boolean;
		readonly pdfVersion: '1.7';
		readonly tagged: boolean;
		readonly info: Readonly<Record<string, string | Date>>;
	}

	/** What stands between two marks of a page, to be put into an element. */
	export interface StructureContent {
		readonly refs: readonly object[];
	}

	/** An element of the structure tree. */
	export interface StructureElement {
		add(child: StructureElement | StructureContent): this;
		/** Ends its children too. */
		end(): void;
	}

	export interface Outline {
		addItem(title: string, options: { readonly pageNumber: number }): Outline;
	}

	export default class PdfDocument {
		constructor(options: Options);
		readonly outline: Outline;
		readonly info: Readonly<Record<string, string | Date>>;
		on(event: 'data', listen: (chunk: Uint8Array) => void): this;
		on(event: 'end', listen: () => void): this;
		on(event: 'error', listen: (error: Error) => void): this;
		end(): void;
		addPage(): this;
		registerFont(name: string, font: Font): this;
		font(name: string): this;
		fontSize(pt: number): this;
		fillColor(colour: string): this;
		strokeColor(colour: string): this;
		lineWidth(pt: number): this;
		lineCap(shape: 'round'): this;
		lineJoin(shape: 'round'): this;
		dash(length: number, options: { readonly space: number }): this;
		undash(): this;
		rect(x: number, y: number, width: number, height: number): this;
		roundedRect(x: number, y: number, width: number, height: number, radius: number): this;
		moveTo(x: number, y: number): this;
		lineTo(x: number, y: number): this;
		path(data: string): this;
		fill(colour?: string): this;
		stroke(colour?: string): this;
		fillAndStroke(fill: string, stroke: string): this;
		save(): this;
		restore(): this;
		translate(x: number, y: number): this;
		scale(factor: number): this;
		text(
			text: string,
			x: number,
			y: number,
			options: { readonly lineBreak: false; readonly baseline: 'alphabetic' }
		): this;
		struct(
			type: string,
			options?: { readonly title?: string; readonly alt?: string }
		): StructureElement;
		addStructure(element: StructureElement): this;
		/** Opens a mark whose content belongs to an element. */
		markStructureContent(tag: string): StructureContent;
		markContent(tag: 'Artifact', options: { readonly type: 'Layout' | 'Pagination' }): this;
		endMarkedContent(): this;
		appendXML(xml: string): void;
		/** Writes `info` into the XMP metadata. */
		protected _addInfo(): void;
	}
}

declare module 'fontkit' {
	export interface Glyph {
		readonly id: number;
		readonly codePoints: readonly number[];
		readonly advanceWidth: number;
	}

	export interface GlyphPosition {
		readonly xAdvance: number;
		readonly yAdvance: number;
		readonly xOffset: number;
		readonly yOffset: number;
	}

	export interface GlyphRun {
		readonly glyphs: readonly Glyph[];
		readonly positions: readonly GlyphPosition[];
		readonly advanceWidth: number;
	}

	/** The part of a font that is written into a file: `glyphs` are ids of the font in the order of the file. */
	export interface Subset {
		readonly glyphs: number[];
		includeGlyph: (id: number) => number;
	}

	export interface Font {
		readonly unitsPerEm: number;
		readonly characterSet: readonly number[];
		readonly availableFeatures: readonly string[];
		hasGlyphForCodePoint(codePoint: number): boolean;
		glyphForCodePoint(codePoint: number): Glyph;
		/** Variation selectors choose forms here, features do nothing. */
		glyphsForString(text: string): readonly Glyph[];
		layout(text: string): GlyphRun;
		createSubset(): Subset;
		/** Only TrueType fonts count their glyphs this way. */
		readonly numGlyphs?: number;
		getGlyph(id: number): { readonly path: { readonly commands: readonly unknown[] } };
	}

	/** The font in these bytes; a collection when they hold several. */
	export function create(bytes: Uint8Array): Font | { readonly fonts: readonly Font[] };
}
