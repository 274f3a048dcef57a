import type * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import type { Board } from '../method/board.ts';
import type { CardId } from '../method/card.ts';
import type { LinkId } from '../method/link.ts';
import { readLanes } from '../method/lanes.ts';
import {
	addCard,
	chooseRootCause,
	editCardText,
	setCardField,
	withdrawCards
} from './commands/card-commands.ts';
import { addLink, removeLinks } from './commands/link-commands.ts';
import { addRecord } from './commands/record-commands.ts';
import { differencesBetween } from './board-difference.ts';
import { entryOf, rootsOf, textKey } from './layout.ts';
import { rawBoardOf } from './raw-board.ts';
import { readBoard } from './read-board.ts';
import { restore } from './restore.ts';
import { seededRandom } from './seeded-random.ts';
import { LoggedBoard } from './test-log.ts';

const firstSeed = Number(process.env['FUZZ_SEED'] ?? 1_140_000);
const seeds = Array.from({ length: 16 }, (_, run) => firstSeed + run);
const lead = { participant: 'lead', profession: null, now: 9_000_000 };
const nurse = { participant: 'nurse', profession: 'visitingNurse', now: 1 } as const;

function draw(doc: Y.Doc, from: CardId, to: CardId): LinkId {
	const drawn = addLink(doc, { from, to }, nurse);
	if (!('id' in drawn)) throw new Error('not drawn');
	return drawn.id;
}

/** All that people see of a board; the trash is what is behind it. */
function shownOf({ meta, cards, links, records }: Board) {
	const sorted = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
	return { meta, cards: sorted(cards), links: sorted(links), records: sorted(records) };
}

describe('restoring a whole board', () => {
	test.each(seeds)(
		'gives the board of that moment, and can be taken back (FUZZ_SEED=%i)',
		(seed) => {
			const random = seededRandom(seed);
			const board = new LoggedBoard(['a', 'b', 'c']);
			board.live(90, random);
			const to = random.below(board.rows.length + 1);
			const replay = board.at(to);
			const then = shownOf(replay.board());
			const before = shownOf(readBoard(board.doc));
			const undoTo = board.rows.length;

			board.write(null, () => restore(board.doc, replay.raw(), { what: 'board' }, lead));
			expect(shownOf(readBoard(board.doc)), `FUZZ_SEED=${seed}`).toEqual(then);
			expect(board.rows.length - undoTo, `FUZZ_SEED=${seed}`).toBeLessThanOrEqual(1);

			const back = board.at(undoTo);
			board.write(null, () => restore(board.doc, back.raw(), { what: 'board' }, lead));
			expect(shownOf(readBoard(board.doc)), `FUZZ_SEED=${seed}`).toEqual(before);
		}
	);

	test.each(seeds)('agrees with all who go on writing meanwhile (FUZZ_SEED=%i)', (seed) => {
		const random = seededRandom(seed + 500_000);
		const board = new LoggedBoard(['a', 'b', 'c']);
		board.live(60, random);
		const replay = board.at(random.below(board.rows.length + 1));
		const wanted = random.chance(0.5)
			? ({ what: 'board' } as const)
			: ({ what: 'zone', zone: 'cause', cardsThen: [] } as const);
		board.write(null, () => restore(board.doc, replay.raw(), wanted, lead));
		board.live(20, random);
		board.settle();
		const server = shownOf(readBoard(board.doc));
		for (const { doc } of board.seats)
			expect(shownOf(readBoard(doc)), `FUZZ_SEED=${seed}`).toEqual(server);
		expect(shownOf(board.at(board.rows.length).board()), `FUZZ_SEED=${seed}`).toEqual(server);
	});

	test('what was typed while the restore was under way stays in the text', () => {
		const board = new LoggedBoard(['a']);
		const [seat] = board.seats;
		if (!seat) throw new Error('no seat');
		const card = addCard(seat.doc, { type: 'fact', text: '家族の不安' }, seat.author);
		board.settle();
		const replay = board.at(board.rows.length);
		editCardText(seat.doc, card, { index: 5, remove: 0, insert: 'が大きい' });
		board.settle();
		editCardText(seat.doc, card, { index: 0, remove: 0, insert: '夜間の' });
		board.write(null, () => restore(board.doc, replay.raw(), { what: 'board' }, lead));
		board.settle();
		expect(readBoard(board.doc).cards.get(card)?.text).toBe('夜間の家族の不安');
	});
});

