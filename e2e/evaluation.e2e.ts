import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import { createWorkshop, signInStaff } from './support/people.ts';
import type { Seat } from './support/seat.ts';
import { takeSeat } from './support/seat.ts';

let app: App;
let browser: Browser;
let codes: { readonly facilitatorCode: string; readonly joinCode: string };
let seats: Seat[] = [];

const again = '再入院する高齢者の割合が減少する';
const held = '退院前CCの開催率が上がる';
const joined = 'ケアマネジャーの退院前CCへの参加率が上がる';
const cost = '入院医療費の伸びが抑えられる';

beforeAll(async () => {
	app = await startApp();
	browser = await launchBrowser();
});

beforeEach(async () => {
	codes = await createWorkshop(await signInStaff(app), { start: 'g-city-evaluation' });
});

afterEach(async () => {
	for (const seat of seats) await seat.context.close();
	seats = [];
});

afterAll(async () => {
	await browser?.close();
	await app?.dispose();
});

/** The fiscal year of this very day: the page shows it whatever the data. */
function currentYear(): number {
	const today = new Date();
	return today.getMonth() >= 3 ? today.getFullYear() : today.getFullYear() - 1;
}
const reiwa = (year: number): string => `令和${year - 2018}年度`;

async function openEvaluation(code: string, width = 1366): Promise<Page> {
	const seat = await takeSeat(browser, app, code);
	seat.context.setDefaultTimeout(30_000);
	seats.push(seat);
	const page = await seat.context.newPage();
	await page.setViewportSize({ width, height: 900 });
	await page.goto(seat.address);
	await page.locator('[data-kind="saved"]').waitFor();
	await showEvaluation(page);
	return page;
}

async function showEvaluation(page: Page): Promise<void> {
	await page.getByRole('navigation').getByRole('button', { name: /評価/ }).click();
	await page.getByRole('button', { name: '評価をくらべる' }).click();
	await page.getByRole('heading', { name: '期待したことと現状をくらべる' }).waitFor();
}

const row = (page: Page, text: string): Locator =>
	page.getByRole('row').filter({ has: page.getByText(text, { exact: true }) });
const cell = (page: Page, text: string, column: string): Locator =>
	page.getByRole('textbox', { name: `${text}：${column}`, exact: true });

async function type(page: Page, text: string, column: string, value: string): Promise<void> {
	await cell(page, text, column).fill(value);
	await cell(page, text, column).press('Tab');
}

async function pasteTable(page: Page, table: string): Promise<Locator> {
	await page.getByRole('button', { name: 'Excel から貼り付ける' }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('textbox').fill(table);
	return dialog;
}

async function decide(page: Page, text: string, decision: string): Promise<void> {
	const choice = row(page, text).getByRole('button', { name: decision, exact: true });
	await choice.click();
	expect(await choice.getAttribute('aria-pressed')).toBe('true');
}

test('values typed on an outcome make its indicator, the bar says what is left, and one undo takes both back', async () => {
	const page = await openEvaluation(codes.facilitatorCode);
	const make = row(page, held).getByRole('button', { name: 'この期待をそのまま指標にする' });
	await make.waitFor();
	await type(page, held, reiwa(currentYear()), '６３％');
	await make.waitFor({ state: 'detached' });
	await row(page, held).getByText('目標値がまだありません').waitFor();
	await page.getByRole('button', { name: /^元に戻す/ }).click();
	await make.waitFor();
	expect(await cell(page, held, reiwa(currentYear())).inputValue()).toBe('');

	await make.click();
	await make.waitFor({ state: 'detached' });
	await type(page, held, '現状値', '46%');
	await type(page, held, '目標値', '70%');
	await row(page, held).getByText('値がまだありません', { exact: true }).waitFor();
	await type(page, held, reiwa(currentYear()), '63');
	await row(page, held).getByText('あと 7 ポイント', { exact: true }).waitFor();
	await type(page, held, reiwa(currentYear()), '72');
	await row(page, held).getByText('目標に届きました', { exact: true }).waitFor();
	await page
		.getByText(`${reiwa(currentYear())}の値がまだありません`)
		.first()
		.waitFor();
});

test('a table pasted from a spreadsheet is shown before it is entered, and one undo takes it back', async () => {
	const page = await openEvaluation(codes.facilitatorCode);
	const year = currentYear();
	const table = [
		`指標\t現状値\t目標値\t${reiwa(year - 2)}\tR${year - 1 - 2018}\t${year}`,
		'再入院率\t72%\t55%\t72\t69\t66',
		`${held}\t46%\t70%\t46\t52\t63`,
		'④\t38件\t50件\t38\t36\t集計中',
		'どこにもない指標\t1\t2\t3\t4\t5'
	].join('\n');
	const dialog = await pasteTable(page, table);
	await dialog.getByText('どの指標かわからない行（入れません）').waitFor();
	await dialog.getByRole('listitem').filter({ hasText: 'どこにもない指標' }).waitFor();
	await dialog.getByText('数字でないので入れません').waitFor();
	await dialog.getByRole('button', { name: '14件を入れる' }).click();
	await dialog.waitFor({ state: 'detached' });
	await page.getByText('14件の値を入れました').waitFor();
	await row(page, again).getByText('あと 11 ポイント', { exact: true }).waitFor();
	await row(page, held).getByText('あと 7 ポイント', { exact: true }).waitFor();
	await row(page, joined).getByText('値がまだありません', { exact: true }).waitFor();
	expect(await cell(page, joined, reiwa(year - 1)).inputValue()).toBe('36');

	await page.getByRole('button', { name: /^元に戻す/ }).click();
	await row(page, held).getByText('指標がまだありません', { exact: true }).waitFor();
	expect(await cell(page, held, reiwa(year)).inputValue()).toBe('');
	expect(await cell(page, joined, reiwa(year - 1)).inputValue()).toBe('');
});

test('half a year, few cases and another unit are said and not compared', async () => {
	const page = await openEvaluation(codes.facilitatorCode);
	await type(page, held, '現状値', '46%');
	await type(page, held, '目標値', '70%');
	await page.getByRole('button', { name: '値を入れる', exact: true }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel('指標', { exact: true }).selectOption({ label: `③ ${held}` });
	await dialog.getByLabel('値', { exact: true }).fill('約６割');
	await dialog.getByText('60% と読みました').waitFor();
	await dialog.getByLabel('もとになった数').fill('8件');
	await dialog.getByLabel('年度の途中の値').check({ force: true });
	await dialog.getByRole('button', { name: '入れる', exact: true }).click();
	await row(page, held).getByText('もとが8件：率でなく件数で', { exact: true }).waitFor();
	await row(page, held).getByText('途中', { exact: true }).waitFor();
	await type(page, held, reiwa(currentYear()), '12件');
	await row(page, held).getByText('単位が変わったのでくらべません', { exact: true }).waitFor();
	expect(await row(page, held).count()).toBe(1);
});

test('the keyboard alone walks a column, chooses the outcome of the head and fills the window with it', async () => {
	const page = await openEvaluation(codes.facilitatorCode);
	const year = reiwa(currentYear());
	await cell(page, held, year).focus();
	await page.keyboard.type('63');
	await page.keyboard.press('Enter');
	expect(await cell(page, joined, year).evaluate((field) => field === document.activeElement)).toBe(
		true
	);
	await page.keyboard.press('ArrowUp');
	expect(await cell(page, held, year).evaluate((field) => field === document.activeElement)).toBe(
		true
	);

	await row(page, cost).getByRole('button', { name: cost }).focus();
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: '大きく映す' }).focus();
	await page.keyboard.press('Enter');
	const stage = page.getByRole('dialog', { name: '期待したことと現状の差' });
	const words = stage.getByText(cost, { exact: true }).first();
	await words.waitFor();
	const size = await words.evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
	expect(size).toBeGreaterThanOrEqual(46);
	expect(size).toBeLessThanOrEqual(60);
	await page.keyboard.press('ArrowLeft');
	await stage.getByText('ケアプラン検討に必要な職種の退院前CCへの参加率が上がる').first().waitFor();
	await page.keyboard.press('Escape');
	await stage.waitFor({ state: 'detached' });
	const back = await page.evaluate(() => document.activeElement?.textContent?.trim());
	expect(back).toBe('大きく映す');
});

