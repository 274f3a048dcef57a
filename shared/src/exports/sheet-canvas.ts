/** The font of a sheet in its two weights, and the one behind it for characters it lacks. */
export type FaceId = 'regular' | 'bold' | 'secondRegular' | 'secondBold';

/** What we use of a 2D canvas context, in the browser's own words; paths are what the maker makes of path data. */
export interface SheetContext {
	font: string;
	fillStyle: unknown;
	strokeStyle: unknown;
	lineWidth: number;
	lineCap: 'butt' | 'round' | 'square';
	lineJoin: 'bevel' | 'miter' | 'round';
	setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void;
	translate(x: number, y: number): void;
	scale(x: number, y: number): void;
	save(): void;
	restore(): void;
	fillRect(x: number, y: number, width: number, height: number): void;
	fillText(text: string, x: number, y: number): void;
	setLineDash(lengths: number[]): void;
	beginPath(): void;
	closePath(): void;
	rect(x: number, y: number, width: number, height: number): void;
	moveTo(x: number, y: number): void;
	lineTo(x: number, y: number): void;
	arcTo(x1: number, y1: number, x2: number, y2: number, radius: number): void;
	stroke(path?: object): void;
	fill(path?: object): void;
	getImageData(
		x: number,
		y: number,
		width: number,
		height: number
	): { readonly data: ArrayLike<number> };
}

/** A canvas to paint one picture on. */
export interface SheetCanvas {
	readonly context: SheetContext;
	readonly toPng: () => Promise<Uint8Array>;
}

/** Makes canvases in a place where the fonts of a sheet are known: a browser, or the server. */
export interface CanvasMaker {
	readonly make: (width: number, height: number) => SheetCanvas;
	/** The CSS family a font was made known by; it has one weight. */
	readonly familyOf: (face: FaceId) => string;
	readonly path: (data: string) => object;
}

/** Makes the fonts known and waits for them: text painted before is painted in another font. */
export type OpenCanvas = (faces: ReadonlyMap<FaceId, Uint8Array>) => Promise<CanvasMaker>;
