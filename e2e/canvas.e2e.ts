import { readBoard } from '@renkei/shared/document/read-board.ts';
import type { Card, CardId } from '@renkei/shared/method/card.ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, afterEach, expect, test, vi } from 'vitest';
import { CanvasHand } from './pages/canvas-hand.ts';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import { createWorkshop, join, signInStaff } from './support/people.ts';
import type { OpenedProvider } from './support/provider.ts';
import { openProvider } from './support/provider.ts';
import type { Seat } from './support/seat.ts';
import { takeSeat } from './support/seat.ts';

let app: App;
let browser: Browser;
let seat: Seat;
let hand: CanvasHand;
/** Somebody else at the table, without a screen: what arrives here the server has sent out. */
let other: OpenedProvider;

beforeAll(async () => {
	app = await startApp();
	browser = await launchBrowser();
});

afterAll(async () => {
	await browser?.close();
	await app?.dispose();
});

beforeEach(async () => {
	const workshop = await createWorkshop(await signInStaff(app), { start: 'i-city-mitori' });
	seat = await takeSeat(browser, app, workshop.facilitatorCode, { profession: 'careManager' });
	other = await openProvider(
		app,
		await join(app, workshop.joinCode, { profession: 'visitingNurse' })
	);
	hand = await CanvasHand.open(seat.context, seat.address, () => readBoard(other.doc));
});

afterEach(async () => {
	other?.close();
	await seat?.context.close();
});

const cardOf = (id: string): Card | undefined => readBoard(other.doc).cards.get(id as CardId);
const measure = 'm1' as CardId;
const cause = 'c5' as CardId;

test('a card dragged on one screen lies there on every other, and goes back with Ctrl+Z', async () => {
	const box = hand.boxOf(cause);
	const from = await hand.placeOf(cause);
	await hand.drag(from, [from[0] + 30, from[1] + 240]);
	await vi.waitFor(() => expect(cardOf(cause)?.position).not.toBeNull(), 20_000);
	const [x, y] = cardOf(cause)?.position ?? [0, 0];
	expect(x - box.x).toBeGreaterThan(20);
	expect(y - box.y).toBeGreaterThan(200);
	await hand.page.keyboard.press('Control+z');
	await vi.waitFor(() => expect(cardOf(cause)?.position).toBeNull(), 20_000);
});

test('the handle of a card dragged to another links both', async () => {
	const [x, y] = await hand.placeOf(cause);
	await hand.page.mouse.click(x, y);
	await hand.drag(await hand.placeOf(cause, 1), await hand.placeOf(measure, 0.5, 0.2));
	await vi.waitFor(() => {
		const links = [...readBoard(other.doc).links.values()];
		expect(links.filter(({ from, to }) => from === cause && to === measure)).toHaveLength(1);
	}, 20_000);
});

test('two clicks on empty ground of a zone write a new card of it', async () => {
	const zoneX = hand.boxOf(cause).x + 100;
	const [x, y] = await hand.placeOnScreen(zoneX, 880);
	await hand.page.mouse.dblclick(x, y);
	await hand.page.locator('.editor.writing textarea').waitFor();
	await hand.page.keyboard.insertText('救急車を呼ぶしかないと思っている');
	await hand.page.keyboard.press('Enter');
	await vi.waitFor(() => {
		const causes = [...readBoard(other.doc).cards.values()].filter(({ type }) => type === 'cause');
		expect(causes.map(({ text }) => text)).toContain('救急車を呼ぶしかないと思っている');
	}, 20_000);
});

test('Delete puts a card in the trash, and ［戻す］ brings it back with its links', async () => {
	const links = readBoard(other.doc).links.size;
	const [x, y] = await hand.placeOf(measure, 0.5, 0.1);
	await hand.page.mouse.click(x, y);
	await hand.page.keyboard.press('Delete');
	await vi.waitFor(() => expect(cardOf(measure)).toBeUndefined(), 20_000);
	await hand.page.getByRole('button', { name: '戻す', exact: true }).click();
	await vi.waitFor(() => expect(readBoard(other.doc).links.size).toBe(links), 20_000);
});

test('the wheel moves the board, and with Ctrl it zooms where the pointer is', async () => {
	const [x, y] = await hand.placeOf(cause);
	await hand.page.mouse.move(x, y);
	await hand.page.mouse.wheel(0, 60);
	await vi.waitFor(async () => expect((await hand.placeOf(cause))[1]).toBeCloseTo(y - 60, 0));
	await hand.page.mouse.move(x, y - 60);
	await hand.page.keyboard.down('Control');
	await hand.page.mouse.wheel(0, -100);
	await hand.page.keyboard.up('Control');
	await vi.waitFor(async () => {
		const [nowX, nowY] = await hand.placeOf(cause);
		expect([nowX, nowY].map(Math.round)).toEqual([x, y - 60].map(Math.round));
	});
});
