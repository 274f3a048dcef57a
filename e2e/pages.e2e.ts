import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { CardPanel } from './pages/card-panel.ts';
import { JoinPage } from './pages/join-page.ts';
import { ListPage } from './pages/list-page.ts';
import { SheetPage } from './pages/sheet-page.ts';
import { StaffPages } from './pages/staff-pages.ts';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import { watchOutsideRequests } from './support/outside-requests.ts';
import { createWorkshop, signInStaff } from './support/people.ts';
import { takeSeat } from './support/seat.ts';

let app: App;
let browser: Browser;
const contexts: BrowserContext[] = [];
const outside: (readonly string[])[] = [];

beforeAll(async () => {
	app = await startApp();
	browser = await launchBrowser();
});

afterEach(async () => {
	const left = outside.splice(0).flat();
	if (left.length > 0) throw new Error(`Asked others than our own server: ${left.join(', ')}`);
	for (const context of contexts.splice(0)) await context.close();
});

afterAll(async () => {
	await browser?.close();
	await app?.dispose();
});

async function person(options: { phone?: boolean } = {}): Promise<BrowserContext> {
	const context = await browser.newContext({
		viewport: options.phone ? { width: 390, height: 844 } : { width: 1366, height: 768 },
		hasTouch: options.phone ?? false,
		isMobile: options.phone ?? false,
		locale: 'ja-JP'
	});
	contexts.push(context);
	outside.push(watchOutsideRequests(context, app.url));
	return context;
}

/** What a screen reader or a keyboard would stumble over on this page. */
async function barriers(page: Page): Promise<readonly string[]> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

test('an officer makes a workshop, a nurse joins it by phone, and no page has a barrier', async () => {
	const staff = await StaffPages.signIn(await person(), app);
	expect(await barriers(staff.page)).toEqual([]);
	await staff.createWorkshop({ name: '看取り 多職種研修', scene: '看取り', tables: 3 });
	expect(await barriers(staff.page)).toEqual([]);
	await staff.begin();
	const code = await staff.code('参加');

	const nurse = await JoinPage.open(await person({ phone: true }), app.url);
	expect(await nurse.canJoin()).toBe(false);
	await nurse.enterCode(`${code.slice(0, 3)} ${code.slice(3)}`);
	expect(await nurse.codeAnswer()).toBe('看取り 多職種研修');
	await nurse.chooseProfession('訪問看護師');
	expect(await nurse.canJoin()).toBe(false);
	await nurse.chooseTable(3);
	expect(await nurse.canJoin()).toBe(true);
	expect(await barriers(nurse.page)).toEqual([]);
	const scripts: string[] = [];
	nurse.page.on('response', (response) => scripts.push(response.url()));
	await nurse.join();
	await nurse.page.getByRole('heading', { name: '現状', exact: true }).waitFor();
	expect(await barriers(nurse.page)).toEqual([]);
	expect(await nurse.page.locator('[data-board-canvas]').count()).toBe(0);
	expect(scripts.filter((url) => url.includes('CanvasView'))).toEqual([]);

	await staff.goHome();
	expect(await staff.workshopNames()).toContain('看取り 多職種研修');
});

test('a wrong code and a workshop that is over are said in plain words', async () => {
	const workshop = await createWorkshop(await signInStaff(app), { name: '終わる研修' });
	const page = await JoinPage.open(await person({ phone: true }), app.url);
	const wrong = workshop.joinCode === '111111' ? '222222' : '111111';
	await page.enterCode(wrong);
	expect(await page.codeAnswer()).toBe('番号が違うようです。担当の人に確認してください。');

	const staff = await StaffPages.signIn(await person(), app);
	await staff.page.getByRole('link', { name: '終わる研修' }).click();
	await staff.close();
	await page.enterCode(workshop.joinCode);
	expect(await page.codeAnswer()).toBe('このワークショップは終わりました');
	expect(await page.canJoin()).toBe(false);
});

test('a person who only looks sees everything and finds nothing to write with', async () => {
	const workshop = await createWorkshop(await signInStaff(app), { start: 'i-city-mitori' });
	const page = await JoinPage.open(await person(), app.url, workshop.viewerCode);
	await page.codeAnswer();
	await page.chooseProfession('医師');
	await page.join();
	expect(await page.page.locator('[data-kind="readOnly"]').innerText()).toBe('見るだけ');
	const list = await ListPage.show(page.page);
	expect((await list.texts('原因')).length).toBe(7);
	expect(await page.page.getByRole('textbox').count()).toBe(0);
	await list.press((await list.texts('原因'))[0] ?? '', 'Enter', 'Delete');
	expect((await list.texts('原因')).length).toBe(7);
});

test('the list, the card panel, the sheet and the dialog have no barrier', async () => {
	const workshop = await createWorkshop(await signInStaff(app), { start: 'i-city-mitori' });
	const joining = await JoinPage.open(await person(), app.url, workshop.joinCode);
	await joining.codeAnswer();
	await joining.chooseProfession('ケアマネジャー');
	await joining.join();
	expect(await barriers(joining.page)).toEqual([]);
	const list = await ListPage.show(joining.page);
	await list.choose('専門職の説明能力向上', 'くわしく');
	await CardPanel.of(joining.page, '対策');
	await joining.page.getByLabel('内訳②の担当・作業部会').waitFor();
	expect(await barriers(joining.page)).toEqual([]);
	const sheet = await SheetPage.show(joining.page);
	expect(await barriers(joining.page)).toEqual([]);
	await sheet.openDialog();
	expect(await barriers(joining.page)).toEqual([]);
});

test('a board from the manual needs two font files and none of the slices for rare characters', async () => {
	const workshop = await createWorkshop(await signInStaff(app), { start: 'i-city-mitori' });
	const seat = await takeSeat(browser, app, workshop.joinCode);
	contexts.push(seat.context);
	const page = await seat.context.newPage();
	const fonts: string[] = [];
	page.on('request', (request) => {
		if (request.resourceType() === 'font') fonts.push(new URL(request.url()).pathname);
	});
	await page.goto(seat.address);
	await page.waitForFunction(() => performance.getEntriesByName('renkei:board-painted').length > 0);
	await page.waitForLoadState('networkidle');
	expect(fonts.toSorted()).toEqual([
		expect.stringMatching(/^\/assets\/own-400-/),
		expect.stringMatching(/^\/assets\/own-700-/)
	]);
});
