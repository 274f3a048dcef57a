import { readBoard } from '@renkei/shared/document/read-board.ts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { WritingHand } from './pages/writing-hand.ts';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import { createWorkshop, join, signInStaff } from './support/people.ts';
import type { OpenedProvider } from './support/provider.ts';
import { openProvider } from './support/provider.ts';
import { takeSeat } from './support/seat.ts';

let app: App;
let browser: Browser;
let context: BrowserContext;
let physician: OpenedProvider;

beforeAll(async () => {
	app = await startApp();
	browser = await launchBrowser();
});

afterAll(async () => {
	await browser?.close();
	await app?.dispose();
});

afterEach(async () => {
	physician?.close();
	await context?.close();
});

async function openBoard(
	screen: { readonly isTouch: boolean } = { isTouch: false }
): Promise<{ hand: WritingHand; page: Page }> {
	const workshop = await createWorkshop(await signInStaff(app));
	const seat = await takeSeat(browser, app, workshop.joinCode, { screen });
	context = seat.context;
	physician = await openProvider(app, await join(app, workshop.joinCode));
	const hand = await WritingHand.open(seat.context, seat.address);
	return { hand, page: hand.page };
}

async function othersSee(...texts: readonly string[]): Promise<void> {
	await vi.waitFor(
		() =>
			expect([...readBoard(physician.doc).cards.values()].map(({ text }) => text)).toEqual(texts),
		20_000
	);
}

test('seen from afar a card is written in the sheet, and the board stays where it is', async () => {
	const { hand, page } = await openBoard();
	await hand.startCause();
	await hand.convert('家族の不安');
	await page.keyboard.press('Enter');
	await hand.resting();
	for (let step = 0; step < 5; step++) await page.keyboard.press('Control+-');
	const zoom = await page.getByText(/^\d+%$/).innerText();
	await page.keyboard.press('Enter');
	const field = page.locator('.sheet textarea');
	await field.waitFor();
	expect(await field.inputValue()).toBe('家族の不安');
	await hand.compose('がある');
	await hand.keyToInputMethod('Enter');
	await hand.convert('がある');
	await page.keyboard.press('Enter');
	await field.waitFor({ state: 'detached' });
	await othersSee('家族の不安がある');
	expect(await page.getByText(/^\d+%$/).innerText()).toBe(zoom);
});

test('on a finger’s screen a double tap opens the sheet, 完了 closes it', async () => {
	const { page } = await openBoard({ isTouch: true });
	const board = page.locator('[data-board-canvas]');
	const box = await board.boundingBox();
	if (!box) throw new Error('The board is not on screen.');
	const [x, y] = [box.x + box.width / 2, box.y + box.height - 60];
	await page.touchscreen.tap(x, y);
	await page.touchscreen.tap(x, y);
	const field = page.locator('.sheet textarea');
	await field.waitFor();
	await page.keyboard.insertText('指で書いた');
	await page.locator('.sheet').getByRole('button', { name: '完了' }).tap();
	await field.waitFor({ state: 'detached' });
	await othersSee('指で書いた');
	expect(await page.locator('.editor.writing').count()).toBe(0);
});
