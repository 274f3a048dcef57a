import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import {
	addCard,
	editCardText,
	insertCards,
	moveCards,
	withdrawCards
} from '../document/commands/card-commands.ts';
import { linkSets } from '../document/commands/set-commands.ts';
import type { Author } from '../document/origins.ts';
import { readBoard } from '../document/read-board.ts';
import type { NewCard } from '../document/write-card.ts';
import type { CardId } from '../method/card.ts';
import { readLanes } from '../method/lanes.ts';
import { boldAdvances, regularAdvances } from '../method/worksheet/font-advances.ts';
import type { BoardLayout } from './lane-layout.ts';
import { LaneLayout, findOverlap } from './lane-layout.ts';
import { routeLinks } from './route-links.ts';

const author: Author = { participant: 'p1', profession: null, now: 1 };
const fonts = { regular: regularAdvances, bold: boldAdvances };

function boardDriver(
	cards: readonly NewCard[] = [],
	links: readonly (readonly [number, number])[] = []
) {
	const doc = new Y.Doc();
	const layout = new LaneLayout(fonts);
	const ids = insertCards(
		doc,
		cards,
		links.map(([from, to]) => ({ from, to })),
		author
	);
	const board = () => readBoard(doc);
	const compute = (): BoardLayout => {
		const now = board();
		return layout.compute(readLanes(now), now.links.values(), 'ja');
	};
	const id = (index: number): CardId => ids[index] as CardId;
	return { doc, board, compute, id };
}

/** The board drawn in the design, card by card. */
const drawing: readonly NewCard[] = [
	{
		type: 'theme',
		text: '本人の意向に沿えずに、家族が入院を選ぶことがある',
		fields: { status: 'chosen' }
	},
	{
		type: 'vision',
		text: '終末期であっても、在宅サービスを使うことで、本人の意向を尊重した在宅生活を送ることができる'
	},
	{
		type: 'fact',
		text: '実際には、本人は在宅での看取りを希望されていても、様々な理由により、病院への入院や施設への入所になってしまう場合がある'
	},
	{ type: 'cause', text: '本人の意向を確認できていない／意向を具体化できていない' },
	{ type: 'cause', text: '看取り経験が少ないケアマネジャーも多く、自身も不安を感じている' },
	{ type: 'cause', text: '本人が衰弱してくると家族は不安になる' },
	{ type: 'cause', text: '本人の状態の変化' },
	{ type: 'cause', text: 'ケアマネジャーの経験値や説明・対応力の低さなど' },
	{ type: 'cause', text: '家族は、不安が強くなると、在宅医ではなく、救急車を呼んでしまう' },
	{
		type: 'cause',
		text: '家族は、想定していたことが起こる分には慌てないが、想定していないことが起こると慌てたり、不安が増強したりする'
	},
	{
		type: 'cause',
		text: '家族に対し、専門職が看取りに関するプロセスを十分説明しきれていないために、家族の不安が高まってしまうこと',
		fields: { isRoot: true }
	},
	{
		type: 'note',
		text: '選んだ理由：キーとなるのは「家族の不安の軽減」だと思う',
		fields: { kind: 'reason' }
	},
	{
		type: 'measure',
		text: '専門職の説明能力向上',
		fields: { owner: '作業部会（医師・訪看・ケアマネ）' },
		parts: {
			subActions: [
				{
					order: 'a0',
					text: '説明スキルを高めるための研修会の開催（ロールプレイを中心としたもの）'
				},
				{ order: 'a1', text: '説明に使用するための資料作成（演習資料を含む）' }
			]
		}
	},
	{
		type: 'measure',
		text: '家族の看取りプロセスに対する知識やイメージ力の向上',
		fields: { timing: '本年度' },
		parts: {
			subActions: [{ order: 'a0', text: '看取りプロセスを知るための家族向け研修会を開催すること' }]
		}
	},
	{ type: 'outcome', text: 'ケアマネ等が家族に看取りプロセスを説明する機会が増える' },
	{ type: 'outcome', text: 'ケアマネ等の看取りに対する知識が上がる' },
	{ type: 'outcome', text: 'ケアマネ等の看取りプロセスに対する説明スキルが上がる' },
	{ type: 'outcome', text: 'ケアマネ等の看取りに対する不安が減少する' },
	{ type: 'outcome', text: '家族の不安が減少する' },
	{ type: 'outcome', text: '家族が後悔することが減る' },
	{ type: 'outcome', text: '救急車が呼ばれる回数ないし率が下がる' },
	{ type: 'outcome', text: '看取りに関する報酬の算定回数が増える' },
	{ type: 'source', text: 'ケアマネジャーを対象としたアンケートなど' },
	{ type: 'source', text: '家族向けアンケート（ケアマネが聞き取り）' },
	{ type: 'source', text: '救急隊へのヒアリング' },
	{ type: 'source', text: '公表データなど' },
	{ type: 'source', text: '見える化システムのデータ' },
	{ type: 'source', text: '介護報酬の算定回数など' }
];
const drawnLinks: readonly (readonly [number, number])[] = [
	[2, 0],
	[2, 1],
	[3, 2],
	[4, 2],
	[5, 2],
	[8, 2],
	[6, 5],
	[7, 5],
	[9, 8],
	[7, 10],
	[9, 10],
	[11, 10],
	[10, 12],
	[10, 13],
	[13, 12],
	...[14, 15, 16, 17, 18, 19, 20, 21].flatMap(
		(o) =>
			[
				[12, o],
				[13, o]
			] as const
	),
	[14, 22],
	[15, 22],
	[16, 22],
	[17, 22],
	[18, 23],
	[19, 23],
	[20, 24],
	[20, 25],
	[21, 26],
	[21, 27]
];

