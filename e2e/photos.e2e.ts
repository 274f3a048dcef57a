import { AxeBuilder } from '@axe-core/playwright';
import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import { photoListSchema } from '@renkei/shared/protocol/photos-api.ts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { ListPage } from './pages/list-page.ts';
import { PhotosPage } from './pages/photos-page.ts';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import { createWorkshop, join, signInStaff } from './support/people.ts';
import type { Seat } from './support/seat.ts';
import { takeSeat } from './support/seat.ts';

let app: App;
let browser: Browser;
let workshop: Workshop;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
	app = await startApp();
	browser = await launchBrowser();
});

beforeEach(async () => {
	workshop = await createWorkshop(await signInStaff(app));
});

afterEach(async () => {
	for (const context of contexts.splice(0)) await context.close();
});

afterAll(async () => {
	await browser?.close();
	await app?.dispose();
});

async function sitDown(
	profession: 'visitingNurse' | 'physician',
	screen?: { readonly isTouch: boolean }
): Promise<{ readonly page: Page; readonly seat: Seat }> {
	const seat = await takeSeat(browser, app, workshop.joinCode, {
		profession,
		...(screen ? { screen } : {})
	});
	contexts.push(seat.context);
	seat.context.setDefaultTimeout(30_000);
	const page = await seat.context.newPage();
	await page.goto(seat.address);
	await page.locator('[data-kind="saved"]').waitFor();
	return { page, seat };
}

