import { zipSync } from 'fflate';
import type { Board } from '../method/board.ts';
import type { SheetItem, SheetLayout } from '../method/worksheet/sheet-items.ts';
import { inks } from '../method/worksheet/sheet-items.ts';
import { sheetKinds } from '../sheets/index.ts';
import type { ExportedFile, ExportOptions } from './export-format.ts';
import { prepareText } from './fonts.ts';
import type { SheetText } from './fonts.ts';
import { paintPage } from './paint-canvas.ts';
import { isPng, withDensity } from './png-density.ts';
import type { CanvasMaker } from './sheet-canvas.ts';

const usualDpi = 150;
const mostDpi = 300;
/** What an old iPad still paints; beyond, it gives an empty picture without a word. */
const mostStackedPixels = 4096 * 4096;
/** Beyond, a very long sheet is painted coarser, down to `leastDpi`: a minute of painting helps nobody. */
const mostPixelsInAll = 160e6;
const leastDpi = 96;
const mmPerInch = 25.4;
/** Between pages that stand below each other, in mm. */
const gapMm = 8;
const deskColour = '#E6EBF0';

/**
 * A sheet as a picture: its pages below each other in one PNG, or, where that would be larger than every screen can
 * paint, a zip with one PNG per page.
 */
export async function writePng(board: Board, options: ExportOptions): Promise<ExportedFile> {
	const layout = (await sheetKinds[options.sheet].load()).layOut(board, options);
	const text = await prepareText(layout, await options.fonts());
	const maker = await options.canvas(
		new Map([...text.faces].map(([id, { bytes }]) => [id, bytes]))
	);
	const { pages } = layout;
	const squareInches = (layout.widthMm * layout.heightMm * pages.length) / mmPerInch ** 2;
	const affordable = Math.max(leastDpi, Math.sqrt(mostPixelsInAll / squareInches));
	const dpi = Math.min(mostDpi, affordable, Math.max(1, options.dpi ?? usualDpi));
	const desk = { layout, text, maker, dpi };
	const wholeMm = layout.heightMm * pages.length + gapMm * (pages.length - 1);
	const stacked = pixels(layout.widthMm, dpi) * pixels(wholeMm, dpi);
	if (pages.length === 1 || stacked <= mostStackedPixels)
		return { bytes: await paintStack(pages, desk), missingCharacters: text.missing };

	const files: Record<string, Uint8Array> = {};
	for (const [index, page] of pages.entries())
		files[`page-${String(index + 1).padStart(2, '0')}.png`] = await paintStack([page], desk);
	const [year = 0, month = 0, day = 0] = options.date.split('-').map(Number);
	return {
		// A zip knows no time zone: the day must be the same wherever it was made. Pictures are packed already.
		bytes: zipSync(files, { level: 0, mtime: new Date(year, month - 1, day) }),
		missingCharacters: text.missing,
		kind: { extension: 'zip', mediaType: 'application/zip' }
	};
}

interface Desk {
	readonly layout: SheetLayout;
	readonly text: SheetText;
	readonly maker: CanvasMaker;
	readonly dpi: number;
}

async function paintStack(
	pages: readonly (readonly SheetItem[])[],
	{ layout, text, maker, dpi }: Desk
): Promise<Uint8Array> {
	const { widthMm, heightMm } = layout;
	const width = pixels(widthMm, dpi);
	const height = pixels(heightMm * pages.length + gapMm * (pages.length - 1), dpi);
	const { context, toPng } = maker.make(width, height);
	context.fillStyle = pages.length > 1 ? deskColour : inks.paper;
	context.fillRect(0, 0, width, height);
	const scale = dpi / mmPerInch;
	for (const [index, page] of pages.entries()) {
		context.setTransform(scale, 0, 0, scale, 0, index * (heightMm + gapMm) * scale);
		context.fillStyle = inks.paper;
		context.fillRect(0, 0, widthMm, heightMm);
		paintPage(context, page, text, maker);
	}
	// A canvas larger than a browser can bear paints nothing and says nothing.
	if (context.getImageData(width - 1, height - 1, 1, 1).data[3] !== 255)
		throw new Error('The picture is too large for this canvas');
	const png = await toPng();
	if (!isPng(png)) throw new Error('The canvas gave no picture');
	return withDensity(png, dpi);
}

function pixels(mm: number, dpi: number): number {
	return Math.round((mm / mmPerInch) * dpi);
}
