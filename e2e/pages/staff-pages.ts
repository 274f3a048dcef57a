import type { BrowserContext, Page } from 'playwright-core';

/** What staff fill in for a new workshop. */
export interface WorkshopWish {
	readonly name: string;
	readonly scene: string;
	readonly municipality?: string;
	readonly tables?: number;
	/** The words of an example of the manual; left out for a blank board. */
	readonly example?: string;
}

/** Sign-in, home and workshop page as staff use them. */
export class StaffPages {
	readonly page: Page;
	readonly #url: string;

	private constructor(page: Page, url: string) {
		this.page = page;
		this.#url = url;
	}

	/** Signs in with the passphrase and waits for the home page. */
	static async signIn(
		context: BrowserContext,
		app: { readonly url: string; readonly passphrase: string }
	): Promise<StaffPages> {
		const page = await context.newPage();
		await page.goto(`${app.url}/sign-in`);
		await page.getByLabel('合言葉').fill(app.passphrase);
		await page.getByRole('button', { name: 'サインイン', exact: true }).click();
		await page.getByRole('heading', { name: 'ワークショップ', exact: true }).waitFor();
		return new StaffPages(page, app.url);
	}

	async goHome(): Promise<void> {
		await this.page.goto(this.#url);
		await this.page.getByRole('heading', { name: 'ワークショップ', exact: true }).waitFor();
	}

	/** Makes a workshop with the form of the home page and waits for its own page. */
	async createWorkshop(wish: WorkshopWish): Promise<void> {
		const form = this.page.getByRole('complementary', { name: '新しいワークショップ' });
		await form.getByLabel('名前').fill(wish.name);
		await form.getByRole('radio', { name: wish.scene }).check({ force: true });
		const tables = form.getByRole('spinbutton', { name: '卓の数' });
		await tables.fill(String(wish.tables ?? 1));
		await tables.blur();
		if (wish.municipality !== undefined) await form.getByLabel('市区町村').fill(wish.municipality);
		if (wish.example !== undefined) {
			await form.getByRole('radio', { name: '手引きの例' }).check({ force: true });
			await form.getByRole('combobox', { name: /^どの例/ }).selectOption({ label: wish.example });
		}
		await form.getByRole('button', { name: 'つくる' }).click();
		await this.page.waitForURL(/\/workshops\//);
		await this.page.getByRole('region', { name: '参加コード' }).waitFor();
	}

	/** 始める: from now on people can join. */
	async begin(): Promise<void> {
		await this.page.getByRole('button', { name: '始める', exact: true }).click();
		await this.page.getByRole('button', { name: /^閉じる（/ }).waitFor();
	}

	/** 閉じる: from now on the boards can only be read. */
	async close(): Promise<void> {
		await this.page.getByRole('button', { name: /^閉じる（/ }).click();
		await this.page.getByRole('button', { name: '再開する' }).waitFor();
	}

	/** The code on screen for one kind of people. */
	async code(kind: '参加' | '進行役' | '見るだけ'): Promise<string> {
		const card = this.page
			.locator('.code')
			.filter({ has: this.page.getByRole('heading', { name: kind, exact: true }) });
		return (await card.locator('.digits').innerText()).replace(/\D/g, '');
	}

	/** Opens the board of a table from the workshop's page. */
	async openTable(table: number): Promise<void> {
		await this.page.getByRole('link', { name: `${table}卓のボードをひらく` }).click();
		await this.page.locator('[data-kind="saved"]').waitFor();
	}

	/** Chooses a file for 引き継ぎファイル on the page that is open. */
	async chooseFile(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<void> {
		const [chooser] = await Promise.all([
			this.page.waitForEvent('filechooser'),
			this.page.getByRole('button', { name: '引き継ぎファイル' }).click()
		]);
		await chooser.setFiles({
			name: file.name,
			mimeType: 'application/json',
			buffer: Buffer.from(file.bytes)
		});
	}

	/** Opens the board in a file and waits for it. */
	async importFile(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<void> {
		await this.chooseFile(file);
		await this.page.waitForURL(/\/board\//);
		await this.page.locator('[data-kind="saved"]').waitFor();
	}

	/** The names of the workshops on the home page. */
	async workshopNames(): Promise<readonly string[]> {
		return this.page.locator('a[href^="/workshops/"]').allInnerTexts();
	}
}
