import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { SKRSContext2D } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { clusterEnds, widthsOf } from '@renkei/shared/method/worksheet/clusters.ts';
import { boldAdvances, regularAdvances } from '@renkei/shared/method/worksheet/font-advances.ts';
import type { SheetItem } from '@renkei/shared/method/worksheet/sheet-items.ts';
import { mmPerPt } from '@renkei/shared/method/worksheet/sheet-metrics.ts';

/** A rendered page: how bright each pixel is, row by row. */
export interface Pixels {
	readonly width: number;
	readonly height: number;
	readonly brightness: Uint8Array;
}

/** A place on a page, in pixels. */
export interface Place {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

const pointsPerInch = 72;
const mmPerInch = 25.4;
/** A pixel this much darker or brighter than its surroundings is ink; thin strokes of small letters are not black. */
const inkContrast = 32;

/** The pixels of a PNG. */
export async function readPixels(png: Uint8Array): Promise<Pixels> {
	const image = await loadImage(Buffer.from(png));
	const canvas = createCanvas(image.width, image.height);
	const context = canvas.getContext('2d');
	context.drawImage(image, 0, 0);
	return pixelsOf(context, image);
}

function pixelsOf(
	context: SKRSContext2D,
	{ width, height }: { readonly width: number; readonly height: number }
): Pixels {
	const { data } = context.getImageData(0, 0, width, height);
	const brightness = new Uint8Array(width * height);
	for (let pixel = 0; pixel < brightness.length; pixel += 1) {
		const at = pixel * 4;
		const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]];
		brightness[pixel] = 0.3 * red + 0.59 * green + 0.11 * blue;
	}
	return { width, height, brightness };
}

/** The pages of a PDF as another program than its writer draws them, from the outlines embedded in it. */
export async function renderPdf(bytes: Uint8Array, dpi: number): Promise<readonly Pixels[]> {
	const pdf = await getDocument({ data: bytes.slice(), verbosity: 0, disableFontFace: true })
		.promise;
	const pages: Pixels[] = [];
	for (let number = 1; number <= pdf.numPages; number += 1) {
		const page = await pdf.getPage(number);
		const viewport = page.getViewport({ scale: dpi / pointsPerInch });
		const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
		const context = canvas.getContext('2d');
		// The renderer asks for a browser's canvas, and is content with one that draws like it.
		const canvasContext = context as unknown as CanvasRenderingContext2D;
		await page.render({ canvasContext, viewport, canvas: null }).promise;
		pages.push(pixelsOf(context, canvas));
	}
	await pdf.loadingTask.destroy();
	return pages;
}

/** How many pixels of a place stand out from what most of it looks like: dark on white, or white on dark. */
export function inkIn({ width, height, brightness }: Pixels, place: Place): number {
	const left = Math.max(0, Math.floor(place.x));
	const top = Math.max(0, Math.floor(place.y));
	const right = Math.min(width, Math.ceil(place.x + place.width));
	const bottom = Math.min(height, Math.ceil(place.y + place.height));
	const counts = new Uint32Array(256);
	for (let y = top; y < bottom; y += 1)
		for (let x = left; x < right; x += 1) {
			const value = brightness[y * width + x] ?? 0;
			counts[value] = (counts[value] ?? 0) + 1;
		}
	const ground = counts.indexOf(Math.max(...counts));
	return counts.reduce(
		(ink, count, value) => (Math.abs(value - ground) >= inkContrast ? ink + count : ink),
		0
	);
}

/** From the foot of a line up and down, in em: as far as letters reach, and no rule above or below. */
const upEm = 0.86;
const downEm = 0.22;

/**
 * The characters of a laid out page whose place on the rendered one holds no ink, each with its line; spaces need none.
 * A font that is embedded without outlines, or a picture painted before its font arrived, is found here and not in the text.
 */
export function charactersWithoutInk(
	pixels: Pixels,
	items: readonly SheetItem[],
	{ dpi, topMm = 0 }: { readonly dpi: number; readonly topMm?: number }
): readonly string[] {
	const scale = dpi / mmPerInch;
	const blank: string[] = [];
	for (const item of items) {
		if (item.kind !== 'text') continue;
		const em = item.sizePt * mmPerPt;
		const advances = item.isBold ? boldAdvances : regularAdvances;
		const ends = clusterEnds(item.text);
		let from = 0;
		let x = item.x;
		for (const [index, units] of [...widthsOf(item.text, ends, advances)].entries()) {
			const to = ends?.[index] ?? index + 1;
			const character = item.text.slice(from, to);
			const width = (units / advances.unitsPerEm) * em;
			from = to;
			const place = {
				x: x * scale,
				y: (topMm + item.y - upEm * em) * scale,
				width: width * scale,
				height: (upEm + downEm) * em * scale
			};
			x += width;
			if (width === 0 || character.trim() === '') continue;
			if (inkIn(pixels, place) === 0) blank.push(`${character} in ${item.text}`);
		}
	}
	return blank;
}
