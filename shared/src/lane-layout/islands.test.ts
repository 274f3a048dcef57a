import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { addLinkedCard, insertCards, moveCards } from '../document/commands/card-commands.ts';
import {
	dissolveCluster,
	joinCluster,
	leaveCluster,
	makeCluster
} from '../document/commands/cluster-commands.ts';
import type { Author } from '../document/origins.ts';
import { readBoard } from '../document/read-board.ts';
import type { NewCard } from '../document/write-card.ts';
import { boxContains, boxesOverlap } from '../geometry/box.ts';
import { boardPoint } from '../geometry/point.ts';
import type { CardId } from '../method/card.ts';
import { readLanes } from '../method/lanes.ts';
import type { RecordId } from '../method/records/index.ts';
import { boldAdvances, regularAdvances } from '../method/worksheet/font-advances.ts';
import { islandFrame, readIslandPlaces } from './islands.ts';
import { LaneLayout, findOverlap } from './lane-layout.ts';

const author: Author = { participant: 'p1', profession: null, now: 1 };

function boardDriver(cards: readonly NewCard[]) {
	const doc = new Y.Doc();
	const ids = insertCards(doc, cards, [], author);
	const layout = new LaneLayout({ regular: regularAdvances, bold: boldAdvances });
	const board = () => readBoard(doc);
	const compute = () => {
		const now = board();
		const places = readIslandPlaces(now.records.values());
		return layout.compute(readLanes(now), now.links.values(), 'ja', places);
	};
	const id = (index: number): CardId => ids[index] as CardId;
	const column = () =>
		[...compute().cards.values()].sort((a, b) => a.box.y - b.box.y).map(({ card }) => card.text);
	return { doc, ids, board, compute, id, column };
}

const move = (doc: Y.Doc, cluster: RecordId, place: readonly [number, number]): void =>
	leaveCluster(doc, [], new Map(), new Map([[cluster, place]]));

const causes = ['甲', '乙', '丙', '丁'].map((text): NewCard => ({ type: 'cause', text }));

test('cards of an island stand together where the first of them stood, inside its outline', () => {
	const { doc, id, column, compute } = boardDriver(causes);
	const free = compute().cards.get(id(1))!.box.y;
	makeCluster(doc, [id(1), id(3)], '同じ意見', author);
	expect(column()).toEqual(['甲', '乙', '丁', '丙']);
	const { islands, cards } = compute();
	expect(islands.map((island) => island.cards)).toEqual([[id(1), id(3)]]);
	const [first, second, after] = [1, 3, 2].map((index) => cards.get(id(index))!.box);
	const { box } = islands[0]!;
	expect(box.y).toBe(first!.y - 8);
	expect(box.x).toBe(first!.x - 8);
	expect(box.y + box.height).toBe(second!.y + second!.height + 8);
	expect(first!.y - free).toBe(36);
	expect(after!.y - (box.y + box.height)).toBe(10);
	expect(boxesOverlap(islandFrame(islands[0]!), cards.get(id(0))!.box)).toBe(false);
});

test('an island over two lanes stands together in each of them', () => {
	const { doc, id, compute } = boardDriver([...causes, { type: 'measure', text: '戊' }]);
	const cluster = makeCluster(doc, [id(0), id(4), id(2)], '夜間', author);
	const { islands } = compute();
	expect(islands.map((island) => [island.cluster, island.zone, island.cards])).toEqual([
		[cluster, 'cause', [id(0), id(2)]],
		[cluster, 'measure', [id(4)]]
	]);
});

test('what stands under a card stands in its island; a why of another island stands in its own', () => {
	const { doc, id, column, compute } = boardDriver(causes);
	const why = addLinkedCard(doc, { type: 'cause', text: '甲のなぜ' }, { to: id(0) }, author);
	const note = addLinkedCard(doc, { type: 'note', text: '甲のメモ' }, { to: id(0) }, author);
	makeCluster(doc, [id(0), id(2)], '', author);
	expect(compute().islands[0]?.cards).toEqual([id(0), note, why, id(2)]);
	makeCluster(doc, [why, id(3)], '', author);
	expect(column()).toEqual(['甲', '甲のメモ', '丙', '乙', '丁', '甲のなぜ']);
	expect(compute().islands.map((island) => island.cards)).toEqual([
		[id(0), note, id(2)],
		[id(3), why]
	]);
});

