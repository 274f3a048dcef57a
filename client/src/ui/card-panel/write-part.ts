import type { CardOf } from '@renkei/shared/method/card.ts';
import type { OpenBoard } from '../../state/open-board.ts';

/** What can be said of a ①② part beside its words. */
export const partDetails = ['audience', 'owner', 'timing'] as const;
export type PartDetail = (typeof partDetails)[number];

/** Writes one entry of a ①② part; an emptied detail goes away. False when it was not taken. */
export function writePart(
	open: OpenBoard,
	card: CardOf<'measure'>,
	partId: string,
	key: 'text' | PartDetail,
	words: string
): boolean {
	const part = card.subActions.find(({ id }) => id === partId);
	if (!part) return false;
	const { id, ...value } = { ...part, [key]: words.trim() };
	for (const detail of partDetails) if (value[detail] === '') delete value[detail];
	return open.commands.setCardPart(card.id, 'subActions', id, value) !== null;
}
