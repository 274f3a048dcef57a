import { AxeBuilder } from '@axe-core/playwright';
import { partOf } from '@renkei/shared/facilitation/part-kinds.ts';
import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import { watchOutsideRequests } from './support/outside-requests.ts';
import type { Visitor } from './support/people.ts';
import { createWorkshop, signInStaff } from './support/people.ts';

let app: App;
let browser: Browser;
let office: Visitor;
let workshop: Workshop;
let phone: BrowserContext;
let outside: readonly string[];

beforeAll(async () => {
	app = await startApp();
	browser = await launchBrowser();
	office = await signInStaff(app);
	workshop = await createWorkshop(office, { tables: 3 });
	phone = await browser.newContext({
		viewport: { width: 390, height: 844 },
		hasTouch: true,
		isMobile: true,
		locale: 'ja-JP'
	});
	phone.setDefaultTimeout(30_000);
	outside = watchOutsideRequests(phone, app.url);
});

afterAll(async () => {
	await browser?.close();
	await app?.dispose();
});

const boardId = (): string => workshop.boards[2]?.id ?? '';
/** A phone looks every three seconds. */
const patience = { timeout: 10_000 } as const;
const field = (page: Page) => page.getByLabel('考えを書く');
const sendButton = (page: Page) => page.locator('form button[type=submit]');

async function lead(aid: string, command: object): Promise<void> {
	const answer = await office.ask('POST', `/api/boards/${boardId()}/lead`, { aid, command });
	expect(await answer.json()).toEqual({ refused: null });
}

async function boardTexts(): Promise<string[]> {
	const answer = await office.ask('GET', `/api/boards/${boardId()}/snapshot`);
	const { cards } = (await answer.json()) as { cards: { text: string }[] };
	return cards.map(({ text }) => text).sort();
}

const first = '本人が衰弱してくると家族は不安になる';
const second = '看取り経験が少ないケアマネジャーも多く、自身も不安を感じている';
const third = 'ケアマネジャーの経験値や説明・対応力のひくさ';

test('a phone joins, sends, loses the line, is closed and comes back: every idea is there once', async () => {
	const phase = partOf('alone', 'cause', { id: 'alone', title: '原因をひとりで', minutes: 5 });
	await lead('phases', { do: 'begin', phase, since: null });
	await lead('timer', { do: 'start', durationMs: 220_000, label: '' });

	let page = await phone.newPage();
	await page.goto(`${app.url}/join/${workshop.joinCode}?table=3`);
	await page.getByText('訪問看護師').click();
	await page.getByRole('button', { name: '3卓に参加する' }).click();
	await page.waitForURL(`${app.url}/i/${boardId()}`);
	await page.getByRole('heading', { name: '3卓 訪問看護師' }).waitFor();

	// Enter while converting only converts; a field of words has new lines, and the button alone sends.
	await field(page).focus();
	const line = await phone.newCDPSession(page);
	await line.send('Input.imeSetComposition', {
		text: 'ほんにんが',
		selectionStart: 5,
		selectionEnd: 5
	});
	await field(page).dispatchEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true });
	await field(page).dispatchEvent('keydown', { key: 'Enter', ctrlKey: true, keyCode: 229 });
	expect(await page.locator('[data-place]').count()).toBe(0);
	await line.send('Input.insertText', { text: first });
	expect(await field(page).inputValue()).toBe(first);
	await sendButton(page).tap();
	await page.locator('[data-place=private]').waitFor();
	// The keyboard of the phone stays.
	expect(await field(page).evaluate((node) => node === document.activeElement)).toBe(true);
	expect(await field(page).inputValue()).toBe('');

	// Sent in the middle of a conversion it goes exactly as it stands there, once.
	await line.send('Input.imeSetComposition', { text: second, selectionStart: 0, selectionEnd: 0 });
	await sendButton(page).tap();
	await expect.poll(() => page.locator('[data-place=private]').count(), patience).toBe(2);
	expect(await field(page).inputValue()).toBe('');
	expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);

	await phone.setOffline(true);
	await field(page).fill(third);
	await sendButton(page).tap();
	await page.locator('[data-place=queued]').waitFor();
	await page.getByText('つながっていません：入力は続けられます（未送信 1件）').waitFor();
	await page.close();
	expect(await boardTexts()).toEqual([]);

	await phone.setOffline(false);
	page = await phone.newPage();
	await page.goto(`${app.url}/i/${boardId()}`);
	await expect.poll(() => page.locator('[data-place=private]').count(), patience).toBe(3);
	await page.locator('[data-save=good]').waitFor();

	// Taken back and put back, and one rewritten, all by its author.
	const rows = page.locator('li');
	await rows.filter({ hasText: second }).getByText('取り下げる').tap();
	await page.getByRole('button', { name: '戻す' }).tap();
	await rows.filter({ hasText: first }).getByText('直す').tap();
	await page.getByLabel('直したい文').fill(`${first}。`);
	await page.getByRole('button', { name: '完了' }).tap();
	await rows.filter({ hasText: `${first}。` }).waitFor();
	await expect.poll(() => page.locator('[data-place=private]').count(), patience).toBe(3);

	await lead('writing', { do: 'reveal', of: null, handle: null, order: 'random' });
	expect(await boardTexts()).toEqual([`${first}。`, second, third].sort());
	await expect.poll(() => page.locator('[data-place=board]').count(), patience).toBe(3);

	await page.getByRole('link', { name: '一覧' }).tap();
	await page.waitForURL(`${app.url}/board/${boardId()}`);
	await page.getByRole('link', { name: '送る' }).tap();
	await page.waitForURL(`${app.url}/i/${boardId()}`);
	expect(outside).toEqual([]);
});