test('an island that was moved keeps its cards, also those that join it, and the lanes keep clear of it', () => {
	const { doc, id, compute } = boardDriver(causes);
	const cluster = makeCluster(doc, [id(0), id(1)], '', author) as RecordId;
	const { x, y } = compute().cards.get(id(0))!.box;
	move(doc, cluster, [x, y + 60]);
	joinCluster(doc, cluster, [id(2)]);
	const after = compute();
	expect(after.islands).toHaveLength(1);
	const island = after.islands[0]!;
	expect([...island.cards].sort()).toEqual([id(0), id(1), id(2)].sort());
	expect(after.cards.get(id(2))!.box.y).toBeGreaterThan(after.cards.get(id(1))!.box.y);
	expect(boxesOverlap(islandFrame(island), after.cards.get(id(3))!.box)).toBe(false);
	expect(findOverlap(after)).toBeNull();
});

test('an island over two lanes that was moved stands lane beside lane', () => {
	const { doc, id, compute } = boardDriver([...causes, { type: 'measure', text: '戊' }]);
	const cluster = makeCluster(doc, [id(0), id(4), id(2)], '夜間', author) as RecordId;
	move(doc, cluster, [100, 2000]);
	const { cards, islands } = compute();
	const [first, below, beside] = [0, 2, 4].map((index) => cards.get(id(index))!.box);
	expect([first!.x, first!.y]).toEqual([100, 2000]);
	expect(below!.y).toBe(first!.y + first!.height + 10);
	expect(beside!.y).toBe(2000);
	expect(islands).toHaveLength(2);
	expect(boxesOverlap(islands[0]!.box, islands[1]!.box)).toBe(false);
});

test('an island of more than one column has an outline in each', () => {
	const many = Array.from({ length: 20 }, (_, index): NewCard => ({
		type: 'outcome',
		text: `期待 ${index}`
	}));
	const { doc, ids, compute } = boardDriver(many);
	makeCluster(doc, [...ids], '', author);
	expect(compute().islands.map((island) => island.cards.length)).toEqual([14, 6]);
});

const deedArbitrary = fc.record({
	deed: fc.constantFrom('make', 'join', 'leave', 'dissolve', 'move', 'moveAll'),
	cards: fc.uniqueArray(fc.nat(11), { minLength: 1, maxLength: 4 }),
	cluster: fc.nat(5),
	at: fc.tuple(fc.integer({ min: -200, max: 2400 }), fc.integer({ min: 0, max: 1600 }))
});

test('whatever people do with islands, every card has one place, none covers another, each is in one outline at most', () => {
	fc.assert(
		fc.property(fc.array(deedArbitrary, { maxLength: 14 }), (deeds) => {
			const types = ['cause', 'outcome', 'fact', 'source'] as const;
			const { doc, ids, board, compute } = boardDriver(
				Array.from({ length: 12 }, (_, index) => ({
					type: types[index % 4] ?? 'cause',
					text: `言葉 ${index}`,
					fields: index === 0 ? { isRoot: true } : {}
				}))
			);
			const clusters: RecordId[] = [];
			for (const { deed, cards, cluster, at } of deeds) {
				const chosen = cards.map((index) => ids[index] as CardId);
				const one = clusters[cluster % Math.max(1, clusters.length)];
				if (deed === 'make') clusters.push(makeCluster(doc, chosen, '島', author) as RecordId);
				else if (deed === 'join' && one) joinCluster(doc, one, chosen);
				else if (deed === 'leave') leaveCluster(doc, chosen);
				else if (deed === 'dissolve' && one) dissolveCluster(doc, one, author);
				else if (deed === 'moveAll' && one) move(doc, one, at);
				else if (deed === 'move')
					moveCards(doc, new Map(chosen.map((id, index) => [id, [at[0] + index * 300, at[1]]])));
				const layout = compute();
				expect(layout.cards.size).toBe(12);
				expect(findOverlap(layout)).toBeNull();
				const seen = layout.islands.flatMap((island) => island.cards);
				expect(new Set(seen).size).toBe(seen.length);
				const known = new Set(board().records.keys());
				for (const { card, box } of layout.cards.values()) {
					const isMember = card.cluster !== null && known.has(card.cluster as RecordId);
					const around = layout.islands.find((island) => island.cards.includes(card.id));
					expect(around !== undefined && boxContains(around.box, boardPoint(box.x, box.y))).toBe(
						isMember
					);
				}
			}
		}),
		{ numRuns: 60 }
	);
});