/** A drawn sheet of paper as JPEG: 400 × 300, red on the left and blue on the right. */
async function drawJpeg(page: Page): Promise<Buffer> {
	const url = await page.evaluate(() => {
		const canvas = document.createElement('canvas');
		canvas.width = 400;
		canvas.height = 300;
		const pen = canvas.getContext('2d');
		if (!pen) throw new Error('There is no canvas');
		pen.fillStyle = '#d00';
		pen.fillRect(0, 0, 200, 300);
		pen.fillStyle = '#00d';
		pen.fillRect(200, 0, 200, 300);
		return canvas.toDataURL('image/jpeg', 0.9);
	});
	return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

/** What a phone writes beside a picture: held upright (turn a quarter right), who made it, and where. */
function phoneMarks(): Buffer {
	const tiff = Buffer.alloc(150);
	tiff.write('II*\0', 'latin1');
	tiff.writeUInt32LE(8, 4);
	const entry = (at: number, tag: number, type: number, count: number, value: number): void => {
		tiff.writeUInt16LE(tag, at);
		tiff.writeUInt16LE(type, at + 2);
		tiff.writeUInt32LE(count, at + 4);
		tiff.writeUInt32LE(value, at + 8);
	};
	tiff.writeUInt16LE(3, 8);
	entry(10, 0x010f, 2, 12, 100);
	entry(22, 0x0112, 3, 1, 6);
	entry(34, 0x8825, 4, 1, 60);
	tiff.writeUInt16LE(1, 60);
	entry(62, 0x0002, 5, 3, 112);
	tiff.write('SECRETPHONE\0', 100, 'latin1');
	for (const [index, part] of [35, 1, 41, 1, 22, 1].entries())
		tiff.writeUInt32LE(part, 112 + index * 4);
	const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
	const head = Buffer.from([0xff, 0xe1, 0, 0]);
	head.writeUInt16BE(body.length + 2, 2);
	return Buffer.concat([head, body]);
}

/** The picture as a phone would have saved it. */
function asFromPhone(jpeg: Buffer): Buffer {
	return Buffer.concat([jpeg.subarray(0, 2), phoneMarks(), jpeg.subarray(2)]);
}

function file(name: string, buffer: Buffer, mimeType = 'image/jpeg') {
	return { name, mimeType, buffer };
}

/** The ids of the photos as the server lists them to somebody. */
async function listed(seat: Seat): Promise<readonly string[]> {
	const answer = await seat.context.request.get(`${app.url}/api/boards/${seat.access.id}/photos`);
	return photoListSchema.parse(await answer.json()).photos.map(({ id }) => id);
}

async function barriers(page: Page): Promise<readonly string[]> {
	const { violations } = await new AxeBuilder({ page })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'])
		.analyze();
	return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

test('a photo is kept upright and without where it was taken; the others see it and write from it', async () => {
	const nurse = await sitDown('visitingNurse');
	const photos = await PhotosPage.show(nurse.page);
	expect(await barriers(nurse.page)).toEqual([]);
	const jpeg = asFromPhone(await drawJpeg(nurse.page));
	expect(jpeg.includes('SECRETPHONE')).toBe(true);
	await photos.choose(file('紙.jpg', jpeg), file('こわれた.jpg', Buffer.from('not a picture')));
	await photos.region.getByText('こわれた.jpg：写真ではないか、こわれています').waitFor();
	expect(await photos.largeSize()).toEqual([300, 400]);
	expect(await barriers(nurse.page)).toEqual([]);
	const [id = ''] = await listed(nurse.seat);
	const address = `${app.url}/api/boards/${nurse.seat.access.id}/photos/${id}`;
	const stored = await (await nurse.seat.context.request.get(address)).body();
	expect(stored.includes('SECRETPHONE')).toBe(false);
	expect(stored.includes('Exif')).toBe(false);

	const physician = await sitDown('physician');
	const theirs = await PhotosPage.show(physician.page);
	await theirs.thumbnails.filter({ hasText: '訪問看護師' }).waitFor();
	expect(await theirs.largeSize()).toEqual([300, 400]);
	// Somebody else's photo is not theirs to take away.
	expect(await theirs.region.getByRole('button', { name: '取り下げる' }).count()).toBe(0);
	await ListPage.of(physician.page).add('原因', '紙に書いてあった原因');
	await ListPage.of(nurse.page).row('紙に書いてあった原因').waitFor();

	const stranger = await fetch(address);
	expect(stranger.status).toBe(401);
	const other = await createWorkshop(await signInStaff(app));
	const { visitor } = await join(app, other.joinCode);
	expect((await visitor.ask('GET', new URL(address).pathname)).status).toBe(403);

	await photos.region.getByRole('button', { name: '取り下げる' }).press('Enter');
	const dialog = nurse.page.getByRole('dialog', { name: '写真を取り下げますか' });
	await dialog.getByRole('button', { name: '取り下げる', exact: true }).press('Enter');
	await photos.region.getByText('まだ写真がありません。').waitFor();
	await theirs.region.getByText('まだ写真がありません。').waitFor();
	expect(await listed(physician.seat)).toEqual([]);
});

test('what the server is sent directly loses its marks too', async () => {
	const { page, seat } = await sitDown('visitingNurse');
	const jpeg = asFromPhone(await drawJpeg(page));
	const sent = await seat.context.request.post(`${app.url}/api/boards/${seat.access.id}/photos`, {
		headers: { origin: app.url },
		multipart: { file: file('紙.jpg', jpeg) }
	});
	expect(sent.status()).toBe(201);
	const [id = ''] = await listed(seat);
	const stored = await seat.context.request.get(
		`${app.url}/api/boards/${seat.access.id}/photos/${id}`
	);
	expect((await stored.body()).includes('SECRETPHONE')).toBe(false);
	expect(stored.headers()['content-type']).toBe('image/jpeg');
	const photos = await PhotosPage.show(page);
	expect(await photos.largeSize()).toEqual([300, 400]);
});

test('a large picture is made smaller before it is sent, and can be looked at closely by the keyboard', async () => {
	const { page, seat } = await sitDown('visitingNurse');
	const photos = await PhotosPage.show(page);
	const url = await page.evaluate(() => {
		const canvas = document.createElement('canvas');
		canvas.width = 5000;
		canvas.height = 3000;
		const pen = canvas.getContext('2d');
		if (!pen) throw new Error('There is no canvas');
		// Noise, which no compression makes small.
		const noise = pen.createImageData(5000, 300);
		for (let at = 0; at < noise.data.length; at += 1) noise.data[at] = (at * 2654435761) % 251;
		for (let top = 0; top < 3000; top += 300) pen.putImageData(noise, 0, top);
		return canvas.toDataURL('image/png');
	});
	const png = Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
	await photos.choose(file('大きな紙.png', png, 'image/png'));
	const [width, height] = await photos.largeSize();
	expect(Math.max(width, height)).toBeLessThanOrEqual(2400);
	expect(width / height).toBeCloseTo(5 / 3, 2);
	const [id = ''] = await listed(seat);
	const stored = await seat.context.request.get(
		`${app.url}/api/boards/${seat.access.id}/photos/${id}`
	);
	expect((await stored.body()).length).toBeLessThanOrEqual(1.5 * 1024 * 1024);
	const before = (await photos.large.boundingBox())?.width ?? 0;
	await page.getByRole('region', { name: '選んだ写真' }).focus();
	await page.keyboard.press('+');
	await expect.poll(async () => (await photos.large.boundingBox())?.width).toBeGreaterThan(before);
});

test('on a tablet and a phone photo and list stand one above the other, and without a line it says so', async () => {
	const { page } = await sitDown('visitingNurse', { isTouch: true });
	for (const size of [
		{ width: 820, height: 1180 },
		{ width: 390, height: 844 }
	]) {
		await page.setViewportSize(size);
		const photos = await PhotosPage.show(page);
		await photos.region.getByRole('button', { name: '写真を撮る' }).waitFor();
		const overhang = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect(overhang).toBeLessThanOrEqual(0);
		await page.getByRole('button', { name: 'ボードへ戻る' }).click();
	}
	await page.route('**/photos', (route) => route.abort());
	await page.getByRole('button', { name: '紙の写真', exact: true }).click();
	await page.getByText('写真を見たり足したりするには、サーバーとの接続が必要です').waitFor();
	await page.unroute('**/photos');
	await page.getByRole('button', { name: 'もう一度ためす' }).click();
	await page.getByText('0 / 60 枚').waitFor();
});
