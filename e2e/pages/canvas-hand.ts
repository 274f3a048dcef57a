import type { Box } from '@renkei/shared/geometry/box.ts';
import { readIslandPlaces } from '@renkei/shared/lane-layout/islands.ts';
import { LaneLayout } from '@renkei/shared/lane-layout/lane-layout.ts';
import type { Board } from '@renkei/shared/method/board.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { readLanes } from '@renkei/shared/method/lanes.ts';
import { boldAdvances, regularAdvances } from '@renkei/shared/method/worksheet/font-advances.ts';
import type { BrowserContext, Page } from 'playwright-core';

/** A place in the window, CSS px. */
export type Place = readonly [x: number, y: number];

/** A hand with a mouse on the board's canvas, who sees where the cards are. */
export class CanvasHand {
	readonly page: Page;
	readonly #board: () => Board;

	private constructor(page: Page, board: () => Board) {
		this.page = page;
		this.#board = board;
	}

	/** Opens a board and waits until it is drawn and complete; `board` is what is on it, read elsewhere. */
	static async open(
		context: BrowserContext,
		address: string,
		board: () => Board
	): Promise<CanvasHand> {
		const page = await context.newPage();
		await page.goto(address);
		await page.locator('[data-board-canvas] canvas').first().waitFor();
		await page.locator('[data-kind="saved"]').waitFor();
		return new CanvasHand(page, board);
	}

	/** What those who lead work with comes a moment after the board, and makes room for itself above and below it. */
	async awaitDock(): Promise<void> {
		await this.page.locator('section.dock').waitFor();
		await this.page.getByRole('button', { name: '参加している人' }).waitFor();
	}

	/** Where a card is on the board, in bu, by the same layout as on screen. */
	boxOf(id: CardId): Box {
		const board = this.#board();
		const layout = new LaneLayout({ regular: regularAdvances, bold: boldAdvances });
		const place = layout
			.compute(
				readLanes(board),
				board.links.values(),
				'ja',
				readIslandPlaces(board.records.values())
			)
			.cards.get(id);
		if (!place) throw new Error(`There is no card ${id}.`);
		return place.box;
	}

	/** The middle of a card, or another part of it, in the window. */
	async placeOf(id: CardId, across = 0.5, down = 0.5): Promise<Place> {
		const { x, y, width, height } = this.boxOf(id);
		return await this.placeOnScreen(x + width * across, y + height * down);
	}

	/** The same once neither the board nor the window's look at it moves any more: after an island was made both may. */
	async placeAtRest(id: CardId): Promise<Place> {
		let seen = await this.placeOf(id);
		for (;;) {
			await this.page.evaluate(
				() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
			);
			const now = await this.placeOf(id);
			if (now.every((value, axis) => value === seen[axis])) return now;
			seen = now;
		}
	}

	/** A place of the board in the window; the frame on the map says what the window shows. */
	async placeOnScreen(x: number, y: number): Promise<Place> {
		const canvas = await this.page.locator('[data-board-canvas]').boundingBox();
		if (!canvas) throw new Error('The board is not on screen.');
		const seen = await this.page.locator('[data-seen]').getAttribute('data-seen');
		const [left = 0, top = 0, width = 1] = (seen ?? '').split(' ').map(Number);
		const zoom = canvas.width / width;
		return [canvas.x + (x - left) * zoom, canvas.y + (y - top) * zoom];
	}

	async drag(from: Place, to: Place): Promise<void> {
		const { mouse } = this.page;
		await mouse.move(...from);
		await mouse.down();
		await mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, { steps: 4 });
		await mouse.move(...to, { steps: 4 });
		await mouse.up();
	}
}
