import type { Locator, Page } from 'playwright-core';
import type { ListPage } from './list-page.ts';

/** Nobody presses Tab more often to get through the fields of one card. */
const mostStops = 60;

/** The fields of cards in 一覧, reached and filled by the keyboard alone: rows by focus, all else by Tab, arrows and Enter. */
export class DetailsHand {
	readonly #page: Page;

	constructor({ page }: ListPage) {
		this.#page = page;
	}

	/** The fields that lie open. */
	get details(): Locator {
		return this.#page.locator('.details');
	}

	/** Lays the fields of a row open with →. */
	async open(row: Locator): Promise<void> {
		await row.focus();
		await this.#page.keyboard.press('ArrowRight');
		await this.details.waitFor();
	}

	/** Closes them with Esc; the keyboard is back on the row. */
	async close(): Promise<void> {
		await this.#page.keyboard.press('Escape');
		await this.details.waitFor({ state: 'detached' });
	}

	/** Tab after Tab to the control of this name, and back again where they lead out of the fields. */
	async tabTo(name: string): Promise<void> {
		let key = 'Tab';
		for (let stop = 0; stop < mostStops; stop++) {
			const { called, isInside } = await this.#focused();
			if (called === name) return;
			if (!isInside && stop > 0) key = 'Shift+Tab';
			await this.#page.keyboard.press(key);
		}
		throw new Error(`Tab does not lead to ${name}.`);
	}

	/** Writes a field and leaves it with Enter. */
	async write(name: string, words: string): Promise<void> {
		await this.tabTo(name);
		await this.#page.keyboard.press('Control+a');
		await this.#page.keyboard.insertText(words);
		await this.#page.keyboard.press('Enter');
	}

	/** Goes to a group of choices and on with the arrows to one of them. */
	async choose(legend: string, word: string): Promise<void> {
		await this.tabTo(legend);
		for (let step = 0; step < 8; step++) {
			if ((await this.#checked()) === word) return;
			await this.#page.keyboard.press(
				step === 0 && !(await this.#checked()) ? 'Space' : 'ArrowDown'
			);
		}
		throw new Error(`The arrows do not lead to ${word}.`);
	}

	async press(name: string): Promise<void> {
		await this.tabTo(name);
		await this.#page.keyboard.press('Enter');
	}

	/** The words of the choice that has the keyboard, when it is the chosen one. */
	async #checked(): Promise<string> {
		return await this.#page.evaluate(() => {
			const at = document.activeElement;
			if (!(at instanceof HTMLInputElement) || !at.checked) return '';
			return at.closest('label')?.innerText.trim() ?? '';
		});
	}

	/** What the control with the keyboard is called (a choice goes by the name of its group), and whether it is one of the fields. */
	async #focused(): Promise<{ readonly called: string; readonly isInside: boolean }> {
		return await this.#page.evaluate(() => {
			const at = document.activeElement;
			const isInside = at?.closest('.details') !== null;
			return { called: at instanceof HTMLElement ? nameOf(at) : '', isInside };

			function nameOf(at: HTMLElement): string {
				const named = at.getAttribute('aria-label');
				if (named !== null) return named;
				const by = at.getAttribute('aria-labelledby');
				if (by !== null) return document.getElementById(by)?.innerText.trim() ?? '';
				if (at instanceof HTMLInputElement && at.type === 'radio')
					return at.closest('fieldset')?.querySelector('legend')?.innerText.trim() ?? '';
				if (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement)
					return at.labels?.[0]?.innerText.trim() ?? '';
				return at.innerText.trim();
			}
		});
	}
}
