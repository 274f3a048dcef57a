import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Template, TemplateCard } from '@renkei/shared/method/templates/template.ts';
import { iCityMitori } from '@renkei/shared/method/templates/i-city-mitori.ts';
import { boardOf } from '@renkei/shared/method/worksheet/test-board.ts';
import { CanvasPage } from './pages/canvas-page.ts';
import { CardPanel } from './pages/card-panel.ts';
import { JoinPage } from './pages/join-page.ts';
import { ListPage } from './pages/list-page.ts';
import { SheetPage } from './pages/sheet-page.ts';
import { StaffPages } from './pages/staff-pages.ts';
import type { App } from './support/app.ts';
import { startApp } from './support/app.ts';
import { launchBrowser } from './support/browser.ts';
import { boardInFile, cellsOf, plainBoard, wordsOnPages } from './support/paper.ts';
import { watchOutsideRequests } from './support/outside-requests.ts';

const example: Template = iCityMitori;
const ids = (...wanted: readonly string[]): readonly TemplateCard[] =>
	wanted.map((id) => {
		const card = example.cards.find((other) => other.id === id);
		if (!card) throw new Error(`The example has no card ${id}.`);
		return card;
	});
const textOf = (id: string): string => ids(id)[0]?.text ?? '';

let app: App;
let browser: Browser;
const outside: (readonly string[])[] = [];

beforeAll(async () => {
	app = await startApp();
	browser = await launchBrowser();
});

afterAll(async () => {
	await browser?.close();
	await app?.dispose();
});

async function device(isPhone = false): Promise<BrowserContext> {
	const context = await browser.newContext({
		viewport: isPhone ? { width: 390, height: 844 } : { width: 1366, height: 768 },
		hasTouch: isPhone,
		isMobile: isPhone,
		locale: 'ja-JP'
	});
	context.setDefaultTimeout(30_000);
	outside.push(watchOutsideRequests(context, app.url));
	return context;
}

/** Comes in through the join page, as people do. */
async function sitDown(code: string, profession: string, isPhone = false): Promise<ListPage> {
	const joining = await JoinPage.open(await device(isPhone), app.url);
	await joining.enterCode(code);
	expect(await joining.codeAnswer()).toBe('看取り 多職種研修');
	await joining.chooseProfession(profession);
	await joining.join();
	return ListPage.of(joining.page);
}

/** Links everything that leads from these cards, as soon as the cards at the other end are there. */
async function linkFrom(list: ListPage, ...from: readonly string[]): Promise<void> {
	for (const link of example.links.filter((other) => from.includes(other.from)))
		for (const to of link.to) await list.linkTo(textOf(link.from), textOf(to));
}

/** Opens the panel of a card from the list, does something there, and closes it again. */
async function inPanel(
	list: ListPage,
	card: TemplateCard,
	type: string,
	act: (panel: CardPanel) => Promise<void>
): Promise<void> {
	await list.choose(card.text, 'くわしく');
	const panel = await CardPanel.of(list.page, type);
	await act(panel);
	await panel.close();
}

const methods: Readonly<Record<string, string>> = {
	survey: 'アンケート',
	hearing: 'ヒアリング',
	published: '公表データ'
};
const noteKinds: Readonly<Record<string, string>> = {
	reason: '選んだ理由',
	point: 'ねらい',
	plan: '予定'
};

/** The visiting nurse, on a phone: what the table wants, how things are, and where figures come from. */
async function nurseWrites(nurse: ListPage): Promise<void> {
	for (const { text } of ids('t1')) await nurse.add('テーマ・目指す姿', text, '解決したいテーマ');
	for (const { text } of ids('v1')) await nurse.add('テーマ・目指す姿', text, '目指す姿');
	for (const { text } of ids('f1')) await nurse.add('現状', text, '現状');
	for (const { text } of ids('d1', 'd2', 'd3', 'd4', 'd5', 'd6'))
		await nurse.add('指標・把握方法', text, '把握方法');
	for (const card of ids('t1'))
		await inPanel(nurse, card, '解決したいテーマ', (panel) => panel.choose('選んだテーマ'));
	for (const card of ids('d1', 'd2', 'd3', 'd4'))
		await inPanel(nurse, card, '把握方法', (panel) =>
			panel.choose(methods[String(card.fields?.['method'])] ?? '')
		);
	await linkFrom(nurse, 't1', 'f1');
}

/** The physician, by keyboard on the canvas: the causes one after another, and which of them is to be solved. */
async function physicianWrites(physician: ListPage): Promise<void> {
	const canvas = await CanvasPage.show(physician.page);
	const causes = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'r1'];
	await canvas.writeRow(
		'4',
		ids(...causes).map(({ text }) => text)
	);
	const panel = await CardPanel.of(physician.page, '原因');
	await panel.makeRoot();
	await ListPage.show(physician.page);
	await linkFrom(physician, ...causes.filter((id) => id !== 'r1'));
}

/** The care manager, in the list at a desk: the measures with all that belongs to them, and the notes. */
async function careManagerWrites(manager: ListPage): Promise<void> {
	await ListPage.show(manager.page);
	for (const card of ids('m1', 'm2')) {
		await manager.add('対策', card.text);
		await inPanel(manager, card, '対策', async (panel) => {
			const { audience, group, members } = card.fields ?? {};
			await panel.write('対象（誰に）', String(audience));
			await panel.write('まとまり（◯◯向け対策）', String(group));
			if (Array.isArray(members)) await panel.writeWords('部会のメンバー', members);
			for (const [index, part] of (card.subActions ?? []).entries())
				await panel.addPart('①②'[index] ?? '', part);
		});
	}
	for (const card of ids('k1', 'p1', 'n1')) {
		await manager.add('現状', card.text, 'メモ');
		await inPanel(manager, card, 'メモ', (panel) =>
			panel.choose(noteKinds[String(card.fields?.['kind'])] ?? '')
		);
	}
	await linkFrom(manager, 'm2', 'n1');
	// A card that changes its section closes whatever is open on it: wait until the physician has decided.
	await manager.inSection('解決すべき原因', textOf('r1')).waitFor();
	await linkFrom(manager, 'k1', 'p1', 'r1');
}

