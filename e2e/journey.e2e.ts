import { limits } from '@renkei/shared/protocol/limits.ts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { JoinPage } from './pages/join-page.ts';
import { ListPage } from './pages/list-page.ts';
import { StaffPages } from './pages/staff-pages.ts';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import { watchOutsideRequests } from './support/outside-requests.ts';
import { createWorkshop, signInStaff } from './support/people.ts';
import type { Visitor } from './support/people.ts';

let app: App;
let browser: Browser;
/** Staff without a browser, who prepare what a test needs. */
let office: Visitor;
const contexts: BrowserContext[] = [];
const outside: (readonly string[])[] = [];

beforeAll(async () => {
	app = await startApp();
	browser = await launchBrowser();
	office = await signInStaff(app);
});

afterEach(async () => {
	for (const context of contexts.splice(0)) await context.close();
	const asked = outside.splice(0).flat();
	if (asked.length > 0) throw new Error(`A page asked somebody else: ${asked.join(' ')}`);
});

afterAll(async () => {
	await browser?.close();
	await app?.dispose();
});

async function device(): Promise<BrowserContext> {
	const context = await browser.newContext({
		viewport: { width: 1366, height: 768 },
		locale: 'ja-JP'
	});
	contexts.push(context);
	context.setDefaultTimeout(30_000);
	outside.push(watchOutsideRequests(context, app.url));
	return context;
}

/** Opens the address of the QR code and sits down at the table. */
async function sitDown(code: string, profession = '訪問看護師'): Promise<Page> {
	const joining = await JoinPage.open(await device(), app.url, code);
	await joining.codeAnswer();
	await joining.chooseProfession(profession);
	await joining.join();
	return joining.page;
}

describe('coming in', () => {
	test('each table has a board of its own', async () => {
		const workshop = await createWorkshop(office, { tables: 2 });
		const joining = await JoinPage.open(await device(), app.url);
		await joining.enterCode(workshop.joinCode);
		await joining.codeAnswer();
		await joining.chooseProfession('薬剤師');
		expect(await joining.canJoin()).toBe(false);
		await joining.chooseTable(2);
		await joining.join();
		const list = await ListPage.show(joining.page);
		await list.add('原因', '二卓の原因');

		const neighbour = await JoinPage.open(await device(), app.url, workshop.joinCode);
		await neighbour.codeAnswer();
		await neighbour.chooseProfession('医師');
		await neighbour.chooseTable(1);
		await neighbour.join();
		expect(await (await ListPage.show(neighbour.page)).texts('原因')).toEqual([]);
	});

	test('the address in the QR code brings its code along', async () => {
		const workshop = await createWorkshop(office, { name: '退院支援 研修' });
		const joining = await JoinPage.open(await device(), app.url, workshop.joinCode);
		expect(await joining.codeAnswer()).toBe('退院支援 研修');
		expect(await joining.code()).toBe(workshop.joinCode);
	});

	test('the sign-in link of the terminal lets staff in once, and only once', async () => {
		const secret = /\/sign-in#\S+/.exec(app.output())?.[0] ?? '';
		expect(secret).not.toBe('');
		const page = await (await device()).newPage();
		await page.goto(app.url + secret);
		await page.getByRole('heading', { name: 'ワークショップ', exact: true }).waitFor();
		expect(page.url()).toBe(`${app.url}/`);

		const other = await (await device()).newPage();
		await other.goto(app.url + secret);
		await other.getByText('このリンクは使い終わったか、期限が切れています。').waitFor();
		expect(other.url()).not.toContain('#');
	});

	test('a closed workshop turns a board that is open into one to look at', async () => {
		const workshop = await createWorkshop(office, { start: 'i-city-mitori' });
		const page = await sitDown(workshop.joinCode);
		const closed = await office.ask('PATCH', `/api/workshops/${workshop.id}`, { state: 'closed' });
		expect(closed.ok).toBe(true);
		await page.locator('[data-kind="readOnly"]').waitFor();
		const list = await ListPage.show(page);
		expect(await page.getByRole('textbox').count()).toBe(0);
		expect(await page.getByRole('button', { name: '取り下げ' }).count()).toBe(0);
		const before = await list.everything();
		await list.press((await list.texts('原因'))[0] ?? '', 'Delete', 'Enter', 'l');
		expect(await list.everything()).toBe(before);
		expect(await page.getByRole('textbox').count()).toBe(0);
	});
});

test('from signing in to a card on the board with Tab, Enter and letters alone', async () => {
	const page = await (await device()).newPage();
	const { keyboard } = page;
	const focused = () =>
		page.evaluate(() => {
			const element = document.activeElement;
			const label = element?.closest('label') ?? document.querySelector(`[for="${element?.id}"]`);
			return `${element?.getAttribute('aria-label') ?? ''}${label?.textContent ?? ''}${element?.textContent ?? ''}`;
		});
	/** Tab by Tab to something whose words begin so; never more than a person would bear. */
	const tabTo = async (words: string): Promise<void> => {
		for (let presses = 0; presses < 60; presses += 1) {
			await keyboard.press('Tab');
			if ((await focused()).trim().includes(words)) return;
		}
		throw new Error(`Tab never reaches ${words}; it ended on ${await focused()}.`);
	};
	await page.goto(`${app.url}/sign-in`);
	await page.getByLabel('合言葉').waitFor();
	await tabTo('合言葉');
	await keyboard.type(app.passphrase);
	await keyboard.press('Enter');
	await page.getByRole('heading', { name: 'ワークショップ', exact: true }).waitFor();
	await tabTo('名前');
	await keyboard.type('鍵盤だけの研修');
	await keyboard.press('Enter');
	await page.getByRole('heading', { name: '鍵盤だけの研修' }).waitFor();
	await tabTo('始める');
	await keyboard.press('Enter');
	await page.getByRole('button', { name: /^閉じる（/ }).waitFor();
	await tabTo('1卓のボードをひらく');
	await keyboard.press('Enter');
	await page.locator('[data-kind="saved"]').waitFor();
	await page.getByRole('application').waitFor();
	await tabTo('ボードの絵');
	await keyboard.press('4');
	await page.locator('textarea:focus').waitFor();
	await keyboard.type('救急車を呼んでしまう');
	await keyboard.press('Enter');
	await page.locator('[data-kind="saved"]').waitFor();
	expect(await (await ListPage.show(page)).texts('原因')).toEqual(['救急車を呼んでしまう']);
});

