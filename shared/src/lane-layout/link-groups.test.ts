import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { insertCards } from '../document/commands/card-commands.ts';
import { joinCluster, makeCluster } from '../document/commands/cluster-commands.ts';
import { addLink, removeLinks } from '../document/commands/link-commands.ts';
import { linkSets } from '../document/commands/set-commands.ts';
import type { Author } from '../document/origins.ts';
import { readBoard } from '../document/read-board.ts';
import type { CardId } from '../method/card.ts';
import type { CardType } from '../method/ids.ts';
import { readLanes } from '../method/lanes.ts';
import { boldAdvances, regularAdvances } from '../method/worksheet/font-advances.ts';
import { LaneLayout } from './lane-layout.ts';
import { routeLinks } from './route-links.ts';

function boardDriver(types: readonly CardType[]) {
	const doc = new Y.Doc();
	let now = 1;
	const author = (): Author => ({ participant: 'p1', profession: null, now: now++ });
	const cards = types.map((type, index) => ({ type, text: `言葉 ${index}` }));
	const ids = insertCards(doc, cards, [], author());
	const layout = new LaneLayout({ regular: regularAdvances, bold: boldAdvances });
	const look = () => {
		const board = readBoard(doc);
		const placed = layout.compute(readLanes(board), board.links.values(), 'ja');
		return { placed, routes: routeLinks(placed.cards, board.links.values()) };
	};
	return { doc, author, look, id: (index: number) => ids[index] as CardId };
}

test('what leads to a whole island is one thick arrow to its outline, and names every link', () => {
	const { doc, author, look, id } = boardDriver(['measure', 'outcome', 'outcome', 'outcome']);
	makeCluster(doc, [id(1), id(2)], '家族', author());
	linkSets(doc, [id(0)], [id(1), id(2)], author());
	const { placed, routes } = look();
	const [arrow, more] = routes;
	expect(more).toBeUndefined();
	expect([arrow?.width, arrow?.hasHead, arrow?.links.length]).toEqual([6, true, 2]);
	expect(new Set(arrow?.cards)).toEqual(new Set([id(0), id(1), id(2)]));
	expect(arrow?.path.pieces.at(-1)?.slice(-2)[0]).toBe((placed.islands[0]?.box.x ?? 0) - 4);
});

test('an island to a zone is one arrow too, with a line along the zone’s cards', () => {
	const { doc, author, look, id } = boardDriver(['cause', 'cause', 'cause', 'measure', 'measure']);
	makeCluster(doc, [id(0), id(1)], '不安', author());
	linkSets(doc, [id(0), id(1)], [id(3), id(4)], author());
	expect(look().routes.map(({ width, hasHead }) => [width, hasHead])).toEqual([
		[2.5, false],
		[6, true]
	]);
});

test('a card that joins the island later is not linked by that: the linked ones get their bracket', () => {
	const { doc, author, look, id } = boardDriver(['measure', 'outcome', 'outcome', 'outcome']);
	const island = makeCluster(doc, [id(1), id(2)], '家族', author());
	linkSets(doc, [id(0)], [id(1), id(2)], author());
	joinCluster(doc, island!, [id(3)]);
	expect(look().routes.map(({ width, hasHead }) => [width, hasHead])).toEqual([
		[2.5, false],
		[4, true]
	]);
});

test('causes may run in a circle; the link that closed it asks which comes first', () => {
	const { doc, author, look, id } = boardDriver(['cause', 'cause', 'cause', 'cause']);
	const link = (from: number, to: number) => addLink(doc, { from: id(from), to: id(to) }, author());
	const marks = () =>
		look().routes.flatMap(({ label, cards }) => (label ? [[label.text.ja, ...cards]] : []));
	link(0, 1);
	link(1, 2);
	link(3, 2);
	expect(marks()).toEqual([]);
	const closing = link(2, 0);
	expect(marks()).toEqual([['どちらが先？', id(2), id(0)]]);
	if ('id' in closing) removeLinks(doc, [closing.id], author());
	expect(marks()).toEqual([]);
});
