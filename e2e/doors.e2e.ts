import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import type { Browser, BrowserContext, Download, Page } from 'playwright-core';
import { create } from 'qrcode';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { JoinPage } from './pages/join-page.ts';
import { StaffPages } from './pages/staff-pages.ts';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import type { Pixels } from './support/ink.ts';
import { renderPdf } from './support/ink.ts';
import { wordsOnPages } from './support/paper.ts';
import type { Visitor } from './support/people.ts';
import { createWorkshop, join, signInStaff } from './support/people.ts';

let app: App;
let browser: Browser;
let staff: Visitor;
let workshop: Workshop;
const contexts: BrowserContext[] = [];
beforeAll(async () => {
	app = await startApp();
	browser = await launchBrowser();
	staff = await signInStaff(app);
});
beforeEach(async () => {
	workshop = await createWorkshop(staff, {
		name: '看取り 多職種研修',
		heldOn: '令和8年11月22日',
		tables: 2
	});
});
afterEach(async () => {
	for (const context of contexts.splice(0)) await context.close();
});
afterAll(async () => {
	await browser?.close();
	await app?.dispose();
});

const desk = { width: 1366, height: 768 };
const phone = { width: 390, height: 844 };

async function device(viewport: typeof desk): Promise<BrowserContext> {
	const context = await browser.newContext({
		viewport,
		locale: 'ja-JP',
		isMobile: viewport === phone,
		hasTouch: viewport === phone
	});
	context.setDefaultTimeout(30_000);
	contexts.push(context);
	return context;
}

/** The page of the workshop as staff see it. */
async function openWorkshop(viewport = desk): Promise<Page> {
	const { page } = await StaffPages.signIn(await device(viewport), app);
	await page.goto(`${app.url}/workshops/${workshop.id}`);
	await page.getByRole('heading', { name: '参加する人' }).waitFor();
	return page;
}

/** What is a barrier on the page as it stands, and how far it runs out to the right. */
async function faults(page: Page): Promise<readonly string[]> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	const overhang = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	return [
		...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
		...(overhang > 0 ? [`${overhang} px too wide`] : [])
	];
}

async function save(page: Page, button: string): Promise<{ name: string; bytes: Uint8Array }> {
	const [file]: [Download, void] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: button }).click()
	]);
	return {
		name: file.suggestedFilename(),
		bytes: new Uint8Array(await readFile(await file.path()))
	};
}

const mmPerInch = 25.4;
const dpi = 150;
const qrSideMm = 92;

/** The cells of a square of the page, by what stands in the middle of each. */
function cellsIn({ width, brightness }: Pixels, leftMm: number, topMm: number, size: number) {
	const pixels = (mm: number): number => Math.round((mm / mmPerInch) * dpi);
	return Array.from({ length: size * size }, (_, cell) => {
		const x = leftMm + (((cell % size) + 0.5) / size) * qrSideMm;
		const y = topMm + ((Math.floor(cell / size) + 0.5) / size) * qrSideMm;
		return (brightness[pixels(y) * width + pixels(x)] ?? 255) < 128 ? 1 : 0;
	});
}

/** How far down the page the first dark pixel of the code's left edge is, in mm. */
function topOfCode(pixels: Pixels): number {
	const { width, height, brightness } = pixels;
	const left = Math.round((((210 - qrSideMm) / 2 + 1) / mmPerInch) * dpi);
	// Its first column begins with seven dark cells; words are never that high.
	const deep = Math.round((15 / mmPerInch) * dpi);
	for (let y = 0; y < height - deep; y += 1) {
		let dark = 0;
		while (dark < deep && (brightness[(y + dark) * width + left] ?? 255) < 128) dark += 1;
		if (dark === deep) return (y / dpi) * mmPerInch;
	}
	return Number.NaN;
}

