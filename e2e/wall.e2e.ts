import { AxeBuilder } from '@axe-core/playwright';
import { encoding } from 'lib0';
import { addCard } from '@renkei/shared/document/commands/card-commands.ts';
import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import { messageTypes } from '@renkei/shared/protocol/messages.ts';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import type { Visitor } from './support/people.ts';
import { createWorkshop, join, signInStaff, takeCookies } from './support/people.ts';
import type { OpenedProvider } from './support/provider.ts';
import { openProvider } from './support/provider.ts';

let app: App;
let browser: Browser;
let staff: Visitor;
let workshop: Workshop;
const contexts: BrowserContext[] = [];
const people: OpenedProvider[] = [];

beforeAll(async () => {
	app = await startApp();
	browser = await launchBrowser();
	staff = await signInStaff(app);
});
beforeEach(async () => {
	workshop = await createWorkshop(staff, { name: '多職種研修', tables: 2 });
});
afterEach(async () => {
	for (const person of people.splice(0)) person.close();
	for (const context of contexts.splice(0)) await context.close();
});
afterAll(async () => {
	await browser?.close();
	await app?.dispose();
});

async function openWall(who: Visitor): Promise<Page> {
	const context = await browser.newContext({
		viewport: { width: 1366, height: 768 },
		locale: 'ja-JP'
	});
	context.setDefaultTimeout(30_000);
	contexts.push(context);
	await takeCookies(context, app.url, who);
	const page = await context.newPage();
	await page.goto(`${app.url}/workshops/${workshop.id}`);
	await page.getByRole('link', { name: '全卓の様子を見る' }).click();
	await tile(page, 2).waitFor();
	return page;
}

const tile = (page: Page, table: number): Locator =>
	page
		.getByRole('list', { name: '全卓の様子' })
		.getByRole('listitem')
		.nth(table - 1);

async function sitDown(table: number): Promise<OpenedProvider> {
	const person = await openProvider(app, await join(app, workshop.joinCode, { table }));
	people.push(person);
	return person;
}

function ask({ provider }: OpenedProvider, aid: string, command: object): void {
	provider.ws?.send(
		encoding.encode((encoder) => {
			encoding.writeVarUint(encoder, messageTypes.lead);
			encoding.writeVarString(encoder, JSON.stringify({ request: 1, aid, command }));
		})
	);
}

/** What is a barrier on the page as it stands, and how far it runs out to the right. */
async function faults(page: Page): Promise<readonly string[]> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	const overhang = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	return [
		...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
		...(overhang > 0 ? [`${overhang} px too wide`] : [])
	];
}

test('who comes, writes, raises a hand and is lost is seen at their table within seconds', async () => {
	const page = await openWall(staff);
	await page.getByText('2卓のうち 0卓が接続中').waitFor();
	const nurse = await sitDown(2);
	addCard(nurse.doc, { type: 'theme', text: '退院の調整が遅れる' }, nurse.author);
	for (let count = 0; count < 3; count++)
		addCard(nurse.doc, { type: 'cause', text: '…' }, nurse.author);
	await tile(page, 2).getByText('退院の調整が遅れる', { exact: true }).waitFor();
	const causes = tile(page, 2).locator('[data-mini-board] path.cause');
	expect((await causes.getAttribute('d'))?.match(/M/g)).toHaveLength(3);
	ask(nurse, 'hands', { do: 'raise' });
	await tile(page, 2).getByText('挙手', { exact: true }).waitFor();
	await page.getByRole('status').filter({ hasText: '2卓で手が挙がりました。' }).waitFor();
	const link = page.getByRole('link', { name: '2卓のボードをひらく' });
	const told = await link.getAttribute('aria-describedby');
	expect(await page.locator(`[id="${told}"]`).textContent()).toMatch(
		/^退院の調整が遅れる。Step4 原因。.*カード4枚。手が挙がっています。1人、訪問看護師 1。/
	);
	expect(await faults(page)).toEqual([]);
	expect(
		await page.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight)
	).toBe(true);
	await page.setViewportSize({ width: 390, height: 844 });
	expect(await faults(page)).toEqual([]);

	// Heard from the wall, the hand is down.
	await tile(page, 2).hover();
	await page.getByRole('button', { name: '2卓でできること' }).click();
	await page.getByRole('menuitem', { name: '挙手を下ろす（聞きました）' }).click();
	await tile(page, 2).getByText('挙手', { exact: true }).waitFor({ state: 'detached' });

	nurse.close();
	await page.context().setOffline(true);
	await page.getByText('つながっていません。最後の様子です').waitFor();
	expect(await tile(page, 2).getByText('退院の調整が遅れる', { exact: true }).isVisible()).toBe(
		true
	);
	await page.context().setOffline(false);
	await tile(page, 2).getByText('再接続待ち', { exact: true }).waitFor();
	await link.press('Enter');
	await page.waitForURL(`${app.url}/board/${workshop.boards[1]!.id}`);
});

test('a facilitator leads all tables at once, and a word reaches every table', async () => {
	const facilitator = await join(app, workshop.facilitatorCode, { table: 1 });
	await sitDown(1);
	await sitDown(2);
	const page = await openWall(facilitator.visitor);
	await page.getByText('2卓すべて接続中').waitFor();
	const press = async (name: string): Promise<void> =>
		await page.getByRole('button', { name, exact: true }).click();
	await press('全卓を次の Step へ');
	await page.getByText('2卓が「目指す姿」に移ります。').waitFor();
	expect(await faults(page)).toEqual([]);
	await press('すぐ移る');
	await page.getByRole('status').filter({ hasText: '2卓に伝わりました。' }).waitFor();
	await page.getByText('今の進行').waitFor();
	const clock = page.locator('[data-timer="running"] .clock [aria-hidden]');
	expect(await clock.innerText()).toMatch(/^1[45]:/);
	await press('＋1分');
	await page.waitForFunction(() =>
		/^1[56]:/.test(document.querySelector('[data-timer] .clock')?.textContent ?? '')
	);
	await press('全卓にお知らせ');
	await page.getByLabel('伝える文').fill('あと5分で集まります');
	await press('伝える');
	await page.getByRole('dialog').waitFor({ state: 'detached' });
	await press('全卓にお知らせ');
	await page.getByText('1卓、2卓に出ています：あと5分で集まります').waitFor();
	await press('取り下げる');
	await page.getByText(/に出ています/).waitFor({ state: 'detached' });
	await page.keyboard.press('Escape');
	await press('発表の順番');
	await press('2卓を前へ');
	await press('この順番で始める');
	await page.getByRole('status').filter({ hasText: 'いま：2卓' }).waitFor();
	expect(await faults(page)).toEqual([]);
	await press('次の卓へ：1卓');
	await page.getByRole('status').filter({ hasText: 'いま：1卓' }).waitFor();
});
