import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ListPage } from './pages/list-page.ts';
import { StaffPages } from './pages/staff-pages.ts';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import { createWorkshop, signInStaff } from './support/people.ts';

let app: App;
let browser: Browser;
const contexts: BrowserContext[] = [];
beforeAll(async () => {
	app = await startApp();
	browser = await launchBrowser();
});
afterEach(async () => {
	for (const context of contexts.splice(0)) await context.close();
});
afterAll(async () => {
	await browser?.close();
	await app?.dispose();
});

async function staffPages(): Promise<StaffPages> {
	const context = await browser.newContext({
		viewport: { width: 1366, height: 768 },
		locale: 'ja-JP'
	});
	contexts.push(context);
	return await StaffPages.signIn(context, app);
}

async function barriers(page: Page): Promise<readonly string[]> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

const tiles = (page: Page, municipality: string) =>
	page.getByRole('region', { name: `4つの場面 ${municipality}` });

test('each municipality shows its four scenes, and the next board starts from the earlier one', async () => {
	const visitor = await signInStaff(app);
	for (const [scene, start] of [
		['endOfLife', 'i-city-mitori'],
		['daily', 'i-city-four-scenes']
	] as const)
		await createWorkshop(visitor, { scene, start, name: `I市の${scene}`, municipality: 'I市' });
	await createWorkshop(visitor, {
		scene: 'discharge',
		start: 'c-city-discharge',
		name: 'C市の入退院',
		municipality: 'C市'
	});

	const staff = await staffPages();
	const { page } = staff;
	const iCity = tiles(page, 'I市');
	await iCity.getByText('本人の意向に沿えずに、家族が入院を選ぶことがある').first().waitFor();
	await iCity.getByText('訪問診療を必要とする患者に対し').waitFor();
	expect(await iCity.getByText('まだありません').count()).toBe(2);
	await iCity
		.getByText(/^気づき \d+件$/)
		.first()
		.waitFor();
	await tiles(page, 'C市').getByRole('link', { name: '入退院支援' }).waitFor();
	expect(await barriers(page)).toEqual([]);

	await iCity.getByRole('button', { name: 'この続きから始める：看取り' }).click();
	const dialog = page.getByRole('dialog', { name: 'この続きから始める' });
	await dialog.getByRole('radio', { name: '原因まで' }).check({ force: true });
	expect(await barriers(page)).toEqual([]);
	await dialog.getByRole('button', { name: 'つくってひらく' }).click();
	await page.waitForURL(/\/board\//);
	await page.locator('[data-kind="saved"]').waitFor();
	const list = await ListPage.show(page);
	expect((await list.texts('原因')).length).toBeGreaterThan(4);
	expect(await list.texts('対策')).toEqual([]);
	await list.add('対策', '多職種で看取りの流れを話し合う');
	await page.locator('[data-kind="saved"]').waitFor();

	// The tile shows the board people went on with, and what was written on it.
	await staff.goHome();
	await iCity.getByText('対策まで').waitFor();
});

test('an untouched scene begins with its scene and its municipality', async () => {
	const staff = await staffPages();
	const { page } = staff;
	await tiles(page, 'C市')
		.getByRole('button', { name: /^はじめる.*看取り$/ })
		.click();
	const form = page.getByRole('complementary', { name: '新しいワークショップ' });
	expect(await form.getByRole('radio', { name: '看取り' }).isChecked()).toBe(true);
	expect(await form.getByLabel('市区町村').inputValue()).toBe('C市');
});

test('a 目的シート is started from the form and goes on as a whole board', async () => {
	const staff = await staffPages();
	const { page } = staff;
	const form = page.getByRole('complementary', { name: '新しいワークショップ' });
	await form.getByLabel('名前').fill('連携の目的');
	await form.getByRole('radio', { name: '目的シート' }).check({ force: true });
	await form.getByRole('button', { name: 'つくる' }).click();
	await page.waitForURL(/\/workshops\//);
	await staff.openTable(1);
	const list = await ListPage.show(page);
	await list.add('テーマ・目指す姿', '退院後に再発しない', '目指す姿');
	await page.locator('[data-kind="saved"]').waitFor();
	await page.goBack();
	await page
		.getByRole('button', { name: 'この続きから始める：1卓' })
		.filter({ hasText: 'この結果から演習シートの盤をつくる' })
		.click();
	await page.getByRole('button', { name: 'つくってひらく' }).click();
	await page.waitForURL(/\/board\//);
	await page.locator('[data-kind="saved"]').waitFor();
	const whole = await ListPage.show(page);
	expect(await whole.texts('テーマ・目指す姿')).toEqual(['退院後に再発しない']);
});
