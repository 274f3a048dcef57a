import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { splitWho } from './council-opinions-who.ts';
import { readCouncilOpinions } from './council-opinions.ts';
import { maxImportedCards, maxImportedLinks } from './imported-table.ts';
import { maxCellLength, readSheets } from './read-sheets.ts';
import { readCsv } from './read-table.ts';
import { readWorkbook } from './read-workbook.ts';

/** What took minutes or a gigabyte took it all of the time: a test that takes this long has found it again. */
const longestMs = 15_000;

const relations = (...lines: readonly string[]): string =>
	`<Relationships>${lines.join('')}</Relationships>`;
const relation = (id: string, type: string, target: string): string =>
	`<Relationship Id="${id}" Type="x/${type}" Target="${target}"/>`;

function workbook(sheet: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
	const parts = {
		'_rels/.rels': relations(relation('r', 'officeDocument', 'xl/workbook.xml')),
		'xl/workbook.xml':
			'<workbook xmlns:r="r"><sheets><sheet name="A" r:id="a"/></sheets></workbook>',
		'xl/_rels/workbook.xml.rels': relations(
			relation('a', 'worksheet', 'sheet.xml'),
			relation('b', 'styles', 'styles.xml'),
			relation('c', 'sharedStrings', 'words.xml')
		),
		'xl/sheet.xml': `<worksheet>${sheet}</worksheet>`,
		...more
	};
	return zipSync(
		Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]))
	);
}

function rows(...cells: readonly (readonly string[])[]): string {
	const all = cells.map(
		(row) =>
			`<row>${row.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`
	);
	return `<sheetData>${all.join('')}</sheetData>`;
}

function tableOf(bytes: Uint8Array) {
	const read = readWorkbook(bytes);
	if ('refusal' in read) throw new Error(read.refusal);
	return read.table;
}

describe('files made to hold up whoever reads them', { timeout: longestMs }, () => {
	test('a number format of brackets that never close', () => {
		const codes = `<numFmts><numFmt numFmtId="200" formatCode="${'['.repeat(500_000)}"/></numFmts>`;
		const styles = `<styleSheet>${codes}<cellXfs>${'<xf numFmtId="200"/>'.repeat(50_000)}</cellXfs></styleSheet>`;
		const { cards } = tableOf(workbook(rows(['原因'], ['x']), { 'xl/styles.xml': styles }));
		expect(cards).toMatchObject([{ text: 'x' }]);
	});

	test('a cell longer than Excel lets one be is read as far as Excel would', () => {
		const read = readSheets(workbook(rows(['あ'.repeat(200_000)])));
		expect('sheets' in read && read.sheets[0]?.rows[0]?.[0]).toHaveLength(maxCellLength);
		const { links } = tableOf(
			workbook(
				rows(
					['No.', '種類', '内容', 'つながり'],
					['1', '原因', 'x', '2 '.repeat(500_000)],
					['2', '対策', 'y']
				)
			)
		);
		expect(links.length).toBeLessThan(maxCellLength);
	});

	test('one long text in every cell, which costs the file nothing', () => {
		const words = `<sst><si><t>${'原 '.repeat(16_000)}</t></si></sst>`;
		const row = '<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>';
		const sheet = `<sheetData>${row.repeat(5000)}</sheetData>`;
		expect(readSheets(workbook(sheet, { 'xl/words.xml': words }))).toEqual({ refusal: 'swollen' });
	});

	test('two cells of a thousand lines, each of which would lead to each', () => {
		const lines = (stem: string): string =>
			Array.from({ length: 1000 }, (_, at) => `・${stem}${at}`).join('\n');
		const row = [lines('a'), lines('b')];
		const { cards, links } = tableOf(
			workbook(rows(['原因', '対策'], ...Array.from({ length: 100 }, () => row)))
		);
		expect(cards).toHaveLength(maxImportedCards);
		expect(links).toHaveLength(maxImportedLinks);
	});

	test('elements within elements, hundreds of thousands deep', () => {
		const deep = '<a>'.repeat(300_000) + '</a>'.repeat(300_000);
		expect(readSheets(workbook(deep))).toEqual({ refusal: 'damaged' });
		const document = strToU8(`<w:document>${deep}</w:document>`);
		expect(readCouncilOpinions(zipSync({ 'word/document.xml': document }))).toEqual({
			refusal: 'damaged'
		});
	});

	test('twenty million empty lines of a table', () => {
		expect(readCsv(`原因,対策\nx,y\n${'\n'.repeat(20_000_000)}`).cards).toHaveLength(2);
	});

	test('opinions of brackets and spaces', () => {
		const spaces = ' '.repeat(50_000);
		for (const text of [`（${spaces}x`, `a${spaces}（${spaces}x`, `a${spaces}：${spaces}`])
			expect(splitWho(text)).toEqual({ profession: null, text });
		expect(splitWho(`（ 医師 ）${spaces}： 意見`)).toEqual({
			profession: 'physician',
			text: '意見'
		});
	});
});
