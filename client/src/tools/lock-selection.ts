import { setCardLock } from '@renkei/shared/document/commands/lock-commands.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { CardLock } from '@renkei/shared/method/lock.ts';
import { mayLead } from '@renkei/shared/method/roles.ts';
import type { OpenBoard } from '../state/open-board.ts';

/** How far these cards are all held alike; `mixed` when they are not. */
export function lockOf({ board }: OpenBoard, ids: Iterable<CardId>): CardLock | null | 'mixed' {
	const locks = new Set([...ids].map((id) => board.cards.get(id)?.lock ?? null));
	const [only = null] = locks;
	return locks.size > 1 ? 'mixed' : only;
}

/** Whether this person may hold cards and free them. */
export function mayLock({ canWrite, connection }: OpenBoard): boolean {
	return canWrite && mayLead(connection.role);
}

/** Holds cards or frees them; nothing where this person does not lead. */
export function lockCards(open: OpenBoard, ids: Iterable<CardId>, lock: CardLock | null): void {
	if (mayLock(open)) open.run(setCardLock, ids, lock);
}

/** Pins the selected cards; frees them when all are held already. */
export function lockSelection(open: OpenBoard): void {
	const { cards } = open.selection;
	const isHeld = [...cards].every((id) => open.board.cards.get(id)?.lock);
	lockCards(open, cards, isHeld ? null : 'pinned');
}
