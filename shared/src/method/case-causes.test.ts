import { expect, test } from 'vitest';
import { carryCauses, countCases, findLikeWordings } from './case-causes.ts';

const cause = (boardId: string, cardId: string, text: string) => ({
	boardId,
	cardId,
	text,
	title: `事例${boardId}`
});

test('wordings that differ only in spelling are suggested, the commonest first', () => {
	const causes = [
		cause('b1', 'c1', 'ケアマネジャーの知識不足'),
		cause('b2', 'c1', 'ｹｱﾏﾈｼﾞｬｰの知識不足。'),
		cause('b1', 'c2', '家族の不安'),
		cause('b2', 'c2', '家族の 不安'),
		cause('b3', 'c1', '家族の不安'),
		cause('b3', 'c2', 'ひとりだけの原因')
	];
	expect(findLikeWordings(causes).map(({ text, causes: found }) => [text, found.length])).toEqual([
		['家族の不安', 3],
		['ケアマネジャーの知識不足', 2]
	]);
});

test('the same words twice on one case suggest nothing, and count as one case', () => {
	const causes = [cause('b1', 'c1', '家族の不安'), cause('b1', 'c2', '家族の不安')];
	expect(findLikeWordings(causes)).toEqual([]);
	expect(countCases(causes)).toBe(1);
});

test('a group becomes a theme candidate with a fact for each cause, each naming its case', () => {
	const causes = [cause('b1', 'c1', '家族の不安'), cause('b2', 'c4', '不安な家族')];
	expect(carryCauses('家族の不安', causes, { asTheme: true, asFacts: true })).toEqual({
		cards: [
			{ type: 'theme', text: '家族の不安', copiedFrom: 'b1/c1', fields: { status: 'candidate' } },
			{
				type: 'fact',
				text: '家族の不安',
				copiedFrom: 'b1/c1',
				fields: { kind: 'hearing', source: '事例：事例b1' }
			},
			{
				type: 'fact',
				text: '不安な家族',
				copiedFrom: 'b2/c4',
				fields: { kind: 'hearing', source: '事例：事例b2' }
			}
		],
		links: [
			{ from: 1, to: 0 },
			{ from: 2, to: 0 }
		]
	});
	expect(carryCauses('x', causes, { asTheme: true, asFacts: false }).cards).toHaveLength(1);
	expect(carryCauses('x', causes, { asTheme: false, asFacts: true }).links).toEqual([]);
});
