import { setCardLock } from '@renkei/shared/document/commands/lock-commands.ts';
import { insertCards, moveCards } from '@renkei/shared/document/commands/card-commands.ts';
import { makeCluster, renameCluster } from '@renkei/shared/document/commands/cluster-commands.ts';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import type { NewCard } from '@renkei/shared/document/write-card.ts';
import { boardPoint } from '@renkei/shared/geometry/point.ts';
import { readIslandPlaces } from '@renkei/shared/lane-layout/islands.ts';
import { LaneLayout } from '@renkei/shared/lane-layout/lane-layout.ts';
import { routeLinks } from '@renkei/shared/lane-layout/route-links.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { numberCards, readLanes } from '@renkei/shared/method/lanes.ts';
import { recordsOf } from '@renkei/shared/method/records/index.ts';
import { boldAdvances, regularAdvances } from '@renkei/shared/method/worksheet/font-advances.ts';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { drawingRatio, paintedBox, paintedOffset, uncoveredShare } from './camera.ts';
import type { Camera } from './camera.ts';
import { findChain } from './chain.ts';
import { detailAt } from './detail.ts';
import { cardsTouching, hitTest } from './hit-test.ts';
import { changedPlaces } from './painting.ts';
import { buildPicture } from './picture.ts';
import type { Picture } from './picture.ts';
import { mixColours } from './theme.ts';

const author = { participant: 'p1', profession: null, now: 1 };
const cards: readonly NewCard[] = [
	{ type: 'cause', text: '本人が衰弱してくると家族は不安になる' },
	{ type: 'cause', text: '本人の状態の変化' },
	{ type: 'measure', text: '専門職の説明能力向上' },
	{ type: 'outcome', text: '家族の不安が減少する', fields: { direction: 'down' } },
	{ type: 'note', text: 'キーとなるのは「家族の不安の軽減」だと思う' }
];

/** A real board laid out and turned into pictures, again after every change. */
function pictureDriver() {
	const doc = new Y.Doc();
	const links = [
		{ from: 1, to: 0 },
		{ from: 0, to: 2 },
		{ from: 2, to: 3 },
		{ from: 4, to: 2 }
	];
	const ids = insertCards(doc, cards, links, author);
	const layout = new LaneLayout({ regular: regularAdvances, bold: boldAdvances });
	let picture: Picture | null = null;
	const look = (holdsBackground = false): Picture => {
		const board = readBoard(doc);
		const lanes = readLanes(board);
		const placed = layout.compute(
			lanes,
			board.links.values(),
			'ja',
			readIslandPlaces(board.records.values())
		);
		picture = buildPicture(
			{
				...placed,
				titles: new Map(recordsOf(board, 'cluster').map(({ id, title }) => [id, title])),
				routes: routeLinks(placed.cards, board.links.values()),
				numbers: numberCards(lanes),
				currentZone: 'cause',
				holdsBackground,
				language: 'ja'
			},
			picture
		);
		return picture;
	};
	return {
		doc,
		look,
		id: (index: number) => ids[index] as CardId,
		links: () => readBoard(doc).links
	};
}

