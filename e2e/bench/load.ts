import { gzipSync } from 'node:zlib';
import { insertCards } from '@renkei/shared/document/commands/card-commands.ts';
import type { CardType } from '@renkei/shared/method/ids.ts';
import type { Browser, Page } from 'playwright-core';
import { startApp } from '../support/app.ts';
import { launchBrowser } from '../support/browser.ts';
import { createWorkshop, join, signInStaff, takeCookies } from '../support/people.ts';
import type { Visitor } from '../support/people.ts';
import { openProvider } from '../support/provider.ts';
import type { BenchRow } from './rows.ts';
import { atMost, quantile, told } from './rows.ts';

const cardCount = 300;
const runs = 5;
/** Until a new browser window has nothing left to do. */
const settleMs = 1500;
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
			filler.author
		);
		await filler.saved();
		filler.close();

		const address = `${app.url}/board/${person.access.id}`;
		// A browser's first page of a site starts a process of its own, which takes as long as the board does.
		const first: number[] = [];
		const next: number[] = [];
		for (let run = 0; run < runs; run += 1)
			for (const times of [first, next])
				times.push(
					await inFreshBrowser(browser, app.url, person.visitor, async (page) => {
						if (times === next) {
							await page.goto(`${app.url}/healthz`);
							await page.waitForTimeout(settleMs);
						}
						await page.goto(address);
						return await paintedMs(page);
					})
				);
		// Counting bytes costs time of its own, so it has a run of its own.
		const weigh = (path: string, stands: (page: Page) => Promise<unknown>): Promise<number> =>
			inFreshBrowser(browser, app.url, person.visitor, async (page) => {
				const scripts: Promise<number>[] = [];
				page.on('response', (response) => {
					if (response.request().resourceType() === 'script')
						scripts.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
				});
				await page.goto(app.url + path);
				await stands(page);
				return (await Promise.all(scripts)).reduce((sum, bytes) => sum + bytes, 0);
			});
		const scriptBytes = await weigh(`/board/${person.access.id}`, paintedMs);
		const joinBytes = await weigh('/join', (page) => page.getByText('看護師').first().waitFor());
		const ideaBytes = await weigh(`/i/${person.access.id}`, (page) =>
			page.getByRole('button', { name: '送る' }).first().waitFor()
		);
		return [
			atMost('board page: JavaScript at first load, gzipped', scriptBytes / 1000, 200, 'kB'),
			atMost('join page: JavaScript, gzipped', joinBytes / 1000, 60, 'kB'),
			atMost('form for ideas on a phone: JavaScript, gzipped', ideaBytes / 1000, 60, 'kB'),
			atMost(`board of ${cardCount} cards: first paint, median`, quantile(first, 0.5), 1500, 'ms'),
			told(
				`board of ${cardCount} cards: first paint in a browser that stands, median`,
				quantile(next, 0.5),
				'ms'
			)
		];
	} finally {
		await browser.close();
		await app.dispose();
	}
}

async function inFreshBrowser<T>(
	browser: Browser,
	url: string,
	visitor: Visitor,
	look: (page: Page) => Promise<T>
): Promise<T> {
	const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
	try {
		await takeCookies(context, url, visitor);
		return await look(await context.newPage());
	} finally {
		await context.close();
	}
}

/** When the canvas first stood, in ms since the page was asked for. */
async function paintedMs(page: Page): Promise<number> {
	const painted = await page.waitForFunction(
		() => performance.getEntriesByName('renkei:board-painted')[0]?.startTime
	);
	return Number(await painted.jsonValue());
}
