import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Board } from '../method/board.ts';
import { cleanText } from '../method/clean-text.ts';
import { sheetKindIds } from '../method/export-ids.ts';
import { templates } from '../method/templates/index.ts';
import { buildDialogueRows } from '../method/worksheet/dialogue-sheet.ts';
import { headFields } from '../method/worksheet/layout-head.ts';
import { buildWorksheet } from '../method/worksheet/build-worksheet.ts';
import { boardOf } from '../method/worksheet/test-board.ts';
import type { WorksheetRow } from '../method/worksheet/worksheet.ts';
import type { ContentBlock, SheetContents } from '../sheets/contents.ts';
import { sheetKinds } from '../sheets/index.ts';
import { blankBoard, manyTimes } from '../sheets/test-sheets.ts';
import { draftContents, writeDocx } from './docx.ts';
import { writeDraft } from './docx-document.ts';
import type { ExportOptions } from './export-format.ts';
import { exportFormats } from './index.ts';
import { hostileBoard, mitoriBoard, officeCharacters, testOptions } from './test-boards.ts';

afterEach(() => {
	vi.useRealTimers();
});

const boards: Readonly<Record<string, Board>> = {
	...Object.fromEntries(
		Object.entries(templates).map(([id, template]) => [id, boardOf(template('endOfLife'))])
	),
	'I市 with a head': mitoriBoard,
	blank: blankBoard,
	hostile: hostileBoard,
	'60 cards': manyTimes(2),
	'120 cards': manyTimes(4)
};

interface Element {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: (Element | string)[];
}

/** A part as a strict reader sees it; throws where it is not well-formed. */
function parse(xml: string): Element {
	const root: Element = { name: '', attributes: {}, children: [] };
	const open: Element[] = [root];
	const parser = new SaxesParser<{ xmlns: false; position: false }>({
		xmlns: false,
		position: false
	});
	parser.on('error', (error) => {
		throw error;
	});
	parser.on('opentag', ({ name, attributes }) => {
		const element: Element = { name, attributes, children: [] };
		open.at(-1)!.children.push(element);
		open.push(element);
	});
	parser.on('closetag', () => void open.pop());
	parser.on('text', (text) => void open.at(-1)!.children.push(text));
	parser.write(xml).close();
	return root;
}

function all(element: Element, name: string): Element[] {
	return element.children.flatMap((child) =>
		typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...all(child, name)]
	);
}

/** The words of a paragraph, a typed line end as `\n`, the step behind a mark as a tab. */
function wordsOf(element: Element): string {
	return element.children
		.map((child) => {
			if (typeof child === 'string') return '';
			if (child.name === 'w:t') return child.children.map(String).join('');
			if (child.name === 'w:br') return '\n';
			if (child.name === 'w:tab') return '\t';
			return child.name === 'w:pPr' ? '' : wordsOf(child);
		})
		.join('');
}

function paragraphsOf(document: Element): readonly string[] {
	return all(document, 'w:p')
		.map(wordsOf)
		.filter((text) => text !== '');
}

function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
	return new Map(
		Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)])
	);
}

function documentOf(bytes: Uint8Array): Element {
	return parse(partsOf(bytes).get('word/document.xml')!);
}

const write = async (board: Board, options: Partial<ExportOptions> = {}): Promise<Uint8Array> =>
	(await writeDocx(board, { ...testOptions, ...options })).bytes;

/** What the form should say, paragraph by paragraph, in the order of its cells. */
function formParagraphs(board: Board, options: Partial<ExportOptions> = {}): readonly string[] {
	const sheet = buildWorksheet(board, options);
	const head = headFields(sheet.head).map(
		({ label, value }) => `　${label}［ ${value || '　　　　　'} ］`
	);
	const ofRow = ({ kind, mark, label, text }: WorksheetRow): string => {
		if (kind === 'detail') return label === '' ? text : `${label}：${text}`;
		if (kind === 'heading') return text;
		const gap = kind === 'item' ? '\t' : '　';
		return (mark === '' ? '' : mark + gap) + (label === '' ? '' : `${label}　`) + text;
	};
	return [
		`演習シート${head.join('')}`,
		...(
			[
				'theme',
				'causes',
				'measures',
				'outcomes',
				'vision',
				'notes',
				'rootCause',
				'evaluation'
			] as const
		)
			.filter((id) => !sheet.blocks[id].isHidden)
			.flatMap((id) => [sheet.blocks[id].title, ...sheet.blocks[id].rows.map(ofRow)])
	].filter((text) => text !== '');
}

