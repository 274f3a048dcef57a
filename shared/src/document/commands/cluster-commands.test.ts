import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { CardId } from '../../method/card.ts';
import { recordsOf } from '../../method/records/index.ts';
import type { RecordId } from '../../method/records/index.ts';
import { History } from '../history.ts';
import type { Author } from '../origins.ts';
import { readBoard } from '../read-board.ts';
import { insertCards, moveCards, restoreCards, withdrawCards } from './card-commands.ts';
import {
	arrangeCluster,
	dissolveCluster,
	joinCluster,
	leaveCluster,
	makeCluster,
	renameCluster
} from './cluster-commands.ts';

const author: Author = { participant: 'p1', profession: null, now: 1 };
const texts = ['本人の意向', '家族の不安', '説明の機会', '夜間の対応', '費用の心配'];

function boardDriver() {
	const doc = new Y.Doc();
	const cards = insertCards(
		doc,
		texts.map((text) => ({ type: 'cause', text })),
		[],
		author
	);
	const history = new History(doc, () => author);
	const board = () => readBoard(doc);
	const clusterOf = (index: number) => board().cards.get(cards[index] as CardId)?.cluster ?? null;
	const titles = () => recordsOf(board(), 'cluster').map(({ title }) => title);
	return { doc, cards, history, board, clusterOf, titles };
}

describe('clusters', () => {
	test('each command is one step that can be taken back', () => {
		const { doc, cards, history, clusterOf, titles } = boardDriver();
		const [a, b, c] = cards as [CardId, CardId, CardId];
		const id = makeCluster(doc, [a, b], ' 家族\nのこと ', author) as RecordId;
		expect([clusterOf(0), clusterOf(1), clusterOf(2)]).toEqual([id, id, null]);
		expect(titles()).toEqual(['家族 のこと']);
		joinCluster(doc, id, [c]);
		expect(clusterOf(2)).toBe(id);
		renameCluster(doc, id, '家族の支え');
		expect(titles()).toEqual(['家族の支え']);
		leaveCluster(doc, [a], new Map([[a, [10, 20]]]));
		expect(clusterOf(0)).toBeNull();
		dissolveCluster(doc, id, author);
		expect([clusterOf(1), clusterOf(2), titles()]).toEqual([null, null, []]);

		history.undo();
		expect([clusterOf(1), clusterOf(2), titles()]).toEqual([id, id, ['家族の支え']]);
		history.undo();
		expect(clusterOf(0)).toBe(id);
		history.undo();
		expect(titles()).toEqual(['家族 のこと']);
		history.undo();
		expect(clusterOf(2)).toBeNull();
		history.undo();
		expect([clusterOf(0), clusterOf(1), titles()]).toEqual([null, null, []]);
		expect(history.undo()).toBe('nothing');
	});

	test('an island stands where its first card was put; the others gather there', () => {
		const { doc, cards, board } = boardDriver();
		const [a, b] = cards as [CardId, CardId];
		moveCards(
			doc,
			new Map([
				[a, [100, 2000]],
				[b, [900, 2000]]
			])
		);
		const id = makeCluster(doc, [a, b], '', author) as RecordId;
		const place = () => recordsOf(board(), 'cluster')[0]?.place;
		expect([a, b].map((card) => board().cards.get(card)?.position)).toEqual([null, null]);
		expect(place()).toEqual([100, 2000]);
		leaveCluster(doc, [], new Map(), new Map([[id, [50.4, 60]]]));
		expect(place()).toEqual([50, 60]);
		expect(arrangeCluster(doc, id)).toBe(true);
		expect(place()).toBeNull();
	});

	test('nobody joins a cluster that was taken apart, and a title has its longest', () => {
		const { doc, cards, clusterOf } = boardDriver();
		const id = makeCluster(doc, [cards[0] as CardId], '', author) as RecordId;
		expect(renameCluster(doc, id, 'あ'.repeat(201))).toBe(false);
		dissolveCluster(doc, id, author);
		expect(joinCluster(doc, id, [cards[1] as CardId])).toBe(false);
		expect(clusterOf(1)).toBeNull();
		expect(makeCluster(doc, ['gone' as CardId], '', author)).toBeNull();
	});

	test('a withdrawn card comes back into its island', () => {
		const { doc, cards, clusterOf } = boardDriver();
		const [a, b] = cards as [CardId, CardId];
		const id = makeCluster(doc, [a, b], '', author);
		withdrawCards(doc, [a], author);
		restoreCards(doc, [a]);
		expect(clusterOf(0)).toBe(id);
	});
});

/** What one of two people does next, with cards and clusters named by number. */
const deedArbitrary = fc.record({
	who: fc.constantFrom(0, 1),
	deed: fc.constantFrom('make', 'join', 'leave', 'dissolve', 'withdraw', 'undo', 'meet'),
	cards: fc.uniqueArray(fc.nat(texts.length - 1), { minLength: 1, maxLength: 3 }),
	cluster: fc.nat(9)
});

test('two people who cluster at once agree in the end, no card is in two islands and none is lost', () => {
	fc.assert(
		fc.property(fc.array(deedArbitrary, { maxLength: 30 }), (deeds) => {
			const { doc, cards } = boardDriver();
			const other = new Y.Doc();
			Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
			const people = [doc, other].map((own, index) => {
				const by: Author = { ...author, participant: `p${index}` };
				return { own, by, history: new History(own, () => by) };
			});
			const meet = (): void => {
				Y.applyUpdate(other, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(other)));
				Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)));
			};
			for (const { who, deed, cards: indexes, cluster } of deeds) {
				const { own, by, history } = people[who] as (typeof people)[number];
				const ids = indexes.map((index) => cards[index] as CardId);
				const all = recordsOf(readBoard(own), 'cluster');
				const one = all[cluster % Math.max(1, all.length)]?.id;
				if (deed === 'make') makeCluster(own, ids, '島', by);
				else if (deed === 'join' && one) joinCluster(own, one, ids);
				else if (deed === 'leave') leaveCluster(own, ids);
				else if (deed === 'dissolve' && one) dissolveCluster(own, one, by);
				else if (deed === 'withdraw') withdrawCards(own, ids, by);
				else if (deed === 'undo') history.undo();
				else meet();
			}
			meet();
			const [mine, theirs] = [doc, other].map((own) => {
				const board = readBoard(own);
				return [...board.cards.values(), ...board.trash.values()]
					.map(({ id, cluster, position }) => ({ id, cluster, position }))
					.sort((a, b) => (a.id < b.id ? -1 : 1));
			});
			expect(mine).toEqual(theirs);
			expect(mine?.map(({ id }) => id)).toEqual([...cards].sort());
		}),
		{ numRuns: 150 }
	);
});
