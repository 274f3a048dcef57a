import { professions } from '@renkei/shared/method/professions.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { Presence } from '@renkei/shared/protocol/presence.ts';
import { mayLead } from '@renkei/shared/method/roles.ts';
import { findChain } from '../canvas/chain.ts';
import type { Overlay, RemotePicture } from '../canvas/picture.ts';
import { say } from '../i18n/message.ts';
import { canvasText } from '../i18n/messages/canvas.ts';
import type { OpenBoard } from '../state/open-board.ts';
import type { Gesture } from '../tools/gesture.svelte.ts';
import { boxOfOffer } from '../tools/islands.ts';

/** Everything that moves above the board on this screen, from the state of the page. */
export function buildOverlay(open: OpenBoard, gesture: Gesture): Overlay {
	const { selection, editing } = open;
	const { drag, marquee, link } = gesture;
	const isResting = drag === null && marquee === null && link === null && editing.card === null;
	const only = selection.only;
	return {
		selected: selection.cards,
		selectedLink: selection.link,
		focused: gesture.focused,
		handles: open.canWrite && isResting ? (only ?? gesture.hovered) : null,
		edited: editing.isSheet ? null : editing.card,
		chain:
			isResting && only !== null && gesture.focused === null
				? findChain(only, open.board.asBoard().links.values())
				: null,
		drag,
		offer: offerOf(open, gesture),
		marquee,
		draft: link,
		remote: [...open.participants.others.values()].map(pictureOfPerson)
	};
}

function offerOf(open: OpenBoard, { offer }: Gesture): Overlay['offer'] {
	const box = offer && boxOfOffer(open, offer);
	if (!box) return null;
	if (offer.kind === 'join') return { box, words: [canvasText.joinIsland()], chosen: 0 };
	const words = [canvasText.makeIsland(), canvasText.linkHere()];
	return { box, words, chosen: offer.kind === 'link' ? 1 : 0 };
}

function pictureOfPerson({ identity, selection, editing, preview, drag }: Presence): RemotePicture {
	return {
		who: identity.who,
		label: labelOf(identity.profession),
		// Ids of cards that are not on this board find no card to draw on.
		selected: selection as CardId[],
		writingOn: editing as CardId | null,
		preview,
		drag: drag && { cards: drag.ids as CardId[], dx: drag.dx, dy: drag.dy }
	};
}

/** People are told apart by profession, never by name. */
export function labelOf(profession: Presence['identity']['profession']): string {
	return say(professions[profession ?? 'other'].label);
}

/** Whether somebody's pointer is shown: those at the same table and those who lead; others only when wanted. */
export function showsCursor(open: OpenBoard, { identity }: Presence): boolean {
	return (
		open.preferences.showsAllCursors ||
		mayLead(identity.role) ||
		identity.table === open.access.table
	);
}
