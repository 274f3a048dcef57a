import { AxeBuilder } from '@axe-core/playwright';
import { addCard, insertCards } from '@renkei/shared/document/commands/card-commands.ts';
import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { StaffPages } from './pages/staff-pages.ts';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import { watchOutsideRequests } from './support/outside-requests.ts';
import type { Visitor } from './support/people.ts';
import { createWorkshop, join, signInStaff } from './support/people.ts';
import type { OpenedProvider } from './support/provider.ts';
import { openProvider } from './support/provider.ts';

let app: App;
let browser: Browser;
let office: Visitor;
const contexts: BrowserContext[] = [];
const colleagues: OpenedProvider[] = [];
const outside: (readonly string[])[] = [];

beforeAll(async () => {
	app = await startApp();
	browser = await launchBrowser();
	office = await signInStaff(app);
});

afterEach(async () => {
	for (const colleague of colleagues.splice(0)) colleague.close();
	for (const context of contexts.splice(0)) await context.close();
	const left = outside.splice(0).flat();
	if (left.length > 0) throw new Error(`Asked others than our own server: ${left.join(', ')}`);
});

afterAll(async () => {
	await browser?.close();
	await app?.dispose();
});

const screens = [
	{ width: 1920, height: 1080 },
	{ width: 1366, height: 768 },
	{ width: 1024, height: 768 }
] as const;

async function device(viewport: (typeof screens)[number] = screens[0]): Promise<BrowserContext> {
	const context = await browser.newContext({ viewport, locale: 'ja-JP' });
	context.setDefaultTimeout(30_000);
	contexts.push(context);
	outside.push(watchOutsideRequests(context, app.url));
	return context;
}

async function screenOf(
	{ viewerCode }: Workshop,
	viewport?: (typeof screens)[number]
): Promise<Page> {
	const page = await (await device(viewport)).newPage();
	await page.goto(`${app.url}/p/${viewerCode}`);
	return page;
}

/** A nurse at a table, without a screen of her own. */
async function nurseAt(workshop: Workshop): Promise<OpenedProvider> {
	const nurse = await openProvider(app, await join(app, workshop.joinCode));
	colleagues.push(nurse);
	return nurse;
}

const causes = 'nav button:has-text("原因")';
const cardTexts = (page: Page) => page.locator('article .card').allInnerTexts();
const pageWords = (page: Page) => page.locator('aside .page').innerText();

test('a card written at the table is on the screen within two seconds; nothing tells who wrote it', async () => {
	const workshop = await createWorkshop(office);
	const frames: string[] = [];
	const context = await device();
	const page = await context.newPage();
	page.on('websocket', (socket) =>
		socket.on('framereceived', ({ payload }) => frames.push(payload.toString('utf8')))
	);
	await page.goto(`${app.url}/p/${workshop.viewerCode}`);
	await page.getByRole('heading', { level: 1 }).waitFor();
	const table = await nurseAt(workshop);
	table.provider.awareness.setLocalState({
		cursor: [100, 100],
		selection: [],
		editing: null,
		drag: null
	});
	await page.locator(causes).first().click();
	await page.getByText('まだカードはありません').waitFor();
	const since = performance.now();
	addCard(table.doc, { type: 'cause', text: '家族が不安になる' }, table.author);
	await page.getByText('家族が不安になる').waitFor();
	expect(performance.now() - since).toBeLessThan(2000);
	await page
		.getByRole('heading', {
			name: 'こうした現状・課題を生じさせている原因として何が考えられるか？'
		})
		.waitFor();
	expect(await page.locator('.digits').innerText()).toMatch(
		new RegExp(`${workshop.joinCode.slice(0, 3)}\\s*${workshop.joinCode.slice(3)}`)
	);
	const shown = await page.content();
	expect(shown).not.toMatch(/訪問看護師|看護師|visitingNurse|cursor-|presence/);
	expect(await page.locator('canvas').count()).toBe(0);
	// Presence, the message of type 1, does not even arrive.
	expect(frames.length).toBeGreaterThan(0);
	expect(frames.filter((frame) => frame.charCodeAt(0) === 1)).toEqual([]);
	expect(await context.cookies()).toEqual([]);
});

test('forty cards make pages, and no text is smaller than 2.2 % of the height, on every screen', async () => {
	const workshop = await createWorkshop(office);
	const table = await nurseAt(workshop);
	const texts = Array.from(
		{ length: 40 },
		(_, index) => `${index + 1}番目の原因は、家族が不安になり救急車を呼んでしまうこと`
	);
	insertCards(
		table.doc,
		texts.map((text) => ({ type: 'cause' as const, text })),
		[],
		table.author
	);
	for (const viewport of screens) {
		const page = await screenOf(workshop, viewport);
		await page.locator(causes).first().click();
		await page.locator('article').first().waitFor();
		const count = Number(/\/ (\d+) ページ/.exec(await pageWords(page))?.[1]);
		expect(count).toBeGreaterThan(5);
		const seen: string[] = [];
		for (let at = 1; at <= count; at += 1) {
			await vi.waitFor(async () => expect(await pageWords(page)).toContain(`${at} / ${count}`));
			seen.push(...(await cardTexts(page)));
			expect(await faults(page, viewport)).toEqual([]);
			if (at < count) await page.keyboard.press('PageDown');
		}
		expect(seen).toEqual(texts);
	}
});

