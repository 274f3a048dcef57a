import { AxeBuilder } from '@axe-core/playwright';
import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import type { Visitor } from './support/people.ts';
import { createWorkshop, signInStaff } from './support/people.ts';
import { takeSeat } from './support/seat.ts';

let app: App;
let browser: Browser;
let staff: Visitor;
let workshop: Workshop;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
	app = await startApp();
	browser = await launchBrowser();
	staff = await signInStaff(app);
	workshop = await createWorkshop(staff, { start: 'i-city-mitori' });
});

afterAll(async () => {
	for (const context of contexts) await context.close();
	await browser?.close();
	await app?.dispose();
});

async function sitDown(code: string, isPhone: boolean): Promise<Page> {
	const seat = await takeSeat(browser, app, code, { screen: { isTouch: isPhone } });
	contexts.push(seat.context);
	seat.context.setDefaultTimeout(30_000);
	const page = await seat.context.newPage();
	await page.setViewportSize(isPhone ? { width: 390, height: 844 } : { width: 1366, height: 768 });
	await page.goto(seat.address);
	await page.locator('[data-kind="saved"]').waitFor();
	return page;
}

async function violationsOf(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'])
		.analyze();
	return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** The vote, or its result, on this screen. */
const panel = (page: Page, name: string): Locator => page.getByRole('complementary', { name });
const card = (page: Page, at: number): Locator => page.locator('[data-vote]').nth(at);

test('two people vote, one with the keyboard and one on a phone; the result stands on the sheet', async () => {
	const [leader, anna, ben] = await Promise.all([
		sitDown(workshop.facilitatorCode, false),
		sitDown(workshop.joinCode, false),
		sitDown(workshop.joinCode, true)
	]);
	await leader.getByRole('button', { name: '投票', exact: true }).click();
	const dialog = leader.getByRole('dialog', { name: '投票を始める' });
	await dialog.getByLabel('どのカードで').selectOption({ label: '種類：原因（8枚）' });
	await dialog.getByLabel('何を決めますか').fill('何から始めますか');
	await dialog.getByRole('button', { name: '始める' }).click();

	await panel(anna, '投票する').getByText('のこり 3枚').waitFor();
	const give = card(anna, 1).getByRole('button', { name: /に1枚足す/ });
	await give.focus();
	for (let press = 0; press < 3; press++) await anna.keyboard.press('Enter');
	await panel(anna, '投票する').getByText('のこり 0枚').waitFor();
	expect(
		await card(anna, 0)
			.getByRole('button', { name: /に1枚足す/ })
			.isDisabled()
	).toBe(true);
	await card(anna, 1)
		.getByRole('button', { name: /から1枚戻す/ })
		.click();
	await panel(anna, '投票する').getByText('のこり 1枚').waitFor();

	await card(ben, 1)
		.getByRole('button', { name: /に1枚足す/ })
		.tap();
	await card(ben, 0)
		.getByRole('button', { name: /に1枚足す/ })
		.tap();
	await card(ben, 0)
		.getByRole('button', { name: /に1枚足す/ })
		.tap();
	await panel(ben, '投票する').getByText('のこり 0枚').waitFor();
	expect(await ben.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
	expect(await violationsOf(ben)).toEqual([]);

	const led = panel(leader, '投票する');
	await led.getByText('投票した人 2 / 2').waitFor();
	await led.getByText('まだ入れ終わっていない人 1人').waitFor();
	await led.getByRole('button', { name: '投票を終える' }).click();
	const result = panel(ben, '投票の結果');
	await result.getByText('2人が投票しました').waitFor();
	const first = result.getByRole('list', { name: '投票の結果' }).getByRole('listitem').first();
	expect(await first.innerText()).toMatch(/1位[\s\S]*3票/);
	const led2 = panel(leader, '投票の結果');
	await led2.getByRole('button', { name: '1つ減らす' }).click();
	await led2.getByRole('button', { name: '上から1枚を次へ' }).click();
	await result.getByText('次へ', { exact: true }).waitFor();
	expect(await violationsOf(leader)).toEqual([]);

	await led2.getByRole('button', { name: 'みんなが書けるようにする' }).click();
	await led2
		.getByRole('button', { name: 'みんなが書けるようにする' })
		.waitFor({ state: 'detached' });
	const [board] = workshop.boards;
	const sheet = await staff.ask('GET', `/api/boards/${board?.id}/export/csv?votes=yes`);
	expect(await sheet.text()).toMatch(/,3(,|\r)/);
}, 60_000);
