import { addCard, withdrawCards } from '@renkei/shared/document/commands/card-commands.ts';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { CanvasPage } from './pages/canvas-page.ts';
import { CardPanel } from './pages/card-panel.ts';
import { JoinPage } from './pages/join-page.ts';
import { ListPage } from './pages/list-page.ts';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import { createWorkshop, join, signInStaff } from './support/people.ts';
import type { Visitor } from './support/people.ts';
import type { OpenedProvider } from './support/provider.ts';
import { openProvider } from './support/provider.ts';

let app: App;
let browser: Browser;
/** Staff without a browser, who prepare what a test needs. */
let office: Visitor;
const contexts: BrowserContext[] = [];
const colleagues: OpenedProvider[] = [];

beforeAll(async () => {
	app = await startApp();
	browser = await launchBrowser();
	office = await signInStaff(app);
});

afterEach(async () => {
	for (const colleague of colleagues.splice(0)) colleague.close();
	for (const context of contexts.splice(0)) await context.close();
});

afterAll(async () => {
	await browser?.close();
	await app?.dispose();
});

/** Opens the address of the QR code and sits down at the table. */
async function sitDown(code: string, profession = '訪問看護師'): Promise<Page> {
	const context = await browser.newContext({
		viewport: { width: 1366, height: 768 },
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

/** A nurse alone at an empty board. */
async function atCanvas() {
	const workshop = await createWorkshop(office);
	// A physician without a screen, to act and to see what the server sends out.
	const person = await join(app, workshop.joinCode, { profession: 'physician' });
	const other = await openProvider(app, person);
	colleagues.push(other);
	const page = await sitDown(workshop.joinCode);
	const canvas = await CanvasPage.show(page);
	const board = () => readBoard(other.doc);
	const idOf = (text: string) => {
		const card = [...board().cards.values()].find((candidate) => candidate.text === text);
		if (!card) throw new Error(`${text} has not arrived.`);
		return card.id;
	};
	return { workshop, other, page, canvas, board, idOf };
}

test('two taps with つなぐ link two cards', async () => {
	const { page, canvas, board, idOf } = await atCanvas();
	await canvas.write('3', '入院してしまう');
	await canvas.write('4', '家族の不安');
	const cause = await canvas.selectedPlace();
	await page.keyboard.press('Shift+Tab');
	const fact = await canvas.selectedPlace();
	await canvas.chooseTool('つなぐ');
	await page.mouse.click(cause.x, cause.y);
	await page.mouse.click(fact.x, fact.y);
	await vi.waitFor(() => {
		const links = [...board().links.values()].map(({ from, to }) => [from, to]);
		expect(links).toEqual([[idOf('家族の不安'), idOf('入院してしまう')]]);
	}, 20_000);
});

test('several chosen cards are dragged as one and written once, on drop', async () => {
	const { page, canvas, board, other } = await atCanvas();
	for (const text of ['一', '二', '三']) await canvas.write('4', text);
	const place = await canvas.selectedPlace();
	await page.keyboard.press('Control+a');
	await page.locator('.editor').waitFor({ state: 'detached' });
	await vi.waitFor(() => expect(board().cards.size).toBe(3), 20_000);
	let changes = 0;
	other.doc.on('update', () => (changes += 1));
	await canvas.drag(place, { x: place.x + 60, y: place.y + 80 });
	await vi.waitFor(() => {
		expect([...board().cards.values()].filter(({ position }) => position)).toHaveLength(3);
	}, 20_000);
	expect(changes).toBe(1);
});

test('a duplicate is a card of its own, and one undo takes it back', async () => {
	const { page, canvas, board } = await atCanvas();
	await canvas.write('5', '研修を開く');
	await page.keyboard.press('Control+d');
	const texts = () => [...board().cards.values()].map(({ text }) => text);
	await vi.waitFor(() => expect(texts()).toEqual(['研修を開く', '研修を開く']), 20_000);
	await page.keyboard.press('Control+z');
	await vi.waitFor(() => expect(texts()).toEqual(['研修を開く']), 20_000);
	await page.keyboard.press('Control+y');
	await vi.waitFor(() => expect(texts()).toEqual(['研修を開く', '研修を開く']), 20_000);
});

test('undo takes back what one did oneself, never what another has written meanwhile', async () => {
	const { page, canvas, other, board } = await atCanvas();
	await canvas.write('4', '自分の原因');
	addCard(other.doc, { type: 'cause', text: '医師の原因' }, other.author);
	await other.saved();
	await page.keyboard.press('Control+z');
	await page.keyboard.press('Control+z');
	await page.keyboard.press('Control+z');
	const texts = () => [...board().cards.values()].map(({ text }) => text);
	await vi.waitFor(() => expect(texts()).toEqual(['医師の原因']), 20_000);
});

test('a card another person takes away lies in the trash of everybody and comes back from there', async () => {
	const { page, canvas, other, idOf } = await atCanvas();
	await canvas.write('4', '家族の不安');
	await page.locator('[data-kind="saved"]').waitFor();
	await vi.waitFor(() => idOf('家族の不安'), 20_000);
	withdrawCards(other.doc, [idOf('家族の不安')], {
		participant: 'physician',
		profession: 'physician',
		now: Date.now()
	});
	await page.locator('.editor').waitFor({ state: 'detached' });
	await page.getByRole('button', { name: /^取り下げ/ }).click();
	const trash = page.getByRole('complementary', { name: '取り下げたカード' });
	await trash.getByRole('button', { name: /^戻す.*家族の不安$/ }).click();
	await vi.waitFor(() => idOf('家族の不安'), 20_000);
	expect(await trash.getByRole('button', { name: /^戻す/ }).count()).toBe(0);
});

test('others are seen by their profession: where they point and on which card they write', async () => {
	const { workshop, page, canvas } = await atCanvas();
	const nurse = page;
	const manager = await sitDown(workshop.joinCode, 'ケアマネジャー');
	const hers = await CanvasPage.show(manager);
	const box = await hers.host.boundingBox();
	if (!box) throw new Error('The board is not on screen.');
	await manager.mouse.move(box.x + 200, box.y + 200);
	await manager.mouse.move(box.x + 240, box.y + 220, { steps: 3 });
	await nurse.locator('.cursor').getByText('ケアマネジャー').waitFor();

	await canvas.write('4', '家族の不安');
	const list = await ListPage.show(manager);
	await list.card('家族の不安').waitFor();
	await canvas.page.keyboard.press('Enter');
	await list.card('家族の不安').getByText('訪問看護師さんが入力中').waitFor();
	await canvas.page.keyboard.press('Escape');
	await list.card('家族の不安').getByText('訪問看護師さんが入力中').waitFor({ state: 'detached' });
	const faces = await nurse.locator('.people li .visually-hidden').allInnerTexts();
	expect(faces.toSorted()).toEqual(['ケアマネジャー', '医師', '訪問看護師（自分）']);
});

test('cards are linked by number in the panel too, and the link says what it means', async () => {
	const { page, canvas } = await atCanvas();
	await canvas.write('3', '入院してしまう');
	await canvas.write('4', '家族の不安');
	const panel = await CardPanel.of(page, '原因');
	await panel.linkByNumber(1);
	expect((await panel.links()).join()).toContain('入院してしまう');
});