describe('restoring a part', () => {
	const setUp = () => {
		const { doc } = new LoggedBoard([]);
		const cause = addCard(doc, { type: 'cause', text: '情報が届かない' }, nurse);
		const fact = addCard(doc, { type: 'fact', text: '退院が急' }, nurse);
		const other = addCard(doc, { type: 'cause', text: '連絡先を知らない' }, nurse);
		const link = draw(doc, cause, other);
		return {
			doc,
			cause,
			fact,
			other,
			link,
			textOf: (id: CardId) => readBoard(doc).cards.get(id)?.text
		};
	};

	test('a card gets back its words, fields, island and lines, and nothing else changes', () => {
		const { doc, cause, fact, other, link, textOf } = setUp();
		const island = addRecord(doc, { kind: 'cluster', title: '島' }, nurse);
		if (!island) throw new Error('not made');
		entryOf(rootsOf(doc).cards, cause)?.set('cluster', island);
		const then = rawBoardOf(doc);
		editCardText(doc, cause, { index: 0, remove: 2, insert: '連絡' });
		editCardText(doc, fact, { index: 0, remove: 2, insert: '転院' });
		setCardField(doc, cause, 'rootReason', '多い');
		entryOf(rootsOf(doc).records, island)?.set('deletedAt', 5);
		removeLinks(doc, [link], nurse);
		withdrawCards(doc, [cause], nurse);
		expect(restore(doc, then, { what: 'card', card: cause }, lead)).toBe(3);
		const board = readBoard(doc);
		expect(board.cards.get(cause)).toMatchObject({ text: '情報が届かない', cluster: island });
		expect(board.links.has(link)).toBe(true);
		expect([...board.records.keys()]).toEqual([island]);
		expect(textOf(fact)).toBe('転院が急');
		expect(textOf(other)).toBe('連絡先を知らない');
		expect(restore(doc, then, { what: 'card', card: cause }, lead)).toBe(0);
	});

	test('a zone gets back what stood there, and what came to it since goes to the trash', () => {
		const { doc, cause, fact, other } = setUp();
		const then = rawBoardOf(doc);
		const cardsThen = readLanes(readBoard(doc)).cause.map(({ card }) => card.id);
		const fresh = addCard(doc, { type: 'cause', text: '新しい' }, nurse);
		const outside = draw(doc, cause, fact);
		withdrawCards(doc, [other], nurse);
		editCardText(doc, fact, { index: 0, remove: 2, insert: '転院' });
		restore(doc, then, { what: 'zone', zone: 'cause', cardsThen }, lead);
		const board = readBoard(doc);
		expect(
			readLanes(board)
				.cause.map(({ card }) => card.id)
				.sort()
		).toEqual([cause, other].sort());
		expect(board.trash.get(fresh)).toMatchObject({ deletedBy: 'lead', text: '新しい' });
		expect(board.cards.get(fact)?.text).toBe('転院が急');
		expect(board.links.has(outside)).toBe(true);
	});

	test('a root cause that comes back takes the place of the one chosen since', () => {
		const { doc, cause, other } = setUp();
		chooseRootCause(doc, cause);
		const then = rawBoardOf(doc);
		chooseRootCause(doc, other);
		restore(doc, then, { what: 'card', card: cause }, lead);
		const roots = [...readBoard(doc).cards.values()].filter(
			(card) => card.type === 'cause' && card.isRoot
		);
		expect(roots.map(({ id }) => id)).toEqual([cause]);
	});

	test('only the stretch of a text that differs is written', () => {
		const { doc, fact } = setUp();
		const then = rawBoardOf(doc);
		editCardText(doc, fact, { index: 3, remove: 0, insert: 'とても' });
		const text = entryOf(rootsOf(doc).cards, fact)?.get(textKey);
		const deltas: unknown[] = [];
		(text as { observe(listener: (event: { delta: unknown }) => void): void }).observe(
			({ delta }) => deltas.push(delta)
		);
		restore(doc, then, { what: 'board' }, lead);
		expect(deltas).toEqual([[{ retain: 3 }, { delete: 3 }]]);
	});
});

test('the difference between two moments marks every card once', () => {
	const { doc } = new LoggedBoard([]);
	const [kept, moved, changed, gone] = ['一', '二', '三', '四'].map((text) =>
		addCard(doc, { type: 'cause', text }, nurse)
	) as [CardId, CardId, CardId, CardId];
	const before = readBoard(doc);
	entryOf(rootsOf(doc).cards, moved)?.set('position', [5, 6]);
	editCardText(doc, changed, { index: 1, remove: 0, insert: '番' });
	entryOf(rootsOf(doc).cards, changed)?.set('position', [7, 8]);
	withdrawCards(doc, [gone], nurse);
	const fresh = addCard(doc, { type: 'fact', text: '五' }, nurse);
	const link = draw(doc, fresh, kept);
	const { cards, links, head } = differencesBetween(before, readBoard(doc));
	expect(
		cards.map(({ id, mark, zoneBefore, zoneAfter }) => [id, mark, zoneBefore, zoneAfter])
	).toEqual([
		[moved, 'moved', 'cause', 'cause'],
		[changed, 'changed', 'cause', 'cause'],
		[fresh, 'added', null, 'fact'],
		[gone, 'removed', 'cause', null]
	]);
	expect(cards[1]).toMatchObject({ textBefore: '三', textAfter: '三番', fields: [] });
	expect(links).toEqual({ added: [link], changed: [], removed: [] });
	expect(head).toEqual([]);
});
