import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import { addCard, chooseRootCause } from '../document/commands/card-commands.ts';
import { addLink } from '../document/commands/link-commands.ts';
import { readBoard } from '../document/read-board.ts';
import type { CardId } from './card.ts';
import type { CardType, ZoneId } from './ids.ts';
import { numberCards, readLanes } from './lanes.ts';
import type { LinkKind } from './link-types.ts';

function boardOf() {
	const doc = new Y.Doc();
	let clock = 0;
	const author = () => ({ participant: 'p1', profession: null, now: (clock += 1) });
	return {
		doc,
		card: (type: CardType, id: string, fields = {}) =>
			addCard(doc, { id: id as CardId, type, text: id, fields }, author()),
		link: (from: string, to: string, kind?: LinkKind) =>
			addLink(doc, { from: from as CardId, to: to as CardId, ...(kind ? { kind } : {}) }, author()),
		lane: (zone: ZoneId) =>
			readLanes(readBoard(doc))[zone].map(({ card, depth }) => '  '.repeat(depth) + card.id)
	};
}

describe('lanes', () => {
	test('a why-answer stands under the cause it explains, indented, before the next cause', () => {
		const board = boardOf();
		for (const id of ['c1', 'c2', 'why1', 'why2', 'deeper']) board.card('cause', id);
		board.link('why1', 'c1');
		board.link('why2', 'c1');
		board.link('deeper', 'why1');
		expect(board.lane('cause')).toEqual(['c1', '  why1', '    deeper', '  why2', 'c2']);
	});

	test('a cause linked to the theme itself stays on the first level, whatever else it explains', () => {
		const board = boardOf();
		board.card('theme', 't1');
		for (const id of ['c3', 'c4', 'why']) board.card('cause', id);
		for (const id of ['c3', 'c4']) board.link(id, 't1');
		board.link('c3', 'c4');
		board.link('why', 'c3');
		expect(board.lane('cause')).toEqual(['c3', '  why', 'c4']);
	});

	test('causes linked in a circle all stay on the board', () => {
		const board = boardOf();
		for (const id of ['c1', 'c2', 'c3']) board.card('cause', id);
		board.link('c1', 'c2');
		board.link('c2', 'c3');
		board.link('c3', 'c1');
		expect(
			board
				.lane('cause')
				.map((line) => line.trim())
				.toSorted()
		).toEqual(['c1', 'c2', 'c3']);
	});

	test('the root cause has a zone of its own and takes its reason note along', () => {
		const board = boardOf();
		board.card('cause', 'c1');
		board.card('cause', 'root');
		board.card('note', 'reason', { kind: 'reason' });
		board.link('reason', 'root');
		board.link('c1', 'root', 'writtenFrom');
		chooseRootCause(board.doc, 'root' as CardId);
		expect(board.lane('rootCause')).toEqual(['root', 'reason']);
		expect(board.lane('cause')).toEqual(['c1']);
	});

	test('a note without a card stands in the zone of the current state', () => {
		const board = boardOf();
		board.card('note', 'n1');
		board.card('fact', 'f1');
		expect(board.lane('fact')).toEqual(['f1', 'n1']);
	});

	test('cards are numbered in reading order over all zones', () => {
		const board = boardOf();
		board.card('outcome', 'o1');
		board.card('vision', 'v1');
		board.card('theme', 't1');
		board.card('cause', 'c1');
		const numbers = numberCards(readLanes(readBoard(board.doc)));
		expect([...numbers]).toEqual([
			['t1', 1],
			['v1', 2],
			['c1', 3],
			['o1', 4]
		]);
	});
});
