import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import { CarePathPage } from './pages/care-path-page.ts';
import { JoinPage } from './pages/join-page.ts';
import { ListPage } from './pages/list-page.ts';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import { createWorkshop, signInStaff } from './support/people.ts';

const tablet = { width: 820, height: 1180, isTouch: true };
const desk = { width: 1366, height: 768, isTouch: false };
const phone = { width: 390, height: 844, isTouch: true };
const arrow = '退院支援 → 在宅療養';

let app: App;
let browser: Browser;
let workshop: Workshop;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
	app = await startApp();
	browser = await launchBrowser();
});

beforeEach(async () => {
	workshop = await createWorkshop(await signInStaff(app), { scene: 'discharge' });
});

afterEach(async () => {
	for (const context of contexts.splice(0)) await context.close();
});

afterAll(async () => {
	await browser?.close();
	await app?.dispose();
});

async function sitDown(
	screen: { readonly width: number; readonly height: number; readonly isTouch: boolean },
	profession: string,
	code = workshop.joinCode
): Promise<Page> {
	const context = await browser.newContext({
		viewport: { width: screen.width, height: screen.height },
		isMobile: screen.isTouch,
		hasTouch: screen.isTouch,
		locale: 'ja-JP'
	});
	context.setDefaultTimeout(30_000);
	contexts.push(context);
	const joining = await JoinPage.open(context, app.url, code);
	await joining.codeAnswer();
	await joining.chooseProfession(profession);
	await joining.join();
	return joining.page;
}