describe('hit test', () => {
	test('a card answers inside its box, with a small reach around it, and more for a finger', () => {
		const { look, id } = pictureDriver();
		const picture = look();
		const { box } = must(picture.cards.get(id(3)));
		const at = (x: number, y: number, by: 'mouse' | 'touch') =>
			hitTest(picture, null, boardPoint(x, y), 1, by);
		expect(at(box.x + 5, box.y + 5, 'mouse')).toEqual({ kind: 'card', card: id(3) });
		expect(at(box.x + 50, box.y + box.height + 3, 'mouse')).toEqual({ kind: 'card', card: id(3) });
		expect(at(box.x + 50, box.y + box.height + 7, 'mouse').kind).toBe('empty');
		expect(at(box.x + 50, box.y + box.height + 7, 'touch').kind).toBe('card');
	});

	test('handles answer before cards, cards before links, links before the zone', () => {
		const { look, id } = pictureDriver();
		const picture = look();
		const { box } = must(picture.cards.get(id(0)));
		const edge = boardPoint(box.x + box.width, box.y + box.height / 2);
		expect(hitTest(picture, id(0), edge, 1, 'mouse')).toEqual({
			kind: 'handle',
			card: id(0),
			side: 'right'
		});
		expect(hitTest(picture, null, edge, 1, 'mouse').kind).toBe('card');
		const route = must(picture.routes.find(({ kind }) => kind === 'causeMeasure'));
		const [x, y] = route.path.start;
		expect(hitTest(picture, null, boardPoint(x + 8, y), 1, 'mouse')).toEqual({
			kind: 'link',
			link: route.links[0]
		});
		expect(hitTest(picture, null, boardPoint(600, 800), 1, 'mouse')).toEqual({
			kind: 'empty',
			zone: 'cause'
		});
		expect(hitTest(picture, null, boardPoint(600, 2000), 1, 'mouse')).toEqual({
			kind: 'empty',
			zone: null
		});
	});

	test('a low card seen from afar can still be taken by its middle, though its handles show', () => {
		const { look, id } = pictureDriver();
		const picture = look();
		const { box } = must(picture.cards.get(id(1)));
		expect(box.height).toBe(60);
		const middle = boardPoint(box.x + box.width / 2, box.y + box.height / 2);
		for (const pointer of ['mouse', 'touch'] as const)
			expect(hitTest(picture, id(1), middle, 0.6, pointer)).toEqual({ kind: 'card', card: id(1) });
		const beside = boardPoint(box.x + box.width + 30, middle.y);
		expect(hitTest(picture, id(1), beside, 0.6, 'mouse').kind).toBe('handle');
	});

	test('the title of an island can be taken hold of; inside of it cards and ground are what they are', () => {
		const { doc, look, id } = pictureDriver();
		const cluster = makeCluster(doc, [id(0), id(1)], '家族の支え', author);
		const { islands } = look();
		const island = must(islands[0]);
		expect(island.title).toBe('家族の支え');
		const at = (x: number, y: number) => hitTest(look(), null, boardPoint(x, y), 1, 'touch');
		expect(at(island.tab.x + 5, island.tab.y + 5)).toEqual({ kind: 'island', cluster });
		expect(at(island.tab.x + island.tab.width + 30, island.tab.y + 5).kind).toBe('empty');
		expect(at(island.box.x + 40, island.box.y + 20)).toEqual({ kind: 'card', card: id(0) });
	});

	test('a title longer than its island is cut on the tab', () => {
		const { doc, look, id } = pictureDriver();
		makeCluster(doc, [id(0)], '本人と家族の意向を確かめる機会がないこと'.repeat(3), author);
		const { tab, box, title } = must(look().islands[0]);
		expect(title.endsWith('…')).toBe(true);
		expect(tab.x + tab.width).toBeLessThanOrEqual(box.x + box.width);
	});

	test('only the places of an island that changed are painted again', () => {
		const { doc, look, id } = pictureDriver();
		const cluster = must(makeCluster(doc, [id(2)], '対策', author) ?? undefined);
		const before = { picture: look(), hidden: new Set<CardId>() };
		renameCluster(doc, cluster, '重点');
		const after = { picture: look(), hidden: new Set<CardId>() };
		const box = must(after.picture.islands[0]).box;
		expect(changedPlaces(before, after)).toHaveLength(2);
		for (const place of changedPlaces(before, after)) expect(place.x).toBeLessThan(box.x);
	});

	test('a press goes through a card of the background, except for those who lead', () => {
		const { doc, look, id } = pictureDriver();
		const { x, y } = must(look().cards.get(id(0))).box;
		const inside = boardPoint(x + 20, y + 20);
		const all = { x: -5000, y: -5000, width: 10_000, height: 10_000 };
		const hit = (picture: Picture) => hitTest(picture, null, inside, 1, 'touch').kind;
		setCardLock(doc, [id(0)], 'pinned');
		expect(hit(look())).toBe('card');
		expect(look().cards.get(id(0))?.lock).toBe('pinned');
		setCardLock(doc, [id(0)], 'background');
		expect(hit(look())).toBe('empty');
		expect(cardsTouching(look(), all)).not.toContain(id(0));
		expect(hit(look(true))).toBe('card');
		// A marquee is no way to take hold of what lies behind everything, not even for them.
		expect(cardsTouching(look(true), all)).not.toContain(id(0));
	});

	test('a marquee takes every card it touches', () => {
		const { look, id } = pictureDriver();
		expect(cardsTouching(look(), { x: 560, y: 60, width: 40, height: 500 })).toEqual([id(0)]);
		expect(cardsTouching(look(), { x: 560, y: 60, width: 90, height: 500 })).toEqual([
			id(0),
			id(1)
		]);
	});
});

