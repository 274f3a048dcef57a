import { readBoard } from '@renkei/shared/document/read-board.ts';
import type { Board } from '@renkei/shared/method/board.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { cardsOfTurn, turnsInOrder } from '@renkei/shared/method/dialogue.ts';
import { steps } from '@renkei/shared/method/steps.ts';
import { cCityDischarge } from '@renkei/shared/method/templates/c-city-discharge.ts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { KeyboardHand } from './pages/keyboard-hand.ts';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import { createWorkshop, join, signInStaff } from './support/people.ts';
import type { OpenedProvider } from './support/provider.ts';
import { openProvider } from './support/provider.ts';
import { takeSeat } from './support/seat.ts';

let app: App;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let hand: KeyboardHand;
/** What arrives in this document is what the server sent to everybody. */
let others: OpenedProvider;

const interview = cCityDischarge.interview ?? [];
const textOf = (id: string): string =>
	cCityDischarge.cards.find((card) => card.id === id)?.text ?? '';

beforeAll(async () => {
	app = await startApp();
	browser = await launchBrowser();
});

afterAll(async () => {
	await browser?.close();
	await app?.dispose();
});

beforeEach(async () => {
	const workshop = await createWorkshop(await signInStaff(app), { scene: 'discharge' });
	const seat = await takeSeat(browser, app, workshop.joinCode);
	others = await openProvider(app, await join(app, workshop.joinCode));
	({ context } = seat);
	page = await context.newPage();
	page.setDefaultTimeout(30_000);
	await page.goto(seat.address);
	await page.locator('[data-kind="saved"]').waitFor();
	hand = KeyboardHand.on(page);
});

afterEach(async () => {
	others?.close();
	await context?.close();
});

const button = (name: string | RegExp) =>
	page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) });
const rail = (label: string) =>
	page.getByRole('navigation', { name: 'Step のならび' }).getByRole('button', { name: label });
const answerField = () => page.getByRole('textbox', { name: '答え', exact: true });

/** Everything the manual says of the case, in words, so that ids do not matter. */
function inWords(board: Board) {
	const text = (id: CardId): string => board.cards.get(id)?.text ?? '';
	return {
		cards: [...board.cards.values()]
			.map((card) => ({
				type: card.type,
				text: card.text,
				status: card.type === 'theme' ? card.status : '',
				category: card.type === 'cause' ? card.category : '',
				isRoot: card.type === 'cause' && card.isRoot
			}))
			.sort((a, b) => (a.text < b.text ? -1 : 1)),
		links: [...board.links.values()]
			.map(({ from, to, kind }) => `${text(from)} ―${kind}→ ${text(to)}`)
			.sort(),
		log: turnsInOrder(board).map((turn) => ({
			step: turn.step,
			question: turn.question,
			asker: turn.asker,
			answerer: turn.answerer,
			answer: turn.answer,
			cards: cardsOfTurn(board, turn).map((card) => card.text)
		}))
	};
}

/** The case as the product brings it along: a board started from the example. */
async function theManual(): Promise<ReturnType<typeof inWords>> {
	const workshop = await createWorkshop(await signInStaff(app), { start: 'c-city-discharge' });
	const example = await openProvider(app, await join(app, workshop.joinCode));
	const words = inWords(readBoard(example.doc));
	example.close();
	return words;
}

