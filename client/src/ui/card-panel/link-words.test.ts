import type { Card, CardId } from '@renkei/shared/method/card.ts';
import type { CardType } from '@renkei/shared/method/ids.ts';
import type { Link } from '@renkei/shared/method/link.ts';
import { defaultMethod } from '@renkei/shared/method/packs/method.ts';
import { expect, test } from 'vitest';
import { linkSentence } from '../outline/card-words.ts';
import { linkGroups } from './link-words.ts';

const card = (id: string, type: CardType): Card =>
	({ id, type, text: id, subActions: [] }) as unknown as Card;
const link = (from: string, to: string, kind: Link['kind']): Link =>
	({ id: `${from}-${to}`, from, to, kind }) as unknown as Link;

const measure = card('m', 'measure');
const all = [
	measure,
	card('root', 'cause'),
	card('m2', 'measure'),
	...['o1', 'o2', 'o3', 'o4'].map((id) => card(id, 'outcome'))
];
const cards = new Map(all.map((each) => [each.id, each]));
const numbers = new Map<CardId, number>(
	Object.entries({ root: 11, m: 14, m2: 15, o1: 17, o2: 18, o3: 19, o4: 21 }) as [CardId, number][]
);
const links = [
	link('m', 'o3', 'measureOutcome'),
	link('m', 'o1', 'measureOutcome'),
	link('m', 'm2', 'uses'),
	link('m', 'o4', 'measureOutcome'),
	link('m', 'o2', 'measureOutcome'),
	link('root', 'm', 'causeMeasure')
];

test('links are grouped by what they say, in the order of the numbers', () => {
	const groups = linkGroups(measure.id, links, cards, numbers);
	expect(groups.map(({ rows }) => rows.map(({ id }) => id))).toEqual([
		['root-m'],
		['m-m2'],
		['m-o1', 'm-o2', 'm-o3', 'm-o4']
	]);
	expect(groups.map(({ rows }) => rows[0]?.isOutgoing)).toEqual([false, true, true]);
});

test('in the list the links are one sentence with runs of numbers', () => {
	expect(linkSentence(measure, links, cards, numbers, defaultMethod)).toBe(
		'→ 対策15、期待したこと17〜19・21'
	);
});
