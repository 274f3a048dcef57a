import type { BrowserContext, CDPSession, Page } from 'playwright-core';

/** A person who writes on cards of an open board page, with and without an input method. */
export class WritingHand {
	readonly page: Page;
	readonly #devtools: CDPSession;

	private constructor(page: Page, devtools: CDPSession) {
		this.page = page;
		this.#devtools = devtools;
	}

	/** Opens a board and waits until it can be written on. */
	static async open(context: BrowserContext, address: string): Promise<WritingHand> {
		const hand = await WritingHand.look(context, address);
		await hand.saved();
		return hand;
	}

	/** Opens a board and waits until it can be seen, with or without a line to the server. */
	static async look(context: BrowserContext, address: string): Promise<WritingHand> {
		const page = await context.newPage();
		await page.goto(address);
		await page.locator('[data-board-canvas] canvas').first().waitFor();
		return new WritingHand(page, await context.newCDPSession(page));
	}

	/** What the save chip says. */
	async chip(): Promise<string> {
		return await this.page.locator('[data-kind]').innerText();
	}

	/** Waits until the save chip is of this kind. */
	async chipIs(kind: string): Promise<void> {
		await this.page.locator(`[data-kind="${kind}"]`).waitFor();
	}

	/** Ends the page as a crash would, without a last word. */
	async crash(): Promise<void> {
		const crashed = this.page.waitForEvent('crash');
		// The answer to this one never comes.
		void this.#devtools.send('Page.crash').catch(() => {});
		await crashed;
		await this.page.close();
	}

	/** Waits until the page says that everything is on the server's disk. */
	async saved(): Promise<void> {
		await this.page.locator('[data-kind="saved"]').waitFor();
	}

	/** Presses an empty place of the board, so that nothing is selected. */
	async pressEmptyPlace(): Promise<void> {
		const box = await this.page.locator('[data-board-canvas]').boundingBox();
		if (!box) throw new Error('The board is not on screen.');
		await this.page.mouse.click(box.x + box.width / 2, box.y + box.height - 24);
	}

	/** Makes a new cause with its shortcut and is then writing on it. */
	async startCause(): Promise<void> {
		await this.pressEmptyPlace();
		await this.page.keyboard.press('4');
		await this.page.locator('.editor.writing textarea').waitFor();
	}

	/** What stands in the field on the card, whether it is being written or only waits. */
	async shown(): Promise<string> {
		return await this.page.locator('.editor textarea').inputValue();
	}

	/** Whether the card is open for writing. */
	async isWriting(): Promise<boolean> {
		return (await this.page.locator('.editor.writing').count()) > 0;
	}

	/** Waits until the card is selected, nobody writes on it, and its unseen field has the keyboard. */
	async resting(): Promise<void> {
		await this.page.locator('.editor.waiting textarea:focus').waitFor({ state: 'attached' });
	}

	/** The input method shows a state of its conversion. */
	async compose(text: string): Promise<void> {
		const end = text.length;
		await this.#devtools.send('Input.imeSetComposition', {
			text,
			selectionStart: end,
			selectionEnd: end
		});
	}

	/** The input method puts its final word in. */
	async convert(text: string): Promise<void> {
		await this.#devtools.send('Input.insertText', { text });
		// No hand is so fast: the next key comes after the browser is done with this one.
		await this.page.evaluate(() => new Promise((done) => setTimeout(done)));
	}

	/** A key that the input method takes for itself, as browsers report it. */
	async keyToInputMethod(code: string): Promise<void> {
		await this.#devtools.send('Input.dispatchKeyEvent', {
			type: 'rawKeyDown',
			key: 'Process',
			code,
			windowsVirtualKeyCode: 229
		});
	}
}
