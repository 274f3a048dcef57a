import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readBoard } from '../../document/read-board.ts';
import { encodeStart } from '../../document/templates.ts';
import { writeXlsxFile } from '../../exports/xlsx.ts';
import type { Board } from '../board.ts';
import { templates } from '../templates/index.ts';
import type { DialogueRow } from './dialogue-sheet.ts';
import { buildDialogueRows, layoutDialogue } from './dialogue-sheet.ts';
import { papers } from './sheet-metrics.ts';
import { read } from 'hucre';

function board(start: Parameters<typeof encodeStart>[0]): Board {
	const doc = new Y.Doc();
	const author = { participant: 'p1', profession: null, now: 1_800_000_000_000 };
	Y.applyUpdate(doc, encodeStart(start, { title: '見本', scene: 'discharge' }, author));
	return readBoard(doc);
}

const words = (rows: readonly DialogueRow[]): readonly string[] =>
	rows.flatMap(({ question, answer }) => [question, answer]).filter((text) => text !== '');

const printed = (rows: readonly DialogueRow[], paper: 'A3' | 'A4') =>
	layoutDialogue(rows, { paper, title: '見本' });

test('C市: the record is the interview of the manual, in order, with the cards by number', () => {
	const rows = buildDialogueRows(board('c-city-discharge'));
	const { interview = [] } = templates['c-city-discharge']();
	expect(rows.map(({ question, answer, answerer }) => ({ question, answer, answerer }))).toEqual(
		interview.map(({ question, answers, answerer }) => ({
			question,
			answer: answers.join('\n'),
			answerer
		}))
	);
	expect(rows[1]?.cards).toMatch(/^(解決したいテーマ\d+・?){3}$/);
	expect(rows.map(({ step }) => step)).toContain('原因');
});

test.each(['A3', 'A4'] as const)('%s: every word is printed once, inside the margins', (paper) => {
	const rows = buildDialogueRows(board('c-city-discharge'));
	const pages = printed(rows, paper);
	const texts = pages.flat().filter((item) => item.kind === 'text');
	const columns = new Map<number, string>();
	for (const { x, text } of texts) columns.set(x, (columns.get(x) ?? '') + text);
	for (const text of words(rows)) {
		const whole = text.replaceAll('\n', '');
		const holders = [...columns.values()].filter((column) => column.includes(whole));
		expect(holders).toHaveLength(1);
		expect(holders[0]?.indexOf(whole)).toBe(holders[0]?.lastIndexOf(whole));
	}
	const { widthMm, heightMm, marginMm } = papers[paper];
	for (const { x, y } of texts) {
		expect(x).toBeGreaterThanOrEqual(marginMm - 0.01);
		expect(x).toBeLessThan(widthMm - marginMm);
		expect(y).toBeLessThanOrEqual(heightMm - marginMm + 0.01);
	}
});

test('a turn longer than a page goes on on the next; not one character is lost', () => {
	const answer = Array.from({ length: 160 }, (_, at) => `${at}番目の話をここに書いておく`).join(
		'\n'
	);
	const row = { number: 1, step: '原因', asker: '', question: 'なぜ？', answerer: '', cards: '' };
	const pages = printed([{ ...row, answer }], 'A4');
	expect(pages.length).toBeGreaterThan(2);
	const texts = pages.flat().flatMap((item) => (item.kind === 'text' ? [item.text] : []));
	for (const line of answer.split('\n'))
		expect(texts.filter((one) => one === line)).toHaveLength(1);
});

test('the lines of one text on one page share a run that says what they say', () => {
	const answer = Array.from({ length: 160 }, (_, at) => `${at}番目の話`).join('\n');
	const row = { number: 1, step: '', asker: '', question: 'なぜ？', answerer: '', cards: '' };
	const pages = printed([{ ...row, answer }], 'A4');
	const said = pages.map((page) => {
		const items = page.filter((item) => item.kind === 'text' && item.text.includes('番目'));
		const runs = new Set(items.map((item) => (item.kind === 'text' ? item.run : undefined)));
		expect(runs.size).toBe(1);
		return [...runs][0]?.parts.map(({ text }) => text).join('');
	});
	expect(said.join('\n')).toBe(answer);
});

test('a board without a conversation prints no record', () => {
	expect(buildDialogueRows(board('g-city-evaluation'))).toEqual([]);
	expect(printed([], 'A3')).toEqual([]);
});

test('the workbook has the record as its third sheet, and only where there is one', async () => {
	const options = {
		sheet: 'worksheet',
		paper: 'A3',
		date: '2026-11-22',
		fonts: () => Promise.reject(new Error()),
		canvas: () => Promise.reject(new Error())
	} as const;
	const sheets = async (start: Parameters<typeof board>[0]) => {
		const { bytes } = await writeXlsxFile(board(start), options);
		return (await read(bytes)).sheets;
	};
	const sheet = (await sheets('c-city-discharge'))[2];
	expect(sheet?.name).toBe('やり取りの記録');
	expect(sheet?.rows).toHaveLength(7);
	expect(sheet?.rows[6]?.map(String).join()).toContain('病院でしか勤務した経験がないから');
	expect((await sheets('g-city-evaluation')).map(({ name }) => name)).not.toContain(
		'やり取りの記録'
	);
});
