import type { Locator, Page } from 'playwright-core';

/** The care path with its pins, worked by hand or by keyboard alone. */
export class CarePathPage {
	readonly page: Page;

	private constructor(page: Page) {
		this.page = page;
	}

	/** Goes to the step of the theme and opens the care path there, with nothing but the keyboard where asked. */
	static async show(page: Page, by: 'hand' | 'keyboard' = 'hand'): Promise<CarePathPage> {
		const step = page.getByRole('navigation').getByRole('button', { name: /テーマ(?!・)/ });
		const aid = page.getByRole('button', { name: 'ケアパス', exact: true });
		for (const button of [step, aid])
			if (by === 'hand') await button.click();
			else await button.press('Enter');
		await page.getByRole('heading', { name: 'ケアパス' }).waitFor();
		const care = new CarePathPage(page);
		await care.places.first().waitFor();
		return care;
	}

	/** Everything a pin can be put on, in the drawing or in the list. */
	get places(): Locator {
		return this.page.locator('[data-target], [data-row]');
	}

	/** A place or arrow of the drawing, by the words it begins with. */
	target(words: string): Locator {
		return this.page
			.locator('[data-target]')
			.and(this.page.getByRole('button', { name: new RegExp(`^${words}、`) }));
	}

	/** The row of a place or arrow in the list. */
	row(words: string): Locator {
		return this.page
			.locator('[data-row]')
			.filter({ has: this.page.getByText(words, { exact: true }) });
	}

	/** The one sentence under the drawing that says what came of the last press. */
	get news(): Locator {
		return this.page.locator('.tools [role="status"]');
	}

	/** 元に戻す beside ピンを置く. */
	get undo(): Locator {
		return this.page.locator('.care-path .tools').getByRole('button', { name: /^元に戻す/ });
	}

	get panel(): Locator {
		return this.page.locator('.care-path aside');
	}

	/** A word of the panel that can be pressed, such as 骨折. */
	chip(word: string): Locator {
		return this.panel.getByRole('button', { name: new RegExp(`^${word}( |$)`) });
	}

	get text(): Locator {
		return this.panel.getByLabel(/^テーマの文/);
	}

	/** Walks with Tab until this has the keyboard. */
	async tabTo(wanted: Locator): Promise<void> {
		for (let presses = 0; presses < 80; presses += 1) {
			if (await wanted.evaluate((element) => element === document.activeElement)) return;
			await this.page.keyboard.press('Tab');
		}
		throw new Error('The keyboard never gets there.');
	}
}
