import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { CardId } from '../../method/card.ts';
import type { CardType } from '../../method/ids.ts';
import { readBoard } from '../read-board.ts';
import { markChosen, noteVotes } from './ballot-commands.ts';
import { addCard, chooseRootCause, setCardField, withdrawCards } from './card-commands.ts';

const by = { participant: 'p', profession: null, now: 1 };

function boardWith(type: CardType, count: number): { doc: Y.Doc; ids: CardId[] } {
	const doc = new Y.Doc();
	const ids = Array.from({ length: count }, (_card, at) =>
		addCard(doc, { type, text: `${at}` }, by)
	);
	return { doc, ids };
}
const cardsOf = (doc: Y.Doc) => readBoard(doc).cards;

test('counts stand on the cards, no votes as well; a card in the trash is left alone, and twice is once', () => {
	const { doc, ids } = boardWith('cause', 3);
	const [one, two, gone] = ids as [CardId, CardId, CardId];
	withdrawCards(doc, [gone], by);
	const votes = [
		{ card: one, votes: 5 },
		{ card: two, votes: 0 },
		{ card: gone, votes: 2 }
	];
	noteVotes(doc, votes);
	expect(cardsOf(doc).get(one)?.votes).toBe(5);
	expect(cardsOf(doc).get(two)?.votes).toBe(0);
	expect(readBoard(doc).trash.get(gone)?.votes).toBeNull();
	const before = Y.encodeStateAsUpdate(doc);
	noteVotes(doc, votes);
	expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
});

test('themes that go on are 決定, those they stood against candidates again, one set aside stays so', () => {
	const { doc, ids } = boardWith('theme', 4);
	const [one, two, three, other] = ids as [CardId, CardId, CardId, CardId];
	setCardField(doc, two, 'status', 'chosen');
	setCardField(doc, three, 'status', 'setAside');
	setCardField(doc, other, 'status', 'chosen');
	markChosen(doc, [one], [two, three]);
	const statuses = ids
		.map((id) => cardsOf(doc).get(id))
		.map((card) => card && 'status' in card && card.status);
	// The last was not voted on.
	expect(statuses).toEqual(['chosen', 'candidate', 'setAside', 'chosen']);
});

test('of causes only a single one becomes the 解決すべき原因', () => {
	const { doc, ids } = boardWith('cause', 3);
	const [one, two, three] = ids as [CardId, CardId, CardId];
	const rootsNow = () =>
		[...cardsOf(doc).values()]
			.filter((card) => card.type === 'cause' && card.isRoot)
			.map(({ id }) => id);
	chooseRootCause(doc, three);
	markChosen(doc, [one, two], [three]);
	expect(rootsNow()).toEqual([three]);
	markChosen(doc, [two], [one, three]);
	expect(rootsNow()).toEqual([two]);
	const before = Y.encodeStateAsUpdate(doc);
	markChosen(doc, [two], [one, three]);
	expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
});
