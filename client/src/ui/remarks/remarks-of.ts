import type { CardId } from '@renkei/shared/method/card.ts';
import type { CardRemarks } from '@renkei/shared/method/remarks.ts';
import { noRemarks, remarksByCard, stampCounts } from '@renkei/shared/method/remarks.ts';
import { stampWords } from '@renkei/shared/method/stamp-words.ts';
import { say } from '../../i18n/message.ts';
import { remarksText } from '../../i18n/messages/remarks.ts';
import type { BoardState } from '../../state/board-state.svelte.ts';

const known = new WeakMap<
	BoardState,
	{ readonly revision: number; readonly remarks: ReadonlyMap<CardId, CardRemarks> }
>();

/** What is said about a card of the open board; gathered once for all cards after each change. */
export function remarksOf(board: BoardState, card: CardId): CardRemarks {
	const { revision } = board;
	let gathered = known.get(board);
	if (gathered?.revision !== revision) {
		gathered = { revision, remarks: remarksByCard(board) };
		known.set(board, gathered);
	}
	return gathered.remarks.get(card) ?? noRemarks;
}

/** The counts of a card in words, empty where there is nothing: 「コメント2件・賛成3」. */
export function remarkSentence(remarks: CardRemarks, showsStamps: boolean): string {
	const { open } = remarks;
	const comments = open.length > 0 ? [remarksText.rowComments(open.length)] : [];
	const stamps = (showsStamps ? stampCounts(remarks) : []).map(([id, count]) =>
		remarksText.rowStamp(say(stampWords[id]), count)
	);
	return [...comments, ...stamps].join(remarksText.separator());
}
