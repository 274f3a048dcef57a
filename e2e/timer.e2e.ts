import { AxeBuilder } from '@axe-core/playwright';
import { encoding } from 'lib0';
import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import { messageTypes } from '@renkei/shared/protocol/messages.ts';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import { createWorkshop, join, signInStaff } from './support/people.ts';
import { openProvider } from './support/provider.ts';
import { takeSeat } from './support/seat.ts';

let app: App;
let browser: Browser;
let workshop: Workshop;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
	app = await startApp();
	browser = await launchBrowser();
});

beforeEach(async () => {
	workshop = await createWorkshop(await signInStaff(app));
});

afterEach(async () => {
	for (const context of contexts.splice(0)) await context.close();
});

afterAll(async () => {
	await browser?.close();
	await app?.dispose();
});

async function sitDown(code: string, isPhone: boolean, skewMs: number): Promise<Page> {
	const seat = await takeSeat(browser, app, code, { screen: { isTouch: isPhone } });
	contexts.push(seat.context);
	seat.context.setDefaultTimeout(30_000);
	await seat.context.addInitScript((skew) => {
		const now = Date.now.bind(Date);
		Date.now = () => now() + skew;
	}, skewMs);
	const page = await seat.context.newPage();
	if (isPhone) await page.setViewportSize({ width: 390, height: 844 });
	await page.goto(seat.address);
	await page.locator('[data-kind="saved"]').waitFor();
	return page;
}

/** The timer as it stands on this screen. */
const chip = (page: Page, phase: string): Locator => page.locator(`[data-timer="${phase}"]`);

/** The seconds that this screen shows. */
async function secondsOn(page: Page): Promise<number> {
	const [minutes = 0, seconds = 0] = (
		await page.locator('[data-timer] .clock [aria-hidden]').innerText()
	)
		.split(':')
		.map(Number);
	return minutes * 60 + seconds;
}

async function violationsOf(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'])
		.analyze();
	return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

const minutesMs = 60_000;

test('a facilitator’s time is the same on a phone ten minutes off, and outlives the server', async () => {
	const leader = await sitDown(workshop.facilitatorCode, false, -10 * minutesMs);
	const phone = await sitDown(workshop.joinCode, true, 10 * minutesMs);

	await chip(leader, 'off').click();
	const panel = leader.getByRole('region', { name: 'タイマー' });
	await panel.getByLabel('何の時間ですか').fill('ひとりで考える');
	expect(await violationsOf(leader)).toEqual([]);
	await panel.getByRole('button', { name: '5分', exact: true }).click();
	await chip(leader, 'running').waitFor();
	await chip(phone, 'running').waitFor();
	expect(await chip(phone, 'running').getAttribute('title')).toBe('ひとりで考える');
	await vi.waitFor(async () => {
		const [one, other] = await Promise.all([secondsOn(leader), secondsOn(phone)]);
		expect(Math.abs(one - other)).toBeLessThanOrEqual(1);
		expect(one).toBeGreaterThan(4 * 60);
		expect(one).toBeLessThanOrEqual(5 * 60);
	});
	expect(await violationsOf(phone)).toEqual([]);
	// On a small screen everything in the bar still has its place.
	expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
	// Who does not lead finds nothing to press.
	expect(await phone.getByRole('button', { name: /タイマー|残り/ }).count()).toBe(0);

	await panel.getByRole('button', { name: '＋1分' }).click();
	await vi.waitFor(async () => expect(await secondsOn(phone)).toBeGreaterThan(5 * 60));
	await app.kill9();
	await app.restart();
	await phone.reload();
	await chip(phone, 'running').waitFor();
	expect(await secondsOn(phone)).toBeGreaterThan(4 * 60);
	await leader.locator('[data-kind="saved"]').waitFor();

	await panel.getByRole('button', { name: '一時停止' }).click();
	await chip(phone, 'paused').waitFor();
	await leader.keyboard.press('Escape');
	await panel.waitFor({ state: 'hidden' });
	await chip(leader, 'paused').click();
	await panel.getByRole('button', { name: '終わりにする' }).click();
	await chip(leader, 'off').waitFor();
	await phone.locator('[data-timer]').waitFor({ state: 'detached' });
});

test('the last minute and the end are said in words; how long ago it ended only to who leads', async () => {
	const leader = await sitDown(workshop.facilitatorCode, false, 0);
	const phone = await sitDown(workshop.joinCode, true, 0);
	await chip(leader, 'off').waitFor();
	// A second facilitator, whose program may ask for seconds.
	const colleague = await openProvider(app, await join(app, workshop.facilitatorCode));
	const command = { do: 'start', durationMs: 4000, label: '' };
	colleague.provider.ws?.send(
		encoding.encode((encoder) => {
			encoding.writeVarUint(encoder, messageTypes.lead);
			encoding.writeVarString(encoder, JSON.stringify({ request: 1, aid: 'timer', command }));
		})
	);
	await chip(phone, 'lastMinute').getByText('あと1分').waitFor();
	await chip(phone, 'over').getByText('時間です').waitFor();
	await phone.getByRole('status').filter({ hasText: '時間です。' }).waitFor();
	await chip(leader, 'over').getByText('過ぎました').waitFor();
	expect(await phone.getByText('過ぎました').count()).toBe(0);
	colleague.close();
});
