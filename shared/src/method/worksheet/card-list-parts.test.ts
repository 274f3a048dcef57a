import { describe, expect, test } from 'vitest';
import { readField, readWords, writeField } from './card-list-fields.ts';
import { readParts, writeParts } from './card-list-parts.ts';

describe('the parts of a measure in one cell', () => {
	test('read as a person would write them', () => {
		const members = [
			{ text: '家族向けの冊子を作る', audience: '家族', timing: '本年度' },
			{ text: '研修会で使う', owner: '作業部会' }
		];
		const cell =
			'①家族向けの冊子を作る\n　対象：家族\n　時期：本年度\n②研修会で使う\n　担当：作業部会';
		expect(writeParts('subActions', members)).toBe(cell);
		expect(readParts('subActions', cell)).toEqual(members);
	});

	test('take a line without a number, and numbers of a keyboard', () => {
		expect(readParts('subActions', '1. 一つ目\n(2)二つ目\n三つ目\n2.5倍にする')).toEqual(
			['一つ目', '二つ目', '三つ目', '2.5倍にする'].map((text) => ({ text }))
		);
	});

	test.each([
		['対象：家族\n　時期：本年度\n①②'],
		['一行目\n\n三行目\n　　対象：x'],
		['①もう一つの印'],
		['']
	])('come back whatever the text looks like: %j', (text) => {
		const members = [{ text, owner: '担当：\n時期：来年' }, { text: '次' }];
		expect(readParts('subActions', writeParts('subActions', members))).toEqual(members);
	});

	test('roles and years have their words', () => {
		const roles = [
			{ who: '医師', part: 'lead' },
			{ who: '中心：薬局', part: 'join' }
		];
		expect(writeParts('roles', roles)).toBe('中心：医師\n加わる：中心：薬局');
		expect(readParts('roles', writeParts('roles', roles))).toEqual(roles);
		const values = [
			{ id: '2025', value: '32', unit: '％', count: '120', isPartial: true, note: '上半期' },
			{ id: 'x', value: 'A：B' }
		];
		expect(writeParts('values', values)).toBe(
			'令和7年度：32\n　単位：％\n　もとの数：120\n　年度の途中：○\n　メモ：上半期\nx：A：B'
		);
		expect(readParts('values', writeParts('values', values))).toEqual(values);
	});
});

test('words of a list come back even with the sign that divides them', () => {
	const words = ['医師', '病棟・外来', '「家族」', '」・「', 'a、b', ' '];
	expect(readWords(writeField('theme.parties', words))).toEqual(words);
	expect(readWords('医師、看護師\nケアマネジャー')).toEqual(['医師', '看護師', 'ケアマネジャー']);
});

test('choices are read from their word, part of it, and nothing else', () => {
	expect(writeField('outcome.direction', 'up')).toBe('増える・上がる');
	expect(readField('outcome.direction', '上がる')).toEqual({ value: 'up' });
	expect(readField('outcome.direction', '')).toEqual({ value: 'none' });
	expect(readField('outcome.direction', 'たぶん')).toBeNull();
	expect(readField('cause.isRoot', '◯')).toEqual({ value: true });
	expect(readField('cause.isRoot', '')).toEqual({ value: false });
});

test('what a part begins with is kept, and white space after a mark that people write is not', () => {
	for (const text of ['　字下げ', ' a', '\tb', '① 二重の印']) {
		const members = [{ text }];
		expect(readParts('subActions', writeParts('subActions', members))).toEqual(members);
	}
	expect(readParts('subActions', '①　研修\n② 資料')).toEqual([{ text: '研修' }, { text: '資料' }]);
});