/** The coordinator, on the canvas and in the list by turns: what is expected, and how to see it. */
async function coordinatorWrites(coordinator: ListPage): Promise<void> {
	const outcomes = ['o1', 'o2', 'o3', 'o4', 'o5', 'o6', 'o7', 'o8'];
	const canvas = await CanvasPage.show(coordinator.page);
	await canvas.writeRow(
		'6',
		ids(...outcomes.slice(0, 4)).map(({ text }) => text)
	);
	await ListPage.show(coordinator.page);
	for (const { text } of ids(...outcomes.slice(4))) await coordinator.add('期待したこと', text);
	for (const card of ids(...outcomes))
		await inPanel(coordinator, card, '期待したこと', (panel) =>
			panel.choose(card.fields?.['direction'] === 'up' ? '↑ 増える・上がる' : '↓ 減る・下がる')
		);
	await linkFrom(coordinator, ...outcomes, 'm1');
}

test('four professions write the I市 board together, and it comes home as PDF, Excel and file', async () => {
	const staff = await StaffPages.signIn(await device(), app);
	await staff.createWorkshop({
		name: '看取り 多職種研修',
		scene: '看取り',
		municipality: 'I市',
		tables: 1
	});
	await staff.begin();
	const code = await staff.code('参加');

	const [nurse, physician, manager, coordinator] = await Promise.all([
		sitDown(code, '訪問看護師', true),
		sitDown(code, '医師'),
		sitDown(code, 'ケアマネジャー'),
		sitDown(code, '在宅医療コーディネーター')
	]);
	await Promise.all([
		nurseWrites(nurse),
		physicianWrites(physician),
		careManagerWrites(manager),
		coordinatorWrites(coordinator)
	]);
	const everybody = [nurse, physician, manager, coordinator];
	for (const { page } of everybody) await page.locator('[data-kind="saved"]').waitFor();

	// All four screens say the same, down to the last link.
	const [first = '', ...others] = await Promise.all(everybody.map((list) => list.everything()));
	for (const other of others) expect(other).toBe(first);
	for (const { text } of example.cards) expect(first).toContain(text);

	// The officer takes it home.
	await staff.openTable(1);
	const sheet = await SheetPage.show(staff.page);
	await sheet.openDialog();
	await sheet.confirmPrivacy();
	const pdf = await sheet.download('PDF');
	const xlsx = await sheet.download('Excel');
	const json = await sheet.download('JSON');

	const expected = boardOf(example);
	const written = boardInFile(json.bytes);
	expect(plainBoard(written)).toEqual(plainBoard(expected));

	const pages = await wordsOnPages(pdf.bytes);
	expect(pages.map(({ paper }) => paper)).toEqual(['420×297']);
	const printed = pages.map(({ words }) => words).join('');
	for (const { text, subActions = [] } of example.cards)
		for (const said of [text, ...subActions.map((part) => part.text)])
			expect(printed).toContain(said.replace(/\s/gu, ''));
	for (const word of ['看取り', 'I市', '作業部会', '本年度', '重点テーマ'])
		expect(printed).toContain(word);

	const sheets = await cellsOf(xlsx.bytes);
	const form = sheets.get('演習シート')?.flat() ?? [];
	// Sources of the same outcomes share a cell as in the manual; notes and 現状 stand behind their word.
	for (const { type, text } of example.cards) {
		const isAlone = !['source', 'note', 'fact'].includes(type);
		expect(form.filter((cell) => (isAlone ? cell === text : cell.includes(text)))).not.toEqual([]);
	}
	const [, ...cardRows] = sheets.get('カード一覧') ?? [];
	expect(cardRows.map(([, , text = '']) => text).toSorted()).toEqual(
		example.cards.map(({ text }) => text).toSorted()
	);
	const [columns = [], ...chains] = sheets.get('一覧表') ?? [];
	const at = (row: readonly string[], column: string): string => row[columns.indexOf(column)] ?? '';
	const chainCells = chains
		.filter((row) => at(row, '解決すべき原因（○）') === '○')
		.map((row) =>
			['原因', '対策', '期待したこと', '把握方法'].map((name) => at(row, name)).join(' → ')
		);
	expect(chainCells.toSorted()).toEqual(chainsOfExample().toSorted());

	// And the file makes the same board again.
	await staff.goHome();
	await staff.importFile({ name: json.name, bytes: json.bytes });
	const again = await SheetPage.show(staff.page);
	await again.openDialog();
	await again.confirmPrivacy();
	const copy = boardInFile((await again.download('JSON')).bytes);
	expect(plainBoard(copy)).toEqual(plainBoard(written));

	expect(outside.flat()).toEqual([]);
});

/** Every way from the cause to be solved to a source, in words, from the example alone. */
function chainsOfExample(): string[] {
	const next = (id: string, type: string): readonly string[] =>
		example.links
			.filter(({ from }) => from === id)
			.flatMap(({ to }) => to)
			.filter((to) => ids(to)[0]?.type === type);
	return next('r1', 'measure').flatMap((measure) =>
		next(measure, 'outcome').flatMap((outcome) =>
			next(outcome, 'source').map((source) =>
				['r1', measure, outcome, source].map(textOf).join(' → ')
			)
		)
	);
}
