import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { addCard, editCardText, insertCards, withdrawCards } from './commands/card-commands.ts';
import { setCardPart } from './commands/part-commands.ts';
import { setBoardMeta, setProfessionPresent, setStepDone } from './commands/board-commands.ts';
import { addRecord, removeRecords, setRecordField } from './commands/record-commands.ts';
import { addLink, removeLinks, setLinkNote } from './commands/link-commands.ts';
import type { GuardReason } from './guard.ts';
import { inspectUpdate } from './guard.ts';
import { judgeTransaction } from './judge-records.ts';
import { entryOf, rootsOf } from './layout.ts';
import type { Author } from './origins.ts';
import { orderBetween } from './write-card.ts';
import type { CardId } from '../method/card.ts';

const limits = { maxClock: 2 ** 31, maxCards: 50, maxLinks: 50, maxRecords: 50 };
const author: Author = { participant: 'p', profession: 'physician', now: 1_800_000_000_000 };

/** What the server would say to a change made on a copy of the board. */
function judge(
	board: Y.Doc,
	change: (copy: Y.Doc) => void,
	mayLead = false
): GuardReason | 'missing' | null {
	const copy = new Y.Doc();
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(board));
	const before = Y.encodeStateVector(copy);
	change(copy);
	const update = Y.encodeStateAsUpdate(copy, before);
	const inspection = inspectUpdate(update, limits);
	if (!inspection.ok) return inspection.reason;
	let verdict: GuardReason | null = null;
	const server = new Y.Doc();
	const roots = rootsOf(server);
	Y.applyUpdate(server, Y.encodeStateAsUpdate(board));
	server.on('afterTransaction', (transaction) => {
		verdict = judgeTransaction(transaction, roots, {
			limits,
			mayLead,
			participantId: author.participant,
			profession: author.profession,
			may: () => true
		});
	});
	Y.applyUpdate(server, update);
	return verdict;
}

function boardOf(count = 1): { readonly doc: Y.Doc; readonly ids: readonly CardId[] } {
	const doc = new Y.Doc();
	const cards = Array.from({ length: count }, (_, index) => ({
		type: 'measure' as const,
		text: `対策${index}`
	}));
	return { doc, ids: insertCards(doc, cards, [], author) };
}

const raw = (doc: Y.Doc, id: string) => entryOf(rootsOf(doc).cards, id)!;

test('every command of the program passes', () => {
	const { doc, ids } = boardOf(4);
	const [first, second] = [ids[0]!, ids[1]!];
	expect(
		judge(doc, (copy) => {
			const id = addCard(copy, { type: 'cause', text: '原因', fields: { isRoot: true } }, author);
			editCardText(copy, id, { index: 1, remove: 1, insert: '人手不足' });
			editCardText(copy, first, { index: 0, remove: 2, insert: '研修を開く' });
			setCardPart(copy, first, 'subActions', null, { order: 'a0', text: '①' });
			const link = addLink(copy, { from: id, to: first }, author);
			if ('id' in link) {
				setLinkNote(copy, link.id, 'メモ');
				removeLinks(copy, [link.id], author);
			}
			addLink(copy, { from: first, to: second }, author);
			withdrawCards(copy, [second], author);
			setBoardMeta(copy, 'municipality', 'I市');
			setProfessionPresent(copy, 'physician', true);
			setStepDone(copy, 'cause', true);
			const role = { order: 'a0', who: '医師', part: 'lead' } as const;
			setCardPart(copy, first, 'roles', null, role);
			const pin = addRecord(copy, { kind: 'pin', place: 'acute', disease: '骨折' }, author);
			if (pin) {
				setRecordField(copy, pin, 'disease', '肺炎');
				removeRecords(copy, [pin], author);
			}
		})
	).toBeNull();
});

