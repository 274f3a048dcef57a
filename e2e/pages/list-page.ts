import type { Locator, Page } from 'playwright-core';

/** The sections of 一覧 by their headings. */
export type Section =
	| 'テーマ・目指す姿'
	| '現状'
	| '原因'
	| '解決すべき原因'
	| '対策'
	| '期待したこと'
	| '指標・把握方法';

/** 一覧 of an open board, worked with the keyboard where a person would. */
export class ListPage {
	readonly page: Page;

	private constructor(page: Page) {
		this.page = page;
	}

	/** The list of a board page that may show it or not yet. */
	static of(page: Page): ListPage {
		return new ListPage(page);
	}

	/** Turns an open board page to its list. */
	static async show(page: Page): Promise<ListPage> {
		await page.getByRole('button', { name: '一覧', exact: true }).click();
		await page.getByRole('heading', { name: '現状', exact: true }).waitFor();
		return new ListPage(page);
	}

	/** Writes one card and presses Enter; `type` is the word of the type where a section holds several. */
	async add(section: Section, text: string, type?: string): Promise<void> {
		const place = this.#section(section);
		if (type !== undefined) await place.getByRole('button', { name: type, exact: true }).click();
		const field = place.getByRole('textbox', { name: /を足す$/ });
		await field.fill(text);
		await field.press('Enter');
		await this.row(text).waitFor();
	}

	/** The row of a card by its text. */
	row(text: string): Locator {
		return this.page.getByRole('treeitem').filter({ hasText: text });
	}

	/** The row of a card that says exactly this. */
	card(text: string): Locator {
		return this.page
			.getByRole('treeitem')
			.filter({ has: this.page.getByText(text, { exact: true }) });
	}

	/** The row of a card where it stands in a section. */
	inSection(section: Section, text: string): Locator {
		return this.#section(section)
			.getByRole('treeitem')
			.filter({ has: this.page.getByText(text, { exact: true }) });
	}

	/**
	 * Links a card to another by the number it has at this moment. Others' new cards shift the numbers, so
	 * whoever links reads under the field which card they mean, and looks again when it is another.
	 */
	async linkTo(text: string, target: string): Promise<void> {
		await this.card(target).waitFor();
		await this.choose(text, 'つなぐ');
		const field = this.page.getByLabel('つなぐカードの番号');
		const said = this.card(text).locator('.linking [aria-live]');
		do {
			await field.fill((await this.card(target).locator('.number').innerText()).trim());
		} while ((await said.innerText()).trim() !== target);
		await field.press('Enter');
		await field.waitFor({ state: 'detached' });
	}

	/** What a section shows from top to bottom; a why-answer has one dash for each depth. */
	async texts(section: Section): Promise<readonly string[]> {
		const rows = await this.#section(section).getByRole('treeitem').all();
		return Promise.all(
			rows.map(async (row) => {
				const depth = Number(await row.getAttribute('aria-level')) - 1;
				return '-'.repeat(depth) + (await row.locator('.line .text').innerText());
			})
		);
	}

	/** Puts the keyboard on a row and presses keys there. */
	async press(text: string, ...keys: readonly string[]): Promise<void> {
		await this.row(text).focus();
		for (const key of keys) await this.page.keyboard.press(key);
	}

	/** Opens a card's text with Enter, replaces it and finishes with Enter. */
	async rewrite(text: string, next: string): Promise<void> {
		await this.press(text, 'Enter');
		const field = this.page.getByRole('treeitem').getByRole('textbox');
		await field.fill(next);
		await field.press('Enter');
		await field.waitFor({ state: 'detached' });
	}

	/** Links a card to another by the other's number (L). */
	async linkByNumber(text: string, number: number): Promise<void> {
		await this.press(text, 'l');
		const field = this.page.getByLabel('つなぐカードの番号');
		await field.fill(String(number));
		await field.press('Enter');
		await field.waitFor({ state: 'detached' });
	}

	/** The number people call a card by. */
	async numberOf(text: string): Promise<number> {
		return Number(await this.row(text).locator('.number').innerText());
	}

	/** The links of a card in words. */
	async linksOf(text: string): Promise<string> {
		const links = this.row(text).locator('.line .links');
		return (await links.count()) === 0 ? '' : links.innerText();
	}

	/** Does one thing from a row's menu. */
	async choose(text: string, item: string): Promise<void> {
		await this.row(text)
			.getByRole('button', { name: /の操作$/ })
			.click();
		await this.page.getByRole('menuitem', { name: item }).click();
	}

	/** Pastes text into a section's field, as from another program. */
	async paste(section: Section, text: string): Promise<void> {
		await this.#section(section)
			.getByRole('textbox', { name: /を足す$/ })
			.focus();
		await this.page.evaluate((pasted) => {
			const clipboardData = new DataTransfer();
			clipboardData.setData('text/plain', pasted);
			document.activeElement?.dispatchEvent(
				new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
			);
		}, text);
	}

	/** Every row as it is read out: type, number, text, where it leads. */
	async everything(): Promise<string> {
		const rows = await this.page.getByRole('treeitem').all();
		const words = await Promise.all(rows.map((row) => row.getAttribute('aria-label')));
		return words.join('\n');
	}

	/** The one-line notice at the bottom of the screen. */
	get notice(): Locator {
		return this.page.locator('.notice');
	}

	#section(section: Section): Locator {
		return this.page.getByRole('region', { name: section, exact: true });
	}
}
