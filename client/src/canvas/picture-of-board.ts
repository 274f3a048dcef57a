import type { Box } from '@renkei/shared/geometry/box.ts';
import { boardPoint } from '@renkei/shared/geometry/point.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { Badges } from './badges.ts';
import { Glyphs } from './glyphs.ts';
import { Painting } from './painting.ts';
import type { Picture } from './picture.ts';
import type { CanvasTheme } from './theme.ts';

/** What is painted, and how near it is seen. */
export interface PictureRequest {
	/** Without the mark of the current zone, for it means nothing on paper. */
	readonly picture: Picture;
	readonly theme: CanvasTheme;
	/** The part of the board, in bu. */
	readonly place: Box;
	/** 1 for cards with everything on them; the zoom of a screen for what that screen shows. */
	readonly zoom: number;
	/** Called between slices of the painting; stops it by throwing. */
	readonly pause: () => Promise<void>;
}

/** Pixels per CSS px where there is room for them. */
const finestRatio = 2;
/** A3 at 300 dpi. */
const mostPixels = 4961 * 3508;
const mostSide = 16_384;
/** How often a canvas that stayed empty is tried again, each time with half the pixels: old iPads bear little. */
const tries = 5;
const sliceMs = 12;
const paper = '#ffffff';
/** Words of the painting itself. */
const usualWords = '0123456789件解決すべき原因続きを読むRootcauseRead on…';
const noCards: ReadonlySet<CardId> = new Set();

/**
 * The board as PNG: what stands still on it, in the fonts of the screen, on white; nobody's selection, pointer or drag.
 * Rejects rather than give an empty picture.
 */
export async function pictureOfBoard(request: PictureRequest): Promise<Uint8Array> {
	const { picture, theme, place, zoom } = request;
	await fetchGlyphs(picture, theme);
	const width = place.width * zoom;
	const height = place.height * zoom;
	let ratio = Math.min(
		finestRatio,
		Math.sqrt(mostPixels / (width * height)),
		mostSide / Math.max(width, height)
	);
	for (let attempt = 0; attempt < tries; attempt += 1) {
		const png = await paint(request, ratio);
		if (png) return png;
		ratio /= Math.SQRT2;
	}
	throw new Error('No canvas of this browser is large enough');
}

/** The picture at so many pixels per CSS px, or null where the browser gives no canvas of that size. */
async function paint(
	{ picture, theme, place, zoom, pause }: PictureRequest,
	ratio: number
): Promise<Uint8Array | null> {
	const badges = new Badges(theme);
	badges.words = picture.words;
	const painting = new Painting(theme, badges, 0);
	const { bitmap } = painting;
	try {
		const camera = {
			origin: boardPoint(place.x, place.y),
			zoom,
			width: place.width * zoom,
			height: place.height * zoom
		};
		painting.resize(camera.width, camera.height, ratio);
		const steps = painting.paint({ picture, hidden: noCards }, camera);
		let until = performance.now() + sliceMs;
		while (steps.next().done !== true)
			if (performance.now() > until) {
				await pause();
				until = performance.now() + sliceMs;
			}
		return await onPaper(bitmap);
	} finally {
		// Safari keeps the memory of a canvas until its size says there is none.
		bitmap.width = bitmap.height = 0;
	}
}

async function onPaper(bitmap: HTMLCanvasElement): Promise<Uint8Array | null> {
	const context = bitmap.getContext('2d');
	if (!context) return null;
	const { width, height } = bitmap;
	context.setTransform(1, 0, 0, 1, 0, 0);
	context.globalCompositeOperation = 'destination-over';
	context.fillStyle = paper;
	context.fillRect(0, 0, width, height);
	// A canvas larger than a browser can bear paints nothing and says nothing.
	if (context.getImageData(width - 1, height - 1, 1, 1).data[3] !== 255) return null;
	const blob = await new Promise<Blob | null>((resolve) => bitmap.toBlob(resolve));
	return blob && new Uint8Array(await blob.arrayBuffer());
}

async function fetchGlyphs(picture: Picture, theme: CanvasTheme): Promise<void> {
	const glyphs = new Glyphs(theme.font, () => {});
	glyphs.need(usualWords);
	for (const { text, content, sign } of picture.cards.values()) {
		glyphs.need(text + sign);
		for (const tag of content.tags) glyphs.need(tag.text);
		for (const row of content.subActions) glyphs.need(row.lines.join(''));
	}
	for (const { title } of [...picture.zones, ...picture.islands]) glyphs.need(title);
	for (const { mark } of Object.values(picture.words)) glyphs.need(mark);
	await glyphs.request();
}
