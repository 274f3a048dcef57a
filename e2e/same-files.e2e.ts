import { exportFormats } from '@renkei/shared/exports/index.ts';
import { exportFormatIds } from '@renkei/shared/method/export-ids.ts';
import { strFromU8, unzipSync, unzlibSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SheetPage } from './pages/sheet-page.ts';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import { createWorkshop, join, signInStaff, takeCookies } from './support/people.ts';

let app: App;
let browser: Browser;
beforeAll(async () => {
	app = await startApp();
	browser = await launchBrowser();
});
afterAll(async () => {
	await browser?.close();
	await app?.dispose();
});

/** What is in a file, free of how it was packed: browsers and servers pack each in their own way. */
function unpacked(bytes: Uint8Array): unknown {
	const text = Buffer.from(bytes).toString('latin1');
	if (text.startsWith('PK'))
		return Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]);
	const streams = [...text.matchAll(/stream\r?\n([^]*?)\r?\nendstream/g)].map(([, body = '']) => {
		const packed = Buffer.from(body, 'latin1');
		return body.startsWith('x') ? unzlibSync(packed) : packed;
	});
	return streams.length > 0 ? streams.map((stream) => strFromU8(stream, true)) : text;
}

/** All but the picture: its pixels are the browser's own. */
const formats = exportFormatIds.filter((id) => id !== 'png');

test('a file written in the browser holds what the file of the server holds, byte by byte', async () => {
	const staff = await signInStaff(app);
	const workshop = await createWorkshop(staff, { start: 'i-city-mitori' });
	const person = await join(app, workshop.joinCode);
	const context = await browser.newContext({
		viewport: { width: 1366, height: 900 },
		locale: 'ja-JP'
	});
	await takeCookies(context, app.url, person.visitor);
	const page = await context.newPage();
	await page.goto(`${app.url}/board/${person.access.id}`);
	await page.locator('[data-kind="saved"]').waitFor();
	const sheet = await SheetPage.show(page);
	await sheet.openDialog();
	await sheet.confirmPrivacy();
	for (const format of formats) {
		const { name, bytes } = await sheet.download(exportFormats[format].label.ja);
		const date = name.slice(0, 10);
		const path = `/api/boards/${person.access.id}/export/${format}?date=${date}`;
		const there = await staff.ask('GET', path);
		expect([format, there.status]).toEqual([format, 200]);
		const written = new Uint8Array(await there.arrayBuffer());
		expect(there.headers.get('content-disposition')).toContain(encodeURIComponent(name));
		expect([format, unpacked(bytes)]).toEqual([format, unpacked(written)]);
	}
	await context.close();
});