test('the join sheets are one PDF with a page for each table, also printed again without a network', async () => {
	const page = await openWorkshop();
	expect(await faults(page)).toEqual([]);
	const { name, bytes } = await save(page, '参加用紙を印刷');
	expect(name).toMatch(/^\d{4}-\d{2}-\d{2}_看取り 多職種研修_参加用紙\.pdf$/);
	await page.getByText(/を保存しました。開いて印刷してください。/).waitFor();
	const pages = await wordsOnPages(bytes);
	expect(pages.map(({ paper }) => paper)).toEqual(['210×297', '210×297']);
	const drawn = await renderPdf(bytes, dpi);
	for (const [index, { words }] of pages.entries()) {
		const { joinCode } = workshop;
		for (const word of [
			'看取り多職種研修',
			'令和8年11月22日',
			`${index + 1}卓`,
			`${joinCode.slice(0, 3)}${joinCode.slice(3)}`,
			`${app.url}/join`,
			'職種を選びます。',
			`「${index + 1}卓に参加する」を押します。`
		])
			expect(words).toContain(word);
		const address = `${app.url}/join/${joinCode}?table=${index + 1}`;
		const { size, data } = create(address, { errorCorrectionLevel: 'M' }).modules;
		const top = topOfCode(drawn[index]!);
		expect(cellsIn(drawn[index]!, (210 - qrSideMm) / 2, top, size)).toEqual([...data]);
	}
	await page.context().setOffline(true);
	const again = await save(page, '参加用紙を印刷');
	expect(Buffer.from(again.bytes).equals(bytes)).toBe(true);
});