/** What a sheet should say by its words; 演習シート in a pack says what its form does. */
function toldParagraphs({ title, blocks }: SheetContents, board: Board): readonly string[] {
	const form = blocks.findIndex(
		(block) => block.kind === 'heading' && block.begins === 'worksheet'
	);
	if (form !== -1) {
		const end = blocks.findIndex((block, at) => at > form && block.kind === 'pageBreak');
		return [
			...toldParagraphs(
				{ title, orientation: 'landscape', blocks: blocks.slice(0, form + 1).map(plain) },
				board
			),
			...formParagraphs(board),
			...toldParagraphs({ title: '', orientation: 'landscape', blocks: blocks.slice(end) }, board)
		];
	}
	const ofBlock = (block: ContentBlock): readonly string[] => {
		switch (block.kind) {
			case 'heading':
				return [block.text];
			case 'paragraph':
				return [block.mark === '' ? block.text : `${block.mark}\t${block.text}`];
			case 'table': {
				const rows = [block.columns.map((column) => column.title)];
				rows.push(...block.rows.map((row) => block.columns.map((_, at) => row[at]?.text ?? '')));
				return rows.flat().flatMap((text) => text.split('\n'));
			}
			case 'space':
				return [block.label];
			case 'pageBreak':
				return [];
		}
	};
	return [title, ...blocks.flatMap(ofBlock)].filter((text) => text !== '');
}

function plain(block: ContentBlock): ContentBlock {
	return block.kind === 'heading'
		? { kind: 'heading', level: block.level, text: block.text }
		: block;
}

describe('every character of the model is in the document, in its order', () => {
	test.each(Object.entries(boards))('the form of %s', async (_, board) => {
		const choices: readonly Partial<ExportOptions>[] = [
			{},
			{ paper: 'A4', includeProfessions: true, includeVotes: true },
			{ includeNotes: false, includeEmpty: false }
		];
		for (const options of choices) {
			const found = paragraphsOf(documentOf(await write(board, options)));
			const form = formParagraphs(board, options);
			expect(found.slice(0, form.length)).toEqual(form);
			const turns = buildDialogueRows(board, options);
			expect(found.length > form.length).toBe(turns.length > 0);
			for (const { question, answer } of turns)
				for (const line of `${question}\n${answer}`.split('\n'))
					expect(found.slice(form.length)).toContain(line);
		}
	});

	test.each(exportFormats.docx.sheets.filter((id) => id !== 'worksheet'))('%s', async (sheet) => {
		for (const [name, board] of Object.entries(boards)) {
			const told = (await sheetKinds[sheet].load()).tell(board, testOptions);
			const found = paragraphsOf(documentOf(await write(board, { sheet })));
			expect([name, ...found]).toEqual([name, ...toldParagraphs(told, board)]);
		}
	});

	test('characters of Japanese offices', async () => {
		const text = cleanText(`${officeCharacters}𠮷野家の葛󠄀と髙橋﨑①㈱～−ー㎡ﾊﾝｶｸｶﾅか\u3099`);
		const card = { id: 'a', type: 'cause', text } as const;
		const board = boardOf({
			municipality: '',
			scene: null,
			group: '',
			date: '',
			cards: [card],
			links: []
		});
		expect(paragraphsOf(documentOf(await write(board)))).toContain(`①\t${text}`);
	});
});

test.each(sheetKindIds.filter((id) => exportFormats.docx.sheets.includes(id)))(
	'every part of %s is well-formed, declared and tied to what is there',
	async (sheet) => {
		for (const board of [mitoriBoard, hostileBoard, blankBoard])
			expect(faultsOf(partsOf(await write(board, { sheet })))).toEqual([]);
	}
);

