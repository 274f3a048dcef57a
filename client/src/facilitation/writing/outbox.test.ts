import type { WritingCommand } from '@renkei/shared/facilitation/writing-commands.ts';
import type { OwnCard } from '@renkei/shared/facilitation/writing-card.ts';
import { cardIdSchema } from '@renkei/shared/method/card.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LeadFailure } from '../../state/facilitation.svelte.ts';
import { deskCards } from './desk-cards.ts';
import { Outbox } from './outbox.svelte.ts';
import { WaitingCards } from './waiting-cards.ts';

const [a, b] = [cardIdSchema.parse('a'), cardIdSchema.parse('b')];
const words = (id: typeof a, text: string) =>
	({ id, type: 'cause', text, of: 7, forProfession: null }) as const;

/** A storage that lasts as long as the test, as the device's does. */
function deviceStorage(): Storage {
	const entries = new Map<string, string>();
	return {
		getItem: (key) => entries.get(key) ?? null,
		setItem: (key, value) => void entries.set(key, value),
		removeItem: (key) => void entries.delete(key),
		clear: () => entries.clear(),
		key: (index) => [...entries.keys()][index] ?? null,
		get length() {
			return entries.size;
		}
	};
}

let storage: Storage;
let asked: WritingCommand[];
let answers: (LeadFailure | null)[];
const open = (): Outbox =>
	new Outbox(new WaitingCards('board', 'me', storage), async (command) => {
		asked.push(command);
		return answers.shift() ?? null;
	});
let outbox: Outbox;

beforeEach(() => {
	vi.useFakeTimers();
	storage = deviceStorage();
	asked = [];
	answers = [];
	outbox = open();
});
afterEach(() => {
	outbox.release();
	vi.useRealTimers();
});

test('a card goes out under its own id, and is forgotten once the server has it', async () => {
	outbox.send(words(a, '夜が不安'), false);
	expect(outbox.cards).toHaveLength(1);
	await vi.runAllTimersAsync();
	expect(asked).toEqual([{ do: 'send', id: 'a', type: 'cause', text: '夜が不安', of: 7 }]);
	expect(outbox.cards).toEqual([]);
	expect(storage.length).toBe(0);
});

test('without a line it waits, and goes by itself in the order of writing', async () => {
	answers = ['noLine'];
	outbox.send(words(a, '一'), false);
	outbox.send(words(b, '二'), false);
	await vi.advanceTimersByTimeAsync(100);
	expect(outbox.cards.map(({ text }) => text)).toEqual(['一', '二']);
	expect(asked).toHaveLength(1);
	await vi.advanceTimersByTimeAsync(5000);
	expect(asked.map((command) => 'text' in command && command.text)).toEqual(['一', '一', '二']);
	expect(outbox.cards).toEqual([]);
});

test('a recorder’s card for somebody without a device says whose it is, also after the page was closed', async () => {
	answers = ['noLine'];
	outbox.send({ ...words(a, '忙しい'), forProfession: 'physician' }, false);
	await vi.advanceTimersByTimeAsync(100);
	outbox.release();
	outbox = open();
	await outbox.flush();
	expect(asked.at(-1)).toMatchObject({ do: 'send', id: 'a', forProfession: 'physician' });
});

test('what waits outlives the page', async () => {
	answers = ['noLine'];
	outbox.send(words(a, '書いた'), false);
	await vi.advanceTimersByTimeAsync(100);
	outbox.release();
	outbox = open();
	expect(outbox.cards).toMatchObject([{ id: 'a', text: '書いた', isEdit: false }]);
	await outbox.flush();
	expect(asked.at(-1)).toMatchObject({ do: 'send', id: 'a', text: '書いた' });
});

test('words changed after a send whose answer was lost reach the server as a change', async () => {
	answers = ['noLine'];
	outbox.send(words(a, '夜が不安'), false);
	await vi.advanceTimersByTimeAsync(100);
	outbox.send(words(a, '夜がとても不安'), false);
	await vi.advanceTimersByTimeAsync(5000);
	// The server may have the first words under this id: the send alone would change nothing there.
	expect(asked.map((command) => [command.do, 'text' in command && command.text])).toEqual([
		['send', '夜が不安'],
		['send', '夜がとても不安'],
		['edit', '夜がとても不安']
	]);
	expect(outbox.cards).toEqual([]);
});

test('what stands in an editor is kept and not sent; left there by a closed page it is sent', async () => {
	outbox.keepDraft(words(a, '打ちかけ'), false);
	await vi.advanceTimersByTimeAsync(10_000);
	expect(asked).toEqual([]);
	outbox = open();
	outbox.sendDrafts(a);
	await vi.advanceTimersByTimeAsync(100);
	expect(asked).toEqual([]);
	outbox.sendDrafts();
	await vi.advanceTimersByTimeAsync(100);
	expect(asked).toMatchObject([{ do: 'send', id: 'a', text: '打ちかけ' }]);
});

