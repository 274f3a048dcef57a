import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { CardId } from '../../method/card.ts';
import { readBoard } from '../read-board.ts';
import { addCard, withdrawCards } from './card-commands.ts';
import { addLink } from './link-commands.ts';
import { linkSets } from './set-commands.ts';

const author = { participant: 'p', profession: null, now: 1 };

function board() {
	const doc = new Y.Doc();
	const add = (type: 'measure' | 'outcome', text: string): CardId =>
		addCard(doc, { type, text }, author);
	const measures = [add('measure', 'm1'), add('measure', 'm2')];
	const outcomes = [add('outcome', 'o1'), add('outcome', 'o2'), add('outcome', 'o3')];
	return { doc, measures, outcomes, links: () => [...readBoard(doc).links.values()] };
}

test('every measure is linked with every outcome under one set id, in one transaction', () => {
	const { doc, measures, outcomes, links } = board();
	let transactions = 0;
	doc.on('afterTransaction', () => transactions++);
	const ids = linkSets(doc, measures, outcomes, author);
	expect(transactions).toBe(1);
	expect(ids).toHaveLength(6);
	expect(new Set(links().map(({ set }) => set)).size).toBe(1);
	expect(links().every(({ set, kind }) => set !== null && kind === 'measureOutcome')).toBe(true);
	expect(new Set(links().map(({ from, to }) => `${from} ${to}`)).size).toBe(6);
});

test('a pair that is linked already keeps its link and joins the set', () => {
	const { doc, measures, outcomes, links } = board();
	const old = addLink(doc, { from: measures[0]!, to: outcomes[0]! }, author);
	const ids = linkSets(doc, measures, outcomes, author);
	expect('id' in old && ids.includes(old.id)).toBe(true);
	expect(links()).toHaveLength(6);
	expect(new Set(links().map(({ set }) => set)).size).toBe(1);
});

test('two sets are two brackets', () => {
	const { doc, measures, outcomes, links } = board();
	linkSets(doc, measures.slice(0, 1), outcomes, author);
	linkSets(doc, measures.slice(1), outcomes, author);
	expect(new Set(links().map(({ set }) => set)).size).toBe(2);
});

test('withdrawn cards and a card itself are left out; with nothing to link nothing happens', () => {
	const { doc, measures, outcomes, links } = board();
	withdrawCards(doc, [outcomes[0]!], author);
	expect(linkSets(doc, measures, [...outcomes, measures[0]!], author)).toHaveLength(5);
	expect(linkSets(doc, measures, ['gone' as CardId], author)).toEqual([]);
	expect(links()).toHaveLength(5);
});
