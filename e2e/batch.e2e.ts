import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import { unzipSync } from 'fflate';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { StaffPages } from './pages/staff-pages.ts';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import type { Visitor } from './support/people.ts';
import { createWorkshop, signInStaff } from './support/people.ts';

let app: App;
let browser: Browser;
let visitor: Visitor;
let workshop: Workshop;
let context: BrowserContext | null = null;
beforeAll(async () => {
	app = await startApp();
	browser = await launchBrowser();
	visitor = await signInStaff(app);
	workshop = await createWorkshop(visitor, {
		name: '看取り研修',
		scene: 'endOfLife',
		start: 'i-city-mitori',
		tables: 2
	});
	await addTableWith('ご家族は 090-1234-5678 へ');
});
afterEach(async () => {
	await context?.close();
	context = null;
});
afterAll(async () => {
	await browser?.close();
	await app?.dispose();
});

/** One more table, from the file of the first with the words of one card changed. */
async function addTableWith(words: string): Promise<void> {
	const { id } = workshop.boards[0]!;
	const file = await (await visitor.ask('GET', `/api/boards/${id}/export/json`)).json();
	file.board.meta.group = '3卓';
	file.board.cards[0].text = words;
	const form = new FormData();
	form.append('file', new Blob([JSON.stringify(file)]), 'board.json');
	const answer = await fetch(`${app.url}/api/workshops/${workshop.id}/boards/import`, {
		method: 'POST',
		headers: { cookie: visitor.cookie() },
		body: form
	});
	expect(answer.status).toBe(201);
}

async function staffPage(): Promise<Page> {
	context = await browser.newContext({
		viewport: { width: 1366, height: 768 },
		locale: 'ja-JP'
	});
	return (await StaffPages.signIn(context, app)).page;
}

async function openWorkshop(): Promise<Page> {
	const page = await staffPage();
	await page.goto(`${app.url}/workshops/${workshop.id}`);
	await page.getByRole('button', { name: 'まとめて書き出す' }).click();
	return page;
}

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'まとめて書き出す' });
const runOf = (page: Page) => dialogOf(page).getByRole('button', { name: '書き出す', exact: true });

async function confirm(page: Page): Promise<void> {
	const checks = dialogOf(page).getByRole('group', { name: '個人情報の確認' });
	await checks.waitFor();
	for (const check of await checks.getByRole('checkbox').all()) await check.press(' ');
	// It also waits for every board to be looked through.
	await expect.poll(() => runOf(page).isEnabled(), { timeout: 10_000 }).toBe(true);
}

async function download(page: Page): Promise<{ name: string; files: Record<string, Uint8Array> }> {
	const [saved] = await Promise.all([page.waitForEvent('download'), runOf(page).click()]);
	return {
		name: saved.suggestedFilename(),
		files: unzipSync(new Uint8Array(await readFile(await saved.path())))
	};
}

const today = /^\d{4}-\d{2}-\d{2}_/;
const withoutDay = (names: readonly string[]) => names.map((name) => name.replace(today, ''));
const startOf = (bytes: Uint8Array | undefined) =>
	Buffer.from(bytes ?? []).toString('latin1', 0, 5);

test('all tables of a workshop come in one zip, once the words on them were looked at, and the record says so', async () => {
	const page = await openWorkshop();
	const dialog = dialogOf(page);
	await dialog.getByText('3枚のボードを、ひとつの zip ファイルにします。').waitFor();
	await dialog.getByText('3卓：1か所').waitFor();
	await dialog.getByText('「090-1234-5678」電話番号のような数字').waitFor();
	expect(await dialog.getByRole('link', { name: '3卓をひらく' }).getAttribute('href')).toMatch(
		/^\/board\//
	);
	expect(await runOf(page).isEnabled()).toBe(false);
	await confirm(page);
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

	const pdf = await download(page);
	expect(pdf.name).toMatch(/^\d{4}-\d{2}-\d{2}_看取り研修_演習シート\.zip$/);
	expect(withoutDay(Object.keys(pdf.files))).toEqual(
		['1卓', '2卓', '3卓'].map((table) => `看取り_${table}_演習シート.pdf`)
	);
	for (const bytes of Object.values(pdf.files)) expect(startOf(bytes)).toBe('%PDF-');

	await dialog.getByLabel('形式').selectOption('json');
	const json = await download(page);
	expect(withoutDay(Object.keys(json.files))[2]).toBe('看取り_3卓_ボード全体.json');
	await dialog.getByRole('button', { name: '閉じる' }).last().click();

	await page.getByText('書き出しの記録').click();
	const rows = page.getByRole('row');
	await rows.nth(6).waitFor();
	expect(await rows.nth(1).innerText()).toMatch(/職員[^\n]*\s+JSON ボード全体\s+3卓/);
	expect(await rows.nth(6).innerText()).toMatch(/職員[^\n]*\s+PDF 演習シート\s+1卓/);
	// The file it was made from; looking through the boards is no export.
	expect(await rows.count()).toBe(1 + 6 + 1);
});

test('a table that fails is named, and the others still come', async () => {
	const page = await openWorkshop();
	await page.route(`**/api/boards/${workshop.boards[1]!.id}/export/**`, (route) => route.abort());
	await confirm(page);
	const { files } = await download(page);
	expect(Object.keys(files)).toHaveLength(2);
	await dialogOf(page)
		.getByText(/^2卓：つながっていません|^2卓：/)
		.waitFor();
});

test('やめる ends it without a file', async () => {
	const page = await openWorkshop();
	const asked: string[] = [];
	let isSaved = false;
	page.on('download', () => (isSaved = true));
	// The second table never answers.
	await page.route('**/export/**', async (route) => {
		asked.push(route.request().url());
		if (asked.length === 1) await route.continue();
	});
	await confirm(page);
	await runOf(page).click();
	await dialogOf(page).getByText('2卓を書き出しています（2 / 3）').waitFor();
	await dialogOf(page).getByRole('button', { name: 'やめる' }).click();
	await dialogOf(page).getByText('やめました。何も書き出していません。').waitFor();
	expect(asked).toHaveLength(2);
	expect(isSaved).toBe(false);
	expect(await runOf(page).isEnabled()).toBe(true);
});

test('the scenes of a municipality come in one zip', async () => {
	await createWorkshop(visitor, {
		name: 'I市の日常',
		scene: 'daily',
		start: 'i-city-four-scenes',
		municipality: 'I市'
	});
	const page = await staffPage();
	await page.getByRole('button', { name: 'I市まとめて書き出す' }).click();
	await confirm(page);
	await dialogOf(page).getByLabel('形式').selectOption('pptx');
	await dialogOf(page).getByLabel('シートの種類').selectOption('onePage');
	const { name, files } = await download(page);
	expect(name).toMatch(/_I市_思考の展開\.zip$/);
	expect(withoutDay(Object.keys(files))).toEqual([
		'日常療養支援_思考の展開.pptx',
		'看取り_1卓_思考の展開.pptx'
	]);
	expect(startOf(Object.values(files)[0])).toMatch(/^PK/);
});
