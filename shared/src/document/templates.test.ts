import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Board } from '../method/board.ts';
import type { Card } from '../method/card.ts';
import { compareByOrder } from '../method/card.ts';
import { readLanes } from '../method/lanes.ts';
import { sceneIds } from '../method/scenes.ts';
import type { Scene } from '../method/scenes.ts';
import { templateIds } from '../method/templates/template-ids.ts';
import { readBoard } from './read-board.ts';
import { encodeStart } from './templates.ts';
import { encodeBoard } from './write-board.ts';

const author = { participant: 'server', profession: null, now: 1_800_000_000_000 };

function open(bytes: Uint8Array): Board {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, bytes);
	return readBoard(doc);
}

function start(id: Parameters<typeof encodeStart>[0], scene: Scene = 'endOfLife'): Board {
	return open(encodeStart(id, { title: '見本', scene }, author));
}

function inOrder(board: Board): Card[] {
	return [...board.cards.values()].sort(compareByOrder);
}

/** A fingerprint of the texts in their order: the manual's words may not change by one character. */
function fingerprint(texts: readonly string[]): string {
	return createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 16);
}

function cardAndPartTexts(board: Board): string[] {
	const cards = inOrder(board);
	const parts = cards.flatMap((card) => (card.type === 'measure' ? card.subActions : []));
	return [...cards, ...parts].map(({ text }) => text);
}

function linkKinds(board: Board): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { kind } of board.links.values()) counts[kind] = (counts[kind] ?? 0) + 1;
	return counts;
}

test.each([
	['a-city-fracture', 9, 'da70d5918ba6e37f', { why: 1, factTheme: 8 }],
	['c-city-discharge', 11, 'b33bb203935c6182', { causeTheme: 4, why: 2, causeMeasure: 2 }],
	[
		'g-city-evaluation',
		18,
		'6299efba075b8242',
		{
			collaborationArea: 1,
			themeVision: 1,
			causeTheme: 1,
			why: 1,
			causeMeasure: 5,
			measureOutcome: 30,
			outcomeIndicator: 1
		}
	],
	[
		'i-city-mitori',
		30,
		'9c1255544c7b8ced',
		{
			themeVision: 1,
			causeTheme: 5,
			why: 4,
			gap: 1,
			causeMeasure: 2,
			uses: 1,
			measureOutcome: 16,
			outcomeSource: 10,
			// The example says of these three only in words what they belong to.
			note: 3
		}
	],
	['i-city-council', 8, 'f4e6adde63345c2b', {}]
] as const)('%s reads back word by word with its links', (id, cards, words, kinds) => {
	const board = start(id);
	expect(board.problems).toEqual([]);
	expect(board.cards.size).toBe(cards);
	expect(fingerprint(cardAndPartTexts(board))).toBe(words);
	expect(linkKinds(board)).toEqual(kinds);
});

test.each([
	['daily', '1e06c0122a68b2d0'],
	['discharge', '8c306f5e6d285c6b'],
	['emergency', '76f00bd12bcdaaab'],
	['endOfLife', '1a61f514a990ab22']
] as const)('the case of the four scenes gives theme and vision of %s', (scene, words) => {
	const board = start('i-city-four-scenes', scene);
	expect(board.problems).toEqual([]);
	expect(board.meta.scene).toBe(scene);
	expect(inOrder(board).map(({ type }) => type)).toEqual(['theme', 'vision']);
	expect(fingerprint(cardAndPartTexts(board))).toBe(words);
});

test('the case of 看取り keeps what its cards say beside their text', () => {
	const board = start('i-city-mitori', 'daily');
	const card = (id: string) => inOrder(board).find((found) => found.id === id);
	expect(board.meta).toMatchObject({ title: '見本', municipality: 'I市', scene: 'endOfLife' });
	expect(card('r1')).toMatchObject({ type: 'cause', isRoot: true });
	expect(card('o7')).toMatchObject({ direction: 'down' });
	expect(card('d3')).toMatchObject({ method: 'hearing' });
	expect(card('m1')).toMatchObject({
		audience: '専門職',
		members: ['医師', '訪問看護ステーションの看護師', 'ケアマネジャー']
	});
	expect(card('m2')).toMatchObject({ subActions: [{ audience: '家族', timing: '本年度' }] });
	expect(readLanes(board).rootCause.map((entry) => entry.card.id)).toEqual(['r1', 'k1', 'p1']);
});

