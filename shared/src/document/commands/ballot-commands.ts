import type * as Y from 'yjs';
import type { CardId } from '../../method/card.ts';
import { rootsOf } from '../layout.ts';
import { readCard } from '../read-board.ts';
import { chooseRootCause, setCardFields, setCardVotes } from './card-commands.ts';

const ignore = (): void => {};

/** Notes on each card how many votes it got in the end; a card that is gone stays as it was. */
export function noteVotes(
	doc: Y.Doc,
	votes: readonly { readonly card: CardId; readonly votes: number }[]
): void {
	doc.transact(() => {
		for (const each of votes) {
			const card = cardOf(doc, each.card);
			if (card && card.votes !== each.votes) setCardVotes(doc, card.id, each.votes);
		}
	});
}

/**
 * Marks what people chose with the marks there are: themes are 決定 and those they stood against candidates again, a
 * single cause is the 解決すべき原因. Of several causes none is: a board has one.
 */
export function markChosen(
	doc: Y.Doc,
	chosen: readonly CardId[],
	instead: readonly CardId[]
): void {
	doc.transact(() => {
		for (const id of chosen) setStatus(doc, id, 'chosen');
		for (const id of instead) setStatus(doc, id, 'candidate', 'chosen');
		const [only, ...more] = chosen;
		if (only && more.length === 0 && cardOf(doc, only)?.type === 'cause')
			chooseRootCause(doc, only);
	});
}

function setStatus(doc: Y.Doc, id: CardId, status: string, only?: string): void {
	const card = cardOf(doc, id);
	if (card?.type !== 'theme' || card.status === status) return;
	if (only === undefined || card.status === only) setCardFields(doc, id, { status });
}

function cardOf(doc: Y.Doc, id: CardId) {
	const card = readCard(id, rootsOf(doc).cards.get(id), ignore);
	return card?.deletedAt === null ? card : null;
}
