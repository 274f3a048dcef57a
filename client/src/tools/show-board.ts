import type { Box } from '@renkei/shared/geometry/box.ts';
import { boxesOverlap, unionOfBoxes } from '@renkei/shared/geometry/box.ts';
import { zoneIds } from '@renkei/shared/method/ids.ts';
import type { ZoneId } from '@renkei/shared/method/ids.ts';
import type { OpenBoard } from '../state/open-board.ts';

/** Beside the whole board no room is wasted: at 60 % a card can still be written in place. */
const fitPaddingPx = 4;
/** Around what is shown because somebody asked for it. */
export const selectionPaddingPx = 64;
const zonePaddingPx = 12;
/** Where cards begin to show everything (design §3.3). */
export const readableZoom = 0.6;

/** 全体: everything there is, as large as fits. */
export function showAll({ viewport, layout }: OpenBoard): void {
	viewport.show(layout.bounds, { paddingPx: fitPaddingPx });
}

/** Whether any card can be seen at all. */
export function seesCard({ viewport, layout }: OpenBoard): boolean {
	const seen = viewport.visibleBox;
	for (const { box } of layout.cards.values()) if (boxesOverlap(box, seen)) return true;
	return false;
}

/** The selected cards in the middle. */
export function showSelection({ viewport, layout, selection }: OpenBoard): void {
	const boxes = [...selection.cards].flatMap((id) => layout.cards.get(id)?.box ?? []);
	const box = unionOfBoxes(boxes);
	if (box) viewport.show(box, { paddingPx: selectionPaddingPx });
}

/** A zone in the middle with its neighbours as far as they fit, large enough to be read. */
export function showZone(open: OpenBoard, zone: ZoneId): void {
	const box = open.layout.zones.get(zone)?.box;
	if (!box) return;
	showTop(open, box, zonePaddingPx);
	stayBeside(open);
}

/** What a screen shows first: all of it for those who lead if it can be read, else where the table works now. */
export function showAtStart(open: OpenBoard, isLeader: boolean, zone: ZoneId | null): void {
	const { viewport, layout } = open;
	const fitsAcross = (layout.bounds.width + 2 * fitPaddingPx) * readableZoom <= viewport.width;
	if (zone === null) showAll(open);
	else if (isLeader && fitsAcross) showTop(open, layout.bounds, fitPaddingPx);
	else showZone(open, zone);
}

/** The upper part of a box: a long lane must not make everything too small to read. */
function showTop({ viewport }: OpenBoard, box: Box, paddingPx: number): void {
	const most = (viewport.height - 2 * paddingPx) / readableZoom;
	viewport.show({ ...box, height: Math.min(box.height, most) }, { paddingPx });
}

/** A zone at the edge of the board stands at the edge of the screen: beside it there is nothing to see. */
function stayBeside({ viewport, layout: { bounds } }: OpenBoard): void {
	const padding = zonePaddingPx / viewport.zoom;
	const seen = viewport.visibleBox;
	const left = bounds.x - padding;
	const right = Math.max(left, bounds.x + bounds.width + padding - seen.width);
	const wanted = Math.min(Math.max(seen.x, left), right);
	viewport.panBy((seen.x - wanted) * viewport.zoom, 0);
}

/** Alt+1 … Alt+7 in the order of the board. */
export function zoneByNumber(number: number): ZoneId | null {
	return zoneIds[number - 1] ?? null;
}