/** Text that is too small, or cards that do not wholly stand on the screen. */
async function faults(page: Page, { width, height }: (typeof screens)[number]): Promise<string[]> {
	return await page.evaluate(
		([w, h]) => {
			const found: string[] = [];
			for (const element of document.querySelectorAll('main *, aside *')) {
				const isText = [...element.childNodes].some(
					(node) => node.nodeType === 3 && node.textContent?.trim()
				);
				if (!isText || element.closest('svg, .visually-hidden')) continue;
				const size = parseFloat(getComputedStyle(element).fontSize);
				if (size < h * 0.022) found.push(`${size} px: ${element.textContent}`);
			}
			const cards = document.querySelector('.cards')?.getBoundingClientRect();
			for (const card of document.querySelectorAll('article')) {
				const box = card.getBoundingClientRect();
				if (!cards || box.bottom > cards.bottom + 1 || box.right > w)
					found.push(`cut: ${card.textContent}`);
			}
			const root = document.documentElement;
			if (root.scrollWidth > w || root.scrollHeight > h) found.push('the page runs out');
			return found;
		},
		[width, height] as const
	);
}

test('keys of a remote turn pages and zones, T the colours, which this device keeps', async () => {
	const workshop = await createWorkshop(office, { start: 'i-city-mitori' });
	const page = await screenOf(workshop);
	const zone = () => page.locator('nav [aria-current]').innerText();
	await page.locator('nav button').first().click();
	await page.locator('article').first().waitFor();
	expect(await zone()).toMatch(/^テーマ・目指す姿/);
	await page.locator('h1').click();
	const visited = [await pageWords(page)];
	const turn = async (key: string): Promise<void> => {
		const before = await pageWords(page);
		await page.keyboard.press(key);
		await vi.waitFor(async () => expect(await pageWords(page)).not.toBe(before));
		visited.push(await pageWords(page));
	};
	for (const key of ['ArrowRight', 'PageDown', ' ', 'ArrowRight', 'PageDown']) await turn(key);
	expect(new Set(visited).size).toBe(6);
	const forth = [...visited];
	for (const key of ['ArrowLeft', 'PageUp', 'Shift+Space', 'ArrowLeft', 'PageUp']) await turn(key);
	expect(visited.slice(5)).toEqual(forth.reverse());
	const isDark = () => page.locator('[data-theme="dark"]').count();
	expect(await isDark()).toBe(0);
	await page.keyboard.press('t');
	expect(await isDark()).toBe(1);
	await page.reload();
	await page.locator('article').first().waitFor();
	expect(await isDark()).toBe(1);
});

test('while the server is away the last picture stays, and news comes when it is back', async () => {
	const workshop = await createWorkshop(office);
	const page = await screenOf(workshop);
	const table = await nurseAt(workshop);
	addCard(table.doc, { type: 'cause', text: '前から書いてある原因' }, table.author);
	await page.locator(causes).first().click();
	await page.getByText('前から書いてある原因').waitFor();
	await app.stop();
	await page.getByText('再接続中').waitFor();
	expect(await cardTexts(page)).toEqual(['前から書いてある原因']);
	await app.restart();
	await page.getByText('再接続中').waitFor({ state: 'detached', timeout: 20_000 });
	addCard(table.doc, { type: 'cause', text: '戻ってから書いた原因' }, table.author);
	await page.getByText('戻ってから書いた原因').waitFor({ timeout: 20_000 });
	expect(await cardTexts(page)).toEqual(['前から書いてある原因', '戻ってから書いた原因']);
});

test('several tables: one is chosen once and stays in the address; staff keep their own place', async () => {
	const context = await device(screens[1]);
	const staff = await StaffPages.signIn(context, app);
	await staff.createWorkshop({ name: '看取り 多職種研修', scene: '看取り', tables: 3 });
	const opening = context.waitForEvent('page');
	await staff.page
		.getByRole('region', { name: 'スクリーン用の画面' })
		.getByRole('link', { name: 'ひらく' })
		.click();
	const page = await opening;
	await page.getByRole('heading', { name: 'どの卓を映しますか' }).waitFor();
	expect(await barriers(page)).toEqual([]);
	await page.getByRole('link', { name: '2卓' }).click();
	await page.waitForURL(/\/p\/\d{6}\?table=2$/);
	await page.getByText('この番号か QR コードで参加できます').waitFor();
	expect(await barriers(page)).toEqual([]);
	await staff.begin();
	// Asked after every few seconds, until it has begun.
	await page.locator('nav [aria-current]').waitFor({ timeout: 15_000 });
	await page.reload();
	await page.getByRole('link', { name: /^2卓/ }).waitFor();
	// The screen made nobody a viewer.
	await staff.page.reload();
	await staff.openTable(1);
});

test('no barrier on any screen, bright or dark, and a wrong number says what to do', async () => {
	const workshop = await createWorkshop(office, { start: 'i-city-mitori' });
	for (const viewport of screens) {
		const page = await screenOf(workshop, viewport);
		await page.locator(causes).first().click();
		await page.locator('article').first().waitFor();
		expect(await faults(page, viewport)).toEqual([]);
		expect(await barriers(page)).toEqual([]);
		await page.keyboard.press('t');
		expect(await barriers(page)).toEqual([]);
	}
	const page = await (await device()).newPage();
	await page.goto(`${app.url}/p/${workshop.joinCode}`);
	await page.getByRole('heading', { name: /^この番号では映せません/ }).waitFor();
	expect(await barriers(page)).toEqual([]);
});

async function barriers(page: Page): Promise<readonly string[]> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
