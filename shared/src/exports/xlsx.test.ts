import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Board } from '../method/board.ts';
import { cleanText } from '../method/clean-text.ts';
import { iCityMitori } from '../method/templates/i-city-mitori.ts';
import { templates } from '../method/templates/index.ts';
import { cardListColumns } from '../method/worksheet/card-list.ts';
import { buildLongTable, longTableColumns } from '../method/worksheet/long-table.ts';
import { boardOf } from '../method/worksheet/test-board.ts';
import { hostileBoard, mitoriBoard, testOptions } from './test-boards.ts';
import { writeXlsxFile } from './xlsx.ts';

afterEach(() => {
	vi.useRealTimers();
});

async function cellsOf(board: Board): Promise<Map<string, string[][]>> {
	const { bytes } = await writeXlsxFile(board, testOptions);
	const { sheets } = await readXlsx(bytes);
	return new Map(
		sheets.map(({ name, rows }) => [
			name,
			rows.map((row) => row.map((value) => (value ?? '').toString()))
		])
	);
}

describe('the I市 board in Excel', () => {
	test('has each card in a cell of its own on the form', async () => {
		const form = (await cellsOf(mitoriBoard)).get('演習シート')!.flat();
		for (const card of mitoriBoard.cards.values()) {
			// Sources of the same outcomes share a cell as in the manual; notes and 現状 stand behind their word.
			const isAlone = !['source', 'note', 'fact'].includes(card.type);
			const holds = form.some((cell) => (isAlone ? cell === card.text : cell.includes(card.text)));
			expect(holds ? card.text : form).toBe(card.text);
		}
		for (const mark of ['①', '⑧', '対策1', '対策2', '①～④', '⑤⑥']) expect(form).toContain(mark);
		expect(form).toContain('場面［ 看取り ］');
	});

	test('lists every card once with its id', async () => {
		const [head, ...rows] = (await cellsOf(mitoriBoard)).get('カード一覧')!;
		expect(head).toEqual(cardListColumns().map(({ heading }) => heading));
		expect(new Map(rows.map((row) => [row.at(-1), row[2]]))).toEqual(
			new Map([...mitoriBoard.cards.values()].map((card) => [card.id, card.text]))
		);
		expect(rows.map((row) => row[0])).toEqual(rows.map((_, index) => String(index + 1)));
	});

	test('has one row per chain from the solving cause to its sources', async () => {
		const [head, ...rows] = (await cellsOf(mitoriBoard)).get('一覧表')!;
		expect(head).toEqual([...longTableColumns]);
		expect(rows.filter((row) => row[8] === '○')).toHaveLength(20);
		expect(rows[0]!.slice(0, 3)).toEqual([
			'看取り',
			'本人の意向に沿えずに、家族が入院を選ぶことがある',
			''
		]);
	});

	test('is set up to print on one A3 sheet and opens without repair', async () => {
		const { bytes } = await writeXlsxFile(mitoriBoard, testOptions);
		const files = unzipSync(bytes);
		const read = (path: string): string => strFromU8(files[path] ?? new Uint8Array());
		const form = read('xl/worksheets/sheet1.xml');
		expect(form).toMatch(/<pageSetup[^>]*paperSize="8"/);
		expect(form).toMatch(/<pageSetup[^>]*orientation="landscape"/);
		expect(form).toMatch(/<pageSetup[^>]*fitToWidth="1"/);
		expect(form).toContain('fitToPage="1"');
		const workbook = read('xl/workbook.xml');
		expect(workbook).toContain('演習シート!$A$1:$H$');
		expect(workbook).toContain('演習シート!$1:$3');
		expect(workbook).toMatch(/name="_meta"[^>]*state="veryHidden"/);
		expect(xmlFaults(bytes)).toEqual([]);
	});

	test('has the same bytes for the same board and date', async () => {
		vi.useFakeTimers({ toFake: ['Date'], now: 0 });
		const first = await writeXlsxFile(mitoriBoard, testOptions);
		vi.setSystemTime(1e12);
		const again = await writeXlsxFile(mitoriBoard, testOptions);
		expect(Buffer.from(again.bytes).equals(Buffer.from(first.bytes))).toBe(true);
	});
});

