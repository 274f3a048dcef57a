import { AxeBuilder } from '@axe-core/playwright';
import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import { createWorkshop, signInStaff } from './support/people.ts';
import { takeSeat } from './support/seat.ts';

let app: App;
let browser: Browser;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
	app = await startApp();
	browser = await launchBrowser();
});

afterEach(async () => {
	for (const context of contexts.splice(0)) await context.close();
});

afterAll(async () => {
	await browser?.close();
	await app?.dispose();
});

async function sitDown(code: string, width: number, height: number): Promise<Page> {
	const seat = await takeSeat(browser, app, code, {});
	contexts.push(seat.context);
	seat.context.setDefaultTimeout(30_000);
	const page = await seat.context.newPage();
	await page.setViewportSize({ width, height });
	await page.goto(seat.address);
	await page.locator('[data-kind="saved"]').waitFor();
	return page;
}

async function table(): Promise<{ leader: Page; nurse: Page; workshop: Workshop }> {
	const workshop = await createWorkshop(await signInStaff(app));
	const leader = await sitDown(workshop.facilitatorCode, 1366, 768);
	const nurse = await sitDown(workshop.joinCode, 1080, 810);
	await leader.getByRole('region', { name: '進行役' }).waitFor();
	await nurse.getByRole('button', { name: '挙手' }).waitFor();
	return { leader, nurse, workshop };
}

/** The screen of the room. */
async function roomOf({ viewerCode }: Workshop): Promise<Page> {
	const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
	contexts.push(context);
	context.setDefaultTimeout(30_000);
	const page = await context.newPage();
	await page.goto(`${app.url}/p/${viewerCode}`);
	await page.getByRole('heading', { level: 1 }).waitFor();
	return page;
}

async function fromMenu(leader: Page, name: string): Promise<void> {
	await leader.getByRole('button', { name: 'ほかの操作' }).click();
	await leader.getByRole('menuitem', { name }).click();
}

test('a table is led through its programme; what a part does not need is not offered', async () => {
	const { leader, nurse } = await table();
	await leader.getByRole('button', { name: '次へ：目指す姿' }).click();
	await leader.getByRole('button', { name: 'すぐ移る' }).click();
	await nurse.getByText('「目指す姿」の時間になりました').waitFor();

	// Readiness: a number for the table, a badge for who leads.
	const ready = nurse.getByRole('button', { name: '書けました' });
	await ready.click();
	await leader.getByText('書けました 1 / 1').waitFor();
	await leader.getByText('訪問看護師：書けました').first().waitFor({ state: 'attached' });

	// Whoever writes on has not done yet.
	await nurse.getByRole('button', { name: 'カードを書く' }).first().click();
	await leader.getByText('書けました 0 / 1').waitFor();
	await nurse.keyboard.press('Escape');
	expect(await nurse.getByRole('button', { name: '済み' }).count()).toBe(0);

	// A part in which nothing is written: the tools for it go, and the server would not take it either.
	await fromMenu(leader, '進行表');
	const dialog = leader.getByRole('dialog', { name: '進行表' });
	await dialog.getByRole('button', { name: '直す' }).nth(1).click();
	await dialog.getByLabel('すること').selectOption({ label: '見る・聞く' });
	await dialog.getByLabel('名前').fill('となりの卓を聞く');
	await dialog.getByRole('button', { name: '進行表を保存' }).click();
	await dialog.getByText('進行表を保存しました').waitFor();
	await dialog.getByRole('button', { name: 'すべての卓の進行表にする' }).click();
	await dialog.getByText('すべての卓の進行表にしました').waitFor();
	await dialog
		.getByRole('listitem')
		.filter({ hasText: 'となりの卓を聞く' })
		.getByRole('button', { name: 'ここを始める' })
		.click();
	await nurse.getByText('「となりの卓を聞く」の時間になりました').waitFor();
	const tools = nurse.getByRole('toolbar');
	await expect
		.poll(() => tools.getByRole('button', { name: 'カード', exact: true }).count())
		.toBe(0);
	expect(await tools.getByRole('button', { name: 'つなぐ' }).count()).toBe(0);

	// Nobody is locked in: everything again with one press, and the reload of who leads changes nothing.
	await leader.reload();
	await leader.getByText('いま：となりの卓を聞く').waitFor();
	const { violations } = await new AxeBuilder({ page: leader }).include('main').analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
	await fromMenu(leader, '全部できるようにする');
	await tools.getByRole('button', { name: 'カード', exact: true }).waitFor();
});

