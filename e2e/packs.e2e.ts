import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { SheetPage } from './pages/sheet-page.ts';
import { StaffPages } from './pages/staff-pages.ts';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import { watchOutsideRequests } from './support/outside-requests.ts';
import { wordsOnPages } from './support/paper.ts';

const sample = fileURLToPath(new URL('../shared/src/method/packs/dementia.json', import.meta.url));
let folder: string;
let app: App;
let browser: Browser;
let context: BrowserContext;
let outside: readonly string[] = [];

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'renkei-packs-'));
	const text = await readFile(sample, 'utf8');
	await copyFile(sample, join(folder, 'own.json'));
	// The comma behind the id is forgotten, on the fourth line.
	await writeFile(join(folder, 'broken.json'), text.replace('"dementia",', '"dementia-2"'));
	app = await startApp({ PACKS_DIR: folder });
	browser = await launchBrowser();
});

afterEach(async () => {
	await context.close();
	if (outside.length > 0)
		throw new Error(`Asked others than our own server: ${outside.join(', ')}`);
});

afterAll(async () => {
	await browser?.close();
	await app?.dispose();
	await rm(folder, { recursive: true, force: true });
});

async function staffAtHome(): Promise<StaffPages> {
	context = await browser.newContext({
		viewport: { width: 1440, height: 900 },
		locale: 'ja-JP'
	});
	outside = watchOutsideRequests(context, app.url);
	return await StaffPages.signIn(context, app);
}

/** The question the board asks at a step. */
async function questionAt(page: Page, step: string): Promise<string> {
	await page.getByRole('navigation').getByRole('button', { name: step }).click();
	return await page.getByRole('region', { name: 'いまの問い' }).locator('.question').innerText();
}

test('a workshop of another programme speaks its words from the form to the printed sheet', async () => {
	const staff = await staffAtHome();
	const { page } = staff;
	const form = page.getByRole('complementary', { name: '新しいワークショップ' });
	await form.getByRole('combobox', { name: '分野' }).selectOption({ label: '認知症' });
	const scenes = form.getByRole('group', { name: '場面' }).getByRole('radio');
	await expect.poll(async () => await scenes.count()).toBe(5);
	await staff.createWorkshop({ name: '認知症の研修', scene: '診断と初めの支援' });
	expect(await page.locator('.scene').first().innerText()).toBe('診断と初めの支援');
	await staff.begin();
	await staff.openTable(1);

	await page.getByRole('navigation').getByRole('button', { name: '目指す暮らし' }).waitFor();
	expect(await page.locator('header .scene').innerText()).toBe('診断と初めの支援');
	expect(await questionAt(page, '現状')).toBe(
		'気づきから相談までに、どのくらいの月日がかかっているか？'
	);

	await page.getByRole('button', { name: '一覧', exact: true }).click();
	const place = page.getByRole('region', { name: 'テーマ・目指す暮らし', exact: true });
	await place.getByRole('button', { name: '目指す暮らし', exact: true }).click();
	const field = place.getByRole('textbox', { name: /を足す$/ });
	expect(await field.getAttribute('aria-label')).toContain('目指す暮らし');
	await field.fill('通い慣れた店に通い続けられる');
	await field.press('Enter');
	await place.getByRole('treeitem', { name: /^目指す暮らし/ }).waitFor();
	await page.locator('[data-kind="saved"]').waitFor();

	const sheet = await SheetPage.show(page);
	expect(await sheet.words()).toContain('2 目指す暮らし');
	await sheet.openDialog();
	await sheet.confirmPrivacy();
	const { name, bytes } = await sheet.download('PDF');
	expect(name).toContain('診断と初めの支援');
	const printed = (await wordsOnPages(bytes)).map(({ words }) => words).join('');
	expect(printed).toContain('2目指す暮らし');
	expect(printed).toContain('診断と初めの支援');
	expect(printed).not.toContain('2目指す姿');
});

test('a broken pack is named with its line on the staff home, and the manual is there as ever', async () => {
	const staff = await staffAtHome();
	const problem = staff.page.getByRole('region', { name: /^使えないパック/ });
	expect(await problem.getByRole('listitem').allInnerTexts()).toEqual([
		'broken.json の 4 行目・20 文字目：ここには「,」か「}」が必要です。'
	]);
	expect(app.output()).toContain('pack-refused');
	await staff.createWorkshop({ name: '看取りの研修', scene: '看取り' });
	await staff.begin();
	await staff.openTable(1);
	await staff.page.getByRole('navigation').getByRole('button', { name: '目指す姿' }).waitFor();
});
