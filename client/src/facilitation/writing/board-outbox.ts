import type { OpenBoard } from '../../state/open-board.ts';
import { Outbox } from './outbox.svelte.ts';
import { WaitingCards } from './waiting-cards.ts';

const outboxes = new WeakMap<OpenBoard, Outbox>();

/** What waits on this device for this board: one outbox, however many screens write into it, for as long as it is open. */
export function outboxOf(open: OpenBoard): Outbox {
	const known = outboxes.get(open);
	if (known) return known;
	const { id, participant } = open.access;
	const outbox = new Outbox(new WaitingCards(id, participant), (command) =>
		open.led ? open.led.lead('writing', command) : Promise.resolve('noLine')
	);
	outboxes.set(open, outbox);
	return outbox;
}
