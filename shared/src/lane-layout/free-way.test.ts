import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { insertCards, moveCards } from '../document/commands/card-commands.ts';
import type { Author } from '../document/origins.ts';
import { readBoard } from '../document/read-board.ts';
import type { NewCard } from '../document/write-card.ts';
import type { Box } from '../geometry/box.ts';
import { boxesOverlap, growBox } from '../geometry/box.ts';
import type { CardId } from '../method/card.ts';
import { readLanes } from '../method/lanes.ts';
import { boldAdvances, regularAdvances } from '../method/worksheet/font-advances.ts';
import { CardGrid } from './card-grid.ts';
import type { Ends } from './free-way.ts';
import { detours, freeWay, isFree, isPathFree, regionOf } from './free-way.ts';
import { LaneLayout } from './lane-layout.ts';
import { curveBetween, facingSides, portOf } from './link-curves.ts';
import type { LinkPath } from './link-path.ts';
import { flattenPath, pathBox } from './link-path.ts';
import { LinkRouter } from './link-routes.ts';
import { routeLinks } from './route-links.ts';
import { wayFinder } from './way-finder.ts';

const author: Author = { participant: 'p1', profession: null, now: 1 };
const types = ['theme', 'fact', 'cause', 'measure', 'outcome', 'indicator', 'source'] as const;

/** The cards whose inside a line goes through, looked at every bu or two and not the way the router looks. */
function crossed(path: LinkPath, boxes: Iterable<Box>, own: readonly Box[] = []): readonly Box[] {
	const points = flattenPath(path);
	const all = [...boxes];
	const found = new Set<Box>();
	points.forEach((point, index) => {
		const next = points[index + 1];
		if (!next) return;
		const steps = Math.ceil(Math.hypot(next.x - point.x, next.y - point.y) / 1.5) + 1;
		for (let step = 0; step <= steps; step += 1) {
			const x = point.x + ((next.x - point.x) * step) / steps;
			const y = point.y + ((next.y - point.y) * step) / steps;
			for (const box of all) {
				// Edges that stand above one another to the bu count as facing: a line begins and ends on them.
				const rim = own.includes(box) ? 1.5 : 0.01;
				const isIn = (at: number, from: number, size: number): boolean =>
					at > from + rim && at < from + size - rim;
				if (isIn(x, box.x, box.width) && isIn(y, box.y, box.height)) found.add(box);
			}
		}
	});
	return [...found];
}

function endsBetween(from: Box, to: Box): { readonly drawn: LinkPath; readonly ends: Ends } {
	const [startSide, endSide] = facingSides(from, to);
	const [start, end] = [portOf(from, startSide, 0), portOf(to, endSide, 0)];
	const drawn = curveBetween(start, startSide, end, endSide);
	return { drawn, ends: { start, startSide, end, endSide, own: [from, to] } };
}

describe('from one card to another', () => {
	const a = { x: 0, y: 100, width: 264, height: 80 };
	const b = { x: 700, y: 100, width: 264, height: 80 };
	const between = (...others: Box[]): LinkPath => {
		const { drawn, ends } = endsBetween(a, b);
		return freeWay(drawn, ends, new CardGrid([a, b, ...others]));
	};

	test('with nothing in the way it runs as the design draws it', () => {
		expect(between()).toEqual(endsBetween(a, b).drawn);
		expect(between({ x: 350, y: 400, width: 264, height: 80 })).toEqual(endsBetween(a, b).drawn);
	});

	test('around a card in the way, on the side that is nearer', () => {
		const low = { x: 350, y: 130, width: 264, height: 200 };
		const high = { x: 350, y: -80, width: 264, height: 240 };
		expect(Math.min(...flattenPath(between(low)).map(({ y }) => y))).toBe(125);
		expect(Math.max(...flattenPath(between(high)).map(({ y }) => y))).toBe(165);
		for (const card of [low, high]) expect(crossed(between(card), [a, b, card])).toEqual([]);
	});

	test('between two cards of a lane, and past those too close for a line', () => {
		const lane = [20, 110, 200].map((y) => ({ x: 350, y, width: 264, height: 80 }));
		const path = between(...lane);
		expect(crossed(path, [a, b, ...lane])).toEqual([]);
		expect(flattenPath(path).some(({ y }) => y === 105)).toBe(true);
		const close = [20, 101, 182].map((y) => ({ x: 350, y, width: 264, height: 80 }));
		expect(crossed(between(...close), [a, b, ...close])).toEqual([]);
	});

	test('where no way is free it goes straight on, under the card', () => {
		const wall = { x: 350, y: -2000, width: 264, height: 4000 };
		expect(between(wall)).toEqual(endsBetween(a, b).drawn);
	});

	test('around the side of a lane past the cards between', () => {
		const far = { ...a, y: 600 };
		const { drawn, ends } = endsBetween(a, far);
		const wide = { x: -40, y: 300, width: 340, height: 80 };
		const path = freeWay(drawn, ends, new CardGrid([a, far, wide]));
		expect(crossed(drawn, [wide])).toEqual([wide]);
		expect(crossed(path, [a, far, wide])).toEqual([]);
	});
});

