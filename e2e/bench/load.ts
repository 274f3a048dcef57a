import { gzipSync } from 'node:zlib';
import { insertCards } from '@renkei/shared/document/commands/card-commands.ts';
import type { CardType } from '@renkei/shared/method/ids.ts';
import type { BrowserContext } from 'playwright-core';
import { startApp } from '../support/app.ts';
import { launchBrowser } from '../support/browser.ts';
import { createWorkshop, join, signInStaff } from '../support/people.ts';
import type { Visitor } from '../support/people.ts';
import { openProvider } from '../support/provider.ts';
import type { BenchRow } from './rows.ts';
import { atMost, quantile, told } from './rows.ts';

const cardCount = 300;
const runs = 5;
const types: readonly CardType[] = ['fact', 'cause', 'cause', 'measure', 'outcome', 'source'];

/** What a person waits for who opens a board of 300 cards on localhost, with nothing kept from before. */
export async function measureLoad(): Promise<BenchRow[]> {
	const app = await startApp();
	const browser = await launchBrowser();
	try {
		const workshop = await createWorkshop(await signInStaff(app));
		const person = await join(app, workshop.joinCode);
		const filler = await openProvider(app, person);
		insertCards(
			filler.doc,
			Array.from({ length: cardCount }, (_, index) => ({
				type: types[index % types.length] ?? 'cause',
				text: `${index} 家族に対し、専門職が看取りに関するプロセスを十分説明しきれていない`
			})),
			[],
			{ participant: 'bench', profession: null, now: 0 }
		);
		await filler.saved();
		filler.close();

		const times: number[] = [];
		let scriptBytes = 0;
		for (let run = 0; run < runs; run += 1) {
			const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
			await bringCookies(context, app.url, person.visitor);
			const page = await context.newPage();
			const scripts: Promise<number>[] = [];
			page.on('response', (response) => {
				if (response.request().resourceType() === 'script')
					scripts.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
			});
			await page.goto(`${app.url}/board/${person.access.id}`);
			const painted = await page.waitForFunction(
				() => performance.getEntriesByName('renkei:board-painted')[0]?.startTime
			);
			times.push(Number(await painted.jsonValue()));
			scriptBytes = (await Promise.all(scripts)).reduce((sum, bytes) => sum + bytes, 0);
			await context.close();
		}
		return [
			atMost('board page: JavaScript at first load, gzipped', scriptBytes / 1000, 200, 'kB'),
			told(`board of ${cardCount} cards: first paint, fastest`, Math.min(...times), 'ms'),
			atMost(`board of ${cardCount} cards: first paint, median`, quantile(times, 0.5), 1500, 'ms')
		];
	} finally {
		await browser.close();
		await app.dispose();
	}
}

async function bringCookies(context: BrowserContext, url: string, visitor: Visitor): Promise<void> {
	await context.addCookies(
		visitor
			.cookie()
			.split('; ')
			.map((cookie) => {
				const cut = cookie.indexOf('=');
				return { name: cookie.slice(0, cut), value: cookie.slice(cut + 1), url };
			})
	);
}