test('the board of the design stands where the design drew it', () => {
	const { compute, id } = boardDriver(drawing, drawnLinks);
	const { cards, zones, bounds } = compute();
	const boxes = drawing.map((_, index) => {
		const { x, y, width, height } = must(cards.get(id(index))).box;
		return [x, y, width, height];
	});
	expect(boxes.slice(0, 7)).toEqual([
		[22, 62, 254, 104],
		[22, 206, 254, 160],
		[314, 62, 234, 209],
		[586, 62, 318, 101],
		[586, 173, 318, 101],
		[586, 284, 318, 74],
		[620, 368, 284, 60]
	]);
	expect(boxes.slice(10, 22)).toEqual([
		[942, 112, 258, 188],
		[942, 344, 258, 101],
		[1238, 62, 298, 241],
		[1238, 347, 298, 230],
		[1574, 62, 266, 101],
		[1574, 171, 266, 74],
		[1574, 253, 266, 101],
		[1574, 362, 266, 74],
		[1574, 444, 266, 60],
		[1574, 512, 266, 74],
		[1574, 594, 266, 74],
		[1574, 676, 266, 74]
	]);
	expect([...zones.values()].map(({ box }) => [box.x, box.width])).toEqual([
		[6, 286],
		[298, 266],
		[570, 350],
		[926, 290],
		[1222, 330],
		[1558, 298],
		[1862, 282]
	]);
	expect(bounds).toEqual({ x: 6, y: 6, width: 2138, height: 900 });
});

test('sources stand near their outcomes, in order and apart', () => {
	const { compute, id } = boardDriver(drawing, drawnLinks);
	const { cards } = compute();
	const tops = [22, 23, 24, 25, 26, 27].map((index) => must(cards.get(id(index))).box.y);
	expect(tops).toEqual([125, 314, 478, 568, 652, 734]);
});

test('measures and outcomes meet in one bracket, outcomes share one to their source', () => {
	const { compute, board } = boardDriver(drawing, drawnLinks);
	const routes = routeLinks(compute().cards, board().links.values());
	const paths = (kind: string) =>
		routes.filter((route) => route.kind === kind).map(({ path }) => path);
	expect(paths('measureOutcome')).toEqual([
		{
			start: [1572, 62],
			pieces: [
				[1563, 62],
				[1563, 750],
				[1572, 750]
			]
		},
		{ start: [1536, 182.5], pieces: [[1559, 182.5]] },
		{ start: [1536, 462], pieces: [[1559, 462]] }
	]);
	expect(paths('outcomeSource')).toHaveLength(2 * 2 + 4);
	expect(routes.flatMap(({ links }) => links)).toContain([...board().links.keys()][0]);
	const drawn = new Set(routes.flatMap(({ links }) => links));
	expect(drawn.size).toBe(board().links.size);
});

