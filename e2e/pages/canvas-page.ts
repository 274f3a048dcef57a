import type { Locator, Page } from 'playwright-core';

/** A place on the screen in CSS px. */
export interface ScreenPlace {
	readonly x: number;
	readonly y: number;
}

/** The board as a picture, worked with keyboard and mouse. */
export class CanvasPage {
	readonly page: Page;

	private constructor(page: Page) {
		this.page = page;
	}

	/** Turns an open board page to its picture. */
	static async show(page: Page): Promise<CanvasPage> {
		await page.getByRole('button', { name: 'ボード', exact: true }).click();
		await page.locator('[data-board-canvas] canvas').first().waitFor();
		return new CanvasPage(page);
	}

	get host(): Locator {
		return this.page.getByRole('application', { name: 'ボードの絵' });
	}

	/** The field of the card that is being written. */
	get field(): Locator {
		return this.page.locator('.editor.writing').getByRole('textbox');
	}

	/** Writes several cards of one type by keyboard alone, the first with its number key, each next one below. */
	async writeRow(key: string, texts: readonly string[]): Promise<void> {
		await this.letGo();
		await this.page.keyboard.press(key);
		for (const [index, text] of texts.entries()) {
			if (index > 0) await this.page.keyboard.press('Control+Enter');
			await this.#emptyField();
			await this.page.keyboard.type(text);
		}
		await this.page.keyboard.press('Enter');
		await this.resting();
	}

	/** Writes one card by its number key. */
	async write(key: string, text: string): Promise<void> {
		await this.writeRow(key, [text]);
	}

	/** Waits until a card is selected and nobody writes on it. */
	async resting(): Promise<void> {
		await this.page.locator('.editor.waiting textarea:focus').waitFor({ state: 'attached' });
	}

	/** Has the keyboard on the board and no card selected: a number would otherwise be written on that card. */
	async letGo(): Promise<void> {
		const editor = this.page.locator('.editor');
		if ((await editor.count()) === 0) {
			await this.pressEmptyPlace();
			return;
		}
		await this.page.keyboard.press('Escape');
		await editor.waitFor({ state: 'detached' });
	}

	/** Presses an empty place of the board, so that nothing is selected. */
	async pressEmptyPlace(): Promise<void> {
		const box = await this.host.boundingBox();
		if (!box) throw new Error('The board is not on screen.');
		await this.page.mouse.click(box.x + box.width / 2, box.y + box.height - 24);
		await this.page.locator('.editor').waitFor({ state: 'detached' });
	}

	async chooseTool(name: '選ぶ' | 'カード' | 'つなぐ' | '動かす'): Promise<void> {
		await this.page
			.getByRole('toolbar', { name: '道具' })
			.getByRole('button', { name, exact: true })
			.click();
	}

	/** Where the selected card is on the screen. */
	async selectedBox(): Promise<{ x: number; y: number; width: number; height: number }> {
		const face = this.page.locator('.editor .face');
		const box = await face.boundingBox();
		if (!box) throw new Error('No single card is selected.');
		return box;
	}

	/** The middle of the selected card. */
	async selectedPlace(): Promise<ScreenPlace> {
		const { x, y, width, height } = await this.selectedBox();
		return { x: x + width / 2, y: y + height / 2 };
	}

	/** Drags from one place to another in a few steps, as a hand does. */
	async drag(from: ScreenPlace, to: ScreenPlace): Promise<void> {
		await this.page.mouse.move(from.x, from.y);
		await this.page.mouse.down();
		await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
		await this.page.mouse.move(to.x, to.y, { steps: 3 });
		await this.page.mouse.up();
	}

	async #emptyField(): Promise<void> {
		await this.page.waitForFunction(() => {
			const { activeElement } = document;
			return (
				activeElement instanceof HTMLTextAreaElement &&
				activeElement.closest('.editor.writing') !== null &&
				activeElement.value === ''
			);
		});
	}
}
