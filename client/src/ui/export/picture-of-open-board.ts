import type { Box } from '@renkei/shared/geometry/box.ts';
import { growBox } from '@renkei/shared/geometry/box.ts';
import { boundsWithStrokes } from '@renkei/shared/lane-layout/placed-strokes.ts';
import type { ZoneId } from '@renkei/shared/method/ids.ts';
import { recordsOf } from '@renkei/shared/method/records/index.ts';
import { buildPicture } from '../../canvas/picture.ts';
import type { StrokePicture } from '../../canvas/picture.ts';
import { pictureOfBoard } from '../../canvas/picture-of-board.ts';
import { picturesOfStrokes } from '../../canvas/stroke-node.ts';
import { readThemeOf } from '../../canvas/theme.ts';
import { locale } from '../../i18n/locale.svelte.ts';
import type { OpenBoard } from '../../state/open-board.ts';
import { monochromeCheck } from '../../state/theme.svelte.ts';

/** How much of the board a picture of it shows: all, one zone, or what the screen shows now. */
export type PictureRange =
	| { readonly kind: 'board' }
	| { readonly kind: 'zone'; readonly zone: ZoneId }
	| { readonly kind: 'screen' };

/** White around what is shown, in bu. */
const margin = 40;
/** Around one zone: less than half the way to the next, of which nothing is shown. */
const zoneMargin = 3;

/** The open board as it is seen, as PNG; rejects when `stop` is aborted or no canvas is large enough. */
export async function pictureOfOpenBoard(
	open: OpenBoard,
	range: PictureRange,
	stop?: AbortSignal
): Promise<Uint8Array> {
	const { layout, board, viewport, method } = open;
	const strokes = picturesOfStrokes(recordsOf(board, 'stroke'), layout.cards);
	const picture = buildPicture(
		{
			zones: layout.zones,
			cards: layout.cards,
			islands: layout.islands,
			titles: new Map(recordsOf(board, 'cluster').map(({ id, title }) => [id, title])),
			routes: layout.routes,
			strokes,
			numbers: board.numbers,
			currentZone: null,
			language: locale.current,
			method
		},
		null
	);
	return await pictureOfBoard({
		picture,
		// Paper is white, whatever the screen wears.
		theme: readThemeOf(monochromeCheck.isOn ? 'mono' : 'light'),
		place: placeOf(open, range, strokes),
		zoom: range.kind === 'screen' ? viewport.zoom : 1,
		pause: async () => {
			await new Promise((resolve) => setTimeout(resolve));
			stop?.throwIfAborted();
		}
	});
}

function placeOf(
	{ layout, viewport }: OpenBoard,
	range: PictureRange,
	strokes: readonly StrokePicture[]
): Box {
	// A phone has never shown the board: its screen shows nothing of it.
	if (range.kind === 'screen' && viewport.width > 0) {
		const { origin, zoom, width, height } = viewport;
		return { x: origin.x, y: origin.y, width: width / zoom, height: height / zoom };
	}
	const zone = range.kind === 'zone' ? layout.zones.get(range.zone)?.box : undefined;
	return zone
		? growBox(zone, zoneMargin)
		: growBox(boundsWithStrokes(layout.bounds, strokes), margin);
}
