import type * as Y from 'yjs';
import type { CardId } from '../../method/card.ts';
import { entryOf, rootsOf } from '../layout.ts';
import { transactGesture } from '../origins.ts';
import { readCard } from '../read-board.ts';

/** A hand-placed card, where it stood when its new place was found (bu), and that place; null gives it back to its lane. */
export interface TidyMove {
	readonly card: CardId;
	readonly from: readonly [x: number, y: number];
	readonly to: readonly [x: number, y: number] | null;
}

const ignore = (): void => {};

/** Whether a card may still be moved as planned: it is there, nobody holds it in its place, and nobody moved it since. */
function isStillThere(doc: Y.Doc, { card: id, from }: TidyMove): boolean {
	const card = readCard(id, rootsOf(doc).cards.get(id), ignore);
	return (
		card?.deletedAt === null &&
		card.lock === null &&
		card.position?.[0] === from[0] &&
		card.position[1] === from[1]
	);
}

/** 整える: puts cards where they were proposed, in one step, and gives those it moved; what others changed meanwhile stays. */
export function tidyCards(doc: Y.Doc, moves: readonly TidyMove[]): readonly CardId[] {
	const valid = moves.filter((move) => isStillThere(doc, move));
	if (valid.length === 0) return [];
	return transactGesture(doc, 'arrangeCards', () => {
		const { cards } = rootsOf(doc);
		return valid.map(({ card, to }) => {
			const entry = entryOf(cards, card);
			if (to === null) entry?.delete('position');
			else entry?.set('position', [Math.round(to[0]), Math.round(to[1])]);
			return card;
		});
	});
}
