import { addCard, editCardText } from '@renkei/shared/document/commands/card-commands.ts';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { WritingHand } from './pages/writing-hand.ts';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import { createWorkshop, join, signInStaff } from './support/people.ts';
import type { OpenedProvider } from './support/provider.ts';
import { openProvider } from './support/provider.ts';
import type { Seat } from './support/seat.ts';
import { takeSeat } from './support/seat.ts';

const offlineMs = 60_000;
const betweenEditsMs = 6000;

let app: App;
let browser: Browser;
let seat: Seat;
let nurse: WritingHand;
let physician: OpenedProvider;

beforeAll(async () => {
	app = await startApp();
	browser = await launchBrowser();
});

afterAll(async () => {
	await browser?.close();
	await app?.dispose();
});

beforeEach(async () => {
	const workshop = await createWorkshop(await signInStaff(app));
	seat = await takeSeat(browser, app, workshop.joinCode, { profession: 'visitingNurse' });
	physician = await openProvider(
		app,
		await join(app, workshop.joinCode, { profession: 'physician' })
	);
	nurse = await WritingHand.open(seat.context, seat.address);
});

afterEach(async () => {
	physician?.close();
	await seat?.context.close();
});

async function write(text: string): Promise<void> {
	await nurse.startCause();
	await nurse.convert(text);
	await nurse.page.keyboard.press('Enter');
	await nurse.resting();
}

function textsAtServer(): string[] {
	return [...readBoard(physician.doc).cards.values()].map(({ text }) => text).sort();
}

async function othersSee(...texts: readonly string[]): Promise<void> {
	await vi.waitFor(() => expect(textsAtServer()).toEqual([...texts].sort()), 20_000);
}

test('a minute without a line, with edits on both sides all the time, and everything is there afterwards', async () => {
	await write('家族の不安');
	await nurse.saved();
	await othersSee('家族の不安');
	const [id] = [...readBoard(physician.doc).cards.keys()] as [CardId];

	// A real minute: time-outs, watchdog and growing pauses between tries of the real browser are what is tested.
	const cutAt = Date.now();
	seat.setCut(true);
	await nurse.page.keyboard.type('がある');
	await nurse.page.keyboard.press('Enter');
	editCardText(physician.doc, id, { index: 0, remove: 0, insert: '【医師】' });
	const here: string[] = [];
	const there: string[] = [];
	while (Date.now() - cutAt < offlineMs) {
		const number = here.length + 1;
		await write(`切断中に書いた原因${number}`);
		here.push(`切断中に書いた原因${number}`);
		addCard(physician.doc, { type: 'fact', text: `医師が書いた現状${number}` }, physician.author);
		there.push(`医師が書いた現状${number}`);
		await physician.saved();
		await nurse.chipIs('offline');
		const next = cutAt + number * betweenEditsMs;
		await vi.waitFor(() => expect(Date.now()).toBeGreaterThan(next), betweenEditsMs + 1000);
	}
	const [, unsent] =
		/^つながっていません：入力は続けられます（未送信 (\d+)件）$/.exec(await nurse.chip()) ?? [];
	expect(Number(unsent)).toBeGreaterThanOrEqual(here.length + 1);
	expect(textsAtServer()).toEqual(['【医師】家族の不安', ...there].sort());

	seat.setCut(false);
	await nurse.saved();
	await othersSee('【医師】家族の不安がある', ...here, ...there);
	expect(await nurse.chip()).toBe('保存済み');
}, 150_000);

test('what was written without a line is still there, and still counted, after loading the page again', async () => {
	await write('家族の不安');
	await nurse.saved();
	seat.setCut(true);
	await write('再読み込みの前');
	nurse.page.on('dialog', (dialog) => void dialog.accept());
	await nurse.page.reload();
	await nurse.page.locator('[data-board-canvas] canvas').first().waitFor();
	await nurse.chipIs('offline');
	expect(await nurse.chip()).toMatch(/未送信 [1-9]\d*件/);
	expect(textsAtServer()).toEqual(['家族の不安']);
	seat.setCut(false);
	await nurse.saved();
	await othersSee('家族の不安', '再読み込みの前');
});

test('leaving with unsent changes asks first, leaving with saved ones does not', async () => {
	await write('家族の不安');
	await nurse.saved();
	const asked: string[] = [];
	nurse.page.on('dialog', (dialog) => {
		asked.push(dialog.type());
		void dialog.accept();
	});
	await nurse.page.reload();
	await nurse.saved();
	expect(asked).toEqual([]);
	seat.setCut(true);
	await write('まだ送れていない');
	await nurse.page.reload();
	expect(asked).toEqual(['beforeunload']);
});

test('a word that was never finished survives a crash and is offered again', async () => {
	await write('家族の不安');
	await nurse.saved();
	await nurse.compose('がある');
	await nurse.page.waitForFunction(() =>
		Object.entries(localStorage).some(
			([key, value]) => key.startsWith('renkei.draft.') && String(value).includes('がある')
		)
	);
	await nurse.crash();
	nurse = await WritingHand.open(seat.context, seat.address);
	await nurse.page.getByText('前回の入力が残っています').waitFor();
	await nurse.page.getByRole('button', { name: '戻す', exact: true }).click();
	await othersSee('家族の不安がある');
	await nurse.saved();
	await vi.waitFor(async () =>
		expect(
			await nurse.page.evaluate(() =>
				Object.keys(localStorage).filter((key) => key.startsWith('renkei.draft.'))
			)
		).toEqual([])
	);
});
