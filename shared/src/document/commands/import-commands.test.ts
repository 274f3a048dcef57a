import * as Y from 'yjs';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Board } from '../../method/board.ts';
import type { BoardChange } from '../../method/board-changes.ts';
import type { CardId, CardOf } from '../../method/card.ts';
import { compareByOrder } from '../../method/card.ts';
import type { CardType } from '../../method/ids.ts';
import type { LinkId } from '../../method/link.ts';
import { inspectUpdate } from '../guard.ts';
import { History } from '../history.ts';
import { judgeTransaction } from '../judge-records.ts';
import { rootsOf, textKey } from '../layout.ts';
import { readBoard } from '../read-board.ts';
import { addCard, editCardText, setCardField, withdrawCards } from './card-commands.ts';
import { applyBoardChanges } from './import-commands.ts';
import { addLink } from './link-commands.ts';
import { setCardPart } from './part-commands.ts';

const recorder = { participant: 'recorder', profession: null, now: 500 };
const nurse = { participant: 'nurse', profession: null, now: 600 };

let doc: Y.Doc;
let cause: CardId;
let measure: CardId;
let link: LinkId;

beforeEach(() => {
	doc = new Y.Doc();
	cause = addCard(doc, { type: 'cause', text: '在宅医が足りない地域がある' }, nurse);
	measure = addCard(doc, { type: 'measure', text: '研修を行う' }, nurse);
	const added = addLink(doc, { from: cause, to: measure }, nurse);
	link = 'id' in added ? added.id : ('' as LinkId);
});

function newCard(
	key: string,
	type: CardType,
	text: string,
	more: Partial<Extract<BoardChange, { kind: 'addCard' }>> = {}
): BoardChange {
	return {
		kind: 'addCard',
		key,
		id: null,
		type,
		text,
		fields: {},
		parts: {},
		votes: null,
		after: null,
		...more
	};
}

function apply(...changes: readonly BoardChange[]) {
	return applyBoardChanges(doc, changes, recorder);
}

function card(id: CardId) {
	return readBoard(doc).cards.get(id);
}

