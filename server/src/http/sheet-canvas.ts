import { GlobalFonts, Path2D, createCanvas } from '@napi-rs/canvas';
import type { OpenCanvas } from '@renkei/shared/exports/sheet-canvas.ts';

const known = new WeakSet<Uint8Array>();

/** Canvases without a browser, for pictures of sheets. */
export const openSheetCanvas: OpenCanvas = async (faces) => {
	for (const [face, bytes] of faces) {
		if (known.has(bytes)) continue;
		// A face has one family to itself, so that no other weight can take its place.
		if (!GlobalFonts.register(Buffer.from(bytes), familyOf(face)))
			throw new Error(`The font was refused: ${face}`);
		known.add(bytes);
	}
	return {
		familyOf,
		path: (data) => new Path2D(data),
		make: (width, height) => {
			const canvas = createCanvas(width, height);
			return {
				context: canvas.getContext('2d'),
				toPng: async () => await canvas.encode('png')
			};
		}
	};
};

function familyOf(face: string): string {
	return `sheet-${face}`;
}
