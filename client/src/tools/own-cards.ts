import { unionOfBoxes } from '@renkei/shared/geometry/box.ts';
import { screenPoint } from '@renkei/shared/geometry/point.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { OpenBoard } from '../state/open-board.ts';
import { readableZoom, selectionPaddingPx } from './show-board.ts';

/** The cards that this person wrote, in reading order. */
function ownCards({ board, access }: OpenBoard): readonly CardId[] {
	return [...board.numbers.keys()].filter(
		(id) => board.cards.get(id)?.createdBy === access.participant
	);
}

/** 自分のカード: all of them where they can be read together, else from one to the next at each press. */
export function showOwnCards(open: OpenBoard): void {
	const { viewport, layout, selection } = open;
	const own = ownCards(open);
	const box = unionOfBoxes(own.flatMap((id) => layout.cards.get(id)?.box ?? []));
	if (!box) return;
	const most = { width: viewport.width, height: viewport.height };
	const padding = 2 * selectionPaddingPx;
	const fits =
		box.width * readableZoom + padding <= most.width &&
		box.height * readableZoom + padding <= most.height;
	if (fits) {
		selection.choose(own);
		viewport.show(box, { paddingPx: selectionPaddingPx });
		return;
	}
	const at = selection.only === null ? -1 : own.indexOf(selection.only);
	const next = own[(at + 1) % own.length];
	const place = next === undefined ? undefined : layout.cards.get(next);
	if (next === undefined || !place) return;
	selection.choose([next]);
	if (viewport.zoom < readableZoom) {
		const middle = screenPoint(viewport.width / 2, viewport.height / 2);
		viewport.zoomAt(middle, readableZoom / viewport.zoom);
	}
	viewport.reveal(place.box);
}
