import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText } from '../method/clean-text.ts';
import { boardOf } from '../method/worksheet/test-board.ts';
import { cardListTable } from '../method/worksheet/card-list.ts';
import { manyTimes } from '../sheets/test-sheets.ts';
import { guardCell, unguardCell } from './csv-cells.ts';
import { writeCsv } from './csv.ts';
import { hostileBoard, mitoriBoard, officeCharacters, testOptions } from './test-boards.ts';

/** The cells of a file read strictly by RFC 4180, the apostrophes of formulas taken off. */
function readStrictly(bytes: Uint8Array): readonly (readonly string[])[] {
	const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	expect(text.startsWith('\ufeff')).toBe(true);
	const rows: string[][] = [];
	let rest = text.slice(1);
	let row: string[] = [];
	while (rest !== '') {
		const [whole, quoted, plain = '', end = ''] =
			/^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest) ?? [];
		if (whole === undefined) throw new Error(`No field at ${rest.slice(0, 20)}`);
		row.push(quoted?.replaceAll('""', '"') ?? plain);
		rest = rest.slice(whole.length);
		if (end === ',') continue;
		rows.push(row);
		row = [];
	}
	return rows;
}

test.each([
	['the I市 board', mitoriBoard],
	['hostile texts', hostileBoard],
	['120 cards', manyTimes(4)],
	['no card', boardOf({ municipality: '', scene: null, group: '', date: '', cards: [], links: [] })]
])('%s come back cell by cell', (_, board) => {
	const { bytes } = writeCsv(board, { ...testOptions, includeProfessions: true });
	const { columns, rows } = cardListTable(board, { includeProfessions: true });
	const read = readStrictly(bytes).map((cells) => cells.map(unguardCell));
	expect(read).toEqual([columns.map(({ heading }) => heading), ...rows]);
	expect(rows).toHaveLength(board.cards.size);
});

test('no cell is a formula', () => {
	const cells = readStrictly(writeCsv(hostileBoard, testOptions).bytes).flat();
	expect(cells.filter((cell) => /^[=+\-@＝＋－＠\t\r\n]/.test(cell))).toEqual([]);
	expect(cells).toContain(`'=HYPERLINK("http://example.com","押す")`);
});

test('the guard comes off again whatever the text is', () => {
	const texts = fc.oneof(
		fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '＝', '\t', '\n', '看') }),
		fc.string({ unit: 'grapheme' })
	);
	fc.assert(
		fc.property(texts, (text) => {
			expect(unguardCell(guardCell(text))).toBe(text);
		})
	);
});

test('characters of Japanese offices stay as they are', () => {
	const text = cleanText(`${officeCharacters}𠮷葛󠄀ﾊﾝｶｸ`);
	const board = boardOf({
		municipality: '',
		scene: null,
		group: '',
		date: '',
		cards: [{ id: 'a', type: 'cause', text }],
		links: []
	});
	expect(readStrictly(writeCsv(board, testOptions).bytes).flat()).toContain(text);
});

test('options and the order of the cards decide the bytes, nothing else', () => {
	const shuffled = { ...mitoriBoard, cards: new Map([...mitoriBoard.cards].reverse()) };
	expect(writeCsv(shuffled, testOptions)).toEqual(writeCsv(mitoriBoard, testOptions));
	const heads = (options: object) =>
		readStrictly(writeCsv(mitoriBoard, { ...testOptions, ...options }).bytes)[0];
	expect(heads({})).not.toContain('職種');
	expect(heads({ includeProfessions: true, includeVotes: true })).toEqual(
		expect.arrayContaining(['職種', '票'])
	);
});
