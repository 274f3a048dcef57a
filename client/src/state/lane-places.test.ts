import { addCard, reorderCard } from '@renkei/shared/document/commands/card-commands.ts';
import { setWhyParent } from '@renkei/shared/document/commands/why-commands.ts';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { readLanes } from '@renkei/shared/method/lanes.ts';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { orderAfterMove, whyParentOf, whyParentWhenDeeper } from './lane-places.ts';

const author = { participant: 'p', profession: null, now: 1 };

function causes() {
	const doc = new Y.Doc();
	const ids = Object.fromEntries(
		['a', 'b', 'c', 'd'].map((text) => [text, addCard(doc, { type: 'cause', text }, author)])
	) as Record<'a' | 'b' | 'c' | 'd', CardId>;
	const lane = () => readLanes(readBoard(doc)).cause;
	const shown = (): string =>
		lane()
			.map(({ card, depth }) => '-'.repeat(depth) + card.text)
			.join(' ');
	const move = (id: CardId, by: -1 | 1): boolean => {
		const order = orderAfterMove(lane(), id, by);
		if (order !== null) reorderCard(doc, id, order);
		return order !== null;
	};
	return { doc, ids, lane, shown, move };
}

test('a card changes places with its neighbour, up and down, and stops at the ends', () => {
	const { ids, shown, move } = causes();
	expect(move(ids.c, -1)).toBe(true);
	expect(shown()).toBe('a c b d');
	move(ids.c, -1);
	expect(shown()).toBe('c a b d');
	expect(move(ids.c, -1)).toBe(false);
	move(ids.a, 1);
	move(ids.a, 1);
	expect(shown()).toBe('c b d a');
	expect(move(ids.a, 1)).toBe(false);
});

test('a cause passes the whole tree of its neighbour and stays at its own depth', () => {
	const { doc, ids, lane, shown, move } = causes();
	setWhyParent(doc, ids.b, ids.a, author);
	setWhyParent(doc, ids.c, ids.a, author);
	expect(shown()).toBe('a -b -c d');
	move(ids.d, -1);
	expect(shown()).toBe('d a -b -c');
	move(ids.c, -1);
	expect(shown()).toBe('d a -c -b');
	expect(move(ids.c, -1)).toBe(false);
	expect(whyParentOf(lane(), ids.b)).toBe(ids.a);
	expect(whyParentOf(lane(), ids.a)).toBeNull();
});

test('one depth deeper is under the sibling right above', () => {
	const { doc, ids, lane } = causes();
	setWhyParent(doc, ids.b, ids.a, author);
	expect(whyParentWhenDeeper(lane(), ids.c)).toBe(ids.a);
	expect(whyParentWhenDeeper(lane(), ids.a)).toBeNull();
	expect(whyParentWhenDeeper(lane(), ids.b)).toBeNull();
});

test('a note that belongs to a card has no place of its own', () => {
	const { doc, lane } = causes();
	const note = addCard(doc, { type: 'note', text: 'n' }, author);
	expect(orderAfterMove(lane(), note, -1)).toBeNull();
});
