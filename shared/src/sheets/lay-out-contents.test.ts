import { describe, expect, test } from 'vitest';
import { paperIds } from '../method/worksheet/sheet-items.ts';
import type { ContentBlock, SheetContents } from './contents.ts';
import { contentsPage, layOutContents } from './lay-out-contents.ts';
import { faultsOf, packed, textsOf, wordsOf } from './test-sheets.ts';

const sentence = '家族に対し、専門職が看取りに関するプロセスを十分説明しきれていない。';

function paragraph(text: string, mark = ''): ContentBlock {
	return { kind: 'paragraph', mark, text, look: 'normal', cardIds: [] };
}

function table(rows: readonly (readonly string[])[]): ContentBlock {
	return {
		kind: 'table',
		columns: [
			{ title: '期待したこと', share: 0.6 },
			{ title: '把握方法', share: 0.4 }
		],
		rows: rows.map((row) => row.map((text) => ({ text })))
	};
}

function contents(
	blocks: readonly ContentBlock[],
	orientation: SheetContents['orientation'] = 'portrait'
): SheetContents {
	return { title: '長い紙', orientation, blocks };
}

function sorted(texts: readonly string[]): string {
	return Array.from(packed(texts.join('')))
		.sort()
		.join('');
}

const everything = contents([
	{ kind: 'heading', level: 1, text: 'はじめに' },
	paragraph(sentence, '①'),
	paragraph(sentence, '対策1'),
	paragraph(sentence.repeat(120)),
	{ kind: 'heading', level: 2, text: '表' },
	table([
		...Array.from({ length: 50 }, (_, at) => [`${at}番目 ${sentence}`, sentence.repeat(2)]),
		[sentence.repeat(150), '短い']
	]),
	{ kind: 'space', name: 'opinion-1', label: 'ご意見', lines: 6 },
	{ kind: 'space', name: 'opinion-2', label: '', lines: 60 },
	{ kind: 'pageBreak' },
	{ kind: 'heading', level: 1, text: 'おわりに' },
	paragraph('おわり')
]);

describe.each(paperIds)('%s', (paper) => {
	describe.each(['portrait', 'landscape'] as const)('%s', (orientation) => {
		const layout = layOutContents({ ...everything, orientation }, { paper });

		test('is on paper without a fault and without a lost word', () => {
			const { marginMm } = contentsPage(paper, orientation);
			expect(faultsOf(layout, marginMm)).toEqual([]);
			const written = everything.blocks.flatMap((block) => {
				if (block.kind === 'paragraph') return [block.mark, block.text];
				if (block.kind === 'space') return [block.label];
				return block.kind === 'table' ? block.rows.flat().map(({ text }) => text) : [];
			});
			const bodies = textsOf(layout).filter(({ role }) => role === 'text');
			// Pages part a row of a table column by column, so characters are counted, not sentences.
			expect(sorted(bodies.map(({ text }) => text))).toBe(sorted(written));
		});

		test('says on every page what it is, and repeats the head of the table', () => {
			for (const [number, page] of layout.pages.entries()) {
				const texts = page.flatMap((item) => (item.kind === 'text' ? [item.text] : []));
				expect(texts).toContain(number === 0 ? '長い紙' : '長い紙（つづき）');
				expect(texts).toContain(`${number + 1} / ${layout.pages.length}`);
				const isTable = texts.some((text) => /^\d+番目/u.test(text));
				expect(!isTable || texts.includes('把握方法')).toBe(true);
			}
		});

		test('has a bookmark for every part, and begins the last on a page of its own', () => {
			expect(layout.bookmarks.map(({ title }) => title)).toEqual([
				'長い紙',
				'はじめに',
				'おわりに'
			]);
			const [last = []] = layout.pages.slice(-1);
			expect(last.some((item) => item.kind === 'text' && item.text === 'おわりに')).toBe(true);
			expect(layout.bookmarks.at(-1)?.page).toBe(layout.pages.length - 1);
		});
	});
});

test('a row stays on one page while a page can hold it', () => {
	const rows = Array.from({ length: 30 }, (_, at) => [
		`行${at}始 ${sentence.repeat(3)} 行${at}終`,
		''
	]);
	const layout = layOutContents(contents([table(rows)]), { paper: 'A4' });
	expect(layout.pages.length).toBeGreaterThan(1);
	for (const at of rows.keys())
		expect(
			layout.pages.filter((page) => {
				const words = wordsOf({ pages: [page] });
				return words.includes(`行${at}始`) && words.includes(`行${at}終`);
			})
		).toHaveLength(1);
});

test('a heading is never the last on its page', () => {
	for (let before = 20; before < 40; before += 1) {
		const filling = Array.from({ length: before }, () => paragraph('一行だけの文'));
		const { pages } = layOutContents(
			contents([...filling, { kind: 'heading', level: 2, text: '見出し' }, paragraph('本文')]),
			{ paper: 'A4' }
		);
		const holder = pages.find((page) => wordsOf({ pages: [page] }).includes('見出し')) ?? [];
		expect(wordsOf({ pages: [holder] })).toContain('本文');
	}
});

test('lines of one text share a run that says it whole', () => {
	const layout = layOutContents(contents([paragraph(sentence.repeat(4))]), { paper: 'A4' });
	const lines = textsOf(layout).filter(({ run }) => run?.parts[0]?.text === sentence.repeat(4));
	expect(lines.length).toBeGreaterThan(2);
	expect(new Set(lines.map(({ run }) => run)).size).toBe(1);
	expect(lines.map(({ text }) => text).join('')).toBe(sentence.repeat(4));
});

test('a sheet without anything on it is one page with its title', () => {
	const layout = layOutContents(contents([]), { paper: 'A3' });
	expect(layout.pages).toHaveLength(1);
	expect(wordsOf(layout)).toBe('長い紙1/1長い紙');
});
