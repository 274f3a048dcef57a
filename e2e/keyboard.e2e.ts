import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DetailsHand } from './pages/details-hand.ts';
import { KeyboardHand } from './pages/keyboard-hand.ts';
import { ListPage } from './pages/list-page.ts';
import type { Section } from './pages/list-page.ts';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import { createWorkshop, signInStaff } from './support/people.ts';
import { takeSeat } from './support/seat.ts';

/** A busy machine takes its time. */
const soon = { timeout: 20_000 };

let app: App;
let browser: Browser;

beforeAll(async () => {
	app = await startApp();
	browser = await launchBrowser();
});

afterAll(async () => {
	await browser?.close();
	await app?.dispose();
});

/** The board of somebody who leads, for others do not write values; it counts every press of a mouse, a finger or a pen. */
async function openBoard(): Promise<{ page: Page; pressed: () => Promise<number> }> {
	const workshop = await createWorkshop(await signInStaff(app));
	const { context, address } = await takeSeat(browser, app, workshop.facilitatorCode);
	context.setDefaultTimeout(30_000);
	await context.addInitScript(() => {
		let count = 0;
		for (const name of ['pointerdown', 'mousedown', 'touchstart', 'wheel', 'dragstart'])
			addEventListener(name, () => (document.documentElement.dataset['pressed'] = `${++count}`), {
				capture: true,
				passive: true
			});
	});
	const page = await context.newPage();
	await page.goto(address);
	await page.locator('[data-kind="saved"]').waitFor();
	const pressed = (): Promise<number> =>
		page.evaluate(() => Number(document.documentElement.dataset['pressed'] ?? 0));
	return { page, pressed };
}

