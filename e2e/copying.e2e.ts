import { readBoard } from '@renkei/shared/document/read-board.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { CanvasHand } from './pages/canvas-hand.ts';
import { ListPage } from './pages/list-page.ts';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import { createWorkshop, join, signInStaff } from './support/people.ts';
import { openProvider } from './support/provider.ts';
import { takeSeat } from './support/seat.ts';

let app: App;
let browser: Browser;

beforeAll(async () => {
	app = await startApp();
	browser = await launchBrowser();
});

afterAll(async () => {
	await browser?.close();
	await app?.dispose();
});

const cause = 'c5' as CardId;

test('cards go over the clipboard from one table’s board to another’s, and are found there', async () => {
	const staff = await signInStaff(app);
	const full = await createWorkshop(staff, { start: 'i-city-mitori' });
	const empty = await createWorkshop(staff);
	const from = await takeSeat(browser, app, full.facilitatorCode, { profession: 'careManager' });
	const source = await openProvider(
		app,
		await join(app, full.joinCode, { profession: 'visitingNurse' })
	);
	const target = await openProvider(
		app,
		await join(app, empty.joinCode, { profession: 'visitingNurse' })
	);
	try {
		const hand = await CanvasHand.open(from.context, from.address, () => readBoard(source.doc));
		const { page } = hand;
		// From the menu: it opens where a right click stays, and closes with Esc without doing anything.
		const [x, y] = await hand.placeOf(cause);
		await page.mouse.click(x, y, { button: 'right' });
		const menu = page.getByRole('menu', { name: 'できること' });
		await menu.getByRole('menuitem', { name: '貼り付け' }).waitFor();
		await page.keyboard.press('Escape');
		await menu.waitFor({ state: 'detached' });
		expect(readBoard(source.doc).cards.get(cause)?.deletedAt).toBeNull();
		// What listens to the clipboard comes a little after the board: until then a press copies nothing.
		const copied = page.getByText('コピーしました');
		await vi.waitFor(
			async () => {
				await page.keyboard.press('Control+c');
				await copied.waitFor({ timeout: 500 });
			},
			{ timeout: 20_000 }
		);

		const other = await takeSeat(browser, app, empty.facilitatorCode, { profession: 'physician' });
		const there = await other.context.newPage();
		await there.goto(other.address);
		await there.locator('[data-kind="saved"]').waitFor();
		const words = readBoard(source.doc).cards.get(cause)?.text ?? '';
		const pasted = (): readonly string[] =>
			[...readBoard(target.doc).cards.values()].map(({ text }) => text);
		await vi.waitFor(
			async () => {
				if (pasted().length === 0) await there.keyboard.press('Control+v');
				await vi.waitFor(() => expect(pasted()).not.toEqual([]), { timeout: 1500 });
			},
			{ timeout: 20_000 }
		);
		expect(new Set(pasted())).toEqual(new Set([words]));

		const list = await ListPage.show(there);
		await list.row(words).first().waitFor();
		await there.keyboard.press('Control+f');
		const find = there.getByRole('search', { name: 'カードを探す' });
		// However it is spelt: full width here, and a space where there is none.
		await find.getByRole('textbox').fill(`${words.slice(0, 3)}　${words.slice(4, 7)}`);
		await find.getByText(/件/).waitFor();
		await there.keyboard.press('Enter');
		await find.getByText(/件目/).waitFor();
		// The keyboard stays where somebody types.
		await vi.waitFor(async () =>
			expect(await find.getByRole('textbox').evaluate((field) => field.matches(':focus'))).toBe(
				true
			)
		);
		await other.context.close();
	} finally {
		source.close();
		target.close();
		await from.context.close();
	}
});
