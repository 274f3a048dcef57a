import type { Locator, Page } from 'playwright-core';
import type { TemplateSubAction } from '@renkei/shared/method/templates/template.ts';

/** Every field of a card: in the panel beside the board, or laid open under its row in 一覧. */
export class CardPanel {
	readonly page: Page;
	readonly #panel: Locator;

	private constructor(page: Page, panel: Locator) {
		this.page = page;
		this.#panel = panel;
	}

	/** Waits for the panel of a card of this type; it must already have been asked for. */
	static async of(page: Page, type: string): Promise<CardPanel> {
		const name = { name: `${type}カード`, exact: true };
		// Beside the canvas, or in 一覧 under the row itself.
		const panel = page.getByRole('complementary', name).or(page.getByRole('group', name));
		await panel.waitFor();
		return new CardPanel(page, panel);
	}

	/** Chooses one of the words of a field, such as 聞き取り. */
	async choose(word: string): Promise<void> {
		const choice = this.#panel.getByRole('radio', { name: word, exact: true });
		// The round mark itself is drawn by the words around it, which a person presses.
		await choice.check({ force: true });
		await this.#panel.locator('label.chosen').filter({ hasText: word }).waitFor();
	}

	/** Writes a field of one line and leaves it. */
	async write(label: string, words: string): Promise<void> {
		const field = this.#panel.getByLabel(label, { exact: true });
		await field.fill(words);
		await field.press('Enter');
	}

	/** Lists words as people write them, one after another. */
	async writeWords(label: string, words: readonly string[]): Promise<void> {
		const field = this.#panel.getByRole('combobox', { name: label });
		await field.fill(words.join('、'));
		await field.press('Enter');
		await this.#panel.getByRole('button', { name: `「${words.at(-1)}」を外す` }).waitFor();
	}

	/** Turns 解決すべき原因にする on. */
	async makeRoot(): Promise<void> {
		const turn = this.#panel.getByRole('switch', { name: '解決すべき原因にする' });
		await turn.click();
		await this.#panel.getByRole('switch', { checked: true }).waitFor();
	}

	/** Adds one ①② part with whatever is said about it. */
	async addPart(mark: string, part: TemplateSubAction): Promise<void> {
		const field = this.#panel.getByLabel('内訳を足す');
		await field.fill(part.text);
		// A part may have several lines of words, so leaving the field is what ends it.
		await field.blur();
		await this.#panel.getByLabel(`内訳${mark}`, { exact: true }).waitFor();
		const details = this.#panel.locator('details').filter({ hasText: `内訳${mark}の` });
		if (!(await details.evaluate((element) => (element as HTMLDetailsElement).open)))
			await details.locator('summary').click();
		if (part.audience) await this.write(`内訳${mark}の対象（誰に）`, part.audience);
		if (part.owner) await this.write(`内訳${mark}の担当・作業部会`, part.owner);
		if (part.timing) await this.write(`内訳${mark}の時期`, part.timing);
	}

	/** The words of all links of the card. */
	async links(): Promise<readonly string[]> {
		return await this.#panel.locator('li .other').allInnerTexts();
	}

	async linkByNumber(number: number): Promise<void> {
		await this.#panel.getByRole('button', { name: '番号でつなぐ' }).click();
		const field = this.#panel.getByLabel('つなぐカードの番号');
		await field.fill(String(number));
		await field.press('Enter');
		await field.waitFor({ state: 'detached' });
	}

	async duplicate(): Promise<void> {
		await this.#panel.getByRole('button', { name: '複製' }).click();
	}

	async withdraw(): Promise<void> {
		await this.#panel.getByRole('button', { name: '取り下げる' }).click();
	}

	async close(): Promise<void> {
		await this.#panel.getByRole('button', { name: '閉じる' }).click();
		await this.#panel.waitFor({ state: 'detached' });
	}
}
