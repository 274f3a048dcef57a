import { FacilitationState } from '../state/facilitation.svelte.ts';
import type { OpenBoard } from '../state/open-board.ts';

/** Begins to listen to what is led at a board and to keep this screen within it. */
export function startLeading(open: OpenBoard): void {
	if (open.led) return;
	const { cards, trash, records } = open.board;
	const led = new FacilitationState(open.leadLine, {
		role: () => open.connection.role,
		cards: { cards, trash, records, me: open.access.participant },
		refused: (why) => open.notices.show(why === 'locked' ? 'cannotMove' : 'notInThisPart')
	});
	open.takeLed(led);
}
