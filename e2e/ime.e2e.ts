import { editCardText, withdrawCards } from '@renkei/shared/document/commands/card-commands.ts';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import { partOf } from '@renkei/shared/facilitation/part-kinds.ts';
import type { Card, CardId } from '@renkei/shared/method/card.ts';
import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { WritingHand } from './pages/writing-hand.ts';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import type { Visitor } from './support/people.ts';
import { createWorkshop, join, signInStaff } from './support/people.ts';
import type { OpenedProvider } from './support/provider.ts';
import { openProvider } from './support/provider.ts';
import type { Seat } from './support/seat.ts';
import { takeSeat } from './support/seat.ts';

let app: App;
let browser: Browser;
let staff: Visitor;
let workshop: Workshop;
let seat: Seat;
let nurse: WritingHand;
/** The physician has no screen here: what arrives in this document is what the server sent out. */
let physician: OpenedProvider;

beforeAll(async () => {
	app = await startApp();
	browser = await launchBrowser();
});

afterAll(async () => {
	await browser?.close();
	await app?.dispose();
});

beforeEach(async () => {
	staff = await signInStaff(app);
	workshop = await createWorkshop(staff);
	seat = await takeSeat(browser, app, workshop.joinCode, { profession: 'visitingNurse' });
	physician = await openProvider(
		app,
		await join(app, workshop.joinCode, { profession: 'physician' })
	);
	nurse = await WritingHand.open(seat.context, seat.address);
});

afterEach(async () => {
	physician?.close();
	await seat?.context.close();
});

function cards(): readonly Card[] {
	const { cards: live, trash } = readBoard(physician.doc);
	return [...live.values(), ...[...trash.values()].filter(({ text }) => text !== '')];
}

/** Waits until others have exactly these texts, and makes sure it stays so once everything is saved. */
async function othersSee(...texts: readonly string[]): Promise<void> {
	await nurse.saved();
	await vi.waitFor(() => expect(cards().map(({ text }) => text)).toEqual(texts), 20_000);
}

async function onlyCard(): Promise<CardId> {
	return await vi.waitFor(() => {
		const [card] = cards();
		if (!card) throw new Error('No card has arrived.');
		return card.id;
	});
}

/** A card that says 家族の不安, selected and not being written on. */
async function restOnCard(): Promise<CardId> {
	await nurse.startCause();
	await nurse.convert('家族の不安');
	await nurse.page.keyboard.press('Enter');
	await nurse.resting();
	await othersSee('家族の不安');
	return await onlyCard();
}

test('a part that begins in the middle of a conversion takes no word away', async () => {
	await nurse.page.getByRole('button', { name: '挙手' }).waitFor();
	await nurse.startCause();
	await nurse.convert('家族の');
	await nurse.compose('ふあん');
	const phase = partOf('listen', null, { id: 'listen', title: '聞く時間', minutes: null });
	const answer = await staff.ask('POST', `/api/workshops/${workshop.id}/lead`, {
		boards: 'all',
		aid: 'phases',
		command: { do: 'begin', phase, since: null }
	});
	expect(await answer.json()).toMatchObject({ tables: [{ refused: null }] });
	await nurse.page.getByText('「聞く時間」の時間になりました').waitFor();
	expect([await nurse.shown(), await nurse.isWriting()]).toEqual(['家族のふあん', true]);
	await nurse.convert('不安');
	await nurse.page.keyboard.press('Enter');
	await nurse.resting();
	await othersSee('家族の不安');
});

describe('keys that belong to the input method', () => {
	test('Enter takes the word and nothing else; the next Enter finishes', async () => {
		await nurse.startCause();
		for (const state of ['k', 'か', 'かz', 'かぞ', 'かぞく', '家族']) await nurse.compose(state);
		await nurse.keyToInputMethod('Enter');
		expect(await nurse.isWriting()).toBe(true);
		await nurse.convert('家族');
		expect([await nurse.shown(), await nurse.isWriting()]).toEqual(['家族', true]);
		await nurse.page.keyboard.press('Enter');
		await nurse.resting();
		await othersSee('家族');
	});

	test('Escape gives the conversion up and nothing else; the next one finishes', async () => {
		await nurse.startCause();
		await nurse.convert('不安');
		await nurse.compose('がある');
		await nurse.keyToInputMethod('Escape');
		await nurse.compose('');
		expect([await nurse.shown(), await nurse.isWriting()]).toEqual(['不安', true]);
		await nurse.page.keyboard.press('Escape');
		await nurse.resting();
		await othersSee('不安');
	});

	test.each(['Tab', 'Space', 'ArrowDown', 'Backspace'])(
		'%s makes no card and ends nothing',
		async (key) => {
			await nurse.startCause();
			await nurse.compose('かぞく');
			await nurse.keyToInputMethod(key);
			expect(await nurse.isWriting()).toBe(true);
			await nurse.convert('家族');
			await nurse.page.keyboard.press('Enter');
			await othersSee('家族');
		}
	);

	test('nothing half goes out while it composes', async () => {
		await nurse.startCause();
		await nurse.convert('家族');
		const id = await onlyCard();
		await vi.waitFor(() => expect(readBoard(physician.doc).cards.get(id)?.text).toBe('家族'));
		const seen: string[] = [];
		physician.doc.on('update', () => seen.push(readBoard(physician.doc).cards.get(id)?.text ?? ''));
		for (const state of ['n', 'の', 'のf', 'のふ', 'のふあん', 'の不安'])
			await nurse.compose(state);
		await nurse.convert('の不安');
		await othersSee('家族の不安');
		expect(new Set(seen)).toEqual(new Set(['家族の不安']));
	});
});