test('hostile texts come back as they were written, and none is a formula', async () => {
	const { bytes } = await writeXlsxFile(hostileBoard, testOptions);
	const rows = (await cellsOf(hostileBoard)).get('カード一覧')!.slice(1);
	for (const row of rows) {
		const card = [...hostileBoard.cards.values()].find(({ id }) => id === row.at(-1));
		expect(row[2]).toBe(cleanText(card!.text));
	}
	expect(xmlFaults(bytes)).toEqual([]);
	for (const content of Object.values(unzipSync(bytes)))
		expect(strFromU8(content)).not.toContain('<f>');
});

const inLongTable = new Set<string>(['cause', 'measure', 'outcome', 'indicator', 'source']);

test('every worked case has every card of a chain in the long table', () => {
	for (const template of Object.values(templates)) {
		const board = boardOf(template('endOfLife'));
		const cells = buildLongTable(board).flat().join('\n');
		const lost = [...board.cards.values()].filter(
			(card) => inLongTable.has(card.type) && !cells.includes(card.text)
		);
		expect(lost).toEqual([]);
	}
});

test('a board where everything is linked to everything gives a table a person can open', () => {
	const types = ['cause', 'measure', 'outcome', 'source'] as const;
	const cards = types.flatMap((type) =>
		Array.from({ length: 40 }, (_, n) => ({ id: `${type}${n}`, type, text: `${type}${n}` }))
	);
	const links = types.slice(0, -1).flatMap((type, at) =>
		Array.from({ length: 40 }, (_, n) => ({
			from: `${type}${n}`,
			to: Array.from({ length: 40 }, (_unused, m) => `${types[at + 1]}${m}`)
		}))
	);
	const rows = buildLongTable(boardOf({ ...iCityMitori, cards, links }));
	expect(rows).toHaveLength(4800);
	const cells = new Set(rows.flat());
	for (const card of cards) expect(cells.has(card.text)).toBe(true);
});

test('a long board flows over pages, and no page break cuts an entry in two', async () => {
	const cards = Array.from({ length: 120 }, (_, n) => ({
		id: `o${n}`,
		type: 'outcome' as const,
		text: `${n} 家族が「もっとこうしてあげればよかった」などと後悔することが減る`.repeat(
			1 + (n % 3)
		)
	}));
	const { bytes } = await writeXlsxFile(boardOf({ ...iCityMitori, cards, links: [] }), testOptions);
	const form = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!);
	expect(form).toMatch(/fitToWidth="1"[^>]*fitToHeight="0"/);
	const breaks = [...form.matchAll(/<brk id="(\d+)"/g)].map(([, row]) => Number(row));
	expect(breaks.length).toBeGreaterThan(1);
	const merges = [...form.matchAll(/<mergeCell ref="[A-Z]+(\d+):[A-Z]+(\d+)"/g)].map(
		([, first, last]) => [Number(first), Number(last)] as const
	);
	expect(merges.length).toBeGreaterThan(100);
	const cut = merges.filter(([first, last]) => breaks.some((row) => first <= row && row < last));
	expect(cut).toEqual([]);
	const heights = [...form.matchAll(/ht="([\d.]+)"/g)].map(([, height]) => Number(height));
	expect(Math.max(...heights)).toBeLessThanOrEqual(409);
});

/** The parts of a workbook that a strict XML reader refuses, and why. */
function xmlFaults(workbook: Uint8Array): string[] {
	return Object.entries(unzipSync(workbook))
		.filter(([path]) => /\.(xml|rels)$/.test(path))
		.map(([path, content]) => [path, xmlFault(strFromU8(content))] as const)
		.filter(([, fault]) => fault !== '')
		.map(([path, fault]) => `${path}: ${fault}`);
}

/** Why this is no XML a strict reader accepts: a forbidden character, or tags that do not pair. */
function xmlFault(xml: string): string {
	if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml))
		return 'forbidden character';
	if (/\p{Surrogate}/u.test(xml)) return 'half a pair';
	const open: string[] = [];
	for (const [tag, closing, name, empty] of xml.matchAll(/<(\/?)([\w:.]+)[^<>]*?(\/?)>/g)) {
		if (closing === '/') {
			if (open.pop() !== name) return `unexpected ${tag}`;
		} else if (empty === '' && name !== undefined) open.push(name);
	}
	return open.join();
}