/** Goes through the interview with the keyboard: step by step, question by question. */
async function holdInterview(): Promise<void> {
	let step = '';
	for (const [index, turn] of interview.entries()) {
		if (turn.step !== step) await hand.press(rail(steps[turn.step].label.ja));
		step = turn.step;
		if (index === 0) await hand.press(button('やり取り'));
		const manual = steps[turn.step].questions.some(({ ja }) => ja === turn.question);
		if (manual)
			await hand.choose(
				page.getByLabel('手引きの問いから選ぶ'),
				new RegExp(`^${turn.question.replace(/[?？()（）]/gu, '.')}$`)
			);
		else await hand.write(page.getByRole('textbox', { name: '問い', exact: true }), turn.question);
		if (index === 0) await hand.write(page.getByLabel('聞く人（職種）'), turn.asker);
		await hand.write(page.getByLabel('答える人（職種）'), turn.answerer);
		const isChoice = interview
			.slice(0, index)
			.some(({ cards }) => cards.some((card) => turn.cards.includes(card)));
		const answer = turn.answers.join('\n');
		if (isChoice) await hand.compose(answerField(), answer);
		else await hand.write(answerField(), answer);
		if (isChoice) {
			const chosen = page.getByLabel('選ばれたカード');
			const words = textOf(turn.cards[0] ?? '').slice(0, 12);
			await hand.choose(chosen, new RegExp(words));
			await hand.press(button('書きとめる'));
		} else await page.keyboard.press(answer === '' ? 'Control+Enter' : 'Enter');
		await page.getByRole('listitem', { name: `やり取り${index + 1}`, exact: true }).waitFor();
		expect(await answerField().inputValue()).toBe('');
	}
}

/** Leaves the conversation for one of its cards. */
async function goToCard(id: string): Promise<void> {
	await hand.press(
		page.getByRole('button', { name: new RegExp(`「${textOf(id)}」を見る$`) }).last()
	);
}

/** What everybody has once this screen has sent all of it, a moment later on a slow line. */
async function sent(): Promise<ReturnType<typeof inWords>> {
	await page.locator('[data-kind="saved"]').waitFor();
	return inWords(readBoard(others.doc));
}

test('C市 is rebuilt in the list by step rail and keyboard alone, with its conversation', async () => {
	await hand.press(button('一覧'));
	await holdInterview();

	await goToCard('c6');
	const causes = page.getByRole('tree', { name: '原因', exact: true });
	const row = (id: string) =>
		page.getByRole('treeitem').filter({
			has: page.locator('p.text').and(page.getByText(textOf(id), { exact: true }))
		});
	await hand.walkTo(causes, row('c6'));
	await page.keyboard.press('ArrowRight');
	await hand.reach(page.getByRole('switch', { name: /解決すべき原因にする/ }));
	await page.keyboard.press('Space');
	const root = page.getByRole('tree', { name: '解決すべき原因', exact: true });
	await root.getByText(textOf('c6'), { exact: true }).waitFor();

	await hand.press(rail('対策'));
	for (const id of ['m1', 'm2']) {
		await hand.write(page.getByRole('textbox', { name: '対策を足す', exact: true }), textOf(id));
		await page.keyboard.press('Enter');
		await row(id).waitFor();
	}
	for (const [list, from, to] of [
		[root, 'c6', 'm1'],
		[causes, 'c1', 'm2']
	] as const) {
		const number = (await row(to).locator('.number').innerText()).trim();
		await hand.walkTo(list, row(from));
		await page.keyboard.press('l');
		await page.getByLabel('つなぐカードの番号').waitFor();
		await page.keyboard.type(number);
		await page.keyboard.press('Enter');
		await page.getByLabel('つなぐカードの番号').waitFor({ state: 'detached' });
	}
	const manual = await theManual();
	await vi.waitFor(async () => expect(await sent()).toEqual(manual), 20_000);
});

test('C市 is rebuilt beside the canvas by step rail and keyboard alone, with its conversation', async () => {
	await holdInterview();

	await hand.press(button('原因をくらべて決める'));
	const options = page.getByRole('listbox');
	await hand.walkTo(options, page.getByRole('option').filter({ hasText: textOf('c6') }));
	await page.keyboard.press('Space');
	await hand.reach(page.getByRole('radio', { name: new RegExp(textOf('c6')) }));
	await page.keyboard.press('Space');
	await hand.press(button('解決すべき原因に決める'));
	await page.getByRole('heading', { name: '原因と最終結果の関係' }).waitFor();

	for (const [from, to] of [
		['c6', 'm1'],
		['c1', 'm2']
	] as const) {
		await hand.press(button('やり取り'));
		await goToCard(from);
		const waiting = page.locator('.editor.waiting textarea:focus');
		await waiting.waitFor({ state: 'attached' });
		await page.keyboard.press('Enter');
		const field = page.locator('.editor.writing textarea:focus');
		await field.waitFor();
		await page.keyboard.press('Tab');
		await page.waitForFunction(() => {
			const { activeElement } = document;
			return activeElement instanceof HTMLTextAreaElement && activeElement.value === '';
		});
		await page.keyboard.insertText(textOf(to));
		await page.keyboard.press('Enter');
		await waiting.waitFor({ state: 'attached' });
		await page.keyboard.press('Escape');
	}
	const manual = await theManual();
	await vi.waitFor(async () => expect(await sent()).toEqual(manual), 20_000);
});