test('everybody is called, a hand is seen, a word reaches all, and the past comes back', async () => {
	const { leader, nurse, workshop } = await table();
	await nurse.getByRole('button', { name: '挙手' }).click();
	await leader.getByRole('button', { name: '挙手 1' }).click();
	await leader.getByRole('menuitem', { name: /訪問看護師/ }).click();
	await nurse.getByRole('button', { name: '挙手', pressed: false }).waitFor();

	await leader.getByRole('button', { name: 'みんなを呼ぶ' }).click();
	await nurse.getByText('まもなく画面が動きます').waitFor();
	await nurse.getByText('の画面を見ています').waitFor();
	// A hand of one's own ends it, and the call can be followed again.
	await nurse.mouse.move(500, 500);
	await nurse.mouse.wheel(0, 120);
	await nurse.getByRole('button', { name: '見に行く' }).click();
	await nurse.getByText('の画面を見ています').waitFor();
	// Where the leader's screen ends is seen on the board, and gone with the call.
	const frame = nurse.locator('.canvas [data-leader-frame]');
	await frame.waitFor();
	await leader.getByRole('button', { name: '呼ぶのをやめる' }).click();
	await nurse.getByText('の画面を見ています').waitFor({ state: 'detached' });
	expect(await frame.count()).toBe(0);

	await fromMenu(leader, 'お知らせ');
	await leader.getByLabel('お知らせの文').fill('あと5分で休憩です');
	await leader.getByRole('button', { name: '知らせる' }).click();
	await nurse.getByText('あと5分で休憩です').waitFor();
	// On the screen of the room it hides neither the question nor the time.
	const room = await roomOf(workshop);
	const [word, question] = await Promise.all([
		room.getByText('あと5分で休憩です').boundingBox(),
		room.getByRole('heading', { level: 1 }).boundingBox()
	]);
	expect(word && question && word.y + word.height <= question.y).toBe(true);

	await nurse.getByText('一覧', { exact: true }).click();
	const field = nurse
		.getByRole('main')
		.locator('form input[type="text"], form input:not([type])')
		.first();
	for (const text of ['家族の不安が強い', '病院との連絡が遅い']) {
		await field.fill(text);
		await field.press('Enter');
	}
	await nurse.locator('[data-kind="saved"]').waitFor();
	// The tool bar of who leads has it as well, and nobody else's has.
	expect(await nurse.getByRole('button', { name: '履歴を見る' }).count()).toBe(0);
	await leader.getByRole('toolbar').getByRole('button', { name: '履歴を見る' }).click();
	const past = leader.getByRole('dialog', { name: '履歴' });
	await past.getByRole('slider').fill('0');
	await past.getByText('この後に書かれたカード 2枚').waitFor();
	await past.getByRole('button', { name: 'ボード全体をこの時点に戻す' }).click();
	await leader.getByRole('button', { name: '戻す', exact: true }).click();
	await nurse.getByText('の状態に戻しました').waitFor();
	await expect.poll(() => nurse.getByText('家族の不安が強い').count()).toBe(0);
	await past.getByRole('button', { name: '取り消す' }).click();
	await nurse.getByText('家族の不安が強い').first().waitFor();
	await nurse.getByText('病院との連絡が遅い').first().waitFor();
});

/** What of a bar cannot be pressed where it stands: out of sight, or below something else. */
async function outOfReach(bar: Locator): Promise<string[]> {
	return await bar.evaluate((dock) =>
		[...dock.querySelectorAll('button, a')].flatMap((press) => {
			if (getComputedStyle(press).visibility === 'hidden') return [];
			const { left, right, top, bottom } = press.getBoundingClientRect();
			const corners = [left + 3, right - 3].map((x) =>
				document.elementFromPoint(x, (top + bottom) / 2)
			);
			return corners.every((met) => met !== null && press.contains(met))
				? []
				: [press.textContent.trim()];
		})
	);
}

test('the dock is whole at every width, and the desk offers what it is for', async () => {
	const { leader, nurse, workshop } = await table();
	const dock = leader.getByRole('region', { name: '進行役' });
	for (const [width, height] of [
		[1366, 768],
		[1280, 640],
		[1080, 810],
		[390, 844]
	] as const) {
		await leader.setViewportSize({ width, height });
		await expect.poll(() => outOfReach(dock)).toEqual([]);
		// A row of tools on a narrow screen may be wider than it.
		const tools = width > 900 ? leader.getByRole('toolbar') : dock;
		await expect.poll(() => outOfReach(tools)).toEqual([]);
		expect((await dock.boundingBox())?.height).toBeLessThan(width < 640 ? 120 : 70);
		await leader.getByRole('button', { name: 'ほかの操作' }).click();
		const offered = [
			...(await dock.getByRole('button').allInnerTexts()),
			...(await dock.getByRole('link').allInnerTexts()),
			...(await leader.getByRole('menuitem').allInnerTexts())
		].join(' ');
		for (const name of ['ひとりで書く時間', '投票', 'みんなを呼ぶ', '映す画面', '点検', '履歴'])
			expect(offered.split(name)).toHaveLength(2);
		await leader.keyboard.press('Escape');
	}
	await leader.setViewportSize({ width: 1366, height: 768 });

	await leader.getByRole('button', { name: 'ひとりで書く時間' }).click();
	const desk = nurse.getByRole('region', { name: '自分のカード' });
	await desk.waitFor();
	expect(await nurse.getByRole('button', { name: '次の Step へ' }).count()).toBe(0);
	const [told, unseen] = await Promise.all([
		nurse.getByText('の時間になりました').boundingBox(),
		desk.getByText('公開するまで').boundingBox()
	]);
	expect(told && unseen && told.y > unseen.y + unseen.height).toBe(true);
	// The digits of the time stand in one line.
	const clock = (await roomOf(workshop)).getByText(/^0[45]:\d\d$/);
	await clock.waitFor();
	expect((await clock.boundingBox())?.height).toBeLessThan(150);
	await nurse.getByRole('button', { name: /を1枚書く/ }).click();
	await desk.getByRole('textbox').fill('夜が不安');
	await nurse.keyboard.press('Enter');

	// The press takes its own button away; Escape still closes the panel, and not something behind it.
	await leader.getByRole('button', { name: 'みんなに公開 1' }).click();
	const panel = leader.getByRole('dialog', { name: '書き出しの公開' });
	await panel.getByRole('button', { name: 'いっせいに公開' }).click();
	await panel.getByText('みんなに公開しました').waitFor();
	await leader.keyboard.press('Escape');
	await panel.waitFor({ state: 'detached' });
});