/** What does not hold together in a package; a part that is not well-formed throws. */
function faultsOf(parts: ReadonlyMap<string, string>): readonly string[] {
	const faults: string[] = [];
	const types = parse(parts.get('[Content_Types].xml')!);
	const extensions = all(types, 'Default').map(({ attributes }) => attributes['Extension']);
	const overrides = all(types, 'Override').map(({ attributes }) => attributes['PartName']!);
	for (const name of overrides)
		if (!parts.has(name.slice(1))) faults.push(`${name} is declared and not there`);
	for (const [name, xml] of parts) {
		const root = parse(xml);
		if (!overrides.includes(`/${name}`) && !extensions.includes(name.split('.').at(-1)))
			faults.push(`${name} has no type`);
		const folder = name.slice(0, name.lastIndexOf('/') + 1);
		const relations = all(root, 'Relationship').map(({ attributes }) => attributes);
		if (new Set(relations.map((one) => one['Id'])).size < relations.length)
			faults.push(`${name} has an id twice`);
		for (const { Target: target = '', TargetMode: mode } of relations) {
			const path = target.startsWith('/')
				? target.slice(1)
				: folder.replace(/_rels\/$/, '') + target;
			if (mode === 'External' || !parts.has(path)) faults.push(`${name} leads to ${target}`);
		}
		const file = parse(parts.get(`${folder}_rels/${name.slice(folder.length)}.rels`) ?? '<a/>');
		const ids = all(file, 'Relationship').map(({ attributes }) => attributes['Id']);
		for (const [, id] of xml.matchAll(/ r:(?:id|embed|link)="([^"]*)"/g))
			if (!ids.includes(id)) faults.push(`${name} speaks of ${id}`);
	}
	return faults;
}

test('a package that does not hold together is found out', () => {
	const type = '<Types><Default Extension="rels"/><Override PartName="/gone.xml"/></Types>';
	expect(
		faultsOf(
			new Map([
				['[Content_Types].xml', type],
				[
					'_rels/.rels',
					'<a><Relationship Id="1" Target="away.xml"/><Relationship Id="1" Target="x"/></a>'
				],
				['word/document.xml', '<a r:id="9"/>']
			])
		)
	).toHaveLength(7);
});