test('the whole method with the keyboard alone, on the board, in the list, in evaluation and sheet', async () => {
	const { page, pressed } = await openBoard();
	const hand = KeyboardHand.on(page);
	const { keyboard } = page;
	const canvas = page.getByRole('application');
	const writing = page.locator('.editor.writing textarea');
	const list = ListPage.of(page);
	const fields = new DetailsHand(list);
	const section = (name: Section): Locator => page.getByRole('region', { name, exact: true });
	const view = (name: string): Locator => page.getByRole('button', { name, exact: true });

	/** Writes one card on the board by the number of its type, and puts it out of hand again. */
	const write = async (key: string, text: string): Promise<void> => {
		await keyboard.press(key);
		await writing.waitFor();
		await keyboard.insertText(text);
		await keyboard.press('Enter');
		await writing.waitFor({ state: 'detached' });
		await keyboard.press('Escape');
	};

	await canvas.waitFor();
	await hand.reach(canvas);
	await write('1', '家族が入院を選ぶ');
	await write('2', '本人の意向に沿った在宅生活');
	await write('3', '希望しても病院へ運ばれる');
	await write('4', '急変時に救急車を呼ぶ');

	await write('4', '家族の不安が強い');

	// On the board too: from card to card with Tab, its menu, つなぐ, the number of the other card, Enter.
	await keyboard.press('Tab');
	await keyboard.press('Tab');
	await keyboard.press('Shift+F10');
	await page.getByRole('menu').waitFor();
	const link = page.getByRole('menuitem', { name: 'つなぐ', exact: true });
	while (!(await link.evaluate((element) => element === document.activeElement)))
		await keyboard.press('ArrowDown');
	await keyboard.press('Enter');
	await page.locator('[data-tool="link"]').waitFor();
	await keyboard.press('1');
	await keyboard.press('Enter');
	await page.locator('[data-tool="select"]').waitFor();
	await hand.press(view('一覧'));

	/** Writes one card in the list, of the type whose word is chosen where a section holds several. */
	const add = async (name: Section, text: string, type?: string): Promise<void> => {
		if (type !== undefined) await hand.press(section(name).getByRole('button', { name: type }));
		await hand.write(section(name).getByRole('textbox', { name: /を足す$/ }), text);
		await keyboard.press('Enter');
		await list.card(text).waitFor();
	};
	const walkTo = async (name: Section, text: string): Promise<void> =>
		await hand.walkTo(section(name).getByRole('tree'), list.card(text));
	const linkTo = async (name: Section, text: string, target: string): Promise<void> => {
		const number = await list.card(target).locator('.number').innerText();
		await walkTo(name, text);
		await keyboard.press('l');
		await keyboard.insertText(number.trim());
		await keyboard.press('Enter');
		await list.card(text).locator('.line .links').filter({ hasText: number.trim() }).waitFor();
	};
	const chooseInMenu = async (item: string): Promise<void> => {
		await keyboard.press('m');
		const entry = page.getByRole('menuitem', { name: item });
		await entry.waitFor();
		while (!(await entry.evaluate((element) => element === document.activeElement)))
			await keyboard.press('ArrowDown');
		await keyboard.press('Enter');
	};

	// Why: the second cause explains the first; what is behind both becomes the root cause.
	await walkTo('原因', '家族の不安が強い');
	await keyboard.press('Alt+ArrowRight');
	await expect
		.poll(() => list.texts('原因'), soon)
		.toEqual(['急変時に救急車を呼ぶ', '-家族の不安が強い']);
	await linkTo('原因', '急変時に救急車を呼ぶ', '希望しても病院へ運ばれる');
	await add('原因', '看取りの説明が足りない');
	await walkTo('原因', '看取りの説明が足りない');
	await chooseInMenu('解決すべき原因にする');
	await expect.poll(() => list.texts('解決すべき原因'), soon).toEqual(['看取りの説明が足りない']);
	// The keyboard has gone along with the card.
	await expect
		.poll(
			() => list.card('看取りの説明が足りない').evaluate((row) => row === document.activeElement),
			soon
		)
		.toBe(true);

	await add('対策', '説明の研修を開く');
	await linkTo('解決すべき原因', '看取りの説明が足りない', '説明の研修を開く');
	await walkTo('対策', '説明の研修を開く');
	await keyboard.press('ArrowRight');
	await fields.details.waitFor();
	await fields.write('担当・作業部会', '作業部会A');
	await fields.close();

	// Two outcomes, linked with the measure as one set by their numbers.
	await add('期待したこと', '説明できる職員が増える');
	await add('期待したこと', '家族の不安が減る');
	const [first, last] = await Promise.all(
		['説明できる職員が増える', '家族の不安が減る'].map((text) =>
			list.card(text).locator('.number').innerText()
		)
	);
	await walkTo('対策', '説明の研修を開く');
	await chooseInMenu('いくつかのカードにまとめてつなげる');
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('textbox').waitFor();
	await hand.reach(dialog.getByRole('textbox'));
	await keyboard.insertText(`${first?.trim()}〜${last?.trim()}`);
	await dialog.getByRole('button', { name: '2枚とつなぐ' }).waitFor();
	await keyboard.press('Enter');
	await dialog.waitFor({ state: 'detached' });
	await list
		.card('説明の研修を開く')
		.locator('.line .links')
		.filter({ hasText: '期待したこと' })
		.waitFor();

	await add('指標・把握方法', '不安があると答えた家族', '評価指標');
	await add('指標・把握方法', '家族へのアンケート', '把握方法');
	await linkTo('期待したこと', '家族の不安が減る', '不安があると答えた家族');
	await linkTo('指標・把握方法', '不安があると答えた家族', '家族へのアンケート');

	// The trash and back: what is withdrawn by mistake comes back with the keyboard too.
	await walkTo('原因', '家族の不安が強い');
	await keyboard.press('Delete');
	await list.card('家族の不安が強い').waitFor({ state: 'detached' });
	await keyboard.press('Control+z');
	await list.card('家族の不安が強い').waitFor();

	// Evaluation: the value of a year, and the decision.
	await walkTo('指標・把握方法', '不安があると答えた家族');
	await keyboard.press('ArrowRight');
	await hand.press(fields.details.getByRole('button', { name: '評価の画面で書く' }));
	const row = page.getByRole('row').filter({ hasText: '不安があると答えた家族' });
	await row.waitFor();
	await hand.write(row.getByRole('textbox', { name: /現状値/ }), '72');
	await keyboard.press('Enter');
	await hand.press(row.getByRole('button', { name: '継続', exact: true }));
	await expect
		.poll(
			() => row.getByRole('button', { name: '継続', exact: true }).getAttribute('aria-pressed'),
			soon
		)
		.toBe('true');

	await hand.press(view('演習シート'));
	const onSheet = async (): Promise<string> =>
		(await page.locator('.pages svg text').allTextContents()).join('');
	for (const text of [
		'家族が入院を選ぶ',
		'看取りの説明が足りない',
		'説明の研修を開く',
		'家族の不安が減る'
	])
		await expect.poll(onSheet, soon).toContain(text);
	expect(await pressed()).toBe(0);
});