test('links run as drawn: spread ends, the elbow of a why, the gap around the corner, the wide root', () => {
	const { compute, board } = boardDriver(drawing, drawnLinks);
	const routes = routeLinks(compute().cards, board().links.values());
	const all = JSON.stringify(routes.map(({ width, path }) => [width, path]));
	expect(all).toContain('[2.5,{"start":[620,398],"pieces":[[601,398],[601,360]]}]');
	expect(all).toContain('[2.5,{"start":[354,271],"pieces":[[354,286,326,286,276,286]]}]');
	expect(all).toContain('[2.5,{"start":[586,112.5],"pieces":[[567,112.5,567,136.5,548,136.5]]}]');
	expect(all).toContain('[2.5,{"start":[586,223.5],"pieces":[[567,223.5,567,156.5,548,156.5]]}]');
	expect(all).toContain('[4,{"start":[1200,182],"pieces":[[1219,182,1219,182.5,1238,182.5]]}]');
	expect(all).toContain('[4,{"start":[1200,230],"pieces":[[1219,230,1219,462,1238,462]]}]');
	expect(all).toContain('[2.5,{"start":[1387,347],"pieces":[[1387,307]]}]');
});

describe('hand-placed cards', () => {
	test('stay where they were put and the rest flows around them', () => {
		const { doc, compute, id } = boardDriver(drawing, drawnLinks);
		compute();
		moveCards(doc, new Map([[id(8), [600, 200]]]));
		const { cards } = compute();
		expect(must(cards.get(id(8))).box).toMatchObject({ x: 600, y: 200, width: 318 });
		expect(must(cards.get(id(8))).column).toBeNull();
		expect(findOverlap(compute())).toBeNull();
		expect(must(cards.get(id(3))).box.y).toBe(62);
		expect(must(cards.get(id(4))).box.y).toBeGreaterThan(300);
	});

	test('never overlap each other, and the older one keeps its place on every screen', () => {
		const { doc, compute, id } = boardDriver(drawing, drawnLinks);
		const places = [0, 1, 2, 3, 4, 5].map((index) => [id(index), [3000, 500]] as const);
		moveCards(doc, new Map(places));
		const layout = compute();
		expect(findOverlap(layout)).toBeNull();
		expect(layout.bounds.width).toBeGreaterThan(3000);
	});
});

test('more than 14 cards open a second column and widen the zone', () => {
	const { doc, compute, id } = boardDriver(
		Array.from({ length: 14 }, (_, index): NewCard => ({ type: 'outcome', text: `${index}` }))
	);
	expect(must(compute().zones.get('outcome')).box.width).toBe(298);
	const fifteenth = addCard(doc, { type: 'outcome', text: '15' }, author);
	const { zones, cards } = compute();
	expect(must(zones.get('outcome')).box.width).toBe(298 + 266 + 12);
	expect(must(cards.get(fifteenth)).box).toMatchObject({
		x: must(cards.get(id(0))).box.x + 278,
		y: 62
	});
	expect(must(zones.get('indicatorSource')).box.x).toBe(1862 + 278);
});

test('a chain of whys indents three times and no further', () => {
	const { compute, id } = boardDriver(
		Array.from({ length: 6 }, (_, index): NewCard => ({ type: 'cause', text: `なぜ${index}` })),
		[1, 2, 3, 4, 5].map((index) => [index, index - 1] as const)
	);
	const { cards } = compute();
	const lefts = [0, 1, 2, 3, 4, 5].map((index) => must(cards.get(id(index))).box.x - 586);
	expect(lefts).toEqual([0, 34, 68, 102, 102, 102]);
	expect(must(cards.get(id(5))).depth).toBe(5);
});

test('a long text ends after six lines with …, one of seven lines is shown whole', () => {
	const { doc, compute, id } = boardDriver([{ type: 'cause', text: 'あ'.repeat(13 * 7) }]);
	const whole = must(compute().cards.get(id(0))).content;
	expect([whole.lines.length, whole.isCut]).toEqual([7, false]);
	editCardText(doc, id(0), { index: 0, remove: 0, insert: 'あ'.repeat(60) });
	const cut = must(compute().cards.get(id(0)));
	expect(cut.content.lines).toHaveLength(6);
	expect(cut.content.lines.at(-1)).toMatch(/…$/);
	expect(cut.content.isCut).toBe(true);
	expect(cut.box.height).toBe(whole.height);
});

