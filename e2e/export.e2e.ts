import { loadImage } from '@napi-rs/canvas';
import { strFromU8, unzipSync } from 'fflate';
import type { ExportFormatId } from '@renkei/shared/method/export-ids.ts';
import { exportFormatIds } from '@renkei/shared/method/export-ids.ts';
import { exportFormats } from '@renkei/shared/exports/index.ts';
import { iCityMitori } from '@renkei/shared/method/templates/i-city-mitori.ts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { ListPage } from './pages/list-page.ts';
import { SheetPage } from './pages/sheet-page.ts';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import { boardInFile, cellsOf, wordsOnPages } from './support/paper.ts';
import type { Visitor } from './support/people.ts';
import { createWorkshop, signInStaff, takeCookies } from './support/people.ts';

let app: App;
let browser: Browser;
let staff: Visitor;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
	app = await startApp();
	browser = await launchBrowser();
	staff = await signInStaff(app);
});

afterAll(async () => {
	await browser?.close();
	await app?.dispose();
});

beforeEach(async () => {
	const workshop = await createWorkshop(staff, { start: 'i-city-mitori' });
	context = await browser.newContext({
		viewport: { width: 1366, height: 768 },
		locale: 'ja-JP'
	});
	await takeCookies(context, app.url, staff);
	page = await context.newPage();
	page.setDefaultTimeout(30_000);
	await page.goto(`${app.url}/board/${workshop.boards[0]?.id ?? ''}`);
	await page.locator('[data-kind="saved"]').waitFor();
});

afterEach(async () => {
	await context?.close();
	await app.restart();
});

const packed = (text: string): string => text.replace(/\s/gu, '');
const texts = iCityMitori.cards.map(({ text }) => packed(text));

/** The words of a file, without white space, by a reader that is not ours. */
async function wordsIn(format: ExportFormatId, bytes: Uint8Array): Promise<string> {
	switch (format) {
		case 'pdf':
			return (await wordsOnPages(bytes)).map(({ words }) => words).join('');
		case 'xlsx':
			return packed([...(await cellsOf(bytes)).values()].flat(2).join(''));
		case 'json':
			return [...boardInFile(bytes).cards.values()].map(({ text }) => packed(text)).join('');
		case 'docx':
		case 'pptx':
			return Object.entries(unzipSync(bytes))
				.filter(([name]) => /^(?:word\/document|ppt\/slides\/slide\d+)[.]xml$/.test(name))
				.map(([, part]) => withoutTags(strFromU8(part)))
				.join('');
		case 'svg':
			return withoutTags(strFromU8(bytes));
		default:
			return packed(strFromU8(bytes));
	}
}

function withoutTags(xml: string): string {
	return packed(
		xml
			.replace(/<[^>]*>/g, '')
			.replaceAll('&amp;', '&')
			.replaceAll('&quot;', '"')
	);
}

test('every format comes out of the dialog with every card while the server is gone', async () => {
	const sheet = await SheetPage.show(page);
	await page.getByText('つながりが切れても書き出せます').waitFor();
	await app.stop();
	await sheet.openDialog();
	await sheet.confirmPrivacy();
	const taken = new Map<ExportFormatId, Uint8Array>();
	for (const id of exportFormatIds) {
		const { name, bytes } = await sheet.download(exportFormats[id].label.ja);
		expect(name).toMatch(new RegExp(`看取り.*[.]${exportFormats[id].extension}$`));
		taken.set(id, bytes);
	}
	const { png, ...written } = Object.fromEntries(taken);
	const picture = await loadImage(Buffer.from(png ?? []));
	expect(picture.width).toBe(2480);
	for (const [id, bytes] of Object.entries(written)) {
		const words = await wordsIn(id as ExportFormatId, bytes);
		expect(texts.filter((text) => !words.includes(text)).map((text) => `${id}: ${text}`)).toEqual(
			[]
		);
	}
});

test('one zone, the whole board and each sheet are shown before they are taken home', async () => {
	const sheet = await SheetPage.show(page);
	const cause = packed(iCityMitori.cards.find(({ type }) => type === 'cause')?.text ?? '');
	const outcome = packed(iCityMitori.cards.find(({ type }) => type === 'outcome')?.text ?? '');
	await page.getByRole('button', { name: 'この区分', exact: true }).click();
	await page.getByLabel('区分', { exact: true }).selectOption({ label: '原因' });
	await vi.waitFor(async () => {
		const words = packed(await sheet.words());
		expect(words).toContain(cause);
		expect(words).not.toContain(outcome);
	});
	await page.getByRole('button', { name: 'ボード全体', exact: true }).click();
	await vi.waitFor(async () => {
		const words = packed(await sheet.words());
		expect(words).toContain(cause);
		expect(words).toContain(outcome);
	});
	await sheet.openDialog();
	await sheet.confirmPrivacy();
	const picture = await sheet.download('PNG');
	const canvas = await loadImage(Buffer.from(picture.bytes));
	// Wide as all seven zones, which no sheet of paper is.
	expect(canvas.width / canvas.height).toBeGreaterThan(1.5);
	await page.getByRole('dialog').getByRole('button', { name: '閉じる' }).last().click();
	await page.getByRole('button', { name: 'シート', exact: true }).click();
	await page.getByLabel('シートの種類').selectOption({ label: '協議会資料' });
	await page.getByLabel('会議の名前').fill('第3回 在宅医療・介護連携推進協議会');
	await sheet.openDialog();
	await sheet.confirmPrivacy();
	const { name, bytes } = await sheet.download('PDF');
	expect(name).toContain('協議会資料');
	const pages = await wordsOnPages(bytes);
	expect(pages[0]?.words).toContain('第3回在宅医療・介護連携推進協議会');
	expect(pages.length).toBeGreaterThanOrEqual(4);
});

test('what may tell who somebody is stands above the button, and leads to its card', async () => {
	const list = await ListPage.show(page);
	await list.add('原因', '山田さんは稲城市立病院から帰れなかった');
	const sheet = await SheetPage.show(page);
	await sheet.openDialog();
	const checks = page.getByRole('group', { name: '個人情報の確認' });
	const said = await checks.innerText();
	expect(said).toContain('「山田さん」');
	expect(said).toContain('「稲城市立病院」');
	await checks
		.getByRole('button', { name: /番のカードを見る$/ })
		.first()
		.click();
	await list.row('山田さんは').waitFor();
	await vi.waitFor(async () =>
		expect(await list.row('山田さんは').getAttribute('aria-selected')).toBe('true')
	);
});