/** What people see of a board: all but the trash and what stands in problems. */
function seen({ meta, cards, links }: Board) {
	return {
		meta,
		cards: [...cards.values()].sort(compareByOrder),
		links: [...links.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
	};
}

describe('what a file wants', () => {
	test('cards come with fields, lists, votes and links, behind the card they name', () => {
		const parts = { subActions: [{ id: 's1', text: 'パンフレットを作る', order: 'a0' }] };
		const applied = apply(
			newCard('a', 'cause', '往診の体制がない', { after: { card: cause }, votes: 4 }),
			newCard('b', 'measure', '当番制をつくる', {
				id: 'fromFile01' as CardId,
				fields: { owner: '医師会' },
				parts,
				after: { card: measure }
			}),
			{ kind: 'addLink', from: { key: 'a' }, to: { key: 'b' }, link: null },
			{ kind: 'setHead', key: 'group', value: '3卓' }
		);
		const board = readBoard(doc);
		expect(applied.left).toEqual([]);
		expect(applied.added.get('b')).toBe('fromFile01');
		expect(board.cards.get('fromFile01' as CardId)).toMatchObject({
			text: '当番制をつくる',
			owner: '医師会',
			subActions: [{ id: 's1', text: 'パンフレットを作る' }],
			createdBy: 'recorder'
		});
		expect([...board.cards.values()].sort(compareByOrder).map(({ text }) => text)).toEqual([
			'在宅医が足りない地域がある',
			'往診の体制がない',
			'研修を行う',
			'当番制をつくる'
		]);
		expect(board.cards.get(applied.added.get('a') ?? cause)?.votes).toBe(4);
		expect(board.meta.group).toBe('3卓');
		expect([...board.links.values()].map(({ from, to }) => [from, to])).toContainEqual([
			applied.added.get('a'),
			'fromFile01'
		]);
	});

	test('words of somebody else carry the profession they were said in, or none', () => {
		const asNurse = { ...recorder, profession: 'visitingNurse' } as const;
		const { added } = applyBoardChanges(
			doc,
			[
				newCard('a', 'note', '医師の意見', { profession: 'physician' }),
				newCard('b', 'note', '誰かの意見', { profession: null }),
				newCard('c', 'note', '自分の意見')
			],
			asNurse
		);
		const said = ['a', 'b', 'c'].map((key) => card(added.get(key) ?? cause)?.profession);
		expect(said).toEqual(['physician', null, 'visitingNurse']);
	});

	test('an id that is taken here is not used twice', () => {
		const applied = apply(newCard('a', 'fact', '別の紙', { id: cause }));
		expect(applied.added.get('a')).not.toBe(cause);
		expect(card(cause)?.text).toBe('在宅医が足りない地域がある');
	});

	test('only the differing stretch of a text is written', () => {
		const text = rootsOf(doc).cards.get(cause) as Y.Map<unknown>;
		const words = text.get(textKey) as Y.Text;
		const cursor = Y.createRelativePositionFromTypeIndex(words, words.length);
		const deltas: unknown[] = [];
		words.observe(({ delta }) => deltas.push(...delta));
		apply({ kind: 'changeCard', card: cause, text: '在宅医が少ない地域がある' });
		expect(card(cause)?.text).toBe('在宅医が少ない地域がある');
		expect(deltas).toEqual([{ retain: 4 }, { delete: 2 }, { insert: '少' }]);
		expect(Y.createAbsolutePositionFromRelativePosition(cursor, doc)?.index).toBe(12);
	});

	test('members of a list take the place of those with their id, others go, votes can be taken back', () => {
		setCardPart(doc, measure, 'subActions', 'one', { text: '一', order: 'a0' });
		setCardPart(doc, measure, 'subActions', 'two', { text: '二', order: 'a1' });
		apply({ kind: 'changeCard', card: measure, votes: 3 });
		apply({
			kind: 'changeCard',
			card: measure,
			votes: null,
			parts: {
				subActions: [
					{ id: 'two', text: '二つ目', order: 'a1' },
					{ text: '三', order: 'a2' }
				]
			}
		});
		const { subActions, votes } = card(measure) as CardOf<'measure'>;
		expect(subActions.map(({ text }) => text)).toEqual(['二つ目', '三']);
		expect(subActions[0]?.id).toBe('two');
		expect(votes).toBeNull();
	});

	test('the one 解決すべき原因 of a board is the one the file names', () => {
		setCardField(doc, cause, 'isRoot', true);
		const applied = apply(newCard('a', 'cause', '根', { fields: { isRoot: true } }));
		const roots = [...readBoard(doc).cards.values()].filter(
			(one) => one.type === 'cause' && one.isRoot
		);
		expect(roots.map(({ id }) => id)).toEqual([applied.added.get('a')]);
	});

	test('cards and links go to where they can come back from', () => {
		apply({ kind: 'removeLink', link }, { kind: 'removeCard', card: cause });
		const board = readBoard(doc);
		expect([board.links.size, board.trash.get(cause)?.deletedBy]).toEqual([0, 'recorder']);
	});

	test('a link that changes its kind is drawn again', () => {
		const other = addCard(doc, { type: 'cause', text: 'なぜ' }, nurse);
		const old = addLink(doc, { from: other, to: cause, kind: 'why' }, nurse);
		apply(
			{
				kind: 'addLink',
				from: { card: other },
				to: { card: cause },
				link: 'writtenFrom'
			},
			{ kind: 'removeLink', link: 'id' in old ? old.id : link }
		);
		const links = [...readBoard(doc).links.values()].filter(({ from }) => from === other);
		expect(links.map(({ kind }) => kind)).toEqual(['writtenFrom']);
	});
});

describe('what is not allowed', () => {
	test('is left out and told, and the rest is done', () => {
		withdrawCards(doc, [cause], nurse);
		const applied = apply(
			{ kind: 'changeCard', card: cause, text: 'もうない' },
			{ kind: 'removeCard', card: cause },
			{ kind: 'changeCard', card: measure, fields: { owner: 7, unknown: 'x' }, votes: 10_000 },
			{ kind: 'addLink', from: { card: cause }, to: { card: measure }, link: null },
			{ kind: 'addLink', from: { card: measure }, to: { card: measure }, link: null },
			{ kind: 'setHead', key: 'kind', value: 'nowhere' },
			{ kind: 'setHead', key: 'schemaVersion' as 'title', value: '9' },
			newCard('a', 'bogus' as CardType, 'x'),
			newCard('b', 'fact', `${'あ'.repeat(1999)}𠮷`),
			newCard('c', 'indicator', '看取り率', {
				parts: { values: [{ id: 'x', value: '1' }], nothing: [] },
				id: '__proto__' as CardId
			})
		);
		expect(applied.left).toHaveLength(10);
		expect(applied.removed.size).toBe(0);
		const board = readBoard(doc);
		expect(board.problems).toEqual([]);
		expect(board.trash.get(cause)?.text).toBe('在宅医が足りない地域がある');
		expect(board.cards.get(applied.added.get('b') ?? cause)?.text).toBe(
			`${'あ'.repeat(1999)}\ufffd`
		);
		expect(board.cards.get(applied.added.get('c') ?? cause)).toMatchObject({ values: [] });
	});

	test('control characters and lone surrogates are cleaned away', () => {
		const applied = apply(
			newCard('a', 'measure', 'か\u3099\u0000\ud800', { fields: { owner: '医\u0007師会' } })
		);
		expect(card(applied.added.get('a') ?? cause)).toMatchObject({
			text: 'が\ufffd',
			owner: '医師会'
		});
	});

	test('nothing that an import writes is refused by the server', () => {
		const before = Y.encodeStateAsUpdate(doc);
		const updates: Uint8Array[] = [];
		doc.on('update', (update: Uint8Array) => updates.push(update));
		apply(
			newCard('a', 'measure', '案', {
				fields: { members: ['保健師', 'ケアマネ'] },
				parts: { roles: [{ id: 'r1', order: 'a0', who: '保健師', part: 'lead', more: 1 }] },
				votes: 0
			}),
			newCard('b', 'indicator', '率', { parts: { values: [{ id: '2025', value: '3' }] } }),
			{ kind: 'changeCard', card: cause, type: 'fact', text: '在宅医が少ない', votes: 2 },
			{ kind: 'addLink', from: { key: 'a' }, to: { card: cause }, link: null }
		);
		const server = new Y.Doc();
		const roots = rootsOf(server);
		Y.applyUpdate(server, before);
		const limits = { maxClock: 2 ** 31, maxCards: 50, maxLinks: 50, maxRecords: 50 };
		const verdicts: unknown[] = [];
		server.on('afterTransaction', (transaction) => {
			verdicts.push(
				judgeTransaction(transaction, roots, {
					limits,
					mayLead: false,
					participantId: 'p',
					profession: null,
					may: () => true
				})
			);
		});
		for (const update of updates) {
			expect(inspectUpdate(update, limits).ok).toBe(true);
			Y.applyUpdate(server, update);
		}
		expect(verdicts).toEqual([null]);
		expect(seen(readBoard(server))).toEqual(seen(readBoard(doc)));
	});
});

describe('taking it back', () => {
	let history: History;
	let theirs: Y.Doc;

	beforeEach(() => {
		history = new History(doc, () => recorder);
		theirs = new Y.Doc();
		connect(doc, theirs);
		connect(theirs, doc);
		Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc), 'line');
	});

	const changes = (): readonly BoardChange[] => [
		{ kind: 'changeCard', card: cause, text: '在宅医が少ない地域がある', votes: 2 },
		{ kind: 'changeCard', card: measure, text: '研修会を開く', fields: { owner: '保健所' } },
		newCard('a', 'cause', '夜間に動けない', { after: { card: cause } }),
		{ kind: 'addLink', from: { key: 'a' }, to: { card: measure }, link: null },
		{ kind: 'removeLink', link },
		{ kind: 'setHead', key: 'title', value: '退院支援' }
	];

	test('is one step and leaves the board as it was; doing it again does all of it', () => {
		const before = seen(readBoard(doc));
		apply(...changes());
		const after = seen(readBoard(doc));
		expect(history.undoGesture).toBe('importChanges');
		expect(history.undo()).toBe('done');
		expect(seen(readBoard(doc))).toEqual(before);
		expect(history.undoGesture).toBeNull();
		expect(history.redo()).toBe('done');
		expect(seen(readBoard(doc))).toEqual(after);
		expect(history.undo()).toBe('done');
		expect(seen(readBoard(doc))).toEqual(before);
		expect(seen(readBoard(theirs))).toEqual(before);
	});

	test('leaves what others wrote since', () => {
		const applied = apply(...changes());
		const added = applied.added.get('a') ?? cause;
		editCardText(theirs, cause, { index: 12, remove: 0, insert: '（山間部）' });
		setCardField(theirs, measure, 'owner', '医師会');
		setCardField(theirs, added, 'category', '体制');
		expect(history.undo()).toBe('done');
		const board = readBoard(doc);
		expect(board.cards.get(cause)?.text).toBe('在宅医が足りない地域がある（山間部）');
		expect(board.cards.get(measure)).toMatchObject({ text: '研修を行う', owner: '医師会' });
		expect(board.cards.get(added)).toMatchObject({ text: '夜間に動けない', category: '体制' });
	});

	test('is told apart from writing that goes on in one of its cards', () => {
		apply(...changes());
		history.beginText(cause);
		editCardText(doc, cause, { index: 0, remove: 0, insert: '県内で' });
		history.endText();
		expect([history.undo(), card(cause)?.text]).toEqual(['done', '在宅医が少ない地域がある']);
		expect([history.undo(), card(cause)?.text]).toEqual(['done', '在宅医が足りない地域がある']);
	});

	test('also while one of its cards is open in an editor', () => {
		history.beginText(cause);
		editCardText(doc, cause, { index: 0, remove: 0, insert: '県内で' });
		apply(...changes().slice(1, 2), { kind: 'changeCard', card: cause, text: '県外で足りない' });
		expect(history.undo()).toBe('done');
		expect(card(cause)?.text).toBe('県内で在宅医が足りない地域がある');
		expect(card(measure)?.text).toBe('研修を行う');
	});
});

function connect(from: Y.Doc, to: Y.Doc): void {
	from.on('update', (update: Uint8Array, origin: unknown) => {
		if (origin !== 'line') Y.applyUpdate(to, update, 'line');
	});
}
