import { expect, test } from 'vitest';
import type { Board } from './board.ts';
import type { CardId } from './card.ts';
import { nextBoard } from './next-board.ts';
import { iCityMitori } from './templates/i-city-mitori.ts';
import { boardOf } from './worksheet/test-board.ts';

const head = { title: '次の回', group: '', date: '2027-11-22' };
const before = boardOf(iCityMitori, { kind: 'purpose', reviewDate: '来年', doneSteps: ['vision'] });
const types = (board: Board) => [...new Set([...board.cards.values()].map(({ type }) => type))];

test('theme and vision, or everything up to the causes, with the links among them', () => {
	const short = nextBoard(before, 'b0', 'themeAndVision', head);
	expect(types(short)).toEqual(['theme', 'vision']);
	expect(short.links.size).toBe(1);
	const causes = nextBoard(before, 'b0', 'toCauses', head);
	expect(new Set(types(causes))).toEqual(new Set(['theme', 'vision', 'fact', 'cause', 'note']));
	const notes = [...causes.cards.values()].filter(({ type }) => type === 'note');
	// The note of a measure stays with the measure.
	expect(notes.map(({ id }) => id).sort()).toEqual(['k1', 'p1']);
});

test('every card says where it comes from, and none is pinned', () => {
	const pinned = new Map(before.cards);
	const theme = pinned.get('t1' as CardId)!;
	pinned.set(theme.id, { ...theme, position: [5, 5] });
	const next = nextBoard({ ...before, cards: pinned }, 'b0', 'everything', head);
	expect(next.cards.size).toBe(before.cards.size);
	expect(next.links.size).toBe(before.links.size);
	for (const card of next.cards.values()) {
		expect(card.copiedFrom).toBe(`b0/${card.id}`);
		expect(card.position).toBeNull();
	}
});

test('the head goes on as a whole board that names the one before', () => {
	expect(nextBoard(before, 'b0', 'everything', head).meta).toMatchObject({
		...head,
		kind: 'full',
		previousBoard: 'b0',
		scene: 'endOfLife',
		municipality: 'I市',
		reviewDate: '',
		doneSteps: []
	});
});

test('a 見直し版 leaves behind what was ended and asks about the rest again', () => {
	const decided = new Map(before.cards);
	for (const card of before.cards.values())
		if (card.type === 'outcome')
			decided.set(card.id, {
				...card,
				decision: card.id === 'o7' ? 'end' : 'continue',
				decisionReason: '理由'
			});
	const next = nextBoard({ ...before, cards: decided }, 'b0', 'review', head);
	const gone = [...before.cards.keys()].filter((id) => !next.cards.has(id));
	// Its two sources served nothing else.
	expect(gone.sort()).toEqual(['d3', 'd4', 'o7']);
	const outcomes = [...next.cards.values()].filter((card) => card.type === 'outcome');
	expect(outcomes).toHaveLength(7);
	for (const { decision, decisionReason } of outcomes)
		expect([decision, decisionReason]).toEqual(['none', '']);
	expect(nextBoard({ ...before, cards: decided }, 'b0', 'everything', head).cards.size).toBe(
		before.cards.size
	);
});
