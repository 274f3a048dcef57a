import type { Locator, Page } from 'playwright-core';

/** 紙の写真 of an open board, beside the list. */
export class PhotosPage {
	readonly page: Page;

	private constructor(page: Page) {
		this.page = page;
	}

	/** Opens the photos from 演習シート. */
	static async show(page: Page): Promise<PhotosPage> {
		await page.getByRole('button', { name: '演習シート', exact: true }).click();
		await page.getByRole('button', { name: '紙の写真', exact: true }).click();
		const photos = new PhotosPage(page);
		await photos.region.getByText(/^\d+ \/ 60 枚$/).waitFor();
		return photos;
	}

	get region(): Locator {
		return this.page.getByRole('region', { name: '紙の写真', exact: true });
	}

	/** The small pictures, by what is said of each. */
	get thumbnails(): Locator {
		return this.region.getByRole('list', { name: '写真の一覧' }).getByRole('button');
	}

	/** The photo that is looked at. */
	get large(): Locator {
		return this.page.getByRole('region', { name: '選んだ写真' }).getByRole('img');
	}

	/** Chooses files as the file dialog would. */
	async choose(...files: readonly { name: string; mimeType: string; buffer: Buffer }[]) {
		const [chooser] = await Promise.all([
			this.page.waitForEvent('filechooser'),
			this.region.getByRole('button', { name: '写真を選ぶ' }).click()
		]);
		await chooser.setFiles([...files]);
	}

	/** Waits until the large photo is on the screen and tells its size in pixels. */
	async largeSize(): Promise<readonly [width: number, height: number]> {
		await this.large.waitFor();
		return await this.large.evaluate(async (image) => {
			const photo = image as HTMLImageElement;
			await photo.decode();
			return [photo.naturalWidth, photo.naturalHeight] as const;
		});
	}
}
