import { AxeBuilder } from '@axe-core/playwright';
import { zipSync } from 'fflate';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ImportPage } from './pages/import-page.ts';
import { ListPage } from './pages/list-page.ts';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import { createWorkshop, signInStaff } from './support/people.ts';
import type { Seat } from './support/seat.ts';
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
	workshop = await createWorkshop(await signInStaff(app), { start: 'i-city-mitori' });
});

afterEach(async () => {
	for (const context of contexts.splice(0)) await context.close();
});

afterAll(async () => {
	await browser?.close();
	await app?.dispose();
});

interface Person {
	readonly page: Page;
	readonly list: ListPage;
	readonly seat: Seat;
}

async function sitDown(profession: 'careManager' | 'physician'): Promise<Person> {
	const seat = await takeSeat(browser, app, workshop.joinCode, { profession });
	contexts.push(seat.context);
	seat.context.setDefaultTimeout(30_000);
	const page = await seat.context.newPage();
	await page.goto(seat.address);
	await page.locator('[data-kind="saved"]').waitFor();
	return { page, seat, list: await ListPage.show(page) };
}

/** A file of the board as the server writes it. */
async function exported({ seat }: Person, path: string): Promise<Uint8Array> {
	const address = `${app.url}/api/boards/${seat.access.id}/export/${path}`;
	const answer = await seat.context.request.get(address);
	expect(answer.status()).toBe(200);
	return new Uint8Array(await answer.body());
}

type Row = (string | null)[];

/** The workbook as Excel saves it after somebody has worked on カード一覧. */
async function edited(
	bytes: Uint8Array,
	edit: (rows: Row[], column: (heading: string) => number) => Row[]
): Promise<Uint8Array> {
	const { sheets } = await readXlsx(bytes);
	return await writeXlsx({
		sheets: sheets.map(({ name, rows }) => {
			const texts = rows.map((row) => row.map((value) => (value === null ? null : String(value))));
			const at = texts.findIndex((row) => row.includes('ID'));
			if (name !== 'カード一覧') return { name, rows: texts };
			const column = (heading: string): number => (texts[at] ?? []).indexOf(heading);
			return { name, rows: edit(texts, column) };
		})
	});
}

