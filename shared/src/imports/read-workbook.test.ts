import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mitoriBoard, testOptions } from '../exports/test-boards.ts';
import { writeXlsxFile } from '../exports/xlsx.ts';
import type { ImportedTable } from './imported-table.ts';
import { readWorkbook } from './read-workbook.ts';
import { importRefusals } from './refusals.ts';

const text = new TextEncoder();
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A small workbook whose parts a test may put anything into. */
function workbook(parts: Readonly<Record<string, string>> = {}, level: 0 | 9 = 9): Uint8Array {
	const all = {
		'[Content_Types].xml': '<Types/>',
		'_rels/.rels': `<Relationships><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		'xl/workbook.xml':
			'<workbook xmlns:r="r"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>',
		'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${office}/styles" Target="/xl/styles.xml"/><Relationship Id="r3" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
		'xl/styles.xml':
			'<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="9"/></cellXfs></styleSheet>',
		'xl/sharedStrings.xml': '<sst/>',
		'xl/worksheets/sheet1.xml': sheet('<row r="1"/>'),
		...parts
	};
	const bytes = Object.entries(all).map(([name, content]) => [name, text.encode(content)] as const);
	return zipSync(Object.fromEntries(bytes), { level });
}

function sheet(rows: string): string {
	return `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
}

function cell(place: string, words: string): string {
	return `<c r="${place}" t="inlineStr"><is><t>${words}</t></is></c>`;
}

function read(bytes: Uint8Array): ImportedTable {
	const result = readWorkbook(bytes);
	if ('refusal' in result) throw new Error(result.refusal);
	return result.table;
}

function texts(bytes: Uint8Array): readonly string[] {
	return read(bytes).cards.map((card) => `${card.type ?? '?'} ${card.text}`);
}

describe('cells as other programs write them', () => {
	test('readings, runs, errors, truths, dates and shares', () => {
		const rows = [
			`<row r="1">${['原因', '区分', '対策', '時期', '目標値'].map((word, at) => cell(`${'ABCDE'[at]}1`, word)).join('')}</row>`,
			'<row r="2"><c r="A2" t="s"><v>0</v></c><c t="e"><v>#N/A</v></c><c r="C2" t="str"><f>A2&amp;"x"</f><v>計算した対策</v></c><c r="D2" s="1"><v>46348</v></c><c r="E2" s="2"><v>0.3</v></c></row>'
		].join('');
		const bytes = workbook({
			'xl/sharedStrings.xml':
				'<sst><si><r><t>家族が</t></r><r><t>看取りを知らない</t></r><rPh sb="0" eb="2"><t>カゾク</t></rPh></si></sst>',
			'xl/worksheets/sheet1.xml': sheet(rows)
		});
		expect(texts(bytes)).toEqual(['cause 家族が看取りを知らない', 'measure 計算した対策']);
		expect(read(bytes).cards[1]?.fields).toEqual({ timing: '2026/11/22' });
	});

	test('names with a prefix, rows and cells without places', () => {
		const bytes = workbook({
			'xl/worksheets/sheet1.xml':
				'<x:worksheet xmlns:x="x"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>原因</x:t></x:is></x:c></x:row><x:row><x:c t="inlineStr"><x:is><x:t>人手不足</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>'
		});
		expect(texts(bytes)).toEqual(['cause 人手不足']);
	});

	test('control characters and half pairs are cleaned away', () => {
		const bytes = workbook({
			'xl/worksheets/sheet1.xml': sheet(
				`<row r="1">${cell('A1', '原因')}</row><row r="2">${cell('A2', '制_x000B_御_x0000_と_x005F_x0041_と_xD842_')}</row>`
			)
		});
		expect(texts(bytes)).toEqual(['cause 制\n御と_x0041_と\ufffd']);
	});

	test('a formula is a word here, and is never worked out', () => {
		const bytes = workbook({
			'xl/worksheets/sheet1.xml': sheet(
				`<row r="1">${cell('A1', '原因')}</row><row r="2"><c r="A2"><f>HYPERLINK("http://example.com")</f></c></row><row r="3">${cell('A3', '=1+1')}</row>`
			)
		});
		expect(texts(bytes)).toEqual(['cause =1+1']);
	});

	test('macros and ties to other files are left out, and that is said', async () => {
		const { bytes } = await writeXlsxFile(mitoriBoard, testOptions);
		expect(read(bytes).notes.map(({ code }) => code)).not.toContain('cleaned');
		const withMacro = workbook({
			'xl/vbaProject.bin': 'Sub Workbook_Open',
			'xl/externalLinks/externalLink1.xml': '<externalLink/>',
			'xl/worksheets/sheet1.xml': sheet(
				`<row r="1">${cell('A1', '原因')}</row><row r="2">${cell('A2', '人手不足')}</row>`
			)
		});
		expect(read(withMacro).notes.map(({ code }) => code)).toEqual(['cleaned']);
	});
});

const bomb = workbook({ 'xl/worksheets/sheet1.xml': sheet(' '.repeat(30_000_000)) });
const manyCells = workbook({
	'xl/worksheets/sheet1.xml': sheet(
		`<row r="1">${'<c><v>1</v></c>'.repeat(200)}</row>`
			.repeat(2500)
			.replaceAll('<row r="1">', '<row>')
	)
});

describe('a file that is none of ours, or means harm', () => {
	const entity =
		'<!DOCTYPE w [<!ENTITY a "ああああああああああ"><!ENTITY b "&a;&a;&a;&a;">]><workbook>&b;</workbook>';
	const cases: readonly (readonly [string, () => Uint8Array, keyof typeof importRefusals])[] = [
		['nothing', () => new Uint8Array(), 'empty'],
		['200 MB', () => new Uint8Array(200 * 1024 * 1024), 'tooLarge'],
		['a bomb', () => bomb, 'swollen'],
		['a million cells', () => manyCells, 'swollen'],
		[
			'a cell at the end of the world',
			() => workbook({ 'xl/worksheets/sheet1.xml': sheet(`<row>${cell('A1048576', 'x')}</row>`) }),
			'swollen'
		],
		['entities', () => workbook({ 'xl/workbook.xml': entity }), 'declaredEntities'],
		[
			'entities in a sheet',
			() => workbook({ 'xl/worksheets/sheet1.xml': entity }),
			'declaredEntities'
		],
		['broken XML', () => workbook({ 'xl/worksheets/sheet1.xml': '<worksheet><row>' }), 'damaged'],
		[
			'an undefined entity',
			() => workbook({ 'xl/worksheets/sheet1.xml': sheet('&x;') }),
			'damaged'
		],
		['a picture', () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4), 'otherKind'],
		['words', () => text.encode('これはExcelではありません'), 'otherKind'],
		['an archive of something else', () => zipSync({ 'a.txt': text.encode('a') }), 'otherKind'],
		[
			'a Word file',
			() =>
				workbook({
					'_rels/.rels': `<Relationships><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
					'word/document.xml': '<document/>'
				}),
			'otherKind'
		],
		[
			'an .xls',
			() => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)),
			'oldOffice'
		],
		['half a file', () => workbook().slice(0, 600), 'damaged']
	];

	test.each(cases)(
		'%s is refused in one sentence, soon and without much memory',
		(_, make, refusal) => {
			const bytes = make();
			const before = process.memoryUsage.rss();
			const start = performance.now();
			expect(readWorkbook(bytes)).toEqual({ refusal });
			expect(performance.now() - start).toBeLessThan(8000);
			expect(process.memoryUsage.rss() - before).toBeLessThan(300 * 1024 * 1024);
			expect(importRefusals[refusal].ja).toMatch(/^[^\n]+。$/);
		}
	);

	test('any damage ends with an answer', async () => {
		const { bytes } = await writeXlsxFile(mitoriBoard, testOptions);
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
				fc.nat(bytes.length),
				(changes, cut) => {
					const damaged = bytes.slice();
					for (const [at, byte] of changes) damaged[at] = byte;
					for (const file of [damaged, bytes.slice(0, cut)]) {
						const result = readWorkbook(file);
						const isAnswer =
							'table' in result
								? result.table.cards.length <= 2000
								: result.refusal in importRefusals;
						expect(isAnswer).toBe(true);
					}
				}
			),
			{ numRuns: 60 }
		);
	});

	test('a hidden sheet that somebody filled with other things is not believed', async () => {
		const rows = [
			['No.', '種類', '内容', 'ID'],
			['1', '原因', '人手不足', 'abc'],
			['2', '原因', '時間がない', '__proto__']
		];
		for (const marks of ['', '{', '{"format":"renkei-worksheet","version":99}', '[]', 'null']) {
			const bytes = await writeXlsx({
				sheets: [
					{ name: 'カード一覧', rows },
					{ name: '_meta', rows: [[marks], ['abc: text=XXXX'], ['__proto__: x=1']] }
				]
			});
			const table = read(bytes);
			expect(table.cards.map(({ id }) => id)).toEqual(['abc', null]);
			expect([table.isWhole, table.written]).toEqual([false, null]);
		}
	});
});

test('a workbook of the first version is still read by its ids', () => {
	const file = new URL('./samples/workbook-version-1.xlsx', import.meta.url);
	const table = read(new Uint8Array(readFileSync(file)));
	expect(table.isWhole).toBe(false);
	expect(new Set(table.cards.map(({ id }) => id))).toEqual(new Set(mitoriBoard.cards.keys()));
	expect(table.links).toHaveLength(mitoriBoard.links.size);
});
