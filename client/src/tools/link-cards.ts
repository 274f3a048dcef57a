import type { CardId } from '@renkei/shared/method/card.ts';
import { linkKindsBetween, nextCardType } from '@renkei/shared/method/link-types.ts';
import type { BoardPoint } from '@renkei/shared/geometry/point.ts';
import { startNew } from '../state/card-chain.ts';
import type { NoticeKind } from '../state/notices.svelte.ts';
import type { OpenBoard } from '../state/open-board.ts';
import type { ZoneId } from '@renkei/shared/method/ids.ts';

const refusalNotices = {
	sameCard: 'linkSame',
	alreadyLinked: 'linkExists',
	cardGone: 'cardGone'
} as const satisfies Record<string, NoticeKind>;

/**
 * Links two cards as the method means it: where only the other direction has a meaning (a measure dragged to its
 * cause), the link is turned round. An unusual pair stays as it was drawn. Says in a notice why it could not.
 */
export function linkCards(open: OpenBoard, from: CardId, to: CardId): boolean {
	const ends = isOnlyMeantBackwards(open, from, to) ? { from: to, to: from } : { from, to };
	const made = open.commands.addLink(ends);
	if (made === null) return false;
	if ('id' in made) return true;
	open.notices.show(refusalNotices[made.refusal]);
	return false;
}

/** Makes the card that most likely comes next, linked from this one, and starts writing on it. */
export function linkToNewCard(
	open: OpenBoard,
	from: CardId,
	at: BoardPoint,
	zone: ZoneId | null
): void {
	const card = open.board.cards.get(from);
	if (!card) return;
	// Inside the zones the lanes find a place; outside, the hand has chosen one.
	const position = zone === null ? ([at.x, at.y] as const) : null;
	const fresh = { type: nextCardType[card.type], text: '', position };
	startNew(open, open.commands.addLinkedCard(fresh, { from }));
}

/** Whether the method knows a link between these cards in the other direction only. */
export function isOnlyMeantBackwards(open: OpenBoard, from: CardId, to: CardId): boolean {
	const a = open.board.cards.get(from);
	const b = open.board.cards.get(to);
	if (!a || !b) return false;
	return (
		linkKindsBetween(a.type, b.type)[0] === 'unusual' &&
		linkKindsBetween(b.type, a.type)[0] !== 'unusual'
	);
}