test('a change of one card leaves the boxes of all cards above it as they were', () => {
	const { doc, compute, id } = boardDriver(drawing, drawnLinks);
	const before = compute();
	editCardText(doc, id(4), { index: 0, remove: 0, insert: '特に、' });
	const after = compute();
	// The document is read anew, so card values differ; lines and boxes must not.
	expect(must(after.cards.get(id(3))).content).toBe(must(before.cards.get(id(3))).content);
	expect(must(after.cards.get(id(4))).content).not.toBe(must(before.cards.get(id(4))).content);
	withdrawCards(doc, [id(4)], author);
	expect(compute().cards.has(id(4))).toBe(false);
});

test('two thousand cards are placed without overlap, again in a few milliseconds', () => {
	const { compute, board } = boardDriver(
		Array.from({ length: 2000 }, (_, index): NewCard => ({
			type: (['fact', 'cause', 'measure', 'outcome', 'source'] as const)[index % 5] ?? 'fact',
			text: `カード${index}：ケアマネ等が家族に看取りプロセスを説明する機会が増える`,
			position: index % 40 === 0 ? [index * 3, 300] : null
		}))
	);
	const layout = compute();
	expect(layout.cards.size).toBe(2000);
	expect(findOverlap(layout)).toBeNull();
	const lanes = readLanes(board());
	const again = new LaneLayout(fonts);
	const first = again.compute(lanes, [], 'ja');
	const second = again.compute(lanes, [], 'ja');
	for (const [id, box] of first.cards) expect(second.cards.get(id)).toBe(box);
});

function must<T>(value: T | undefined): T {
	if (value === undefined) throw new Error('This card has no place.');
	return value;
}

describe('sets of links', () => {
	function setDriver(cards: readonly NewCard[], from: readonly number[], to: readonly number[]) {
		const driver = boardDriver(cards);
		const ends = [from, to].map((group) => group.map(driver.id));
		linkSets(driver.doc, ends[0] ?? [], ends[1] ?? [], author);
		const routes = () => routeLinks(driver.compute().cards, driver.board().links.values());
		return { ...driver, routes };
	}
	const measures: readonly NewCard[] = [
		{ type: 'measure', text: '研修会' },
		{ type: 'measure', text: '資料' },
		...['甲', '乙', '丙', '丁'].map((text): NewCard => ({ type: 'outcome', text }))
	];

	test('a set is one bracket with one arrow from each card at the other end, 4 wide', () => {
		const { routes } = setDriver(measures, [0, 1], [2, 3, 4]);
		const lines = routes();
		expect(lines.map(({ hasHead, width, links }) => [hasHead, width, links.length])).toEqual([
			[false, 2.5, 6],
			[true, 4, 3],
			[true, 4, 3]
		]);
		expect(new Set(lines.map(({ set }) => set)).size).toBe(1);
	});

	test('the bracket passes by a card between that is not of the set', () => {
		const { routes, compute, id } = setDriver(measures, [0], [2, 5]);
		const [bracket, arrow, more] = routes();
		expect(more).toBeUndefined();
		expect(arrow?.hasHead).toBe(true);
		const between = compute().cards.get(id(3))!.box;
		const legs = bracket!.path.pieces.filter(([x]) => x > bracket!.path.pieces[0]![0]!);
		for (const [, y] of legs) expect(y > between.y && y < between.y + between.height).toBe(false);
		expect(legs).toHaveLength(3);
	});

	test('many cards that lead to one are held at their side, and one arrow goes on from there', () => {
		const { routes } = setDriver(
			[
				{ type: 'theme', text: '題' },
				{ type: 'fact', text: '甲' },
				{ type: 'fact', text: '乙' }
			],
			[1, 2],
			[0]
		);
		expect(routes().map(({ hasHead, links }) => [hasHead, links.length])).toEqual([
			[false, 2],
			[true, 2]
		]);
	});
});

test('a why deeper than the indents go runs beside the cards, up to the one above', () => {
	const causes = Array.from({ length: 6 }, (_, index): NewCard => ({
		type: 'cause',
		text: `なぜ ${index}`
	}));
	const { board, compute, id } = boardDriver(
		causes,
		[1, 2, 3, 4, 5].map((index) => [index, index - 1])
	);
	const { cards } = compute();
	expect([3, 4, 5].map((index) => cards.get(id(index))?.box.x)).toEqual(
		Array(3).fill(cards.get(id(0))!.box.x + 102)
	);
	for (const route of routeLinks(cards, board().links.values())) {
		expect(route.path.pieces.every((piece) => piece.length === 2)).toBe(true);
		expect(route.hasHead).toBe(true);
	}
});
