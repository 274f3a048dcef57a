import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText } from './fold-text.ts';

test.each([
	['情報共有を図る', '情報共有をはかる'],
	['ケアマネージャー', 'ｹｱﾏﾈｼﾞｬｰ'],
	['ケアマネ', '介護支援専門員'],
	['ＡＬＳ', 'als'],
	['退院 支援　ルール', '退院支援るーる'],
	['出来るようになる', 'できるようになる'],
	['出来ない', 'できない'],
	['ルールを作る', 'ルールをつくる'],
	['参加者が増える', '参加者がふえる'],
	['不安が減る', '不安がへる'],
	['率が上がる', '率があがる'],
	['場が無い', '場がない'],
	['在宅医療ｺｰﾃﾞｨﾈｰﾀｰ', '在宅医療コーディネータ'],
	['子供', '子ども'],
	['葛\u{e0100}飾区', '葛飾区']
])('「%s」 and 「%s」 count as the same', (one, other) => {
	expect(foldText(one)).toBe(foldText(other));
});

test.each([
	['食事', '食こと'],
	['病院', '医院'],
	['増加', '減少']
])('「%s」 and 「%s」 stay apart', (one, other) => {
	expect(foldText(one)).not.toBe(foldText(other));
});

test('folding once more changes nothing', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			const once = foldText(text);
			expect(foldText(once)).toBe(once);
		}),
		{ numRuns: 500 }
	);
});
