import { addComment, settleComment } from '@renkei/shared/document/commands/comment-commands.ts';
import { toggleStamp } from '@renkei/shared/document/commands/stamp-commands.ts';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { noRemarks, remarksByCard, stampCounts } from '@renkei/shared/method/remarks.ts';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ListPage } from './pages/list-page.ts';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import { createWorkshop, join, signInStaff } from './support/people.ts';
import type { OpenedProvider } from './support/provider.ts';
import { openProvider } from './support/provider.ts';
import { takeSeat } from './support/seat.ts';

const card = 'c1' as CardId;
let app: App;
let browser: Browser;
let nurse: OpenedProvider;
let page: Page;

beforeAll(async () => {
	app = await startApp();
	browser = await launchBrowser();
	const { joinCode } = await createWorkshop(await signInStaff(app), { start: 'i-city-mitori' });
	nurse = await openProvider(app, await join(app, joinCode, { profession: 'visitingNurse' }));
	const seat = await takeSeat(browser, app, joinCode, { profession: 'pharmacist' });
	page = await seat.context.newPage();
	await page.goto(seat.address);
	await page.locator('[data-kind="saved"]').waitFor();
});

afterAll(async () => {
	nurse?.close();
	await browser?.close();
	await app?.dispose();
});

const remarks = () => remarksByCard(readBoard(nurse.doc)).get(card) ?? noRemarks;
const said = () => remarks().open.map(({ text }) => text);
const until = (check: () => void) => vi.waitFor(check, 10_000);

/** The keys of an input method that ends a word by Enter, as Chrome and as Safari tell of them. */
async function compose(field: Locator, words: string): Promise<void> {
	await field.evaluate((node: HTMLTextAreaElement, text) => {
		const enter = { key: 'Enter', bubbles: true, cancelable: true };
		node.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
		node.value = text;
		node.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
		node.dispatchEvent(new KeyboardEvent('keydown', { ...enter, keyCode: 229, isComposing: true }));
		node.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
		node.dispatchEvent(new KeyboardEvent('keydown', { ...enter, keyCode: 13 }));
	}, words);
}

test('a comment is written in the list, answered by another person, settled, and a stamp given and taken back', async () => {
	await ListPage.show(page);
	addComment(nurse.doc, card, 'いつごろからですか', nurse.author);
	const row = page.locator(`[data-card="${card}"]`);
	await row.getByText('コメント1件', { exact: true }).waitFor();
	await row.focus();
	await page.keyboard.press('ArrowRight');
	const field = row.getByRole('textbox', { name: 'コメントを書く' });
	await row.getByText('訪問看護師', { exact: true }).waitFor();

	// The Enter that ends a conversion sends nothing.
	await compose(field, '退院の前');
	await vi.waitFor(async () => expect(await field.inputValue()).toBe('退院の前'));
	await field.press('End');
	await field.pressSequentially('から');
	await field.press('Shift+Enter');
	await field.pressSequentially('です');
	await field.press('Enter');
	await until(() => expect(said()).toEqual(['いつごろからですか', '退院の前から\nです']));
	await vi.waitFor(async () => expect(await field.inputValue()).toBe(''));
	expect(remarks().open[1]?.profession).toBe('pharmacist');

	// Only one's own can be worded anew; anybody's can be settled.
	const theirs = row.locator('[data-comment]').filter({ hasText: 'いつごろからですか' });
	expect(await theirs.getByRole('button').allTextContents()).toEqual(['済みにする']);
	await theirs.getByRole('button', { name: '済みにする' }).click();
	await until(() => expect(remarks().settled).toHaveLength(1));
	await row.getByText('済みのコメント 1件', { exact: true }).waitFor();

	const agree = row.locator('[data-stamp="agree"]');
	await agree.click();
	toggleStamp(nurse.doc, card, 'agree', nurse.author);
	await until(() => expect(stampCounts(remarks())).toEqual([['agree', 2]]));
	await vi.waitFor(async () => expect(await agree.textContent()).toMatch(/2$/));
	await agree.click();
	await until(() => expect(stampCounts(remarks())).toEqual([['agree', 1]]));
	expect(await agree.getAttribute('aria-pressed')).toBe('false');
	await page.getByRole('button', { name: '元に戻す：スタンプ' }).click();
	await until(() => expect(stampCounts(remarks())).toEqual([['agree', 2]]));
});

test('what is open over the board is about the selected card; what somebody began to write waits', async () => {
	const menu = page.getByRole('button', { name: /の操作$/ });
	await page.locator(`[data-card="${card}"]`).locator(menu).click();
	await page.getByRole('menuitem', { name: 'コメントとスタンプ' }).click();
	const dialog = page.getByRole('dialog', { name: 'コメントとスタンプ' });
	const field = dialog.getByRole('textbox', { name: 'コメントを書く' });
	await field.fill('書きかけ');
	await page.keyboard.press('Escape');
	await dialog.waitFor({ state: 'detached' });
	await page.locator(`[data-card="${card}"]`).locator(menu).click();
	await page.getByRole('menuitem', { name: 'コメントとスタンプ' }).click();
	await vi.waitFor(async () => expect(await field.inputValue()).toBe('書きかけ'));
	await field.press('Enter');
	await until(() => expect(said()).toContain('書きかけ'));
	const own = dialog.locator('[data-comment]').filter({ hasText: '書きかけ' });
	await own.getByRole('button', { name: '直す' }).click();
	await dialog.getByRole('textbox', { name: 'コメントを直す' }).fill('書き直した');
	await dialog.getByRole('button', { name: 'これにする' }).click();
	await until(() => expect(said()).toContain('書き直した'));
	const id = remarks().open.find(({ text }) => text === '書き直した')!.id;
	await dialog.locator('[data-comment]').filter({ hasText: '書き直した' }).waitFor();
	settleComment(nurse.doc, id, true);
	await dialog.getByText('済みのコメント 2件', { exact: true }).waitFor();
});
