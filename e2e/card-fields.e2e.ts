import { AxeBuilder } from '@axe-core/playwright';
import type { Card, CardOf } from '@renkei/shared/method/card.ts';
import type { CardType } from '@renkei/shared/method/ids.ts';
import type { Template, TemplateCard } from '@renkei/shared/method/templates/template.ts';
import { iCityMitori } from '@renkei/shared/method/templates/i-city-mitori.ts';
import { boardOf } from '@renkei/shared/method/worksheet/test-board.ts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { DetailsHand } from './pages/details-hand.ts';
import { ListPage } from './pages/list-page.ts';
import type { Section } from './pages/list-page.ts';
import { SheetPage } from './pages/sheet-page.ts';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import { boardInFile, plainBoard } from './support/paper.ts';
import { createWorkshop, signInStaff } from './support/people.ts';
import { takeSeat } from './support/seat.ts';

const example: Template = iCityMitori;
let app: App;
let browser: Browser;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
	app = await startApp();
	browser = await launchBrowser();
});

afterEach(async () => {
	for (const context of contexts.splice(0)) await context.close();
});

afterAll(async () => {
	await browser?.close();
	await app?.dispose();
});

async function boardPage(start: 'blank' | 'i-city-mitori'): Promise<Page> {
	const workshop = await createWorkshop(await signInStaff(app), { start });
	const seat = await takeSeat(browser, app, workshop.joinCode, { profession: 'careManager' });
	contexts.push(seat.context);
	seat.context.setDefaultTimeout(30_000);
	const page = await seat.context.newPage();
	await page.goto(seat.address);
	await page.locator('[data-kind="saved"]').waitFor();
	return page;
}

