import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CanvasPage } from './pages/canvas-page.ts';
import { CardPanel } from './pages/card-panel.ts';
import { HintDrawer } from './pages/hint-drawer.ts';
import { ListPage } from './pages/list-page.ts';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import { watchOutsideRequests } from './support/outside-requests.ts';
import { createWorkshop, join, signInStaff, takeCookies } from './support/people.ts';

const vision = '連携を強化することで何を実現したいですか？';
const expectation = '何がどうなることを期待しますか？';
const owner = '担当は？';
const measures = {
	visit: '訪問看護を経験してもらう',
	meeting:
		'訪問看護ステーションや看護小規模多機能型居宅介護の看護師と意見交換会を開く（どんな状態像の人に対応しているかを報告してもらう）'
} as const;

let app: App;
let browser: Browser;
const outside: (readonly string[])[] = [];

beforeAll(async () => {
	app = await startApp();
	browser = await launchBrowser();
});

afterAll(async () => {
	await browser?.close();
	await app?.dispose();
});

async function sitDown(
	code: string,
	profession: 'publicHealthNurse' | 'physician',
	isPhone = false
): Promise<Page> {
	const { visitor, access } = await join(app, code, { profession });
	const context: BrowserContext = await browser.newContext({
		viewport: isPhone ? { width: 390, height: 844 } : { width: 1366, height: 768 },
		locale: 'ja-JP'
	});
	context.setDefaultTimeout(30_000);
	outside.push(watchOutsideRequests(context, app.url));
	await takeCookies(context, app.url, visitor);
	const page = await context.newPage();
	await page.goto(`${app.url}/board/${access.id}`);
	await page.locator('[data-kind="saved"]').waitFor();
	return page;
}

test('hints lead the facilitator to what is missing, and the table sees only what is shown', async () => {
	const workshop = await createWorkshop(await signInStaff(app), {
		start: 'c-city-discharge',
		scene: 'discharge'
	});
	const facilitator = await sitDown(workshop.facilitatorCode, 'publicHealthNurse');
	const canvas = await CanvasPage.show(facilitator);
	const participant = await sitDown(workshop.joinCode, 'physician');
	const drawer = await HintDrawer.open(facilitator);

	// What §5.2 says of the C市 board: no vision, and two measures of which nothing is expected yet.
	await drawer.waitFor(vision, 'visible');
	const asked = await drawer.questions();
	expect(asked[0]).toBe(`${vision} 原因や対策がありますが、目指す姿がまだです`);
	expect(asked[1]).toBe(`${expectation} 10・11番 期待したことがまだです`);
	expect(await drawer.unfold(expectation)).toContain(
		'③対策によって期待した成果・効果は何かを考えること'
	);

	// The chip leads to the card, the button writes the card that is missing, already linked.
	await drawer.goTo(measures.visit);
	await CardPanel.of(facilitator, '対策');
	await drawer.help('期待したことを1枚書く', measures.visit);
	await canvas.field.waitFor();
	await facilitator.keyboard.type('訪問看護のイメージを持つ看護師が増える');
	await facilitator.keyboard.press('Enter');
	await canvas.resting();
	await facilitator.getByText('11番 期待したことがまだです').waitFor();

	// The other one is put aside with a reason, and can be taken up again.
	await drawer.mute('今日は1つ目だけにする', measures.meeting);
	await drawer.waitFor(expectation, 'detached');
	expect(await drawer.unmute(expectation)).toContain('今日は1つ目だけにする');
	await drawer.waitFor(expectation, 'visible');

	// Nobody else has seen any of it.
	const shown = participant.getByRole('complementary', { name: '進行役から' });
	expect(await participant.getByRole('button', { name: /^点検/ }).count()).toBe(0);
	expect(await shown.count()).toBe(0);

	await drawer.unfold(owner);
	await drawer.project();
	await shown.waitFor();
	expect(await shown.innerText()).toContain(owner);
	expect(await shown.innerText()).not.toContain(vision);
	expect(await participant.getByRole('button', { name: '気にしない' }).count()).toBe(0);
	await drawer.stopProjecting();
	await shown.waitFor({ state: 'detached' });

	// The new card hangs on its measure, for everybody.
	const list = await ListPage.show(participant);
	const number = await list.numberOf('訪問看護のイメージを持つ看護師が増える');
	expect(await list.linksOf(measures.visit)).toContain(`期待したこと${number}`);
});

test('on a phone the drawer leads into the list, and a field is filled by keyboard', async () => {
	const workshop = await createWorkshop(await signInStaff(app), {
		start: 'i-city-mitori',
		scene: 'endOfLife'
	});
	const page = await sitDown(workshop.facilitatorCode, 'publicHealthNurse', true);
	const drawer = await HintDrawer.open(page);
	await drawer.unfold(owner);
	await drawer.help('担当・作業部会を入れる');
	const field = page.getByLabel('担当・作業部会', { exact: true });
	await field.waitFor();
	await page.waitForFunction(
		(element) => document.activeElement === element,
		await field.elementHandle()
	);
	await page.keyboard.type('地域包括支援センター');
	await page.keyboard.press('Enter');
	await page
		.getByRole('complementary', { name: '対策カード' })
		.getByRole('button', { name: '閉じる' })
		.click();
	const again = await HintDrawer.open(page);
	await again.waitFor(owner, 'detached');
	expect((await again.questions()).join()).not.toContain(owner);
});

test('nothing was asked of any other host', () => {
	expect(outside.flat()).toEqual([]);
});
