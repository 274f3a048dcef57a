import { setTimeout as pause } from 'node:timers/promises';
import { moveCards } from '@renkei/shared/document/commands/card-commands.ts';
import type { Browser, Page } from 'playwright-core';
import type { App } from '../support/app.ts';
import { startApp } from '../support/app.ts';
import { launchBrowser } from '../support/browser.ts';
import { join, takeCookies } from '../support/people.ts';
import { openProvider } from '../support/provider.ts';
import { serveExcalidraw } from './peers/serve-excalidraw.ts';
import type { ServedPeer } from './peers/serve-excalidraw.ts';
import type { BenchRow } from './rows.ts';
import { atMost, quantile, told } from './rows.ts';
import { fillBoard } from './speed-board.ts';
import type { FilledBoard } from './speed-board.ts';
import type { FrameCost, Place } from './speed-hand.ts';
import { SpeedHand } from './speed-hand.ts';

const rounds = 3;
const workMs = 4000;
const movers = 10;
const moveEveryMs = 100;
/** How long a page is left alone before it is measured, so that what it fetches late has come. */
const settleMs = 6000;
const smallerKeys = 6;
/** What our canvas has in a window of 1366 × 768 beside its bars. */
const canvasSize = { width: 1294, height: 548 };

/** A board's page, ours or another's, brought to a state and told of others' work. */
interface Contender {
	readonly hand: SpeedHand;
	/** Of the canvas, in the window. */
	readonly middle: Place;
	/** The middle of a card in the window. */
	readonly placeOf: (id: string) => Promise<Place>;
	readonly lookNear: () => Promise<void>;
	readonly lookFromAfar: () => Promise<void>;
	/** Ten people drag a card each for so long. */
	readonly moveRemotely: (ms: number) => Promise<void>;
	readonly close: () => Promise<void>;
}

/** The same 2,000 cards and 1,000 links on our page and on Excalidraw's, worked on by the same hand, turn by turn. */
export async function measureSpeed(): Promise<readonly BenchRow[]> {
	const app = await startApp();
	const browser = await launchBrowser();
	const peer = await serveExcalidraw();
	try {
		const board = await fillBoard(app, 2000, 1000);
		await setScene(browser, peer, board);
		const loads = { ours: [] as number[], peer: [] as number[] };
		for (let round = 0; round < rounds; round += 1) {
			loads.ours.push(await loadMs(browser, board, board.address, 'renkei:board-painted'));
			loads.peer.push(await loadMs(browser, null, peer.url, 'peer:painted'));
		}
		const ours = await openOurs(browser, app, board);
		const costs = { ours: await works(ours, board), peer: {} as Works };
		await ours.close();
		const theirs = await openPeer(browser, peer, board);
		costs.peer = await works(theirs, board);
		await theirs.close();
		const [load, peerLoad] = [quantile(loads.ours, 0.5), quantile(loads.peer, 0.5)];
		return [
			told('speed: Excalidraw, 2,000 cards: load to first full paint', peerLoad, 'ms'),
			told('speed: 2,000 cards: load to first full paint', load, 'ms'),
			atMost('speed: load to first full paint ÷ Excalidraw', load / peerLoad, 0.7, '×'),
			...workIds.flatMap((id) => {
				const [mine, other] = [costs.ours[id], costs.peer[id]];
				return [
					told(`speed: Excalidraw, ${id}: main thread per frame`, other.mainPerFrame, 'ms'),
					told(`speed: Excalidraw, ${id}: p95 frame`, other.p95Frame, 'ms'),
					told(`speed: ${id}: main thread per frame`, mine.mainPerFrame, 'ms'),
					atMost(
						`speed: ${id}: main thread per frame ÷ Excalidraw`,
						mine.mainPerFrame / other.mainPerFrame,
						0.5,
						'×'
					),
					atMost(`speed: ${id}: p95 frame`, mine.p95Frame, 20, 'ms')
				];
			})
		];
	} finally {
		await browser.close();
		await peer.close();
		await app.dispose();
	}
}

const workIds = ['pan', 'zoom', 'drag', '10 remote movers from afar'] as const;
type Works = Record<(typeof workIds)[number], FrameCost>;