describe('files that are not taken', () => {
	const file = (name: string, content: string | Uint8Array) => ({
		name,
		bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content
	});
	const head = { format: 'renkei-board', version: 1, exportedOn: '2026-11-22' };
	const hostile = `{"format":"renkei-board","version":1,"exportedOn":"2026-11-22","board":{"meta":{"schemaVersion":1,"title":"<img src=x onerror=alert(1)>","scene":"endOfLife"},"cards":[{"id":"__proto__","type":"cause","text":"x"}],"links":[],"__proto__":{"polluted":true}}}`;

	const refused: readonly (readonly [ReturnType<typeof file>, string])[] = [
		[
			file('写真.json', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])),
			'これは連携ボードのファイルではありません'
		],
		[file('設定.json', '{"name":"設定"}'), 'これは連携ボードのファイルではありません'],
		[
			file('新しい.json', JSON.stringify({ ...head, version: 99 })),
			'新しい版の連携ボードで作られたファイルです'
		],
		[file('攻撃.json', hostile), 'ファイルの中身が壊れているため'],
		[
			file('巨大.json', new Uint8Array(limits.maxImportBytes + 1)),
			'8 MB までのファイルを選んでください'
		]
	];

	test('wrong, newer, hostile, huge: one sentence each, and nothing has changed', async () => {
		const staff = await StaffPages.signIn(await device(), app);
		const before = await staff.workshopNames();
		for (const [chosen, sentence] of refused) {
			await staff.goHome();
			await staff.chooseFile(chosen);
			await staff.page.getByRole('alert').filter({ hasText: sentence }).waitFor();
			expect(await staff.page.getByRole('alert').count()).toBe(1);
		}
		await staff.goHome();
		expect(await staff.workshopNames()).toEqual(before);
	});
});

describe('in English', () => {
	/** Japanese words a person could read or hear on this page; the one-character marks of cards and people stay. */
	async function japaneseWords(page: Page): Promise<readonly string[]> {
		const words = await page.evaluate(() => {
			const found: string[] = [];
			const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			for (let node = walker.nextNode(); node; node = walker.nextNode())
				if (node.parentElement?.closest('script, style, noscript') === null)
					found.push(node.textContent ?? '');
			for (const element of document.querySelectorAll('*'))
				for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
					found.push(element.getAttribute(name) ?? '');
			return [document.title, ...found];
		});
		return words
			.map((word) => word.trim())
			.filter((word) => /[ぁ-んァ-ヶ一-龠]{2}|[ぁ-ん]/.test(word) && word !== '日本語');
	}

	test('no page keeps a Japanese word, and the choice stays', async () => {
		const context = await device();
		const staff = await StaffPages.signIn(context, app);
		const { page } = staff;
		await page.getByRole('button', { name: 'English' }).click();
		await page.getByRole('heading', { name: 'New workshop' }).waitFor();
		expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
		const form = page.getByRole('complementary', { name: 'New workshop' });
		expect.soft(await japaneseWords(await openedBlank(context, '/join'))).toEqual([]);
		expect.soft(await japaneseWords(await openedBlank(context, '/no-such-page'))).toEqual([]);

		await form.getByLabel('Name').fill('End of life training');
		await form.getByRole('button', { name: 'Create' }).click();
		await page.getByRole('button', { name: 'Begin' }).click();
		await page.getByRole('button', { name: /^Close/ }).waitFor();
		expect.soft(await japaneseWords(page)).toEqual([]);

		await page.getByRole('link', { name: 'Open the board of table 1' }).click();
		await page.locator('[data-kind="saved"]').waitFor();
		await page.getByRole('application').waitFor();
		expect.soft(await japaneseWords(page)).toEqual([]);
		await page.getByRole('button', { name: 'List', exact: true }).click();
		await page.getByRole('textbox', { name: 'Add: Measure' }).fill('Training');
		await page.keyboard.press('Enter');
		await page.getByRole('button', { name: /^Actions for/ }).click();
		expect.soft(await japaneseWords(page)).toEqual([]);
		await page.getByRole('menuitem', { name: 'Details' }).click();
		await page.getByRole('group', { name: 'Measure card' }).waitFor();
		expect.soft(await japaneseWords(page)).toEqual([]);
		await page.getByRole('button', { name: 'Worksheet', exact: true }).click();
		await page.getByRole('button', { name: 'Export', exact: true }).click();
		await page.getByRole('dialog').waitFor();
		const onSheet = await page.locator('.pages svg text').allTextContents();
		const chrome = (await japaneseWords(page)).filter(
			(word) => !onSheet.some((line) => line.includes(word))
		);
		expect.soft(chrome).toEqual([]);
	});

	async function openedBlank(context: BrowserContext, path: string): Promise<Page> {
		const page = await context.newPage();
		await page.goto(app.url + path);
		await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
		return page;
	}
});
