import { setTimeout as pause } from 'node:timers/promises';
import { editCardText } from '@renkei/shared/document/commands/card-commands.ts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { App } from '../support/app.ts';
import { startApp } from '../support/app.ts';
import { launchBrowser } from '../support/browser.ts';
import { join, takeCookies } from '../support/people.ts';
import { openProvider } from '../support/provider.ts';
import type { BenchRow } from './rows.ts';
import { atLeast, atMost, quantile } from './rows.ts';
import { fillBoard } from './speed-board.ts';
import type { FilledBoard } from './speed-board.ts';
import type { Place } from './speed-hand.ts';
import { SpeedHand } from './speed-hand.ts';

const workMs = 4000;
/** How long a page is left alone before it is measured, so that what it fetches late has come. */
const settleMs = 6000;
const writers = 10;
const strokes = 120;
const strokeEveryMs = 90;
/** The browser tells of no event that was drawn sooner than this. */
const soonestToldMs = 16;

/** The product's own page at its limits: an old PC, a huge board, many writers, a tablet's memory. */
export async function measureLimits(): Promise<readonly BenchRow[]> {
	const app = await startApp();
	const browser = await launchBrowser();
	try {
		return [
			...(await oldComputer(browser, app)),
			...(await hugeBoard(browser, app)),
			...(await manyWriters(browser, app)),
			...(await tabletMemory(browser, app))
		];
	} finally {
		await browser.close();
		await app.dispose();
	}
}

async function oldComputer(browser: Browser, app: App): Promise<readonly BenchRow[]> {
	const board = await fillBoard(app, 300, 150);
	const context = await sitDown(browser, board);
	// When the hand last asked for something, and when the page last drew something for it.
	await context.addInitScript(() => {
		const told = { asked: 0, drawn: 0 };
		Object.assign(window, { told });
		addEventListener('wheel', () => (told.asked = performance.now()), true);
		const { prototype } = CanvasRenderingContext2D;
		const draw: unknown = Reflect.get(prototype, 'drawImage');
		const watched = new Proxy(draw as () => void, {
			apply: (real, context, values) => {
				told.drawn = performance.now();
				Reflect.apply(real, context, values);
			}
		});
		Reflect.set(prototype, 'drawImage', watched);
	});
	const { page, hand, middle } = await openBoard(context, board);
	await page.keyboard.press('Control+0');
	for (let key = 0; key < 3; key += 1) await page.keyboard.press('Control+-');
	await pause(1000);
	await hand.slowDown(4);
	const pan = await hand.costOf(() => hand.pan(middle, workMs));
	const settled: number[] = [];
	for (let round = 0; round < 5; round += 1) {
		await hand.pan(middle, 600);
		await pause(1500);
		settled.push(
			await page.evaluate(() => {
				const { told } = window as unknown as { told: { asked: number; drawn: number } };
				return told.drawn - told.asked;
			})
		);
	}
	const zoom = await hand.costOf(() => hand.zoom(middle, workMs));
	await page.keyboard.press('Shift+1');
	await pause(1500);
	const card = board.shapes.find((shape) => shape.kind === 'card');
	const [x, y, width] = card?.kind === 'card' ? card.box : [0, 0, 0, 0];
	const at = await placeOnScreen(page, x + width / 2, y + 20);
	const drag = await hand.costOf(() => hand.drag(at, workMs));
	await context.close();
	const name = 'speed: 300 cards, CPU ÷ 4:';
	return [
		atLeast(`${name} pan`, pan.framesPerSecond, 50, 'fps'),
		atLeast(`${name} zoom`, zoom.framesPerSecond, 50, 'fps'),
		atLeast(`${name} drag`, drag.framesPerSecond, 30, 'fps'),
		atMost(`${name} sharp again after a pan, median`, quantile(settled, 0.5), 120, 'ms')
	];
}

async function hugeBoard(browser: Browser, app: App): Promise<readonly BenchRow[]> {
	const board = await fillBoard(app, 10_000, 5000);
	const context = await sitDown(browser, board);
	const { hand, middle, openMs } = await openBoard(context, board);
	const pan = await hand.costOf(() => hand.pan(middle, workMs));
	await context.close();
	return [
		atMost('speed: 10,000 cards: open', openMs, 3000, 'ms'),
		atMost('speed: 10,000 cards: pan, p95 frame', pan.p95Frame, 33.5, 'ms')
	];
}