test.each<[string, GuardReason, (copy: Y.Doc, id: string) => void]>([
	['an unknown root', 'unknownRoot', (copy) => copy.getMap('other').set('a', 1)],
	['a list', 'badRecord', (copy, id) => raw(copy, id).set('list', new Y.Array())],
	['XML', 'badRecord', (copy, id) => raw(copy, id).set('xml', new Y.XmlText('x'))],
	['a subdocument', 'badRecord', (copy, id) => raw(copy, id).set('doc', new Y.Doc())],
	['bytes', 'badRecord', (copy, id) => raw(copy, id).set('order', Uint8Array.of(1))],
	['a map in a record', 'badRecord', (copy, id) => raw(copy, id).set('note', new Y.Map())],
	['a format', 'badRecord', (copy, id) => text(copy, id).format(0, 1, { bold: true })],
	['an embed', 'badRecord', (copy, id) => text(copy, id).insertEmbed(0, { a: 1 })],
	['an attribute of a text', 'badRecord', (copy, id) => text(copy, id).setAttribute('a', 1)],
	['an unknown key', 'badRecord', (copy, id) => raw(copy, id).set('colour', 'red')],
	['a key of every object', 'badRecord', (copy, id) => raw(copy, id).set('toString', 'x')],
	['a NaN position', 'badRecord', (copy, id) => raw(copy, id).set('position', [NaN, 0])],
	['an unknown type', 'badRecord', (copy, id) => raw(copy, id).set('type', 'virus')],
	[
		'an unknown key in a part',
		'badRecord',
		(copy, id) => raw(copy, id).set('sub.a', { order: 'a0', text: '', x: 1 })
	],
	[
		'a card without text',
		'badRecord',
		(copy) => rootsOf(copy).cards.set('new', new Y.Map([['type', 'note']]))
	],
	['a card that is a value', 'badRecord', (copy) => rootsOf(copy).cards.set('new', 'card')],
	[
		'a bad id',
		'badRecord',
		(copy) => void addCard(copy, { id: 'a b' as CardId, type: 'note', text: '' }, author)
	],
	[
		'keys without cards that would fill the board',
		'notAllowed',
		(copy) =>
			copy.transact(() => {
				rootsOf(copy).cards.set('ghost', new Y.Map());
				rootsOf(copy).cards.delete('ghost');
			})
	],
	[
		'more parts than a board file holds',
		'badRecord',
		(copy, id) =>
			copy.transact(() => {
				for (let part = 0; part < 101; part++)
					raw(copy, id).set(`sub.p${part}`, { order: 'a0', text: '' });
			})
	],
	[
		'a new card with more parts than a board file holds',
		'badRecord',
		(copy) => {
			const subActions = Array.from({ length: 101 }, () => ({ order: 'a0', text: '' }));
			insertCards(copy, [{ type: 'measure', text: '', parts: { subActions } }], [], author);
		}
	],
	[
		'another author of a card',
		'notAllowed',
		(copy, id) => raw(copy, id).set('createdBy', 'somebody')
	],
	[
		'another profession of a card’s author',
		'notAllowed',
		(copy, id) => raw(copy, id).set('profession', 'careManager')
	],
	['a card without its author', 'notAllowed', (copy, id) => raw(copy, id).delete('createdBy')],
	['a record of no kind', 'badRecord', (copy) => record(copy, 'new', { place: 'acute' })],
	['a record of an unknown kind', 'badRecord', (copy) => record(copy, 'new', { kind: 'virus' })],
	[
		'a record with a field of another kind',
		'badRecord',
		(copy) => record(copy, 'new', { kind: 'pin', title: '島' })
	],
	['a record that is a value', 'badRecord', (copy) => rootsOf(copy).records.set('new', 'pin')],
	[
		'another kind of a record',
		'notAllowed',
		(copy) => rawRecord(copy, 'here').set('kind', 'cluster')
	],
	[
		'another author of a record',
		'notAllowed',
		(copy) => rawRecord(copy, 'here').set('createdBy', 'somebody')
	],
	['taking a record out for good', 'notAllowed', (copy) => rootsOf(copy).records.delete('here')],
	[
		'too many records',
		'boardFull',
		(copy) =>
			copy.transact(() => {
				for (let number = 0; number < 60; number++) record(copy, `r${number}`, { kind: 'pin' });
			})
	],
	[
		'a year of an indicator under a strange key',
		'badRecord',
		(copy, id) => raw(copy, id).set('value.a b', { value: '1' })
	],
	['an unknown entry of the head', 'badRecord', (copy) => rootsOf(copy).meta.set('owner', 'x')],
	['a later schema version', 'notAllowed', (copy) => rootsOf(copy).meta.set('schemaVersion', 2)],
	[
		'a link to itself',
		'badRecord',
		(copy, id) =>
			rootsOf(copy).links.set(
				'l',
				new Y.Map([
					['from', id],
					['to', id]
				])
			)
	],
	['taking a card out for good', 'notAllowed', (copy, id) => rootsOf(copy).cards.delete(id)],
	['clearing all cards', 'notAllowed', (copy) => rootsOf(copy).cards.clear()],
	[
		'replacing a card',
		'notAllowed',
		(copy, id) => void addCard(copy, { id: id as CardId, type: 'note', text: '' }, author)
	],
	['replacing a text', 'notAllowed', (copy, id) => raw(copy, id).set('text', new Y.Text('x'))],
	['taking a type away', 'notAllowed', (copy, id) => raw(copy, id).delete('type')],
	['a text of 2001', 'textTooLong', (copy, id) => text(copy, id).insert(0, 'あ'.repeat(2001))],
	[
		'a new text of 2001',
		'textTooLong',
		(copy) => {
			const id = addCard(copy, { type: 'note', text: '' }, author);
			text(copy, id).insert(0, 'あ'.repeat(2001));
		}
	],
	[
		'too many cards',
		'boardFull',
		(copy) =>
			void insertCards(
				copy,
				Array.from({ length: 60 }, () => ({ type: 'note' as const, text: '' })),
				[],
				author
			)
	]
])('%s is refused as %s', (_name, reason, change) => {
	const { doc, ids } = boardOf();
	record(doc, 'here', { kind: 'pin', createdBy: 'p' });
	expect(judge(doc, (copy) => change(copy, ids[0]!))).toBe(reason);
});

