import { AxeBuilder } from '@axe-core/playwright';
import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { CanvasPage } from './pages/canvas-page.ts';
import { CardPanel } from './pages/card-panel.ts';
import { ImportPage } from './pages/import-page.ts';
import { JoinPage } from './pages/join-page.ts';
import { ListPage } from './pages/list-page.ts';
import { SheetPage } from './pages/sheet-page.ts';
import { StaffPages } from './pages/staff-pages.ts';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import { createWorkshop, signInStaff } from './support/people.ts';

let app: App;
let browser: Browser;
let workshop: Workshop;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
	app = await startApp();
	browser = await launchBrowser();
	workshop = await createWorkshop(await signInStaff(app), { start: 'i-city-mitori' });
});

afterEach(async () => {
	for (const context of contexts.splice(0)) await context.close();
});

afterAll(async () => {
	await browser?.close();
	await app?.dispose();
});

interface Screen {
	readonly width: number;
	readonly height: number;
	readonly isMobile?: boolean;
}

async function device({ width, height, isMobile = false }: Screen): Promise<BrowserContext> {
	const context = await browser.newContext({
		viewport: { width, height },
		isMobile,
		hasTouch: isMobile,
		locale: 'ja-JP'
	});
	context.setDefaultTimeout(30_000);
	contexts.push(context);
	return context;
}

async function sitDown(screen: Screen): Promise<Page> {
	const joining = await JoinPage.open(await device(screen), app.url, workshop.joinCode);
	await joining.codeAnswer();
	await joining.chooseProfession('訪問看護師');
	await joining.join();
	return joining.page;
}