/** Every work once more than counted: the first time a page compiles what it runs. */
async function works(contender: Contender, board: FilledBoard): Promise<Works> {
	const { hand, middle } = contender;
	await contender.lookNear();
	const pan = await medianCost(hand, () => hand.pan(middle, workMs));
	await contender.lookNear();
	const zoom = await medianCost(hand, () => hand.zoom(middle, workMs));
	await contender.lookNear();
	const card = await cardInSight(contender, board);
	const drag = await medianCost(hand, async () => hand.drag(await contender.placeOf(card), workMs));
	await contender.lookFromAfar();
	const remote = await medianCost(hand, () => contender.moveRemotely(workMs));
	return { pan, zoom, drag, '10 remote movers from afar': remote };
}

async function medianCost(hand: SpeedHand, work: () => Promise<void>): Promise<FrameCost> {
	const costs: FrameCost[] = [];
	for (let round = 0; round <= rounds; round += 1) {
		const cost = await hand.costOf(work);
		if (round > 0) costs.push(cost);
		await pause(800);
	}
	const median = (pick: (cost: FrameCost) => number): number => quantile(costs.map(pick), 0.5);
	return {
		mainPerFrame: median(({ mainPerFrame }) => mainPerFrame),
		p95Frame: median(({ p95Frame }) => p95Frame),
		framesPerSecond: median(({ framesPerSecond }) => framesPerSecond)
	};
}

/** The card nearest to the middle of the canvas. */
async function cardInSight({ middle, placeOf }: Contender, board: FilledBoard): Promise<string> {
	const [first] = board.shapes;
	if (first?.kind !== 'card') throw new Error('The board is empty.');
	const away = ([x, y]: Place): number => Math.hypot(x - middle[0], y - middle[1]);
	// Where one card is tells where all are: both boards only move and zoom.
	const at = await placeOf(first.id);
	const zoom = 1 / 1.2 ** smallerKeys;
	const centre = ([x, y, width, height]: readonly [number, number, number, number]): Place => [
		(x + width / 2) * zoom,
		(y + height / 2) * zoom
	];
	const [x0, y0] = centre(first.box);
	let nearest = { id: first.id, px: Infinity };
	for (const shape of board.shapes) {
		if (shape.kind !== 'card') continue;
		const [x, y] = centre(shape.box);
		const px = away([at[0] + x - x0, at[1] + y - y0]);
		if (px < nearest.px) nearest = { id: shape.id, px };
	}
	if (nearest.px > 200) throw new Error('No card is near the middle of the screen.');
	return nearest.id;
}

async function freshPage(browser: Browser, board: FilledBoard | null, scale = 1): Promise<Page> {
	const context = await browser.newContext({
		viewport: { width: 1366, height: 768 },
		deviceScaleFactor: scale,
		locale: 'ja-JP'
	});
	if (board) await takeCookies(context, new URL(board.address).origin, board.leader);
	return await context.newPage();
}

async function loadMs(
	browser: Browser,
	board: FilledBoard | null,
	address: string,
	mark: string
): Promise<number> {
	const page = await freshPage(browser, board);
	await page.goto(address);
	const painted = await page.waitForFunction(
		(name) => performance.getEntriesByName(name)[0]?.startTime,
		mark
	);
	const ms = Number(await painted.jsonValue());
	await page.context().close();
	return ms;
}

async function setScene(browser: Browser, peer: ServedPeer, board: FilledBoard): Promise<void> {
	const page = await freshPage(browser, null);
	await page.goto(peer.url);
	await page.waitForFunction(() => 'peerPage' in window);
	peer.setScene(await page.evaluate((shapes) => window.peerPage.convert(shapes), board.shapes));
	await page.context().close();
}

