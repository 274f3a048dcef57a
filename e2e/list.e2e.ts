import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { ListPage } from './pages/list-page.ts';
import { SheetPage } from './pages/sheet-page.ts';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import { createWorkshop, signInStaff } from './support/people.ts';
import type { Seat } from './support/seat.ts';
import { takeSeat } from './support/seat.ts';

let app: App;
let browser: Browser;
let seat: Seat;
let list: ListPage;

beforeAll(async () => {
	app = await startApp();
	browser = await launchBrowser();
});

beforeEach(async () => {
	const workshop = await createWorkshop(await signInStaff(app));
	seat = await takeSeat(browser, app, workshop.joinCode);
	const page = await seat.context.newPage();
	await page.goto(seat.address);
	await page.locator('[data-kind="saved"]').waitFor();
	list = await ListPage.show(page);
});

afterEach(async () => {
	await seat?.context.close();
});

afterAll(async () => {
	await browser?.close();
	await app?.dispose();
});

test('causes are written one after another without leaving the field', async () => {
	for (const text of ['一つ目の原因', '二つ目の原因', '三つ目の原因']) await list.add('原因', text);
	expect(await list.texts('原因')).toEqual(['一つ目の原因', '二つ目の原因', '三つ目の原因']);
	const field = await list.page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
	expect(field).toBe('原因を足す');
});

test('the Enter that ends a conversion adds nothing; the next one adds the card once', async () => {
	const field = list.page.getByRole('textbox', { name: '原因を足す', exact: true });
	await field.focus();
	const devtools = await seat.context.newCDPSession(list.page);
	await devtools.send('Input.imeSetComposition', {
		text: '不安',
		selectionStart: 2,
		selectionEnd: 2
	});
	await devtools.send('Input.dispatchKeyEvent', {
		type: 'rawKeyDown',
		key: 'Process',
		code: 'Enter',
		windowsVirtualKeyCode: 229
	});
	expect(await list.texts('原因')).toEqual([]);
	await devtools.send('Input.insertText', { text: '不安' });
	expect(await field.inputValue()).toBe('不安');
	await field.press('Enter');
	await list.row('不安').waitFor();
	expect(await list.texts('原因')).toEqual(['不安']);
	expect(await field.inputValue()).toBe('');
});

test('the keyboard alone moves, deepens, rewrites, links and withdraws', async () => {
	await list.add('現状', '家に帰れない');
	for (const text of ['一つ目', '二つ目', '三つ目']) await list.add('原因', text);
	await list.press('三つ目', 'Alt+ArrowUp');
	expect(await list.texts('原因')).toEqual(['一つ目', '三つ目', '二つ目']);
	await list.press('三つ目', 'Alt+ArrowRight');
	expect(await list.texts('原因')).toEqual(['一つ目', '-三つ目', '二つ目']);
	await list.press('三つ目', 'Alt+ArrowLeft');
	expect(await list.texts('原因')).toEqual(['一つ目', '三つ目', '二つ目']);

	await list.rewrite('二つ目', '書き直した原因');
	const number = await list.numberOf('家に帰れない');
	await list.linkByNumber('書き直した原因', number);
	expect(await list.linksOf('書き直した原因')).toBe(`→ 現状${number}`);

	await list.press('書き直した原因', 'Delete');
	await list.row('書き直した原因').waitFor({ state: 'detached' });
	const focused = await list.page.evaluate(() => document.activeElement?.getAttribute('role'));
	expect(focused).toBe('treeitem');
	await list.notice.getByRole('button', { name: '戻す' }).click();
	await list.row('書き直した原因').waitFor();
	expect(await list.linksOf('書き直した原因')).toBe(`→ 現状${number}`);
});

test('each section is one stop for Tab; the arrows lead through its rows', async () => {
	for (const text of ['一つ目', '二つ目', '三つ目']) await list.add('原因', text);
	expect(await list.page.locator('#zone-cause [tabindex="0"]').count()).toBe(1);
	await list.press('一つ目', 'ArrowDown', 'ArrowDown');
	expect(await list.row('三つ目').evaluate((row) => row === document.activeElement)).toBe(true);
	await list.page.keyboard.press('Home');
	expect(await list.row('一つ目').evaluate((row) => row === document.activeElement)).toBe(true);
});

test('a pasted list becomes cards in one step that one undo takes back', async () => {
	await list.paste('対策', '・研修を開く\n② 資料をつくる\n\n3. 相談先を決める');
	const dialog = list.page.getByRole('dialog');
	await dialog.getByRole('button', { name: '3枚のカードにする' }).click();
	await list.row('相談先を決める').waitFor();
	expect(await list.texts('対策')).toEqual(['研修を開く', '資料をつくる', '相談先を決める']);
	await list.row('研修を開く').focus();
	await list.page.keyboard.press('Control+z');
	await list.row('相談先を決める').waitFor({ state: 'detached' });
	expect(await list.texts('対策')).toEqual([]);
});

test('a second root cause asks before it takes the place of the first', async () => {
	for (const text of ['説明不足', '経験不足']) await list.add('原因', text);
	await list.choose('説明不足', '解決すべき原因にする');
	expect(await list.texts('解決すべき原因')).toEqual(['説明不足']);
	await list.choose('経験不足', '解決すべき原因にする');
	const dialog = list.page.getByRole('dialog');
	expect(await dialog.innerText()).toContain('説明不足');
	await dialog.getByRole('button', { name: 'このカードに替える' }).click();
	expect(await list.texts('解決すべき原因')).toEqual(['経験不足']);
	expect(await list.texts('原因')).toEqual(['説明不足']);
});

test('the sheet leaves the board only after every check, in all three formats', async () => {
	await list.add('原因', '家族の不安');
	await list.add('現状', '山田さんの連絡先は 090-1234-5678');
	const sheet = await SheetPage.show(list.page);
	expect(await sheet.words()).toContain('家族の不安');
	await sheet.openDialog();
	const dialog = list.page.getByRole('dialog');
	expect(await dialog.innerText()).toContain('090-1234-5678');
	expect(await sheet.canExport()).toBe(false);
	await sheet.confirmPrivacy();
	expect(await sheet.canExport()).toBe(true);

	const pdf = await sheet.download('PDF');
	expect(pdf.name).toMatch(/^\d{4}-\d\d-\d\d_看取り_.*演習シート\.pdf$/);
	expect(new TextDecoder().decode(pdf.bytes.slice(0, 5))).toBe('%PDF-');
	const xlsx = await sheet.download('Excel');
	expect(new TextDecoder().decode(xlsx.bytes.slice(0, 2))).toBe('PK');
	const json = await sheet.download('JSON');
	expect(new TextDecoder().decode(json.bytes)).toContain('家族の不安');
});
