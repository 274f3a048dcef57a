import type { Card, CardId } from '@renkei/shared/method/card.ts';
import { cardTypes } from '@renkei/shared/method/card-types/index.ts';
import { professions } from '@renkei/shared/method/professions.ts';
import { expect, test } from 'vitest';
import { boardOf } from '@renkei/shared/method/worksheet/test-board.ts';
import { fieldSuggestions, hasSuggestions, methodWords } from './field-suggestions.ts';

const japanese = (word: { readonly ja: string }): string => word.ja;

const { cards } = boardOf({
	municipality: '',
	scene: null,
	group: '',
	date: '',
	cards: [
		{ id: 'a', type: 'measure', text: 'a', fields: { owner: '医師会', members: ['病院', '医師'] } },
		{ id: 'b', type: 'measure', text: 'b', fields: { owner: '作業部会', members: [] } },
		{ id: 'f', type: 'fact', text: 'f', fields: { heardFrom: '民生委員' } }
	],
	links: []
});
const sources = { cards, say: japanese, year: 2026 };
const card = (id: string): Card => cards.get(id as CardId)!;

test('words of this board come first, then those of the method, each once', () => {
	const words = fieldSuggestions(card('b'), 'owner', sources);
	expect(words.slice(0, 2)).toEqual(['医師会', '作業部会']);
	expect(new Set(words).size).toBe(words.length);
});

test('lists of words give their members; a card does not offer its own', () => {
	expect(fieldSuggestions(card('b'), 'members', sources).slice(0, 2)).toEqual(['病院', '医師']);
	expect(fieldSuggestions(card('f'), 'heardFrom', sources)).not.toContain('民生委員');
});

test('the people heard are professions, never names', () => {
	const words = fieldSuggestions(card('f'), 'heardFrom', sources);
	expect(words).toContain(professions.careManager.label.ja);
	expect(words).not.toContain(professions.other.label.ja);
});

test('years are named from the present fiscal year on', () => {
	const indicator = { ...card('f'), type: 'indicator' } as Card;
	expect(fieldSuggestions(indicator, 'targetAt', sources)).toEqual([
		'令和9年度',
		'令和10年度',
		'令和11年度'
	]);
});

test('every field that offers words exists', () => {
	const offering = Object.entries(methodWords).flatMap(([type, words]) =>
		Object.keys(words).map((key) => `${type}.${key}`)
	);
	const known = Object.entries(cardTypes).flatMap(([type, { fields }]) =>
		Object.keys(fields).map((key) => `${type}.${key}`)
	);
	expect(known).toEqual(expect.arrayContaining(offering));
	expect(hasSuggestions('theme', 'disease')).toBe(true);
	expect(hasSuggestions('theme', 'earlierWording')).toBe(false);
});
