import { cardTypes } from '@renkei/shared/method/card-types/index.ts';
import { cardTypeIds } from '@renkei/shared/method/ids.ts';
import type { CardType } from '@renkei/shared/method/ids.ts';
import type { Card, CardId } from '@renkei/shared/method/card.ts';
import { expect, test } from 'vitest';
import { choiceText } from '../../i18n/messages/card-panel.ts';
import { choiceKey, panelFields } from './field-kind.ts';

function blankCard(type: CardType): Card {
	const fields = Object.fromEntries(
		Object.entries(cardTypes[type].fields).map(([key, field]) => [key, field.fallback])
	);
	return {
		...fields,
		id: 'c' as CardId,
		type,
		text: '',
		order: 'a0',
		position: null,
		createdAt: 0,
		createdBy: '',
		profession: null,
		deletedAt: null,
		deletedBy: null,
		subActions: []
	} as unknown as Card;
}

test.each(cardTypeIds)('every field of %s has a control', (type) => {
	expect(panelFields(blankCard(type)).map(({ key }) => key)).toEqual(
		Object.keys(cardTypes[type].fields)
	);
});

test('every choice has words in both languages', () => {
	const keys = cardTypeIds.flatMap((type) =>
		panelFields(blankCard(type)).flatMap((field) =>
			field.kind === 'choice'
				? field.options.map((option) => choiceKey(type, field.key, option))
				: []
		)
	);
	expect(keys.length).toBeGreaterThan(20);
	expect(keys.filter((key) => choiceText[key] === undefined)).toEqual([]);
});

test('a line knows how much the document takes', () => {
	const earlier = panelFields(blankCard('theme')).find(({ key }) => key === 'earlierWording');
	expect(earlier).toMatchObject({ kind: 'line', maxLength: 2000 });
});
