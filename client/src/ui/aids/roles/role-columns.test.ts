import type { CardOf } from '@renkei/shared/method/card.ts';
import { iCityMitori } from '@renkei/shared/method/templates/i-city-mitori.ts';
import { boardOf } from '@renkei/shared/method/worksheet/test-board.ts';
import { expect, test } from 'vitest';
import { nextPart, roleColumns, roleIn } from './role-columns.ts';

const japanese = (word: { readonly ja: string }): string => word.ja;
const english = (word: { readonly en: string }): string => word.en;
const measures = [...boardOf(iCityMitori).cards.values()].filter(
	(card): card is CardOf<'measure'> => card.type === 'measure'
);
const withRole = (who: string): CardOf<'measure'> => ({
	...measures[0]!,
	members: [],
	roles: [{ id: 'r', order: 'a0', who, part: 'lead' }]
});

test('professions present, then members and roles of measures, then added words, each once', () => {
	const columns = roleColumns(measures, ['careManager'], ['民生委員', '医師'], japanese);
	expect(columns.map(({ label }) => label)).toEqual([
		'ケアマネジャー',
		'医師',
		'訪問看護ステーションの看護師',
		'民生委員'
	]);
});

test('a profession is one column in whichever language and spelling it was written', () => {
	const columns = roleColumns(
		[withRole('ｹｱﾏﾈｼﾞｬｰ'), withRole('Care manager')],
		['careManager'],
		[],
		english
	);
	expect(columns.map(({ label }) => label)).toEqual(['Care manager']);
	expect(roleIn(withRole('ｹｱﾏﾈｼﾞｬｰ'), columns[0]!)).toMatchObject({
		who: 'ｹｱﾏﾈｼﾞｬｰ',
		part: 'lead'
	});
	expect(roleIn(withRole('医師'), columns[0]!)).toEqual({ who: 'Care manager', part: null });
});

test('a press turns nothing into leads, joins and nothing again', () => {
	expect(
		[null, 'lead', 'join'].map((part) => nextPart(part as Parameters<typeof nextPart>[0]))
	).toEqual(['lead', 'join', null]);
});
