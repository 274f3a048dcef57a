import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

/** 演習シート of an open board and its export dialog. */
export class SheetPage {
	readonly page: Page;

	private constructor(page: Page) {
		this.page = page;
	}

	/** Turns an open board page to its worksheet. */
	static async show(page: Page): Promise<SheetPage> {
		await page.getByRole('button', { name: '演習シート', exact: true }).click();
		await page
			.getByRole('img', { name: /^演習シートの見本/ })
			.first()
			.waitFor();
		return new SheetPage(page);
	}

	/** All words on the preview, in the order they are drawn. */
	async words(): Promise<string> {
		const texts = await this.page.locator('.pages svg text').allTextContents();
		return texts.join('');
	}

	async openDialog(): Promise<void> {
		await this.page.getByRole('button', { name: '書き出す', exact: true }).click();
		await this.page.getByRole('dialog').waitFor();
	}

	/** Makes every check of the list about personal data. */
	async confirmPrivacy(): Promise<void> {
		const checks = this.page.getByRole('group', { name: '個人情報の確認' }).getByRole('checkbox');
		for (const check of await checks.all()) await check.check({ force: true });
	}

	/** Whether 書き出す can be pressed. */
	async canExport(): Promise<boolean> {
		return this.page.getByRole('dialog').locator('button[type="submit"]').isEnabled();
	}

	/** Chooses a format and takes the file. */
	async download(format: string): Promise<{ name: string; bytes: Uint8Array }> {
		const dialog = this.page.getByRole('dialog');
		await dialog.getByRole('radio', { name: new RegExp(`^${format}`) }).check({ force: true });
		const [download] = await Promise.all([
			this.page.waitForEvent('download'),
			dialog.locator('button[type="submit"]').click()
		]);
		return {
			name: download.suggestedFilename(),
			bytes: new Uint8Array(await readFile(await download.path()))
		};
	}
}
