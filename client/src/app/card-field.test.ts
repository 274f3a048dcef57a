import { editCardText, withdrawCards } from '@renkei/shared/document/commands/card-commands.ts';
import { setCardLock } from '@renkei/shared/document/commands/lock-commands.ts';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import { presenceSchema } from '@renkei/shared/protocol/presence.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { restoreDrafts } from '../state/drafts-restore.ts';
import type { BrowserKind, PageField } from './page-field.driver.ts';
import { browserKinds } from './page-field.driver.ts';
import { somebody, WritingPage } from './writing.driver.ts';

let page: WritingPage;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
	page.close();
	vi.useRealTimers();
});

async function openPage(kind: BrowserKind, text = '家族の'): Promise<PageField> {
	page = new WritingPage(kind, { text });
	await page.start();
	page.edit(page.card);
	return field();
}

function field(): PageField {
	page.follow();
	if (!page.field) throw new Error('No card is open.');
	return page.field;
}

const stored = (): string | undefined => readBoard(page.doc).cards.get(page.card)?.text;
const offered = (): string[] => page.open.drafts.offered.map(({ text }) => text);
const turn = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

describe.each(browserKinds)('in the order of events of %s', (kind) => {
	test('the Enter that takes a conversion takes nothing but it; the next one finishes', async () => {
		const hand = await openPage(kind);
		for (const shown of ['f', 'ふ', 'ふあん', '不安']) hand.compose(shown);
		hand.enterTakesConversion();
		expect([hand.value, page.open.editing.card]).toEqual(['家族の不安', page.card]);
		await turn();
		hand.press('Enter');
		expect([stored(), page.open.editing.card]).toEqual(['家族の不安', null]);
	});

	test('nothing half goes out, and what is written goes out once', async () => {
		const hand = await openPage(kind);
		const seen: (string | undefined)[] = [];
		page.doc.on('update', () => seen.push(stored()));
		for (const shown of ['f', 'ふ', 'ふあん', '不安']) hand.compose(shown);
		hand.endComposition();
		await turn();
		hand.compose('です');
		hand.endComposition();
		await turn();
		expect(seen).toEqual(['家族の不安', '家族の不安です']);
		expect(hand.value).toBe('家族の不安です');
	});

	test('a press outside commits what can be seen, once, and is heard afterwards', async () => {
		const hand = await openPage(kind);
		hand.compose('ふあん');
		const heard: (string | undefined)[] = [];
		page.pressOutside(() => heard.push(stored()));
		await vi.advanceTimersByTimeAsync(300);
		expect(heard).toEqual(['家族のふあん']);
		expect([stored(), page.open.editing.card]).toEqual(['家族のふあん', null]);
	});

	test('the first word on a card that is only selected begins at the end of its text', async () => {
		await openPage(kind);
		page.open.editing.finish();
		page.select(page.card);
		const hand = field();
		hand.compose('ふ');
		expect(page.open.editing.card).toBe(page.card);
		hand.compose('ふあん');
		hand.endComposition();
		await turn();
		expect(stored()).toBe('家族のふあん');
	});

	test('what others write while it composes comes afterwards, and both are there', async () => {
		const hand = await openPage(kind);
		hand.compose('ふあん');
		editCardText(page.doc, page.card, { index: 0, remove: 0, insert: '【医】' });
		expect(hand.value).toBe('家族のふあん');
		hand.compose('不安');
		hand.endComposition();
		await turn();
		expect([hand.value, stored()]).toEqual(['【医】家族の不安', '【医】家族の不安']);
	});
});

test('Safari: the Enter after the end of the composition is no Enter of ours', async () => {
	const hand = await openPage('safari');
	hand.compose('不安');
	hand.endComposition();
	hand.press('Enter', { keyCode: 13 });
	expect([hand.value, page.open.editing.card]).toEqual(['家族の不安', page.card]);
	await turn();
	hand.press('Enter', { keyCode: 13 });
	expect([stored(), page.open.editing.card]).toEqual(['家族の不安', null]);
});

describe('Android: every key is 229, and only what the field is about to take tells', () => {
	test('letters, and the word a keyboard suggests, are text', async () => {
		const hand = await openPage('android');
		hand.type('ACP');
		hand.insert('会議', 'insertReplacementText');
		expect(stored()).toBe('家族のACP会議');
	});

	test.each([false, true])(
		'a line break with Enter set to be a new line: %s',
		async (isNewLine) => {
			const hand = await openPage('android');
			page.open.preferences.set({ enterIsNewline: isNewLine });
			hand.type('A');
			hand.press('Enter');
			expect(stored()).toBe(isNewLine ? '家族のA\n' : '家族のA');
			expect(page.open.editing.card).toBe(isNewLine ? page.card : null);
		}
	);
});

describe('what Enter means', () => {
	test.each([
		['finishes', false, {}, '家族の', false],
		['with Shift is a new line', false, { shiftKey: true }, '家族の\n', true],
		['with Alt is a new line', false, { altKey: true }, '家族の\n', true],
		['set so, is a new line', true, {}, '家族の\n', true],
		['set so, still makes a card with Ctrl', true, { ctrlKey: true }, '家族の', false]
	] as const)('Enter %s', async (_, enterIsNewline, held, text, isOpen) => {
		const hand = await openPage('chrome');
		page.open.preferences.set({ enterIsNewline });
		hand.press('Enter', held);
		expect([stored(), page.open.editing.card === page.card]).toEqual([text, isOpen]);
	});
});

