import { beforeEach, describe, expect, test } from 'vitest';
import { addCard, editCardText } from '@renkei/shared/document/commands/card-commands.ts';
import { rootsOf } from '@renkei/shared/document/layout.ts';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import * as Y from 'yjs';
import { sharedTextOf } from './shared-text.ts';
import type { SharedText } from './text-session.ts';
import { TextSession } from './text-session.ts';
import { TypedField } from './typed-field.ts';

const author = { participant: 'p1', profession: null, now: 1 };

let doc: Y.Doc;
let remote: Y.Doc;
let id: CardId;
let field: TypedField;
let session: TextSession;
let turns: (() => void)[];

/** What runs after the current event of the browser. */
function nextTurn(): void {
	for (const run of turns.splice(0)) run();
}

function open(text: string): void {
	doc = new Y.Doc();
	remote = new Y.Doc();
	id = addCard(doc, { type: 'fact', text }, author);
	Y.applyUpdate(remote, Y.encodeStateAsUpdate(doc));
	remote.on('update', (update: Uint8Array, origin: unknown) => {
		if (origin !== 'line') Y.applyUpdate(doc, update, 'line');
	});
	doc.on('update', (update: Uint8Array, origin: unknown) => {
		if (origin !== 'line') Y.applyUpdate(remote, update, 'line');
	});
	turns = [];
	const shared = sharedTextOf(doc, id, () => true) as SharedText;
	field = new TypedField();
	session = new TextSession(shared, field, (run) => turns.push(run));
	field.setSelectionRange(text.length, text.length);
}

function stored(): string | undefined {
	return readBoard(remote).cards.get(id)?.text;
}

function type(text: string): void {
	field.type(text);
	session.input();
}

function somebodyWrites(index: number, remove: number, insert: string): void {
	editCardText(remote, id, { index, remove, insert });
}

beforeEach(() => open('家族の不安'));

describe('typing without an input method', () => {
	test('goes out at once', () => {
		type('が');
		expect(stored()).toBe('家族の不安が');
	});

	test('what others write comes in and the caret stays at its words', () => {
		field.setSelectionRange(2, 2);
		somebodyWrites(0, 0, '【医】');
		expect([field.value, field.selectionStart]).toEqual(['【医】家族の不安', 5]);
		somebodyWrites(8, 0, 'と痛み');
		expect(field.selectionStart).toBe(5);
	});

	test('too long a text is cut in the field as in the document', () => {
		type('あ'.repeat(3000));
		expect(field.value.length).toBe(2000);
		expect(stored()).toBe(field.value);
	});

	test('control characters are cleaned in the field as in the document', () => {
		type('\u0007a\u000bb');
		expect([field.value, stored()]).toEqual(['家族の不安a\nb', '家族の不安a\nb']);
	});
});

describe('an input method at work', () => {
	test('nothing goes out before it ends, then everything once', () => {
		session.compositionStart();
		for (const shown of ['k', 'か', 'かz', 'かぞ', 'かぞく', '家族']) {
			field.compose(shown);
			session.input();
			expect(stored()).toBe('家族の不安');
		}
		field.endComposition();
		session.compositionEnd();
		expect(stored()).toBe('家族の不安家族');
		session.input();
		nextTurn();
		expect([field.value, stored()]).toEqual(['家族の不安家族', '家族の不安家族']);
	});

	test('the Enter that Safari sends after the end still belongs to it', () => {
		session.compositionStart();
		field.compose('痛み');
		field.endComposition();
		session.compositionEnd();
		expect(session.ownsKeys).toBe(true);
		nextTurn();
		expect(session.ownsKeys).toBe(false);
	});

	test('what others write waits, and both are there afterwards', () => {
		field.setSelectionRange(3, 3);
		session.compositionStart();
		field.compose('ふかい');
		session.input();
		somebodyWrites(0, 2, '本人');
		somebodyWrites(5, 0, 'と痛み');
		expect(field.value).toBe('家族のふかい不安');
		field.compose('深い');
		field.endComposition();
		session.compositionEnd();
		expect(stored()).toBe('本人の深い不安と痛み');
		nextTurn();
		expect([field.value, field.selectionStart]).toEqual(['本人の深い不安と痛み', 5]);
	});

	test('a new composition may begin before the last one’s turn is over', () => {
		session.compositionStart();
		field.compose('が');
		field.endComposition();
		session.compositionEnd();
		somebodyWrites(0, 0, '★');
		session.compositionStart();
		field.compose('ある');
		nextTurn();
		expect(field.value).toBe('家族の不安がある');
		field.endComposition();
		session.compositionEnd();
		nextTurn();
		expect([field.value, stored()]).toEqual(['★家族の不安がある', '★家族の不安がある']);
	});

	test('reconverting a word that others changed meanwhile loses neither', () => {
		field.setSelectionRange(0, 2);
		session.compositionStart();
		field.compose('かぞく');
		somebodyWrites(1, 0, '親');
		field.compose('ご家族');
		field.endComposition();
		session.compositionEnd();
		nextTurn();
		expect(stored()).toBe(field.value);
		expect(stored()).toBe('ご家親族の不安');
	});

	test('cancelled, it leaves no trace', () => {
		session.compositionStart();
		field.compose('かぞく');
		field.compose('');
		field.endComposition();
		session.compositionEnd();
		nextTurn();
		expect([field.value, stored()]).toEqual(['家族の不安', '家族の不安']);
	});

	test('leaving in the middle commits what can be seen, exactly once', () => {
		session.compositionStart();
		field.compose('がある');
		session.commit();
		expect(stored()).toBe('家族の不安がある');
		field.endComposition();
		session.compositionEnd();
		session.input();
		nextTurn();
		expect([field.value, stored()]).toEqual(['家族の不安がある', '家族の不安がある']);
	});

	test('after the end of the session the browser’s late events change nothing', () => {
		session.compositionStart();
		field.compose('がある');
		session.end();
		field.compose('');
		session.compositionEnd();
		session.input();
		nextTurn();
		expect(stored()).toBe('家族の不安がある');
	});

	test('a card withdrawn meanwhile keeps what is being written', () => {
		session.compositionStart();
		field.compose('がある');
		remote.transact(() => {
			const entry = rootsOf(remote).cards.get(id);
			if (entry instanceof Y.Map) entry.set('deletedAt', 9);
		});
		field.endComposition();
		session.compositionEnd();
		expect(readBoard(remote).trash.get(id)?.text).toBe('家族の不安がある');
	});
});
