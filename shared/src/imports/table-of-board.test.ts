import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { applyBoardChanges } from '../document/commands/import-commands.ts';
import { readBoard } from '../document/read-board.ts';
import type { Card } from '../method/card.ts';
import { compareByOrder } from '../method/card.ts';
import { templates } from '../method/templates/index.ts';
import { templateIds } from '../method/templates/template-ids.ts';
import { boardOf } from '../method/worksheet/test-board.ts';
import { planImport } from './plan-import.ts';
import { tableOfBoard } from './table-of-board.ts';

test.each(templateIds)('%s brought into itself changes nothing', (id) => {
	const board = boardOf(templates[id]('daily'), { title: '看取り', municipality: 'I市' });
	const { changes, counts } = planImport(tableOfBoard(board), board);
	expect(changes.flatMap((planned) => planned.changes)).toEqual([]);
	expect(counts.same).toBe(changes.length);
});

test.each(templateIds)('%s brought onto an empty board is there with its ids', (id) => {
	const board = boardOf(templates[id]('daily'));
	const doc = new Y.Doc();
	const plan = planImport(tableOfBoard(board), readBoard(doc));
	const changes = plan.changes.flatMap((planned) => planned.changes);
	const { left } = applyBoardChanges(doc, changes, {
		participant: 'p',
		profession: null,
		now: 1
	});
	expect(left).toEqual([]);
	const there = readBoard(doc);
	const said = (cards: Iterable<Card>) =>
		[...cards].map(({ id: card, type, text, votes }) => ({ card, type, text, votes }));
	const inOrder = [...there.cards.values()].sort(compareByOrder);
	for (const type of new Set(inOrder.map((card) => card.type))) {
		const of = (cards: readonly Card[]) => said(cards.filter((card) => card.type === type));
		expect(of(inOrder)).toEqual(of([...board.cards.values()].sort(compareByOrder)));
	}
	const pairs = ({ links }: typeof there) =>
		[...links.values()].map(({ from, to, kind }) => `${from} ${to} ${kind}`).sort();
	expect(pairs(there)).toEqual(pairs(board));
});

test('a card that differs and one that is not in the file are for people to decide', () => {
	const board = boardOf(templates['i-city-mitori']());
	const [first, second] = [...board.cards.values()] as [Card, Card];
	const cards = new Map([...board.cards, [first.id, { ...first, text: '別のところで直した' }]]);
	cards.delete(second.id);
	const { counts } = planImport(
		tableOfBoard({ ...board, cards: cards as typeof board.cards }),
		board
	);
	expect(counts).toMatchObject({ conflict: 2, add: 0, remove: 0, change: 0 });
});