const boxArbitrary = fc.record({
	x: fc.integer({ min: 0, max: 2400 }),
	y: fc.integer({ min: 0, max: 1400 }),
	width: fc.constantFrom(180, 264, 318),
	height: fc.integer({ min: 60, max: 220 })
});

test('no line crosses a card while the rule knows a way that does not', () => {
	fc.assert(
		fc.property(fc.array(boxArbitrary, { minLength: 2, maxLength: 30 }), (wanted) => {
			const boxes: Box[] = [];
			for (const box of wanted)
				if (!boxes.some((other) => boxesOverlap(growBox(other, 1), box))) boxes.push(box);
			const grid = new CardGrid(boxes);
			const [from, ...rest] = boxes;
			for (const to of rest.slice(0, 8)) {
				const { drawn, ends } = endsBetween(from as Box, to);
				const path = freeWay(drawn, ends, grid);
				const hasWay =
					isPathFree(drawn, ends.own, grid) ||
					[...detours(ends, grid)].some((way) => isFree(way, ends, grid));
				expect(hasWay ? crossed(path, boxes, ends.own) : path).toEqual(hasWay ? [] : drawn);
				const [around, mine] = [growBox(regionOf(ends), 0.01), pathBox(path)];
				expect(mine.x >= around.x && mine.y >= around.y).toBe(true);
			}
		}),
		{ numRuns: 300 }
	);
});

const cardsArbitrary = fc.array(
	fc.record({
		type: fc.constantFrom(...types),
		length: fc.integer({ min: 2, max: 110 }),
		isRoot: fc.boolean()
	}),
	{ minLength: 8, maxLength: 60 }
);
const linksArbitrary = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 4, maxLength: 50 });

function boardOf(
	cards: readonly { type: (typeof types)[number]; length: number; isRoot: boolean }[],
	links: readonly (readonly [number, number])[]
) {
	const doc = new Y.Doc();
	const fresh = cards.map(({ type, length, isRoot }): NewCard => ({
		type,
		text: '在宅'.repeat(length / 2),
		...(type === 'cause' && isRoot ? { fields: { isRoot } } : {})
	}));
	const ends = links
		.map(([from, to]) => ({ from: from % cards.length, to: to % cards.length }))
		.filter(({ from, to }) => from !== to);
	const ids = insertCards(doc, fresh, ends, author);
	const layout = new LaneLayout({ regular: regularAdvances, bold: boldAdvances });
	const look = () => {
		const board = readBoard(doc);
		return { board, placed: layout.compute(readLanes(board), board.links.values(), 'ja') };
	};
	return { doc, ids, look };
}

test('on a board that the lanes arrange, no link crosses a card', () => {
	fc.assert(
		fc.property(cardsArbitrary, linksArbitrary, (cards, links) => {
			const { board, placed } = boardOf(cards, links).look();
			const boxes = [...placed.cards.values()].map(({ box }) => box);
			for (const route of routeLinks(placed.cards, board.links.values()))
				expect(crossed(route.path, boxes), `${route.kind} ${JSON.stringify(route.path)}`).toEqual(
					[]
				);
		}),
		{ numRuns: 60 }
	);
});

test('lines found one change after another are the lines found at once', () => {
	const move = fc.tuple(
		fc.nat(),
		fc.integer({ min: 0, max: 2200 }),
		fc.integer({ min: 0, max: 900 })
	);
	fc.assert(
		fc.property(
			cardsArbitrary,
			linksArbitrary,
			fc.array(move, { maxLength: 6 }),
			(cards, links, moves) => {
				const { doc, ids, look } = boardOf(cards, links);
				const router = new LinkRouter(wayFinder);
				for (const [index, x, y] of [[0, -1, -1] as const, ...moves]) {
					if (x >= 0) moveCards(doc, new Map([[ids[index % ids.length] as CardId, [x, y]]]));
					const { board, placed } = look();
					expect(router.route(placed.cards, board.links.values())).toEqual(
						routeLinks(placed.cards, board.links.values())
					);
				}
			}
		),
		{ numRuns: 30 }
	);
});