test('the address on a sheet opens the join page with code and table chosen', async () => {
	const page = await (await device(phone)).newPage();
	await page.goto(`${app.url}/join/${workshop.joinCode}?table=2`);
	await page.getByRole('button', { name: 'ほかの職種' }).waitFor();
	await page.getByRole('radio', { name: '薬剤師', exact: true }).check({ force: true });
	await page.getByRole('button', { name: '2卓に参加する' }).click();
	await page.waitForURL(/\/i\//);
	expect(page.url()).toBe(`${app.url}/i/${workshop.boards[1]!.id}`);
});

test.each([desk, phone])(
	'who came stands there by profession, and as a file ($width px)',
	async (screen) => {
		await join(app, workshop.joinCode, { profession: 'physician' });
		await join(app, workshop.joinCode, { profession: 'pharmacist', table: 2 });
		const seated = await JoinPage.open(await device(desk), app.url, workshop.joinCode);
		await seated.codeAnswer();
		await seated.chooseProfession('薬剤師');
		await seated.chooseTable(2);
		await seated.join();
		const page = await openWorkshop(screen);
		const row = (words: RegExp) => page.getByRole('row', { name: words });
		await row(/^医師 1人が参加、0人がつながっています いません/).waitFor();
		await row(/^薬剤師 いません 2人が参加、1人がつながっています/).waitFor();
		await page.getByText('参加を取り消す', { exact: true }).click();
		await page.getByRole('button', { name: /^医師・1卓・.* からの参加を取り消す$/ }).waitFor();
		expect(await faults(page)).toEqual([]);
		const { name, bytes } = await save(page, '人数を CSV で保存');
		expect(name).toMatch(/_看取り 多職種研修_参加人数\.csv$/);
		expect(new TextDecoder().decode(bytes)).toBe(
			'卓,職種,参加した人数,今つながっている人数\r\n1卓,医師,1,0\r\n2卓,薬剤師,2,1\r\n'
		);
	}
);

const participantOf = async (page: Page): Promise<unknown> =>
	await page.evaluate(async () => (await (await fetch('/api/me')).json()).participant);

test('four digits take a person to another device, and the first goes on', async () => {
	const first = await JoinPage.open(await device(phone), app.url, workshop.joinCode);
	await first.codeAnswer();
	await first.chooseProfession('訪問看護師');
	await first.chooseTable(1);
	await first.join();
	await first.page.getByRole('button', { name: 'ほかの端末で続ける' }).click();
	const dialog = first.page.getByRole('dialog', { name: 'ほかの端末で続ける' });
	const shown = dialog.locator('.digits span[aria-hidden]');
	await shown.waitFor();
	expect(await faults(first.page)).toEqual([]);
	const digits = (await shown.innerText()).trim();
	expect(digits).toMatch(/^[0-9]{4}$/);

	const second = await JoinPage.open(await device(desk), app.url, workshop.joinCode);
	await second.page.getByRole('button', { name: 'ほかの端末の続きから入る' }).click();
	const field = second.page.getByLabel(/^前の端末に出ている4けたの番号/);
	const enter = second.page.getByRole('button', { name: '続きから入る', exact: true });
	await field.fill(String((Number(digits) + 1) % 10_000).padStart(4, '0'));
	await enter.click();
	await second.page.getByText(/^4けたの番号が違うか、期限が切れています。/).waitFor();
	expect(await faults(second.page)).toEqual([]);
	await field.fill(digits);
	await enter.click();
	await second.page.waitForURL(new RegExp(workshop.boards[0]!.id));
	await second.page.locator('[data-kind="saved"]').waitFor();
	expect(await participantOf(second.page)).toBe(await participantOf(first.page));
	await dialog.getByRole('button', { name: '閉じる' }).last().click();
	await first.page.locator('[data-kind="saved"]').waitFor();

	// A phone goes on with its form, as one that joins does.
	await second.page.getByRole('button', { name: 'ほかの端末で続ける' }).click();
	const again = second.page.getByRole('dialog').locator('.digits span[aria-hidden]');
	const third = await JoinPage.open(await device(phone), app.url, workshop.joinCode);
	await third.page.getByRole('button', { name: 'ほかの端末の続きから入る' }).click();
	await third.page
		.getByLabel(/^前の端末に出ている4けたの番号/)
		.fill((await again.innerText()).trim());
	await third.page.getByRole('button', { name: '続きから入る', exact: true }).click();
	await third.page.waitForURL(`**/i/${workshop.boards[0]!.id}`);
});

test('new numbers and a removal count within five seconds', async () => {
	const nurse = await JoinPage.open(await device(desk), app.url, workshop.joinCode);
	await nurse.codeAnswer();
	await nurse.chooseProfession('訪問看護師');
	await nurse.chooseTable(1);
	await nurse.join();
	const page = await openWorkshop();

	await page.getByRole('button', { name: '番号を変える' }).click();
	const sure = page.getByRole('dialog', { name: '参加の番号を変えますか' });
	expect(await faults(page)).toEqual([]);
	await sure.getByRole('button', { name: 'やめる' }).click();
	expect((await staff.ask('GET', `/api/join/${workshop.joinCode}`)).status).toBe(200);
	await page.getByRole('button', { name: '番号を変える' }).click();
	await sure.getByRole('button', { name: '番号を変える' }).click();
	await page.getByText('番号を変えました。').waitFor();
	expect((await staff.ask('GET', `/api/join/${workshop.joinCode}`)).status).toBe(404);
	const { joinCode } = await (await staff.ask('GET', `/api/workshops/${workshop.id}`)).json();
	await page.getByLabel([...joinCode].join(' ')).waitFor();

	await page.getByText('参加を取り消す', { exact: true }).click();
	await page.getByRole('button', { name: /^訪問看護師・1卓・.* からの参加を取り消す$/ }).click();
	const removal = page.getByRole('dialog', { name: 'この人の参加を取り消しますか' });
	const from = performance.now();
	await removal.getByRole('button', { name: '取り消す', exact: true }).click();
	await nurse.page.getByRole('alert').getByRole('link', { name: '参加コードを入れる' }).waitFor();
	expect(performance.now() - from).toBeLessThan(5000);
	await page.getByText(/訪問看護師・1卓・.*の参加を取り消しました。/).waitFor();
});
