import type { BrowserContext, Page } from 'playwright-core';

/** The join page as a person uses it. */
export class JoinPage {
	readonly page: Page;

	private constructor(page: Page) {
		this.page = page;
	}

	/** Opens the page, with the code of a QR code or without one. */
	static async open(context: BrowserContext, url: string, code = ''): Promise<JoinPage> {
		const page = await context.newPage();
		await page.goto(code === '' ? `${url}/join` : `${url}/join/${code}`);
		await page.getByLabel(/^参加コード/).waitFor();
		return new JoinPage(page);
	}

	/** Types or pastes a code into the six boxes. */
	async enterCode(code: string): Promise<void> {
		await this.page.getByLabel(/^参加コード/).fill(code);
	}

	/** What stands in the six boxes. */
	async code(): Promise<string> {
		return (await this.page.getByLabel(/^参加コード/).inputValue()).replace(/\D/g, '');
	}

	/** The line under the boxes, once the code has been looked up. */
	async codeAnswer(): Promise<string> {
		const answer = this.page.locator('#code-answer.good, #code-answer.bad');
		await answer.waitFor();
		return (await answer.innerText()).trim();
	}

	/** Chooses a profession by its word; the rare ones have to be asked for first. */
	async chooseProfession(word: string): Promise<void> {
		const choice = this.page.getByRole('radio', { name: word, exact: true });
		if ((await choice.count()) === 0)
			await this.page.getByRole('button', { name: 'ほかの職種' }).click();
		await choice.check({ force: true });
	}

	async chooseTable(table: number): Promise<void> {
		await this.page.getByRole('radio', { name: String(table), exact: true }).check({ force: true });
	}

	/** Whether everything needed is chosen. */
	async canJoin(): Promise<boolean> {
		return this.#button.isEnabled();
	}

	/** Presses 参加する and waits for the board; a phone comes to the form for ideas first, and goes on to the list. */
	async join(): Promise<void> {
		await this.#button.click();
		await this.page.waitForURL(/\/(board|i)\//);
		if (this.page.url().includes('/i/'))
			await this.page.getByRole('link', { name: '一覧' }).click();
		await this.page.waitForURL(/\/board\//);
		await this.page.locator('[data-kind="saved"], [data-kind="readOnly"]').first().waitFor();
	}

	get #button() {
		return this.page.locator('button[type="submit"]');
	}
}