describe('a document', () => {
	test('has the same bytes for the same board and date, in whatever order the cards came', async () => {
		vi.useFakeTimers({ toFake: ['Date'] });
		const shuffled = { ...mitoriBoard, cards: new Map([...mitoriBoard.cards].reverse()) };
		for (const sheet of exportFormats.docx.sheets) {
			vi.setSystemTime(1e12);
			const first = await write(mitoriBoard, { sheet });
			vi.setSystemTime(2e12);
			const again = await write(shuffled, { sheet });
			expect(Buffer.from(again).equals(Buffer.from(first))).toBe(true);
			const later = await write(mitoriBoard, { sheet, date: '2026-11-23' });
			expect(Buffer.from(later).equals(Buffer.from(first))).toBe(false);
		}
	});

	test('stays below 30 KB for 60 cards', async () => {
		for (const sheet of exportFormats.docx.sheets)
			expect((await write(manyTimes(2), { sheet })).length).toBeLessThan(30 * 1024);
	});

	test.each([
		['A3', 23811, 16838],
		['A4', 16838, 11906]
	] as const)('is %s landscape, a letter is A4 upright', async (paper, wide, high) => {
		const size = async (sheet: ExportOptions['sheet']): Promise<unknown> =>
			all(documentOf(await write(mitoriBoard, { paper, sheet })), 'w:pgSz').map(
				({ attributes }) => attributes
			);
		expect(await size('worksheet')).toEqual([
			{ 'w:w': String(wide), 'w:h': String(high), 'w:orient': 'landscape' }
		]);
		expect(await size('survey')).toEqual([
			{ 'w:w': '11906', 'w:h': '16838', 'w:orient': 'portrait' }
		]);
	});

	test('is the form in cells: its head on every page, the cause to solve in a double frame', async () => {
		const [form] = all(documentOf(await write(mitoriBoard)), 'w:tbl');
		const rows = all(form!, 'w:tr');
		expect(rows.map((row) => all(row, 'w:tblHeader').length)).toEqual([1, 0, 0, 0]);
		expect(all(rows[0]!, 'w:gridSpan')[0]!.attributes['w:val']).toBe('4');
		const doubled = all(form!, 'w:tc').filter((cell) =>
			all(cell, 'w:tcBorders').some((borders) =>
				all(borders, 'w:top').some(({ attributes }) => attributes['w:val'] === 'double')
			)
		);
		expect(doubled).toHaveLength(1);
		expect(wordsOf(doubled[0]!)).toContain('4 解決すべき原因');
		const widths = all(form!, 'w:gridCol').map(({ attributes }) => Number(attributes['w:w']));
		expect(widths).toHaveLength(4);
		expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo((400 / 25.4) * 1440, -1);
	});

	test('has fewer columns where blocks are left out, and never an empty row', async () => {
		const card = { id: 'a', type: 'outcome', text: '期待' } as const;
		const board = boardOf({
			municipality: '',
			scene: null,
			group: '',
			date: '',
			cards: [card],
			links: []
		});
		const [form] = all(documentOf(await write(board, { includeEmpty: false })), 'w:tbl');
		expect(all(form!, 'w:gridCol')).toHaveLength(1);
		for (const row of all(form!, 'w:tr')) expect(all(row, 'w:tc')).toHaveLength(1);
	});

	test('speaks Japanese in a font of Windows, with headings, repeated heads and whole rows', async () => {
		const parts = partsOf(await write(mitoriBoard, { sheet: 'survey' }));
		const styles = parts.get('word/styles.xml')!;
		for (const script of ['ascii', 'hAnsi', 'eastAsia'])
			expect(styles).toContain(`w:${script}="BIZ UDPゴシック"`);
		expect(styles).toMatch(/<w:lang w:val="ja-JP" w:eastAsia="ja-JP"\/>/);
		const document = parse(parts.get('word/document.xml')!);
		const used = all(document, 'w:pStyle').map(({ attributes }) => attributes['w:val']);
		expect(used).toEqual(expect.arrayContaining(['Title', 'Heading1', 'Lead', 'SpaceLabel']));
		for (const id of used) expect(styles).toContain(`w:styleId="${id}"`);
		const tables = all(document, 'w:tbl').filter(
			(table) => all(table, 'w:tblCaption').length === 0
		);
		for (const table of tables) {
			expect(all(table, 'w:tblHeader')).toHaveLength(1);
			expect(all(table, 'w:cantSplit')).toHaveLength(all(table, 'w:tr').length);
		}
		expect(parts.get('word/footer1.xml')).toMatch(/PAGE.*NUMPAGES/s);
	});

	test('has a frame for every space, found by its caption and by the bookmark over it', async () => {
		const contents: SheetContents = {
			title: '見本',
			orientation: 'portrait',
			blocks: [
				{ kind: 'space', name: 'opinion-1', label: 'ご意見', lines: 3 },
				{ kind: 'pageBreak' },
				{ kind: 'space', name: 'survey-ケアマネジャー-2', label: '', lines: 400 },
				{ kind: 'space', name: 'survey-ケアマネジャー-2', label: '同じ名', lines: 1 }
			]
		};
		const bytes = await writeDraft(draftContents(contents, testOptions), testOptions.date);
		const document = documentOf(bytes);
		const values = (name: string, key: string): unknown[] =>
			all(document, name).map(({ attributes }) => attributes[key]);
		expect(values('w:tblCaption', 'w:val')).toEqual([
			'renkei-space:opinion-1',
			'renkei-space:survey-ケアマネジャー-2',
			'renkei-space:survey-ケアマネジャー-2'
		]);
		expect(values('w:bookmarkStart', 'w:name')).toEqual([
			'renkei_opinion_1',
			'renkei_survey_ケアマネジャー_2'
		]);
		expect(values('w:bookmarkStart', 'w:id')).toEqual(values('w:bookmarkEnd', 'w:id'));
		const heights = values('w:trHeight', 'w:val').map(Number);
		expect(heights[1]).toBeLessThan((297 / 25.4) * 1440);
		expect(
			all(document, 'w:pageBreakBefore').filter(({ attributes }) => attributes['w:val'] !== 'false')
		).toHaveLength(1);
	});

	test('takes no line end that nobody typed', async () => {
		const document = documentOf(await write(manyTimes(4)));
		expect(all(document, 'w:br')).toEqual([]);
		const typed = { id: 'a', type: 'cause', text: '一行目\n二行目\tタブ' } as const;
		const board = boardOf({
			municipality: '',
			scene: null,
			group: '',
			date: '',
			cards: [typed],
			links: []
		});
		expect(paragraphsOf(documentOf(await write(board)))).toContain('①\t一行目\n二行目\tタブ');
	});
});
