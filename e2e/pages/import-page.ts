import type { Locator, Page } from 'playwright-core';

/** The dialog 取り込む of an open board. */
export class ImportPage {
	readonly page: Page;

	private constructor(page: Page) {
		this.page = page;
	}

	/** Opens the dialog from where the page is, 一覧 or 演習シート. */
	static async open(page: Page): Promise<ImportPage> {
		await page.getByRole('button', { name: '取り込む', exact: true }).click();
		const dialog = new ImportPage(page);
		await dialog.dialog.waitFor();
		return dialog;
	}

	get dialog(): Locator {
		return this.page.getByRole('dialog', { name: '取り込む' });
	}

	/** What was wrong with a file, in a sentence. */
	get problem(): Locator {
		return this.dialog.getByRole('alert');
	}

	/** Chooses a file as the file dialog would. */
	async choose(name: string, bytes: Uint8Array): Promise<void> {
		const [chooser] = await Promise.all([
			this.page.waitForEvent('filechooser'),
			this.dialog.getByRole('button', { name: 'ファイルを選ぶ' }).click()
		]);
		const buffer = Buffer.from(bytes);
		await chooser.setFiles([{ name, mimeType: 'application/octet-stream', buffer }]);
	}

	/** Drops a file on the dialog as from the desktop. */
	async drop(name: string, words: string): Promise<void> {
		const place = this.dialog.getByRole('region', { name: 'ファイルから' });
		const data = await this.page.evaluateHandle(
			([file, text]) => {
				const transfer = new DataTransfer();
				transfer.items.add(new File([text], file));
				return transfer;
			},
			[name, words] as const
		);
		await place.dispatchEvent('dragover', { dataTransfer: data });
		await place.dispatchEvent('drop', { dataTransfer: data });
	}

	/** The line of the comparison that says this. */
	change(state: '追加' | '変更' | '削除' | '競合', text: string): Locator {
		return this.dialog
			.getByRole('listitem')
			.filter({ has: this.page.getByRole('checkbox', { name: new RegExp(`^${state}`) }) })
			.filter({ hasText: text });
	}

	/** The counts over the comparison, like 追加1. */
	async counts(): Promise<readonly string[]> {
		await this.dialog.getByRole('heading', { name: 'ボードとの違い' }).waitFor();
		const counts = await this.dialog
			.getByRole('list', { name: '件数' })
			.getByRole('listitem')
			.allInnerTexts();
		return counts.map((count) => count.replace(/\s/g, ''));
	}

	/** The button that does it, as it is called now. */
	get run(): Locator {
		return this.dialog.getByRole('button', { name: /件を取り込む$/ });
	}
}