describe('what ends writing commits what can be seen', () => {
	test.each([
		[
			'the page goes into the background',
			() => {
				Object.assign(document, { visibilityState: 'hidden' });
				document.dispatchEvent(new Event('visibilitychange'));
			}
		],
		['the page is left', () => void page.page.dispatchEvent(new Event('pagehide'))],
		['another board is opened', () => page.open.editing.finish()],
		['the line goes', () => page.loseLine()],
		['another part begins', () => page.lead('together')],
		[
			'the window loses the keyboard',
			() => {
				Object.assign(document, { hasFocus: () => false });
				field().dispatchEvent(new Event('blur'));
			}
		]
	])('%s', async (_, happens) => {
		const hand = await openPage('chrome');
		hand.compose('ふあん');
		happens();
		await turn();
		expect(page.open.board.cards.get(page.card)?.text).toBe('家族のふあん');
	});

	test('without a line it is on this device at once, and offered to whoever opens the board again', async () => {
		const hand = await openPage('chrome');
		page.loseLine();
		hand.compose('ふあん');
		page.page.dispatchEvent(new Event('pagehide'));
		const [kept] = Array.from({ length: localStorage.length }, (__, index) =>
			localStorage.getItem(localStorage.key(index) ?? '')
		);
		expect(JSON.parse(kept ?? 'null')).toMatchObject({ text: '家族のふあん', base: '家族の' });
	});

	test('a part that lets nobody write leaves time for the last words', async () => {
		const hand = await openPage('chrome');
		hand.compose('ふ');
		page.lead('listen', 20_000);
		await turn();
		expect([stored(), page.open.editing.card]).toEqual(['家族のふ', page.card]);
		await vi.advanceTimersByTimeAsync(60);
		page.server.acknowledge();
		hand.compose('ふあん');
		await vi.advanceTimersByTimeAsync(19_000);
		expect([stored(), page.open.editing.card]).toEqual(['家族のふあん', null]);
		expect(offered()).toEqual([]);
	});

	test('a card locked under the hand keeps what it had, and the rest is offered', async () => {
		const hand = await openPage('chrome');
		hand.compose('ふあん');
		setCardLock(page.doc, [page.card], 'pinned');
		await turn();
		expect([stored(), page.open.editing.card]).toEqual(['家族の', null]);
		expect(offered()).toEqual(['家族のふあん']);
		setCardLock(page.doc, [page.card], null);
		editCardText(page.doc, page.card, { index: 0, remove: 0, insert: '【医】' });
		restoreDrafts(page.open.drafts, page.open.board, page.open.commands);
		expect([stored(), offered()]).toEqual(['【医】家族のふあん', []]);
	});

	test('a card withdrawn under the hand stays open, and nothing of it is lost', async () => {
		const hand = await openPage('chrome');
		hand.compose('ふあん');
		withdrawCards(page.doc, [page.card], somebody);
		await turn();
		hand.endComposition();
		expect(page.open.editing.card).toBe(page.card);
		expect(readBoard(page.doc).trash.get(page.card)?.text).toBe('家族のふあん');
	});
});

describe('where a table writes one card one person at a time', () => {
	const writer = { participant: 'other', role: 'participant', profession: null, table: 1, who: 2 };

	function writesOn(card: string | null): void {
		const presence = { cursor: null, selection: [], editing: card, identity: writer };
		page.open.participants.others.set(7, presenceSchema.parse({ ...presence, drag: null }));
	}

	test('a card that somebody else writes on says so, and opens once they are done', async () => {
		await openPage('chrome');
		page.open.editing.finish();
		page.lead('free', 0, true);
		writesOn(page.card);
		page.edit(page.card);
		expect([page.open.editing.card, page.open.notices.current?.kind]).toEqual([
			null,
			'beingWritten'
		]);
		writesOn(null);
		page.edit(page.card);
		expect(page.open.editing.card).toBe(page.card);
	});

	test('whoever writes already is not interrupted, and without the switch all may write at once', async () => {
		const hand = await openPage('chrome');
		writesOn(page.card);
		page.lead('free', 0, true);
		hand.compose('不安');
		hand.endComposition();
		await turn();
		expect([stored(), page.open.editing.card]).toEqual(['家族の不安', page.card]);
		page.open.editing.finish();
		page.lead('free', 0, false);
		page.edit(page.card);
		expect(page.open.editing.card).toBe(page.card);
	});
});

test('a conversion that rests is shown to others as it stands, and no longer once it is taken', async () => {
	const hand = await openPage('chrome');
	hand.compose('ふあ');
	await vi.advanceTimersByTimeAsync(1400);
	hand.compose('ふあん');
	await vi.advanceTimersByTimeAsync(1400);
	expect(page.open.editing.preview).toBeNull();
	await vi.advanceTimersByTimeAsync(200);
	expect([page.open.editing.preview, stored()]).toEqual(['家族のふあん', '家族の']);
	hand.endComposition();
	expect(page.open.editing.preview).toBeNull();
	await vi.advanceTimersByTimeAsync(2000);
	expect(page.open.editing.preview).toBeNull();
});
