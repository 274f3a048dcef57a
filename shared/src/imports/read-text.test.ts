import { expect, test } from 'vitest';
import type { ImportedTable } from './imported-table.ts';
import { readPasted } from './read-table.ts';
import { readTextLines } from './read-text.ts';

function told({ cards, links, boardLinks }: ImportedTable) {
	return {
		cards: cards.map(({ type, text }) => `${type ?? '?'} ${text}`),
		links: links.map(({ from, to }) => `${from}→${to}`),
		boardLinks: boardLinks.map(({ from, number }) => `${from}→#${number}`)
	};
}

test('headings, leading words, bullets and indentation as people type them', () => {
	const text = `【原因】
・家族が看取りのイメージを持てない
　　・説明の場がない
② 訪問看護の人手が足りない
対策：家族向けの冊子を作る
■ 期待したこと
- 家族の不安が減る
根本原因：地域で説明する人が決まっていない`;
	expect(told(readTextLines(text))).toEqual({
		cards: [
			'cause 家族が看取りのイメージを持てない',
			'cause 説明の場がない',
			'cause 訪問看護の人手が足りない',
			'measure 家族向けの冊子を作る',
			'outcome 家族の不安が減る',
			'cause 地域で説明する人が決まっていない'
		],
		links: ['1→0'],
		boardLinks: []
	});
	expect(readTextLines(text).cards[5]?.fields).toEqual({ isRoot: true });
});

test('a sign with a number links to that line, or to the card of the board', () => {
	expect(told(readTextLines('1. 原因：人手不足\n2. 対策：研修 → #1\n3. 冊子（#12）'))).toEqual({
		cards: ['cause 人手不足', 'measure 研修', '? 冊子'],
		links: ['1→0'],
		boardLinks: ['2→#12']
	});
});

test.each([
	['-5%になった', '-5%になった'],
	['2.5倍', '2.5倍'],
	['#3', '#3'],
	['時間：18時から', '時間：18時から'],
	['KPI #1 を見直す', 'KPI #1 を見直す'],
	['「原因」は何か', '「原因」は何か']
])('%s is one card as it stands', (line, text) => {
	expect(readTextLines(line).cards.map((card) => card.text)).toEqual([text]);
});

test('an untyped line waits for its type, or takes the one that was chosen', () => {
	expect(readTextLines('ひとこと').cards[0]?.type).toBeNull();
	expect(readTextLines('ひとこと', { type: 'fact' }).cards[0]?.type).toBe('fact');
});

test('lines set in with tabs are lines, not cells', () => {
	expect(told(readPasted('原因：人手不足\n\t・夜間の人がいない'))).toMatchObject({
		links: ['1→0']
	});
});
