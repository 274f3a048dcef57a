import { AxeBuilder } from '@axe-core/playwright';
import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import type { Browser, CDPSession, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import { createWorkshop, signInStaff } from './support/people.ts';
import type { Seat } from './support/seat.ts';
import { takeSeat } from './support/seat.ts';

let app: App;
let browser: Browser;
let workshop: Workshop;
const seats: Seat[] = [];

beforeAll(async () => {
	app = await startApp();
	browser = await launchBrowser();
	workshop = await createWorkshop(await signInStaff(app));
});

afterAll(async () => {
	for (const { context } of seats) await context.close();
	await browser?.close();
	await app?.dispose();
});

/** Somebody at the table, at a screen of this size. */
async function sitDown(
	who: Parameters<typeof takeSeat>[3] & { readonly code: string },
	width: number,
	height: number
): Promise<{ readonly seat: Seat; readonly page: Page; readonly devtools: CDPSession }> {
	const seat = await takeSeat(browser, app, who.code, who);
	seats.push(seat);
	seat.context.setDefaultTimeout(30_000);
	const page = await seat.context.newPage();
	await page.setViewportSize({ width, height });
	await page.goto(seat.address);
	await page.locator('[data-kind="saved"]').waitFor();
	return { seat, page, devtools: await seat.context.newCDPSession(page) };
}

const desk = (page: Page): Locator => page.getByRole('region', { name: '自分のカード' });
const field = (page: Page): Locator => desk(page).getByRole('textbox');
const press = (page: Page, name: string | RegExp): Promise<void> =>
	page.getByRole('button', { name }).click();

/** What an input method shows before anything is decided. */
const compose = (devtools: CDPSession, text: string): Promise<unknown> =>
	devtools.send('Input.imeSetComposition', {
		text,
		selectionStart: text.length,
		selectionEnd: text.length
	});

async function violationsOf(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'])
		.analyze();
	return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

async function fits(page: Page): Promise<void> {
	const { scroll, width } = await page.evaluate(() => ({
		scroll: document.documentElement.scrollWidth,
		width: innerWidth
	}));
	expect(scroll).toBeLessThanOrEqual(width);
}

test('all write unseen, one of them offline and one in the middle of a word when everything is shown', async () => {
	const { facilitatorCode, joinCode } = workshop;
	const [leader, nurse, doctor] = await Promise.all([
		sitDown({ code: facilitatorCode }, 1366, 768),
		sitDown({ code: joinCode, profession: 'visitingNurse', screen: { isTouch: true } }, 1080, 810),
		sitDown({ code: joinCode, profession: 'physician' }, 390, 844)
	]);
	await press(leader.page, 'ひとりで書く時間');

	// Enter belongs to the input method while that composes; afterwards it says that the card is done.
	await press(nurse.page, /を1枚書く/);
	await compose(nurse.devtools, 'かぞく');
	await field(nurse.page).press('Enter');
	await compose(nurse.devtools, '家族');
	await nurse.devtools.send('Input.insertText', { text: '家族は夜が不安' });
	expect(await field(nurse.page).inputValue()).toBe('家族は夜が不安');
	await nurse.page.keyboard.press('Control+Enter');
	await expect.poll(() => field(nurse.page).inputValue()).toBe('');
	await field(nurse.page).fill('連絡先がわからない');
	await nurse.page.keyboard.press('Enter');
	await desk(nurse.page).getByText('2枚').waitFor();
	expect(await field(nurse.page).count()).toBe(0);

	await desk(doctor.page).waitFor();
	doctor.seat.setCut(true);
	await press(doctor.page, /を1枚書く/);
	await field(doctor.page).fill('往診まで遠い');
	await press(doctor.page, '完了');
	await desk(doctor.page).getByText('送信待ち').waitFor();
	await fits(doctor.page);
	await fits(nurse.page);
	expect(await violationsOf(nurse.page)).toEqual([]);
	// Closed over it and opened again: what waits is still there, and goes once the line is back.
	doctor.seat.setCut(false);
	await doctor.page.reload();
	await desk(doctor.page).getByText('往診まで遠い').waitFor();
	await desk(doctor.page).getByText('送信待ち').waitFor({ state: 'detached' });
	const counts = nurse.page.getByRole('region', { name: 'みんなの書き出し' });
	await counts.getByText('3枚').waitFor();
	expect(await counts.innerText()).toMatch(/医師\s+1枚\s+看\s+訪問看護師\s+2枚/);

	await press(doctor.page, /もう1枚書く/);
	await compose(doctor.devtools, 'まだへんかんちゅう');
	await press(leader.page, /^みんなに公開/);
	const panel = leader.page.getByRole('dialog', { name: '書き出しの公開' });
	await panel.waitFor();
	expect(await violationsOf(leader.page)).toEqual([]);
	await panel.getByRole('button', { name: 'いっせいに公開' }).click();
	await panel.getByRole('button', { name: /公開をやめる/ }).waitFor();

	const late = doctor.page.getByRole('status', { name: 'あとから届いたカードを出しますか' });
	await late.getByText('まだへんかんちゅう').waitFor();
	await late.getByRole('button', { name: 'みんなに出す' }).click();
	await late.waitFor({ state: 'detached' });
	await press(nurse.page, '一覧');
	for (const text of ['家族は夜が不安', '連絡先がわからない', '往診まで遠い', 'まだへんかんちゅう'])
		await expect.poll(() => nurse.page.getByText(text, { exact: true }).count()).toBe(1);
}, 60_000);
