import type { Locator, Page } from 'playwright-core';

/** The drawer of 点検（気づき） as those who lead use it. */
export class HintDrawer {
	readonly page: Page;
	readonly #drawer: Locator;

	private constructor(page: Page) {
		this.page = page;
		this.#drawer = page.getByRole('complementary', { name: /^点検（気づき）|^いまの気づきは/ });
	}

	/** Opens the drawer, where the dock is too narrow by its menu, and waits until the board has been looked at. */
	static async open(page: Page): Promise<HintDrawer> {
		await page.getByRole('region', { name: '進行役' }).waitFor();
		const press = page.getByRole('button', { name: /^点検/ });
		if (await press.isVisible()) await page.getByRole('button', { name: /^点検 \d/ }).click();
		else {
			await page.getByRole('button', { name: 'ほかの操作' }).click();
			await page.getByRole('menuitem', { name: /^点検 \d/ }).click();
		}
		const drawer = new HintDrawer(page);
		await drawer.#drawer.waitFor();
		return drawer;
	}

	/** Every question in sight with the line under it. */
	async questions(): Promise<readonly string[]> {
		const words = await this.#drawer.locator('.question .words').allInnerTexts();
		return words.map((text) => text.replace(/\n/g, ' '));
	}

	/** Waits until a question is asked, or no longer is. */
	async waitFor(question: string, state: 'visible' | 'detached'): Promise<void> {
		await this.#question(question).waitFor({ state });
	}

	/** Opens what stands behind a question: the manual's words, its cards and what helps. */
	async unfold(question: string): Promise<string> {
		const button = this.#question(question);
		if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
		return await this.#drawer.locator('.phrase').innerText();
	}

	/** Presses the helping button of the unfolded question, that of the card with this text where there are several. */
	async help(action: string, cardText = ''): Promise<void> {
		await this.#item(cardText).getByRole('button', { name: action, exact: true }).click();
	}

	/** Presses the chip of a card in the unfolded question. */
	async goTo(cardText: string): Promise<void> {
		await this.#drawer.getByRole('button', { name: `：${cardText}` }).click();
	}

	/** 気にしない, with a reason, for the card with this text alone. */
	async mute(reason: string, cardText = ''): Promise<void> {
		const item = this.#item(cardText);
		await item.getByRole('button', { name: '気にしない', exact: true }).click();
		await item.getByLabel('気にしない理由（一言）').fill(reason);
		await item.getByRole('button', { name: '気にしないことにする' }).click();
	}

	/** Takes back what was put aside, wherever that was. */
	async unmute(question: string): Promise<string> {
		await this.#drawer.getByText(/^気にしないもの/).click();
		const entry = this.#drawer.locator('details li').filter({ hasText: question });
		const words = await entry.innerText();
		await entry.getByRole('button', { name: /^また気にする/ }).click();
		return words;
	}

	async project(): Promise<void> {
		await this.#drawer.getByRole('button', { name: '画面に映す' }).click();
		await this.#drawer.getByText('画面に映しています').waitFor();
	}

	async stopProjecting(): Promise<void> {
		await this.#drawer.getByRole('button', { name: '映すのをやめる' }).click();
		await this.#drawer.getByText('進行役だけに見えています').waitFor();
	}

	#question(words: string): Locator {
		return this.#drawer.getByRole('button', { name: words });
	}

	#item(cardText: string): Locator {
		return this.#drawer.locator('.more > ul > li').filter({ hasText: cardText });
	}
}
