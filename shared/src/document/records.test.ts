import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { CardId } from '../method/card.ts';
import type { RecordId } from '../method/records/index.ts';
import { recordsOf } from '../method/records/index.ts';
import { readBoardFile, writeBoardFile } from '../exports/json.ts';
import { addCard, changeCardType, duplicateCards } from './commands/card-commands.ts';
import { removeCardPart, setCardPart } from './commands/part-commands.ts';
import { addRecord, removeRecords, setRecordField } from './commands/record-commands.ts';
import { setStepDone } from './commands/board-commands.ts';
import { History } from './history.ts';
import { entryOf, rootsOf } from './layout.ts';
import type { Author } from './origins.ts';
import { readBoard } from './read-board.ts';
import { encodeBoard } from './write-board.ts';

const author: Author = { participant: 'p1', profession: 'careManager', now: 1_800_000_000_000 };

function indicator(doc: Y.Doc): CardId {
	return addCard(doc, { type: 'indicator', text: '再入院率' }, author);
}

function years(doc: Y.Doc, id: CardId): readonly { readonly id: string; readonly value: string }[] {
	const card = readBoard(doc).cards.get(id);
	return card?.type === 'indicator' ? card.values : [];
}

test('what goes in comes out: through a document, a file and a new document', () => {
	const doc = new Y.Doc();
	const id = indicator(doc);
	setCardPart(doc, id, 'values', '2025', { value: '12％', count: '40', isPartial: true });
	setCardPart(doc, id, 'values', '2024', { value: '15％' });
	addRecord(doc, { kind: 'pin', place: 'acute', parties: ['医師', '家族'] }, author);
	addRecord(doc, { kind: 'dialogueTurn', order: 'a0', question: '\u0000なぜ？' }, author);
	setStepDone(doc, 'theme', true);
	const board = readBoard(doc);
	expect(years(doc, id).map(({ id: year }) => year)).toEqual(['2024', '2025']);
	expect(recordsOf(board, 'pin')).toMatchObject([
		{ place: 'acute', parties: ['医師', '家族'], disease: '', profession: 'careManager' }
	]);
	expect(recordsOf(board, 'dialogueTurn')).toMatchObject([{ question: 'なぜ？', cards: [] }]);
	expect(board.meta.doneSteps).toEqual(['theme']);

	const file = readBoardFile(writeBoardFile(board, { date: '2026-11-22' }).bytes);
	if (!('board' in file)) throw new Error(file.refusal);
	expect(file.board.cards).toEqual(board.cards);
	expect(file.board.records).toEqual(board.records);
	const again = new Y.Doc();
	Y.applyUpdate(again, encodeBoard(file.board));
	const reread = readBoard(again);
	expect(reread.records).toEqual(board.records);
	expect(reread.meta).toEqual(board.meta);
	expect(years(again, id)).toEqual(years(doc, id));
});

test('a file from before records is read', () => {
	const doc = new Y.Doc();
	indicator(doc);
	const written = writeBoardFile(readBoard(doc), { date: '2026-11-22' }).bytes;
	const old = JSON.parse(new TextDecoder().decode(written)) as {
		board: { records?: unknown; meta: Record<string, unknown>; cards: Record<string, unknown>[] };
	};
	delete old.board.records;
	for (const key of ['kind', 'pack', 'previousBoard', 'doneSteps']) delete old.board.meta[key];
	for (const card of old.board.cards)
		for (const key of ['cluster', 'copiedFrom', 'values']) delete card[key];
	const read = readBoardFile(JSON.stringify(old));
	if (!('board' in read)) throw new Error(read.refusal);
	expect(read.board).toEqual(readBoard(doc));
});

test.each<[string, (doc: Y.Doc, id: RecordId) => unknown]>([
	['a field of another kind', (doc, id) => setRecordField(doc, id, 'title', '島')],
	['a key of every object', (doc, id) => setRecordField(doc, id, 'toString', 'x')],
	['a value of another form', (doc, id) => setRecordField(doc, id, 'place', 7)],
	['a record that is not there', (doc) => setRecordField(doc, 'none' as RecordId, 'place', 'x')],
	['a place that is too long', (doc, id) => setRecordField(doc, id, 'place', 'x'.repeat(61))]
])('%s is not written', (_, write) => {
	const doc = new Y.Doc();
	const id = addRecord(doc, { kind: 'pin', place: 'acute' }, author);
	if (!id) throw new Error('The pin was refused.');
	const before = rootsOf(doc).records.toJSON();
	expect(write(doc, id)).toBe(false);
	expect(rootsOf(doc).records.toJSON()).toEqual(before);
});

test('a record, its change and its removal are undone and redone one by one', () => {
	const doc = new Y.Doc();
	const history = new History(doc, () => author);
	const places = () => recordsOf(readBoard(doc), 'pin').map(({ place }) => place);
	const id = addRecord(doc, { kind: 'pin', place: 'acute' }, author);
	if (!id) throw new Error('The pin was refused.');
	setRecordField(doc, id, 'place', 'rehab');
	removeRecords(doc, [id], author);
	const seen = [places()];
	for (const turn of ['undo', 'undo', 'undo', 'redo', 'redo', 'redo'] as const) {
		expect(history[turn]()).toBe('done');
		seen.push(places());
	}
	expect(seen).toEqual([[], ['rehab'], ['acute'], [], ['acute'], ['rehab'], []]);
});

test('a list belongs to its type, and members go one by one', () => {
	const doc = new Y.Doc();
	const id = indicator(doc);
	expect(setCardPart(doc, id, 'roles', null, { order: 'a', who: '医師', part: 'lead' })).toBeNull();
	expect(setCardPart(doc, id, 'values', '../x', { value: '1' })).toBeNull();
	setCardPart(doc, id, 'values', '2025', { value: '1' });
	const [copy] = duplicateCards(doc, [id], null, author);
	removeCardPart(doc, id, 'values', '2025');
	expect(years(doc, id)).toEqual([]);
	expect(years(doc, copy!)).toEqual([{ id: '2025', value: '1' }]);
});

test('a field that meant something else in an earlier type is no damage', () => {
	const doc = new Y.Doc();
	const id = addCard(doc, { type: 'fact', text: '', fields: { kind: 'hearing' } }, author);
	changeCardType(doc, id, 'note');
	const board = readBoard(doc);
	expect(board.problems).toEqual([]);
	expect(board.cards.get(id)).toMatchObject({ type: 'note', kind: 'memo' });
	entryOf(rootsOf(doc).cards, id)?.set('kind', 'nonsense');
	expect(readBoard(doc).problems).toHaveLength(1);
});
