import { readBoard } from '@renkei/shared/document/read-board.ts';
import type { Browser } from 'playwright-core';
import { afterEach, beforeEach, afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ListPage } from './pages/list-page.ts';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import { createWorkshop, join, signInStaff } from './support/people.ts';
import { openProvider } from './support/provider.ts';
import type { Seat } from './support/seat.ts';
import { takeSeat } from './support/seat.ts';

let app: App;
let browser: Browser;
let code: string;
let seat: Seat;
let list: ListPage;

beforeAll(async () => {
	browser = await launchBrowser();
});

afterAll(async () => {
	await browser?.close();
});

// Each test kills its server, so each has one of its own.
beforeEach(async () => {
	app = await startApp();
	code = (await createWorkshop(await signInStaff(app))).joinCode;
	seat = await takeSeat(browser, app, code);
	const page = await seat.context.newPage();
	page.setDefaultTimeout(30_000);
	await page.goto(seat.address);
	await page.locator('[data-kind="saved"]').waitFor();
	list = await ListPage.show(page);
});

afterEach(async () => {
	await seat?.context.close();
	await app?.dispose();
});

/** The causes on the server's disk, as somebody finds them who has never been here before. */
async function causesAtServer(): Promise<readonly string[]> {
	const newcomer = await openProvider(app, await join(app, code, { profession: 'physician' }));
	const texts = [...readBoard(newcomer.doc).cards.values()].map(({ text }) => text);
	newcomer.close();
	return texts.toSorted();
}

const chip = () => list.page.locator('[data-kind]');

test('what was called 保存済み is there after a power cut, even if its writer never comes back', async () => {
	const called: string[] = [];
	for (let round = 1; round <= 3; round += 1) {
		const texts = ['の一', 'の二', 'の三'].map((text) => `${round}回目${text}`);
		for (const text of texts) await list.add('原因', text);
		await list.page.locator('[data-kind="saved"]').waitFor();
		called.push(...texts);
		await app.kill9();
		if (round < 3) {
			await app.restart();
			await list.page.locator('[data-kind="saved"]').waitFor();
		}
	}
	await seat.context.close();
	await app.restart();
	expect(await causesAtServer()).toEqual(called.toSorted());
});

test('while the server is down the chip counts what is unsent, and afterwards everything is sent', async () => {
	await list.add('原因', '停電の前');
	await list.page.locator('[data-kind="saved"]').waitFor();
	await app.kill9();
	await list.page.locator('[data-kind="offline"]').waitFor();
	expect(await chip().innerText()).toMatch(/未送信 0件/);
	await list.add('原因', '停電中の一');
	expect(await chip().innerText()).toMatch(/未送信 [1-9]\d*件/);
	await list.add('原因', '停電中の二');
	await list.rewrite('停電の前', '停電の前に書き、停電中に直した');
	expect(await list.texts('原因')).toHaveLength(3);

	await app.restart();
	await list.page.locator('[data-kind="saved"]').waitFor();
	expect(await causesAtServer()).toEqual(
		['停電の前に書き、停電中に直した', '停電中の一', '停電中の二'].toSorted()
	);
});

test('a page loaded again after the power cut still has what it could not send', async () => {
	await list.add('原因', '停電の前');
	await list.page.locator('[data-kind="saved"]').waitFor();
	await app.kill9();
	await list.page.locator('[data-kind="offline"]').waitFor();
	await list.add('原因', '停電中に書いた原因');
	await vi.waitFor(async () => expect(await chip().innerText()).toMatch(/未送信 [1-9]\d*件/));
	list.page.on('dialog', (dialog) => void dialog.accept());
	// The line stays cut for this person, so that the page cannot send before it is loaded again.
	seat.setCut(true);
	await app.restart();
	await list.page.reload();
	const again = await ListPage.show(list.page);
	await again.card('停電中に書いた原因').waitFor();
	expect(await causesAtServer()).toEqual(['停電の前']);
	seat.setCut(false);
	await list.page.locator('[data-kind="saved"]').waitFor();
	expect(await causesAtServer()).toEqual(['停電の前', '停電中に書いた原因'].toSorted());
});
