import { FacilitationState } from '../state/facilitation.svelte.ts';
import type { OpenBoard } from '../state/open-board.ts';
import { endWritingInTime } from '../state/text-rights.svelte.ts';

/** Begins to listen to what is led at a board and to keep this screen within it. */
export function startLeading(open: OpenBoard): void {
	if (open.led) return;
	const { cards, trash, records } = open.board;
	const led = new FacilitationState(open.leadLine, {
		role: () => open.connection.role,
		profession: () => open.access.profession,
		cards: {
			cards,
			trash,
			records,
			get me() {
				return open.access.participant;
			}
		},
		refused: (why) => open.notices.show(why === 'locked' ? 'cannotMove' : 'notInThisPart')
	});
	open.takeLed(led);
	endWritingInTime(open, led);
}