/** What WCAG 2.2 A and AA call a barrier on this page, with the elements that are one. */
async function barriers(page: Page): Promise<readonly string[]> {
	const { violations } = await new AxeBuilder({ page })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'])
		.analyze();
	return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** The board as its file has it. */
async function savedBoard(page: Page): Promise<ReturnType<typeof boardInFile>> {
	await page.locator('[data-kind="saved"]').waitFor();
	const sheet = await SheetPage.show(page);
	await sheet.openDialog();
	await sheet.confirmPrivacy();
	const { bytes } = await sheet.download('JSON');
	await page.keyboard.press('Escape');
	return boardInFile(bytes);
}

const places = {
	theme: ['テーマ・目指す姿', '解決したいテーマ'],
	vision: ['テーマ・目指す姿', '目指す姿'],
	fact: ['現状', '現状'],
	note: ['現状', 'メモ'],
	cause: ['原因', undefined],
	measure: ['対策', undefined],
	outcome: ['期待したこと', undefined],
	source: ['指標・把握方法', '把握方法'],
	indicator: ['指標・把握方法', '評価指標']
} as const satisfies Record<CardType, readonly [Section, string | undefined]>;

/** The words on screen for what the example says of its cards. */
const words: Readonly<Record<string, string>> = {
	chosen: '選んだテーマ',
	reason: '選んだ理由',
	point: 'ねらい',
	plan: '予定',
	up: '↑ 増える・上がる',
	down: '↓ 減る・下がる',
	survey: 'アンケート',
	hearing: 'ヒアリング',
	published: '公表データ'
};

/** Types what the example says beside the text of a card. */
async function typeFields(hand: DetailsHand, { type, fields = {}, subActions }: TemplateCard) {
	const { status, kind, direction, method, isRoot, audience, members, group } = fields;
	if (status) await hand.choose('扱い', words[String(status)] ?? '');
	if (type === 'note' && kind) await hand.choose('メモの種類', words[String(kind)] ?? '');
	if (direction) await hand.choose('増えるか減るか', words[String(direction)] ?? '');
	if (method) await hand.choose('方法', words[String(method)] ?? '');
	if (isRoot) await hand.press('解決すべき原因にする');
	for (const [index, part] of (subActions ?? []).entries()) {
		const mark = '①②'[index] ?? '';
		await hand.write('内訳を足す', part.text);
		await hand.details.getByLabel(`内訳${mark}`, { exact: true }).waitFor();
	}
	for (const [index, part] of (subActions ?? []).entries()) {
		const mark = '①②'[index] ?? '';
		await hand.press(`内訳${mark}の対象・担当・時期`);
		if (part.audience) await hand.write(`内訳${mark}の対象（誰に）`, part.audience);
		if (part.owner) await hand.write(`内訳${mark}の担当・作業部会`, part.owner);
		if (part.timing) await hand.write(`内訳${mark}の時期`, part.timing);
	}
	if (audience) await hand.write('対象（誰に）', String(audience));
	if (Array.isArray(members)) await hand.write('部会のメンバー', members.join('、'));
	if (group) await hand.write('まとまり（◯◯向け対策）', String(group));
}

test('the I市 board is written in 一覧 alone, every field by the keyboard', async () => {
	const page = await boardPage('blank');
	const list = await ListPage.show(page);
	const hand = new DetailsHand(list);
	for (const card of example.cards) {
		const [section, type] = places[card.type];
		await list.add(section, card.text, type);
		if (!card.fields && !card.subActions) continue;
		await hand.open(list.card(card.text));
		await typeFields(hand, card);
		await hand.close();
	}
	const textOf = (id: string): string => example.cards.find((card) => card.id === id)?.text ?? '';
	const typeOf = (id: string) => example.cards.find((card) => card.id === id)?.type;
	for (const { from, to } of example.links)
		for (const end of to) {
			// The eight expectations hang on both measures as one set.
			if (typeOf(from) === 'measure' && typeOf(end) === 'outcome') continue;
			await list.linkByNumber(textOf(from), await list.numberOf(textOf(end)));
		}
	await hand.open(list.card(textOf('m1')));
	await hand.press('まとめて期待につなぐ');
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('checkbox', { name: 'すべて選ぶ' }).first().press('Space');
	await dialog.getByRole('checkbox', { name: 'すべて選ぶ' }).last().press('Space');
	await dialog.getByRole('button', { name: '対策2件を期待8件につなぐ' }).press('Enter');
	await dialog.waitFor({ state: 'detached' });
	await hand.details.getByText('期待したこと17〜24').waitFor();
	expect(await barriers(page)).toEqual([]);

	const board = await savedBoard(page);
	expect(plainBoard(board)).toEqual(plainBoard(boardOf(example)));
	const sets = [...board.links.values()].filter(({ kind }) => kind === 'measureOutcome');
	expect(new Set(sets.map(({ set }) => set)).size).toBe(1);
	expect(sets.every(({ set }) => set !== null)).toBe(true);
});

test('words are offered, taken and refused by the keyboard, and never under an input method', async () => {
	const page = await boardPage('blank');
	const list = await ListPage.show(page);
	const hand = new DetailsHand(list);
	await list.add('現状', '退院がおそい', '現状');
	await hand.open(list.card('退院がおそい'));
	await hand.tabTo('聞いた相手（職種）');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	const field = hand.details.getByLabel('聞いた相手（職種）');
	expect(await field.inputValue()).toBe('訪問看護師');
	expect(await field.getAttribute('aria-expanded')).toBe('false');

	// The Enter and the arrows of a conversion choose nothing.
	await page.keyboard.press('Control+a');
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('Input.imeSetComposition', {
		text: 'けあ',
		selectionStart: 2,
		selectionEnd: 2
	});
	for (const code of ['ArrowDown', 'Enter'])
		await devtools.send('Input.dispatchKeyEvent', {
			type: 'rawKeyDown',
			key: 'Process',
			code,
			windowsVirtualKeyCode: 229
		});
	expect(await field.inputValue()).toBe('けあ');
	await devtools.send('Input.insertText', { text: 'ケア' });
	const offered = page.getByRole('option', { name: 'ケアマネジャー' });
	await offered.waitFor();
	// Esc puts the words away and leaves the fields open.
	await page.keyboard.press('Escape');
	await offered.waitFor({ state: 'detached' });
	expect(await hand.details.count()).toBe(1);
	await page.keyboard.press('Enter');
	await page.keyboard.press('Escape');
	await hand.details.waitFor({ state: 'detached' });
	const fact = [...(await savedBoard(page)).cards.values()][0] as CardOf<'fact'>;
	expect(fact.heardFrom).toBe('ケア');
});

test('one tap makes the next card: the second vision, the next why, the indicator', async () => {
	const page = await boardPage('blank');
	const list = await ListPage.show(page);
	const hand = new DetailsHand(list);
	const writes = async (text: string): Promise<void> => {
		await page.locator('.line textarea').waitFor();
		await page.keyboard.insertText(text);
		await page.keyboard.press('Enter');
		await page.getByRole('treeitem', { name: text }).waitFor();
	};
	await list.add('テーマ・目指す姿', '家で暮らすことができる', '目指す姿');
	await hand.open(list.card('家で暮らすことができる'));
	await hand.press('連携の姿を書く');
	await writes('病院とケアマネジャーが一緒に考えている');
	await list.add('原因', '病院でしか働いたことがない');
	await hand.open(list.card('病院でしか働いたことがない'));
	await hand.press('では、なぜ？');
	await writes('家での暮らしを見る機会がない');
	expect(await list.texts('原因')).toEqual([
		'病院でしか働いたことがない',
		'-家での暮らしを見る機会がない'
	]);
	await list.add('期待したこと', '再入院する高齢者の割合が減少する');
	await hand.open(list.card('再入院する高齢者の割合が減少する'));
	await hand.press('↓ 減る・下がる にする');
	await hand.press('そのまま指標にする');
	const indicator = list.inSection('指標・把握方法', '再入院する高齢者の割合が減少する');
	await indicator.waitFor();
	await page.waitForFunction(
		() => document.activeElement?.closest('#zone-indicatorSource') !== null
	);

	const { cards, links } = await savedBoard(page);
	const byText = (text: string, type: CardType): Card | undefined =>
		[...cards.values()].find((card) => card.text === text && card.type === type);
	expect(byText('家で暮らすことができる', 'vision')).toMatchObject({ level: 'area' });
	expect(byText('病院とケアマネジャーが一緒に考えている', 'vision')).toMatchObject({
		level: 'collaboration'
	});
	expect(byText('再入院する高齢者の割合が減少する', 'outcome')).toMatchObject({
		direction: 'down'
	});
	expect(byText('再入院する高齢者の割合が減少する', 'indicator')).toMatchObject({ unit: '' });
	expect([...links.values()].map(({ kind }) => kind).sort()).toEqual([
		'collaborationArea',
		'outcomeIndicator',
		'why'
	]);
});

test('the workbench compares two causes and writes the root cause from both, with the reason', async () => {
	const page = await boardPage('i-city-mitori');
	await page
		.getByRole('navigation', { name: 'Step のならび' })
		.getByRole('button', { name: '原因' })
		.click();
	await page.getByRole('button', { name: '原因をくらべて決める' }).press('Enter');
	const tree = page.getByRole('listbox', { name: 'くらべる原因を選ぶ' });
	const choose = async (text: string): Promise<void> => {
		await tree.getByRole('option').first().focus();
		await page.keyboard.press('Home');
		for (let step = 0; step < 10; step++) {
			if ((await page.evaluate(() => document.activeElement?.textContent ?? '')).includes(text))
				break;
			await page.keyboard.press('ArrowDown');
		}
		await page.keyboard.press('Space');
		await tree.getByRole('option', { name: text, selected: true }).waitFor();
	};
	await choose('本人の状態の変化');
	await choose('ケアマネジャーの経験値や説明・対応力の低さなど');
	await page
		.getByText(
			'『本人の状態の変化』『ケアマネジャーの経験値や説明・対応力の低さなど』のどちらが、「本人が衰弱してくると家族は不安になる」につながる原因だと思うか？'
		)
		.waitFor();
	expect(await barriers(page)).toEqual([]);

	await page.getByRole('radio', { name: '選んだ原因から、新しい1文を書く' }).press('Space');
	await page.getByLabel('解決すべき原因（新しい1文）').fill('変化を家族に伝えきれていない');
	await page.getByLabel('選んだ理由（一言）').fill('家族の不安の軽減がキー');
	await page.getByRole('button', { name: '解決すべき原因に決める' }).press('Enter');
	const dialog = page.getByRole('dialog');
	expect(await dialog.innerText()).toContain('家族に対し、専門職が看取りに関するプロセスを');
	await dialog.getByRole('button', { name: 'これに替える' }).press('Enter');
	const path = page.getByRole('region', { name: '原因と最終結果の関係' });
	await path.getByText('変化を家族に伝えきれていない').waitFor();
	expect(await path.innerText()).toContain('理由：家族の不安の軽減がキー');
	expect(await path.getByRole('listitem', { name: 'もとの原因' }).innerText()).toContain(
		'本人の状態の変化'
	);
	expect(await barriers(page)).toEqual([]);

	const { cards, links } = await savedBoard(page);
	const roots = [...cards.values()].filter((card) => card.type === 'cause' && card.isRoot);
	expect(roots).toMatchObject([
		{ text: '変化を家族に伝えきれていない', rootReason: '家族の不安の軽減がキー' }
	]);
	expect(
		[...links.values()].filter(({ kind, to }) => kind === 'writtenFrom' && to === roots[0]?.id)
	).toHaveLength(2);
});

test('the table of roles is one stop for Tab; arrows and Enter fill it', async () => {
	const page = await boardPage('i-city-mitori');
	await page
		.getByRole('navigation', { name: 'Step のならび' })
		.getByRole('button', { name: '役割分担' })
		.click();
	await page.getByRole('button', { name: '役割の表' }).press('Enter');
	const grid = page.getByRole('grid', { name: '役割の表' });
	await grid.waitFor();
	const add = page.getByLabel('列を足す（職種・機関）');
	await add.fill('民生委員');
	await add.press('Enter');
	await grid.getByRole('columnheader', { name: '民生委員' }).waitFor();
	expect(await grid.locator('[tabindex="0"]').count()).toBe(1);
	expect(await barriers(page)).toEqual([]);

	await grid.locator('[tabindex="0"]').focus();
	// 担当 of the first measure, written in its place.
	await page.keyboard.press('Enter');
	await page.keyboard.insertText('医師会');
	await page.keyboard.press('Enter');
	await grid.getByRole('button', { name: '担当・作業部会：医師会' }).waitFor();
	await page.keyboard.press('End');
	await page.keyboard.press('Enter');
	await grid.getByRole('button', { name: '民生委員：中心' }).waitFor();
	await page.keyboard.press('Space');
	await grid.getByRole('button', { name: '民生委員：加わる' }).waitFor();
	await page.keyboard.press('ArrowLeft');
	await page.keyboard.press('Space');
	// Down from a role goes over the parts to the next measure.
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Home');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Enter');
	await page.keyboard.insertText('来年度');
	await page.keyboard.press('Escape');
	expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
		'時期：来年度'
	);

	const measures = [...(await savedBoard(page)).cards.values()].filter(
		(card): card is CardOf<'measure'> => card.type === 'measure'
	);
	const [first, second] = measures.map(({ owner, timing, roles }) => ({
		owner,
		timing,
		roles: roles.map(({ who, part }) => `${who} ${part}`).sort()
	}));
	expect(first).toEqual({
		owner: '医師会',
		timing: '',
		roles: ['ケアマネジャー lead', '民生委員 join']
	});
	expect(second).toEqual({
		owner: '',
		timing: '来年度',
		roles: ['ケアマネジャー lead']
	});
});
