import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import { createWorkshop, join, signInStaff, takeCookies } from './support/people.ts';

let app: App;
let browser: Browser;
let contexts: BrowserContext[] = [];

beforeAll(async () => {
	app = await startApp();
	browser = await launchBrowser([], { isNew: true });
});

afterEach(async () => {
	await Promise.all(contexts.map((context) => context.close()));
	contexts = [];
});

afterAll(async () => {
	await browser?.close();
	await app?.dispose();
});

/** Somebody who has just joined on a device of their own; `changes` are the changes of the board it has sent. */
async function newcomer(isPhone = false): Promise<{ page: Page; changes: () => number }> {
	const { joinCode } = await createWorkshop(await signInStaff(app), { start: 'i-city-mitori' });
	const { visitor, access } = await join(app, joinCode);
	const context = await browser.newContext({
		viewport: isPhone ? { width: 390, height: 844 } : { width: 1366, height: 768 },
		hasTouch: isPhone,
		isMobile: isPhone,
		locale: 'ja-JP'
	});
	contexts.push(context);
	await takeCookies(context, app.url, visitor);
	const page = await context.newPage();
	let sent = 0;
	page.on('websocket', (line) =>
		line.on('framesent', ({ payload }) => {
			// A message of sync that carries an update.
			if (typeof payload !== 'string' && payload[0] === 0 && payload[1] === 2) sent += 1;
		})
	);
	await page.goto(`${app.url}/board/${access.id}`);
	await page.locator('[data-kind="saved"]').waitFor();
	return { page, changes: () => sent };
}

/** Takes the offer that comes by itself once the board stands. */
async function practise(page: Page): Promise<Locator> {
	await page.getByRole('complementary', { name: 'はじめての方へ' }).waitFor();
	await page.getByRole('button', { name: '練習する（1分）' }).click();
	const dialog = page.getByRole('dialog', { name: '練習用のボード' });
	await dialog.getByRole('heading', { name: 'カードを1枚書いてみましょう' }).waitFor();
	return dialog;
}

/** What a screen reader or a keyboard would stumble over. */
async function barriers(page: Page): Promise<readonly string[]> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

test('who joins for the first time practises with the mouse on a board of their own, and the real one hears nothing of it', async () => {
	const { page, changes } = await newcomer();
	const dialog = await practise(page);
	const task = (name: RegExp) => dialog.getByRole('heading', { name }).waitFor();
	const tools = dialog.getByRole('toolbar', { name: '道具' });
	const host = dialog.getByRole('application', { name: 'ボードの絵' });
	await host.locator('canvas').first().waitFor();
	expect(await barriers(page)).toEqual([]);

	await tools.getByRole('button', { name: 'カード', exact: true }).click();
	await host.click({ position: { x: 320, y: 420 } });
	const field = dialog.locator('.editor.writing').getByRole('textbox');
	await field.fill('窓が開かない');
	await field.press('Enter');
	await task(/^書けました。/);

	const card = await dialog.locator('.editor .face').boundingBox();
	if (!card) throw new Error('No card is selected.');
	const [x, y] = [card.x + card.width / 2, card.y + card.height / 2];
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x + 20, y + 60, { steps: 4 });
	await page.mouse.move(x + 30, y + 90, { steps: 4 });
	await page.mouse.up();
	await task(/^動きました。/);

	// The card lies a little lower now, and goes on being the selected one.
	const moved = await dialog.locator('.editor .face').boundingBox();
	if (!moved) throw new Error('No card is selected.');
	await tools.getByRole('button', { name: 'つなぐ', exact: true }).click();
	await page.mouse.click(moved.x + moved.width / 2, moved.y + moved.height / 2);
	await host.click({ position: { x: 973, y: 160 } });
	await task(/^つながりました。/);

	// A key in a practice is a key for its board, and for no other.
	await page.keyboard.press('Control+z');
	await task(/^元に戻りました。/);

	await dialog.getByRole('button', { name: '全体', exact: true }).click();
	await task(/^全体が見えました。/);
	await dialog.getByRole('list', { name: '5つのうち5つできました' }).waitFor();

	await dialog.getByRole('button', { name: '本番へ' }).click();
	await dialog.waitFor({ state: 'detached' });
	expect(changes()).toBe(0);
	expect(
		await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft')))
	).toEqual([]);

	// Now the board takes keys again, and what is written is sent.
	await page.keyboard.press('4');
	await page.locator('.editor.writing').getByRole('textbox').fill('本番の原因');
	await page.keyboard.press('Enter');
	await expect.poll(changes, { timeout: 10_000 }).toBeGreaterThan(0);

	await page.reload();
	await page.locator('[data-kind="saved"]').waitFor();
	await page.getByRole('button', { name: '使い方' }).click();
	const help = page.getByRole('dialog', { name: '使い方' });
	await help.getByRole('button', { name: '練習する（1分）' }).waitFor();
	expect(await barriers(page)).toEqual([]);
	await help.getByRole('button', { name: '設定' }).click();
	await help.getByRole('switch', { name: '1文字のキーを使う' }).click();
	await help.getByRole('switch', { name: 'ふりがなを付ける' }).click();
	expect(await barriers(page)).toEqual([]);
	await help.getByRole('button', { name: 'キー', exact: true }).click();
	await help.getByText('1文字のキーは、いま使わない設定です', { exact: false }).waitFor();
	await help.getByRole('searchbox').fill('元に');
	expect(await help.getByRole('row').count()).toBe(1);
	await help.getByRole('button', { name: 'ことば', exact: true }).click();
	await help.getByRole('searchbox').fill('ちいきほうかつ');
	await help.locator('dt', { hasText: '地域包括支援センター' }).waitFor();
	await help.getByRole('button', { name: '閉じる' }).click();
	// The question carries its readings as soon as what shows them has come.
	await page.locator('.question rt').first().waitFor();

	await page
		.getByRole('navigation', { name: 'Step' })
		.getByRole('button', { name: /^テーマ/ })
		.click();
	const word = page.getByRole('button', { name: '課題', exact: true });
	await word.click();
	await page.getByRole('tooltip').filter({ hasText: 'かだい' }).waitFor();
	expect(await barriers(page)).toEqual([]);
	await page.keyboard.press('Escape');
	await page.getByRole('tooltip').waitFor({ state: 'detached' });
});

test('on a phone the list is practised in, and the offer comes once on a device', async () => {
	const { page, changes } = await newcomer(true);
	const dialog = await practise(page);
	await dialog.getByRole('textbox', { name: /を足す$/ }).fill('窓が開かない');
	await dialog.getByRole('button', { name: '足す' }).tap();
	await dialog.getByRole('heading', { name: /^書けました。/ }).waitFor();
	expect(await barriers(page)).toEqual([]);
	const row = dialog.getByRole('treeitem').filter({ hasText: '窓が開かない' });
	await row.getByRole('button', { name: /の操作$/ }).tap();
	await page.getByRole('menuitem', { name: /^前へ移す/ }).tap();
	await dialog.getByRole('heading', { name: /^動きました。/ }).waitFor();
	await dialog.getByRole('button', { name: /^元に戻す/ }).tap();
	await dialog.getByRole('heading', { name: /^元に戻りました。/ }).waitFor();
	await dialog.getByRole('button', { name: '本番へ' }).tap();
	await dialog.waitFor({ state: 'detached' });
	expect(changes()).toBe(0);
	expect(await page.evaluate(() => localStorage.getItem('renkei.preferences'))).toContain(
		'"knowsPractice":true'
	);
});