/** From the key to the frame that shows the letter, as the browser itself measures it. */
async function manyWriters(browser: Browser, app: App): Promise<readonly BenchRow[]> {
	const board = await fillBoard(app, 300, 150);
	const context = await sitDown(browser, board);
	await context.addInitScript(() => {
		const keys: number[] = [];
		Object.assign(window, { keys });
		new PerformanceObserver((list) => {
			for (const { name, duration } of list.getEntries())
				if (name === 'keydown') keys.push(duration);
		}).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
	});
	const { page } = await openBoard(context, board);
	await page.keyboard.press('Control+0');
	const people = await Promise.all(
		Array.from({ length: writers }, async () => openProvider(app, await join(app, board.joinCode)))
	);
	let isWriting = true;
	const writing = people.map(async ({ doc }, index) => {
		const id = board.cards[index + 20];
		for (let letter = 0; isWriting && id !== undefined; letter += 1) {
			editCardText(doc, id, { index: 0, remove: letter % 20 === 19 ? 19 : 0, insert: 'あ' });
			await pause(200);
		}
	});
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await page.locator('textarea:focus').waitFor();
	for (let stroke = 0; stroke < strokes; stroke += 1) {
		await page.keyboard.press('a');
		await pause(strokeEveryMs);
	}
	isWriting = false;
	await Promise.all(writing);
	const told = await page.evaluate(() => (window as unknown as { keys: number[] }).keys);
	for (const person of people) person.close();
	await context.close();
	const untold = Math.max(0, strokes - told.length);
	const all = [...told, ...Array.from({ length: untold }, () => soonestToldMs)];
	return [atMost('speed: key → letter while 10 others write, p95', quantile(all, 0.95), 50, 'ms')];
}

/** The bitmaps of all canvases alive while the board is panned and zoomed, 4 bytes a pixel. */
async function tabletMemory(browser: Browser, app: App): Promise<readonly BenchRow[]> {
	const board = await fillBoard(app, 1000, 500);
	const context = await sitDown(browser, board, 2);
	await context.addInitScript(() => {
		const alive: WeakRef<HTMLCanvasElement | OffscreenCanvas>[] = [];
		const create = document.createElement.bind(document);
		document.createElement = ((name: string, options?: ElementCreationOptions) => {
			const element = create(name, options);
			if (element instanceof HTMLCanvasElement) alive.push(new WeakRef(element));
			return element;
		}) as typeof document.createElement;
		const Original = OffscreenCanvas;
		window.OffscreenCanvas = class extends Original {
			constructor(width: number, height: number) {
				super(width, height);
				alive.push(new WeakRef(this));
			}
		};
		let most = 0;
		setInterval(() => {
			const bytes = alive.reduce((sum, reference) => {
				const canvas = reference.deref();
				return sum + (canvas ? canvas.width * canvas.height * 4 : 0);
			}, 0);
			most = Math.max(most, bytes);
			Object.assign(window, { mostCanvasBytes: most });
		}, 100);
	});
	const { page, hand, middle } = await openBoard(context, board);
	await hand.pan(middle, workMs);
	await hand.zoom(middle, workMs);
	await pause(1000);
	const bytes = await page.evaluate(
		() => (window as unknown as { mostCanvasBytes: number }).mostCanvasBytes
	);
	await context.close();
	return [atMost('speed: 1,000 cards at DPR 2: canvas memory at most', bytes / 1e6, 120, 'MB')];
}

async function sitDown(
	browser: Browser,
	board: FilledBoard,
	deviceScaleFactor = 1
): Promise<BrowserContext> {
	const context = await browser.newContext({
		viewport: { width: 1366, height: 768 },
		deviceScaleFactor,
		locale: 'ja-JP'
	});
	await takeCookies(context, new URL(board.address).origin, board.leader);
	return context;
}

async function openBoard(
	context: BrowserContext,
	board: FilledBoard
): Promise<{ page: Page; hand: SpeedHand; middle: Place; openMs: number }> {
	const page = await context.newPage();
	await page.goto(board.address);
	const painted = await page.waitForFunction(
		() => performance.getEntriesByName('renkei:board-painted')[0]?.startTime
	);
	const openMs = Number(await painted.jsonValue());
	await page.locator('[data-kind="saved"]').waitFor();
	await pause(settleMs);
	const canvas = await page.locator('[data-board-canvas]').boundingBox();
	if (!canvas) throw new Error('The board is not on screen.');
	await page.locator('[data-board-canvas]').focus();
	await page.keyboard.press('Escape');
	return {
		page,
		hand: await SpeedHand.on(page),
		middle: [canvas.x + canvas.width / 2, canvas.y + canvas.height / 2],
		openMs
	};
}

async function placeOnScreen(page: Page, x: number, y: number): Promise<Place> {
	const canvas = await page.locator('[data-board-canvas]').boundingBox();
	const seen = await page.locator('[data-seen]').getAttribute('data-seen');
	const [left = 0, top = 0, width = 1] = (seen ?? '').split(' ').map(Number);
	if (!canvas) throw new Error('The board is not on screen.');
	const zoom = canvas.width / width;
	return [canvas.x + (x - left) * zoom, canvas.y + (y - top) * zoom];
}
