import { AxeBuilder } from '@axe-core/playwright';
import type { Workshop } from '@renkei/shared/protocol/http-api.ts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ListPage } from './pages/list-page.ts';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import type { Visitor } from './support/people.ts';
import { createWorkshop, signInStaff } from './support/people.ts';
import { takeSeat } from './support/seat.ts';

let app: App;
let browser: Browser;
let staff: Visitor;
let workshop: Workshop;
const contexts: BrowserContext[] = [];
beforeAll(async () => {
	app = await startApp();
	browser = await launchBrowser();
	staff = await signInStaff(app);
	workshop = await createWorkshop(staff);
	await staff.ask('PATCH', `/api/workshops/${workshop.id}`, { state: 'preparing' });
});
afterEach(async () => {
	for (const context of contexts.splice(0)) await context.close();
});
afterAll(async () => {
	await browser?.close();
	await app?.dispose();
});

const rehearsing = 'リハーサル中（終わると消えます）';

async function sitDown(code: string, profession: 'coordinator' | 'visitingNurse'): Promise<Page> {
	const seat = await takeSeat(browser, app, code, { profession });
	contexts.push(seat.context);
	seat.context.setDefaultTimeout(30_000);
	const page = await seat.context.newPage();
	await page.goto(seat.address);
	await page.locator('[data-kind="saved"]').waitFor();
	return page;
}

test('a rehearsal with a hand-over in the middle of a sentence, wiped at its end', async () => {
	const lead = await sitDown(workshop.facilitatorCode, 'coordinator');
	await lead.getByRole('button', { name: '参加している人' }).click();
	await lead.getByRole('button', { name: 'リハーサルを始める' }).click();
	await lead.getByText(rehearsing).waitFor();

	const nurse = await sitDown(workshop.joinCode, 'visitingNurse');
	await nurse.getByText(rehearsing).waitFor();
	const list = await ListPage.show(nurse);
	await list.add('原因', '家族の不安が大きい');
	const field = nurse.getByRole('textbox', { name: '原因を足す', exact: true });
	await field.pressSequentially('夜間に相談');

	await lead.getByRole('button', { name: '参加している人' }).click();
	await lead.getByRole('dialog').getByRole('button', { name: '訪問看護師' }).click();
	await lead.getByRole('button', { name: '進行役にする' }).click();
	await nurse.getByText(/^進行役になりました。/).waitFor();
	await nurse.getByRole('button', { name: '参加している人' }).waitFor();
	await field.pressSequentially('できない');
	await field.press('Enter');
	await list.row('夜間に相談できない').waitFor();
	expect((await new AxeBuilder({ page: lead }).include('dialog').analyze()).violations).toEqual([]);

	await lead.getByRole('button', { name: 'リハーサルを終える' }).click();
	const ask = lead.getByRole('dialog', { name: 'リハーサルを終えますか' });
	await ask.getByRole('button', { name: 'リハーサルを終える' }).click();
	await nurse.getByRole('heading', { name: 'リハーサルは終わりました' }).waitFor();
	await lead.getByText(rehearsing).waitFor({ state: 'detached' });
	const after = await ListPage.show(lead);
	await after.row('家族の不安が大きい').waitFor({ state: 'detached' });
	const { people } = await (await staff.ask('GET', `/api/workshops/${workshop.id}/people`)).json();
	expect(people.map(({ role }: { role: string }) => role)).toEqual(['facilitator']);
});