/** What WCAG 2.2 A and AA call a barrier on this page. */
async function barriers(page: Page): Promise<readonly string[]> {
	const { violations } = await new AxeBuilder({ page })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'])
		.analyze();
	return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

test('a nurse by touch and a care manager by keyboard alone pin the same arrow, and a theme comes of it', async () => {
	const [nurse, manager] = await Promise.all([
		sitDown(tablet, '訪問看護師').then((page) => CarePathPage.show(page)),
		sitDown(desk, 'ケアマネジャー').then((page) => CarePathPage.show(page, 'keyboard'))
	]);

	// Both at once: the tablet by a tap on the arrow, the desk by keys alone.
	await manager.tabTo(manager.target(arrow));
	await Promise.all([nurse.target(arrow).tap(), manager.page.keyboard.press('Enter')]);
	for (const screen of [nurse, manager]) {
		await screen.panel.getByText('ピン2本（看1 ケ1）').waitFor();
		await screen.page.getByText('置いた人 2 / 2').waitFor();
		expect(await screen.target(arrow).getAttribute('aria-label')).toBe(
			`${arrow}、ピン2本（訪問看護師1、ケアマネジャー1）、あなたのピン 1本`
		);
	}
	expect(await barriers(nurse.page)).toEqual([]);

	// Each says of the own pin what it is about.
	await nurse.chip('骨折').tap();
	await nurse.chip('病院看護師').tap();
	await manager.tabTo(manager.chip('骨折'));
	await manager.page.keyboard.press('Space');
	await manager.tabTo(manager.chip('ケアマネジャー'));
	await manager.page.keyboard.press('Space');
	for (const screen of [nurse, manager])
		await screen.panel.getByRole('button', { name: '骨折 ピン2本' }).waitFor();
	expect(await manager.chip('ケアマネジャー').getAttribute('aria-pressed')).toBe('true');
	expect(await manager.chip('病院看護師').getAttribute('aria-pressed')).toBe('false');
	expect(await barriers(manager.page)).toEqual([]);

	// The words can be changed before they become a card.
	expect(await manager.text.inputValue()).toMatch(/^骨折で入院した高齢者が、退院後に/);
	await manager.tabTo(manager.text);
	await manager.page.keyboard.press('Control+A');
	await manager.page.keyboard.type('骨折した人が家で続けられるには');
	const add = manager.panel.getByRole('button', { name: 'テーマの候補に足す' });
	await manager.tabTo(add);
	await manager.page.keyboard.press('Enter');
	await manager.panel.getByText('テーマの候補に足しました').waitFor();

	// It stands on everybody's board, with what the pins said in its fields.
	await nurse.page.getByRole('button', { name: 'ボードへ戻る' }).tap();
	const list = await ListPage.show(nurse.page);
	expect(await list.texts('テーマ・目指す姿')).toEqual(['骨折した人が家で続けられるには']);
	await manager.tabTo(manager.panel.getByRole('button', { name: 'ボードで見る' }));
	await manager.page.keyboard.press('Enter');
	const theme = manager.page.getByRole('complementary', { name: '解決したいテーマカード' });
	expect(await theme.getByLabel('対象疾患', { exact: true }).inputValue()).toBe('骨折');
	expect(await theme.getByLabel('病床・どことどこ', { exact: true }).inputValue()).toBe(arrow);
	await theme.getByText('ケアマネジャー', { exact: true }).waitFor();
	expect(await theme.getByRole('radio', { name: '候補' }).isChecked()).toBe(true);
});

test('everybody has three pins: the fourth is refused in words, taking one away and undo give it back', async () => {
	const care = await CarePathPage.show(await sitDown(desk, '医師'));
	for (const place of ['在宅', '急性期病床', '療養病床']) await care.target(place).click();
	await care.page.getByText('1人 3本まで（のこり 0本）').waitFor();

	await care.target('精神病床').click();
	await care.news.getByText('ピンは1人3本までです。', { exact: false }).waitFor();
	expect(await care.target('精神病床').getAttribute('aria-label')).toContain(
		'ピンはまだありません'
	);
	expect(await barriers(care.page)).toEqual([]);

	// A second press on a place with an own pin is only a look.
	await care.target('在宅').click();
	await care.panel.getByText('ピン1本（医1）').waitFor();
	await care.panel.getByRole('button', { name: '自分のピンを外す' }).click();
	await care.page.getByText('1人 3本まで（のこり 1本）').waitFor();
	await care.target('精神病床').click();
	await care.page.getByText('1人 3本まで（のこり 0本）').waitFor();

	await care.page.keyboard.press('Control+z');
	await care.page.getByText('1人 3本まで（のこり 1本）').waitFor();
	await care.undo.click();
	await care.page.getByText('1人 3本まで（のこり 0本）').waitFor();
	expect(await care.target('在宅').getAttribute('aria-label')).toContain('ピン1本');
});

test('only those who lead take pins of others away', async () => {
	const [doctor, facilitator] = await Promise.all([
		sitDown(desk, '医師').then((page) => CarePathPage.show(page)),
		sitDown(desk, '保健師', workshop.facilitatorCode).then((page) => CarePathPage.show(page))
	]);
	await doctor.target(arrow).click();
	await facilitator.target(arrow).click();
	await facilitator.panel.getByText('ピン1本（医1）').waitFor();
	await facilitator.panel.getByText('ほかの人のピンを外す').click();
	await facilitator.panel.getByRole('button', { name: '医師のピンを1本外す' }).click();
	await doctor.page.getByText('1人 3本まで（のこり 3本）').waitFor();

	await facilitator.panel.getByRole('button', { name: 'ここにピンを置く' }).click();
	await doctor.panel.getByText('ピン1本（保1）').waitFor();
	expect(await doctor.panel.getByText('ほかの人のピンを外す').count()).toBe(0);
	expect(await doctor.panel.getByRole('button', { name: '自分のピンを外す' }).count()).toBe(0);
});

test('what a theme says already is replaced only after a question', async () => {
	const care = await CarePathPage.show(await sitDown(desk, '医師'));
	await care.target(arrow).click();
	await care.chip('骨折').click();
	await care.panel.getByRole('button', { name: 'テーマの候補に足す' }).click();
	await care.panel.getByText('テーマの候補に足しました').waitFor();

	// The same target with another disease, and parties that the theme has none of.
	await care.chip('肺炎').click();
	await care.chip('家族').click();
	await care.panel.getByRole('button', { name: 'このテーマに書き入れる' }).click();
	const question = care.page.getByRole('dialog', { name: '書きかえますか' });
	await question.getByText('「対象疾患」は、もう書かれています。').waitFor();
	await question.getByRole('button', { name: '空いているところだけ' }).click();
	await care.panel.getByText('テーマに書き入れました').waitFor();
	await care.panel.getByRole('button', { name: 'ボードで見る' }).click();
	const theme = care.page.getByRole('complementary', { name: '解決したいテーマカード' });
	expect(await theme.getByLabel('対象疾患', { exact: true }).inputValue()).toBe('骨折');
	await theme.getByText('家族', { exact: true }).waitFor();
});

test('a phone places pins from a list, also without a network, and they arrive afterwards', async () => {
	const [nurse, doctor] = await Promise.all([
		sitDown(phone, '訪問看護師').then((page) => CarePathPage.show(page)),
		sitDown(desk, '医師').then((page) => CarePathPage.show(page))
	]);
	const [context] = contexts.filter((other) => other.pages().includes(nurse.page));
	await context?.setOffline(true);
	await nurse.page.locator('[data-kind="offline"]').first().waitFor();
	await nurse.row(arrow).getByRole('button', { name: 'にピンを置く' }).tap();
	await nurse.row(arrow).getByText('あなたのピン 1本').waitFor();
	await doctor.target(arrow).click();
	await context?.setOffline(false);
	await doctor.panel.getByText('ピン2本（医1 看1）').waitFor({ timeout: 30_000 });
	await nurse.row(arrow).getByText('ピン2本（医1 看1）').waitFor();
	expect(await barriers(nurse.page)).toEqual([]);
	await nurse.row(arrow).getByRole('button', { name: 'をくわしく' }).tap();
	await nurse.panel.getByText('ピン2本（医1 看1）').waitFor();
	expect(await barriers(nurse.page)).toEqual([]);
	const view = nurse.page.locator('.care-path');
	expect(await view.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
});