async function barriers(page: Page): Promise<readonly string[]> {
	const { violations } = await new AxeBuilder({ page })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'])
		.analyze();
	return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

async function overhang(page: Page): Promise<number> {
	return await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
}

const own = '本人の意向を確認できていない／意向を具体化できていない';
const theirs = '本人が衰弱してくると家族は不安になる';
const gone = '看取りに関する報酬の算定回数が増える';

describe('the workbook comes back from Excel', () => {
	test('what was added, changed and removed comes in one step, what others changed too is asked, and all of it goes back', async () => {
		const me = await sitDown('careManager');
		const before = await me.list.everything();
		const bytes = await edited(await exported(me, 'xlsx'), (rows, column) => {
			const text = column('内容');
			const changed = rows.map((row) =>
				row[text] === own
					? row.with(text, '本人の意向を聞く場がない')
					: row[text] === theirs
						? row.with(text, '本人が弱ると家族は不安になる')
						: row
			);
			const added: Row = Array.from({ length: rows[0]?.length ?? 0 }, () => null);
			added[column('種類')] = '原因';
			added[text] = '夜間に相談できる相手がいない';
			return [...changed.filter((row) => row[text] !== gone), added];
		});

		const physician = await sitDown('physician');
		await physician.list.rewrite(theirs, '本人が衰弱すると家族も眠れない');
		await me.list.row('本人が衰弱すると家族も眠れない').waitFor();

		const dialog = await ImportPage.open(me.page);
		expect(await barriers(me.page)).toEqual([]);
		await dialog.choose('看取り.xlsx', bytes);
		expect((await dialog.counts()).filter((count) => !count.startsWith('そのまま'))).toEqual([
			'追加1',
			'変更1',
			expect.stringMatching(/^削除\d+$/),
			'競合1'
		]);
		expect(await barriers(me.page)).toEqual([]);
		const change = dialog.change('変更', '本人の意向');
		expect(await change.locator('del').innerText()).toBe('確認できていない／意向を具体化できてい');
		expect(await change.locator('ins').innerText()).toBe('聞く場が');
		const conflict = dialog.change('競合', '眠れない');
		expect(await conflict.getByRole('checkbox').isChecked()).toBe(false);
		expect(await conflict.innerText()).toContain('ファイルでもボードでも直されています');
		for (const width of [1080, 390]) {
			await me.page.setViewportSize({ width, height: 844 });
			expect(await overhang(me.page)).toBeLessThanOrEqual(0);
		}
		expect(await barriers(me.page)).toEqual([]);
		await me.page.setViewportSize({ width: 1366, height: 768 });
		await dialog.run.click();
		await dialog.dialog.waitFor({ state: 'detached' });

		for (const { list } of [me, physician]) {
			await list.card('本人の意向を聞く場がない').waitFor();
			await list.card('夜間に相談できる相手がいない').waitFor();
			await list.card(gone).waitFor({ state: 'detached' });
			await list.card('本人が衰弱すると家族も眠れない').waitFor();
		}
		await me.page.getByRole('button', { name: '取り込みを取り消す' }).click();
		await physician.list.card(gone).waitFor();
		await physician.list.card('夜間に相談できる相手がいない').waitFor({ state: 'detached' });
		expect(await me.list.everything()).toBe(
			before.replaceAll(theirs, '本人が衰弱すると家族も眠れない')
		);
	});

	test('what others change while it is looked at is compared again and never overwritten unseen', async () => {
		const me = await sitDown('careManager');
		const physician = await sitDown('physician');
		const bytes = await edited(await exported(me, 'xlsx'), (rows, column) =>
			rows.map((row) =>
				row[column('内容')] === own ? row.with(column('内容'), 'ファイルで直した文') : row
			)
		);
		const dialog = await ImportPage.open(me.page);
		await dialog.choose('看取り.xlsx', bytes);
		await dialog.change('変更', 'ファイルで直した文').waitFor();
		await physician.list.rewrite(own, 'ボードで直した文');
		await dialog.change('競合', 'ボードで直した文').waitFor();
		expect(await dialog.run.count()).toBe(0);
		await dialog.change('競合', 'ボードで直した文').getByRole('checkbox').check();
		await dialog.run.click();
		await physician.list.card('ファイルで直した文').waitFor();
		await me.page.getByRole('button', { name: '取り込みを取り消す' }).click();
		await physician.list.card('ボードで直した文').waitFor();
	});
});

test('pasted lines become cards with types and links, by the keyboard alone', async () => {
	const me = await sitDown('careManager');
	const { page } = me;
	await page.getByRole('button', { name: '取り込む', exact: true }).focus();
	await page.keyboard.press('Enter');
	const dialog = page.getByRole('dialog', { name: '取り込む' });
	await dialog.getByRole('textbox').focus();
	await page.keyboard.insertText(
		'題も種類もない一行\n【原因】\n・夜間に相談できる相手がいない\n　・連絡先の一覧がない\n対策：夜間の連絡先を一覧にする\n要らない行'
	);
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await dialog.getByRole('heading', { name: 'カードになる行' }).waitFor();
	expect(await barriers(page)).toEqual([]);
	await page.setViewportSize({ width: 390, height: 844 });
	expect(await overhang(page)).toBeLessThanOrEqual(0);
	expect(await dialog.getByText('つながり：→ #3').count()).toBe(1);
	await dialog.getByRole('checkbox', { name: '6行目を取り込む：要らない行' }).press('Space');
	await dialog.getByLabel('1行目の種類').selectOption('現状');
	await expect
		.poll(() => dialog.getByLabel('1行目の種類').locator('option:checked').innerText())
		.toBe('現状');
	await dialog.getByRole('button', { name: '5件を取り込む' }).press('Enter');
	await dialog.waitFor({ state: 'detached' });
	const { list } = me;
	await list.inSection('現状', '題も種類もない一行').waitFor();
	await list.inSection('対策', '夜間の連絡先を一覧にする').waitFor();
	await list.inSection('原因', '夜間に相談できる相手がいない').waitFor();
	expect(await list.texts('原因')).toContain('-連絡先の一覧がない');
	expect(await list.card('要らない行').count()).toBe(0);
});

test('hostile and unreadable files are one sentence each, and nothing changes', async () => {
	const me = await sitDown('careManager');
	const before = await me.list.everything();
	const dialog = await ImportPage.open(me.page);
	const text = (words: string): Uint8Array => new TextEncoder().encode(words);
	const entities =
		'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w>&a;</w>';
	const workbook = (parts: Record<string, Uint8Array>): Uint8Array =>
		zipSync({
			'[Content_Types].xml': text('<Types/>'),
			'_rels/.rels': text(
				'<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>'
			),
			...parts
		});
	const files: readonly (readonly [name: string, bytes: Uint8Array, sentence: RegExp])[] = [
		['空.xlsx', new Uint8Array(), /空です/],
		['途中.xlsx', (await exported(me, 'xlsx')).subarray(0, 2000), /こわれています/],
		['爆弾.xlsx', workbook({ 'xl/workbook.xml': new Uint8Array(60 * 1024 * 1024) }), /大きすぎる/],
		['仕掛け.xlsx', workbook({ 'xl/workbook.xml': text(entities) }), /使えない仕掛け/],
		['写真.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), /この種類のファイル/],
		['古い.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /古い形式/],
		['ほか.json', text('{"a": 1}'), /引き継ぎファイル/],
		['大きい.csv', new Uint8Array(26 * 1024 * 1024), /大きすぎます/]
	];
	for (const [name, bytes, sentence] of files) {
		await dialog.choose(name, bytes);
		await expect.poll(() => dialog.problem.innerText(), { message: name }).toMatch(sentence);
		expect(await dialog.run.count()).toBe(0);
	}
	expect(await barriers(me.page)).toEqual([]);
	await me.page.keyboard.press('Escape');
	expect(await me.list.everything()).toBe(before);
	expect(await me.page.locator('[data-kind="saved"]').count()).toBe(1);
});

test('a table with formulas and control characters comes in as plain words, two thousand rows without a standstill', async () => {
	const me = await sitDown('careManager');
	const dialog = await ImportPage.open(me.page);
	await me.page.evaluate(() => {
		const gaps = { longest: 0 };
		let last = performance.now();
		const watch = (now: number): void => {
			gaps.longest = Math.max(gaps.longest, now - last);
			last = now;
			requestAnimationFrame(watch);
		};
		requestAnimationFrame(watch);
		Object.assign(window, { gaps });
	});
	const rows = Array.from({ length: 5000 }, (_, index) => `原因,"長い表の${index}行目"`);
	await dialog.drop(
		'表.csv',
		[
			'種類,内容,備考',
			'対策,"=HYPERLINK(""http://x"")",捨てる',
			'現状,か\u3099\u0007くしゅう会,',
			...rows
		].join('\r\n')
	);
	await dialog.dialog.getByRole('heading', { name: 'カードになる行' }).waitFor();
	await dialog.dialog.getByText('「備考」→ 読みません').waitFor();
	await dialog.dialog.getByText('がくしゅう会', { exact: true }).waitFor();
	const longest = await me.page.evaluate(
		() => (window as unknown as { gaps: { longest: number } }).gaps.longest
	);
	expect(longest).toBeLessThan(1000);
	await dialog.dialog.getByRole('button', { name: 'すべて外す' }).click();
	await dialog.dialog.getByRole('checkbox', { name: /^2行目/ }).check();
	await dialog.dialog.getByRole('checkbox', { name: /^3行目/ }).check();
	await dialog.run.click();
	await me.list.card('=HYPERLINK("http://x")').waitFor();
	await me.list.card('がくしゅう会').waitFor();
});

test('a board file is compared, and opinions in a returned council pack become notes', async () => {
	const me = await sitDown('careManager');
	const json = new TextDecoder().decode(await exported(me, 'json'));
	const dialog = await ImportPage.open(me.page);
	await dialog.choose('引き継ぎ.json', new TextEncoder().encode(json));
	await dialog.dialog.getByText('ファイルとボードに違いはありません').waitFor();
	await dialog.dialog.getByRole('button', { name: '選び直す' }).click();
	await dialog.choose(
		'引き継ぎ.json',
		new TextEncoder().encode(json.replace(own, '別の盤で直した'))
	);
	const conflict = dialog.change('競合', '別の盤で直した');
	await conflict.waitFor();
	expect(await conflict.getByRole('checkbox').isChecked()).toBe(false);
	await dialog.dialog.getByRole('button', { name: '選び直す' }).click();

	await dialog.choose('協議会資料.docx', await exported(me, 'docx?sheet=council'));
	await dialog.dialog.getByText('委員意見の欄に、書き込みがありません。').waitFor();
	const { sheets } = await readXlsx(await exported(me, 'xlsx'));
	const returned = await writeXlsx({
		sheets: sheets.map(({ name, rows }) => {
			const texts = rows.map((row) => row.map((value) => (value === null ? null : String(value))));
			if (name !== '委員意見') return { name, rows: texts };
			const said = '救急隊との話し合いの場がほしい';
			return { name, rows: texts.map((row) => (row[0] === '1' ? row.with(2, said) : row)) };
		})
	});
	await dialog.choose('協議会資料.xlsx', returned);
	await dialog.change('追加', '救急隊との話し合いの場がほしい').waitFor();
	await dialog.run.click();
	await me.list.card('救急隊との話し合いの場がほしい').waitFor();
});
