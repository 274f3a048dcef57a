import type * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import type { CardId } from '../method/card.ts';
import {
	addCard,
	chooseRootCause,
	editCardText,
	setCardField,
	setCardVotes,
	withdrawCards
} from './commands/card-commands.ts';
import { addLink } from './commands/link-commands.ts';
import { addRecord } from './commands/record-commands.ts';
import { CardStory } from './card-story.ts';
import { entryOf, rootsOf } from './layout.ts';
import { LogReplay } from './log-replay.ts';
import type { RawBoard } from './raw-board.ts';
import { rawBoardOf } from './raw-board.ts';
import { readBoard } from './read-board.ts';
import { ReplaySteps } from './replay-steps.ts';
import { previewRollBack } from './roll-back-preview.ts';
import type { RollBackPlan } from './roll-back.ts';
import { rollBack, RollBackPlanner } from './roll-back.ts';
import { seededRandom } from './seeded-random.ts';
import { LoggedBoard } from './test-log.ts';

const firstSeed = Number(process.env['FUZZ_SEED'] ?? 2_140_000);
const seeds = Array.from({ length: 20 }, (_, run) => firstSeed + run);
const lead = { participant: 'lead', profession: null, now: 9_000_000 };

/** Every field and text of a board by name; absent ones are not in it. */
function valuesOf({ meta, ...roots }: RawBoard): ReadonlyMap<string, string> {
	const values = new Map<string, string>();
	for (const [key, value] of Object.entries(meta))
		values.set(`meta//${key}`, JSON.stringify(value));
	for (const [root, entries] of Object.entries(roots))
		for (const [id, { fields, text }] of entries) {
			for (const [key, value] of Object.entries(fields))
				values.set(`${root}/${id}/${key}`, JSON.stringify(value));
			if (text !== null) values.set(`${root}/${id}/text`, text);
		}
	return values;
}

/** Who wrote what after a row, told by comparing the board before and after every row. */
function writersSince(board: LoggedBoard, since: number): ReadonlyMap<string, readonly string[]> {
	const writers = new Map<string, string[]>();
	const replay = board.at(since);
	let before = valuesOf(replay.raw());
	for (const row of board.rows.slice(since)) {
		replay.skip([row]);
		const after = valuesOf(replay.raw());
		for (const name of new Set([...before.keys(), ...after.keys()]))
			if (before.get(name) !== after.get(name))
				writers.set(name, [...(writers.get(name) ?? []), row.writer ?? 'server']);
		before = after;
	}
	return writers;
}

function planFor(board: LoggedBoard, participant: string, since: number): RollBackPlan {
	const replay = board.at(since);
	const planner = new RollBackPlanner();
	for (const row of board.rows.slice(since))
		planner.note(replay.step(row), row.writer === participant);
	return planner.plan(replay.raw());
}

describe('rolling one person back', () => {
	test.each(seeds)('never changes what somebody else wrote last (FUZZ_SEED=%i)', (seed) => {
		const random = seededRandom(seed);
		const board = new LoggedBoard(['a', 'b', 'c']);
		board.live(100, random);
		const since = random.below(board.rows.length);
		const writers = writersSince(board, since);
		const plan = planFor(board, 'a', since);
		const between = board.rows.length;
		// Others go on while somebody looks at the preview.
		if (random.chance(0.5)) board.live(random.below(8), random);
		const written = writersSince(board, between);
		const before = valuesOf(rawBoardOf(board.doc));
		board.write(null, () => rollBack(board.doc, plan, lead));
		const after = valuesOf(rawBoardOf(board.doc));

		const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
			(name) => before.get(name) !== after.get(name)
		);
		const lastWriter = (name: string) => (written.get(name) ?? writers.get(name) ?? []).at(-1);
		const isNewFlag = (name: string) => /\/deleted(At|By)$/.test(name) && !before.has(name);
		const harms = changed.filter((name) =>
			isNewFlag(name) ? ['b', 'c'].includes(lastWriter(name) ?? '') : lastWriter(name) !== 'a'
		);
		expect(harms, `FUZZ_SEED=${seed}`).toEqual([]);
		// A card that went bears nothing of others.
		const gone = changed.filter((name) => name.endsWith('/deletedAt') && after.has(name));
		for (const name of gone.filter(isNewFlag)) {
			const record = name.slice(0, name.lastIndexOf('/') + 1);
			const others = [...writers, ...written].filter(
				([other, people]) => other.startsWith(record) && people.some((person) => person !== 'a')
			);
			expect(others, `FUZZ_SEED=${seed}`).toEqual([]);
		}
	});

	test.each(seeds)('undoes all of somebody who wrote alone (FUZZ_SEED=%i)', (seed) => {
		const random = seededRandom(seed + 500_000);
		const board = new LoggedBoard(['a', 'b']);
		board.live(50, random);
		board.settle();
		const since = board.rows.length;
		const then = readBoard(board.doc);
		board.live(30, random, board.seats.slice(0, 1));
		board.settle();
		const plan = planFor(board, 'a', since);
		board.write(null, () => rollBack(board.doc, plan, lead));
		const now = readBoard(board.doc);
		expect(new Map(now.cards), `FUZZ_SEED=${seed}`).toEqual(then.cards);
		expect(new Map(now.links), `FUZZ_SEED=${seed}`).toEqual(then.links);
		expect(new Map(now.records), `FUZZ_SEED=${seed}`).toEqual(then.records);
		expect(now.meta, `FUZZ_SEED=${seed}`).toEqual(then.meta);
	});
});