test('a card emptied before it was sent is none', async () => {
	outbox.keepDraft(words(a, 'あ'), false);
	outbox.send(words(a, ' '), false);
	await vi.runAllTimersAsync();
	expect(asked).toEqual([]);
	expect(outbox.cards).toEqual([]);
});

test('what the server judges stays here until its author changes it', async () => {
	answers = ['notAllowed'];
	outbox.send(words(a, '長い文'), false);
	outbox.send(words(b, '二'), false);
	await vi.runAllTimersAsync();
	expect(outbox.cards).toMatchObject([{ id: 'a', isRefused: true }]);
	outbox.send(words(a, '短い'), false);
	await vi.runAllTimersAsync();
	expect(outbox.cards).toEqual([]);
});

test('what is too much for one minute comes in portions, whatever is heard meanwhile', async () => {
	answers = ['outOfRange', 'outOfRange'];
	outbox.send(words(a, '一'), false);
	await vi.advanceTimersByTimeAsync(100);
	await outbox.flush();
	await outbox.flush();
	expect(asked).toHaveLength(1);
	await vi.advanceTimersByTimeAsync(60_000);
	expect(asked).toHaveLength(3);
	expect(outbox.cards).toEqual([]);
	answers = Array<LeadFailure>(9).fill('outOfRange');
	outbox.send(words(b, '二'), false);
	await vi.advanceTimersByTimeAsync(600_000);
	expect(outbox.cards).toMatchObject([{ id: 'b', isRefused: true }]);
});

test('many go out one by one, so that the server does not take them for an attack', async () => {
	for (let index = 0; index < 30; index++)
		outbox.keepDraft(words(cardIdSchema.parse(`c${index}`), '文'), false);
	outbox.sendDrafts();
	await vi.advanceTimersByTimeAsync(1000);
	expect(asked.length).toBeLessThan(12);
	await vi.advanceTimersByTimeAsync(30_000);
	expect(asked).toHaveLength(30);
	expect(outbox.cards).toEqual([]);
});

test('a change of a card that is out by now becomes a card of its own', async () => {
	answers = ['notNow'];
	outbox.send(words(a, '続きを書いた'), true);
	await vi.runAllTimersAsync();
	expect(asked).toHaveLength(2);
	expect(asked[0]).toMatchObject({ do: 'edit', id: 'a' });
	expect(asked[1]).toMatchObject({ do: 'send', text: '続きを書いた', of: 7 });
	expect(asked[1]).not.toMatchObject({ id: 'a' });
});

test('a card that was never sent is dropped without a word; another has to be withdrawn', async () => {
	answers = ['noLine'];
	outbox.keepDraft(words(b, '打ちかけ'), false);
	expect(outbox.drop(b)).toBe(true);
	outbox.send(words(a, '送った'), false);
	await vi.advanceTimersByTimeAsync(100);
	expect(outbox.drop(a)).toBe(false);
	expect(outbox.drop(a)).toBe(false);
});

test('a damaged or blocked storage holds nothing, and the page goes on', () => {
	storage.setItem('renkei.writing.board.me', '[{"id":7},null,{"id":"a","type":"x","text":""}]');
	expect(open().cards).toEqual([]);
	storage.setItem('renkei.writing.board.me', '{');
	expect(open().cards).toEqual([]);
	const blocked = new Outbox(new WaitingCards('board', 'me', null), async () => 'noLine');
	blocked.keepDraft(words(a, 'あ'), false);
	expect(blocked.cards).toHaveLength(1);
});

test('the desk shows what the server has with what was written here since', () => {
	const own = (id: typeof a, text: string, changes: Partial<OwnCard> = {}): OwnCard => ({
		id,
		type: 'cause',
		text,
		profession: null,
		at: 1,
		place: 'private',
		isHeld: false,
		of: 7,
		...changes
	});
	const c = cardIdSchema.parse('c');
	const waiting = { tried: null, isEdit: true, isDraft: false, isRefused: false };
	expect(
		deskCards(
			[own(a, '前の文'), own(b, '同じ', { isHeld: true }), own(c, '出た', { place: 'board' })],
			[
				{ ...words(a, '新しい文'), ...waiting },
				{ ...words(b, '同じ'), ...waiting },
				{ ...words(cardIdSchema.parse('d'), '届かない'), ...waiting, isRefused: true },
				{ ...words(cardIdSchema.parse('e'), '別の時間'), ...waiting, of: 9 }
			],
			7,
			'physician'
		)
	).toEqual([
		{
			id: 'a',
			type: 'cause',
			text: '新しい文',
			isHeld: false,
			profession: null,
			state: 'waiting',
			isKnown: true
		},
		{
			id: 'b',
			type: 'cause',
			text: '同じ',
			isHeld: true,
			profession: null,
			state: 'kept',
			isKnown: true
		},
		{
			id: 'd',
			type: 'cause',
			text: '届かない',
			isHeld: false,
			profession: 'physician',
			state: 'refused',
			isKnown: false
		}
	]);
});