test('the fields of the other cases arrive', () => {
	const fact = inOrder(start('a-city-fracture')).find(({ id }) => id === 'f4');
	expect(fact).toMatchObject({ kind: 'hearing', heardFrom: '訪問・通所リハのリハ職' });
	const cause = inOrder(start('c-city-discharge')).find(({ id }) => id === 'c1');
	expect(cause).toMatchObject({ category: '病院スタッフのイメージ力に関する課題', isRoot: false });
	const vision = inOrder(start('g-city-evaluation')).find(({ id }) => id === 'v2');
	expect(vision).toMatchObject({ level: 'collaboration' });
	const council = start('i-city-council');
	expect(council.meta.group).toBe('I市在宅医療・介護連携推進協議会');
	expect(inOrder(council).map(({ profession }) => profession)).toEqual([
		null,
		'physician',
		'physician',
		'hospitalNurse',
		'careManager',
		'careManager',
		'coordinator',
		'publicHealthNurse'
	]);
});

test.each(sceneIds)('a blank board of %s has a head and nothing else', (scene) => {
	const board = open(
		encodeStart('blank', { title: '研修', scene, municipality: 'B市', group: '2卓' }, author)
	);
	expect(board).toMatchObject({
		problems: [],
		isFromNewerVersion: false,
		meta: { title: '研修', scene, municipality: 'B市', group: '2卓', schemaVersion: 1 }
	});
	expect([board.cards.size, board.links.size, board.trash.size]).toEqual([0, 0, 0]);
});

test.each(templateIds)('%s written anew from its plain value is the same board', (id) => {
	const board = start(id);
	const first = inOrder(board)[0]!;
	const withMore: Board = {
		...board,
		meta: { ...board.meta, professionsPresent: ['physician', 'careManager'] },
		trash: new Map([
			[
				`${first.id}x` as Card['id'],
				{ ...first, id: `${first.id}x` as Card['id'], order: 'zz', deletedAt: 5, deletedBy: 'p' }
			]
		])
	};
	const again = open(encodeBoard(withMore));
	const plain = (card: Card) => ({
		...card,
		order: '',
		...(card.type === 'measure'
			? { subActions: card.subActions.map((part) => ({ ...part, id: '' })) }
			: {})
	});
	expect(again.problems).toEqual([]);
	expect(again.meta).toEqual(withMore.meta);
	expect(inOrder(again).map(plain)).toEqual(inOrder(board).map(plain));
	expect([...again.trash.values()].map(plain)).toEqual([...withMore.trash.values()].map(plain));
	expect(linkKinds(again)).toEqual(linkKinds(board));
});

test('a board from outside keeps notes of links and loses control characters', () => {
	const board = start('i-city-mitori');
	const [card] = inOrder(board);
	const [link] = board.links.values();
	const written = open(
		encodeBoard({
			...board,
			meta: { ...board.meta, title: '見\u001b本' },
			cards: new Map([
				...board.cards,
				[card!.id, { ...card!, text: '題\u0000名\u000b二行', disease: '肺\u0007炎' } as Card]
			]),
			links: new Map([...board.links, [link!.id, { ...link!, note: 'なぜ\u0000なら' }]])
		})
	);
	expect(written.problems).toEqual([]);
	expect(written.meta.title).toBe('見本');
	expect(written.cards.get(card!.id)).toMatchObject({ text: '題名\n二行', disease: '肺炎' });
	expect([...written.links.values()].map(({ note }) => note)).toContain('なぜなら');
});

test.each([
	['i-city-mitori', [16]],
	['g-city-evaluation', [5, 30]],
	['a-city-fracture', [8]],
	['c-city-discharge', []]
] as const)('what %s says in one breath is one set of links', (id, sizes) => {
	const sets = new Map<string, number>();
	for (const { set } of start(id).links.values())
		if (set !== null) sets.set(set, (sets.get(set) ?? 0) + 1);
	expect([...sets.values()].sort((a, b) => a - b)).toEqual(sizes);
});
