import type { OpenCanvas, SheetCanvas } from '@renkei/shared/exports/sheet-canvas.ts';

/** This browser paints pictures only on the page itself, not in a thread. */
export class NoCanvasHere extends Error {}

const known = new WeakMap<Uint8Array, Promise<unknown>>();

/** Canvases of this browser with the fonts of a sheet, on the page or in a thread; rejects with NoCanvasHere where there are none. */
export const openSheetCanvas: OpenCanvas = async (faces) => {
	const isPage = typeof document !== 'undefined';
	if (!isPage && (typeof OffscreenCanvas === 'undefined' || !('fonts' in globalThis)))
		throw new NoCanvasHere();
	// A thread has the same set of fonts under another name; the types of a page know only the page's.
	const fonts = isPage
		? document.fonts
		: (globalThis as unknown as { readonly fonts: FontFaceSet }).fonts;
	await Promise.all(
		[...faces].map(([face, bytes]) => {
			const coming =
				known.get(bytes) ??
				new FontFace(familyOf(face), bytes as Uint8Array<ArrayBuffer>).load().then((font) => {
					fonts.add(font);
				});
			known.set(bytes, coming);
			return coming;
		})
	);
	return {
		familyOf,
		path: (data) => new Path2D(data),
		make: isPage ? canvasOfPage : canvasOfThread
	};
};

function familyOf(face: string): string {
	return `sheet-${face}`;
}

function canvasOfThread(width: number, height: number): SheetCanvas {
	const canvas = new OffscreenCanvas(width, height);
	const context = canvas.getContext('2d');
	if (!context) throw new NoCanvasHere();
	return { context, toPng: async () => await bytesOf(await canvas.convertToBlob()) };
}

function canvasOfPage(width: number, height: number): SheetCanvas {
	const canvas = document.createElement('canvas');
	canvas.width = width;
	canvas.height = height;
	const context = canvas.getContext('2d');
	if (!context) throw new Error('This browser gives no 2D canvas.');
	return {
		context,
		toPng: async () => {
			const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
			// Safari counts the canvases of a page until they are collected; an empty one counts nothing.
			canvas.width = 0;
			if (!blob) throw new Error('The picture is too large for this browser');
			return await bytesOf(blob);
		}
	};
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
	return new Uint8Array(await blob.arrayBuffer());
}
