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

/** Makes a case on the home page and writes its causes in the list. */
async function writeCase(staff: StaffPages, title: string, causes: readonly string[]) {
	const { page } = staff;
	await staff.goHome();
	await page.getByRole('button', { name: '事例ボードをつくる' }).click();
	const dialog = page.getByRole('dialog', { name: '事例ボードをつくる' });
	await dialog.getByLabel('どんな事例でしたか（1文で）').fill(title);
	await dialog.getByRole('radio', { name: '入退院支援' }).check({ force: true });
	expect(await barriers(page)).toEqual([]);
	await dialog.getByRole('button', { name: 'つくってひらく' }).click();
	await page.waitForURL(/\/board\//);
	await page.locator('[data-kind="saved"]').waitFor();
	const list = await ListPage.show(page);
	expect(await list.texts('テーマ・目指す姿')).toEqual([title]);
	// A short board: it ends with the measure.
	expect(await page.getByRole('heading', { name: '期待したこと', exact: true }).count()).toBe(0);
	for (const cause of causes) await list.add('原因', cause);
	await page.locator('[data-kind="saved"]').waitFor();
}

test('causes of two cases are put together and become a theme whose cards lead back', async () => {
	const staff = await staffPages();
	const { page } = staff;
	await writeCase(staff, '退院した翌日に再び入院した', ['家族の不安が大きい', '薬の説明がない']);
	await writeCase(staff, '自宅に帰れず施設に入った', ['家族の 不安が大きい']);

	await staff.goHome();
	await page.getByRole('link', { name: '原因をあつめる' }).click();
	await page.getByRole('heading', { name: '事例の原因をあつめる' }).waitFor();
	const loose = page.getByRole('region', { name: 'まだまとめていない原因' });
	await loose.getByRole('checkbox').nth(2).waitFor({ state: 'attached' });
	expect(await loose.getByRole('checkbox').count()).toBe(3);
	// Nothing is merged by itself: the same wording is only pointed at.
	await loose.getByRole('button', { name: /^選ぶ：家族の/ }).click();
	await loose.getByText('2件を選んでいます').waitFor();
	expect(await barriers(page)).toEqual([]);
	await loose.getByRole('button', { name: '同じ原因にまとめる' }).click();
	const groups = page.getByRole('region', { name: 'まとまり' });
	const group = groups.getByRole('article');
	await group.getByText('2事例・2件').waitFor();
	expect(await loose.getByRole('checkbox').count()).toBe(1);

	// Kept on the server, for everybody.
	await page.reload();
	await group.getByRole('button', { name: '題を直す' }).click();
	await group.getByLabel('まとまりの題').fill('家族が退院後を思い描けない');
	await group.getByLabel('まとまりの題').press('Enter');
	await groups.getByRole('heading', { name: '家族が退院後を思い描けない' }).waitFor();
	await group.getByRole('button', { name: '盤にのせる' }).click();
	const dialog = page.getByRole('dialog', { name: 'まとまりを盤にのせる' });
	await dialog.getByRole('button', { name: '盤にのせる' }).click();
	await page.waitForURL(/\/board\//);
	await page.locator('[data-kind="saved"]').waitFor();
	const list = await ListPage.show(page);
	expect(await list.texts('テーマ・目指す姿')).toEqual(['家族が退院後を思い描けない']);
	expect((await list.texts('現状')).length).toBe(2);
	await list.choose('家族の不安が大きい', 'くわしく');
	await page.getByRole('link', { name: '元の事例を開く' }).click();
	await page.locator('[data-kind="saved"]').waitFor();
	await page.getByText('退院した翌日に再び入院した').first().waitFor();
});

test('a chain is found in any spelling and copied into the open board as one step', async () => {
	const visitor = await signInStaff(app);
	await createWorkshop(visitor, { start: 'i-city-mitori', name: '看取りの研修' });
	const target = await createWorkshop(visitor, { name: '写す先' });
	const staff = await staffPages();
	const { page } = staff;

	await page.getByRole('link', { name: '全部の盤からさがす' }).click();
	await page.getByRole('searchbox', { name: 'ことば' }).fill('けあまねｼﾞｬｰ　ｱﾝｹｰﾄ');
	await page.getByRole('searchbox', { name: 'ことば' }).press('Enter');
	await page.getByText('ケアマネジャーを対象としたアンケートなど').first().waitFor();
	await page.getByText('流れ', { exact: true }).first().click();
	expect(await barriers(page)).toEqual([]);

	await page.goto(`${app.url}/board/${target.boards[0]?.id}`);
	await page.locator('[data-kind="saved"]').waitFor();
	await page
		.getByRole('button', { name: /^現状|現状$/ })
		.first()
		.click();
	await page.getByRole('button', { name: 'ほかの盤からさがす' }).click();
	await page.getByRole('searchbox', { name: 'ことば' }).fill('専門職の説明能力向上');
	await page.getByRole('searchbox', { name: 'ことば' }).press('Enter');
	await page.getByRole('button', { name: 'この流れを今の盤に写す' }).first().click();
	const list = await ListPage.show(page);
	await list.row('専門職の説明能力向上').first().waitFor();
	expect((await list.texts('期待したこと')).length).toBe(8);
	await page.locator('[data-kind="saved"]').waitFor();
	// One step: undone at once.
	await page.getByRole('button', { name: /^元に戻す/ }).click();
	await list.row('専門職の説明能力向上').first().waitFor({ state: 'detached' });
	expect(await list.texts('期待したこと')).toEqual([]);
});

test('participants reach neither the search nor the cases', async () => {
	const context = await browser.newContext({ locale: 'ja-JP' });
	contexts.push(context);
	const page = await context.newPage();
	for (const path of ['/cases', '/library']) {
		await page.goto(app.url + path);
		await page.getByRole('alert').waitFor();
		expect(await page.getByRole('checkbox').count()).toBe(0);
	}
});
