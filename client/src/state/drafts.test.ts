import { addCard, withdrawCards } from '@renkei/shared/document/commands/card-commands.ts';
import type { CardType } from '@renkei/shared/method/ids.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { bindCommands } from './board-commands.ts';
import { BoardState } from './board-state.svelte.ts';
import { restoreDrafts } from './drafts-restore.ts';
import type { Draft } from './drafts.svelte.ts';
import { Drafts } from './drafts.svelte.ts';

const author = { participant: 'p1', profession: null, now: 1 };

/** A browser's storage, as far as drafts use it. */
class MemoryStorage implements Storage {
	readonly #entries = new Map<string, string>();
	get length(): number {
		return this.#entries.size;
	}
	clear(): void {
		this.#entries.clear();
	}
	getItem(key: string): string | null {
		return this.#entries.get(key) ?? null;
	}
	key(index: number): string | null {
		return [...this.#entries.keys()][index] ?? null;
	}
	removeItem(key: string): void {
		this.#entries.delete(key);
	}
	setItem(key: string, value: string): void {
		this.#entries.set(key, value);
	}
}

let storage: MemoryStorage;
let doc: Y.Doc;
let board: BoardState;
let drafts: Drafts;
let canWrite: boolean;
let id: CardId;

beforeEach(() => {
	storage = new MemoryStorage();
	doc = new Y.Doc();
	board = new BoardState(doc);
	drafts = new Drafts('b1', storage);
	canWrite = true;
	id = addCard(doc, { type: 'cause', text: '家族の不安' }, author);
});

const commands = bindCommands(() => ({ doc, author, canWrite }));

function draft(card: CardId, type: CardType, text: string, base = '家族の不安'): Draft {
	return { card, type, text, base, savedAt: 1 };
}

function offerAgain(): Drafts {
	const next = new Drafts('b1', storage);
	next.offer((card) => board.cards.get(card)?.text ?? null);
	return next;
}

test('what the server has is forgotten, what it has not is offered after loading again', () => {
	drafts.keep(draft(id, 'cause', '家族の不安がある'));
	expect(offerAgain().offered.map(({ text }) => text)).toEqual(['家族の不安がある']);
});

test('what the server has got meanwhile is not offered', () => {
	drafts.keep(draft(id, 'cause', '家族の不安がある'));
	drafts.forgetKept(null);
	expect(offerAgain().offered).toEqual([]);
});

test('the word still in the input method outlives the saving of everything else', () => {
	drafts.keep(draft(id, 'cause', '家族の不安がa'));
	drafts.forgetKept(id);
	expect(offerAgain().offered).toHaveLength(1);
});

test('a draft that says what the board says is not worth a question', () => {
	drafts.keep(draft(id, 'cause', '家族の不安'));
	expect(offerAgain().offered).toEqual([]);
	expect(storage.length).toBe(0);
});

test('put back, it is in its card; where the card was withdrawn it comes back with it', () => {
	drafts.keep(draft(id, 'cause', '家族の不安がある'));
	withdrawCards(doc, [id], author);
	const next = offerAgain();
	restoreDrafts(next, board, commands);
	expect(board.cards.get(id)?.text).toBe('家族の不安がある');
	expect([next.offered, storage.length]).toEqual([[], 0]);
});

test('put back where the card never arrived, it is a new card of its type', () => {
	drafts.keep(draft('gone' as CardId, 'measure', '研修会'));
	restoreDrafts(offerAgain(), board, commands);
	const made = [...board.cards.values()].find(({ text }) => text === '研修会');
	expect(made?.type).toBe('measure');
});

test('discarded, it is not asked about again', () => {
	drafts.keep(draft(id, 'cause', 'x'));
	offerAgain().discardAll();
	expect(offerAgain().offered).toEqual([]);
});

test('drafts of other boards and broken ones are left alone', () => {
	new Drafts('b2', storage).keep(draft(id, 'cause', '別のボード'));
	storage.setItem('renkei.draft.b1.x', '{"card":');
	storage.setItem('renkei.draft.b1.y', '{"card":"y","type":"risk","text":"x","savedAt":1}');
	expect(offerAgain().offered).toEqual([]);
});

test('without storage nothing is kept and nothing breaks', () => {
	const without = new Drafts('b1', null);
	without.keep(draft(id, 'cause', 'x'));
	without.forgetKept(null);
	without.offer(() => null);
	expect(without.offered).toEqual([]);
});

test('where this screen may not write, commands do nothing and say so', () => {
	canWrite = false;
	expect(commands.addCard({ type: 'fact', text: 'x' })).toBeNull();
	expect(commands.editCardText(id, { index: 0, remove: 0, insert: 'x' })).toBe(false);
	commands.withdrawCards([id]);
	expect([board.cards.size, board.cards.get(id)?.text]).toEqual([1, '家族の不安']);
	expect(commands.addLink({ from: id, to: id })).toBeNull();
});