test('one turn is one step of 元に戻す; turns are put in another order and rewritten', async () => {
	await hand.press(rail('テーマ'));
	await hand.press(button('やり取り'));
	await hand.write(answerField(), '一つ目のテーマ\n二つ目のテーマ');
	await page.keyboard.press('Enter');
	await page.getByRole('listitem', { name: 'やり取り1', exact: true }).waitFor();
	await hand.write(page.getByRole('textbox', { name: '問い', exact: true }), 'もう一つの問い');
	await hand.write(answerField(), '三つ目のテーマ');
	await page.keyboard.press('Enter');
	const texts = (): readonly string[] =>
		[...readBoard(others.doc).cards.values()].map(({ text }) => text).sort();
	await vi.waitFor(() => expect(texts()).toHaveLength(3), 20_000);

	await hand.press(button('やり取り2の操作'));
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	const asked = (): readonly string[] =>
		turnsInOrder(readBoard(others.doc)).map(({ question }) => question);
	await vi.waitFor(() => expect(asked()[0]).toBe('もう一つの問い'), 20_000);

	await hand.press(button('やり取り1の操作'));
	await page.keyboard.press('Enter');
	const field = page
		.getByRole('listitem', { name: 'やり取り1' })
		.getByLabel('答え', { exact: true });
	await hand.write(field, '書き直した答え');
	await hand.press(button('直した内容にする'));
	await vi.waitFor(
		() => expect(turnsInOrder(readBoard(others.doc))[0]?.answer).toBe('書き直した答え'),
		20_000
	);

	// Undo takes back the rewriting, the move, the second turn with its card, and the first with both of its cards.
	await hand.press(button('ボードへ戻る'));
	await page.locator('[data-board-canvas] canvas').first().waitFor();
	const undo = button(/^元に戻す/);
	for (let step = 0; step < 3; step++) await hand.press(undo);
	await vi.waitFor(() => expect(texts()).toEqual(['一つ目のテーマ', '二つ目のテーマ']), 20_000);
	await hand.press(undo);
	await vi.waitFor(() => expect(texts()).toEqual([]), 20_000);
	expect(asked()).toEqual([]);
});

test('who turns to the causes before there is a vision is asked once, and may go on', async () => {
	await hand.press(rail('原因'));
	const question = page.getByText('目指す姿がまだありません。先に話しますか？');
	await question.waitFor();
	await hand.press(button('このまま続ける'));
	await question.waitFor({ state: 'detached' });
	await hand.press(rail('対策'));
	await hand.press(rail('原因'));
	expect(await question.count()).toBe(0);
	await page.reload();
	await page.locator('[data-kind="saved"]').waitFor();
	await hand.press(rail('原因'));
	await page.getByText('その原因は何ですか？').first().waitFor();
	expect(await question.count()).toBe(0);
});

test('a step called done stays done for everybody until that is taken back', async () => {
	await hand.press(rail('現状'));
	const mark = button('この Step を済みにする');
	await hand.press(mark);
	await vi.waitFor(
		() => expect(readBoard(others.doc).meta.doneSteps).toEqual(['currentState']),
		20_000
	);
	expect(await mark.getAttribute('aria-pressed')).toBe('true');
	await hand.press(mark);
	await vi.waitFor(() => expect(readBoard(others.doc).meta.doneSteps).toEqual([]), 20_000);
});

test('the last question of a step leads on to the next step', async () => {
	await hand.press(rail('役割分担'));
	await hand.press(button('次の Step へ'));
	await page.getByText('これら対策がとられた場合').first().waitFor();
	expect(await rail('評価').getAttribute('aria-current')).toBe('step');
});