describe('picture', () => {
	test('an outcome shows its direction, every other card its number', () => {
		const { look, id } = pictureDriver();
		const { cards: drawn } = look();
		expect(must(drawn.get(id(3))).sign).toBe('↓');
		expect(must(drawn.get(id(0))).sign).toBe('1');
	});

	test('nothing changed is nothing to paint; a moved card is its old and its new place', () => {
		const { doc, look, id } = pictureDriver();
		const before = { picture: look(), hidden: new Set<CardId>() };
		const same = { picture: look(), hidden: new Set<CardId>() };
		// The document was read anew: card values are new, pictures are not.
		expect(changedPlaces(before, same)).toEqual([]);
		const { box } = must(same.picture.cards.get(id(3)));
		moveCards(doc, new Map([[id(3), [3000, 40]]]));
		const places = changedPlaces(same, { picture: look(), hidden: new Set() });
		const covers = (x: number, y: number): boolean =>
			places.some(
				(place) =>
					x >= place.x && y >= place.y && x <= place.x + place.width && y <= place.y + place.height
			);
		expect(covers(box.x, box.y) && covers(3000, 40)).toBe(true);
		expect(covers(22, 62)).toBe(false);
	});

	test('a card taken up is a place to paint, with its links', () => {
		const { look, id } = pictureDriver();
		const picture = look();
		const places = changedPlaces(
			{ picture, hidden: new Set() },
			{ picture, hidden: new Set([id(2)]) }
		);
		expect(places.length).toBeGreaterThanOrEqual(3);
	});
});

test('a chain goes up and down from a card; a note belongs to it and leads no further', () => {
	const { id, links } = pictureDriver();
	const chain = must(findChain(id(2), links().values()) ?? undefined);
	expect(chain.cards).toEqual(new Set([0, 1, 2, 3, 4].map(id)));
	expect(must(findChain(id(4), links().values()) ?? undefined).cards).toEqual(
		new Set([id(4), id(2)])
	);
	expect(findChain(id(0), [])).toBeNull();
});

describe('camera', () => {
	const painted: Camera = { origin: boardPoint(0, 0), zoom: 0.5, width: 1000, height: 500 };

	test('a painting is moved and scaled so that every board point stays on its place of the screen', () => {
		const now: Camera = { ...painted, origin: boardPoint(120, -40), zoom: 0.8 };
		const overscan = 96;
		const { scale, x, y } = paintedOffset(painted, now, overscan);
		const point = boardPoint(700, 300);
		const onCanvas = [
			point.x * painted.zoom + overscan,
			point.y * painted.zoom + overscan
		] as const;
		// The canvas element itself lies `overscan` px beyond the corner of the screen.
		expect(onCanvas[0] * scale + x - overscan).toBeCloseTo((point.x - now.origin.x) * now.zoom);
		expect(onCanvas[1] * scale + y - overscan).toBeCloseTo((point.y - now.origin.y) * now.zoom);
	});

	test('a short pan uncovers nothing, a long one its share of the screen', () => {
		expect(uncoveredShare(painted, { ...painted, origin: boardPoint(180, 0) }, 96)).toBe(0);
		expect(uncoveredShare(painted, { ...painted, origin: boardPoint(592, 0) }, 96)).toBeCloseTo(
			0.2
		);
		expect(uncoveredShare(painted, { ...painted, origin: boardPoint(9000, 0) }, 96)).toBe(1);
	});

	test('the painted box reaches beyond the screen', () => {
		expect(paintedBox(painted, 100)).toEqual({ x: -200, y: -200, width: 2400, height: 1400 });
	});

	test('device pixels are capped at 2, and at 1.5 beyond four million', () => {
		expect(drawingRatio(1, 1366, 768)).toBe(1);
		expect(drawingRatio(3, 800, 600)).toBe(2);
		expect(drawingRatio(2, 1366, 1024)).toBe(1.5);
		expect(drawingRatio(1.25, 1366, 768)).toBe(1.25);
	});

	test('detail falls with the zoom, and 全体 at a hair under 60 % still shows everything', () => {
		expect([2, 0.6, 0.596, 0.5, 0.3, 0.2, 0.1].map(detailAt)).toEqual([
			'full',
			'full',
			'full',
			'brief',
			'brief',
			'mark',
			'plain'
		]);
	});
});

test('colours mix by share, and what is no colour stays what it is', () => {
	expect(mixColours('#ffffff', '#000000', 0.16)).toBe('#d6d6d6');
	expect(mixColours('', '#000000', 0.5)).toBe('');
});

function must<T>(value: T | undefined): T {
	if (value === undefined) throw new Error('There is nothing here.');
	return value;
}
