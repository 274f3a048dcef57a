import type { Board } from '../method/board.ts';
import type { CardId } from '../method/card.ts';
import type { BoardRecord } from '../method/records/index.ts';
import type { StampId } from '../method/records/stamp.ts';
import { remarksByCard, stampCounts } from '../method/remarks.ts';

/** The records of a board as they are handed over: comments where wanted, each at the card that is there, and no stamp, which would tell whose it is. */
export function handedRecords(board: Board, includesComments: boolean): BoardRecord[] {
	const others = [...board.records.values()].filter(
		({ kind }) => kind !== 'comment' && kind !== 'stamp'
	);
	if (!includesComments) return others;
	const comments = [...remarksByCard(board)].flatMap(([card, { open, settled }]) =>
		[...open, ...settled].map((comment): BoardRecord => ({ ...comment, card }))
	);
	return [...others, ...comments];
}

/** How many people gave which stamp to a card. */
export function handedStamps(
	board: Board
): readonly { readonly card: CardId; readonly stamp: StampId; readonly count: number }[] {
	return [...remarksByCard(board)]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.flatMap(([card, remarks]) =>
			stampCounts(remarks).map(([stamp, count]) => ({ card, stamp, count }))
		);
}
