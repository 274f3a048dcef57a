import { unionOfBoxes } from '@renkei/shared/geometry/box.ts';
import { zoneIds } from '@renkei/shared/method/ids.ts';
import type { ZoneId } from '@renkei/shared/method/ids.ts';
import type { OpenBoard } from '../state/open-board.ts';

/** Beside the whole board no room is wasted: at 60 % a card can still be written in place. */
const fitPaddingPx = 4;
const selectionPaddingPx = 64;
/** Where cards begin to show everything (design §3.3). */
const readableZoom = 0.595;

/** 全体: everything there is, as large as fits. */
export function showAll({ viewport, layout }: OpenBoard): void {
	viewport.show(layout.bounds, { paddingPx: fitPaddingPx });
}

/** The selected cards in the middle. */
export function showSelection({ viewport, layout, selection }: OpenBoard): void {
	const boxes = [...selection.cards].flatMap((id) => layout.cards.get(id)?.box ?? []);
	const box = unionOfBoxes(boxes);
	if (box) viewport.show(box, { paddingPx: selectionPaddingPx });
}

/** A zone in the middle, with its neighbours as far as they fit. */
export function showZone({ viewport, layout }: OpenBoard, zone: ZoneId): void {
	const box = layout.zones.get(zone)?.box;
	if (!box) return;
	// Its top is what people look for; a long lane would otherwise make everything tiny.
	const height = Math.min(box.height, viewport.height / readableZoom);
	viewport.show({ ...box, height }, { paddingPx: 12 });
}

/** What a screen shows first: all of it for those who lead if it can be read, else where the table works now. */
export function showAtStart(open: OpenBoard, isLeader: boolean, zone: ZoneId | null): void {
	if (isLeader || zone === null) {
		showAll(open);
		if (open.viewport.zoom >= readableZoom || zone === null) return;
	}
	showZone(open, zone);
}

/** Alt+1 … Alt+7 in the order of the board. */
export function zoneByNumber(number: number): ZoneId | null {
	return zoneIds[number - 1] ?? null;
}
