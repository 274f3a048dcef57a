import { describe, expect, test } from 'vitest';
import { mergeTexts } from './text-merge.ts';

describe('two hands on one text', () => {
	test.each([
		[
			'at different places',
			'家族の不安',
			'家族の不安がある',
			'【医】家族の不安',
			'【医】家族の不安がある'
		],
		['nothing of mine', '家族', '家族', '家族と本人', '家族と本人'],
		['nothing of theirs', '家族', '家族と本人', '家族', '家族と本人'],
		['what both took away', '家族の不安', '家族', '家族の', '家族'],
		[
			'what one took away and the other kept',
			'家族の不安',
			'不安',
			'家族の不安と痛み',
			'不安と痛み'
		],
		['at one place, theirs first', '家族', '家族は', '家族が', '家族がは'],
		['mine had arrived in part', '家族', '家族の不安がある', '家族の不安', '家族の不安がある'],
		[
			'mine had arrived, and they wrote on',
			'家族',
			'家族の不安',
			'家族の不安がある',
			'家族の不安がある'
		],
		['from nothing', '', '家族の不安', '家族の負担', '家族の負担不安'],
		['characters of two units', '𠮷野', '𠮷野家', '𠮷田野', '𠮷田野家'],
		[
			'where one took away, the same words once',
			'あうえ3',
			'あうえ3十八番',
			'あうえ6十八番',
			'あうえ6十八番'
		]
	])('%s', (_, base, mine, theirs, merged) => {
		expect(mergeTexts(base, mine, theirs)).toBe(merged);
	});

	test('the longest texts are put together at once', () => {
		const [mine, theirs] = ['あい'.repeat(1000), 'うえ'.repeat(1000)];
		expect(mergeTexts('お'.repeat(2000), mine, theirs)).toBe(theirs + mine);
	});
});