/** What WCAG 2.2 A and AA call a barrier on this page or a part of it, with the elements that are one. */
async function barriers(page: Page, part = 'html'): Promise<readonly string[]> {
	const { violations } = await new AxeBuilder({ page })
		.include(part)
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'])
		.analyze();
	return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** How far the page runs out of the screen to the right, in CSS px. */
async function overhang(page: Page): Promise<number> {
	return await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
}

const desk: Screen = { width: 1366, height: 768 };

describe('no barrier where people stay longest', () => {
	test('the board with a card, its panel, the trash and an example beside it', async () => {
		const page = await sitDown(desk);
		const canvas = await CanvasPage.show(page);
		await canvas.writeRow('4', ['説明する人が決まっていない']);
		await CardPanel.of(page, '原因');
		expect(await barriers(page)).toEqual([]);
		await page.keyboard.press('Enter');
		await canvas.field.waitFor();
		expect(await barriers(page)).toEqual([]);
		await page.keyboard.press('Escape');
		await page.keyboard.press('Delete');
		await page.getByRole('button', { name: '戻す', exact: true }).waitFor();
		await page.getByRole('button', { name: /^取り下げたカード/ }).click();
		await page.getByRole('complementary', { name: '取り下げたカード' }).waitFor();
		expect(await barriers(page)).toEqual([]);
		await page.getByRole('button', { name: '例を見る' }).click();
		await page.getByRole('complementary', { name: '手引きの例' }).waitFor();
		expect(await barriers(page)).toEqual([]);
	});

	test('a row of the list with its menu, its field for a number, and 書き換え under way', async () => {
		const page = await sitDown(desk);
		const list = await ListPage.show(page);
		const [cause = ''] = await list.texts('原因');
		await list
			.card(cause)
			.getByRole('button', { name: /の操作$/ })
			.click();
		await page.getByRole('menu').waitFor();
		expect(await barriers(page)).toEqual([]);
		await page.getByRole('menuitem', { name: 'つなぐ' }).click();
		await page.getByLabel('つなぐカードの番号').waitFor();
		expect(await barriers(page)).toEqual([]);
		await page.keyboard.press('Escape');
		await list.press(cause, 'Enter');
		await page.getByRole('treeitem').getByRole('textbox').waitFor();
		expect(await barriers(page)).toEqual([]);
	});
});

describe.each([
	['a phone', { width: 390, height: 844, isMobile: true }],
	['a window at 200 %', { width: 683, height: 384 }]
] satisfies [string, Screen][])('on %s', (_name, screen) => {
	test('staff make a workshop without scrolling sideways', async () => {
		const staff = await StaffPages.signIn(await device(screen), app);
		expect(await overhang(staff.page)).toBeLessThanOrEqual(0);
		await staff.createWorkshop({ name: `${screen.width} の研修`, scene: '退院支援' });
		expect(await overhang(staff.page)).toBeLessThanOrEqual(0);
		await staff.begin();
		expect(await staff.code('参加')).toMatch(/^\d{6}$/);
	});

	test('a person joins, writes, links, withdraws and exports without scrolling sideways', async () => {
		const page = await sitDown(screen);
		for (const view of await page
			.getByRole('group', { name: '見かた' })
			.getByRole('button')
			.all()) {
			await view.click();
			expect(await overhang(page)).toBeLessThanOrEqual(0);
		}
		const list = await ListPage.show(page);
		const text = `${screen.width} で書いた原因`;
		await list.add('原因', text);
		await list.linkTo(text, (await list.texts('現状'))[0] ?? '');
		expect(await list.linksOf(text)).toMatch(/^→ 現状/);
		expect(await overhang(page)).toBeLessThanOrEqual(0);
		await list.choose(text, 'くわしく');
		const panel = await CardPanel.of(page, '原因');
		await panel.write('区分（…に関する課題）', '多職種連携');
		expect(await overhang(page)).toBeLessThanOrEqual(0);
		await panel.close();
		await list.choose(text, '取り下げる');
		await list.card(text).waitFor({ state: 'detached' });
		const sheet = await SheetPage.show(page);
		expect(await overhang(page)).toBeLessThanOrEqual(0);
		await sheet.openDialog();
		await sheet.confirmPrivacy();
		expect((await sheet.download('JSON')).name).toMatch(/\.json$/);
		expect(await overhang(page)).toBeLessThanOrEqual(0);
	});
});

test('a dialog that closes gives the keyboard back to the button that opened it', async () => {
	const page = await sitDown(desk);
	await ListPage.show(page);
	const paste = page.getByRole('button', { name: 'まとめて貼り付け' }).first();
	await paste.focus();
	await page.keyboard.press('Enter');
	await page.getByRole('dialog').waitFor();
	await page.keyboard.press('Escape');
	await page.getByRole('dialog').waitFor({ state: 'detached' });
	expect(await paste.evaluate((button) => button === document.activeElement)).toBe(true);
});

/** The dialogs of paper and files: how a person comes to the button that opens each. */
const paperDialogs = [
	['書き出す', async (screen) => (await SheetPage.show(await sitDown(screen))).page],
	['取り込む', async (screen) => (await SheetPage.show(await sitDown(screen))).page],
	[
		'まとめて書き出す',
		async (screen) => {
			const { page } = await StaffPages.signIn(await device(screen), app);
			await page.goto(`${app.url}/workshops/${workshop.id}`);
			return page;
		}
	]
] satisfies [string, (screen: Screen) => Promise<Page>][];

/** Opens a dialog from its button by the keyboard and waits until its controls are there. */
async function openByKey(page: Page, name: string): Promise<{ button: Locator; dialog: Locator }> {
	const button = page.getByRole('button', { name, exact: true });
	await button.focus();
	await page.keyboard.press('Enter');
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('combobox').first().waitFor();
	return { button, dialog };
}

/** Where the keyboard is: in the dialog and in sight, or what is wrong; null where the page ends. */
async function placeOfFocus(dialog: Locator): Promise<string | null> {
	return await dialog.evaluate((element) => {
		const { activeElement: active } = document;
		if (!active || active === document.body) return null;
		if (!element.contains(active)) return `outside: ${active.outerHTML}`;
		const shown = active.closest('label') ?? active;
		const { left, width, top, bottom } = shown.getBoundingClientRect();
		const first = Math.max(top, 0);
		const last = Math.min(bottom, innerHeight);
		const isSeen = [0.1, 0.3, 0.5, 0.7, 0.9].some((share) => {
			const found = document.elementFromPoint(left + width / 2, first + (last - first) * share);
			return found !== null && (shown.contains(found) || found.contains(shown));
		});
		return isSeen ? 'in sight' : `covered: ${shown.outerHTML.slice(0, 200)}`;
	});
}

describe.each(paperDialogs)('the dialog %s', (name, goThere) => {
	test.each([
		['a desk', desk],
		['a phone', { width: 390, height: 844, isMobile: true }],
		['a window at 200 %', { width: 683, height: 384 }]
	] satisfies [string, Screen][])(
		'on %s can be walked through by Tab in sight, and Escape gives the keyboard back',
		async (_device, screen) => {
			const page = await goThere(screen);
			const { button, dialog } = await openByKey(page, name);
			expect(await barriers(page)).toEqual([]);
			const places = new Set<string | null>();
			for (let tab = 0; tab < 40; tab += 1) {
				await page.keyboard.press('Tab');
				places.add(await placeOfFocus(dialog));
			}
			expect([...places].filter((place) => place !== null)).toEqual(['in sight']);
			expect(await overhang(page)).toBeLessThanOrEqual(0);
			await page.keyboard.press('Escape');
			await dialog.waitFor({ state: 'detached' });
			expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
		}
	);

	test('on a tablet everything in it is large enough for a finger', async () => {
		const page = await goThere({ width: 1080, height: 810, isMobile: true });
		const { dialog } = await openByKey(page, name);
		const small = await dialog.evaluate((element) =>
			[...element.querySelectorAll('button, a, select, summary, textarea, input:not([hidden])')]
				.map((control) => control.closest('label') ?? control)
				.filter((control) => {
					const { width, height } = control.getBoundingClientRect();
					return Math.min(width, height) < 43.5;
				})
				.map(({ outerHTML }) => outerHTML)
		);
		expect(small).toEqual([]);
	});
});

test('every state of the dialogs of paper and files is without a barrier', async () => {
	const page = await sitDown(desk);
	const sheet = await SheetPage.show(page);
	await sheet.openDialog();
	const dialog = page.getByRole('dialog');
	const kind = dialog.getByLabel('シートの種類');
	await kind.selectOption({ label: '協議会資料' });
	await dialog.getByLabel('会議の名前').fill('第3回 協議会');
	expect(await barriers(page)).toEqual([]);
	await sheet.confirmPrivacy();
	await sheet.download('SVG');
	await dialog.getByText(/を書き出しました$/).waitFor();
	expect(await barriers(page)).toEqual([]);
	await dialog.getByRole('button', { name: 'この区分', exact: true }).click();
	await dialog.getByLabel('区分', { exact: true }).selectOption({ label: '原因' });
	expect(await dialog.getByLabel('ファイル名').inputValue()).toMatch(/_原因$/);
	expect(await barriers(page)).toEqual([]);
	await page.keyboard.press('Escape');
	const importing = await ImportPage.open(page);
	await importing.choose('写真.jpg', Buffer.from([255, 216, 255, 224, 0, 16]));
	await importing.problem.waitFor();
	expect(await barriers(page)).toEqual([]);
});

test('half of a tablet beside the photos leaves the words of a card their width', async () => {
	const page = await sitDown({ width: 1080, height: 810, isMobile: true });
	await SheetPage.show(page);
	await page.getByRole('button', { name: '紙の写真', exact: true }).click();
	const row = page.getByRole('treeitem').first();
	await row.waitFor();
	const words = await row.locator('.words').boundingBox();
	expect(words?.width).toBeGreaterThan(300);
});

test('no barrier in dark, strong or no colours, with whatever is open, in both languages', async () => {
	const context = await device(desk);
	const joining = await JoinPage.open(context, app.url, workshop.facilitatorCode);
	await joining.codeAnswer();
	await joining.chooseProfession('市の職員');
	await joining.join();
	const { page } = joining;
	const canvas = await CanvasPage.show(page);
	const found: string[] = [];
	const look = async (state: string, part?: string): Promise<void> => {
		found.push(...(await barriers(page, part)).map((barrier) => `${state}: ${barrier}`));
	};
	const wears = async (theme: string, contrast: string): Promise<void> =>
		await page.locator(`html[data-theme="${theme}"][data-contrast="${contrast}"]`).waitFor();

	await page.emulateMedia({ colorScheme: 'dark' });
	await wears('dark', 'usual');
	await page.getByRole('region', { name: '進行役' }).waitFor();
	await look('the board in dark');
	await canvas.host.focus();
	await page.keyboard.press('Shift+F10');
	await page.getByRole('menu').waitFor();
	await look('its menu', '[role=menu]');
	await page.keyboard.press('Escape');
	await page.keyboard.press('Control+f');
	await page.getByRole('search').waitFor();
	await look('the search', '[role=search]');
	await page.keyboard.press('Escape');

	await canvas.host.focus();
	await page.keyboard.press('?');
	const help = page.getByRole('dialog');
	for (const part of ['使い方', 'キー', 'ことば', '設定']) {
		await help.getByRole('button', { name: part, exact: true }).click();
		await look(`help: ${part}`, 'dialog');
	}
	await help.getByRole('switch', { name: 'はっきりした色にする' }).click();
	await wears('dark', 'more');
	await look('settings in dark with strong contrast', 'dialog');
	await help.getByRole('switch', { name: '白黒で見る' }).click();
	await wears('mono', 'usual');
	await help.getByRole('button', { name: 'English', exact: true }).click();
	await page.keyboard.press('Escape');
	await page.getByText('Shown in black and white').waitFor();
	await look('the board in black and white, in English');
	await page.getByRole('button', { name: 'Back to colours' }).click();
	await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
	await wears('light', 'more');
	await page.getByRole('button', { name: 'List', exact: true }).click();
	await page.getByRole('treeitem').first().waitFor();
	await look('the list with strong contrast, in English');
	expect(found).toEqual([]);

	// 1280 px at 400 %.
	await page.setViewportSize({ width: 320, height: 256 });
	for (const view of ['List', 'Worksheet']) {
		await page.getByRole('button', { name: view, exact: true }).click();
		await expect.poll(() => overhang(page), { timeout: 10_000 }).toBeLessThanOrEqual(0);
	}
});