describe('rolling back by example', () => {
	const people = () => {
		const board = new LoggedBoard(['a', 'b']);
		const [a, b] = board.seats as [LoggedBoard['seats'][0], LoggedBoard['seats'][0]];
		const doing = <T>(seat: typeof a, what: (doc: Y.Doc, author: typeof a.author) => T): T => {
			board.settle();
			const done = what(seat.doc, seat.author);
			board.settle();
			return done;
		};
		const fact = doing(b, (doc, author) =>
			addCard(doc, { type: 'fact', text: '退院が急' }, author)
		);
		const cause = doing(b, (doc, author) => addCard(doc, { type: 'cause', text: '原因' }, author));
		const since = board.rows.length;
		const rolledBack = (meanwhile = () => {}) => {
			const plan = planFor(board, 'a', since);
			const preview = previewRollBack(plan, rawBoardOf(board.doc));
			meanwhile();
			board.write(null, () => rollBack(board.doc, plan, lead));
			return { preview, board: readBoard(board.doc) };
		};
		return { a, b, doing, fact, cause, rolledBack };
	};

	test('puts back to what another wrote between, and leaves what another wrote after', () => {
		const { a, b, doing, fact, cause, rolledBack } = people();
		const write = (text: string) => (doc: Y.Doc) =>
			editCardText(doc, fact, { index: 0, remove: 99, insert: text });
		doing(a, write('らくがき'));
		doing(b, write('転院が急'));
		doing(a, write('らくがき二'));
		doing(a, write('らくがき三'));
		doing(a, (doc) => setCardField(doc, cause, 'rootReason', '多い'));
		doing(b, (doc) => setCardField(doc, cause, 'rootReason', '大きい'));
		const { preview, board } = rolledBack();
		expect(board.cards.get(fact)?.text).toBe('転院が急');
		expect(board.cards.get(cause)).toMatchObject({ rootReason: '大きい' });
		expect(preview.cards).toEqual([
			{ id: fact, what: 'putBack', textBefore: 'らくがき三', textAfter: '転院が急', fields: [] }
		]);
		expect(preview.kept).toEqual([{ id: cause, text: '原因' }]);
	});

	test('a card of theirs goes with its lines, unless somebody wrote in it, linked it or voted on it', () => {
		const { a, b, doing, fact, cause, rolledBack } = people();
		const [alone, written, linked, voted, grouped] = ['一', '二', '三', '四', '五'].map((text) =>
			doing(a, (doc, author) => addCard(doc, { type: 'cause', text }, author))
		) as [CardId, CardId, CardId, CardId, CardId];
		for (const card of [alone, linked])
			doing(a, (doc, author) => addLink(doc, { from: card, to: fact }, author));
		const island = doing(a, (doc, author) =>
			addRecord(doc, { kind: 'cluster', title: '島' }, author)
		);
		doing(b, (doc) => editCardText(doc, written, { index: 1, remove: 0, insert: '番' }));
		doing(b, (doc, author) => addLink(doc, { from: linked, to: cause }, author));
		doing(b, (doc) => setCardVotes(doc, voted, 3));
		doing(a, (doc) => entryOf(rootsOf(doc).cards, grouped)?.set('cluster', island));
		doing(b, (doc) => entryOf(rootsOf(doc).cards, cause)?.set('cluster', island));
		const { preview, board } = rolledBack();
		expect([...board.trash.keys()].sort()).toEqual([alone, grouped].sort());
		expect(board.trash.get(alone)?.deletedBy).toBe('lead');
		expect([...board.links.values()].map(({ from, to }) => [from, to])).toEqual(
			expect.arrayContaining([
				[linked, fact],
				[linked, cause]
			])
		);
		expect(board.links.size).toBe(2);
		expect(board.records.size).toBe(1);
		expect(preview.cards.map(({ id, what }) => [id, what])).toEqual([
			[alone, 'withdrawn'],
			[grouped, 'withdrawn']
		]);
		expect(preview).toMatchObject({ links: 1, records: 0, head: 0 });
		expect(preview.kept.map(({ text }) => text)).toEqual(['二番', '三', '四']);
	});

	test('leaves what others touch between the preview and the moment it is done', () => {
		const { a, b, doing, fact, cause, rolledBack } = people();
		const type = (card: CardId, index: number, insert: string) => (doc: Y.Doc) =>
			editCardText(doc, card, { index, remove: 0, insert });
		for (const card of [fact, cause]) doing(a, type(card, 0, 'あ'));
		const [linked, written, alone] = ['一', '二', '三'].map((text) =>
			doing(a, (doc, author) => addCard(doc, { type: 'cause', text }, author))
		) as [CardId, CardId, CardId];
		const { board } = rolledBack(() => {
			doing(b, type(fact, 0, 'い'));
			doing(b, (doc, author) => addLink(doc, { from: linked, to: cause }, author));
			doing(b, type(written, 1, '番'));
		});
		expect(board.cards.get(fact)?.text).toBe('いあ退院が急');
		expect(board.cards.get(cause)?.text).toBe('原因');
		expect([linked, written, alone].map((card) => board.cards.has(card))).toEqual([
			true,
			true,
			false
		]);
	});

	test('brings back what they withdrew, and never makes a second root cause', () => {
		const { a, b, doing, fact, cause, rolledBack } = people();
		const other = doing(b, (doc, author) => addCard(doc, { type: 'cause', text: '別' }, author));
		doing(b, (doc) => chooseRootCause(doc, cause));
		doing(a, (doc) => chooseRootCause(doc, null));
		doing(b, (doc) => chooseRootCause(doc, other));
		doing(a, (doc, author) => withdrawCards(doc, [fact], author));
		doing(b, (doc) => editCardText(doc, fact, { index: 0, remove: 0, insert: 'この' }));
		const { preview, board } = rolledBack();
		expect(board.cards.get(fact)?.text).toBe('この退院が急');
		expect(preview.cards.find(({ id }) => id === fact)?.what).toBe('broughtBack');
		const roots = [...board.cards.values()].filter((card) => card.type === 'cause' && card.isRoot);
		expect(roots.map(({ id }) => id)).toEqual([other]);
	});
});