describe('leaving while it composes', () => {
	test('a press outside commits what can be seen, once', async () => {
		await nurse.startCause();
		await nurse.convert('家族');
		await nurse.compose('のふあん');
		await nurse.pressEmptyPlace();
		await othersSee('家族のふあん');
		expect(await nurse.isWriting()).toBe(false);
	});

	test('完了 does the same', async () => {
		await nurse.startCause();
		await nurse.compose('かぞく');
		await nurse.page.getByRole('button', { name: '完了' }).click();
		await nurse.resting();
		await othersSee('かぞく');
		expect(await nurse.shown()).toBe('かぞく');
	});

	test('次のカード keeps the word on its own card', async () => {
		await nurse.startCause();
		await nurse.compose('かぞく');
		await nurse.page.getByRole('button', { name: '次のカード' }).click();
		await nurse.convert('二枚目');
		await nurse.page.keyboard.press('Enter');
		await othersSee('かぞく', '二枚目');
		expect(await nurse.shown()).toBe('二枚目');
	});
});

describe('the browser’s own ways, by hand', () => {
	test('one that has not ended its composition when a press comes: the words are there, once, and the press counts', async () => {
		await nurse.startCause();
		await nurse.convert('家族');
		// An input method of which the browser only says that it is at work: leaving the field does not end it.
		await nurse.page.locator('.editor.writing textarea').evaluate((field: HTMLTextAreaElement) => {
			field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
			field.setRangeText('のふあん', field.value.length, field.value.length, 'end');
			field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
		});
		await nurse.pressEmptyPlace();
		await othersSee('家族のふあん');
		expect(await nurse.isWriting()).toBe(false);
		// The press was heard after all: nothing is selected, so that a letter means the board again.
		await nurse.page.locator('.editor').waitFor({ state: 'detached' });
	});

	test('Shift+Enter and Alt+Enter break the line', async () => {
		await nurse.startCause();
		await nurse.convert('一');
		await nurse.page.keyboard.press('Shift+Enter');
		await nurse.convert('二');
		await nurse.page.keyboard.press('Alt+Enter');
		await nurse.convert('三');
		await nurse.page.keyboard.press('Enter');
		await othersSee('一\n二\n三');
		expect(await nurse.isWriting()).toBe(false);
	});
});

describe('others at the same time', () => {
	test('what they write in the card waits for the word, and both are there', async () => {
		const id = await restOnCard();
		await nurse.page.keyboard.press('Enter');
		await nurse.compose('と');
		editCardText(physician.doc, id, { index: 0, remove: 0, insert: '【医師】' });
		await physician.saved();
		await nurse.compose('といたみ');
		expect(await nurse.shown()).toBe('家族の不安といたみ');
		await nurse.convert('と痛み');
		await othersSee('【医師】家族の不安と痛み');
		await vi.waitFor(async () => expect(await nurse.shown()).toBe('【医師】家族の不安と痛み'));
	});

	test('their taking the card away closes nothing, and it can be put back', async () => {
		const id = await restOnCard();
		await nurse.page.keyboard.press('Enter');
		await nurse.compose('が');
		withdrawCards(physician.doc, [id], {
			participant: 'physician',
			profession: 'physician',
			now: Date.now()
		});
		await nurse.page.getByText('このカードは取り下げられました').waitFor();
		await nurse.compose('がある');
		await nurse.convert('がある');
		expect(await nurse.shown()).toBe('家族の不安がある');
		await nurse.page.locator('.editor').getByRole('button', { name: '戻す', exact: true }).click();
		await nurse.page.keyboard.press('Enter');
		await othersSee('家族の不安がある');
		expect(readBoard(physician.doc).cards.has(id)).toBe(true);
	});
});

describe('the first key on a selected card', () => {
	test('of an input method starts the word at the end of the text', async () => {
		await restOnCard();
		for (const state of ['g', 'が', 'があ', 'がある']) await nurse.compose(state);
		expect([await nurse.shown(), await nurse.isWriting()]).toEqual(['家族の不安がある', true]);
		await nurse.convert('がある');
		await nurse.page.keyboard.press('Enter');
		await othersSee('家族の不安がある');
	});

	test('of a plain keyboard is not lost either', async () => {
		await restOnCard();
		await nurse.page.keyboard.type('ACP');
		expect(await nurse.shown()).toBe('家族の不安ACP');
		await nurse.page.keyboard.press('Escape');
		await othersSee('家族の不安ACP');
	});
});

test('Ctrl+Enter and Tab carry on from card to card, and an empty one goes away', async () => {
	await nurse.startCause();
	await nurse.convert('説明不足');
	await nurse.page.keyboard.press('Control+Enter');
	await nurse.convert('経験が少ない');
	await nurse.page.keyboard.press('Tab');
	await nurse.convert('研修');
	await nurse.page.keyboard.press('Tab');
	await nurse.page.keyboard.press('Escape');
	await othersSee('説明不足', '経験が少ない', '研修');
	const board = readBoard(physician.doc);
	const words = [...board.links.values()]
		.filter(({ to }) => board.cards.has(to))
		.map(({ from, to }) => `${board.cards.get(from)?.text}→${board.cards.get(to)?.text}`);
	expect(words).toEqual(['経験が少ない→研修']);
});