test('once all is decided the revised board is made; there it is compared with the one before', async () => {
	const page = await openEvaluation(codes.facilitatorCode);
	const next = page.getByRole('button', { name: '見直し版のボードをつくる' });
	await type(page, held, reiwa(currentYear()), '63%');
	await type(page, cost, reiwa(currentYear()), '102%');
	await decide(page, held, '見直し');
	expect(await next.isDisabled()).toBe(true);
	await decide(page, cost, '終了');
	await cell(page, cost, 'これからの理由').fill('比べる数字がない');
	await cell(page, cost, 'これからの理由').press('Tab');
	await page.getByRole('textbox', { name: '次の見直し' }).fill('令和9年3月');
	await page.getByRole('textbox', { name: '次の見直し' }).press('Tab');
	await page.locator('[data-kind="saved"]').waitFor();
	await next.click();
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('listitem').filter({ hasText: cost }).waitFor();
	await dialog.getByRole('button', { name: 'つくる', exact: true }).click();
	const old = page.url();
	await dialog.getByRole('link', { name: '見直し版をひらく' }).click();
	await page.waitForURL((url) => url.href !== old);
	await page.locator('[data-kind="saved"]').waitFor();
	await showEvaluation(page);
	await row(page, held).waitFor();
	expect(await row(page, cost).count()).toBe(0);

	await page.getByRole('button', { name: '前の版とくらべる' }).click();
	const changes = page.getByRole('dialog');
	const outcomes = changes.locator('section').filter({ hasText: '期待したこと' });
	await outcomes.getByText('やめた').waitFor();
	await outcomes.getByText(cost, { exact: true }).waitFor();
	await outcomes.getByText('そのまま').waitFor();
});

test('participants see everything and write nothing', async () => {
	const leader = await openEvaluation(codes.facilitatorCode);
	await type(leader, held, '目標値', '70%');
	await type(leader, held, reiwa(currentYear()), '63%');
	const page = await openEvaluation(codes.joinCode);
	await row(page, held).getByText('あと 7 ポイント', { exact: true }).waitFor();
	expect(await cell(page, held, '目標値').isDisabled()).toBe(true);
	expect(await page.getByRole('button', { name: '値を入れる', exact: true }).count()).toBe(0);
	await page.getByText('値とこれからの判断は、進行役・記録係・職員が書きます。').waitFor();
});

test('on a phone each outcome is a card, and nothing is wider than the screen', async () => {
	const page = await openEvaluation(codes.facilitatorCode, 390);
	const card = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: held }) });
	await type(page, held, '目標値', '70%');
	await type(page, held, reiwa(currentYear()), '63%');
	await card.getByText('あと 7 ポイント', { exact: true }).waitFor();
	const overflow = await page
		.locator('.evaluation')
		.evaluate((view) => view.scrollWidth - view.clientWidth);
	expect(overflow).toBeLessThanOrEqual(0);
});
