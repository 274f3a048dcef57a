import { readBoard } from '@renkei/shared/document/read-board.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { recordsOf } from '@renkei/shared/method/records/index.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { CanvasHand } from './pages/canvas-hand.ts';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import { createWorkshop, join, signInStaff } from './support/people.ts';
import type { OpenedProvider } from './support/provider.ts';
import { openProvider } from './support/provider.ts';
import { takeSeat } from './support/seat.ts';

let app: App;
let browser: Browser;
let other: OpenedProvider;

beforeAll(async () => {
	app = await startApp();
	browser = await launchBrowser();
});

afterAll(async () => {
	other?.close();
	await browser?.close();
	await app?.dispose();
});

const cause = 'c5' as CardId;
const onFirstPage = 'c1' as CardId;
const strokes = () => recordsOf(readBoard(other.doc), 'stroke');
/** What others are told of somebody's screen. */
const told = (what: 'draws' | 'laser') =>
	[...other.provider.awareness.getStates().values()].map((state) => state[what]).find(Boolean);

async function press(page: Page, key: string): Promise<void> {
	await page.getByRole('application', { name: 'ボードの絵' }).focus();
	await page.keyboard.press(key);
}

test('a line is seen while it is drawn, told in the list, erased and undone; a laser lights the room', async () => {
	const workshop = await createWorkshop(await signInStaff(app), { start: 'i-city-mitori' });
	const seat = await takeSeat(browser, app, workshop.facilitatorCode, {
		profession: 'careManager'
	});
	other = await openProvider(app, await join(app, workshop.joinCode));
	const hand = await CanvasHand.open(seat.context, seat.address, () => readBoard(other.doc));
	await hand.page.locator('section.dock').waitFor();
	const { page } = hand;

	await page.getByRole('button', { name: '描く' }).click();
	await page.getByRole('button', { name: '青' }).click();
	const [x, y] = await hand.placeAtRest(cause);
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x + 40, y + 30, { steps: 8 });
	await vi.waitFor(() => expect(told('draws')).toMatchObject({ colour: 'blue' }), 8000);
	expect(strokes()).toEqual([]);
	await page.mouse.up();
	await vi.waitFor(() => expect(strokes()).toMatchObject([{ colour: 'blue', card: cause }]), 8000);
	await vi.waitFor(() => expect(told('draws')).toBeUndefined(), 8000);

	await page.getByRole('button', { name: '一覧', exact: true }).click();
	await page.getByText('描いた線 1本').waitFor();
	await page.getByRole('button', { name: 'ボード', exact: true }).click();
	await page.locator('[data-board-canvas] canvas').first().waitFor();

	// The eraser crosses the line once; Ctrl+Z brings it back.
	await page.getByRole('button', { name: '消しゴム' }).click();
	const [ex, ey] = await hand.placeAtRest(cause);
	await hand.drag([ex + 30, ey - 20], [ex + 5, ey + 30]);
	await vi.waitFor(() => expect(strokes()).toEqual([]), 8000);
	await page.keyboard.press('Control+z');
	await vi.waitFor(() => expect(strokes()).toHaveLength(1), 8000);

	const room = await (await browser.newContext()).newPage();
	await room.goto(`${app.url}/p/${workshop.viewerCode}`);
	await room.locator('nav button:has-text("原因")').first().click();
	await room.locator(`[data-card="${onFirstPage}"]`).waitFor();
	await press(page, 'k');
	// The bar of the pen lies over the upper end of the board.
	const [lx, ly] = await hand.placeOf(onFirstPage, 0.5, 0.8);
	await vi.waitFor(async () => {
		await page.mouse.move(lx, ly);
		await page.mouse.move(lx + 3, ly + 3);
		expect(told('laser')).toMatchObject({ on: { card: onFirstPage } });
	}, 8000);
	await room.locator('canvas[data-laser="on"]').waitFor();
	await press(page, 'Escape');
	await room.locator('canvas[data-laser="off"]').waitFor();
	expect(told('laser')).toBeUndefined();
	expect(strokes()).toHaveLength(1);
}, 60_000);