const record = (doc: Y.Doc, id: string, values: object) =>
	void rootsOf(doc).records.set(id, new Y.Map(Object.entries(values)));
const rawRecord = (doc: Y.Doc, id: string) => entryOf(rootsOf(doc).records, id)!;

const text = (doc: Y.Doc, id: string) => raw(doc, id).get('text') as Y.Text;

test('a text that is too long already may shrink, not grow', () => {
	const { doc, ids } = boardOf();
	text(doc, ids[0]!).insert(0, 'x'.repeat(2100));
	expect(judge(doc, (copy) => text(copy, ids[0]!).delete(0, 10))).toBeNull();
	expect(judge(doc, (copy) => text(copy, ids[0]!).insert(5, 'y'))).toBe('textTooLong');
});

test('a participant may withdraw some cards, a facilitator all', () => {
	const { doc, ids } = boardOf(40);
	const withdraw = (count: number, mayLead: boolean) =>
		judge(doc, (copy) => withdrawCards(copy, ids.slice(0, count), author), mayLead);
	expect(withdraw(12, false)).toBeNull();
	expect(withdraw(13, false)).toBe('tooManyDeletions');
	expect(withdraw(40, true)).toBeNull();
	const small = boardOf(8);
	expect(judge(small.doc, (copy) => withdrawCards(copy, small.ids, author))).toBeNull();
});

test('a list item hidden in a map is refused', () => {
	const forged = new Y.Doc();
	forged.getArray('cards').push(['hidden']);
	const inspection = inspectUpdate(Y.encodeStateAsUpdate(forged), limits);
	expect(inspection).toEqual({ ok: false, reason: 'badRecord' });
});

test('a board of a later version is written by nobody', () => {
	const { doc } = boardOf();
	rootsOf(doc).meta.set('schemaVersion', 2);
	expect(judge(doc, (copy) => setBoardMeta(copy, 'title', 'x'))).toBe('notAllowed');
});

test('what an update builds on is named before it is applied', () => {
	const doc = new Y.Doc();
	doc.clientID = 7;
	const updates: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => updates.push(update));
	for (const key of ['a', 'b', 'c']) rootsOf(doc).meta.set(key, 1);
	const inspection = inspectUpdate(updates[2]!, limits);
	expect(inspection.ok && [...inspection.needs]).toEqual([[7, 2]]);
	const whole = inspectUpdate(Y.mergeUpdates(updates), limits);
	expect(whole.ok && whole.needs.size).toBe(0);
	const holed = inspectUpdate(Y.mergeUpdates([updates[0]!, updates[2]!]), limits);
	expect(holed.ok && [...holed.needs]).toEqual([[7, 2]]);
});

test('seven bytes that claim 33 million structs cost nothing', () => {
	const attack = encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, 1);
		encoding.writeVarUint(encoder, 33_000_000);
		encoding.writeVarUint(encoder, 1);
		encoding.writeVarUint(encoder, 0);
	});
	expect(attack.length).toBe(7);
	const before = performance.now();
	expect(inspectUpdate(attack, limits)).toEqual({ ok: false, reason: 'malformed' });
	expect(performance.now() - before).toBeLessThan(100);
});

test('a clock at the end of time is refused', () => {
	const attack = encoding.encode((encoder) => {
		for (const value of [1, 1, 9, 0]) encoding.writeVarUint(encoder, value);
		encoding.writeUint8(encoder, 0);
		encoding.writeVarUint(encoder, 2 ** 53 - 2);
		encoding.writeVarUint(encoder, 0);
	});
	expect(inspectUpdate(attack, limits)).toEqual({ ok: false, reason: 'malformed' });
});

test('values nested without end are refused', () => {
	const { doc, ids } = boardOf();
	const attack = (depth: number) =>
		judge(doc, (copy) => {
			let value: unknown = [];
			for (let level = 0; level < depth; level++) value = [value];
			raw(copy, ids[0]!).set('position', value);
		});
	expect(attack(500)).toBe('badRecord');
});

test('between two orders of full length a card is still one the server takes', () => {
	const { doc } = boardOf();
	const before = `a0${'V'.repeat(58)}`;
	const order = orderBetween(before, `a0${'V'.repeat(57)}W`);
	expect(order.length).toBeLessThanOrEqual(60);
	expect(judge(doc, (copy) => void addCard(copy, { type: 'note', text: '', order }, author))).toBe(
		null
	);
});
