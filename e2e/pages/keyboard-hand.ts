import type { CDPSession, Locator, Page } from 'playwright-core';

/** More stops than any page of a board has. */
const mostStops = 250;

/** A person without a mouse: everything is reached with Tab and arrows, and pressed with Enter and Space. */
export class KeyboardHand {
	readonly page: Page;
	#devtools: CDPSession | null = null;

	private constructor(page: Page) {
		this.page = page;
	}

	/** Works an open page. */
	static on(page: Page): KeyboardHand {
		return new KeyboardHand(page);
	}

	/** Goes on with Tab until the keyboard is there, or back with Shift+Tab where the target lies behind. */
	async reach(target: Locator): Promise<void> {
		await target.waitFor();
		const isBehind = await target.evaluate((element) => {
			const { activeElement: active, body } = document;
			if (!active || active === body || active.contains(element)) return false;
			return (active.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
		});
		const key = isBehind ? 'Shift+Tab' : 'Tab';
		for (let stop = 0; stop < mostStops; stop++) {
			if (await isFocused(target)) return;
			await this.page.keyboard.press(key);
		}
		throw new Error(`The keyboard does not reach ${String(target)}.`);
	}

	/** Goes there and presses Enter. */
	async press(target: Locator): Promise<void> {
		await this.reach(target);
		await this.page.keyboard.press('Enter');
	}

	/** Goes into a field and writes, in place of what stands in it; `\n` is Shift+Enter. */
	async write(field: Locator, text: string): Promise<void> {
		await this.reach(field);
		await this.page.keyboard.press('Control+a');
		await this.page.keyboard.press('Delete');
		for (const [index, line] of text.split('\n').entries()) {
			if (index > 0) await this.page.keyboard.press('Shift+Enter');
			await this.page.keyboard.insertText(line);
		}
	}

	/** Goes to a list of choices and takes one with the arrows. */
	async choose(list: Locator, starts: RegExp): Promise<void> {
		await this.reach(list);
		const shown = async (): Promise<string> =>
			await list.evaluate((one: HTMLSelectElement) => one.selectedOptions[0]?.text ?? '');
		await this.page.keyboard.press('Home');
		for (let at = 0; at < mostStops; at++) {
			if (starts.test(await shown())) return;
			await this.page.keyboard.press('ArrowDown');
		}
		throw new Error(`There is no choice ${starts.source}.`);
	}

	/** Goes into a list and along it with the arrows until the keyboard is on a row. */
	async walkTo(list: Locator, row: Locator): Promise<void> {
		await row.waitFor();
		await this.reach(list.locator('[tabindex="0"]').first());
		await this.page.keyboard.press('Home');
		for (let at = 0; at < mostStops; at++) {
			if (await isFocused(row)) return;
			await this.page.keyboard.press('ArrowDown');
		}
		throw new Error(`The arrows do not reach ${String(row)}.`);
	}

	/** Writes by an input method: its words are shown, its own Enter ends them. */
	async compose(field: Locator, text: string): Promise<void> {
		await this.reach(field);
		this.#devtools ??= await this.page.context().newCDPSession(this.page);
		const end = text.length;
		await this.#devtools.send('Input.imeSetComposition', {
			text,
			selectionStart: end,
			selectionEnd: end
		});
		await this.#devtools.send('Input.dispatchKeyEvent', {
			type: 'rawKeyDown',
			key: 'Process',
			code: 'Enter',
			windowsVirtualKeyCode: 229
		});
		await this.#devtools.send('Input.insertText', { text });
		// No hand is so fast: the next key comes after the browser is done with this one.
		await this.page.evaluate(() => new Promise((done) => setTimeout(done)));
	}
}

async function isFocused(target: Locator): Promise<boolean> {
	return await target.evaluate((element) => element === document.activeElement);
}