describe('the rows of a log', () => {
	test('become the history of a card, one person’s typing in one entry', () => {
		const board = new LoggedBoard(['a', 'b']);
		const [a, b] = board.seats as [LoggedBoard['seats'][0], LoggedBoard['seats'][0]];
		const card = addCard(a.doc, { type: 'cause', text: '' }, a.author);
		for (const [index, sign] of ['退', '院', 'が', '急'].entries())
			editCardText(a.doc, card, { index, remove: 0, insert: sign });
		board.settle();
		const other = addCard(b.doc, { type: 'cause', text: '原因' }, b.author);
		addLink(b.doc, { from: other, to: card }, b.author);
		setCardField(b.doc, card, 'rootReason', '多い');
		withdrawCards(b.doc, [card], b.author);
		board.settle();
		const story = new CardStory(card);
		const steps = new ReplaySteps(new Set([3]));
		const replay = new LogReplay(null);
		for (const row of board.rows) {
			const changes = replay.step(row);
			story.note(row, changes);
			steps.note(row, changes);
		}
		expect(story.entries).toMatchObject([
			{ before: 0, seq: 5, writer: 'a', what: 'created', text: { before: '', after: '退院が急' } },
			{ before: 6, seq: 7, writer: 'b', what: 'linked', text: null },
			{
				before: 7,
				seq: 8,
				writer: 'b',
				what: 'changed',
				fields: [{ key: 'rootReason', after: '多い' }]
			},
			{ before: 8, seq: 9, writer: 'b', what: 'withdrawn', fields: [] }
		]);
		expect(steps.steps.map(({ seq, writer, cards, links }) => [seq, writer, cards, links])).toEqual(
			[
				[3, 'a', [{ id: card, mark: 'added' }], 0],
				[5, 'a', [{ id: card, mark: 'changed' }], 0],
				[
					9,
					'b',
					[
						{ id: other, mark: 'added' },
						{ id: card, mark: 'removed' }
					],
					1
				]
			]
		);
	});
});