/** Our board as whoever leads sees it, in the product as it is. */
async function openOurs(browser: Browser, app: App, board: FilledBoard): Promise<Contender> {
	const page = await freshPage(browser, board);
	await page.goto(board.address);
	await page.locator('[data-kind="saved"]').waitFor();
	await page.waitForTimeout(settleMs);
	const hand = await SpeedHand.on(page);
	const boxes = new Map(
		board.shapes.flatMap((shape) => (shape.kind === 'card' ? [[shape.id, shape.box]] : []))
	);
	const people = await Promise.all(
		Array.from({ length: movers }, async () => openProvider(app, await join(app, board.joinCode)))
	);
	const canvas = await page.locator('[data-board-canvas]').boundingBox();
	if (!canvas) throw new Error('The board is not on screen.');
	return {
		hand,
		middle: [canvas.x + canvas.width / 2, canvas.y + canvas.height / 2],
		placeOf: async (id) => {
			const [x, y, width, height] = boxes.get(id) ?? [0, 0, 0, 0];
			const seen = await seenBox(page);
			const zoom = canvas.width / seen.width;
			return [
				canvas.x + (x + width / 2 - seen.x) * zoom,
				canvas.y + (y + height / 2 - seen.y) * zoom
			];
		},
		lookNear: async () => {
			await page.locator('[data-board-canvas]').focus();
			await page.keyboard.press('Escape');
			await page.keyboard.press('Shift+1');
			await page.keyboard.press('Control+0');
			for (let key = 0; key < smallerKeys; key += 1) await page.keyboard.press('Control+-');
			await page.waitForTimeout(1000);
		},
		lookFromAfar: async () => {
			await page.locator('[data-board-canvas]').focus();
			await page.keyboard.press('Escape');
			await page.keyboard.press('Shift+1');
			await page.waitForTimeout(1000);
		},
		moveRemotely: async (ms) => {
			for (let step = 1; step * moveEveryMs < ms; step += 1) {
				for (const [index, { provider, doc }] of people.entries()) {
					const id = board.cards[index * 17 + 3];
					if (id === undefined) continue;
					const [dx, dy] = [step * 6, index * 5];
					const drops = step % 10 === 0;
					provider.awareness.setLocalState({
						cursor: null,
						selection: [],
						editing: null,
						drag: drops ? null : { ids: [id], dx, dy },
						view: null,
						follows: null
					});
					const [x = 0, y = 0] = boxes.get(id) ?? [];
					if (drops) moveCards(doc, new Map([[id, [x + dx, y + dy] as const]]));
				}
				await pause(moveEveryMs);
			}
		},
		close: async () => {
			for (const person of people) person.close();
			await page.context().close();
		}
	};
}

async function seenBox(page: Page): Promise<{ x: number; y: number; width: number }> {
	const seen = await page.locator('[data-seen]').getAttribute('data-seen');
	const [x = 0, y = 0, width = 1] = (seen ?? '').split(' ').map(Number);
	return { x, y, width };
}

async function openPeer(
	browser: Browser,
	peer: ServedPeer,
	board: FilledBoard
): Promise<Contender> {
	const page = await freshPage(browser, null);
	await page.goto(`${peer.url}?width=${canvasSize.width}&height=${canvasSize.height}`);
	await page.waitForFunction(() => performance.getEntriesByName('peer:painted').length > 0);
	await page.waitForTimeout(settleMs);
	const hand = await SpeedHand.on(page);
	const all = board.shapes.flatMap((shape) => (shape.kind === 'card' ? [shape.box] : []));
	const right = Math.max(...all.map(([x, , width]) => x + width));
	const bottom = Math.max(...all.map(([, y, , height]) => y + height));
	return {
		hand,
		middle: [canvasSize.width / 2, canvasSize.height / 2],
		placeOf: (id) => page.evaluate((card) => window.peerPage.placeOf(card), id),
		lookNear: async () => {
			await page.keyboard.press('Escape');
			await page.evaluate(([zoom, x, y]) => window.peerPage.lookAt(zoom, x, y), [
				1 / 1.2 ** smallerKeys,
				right / 2,
				bottom / 2
			] as const);
			await page.waitForTimeout(1000);
		},
		lookFromAfar: async () => {
			await page.keyboard.press('Escape');
			await page.evaluate(() => window.peerPage.fit());
			await page.waitForTimeout(1000);
		},
		moveRemotely: async (ms) => {
			const ids = Array.from({ length: movers }, (_, index) => board.cards[index * 17 + 3] ?? '');
			for (let step = 1; step * moveEveryMs < ms; step += 1) {
				await page.evaluate((moved) => window.peerPage.moveRemotely(moved, 6, 0), ids);
				await pause(moveEveryMs);
			}
		},
		close: () => page.context().close()
	};
}
