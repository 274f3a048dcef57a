import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { CardId } from '../../method/card.ts';
import { readLanes } from '../../method/lanes.ts';
import { readBoard } from '../read-board.ts';
import { addCard, withdrawCards } from './card-commands.ts';
import { setRole } from './role-commands.ts';
import { chooseRootBecause, writeRootCause } from './root-commands.ts';
import { addCollaborationVision } from './vision-commands.ts';

const author = { participant: 'p', profession: null, now: 1 };

function causes(...texts: string[]) {
	const doc = new Y.Doc();
	const ids = texts.map((text) => addCard(doc, { type: 'cause', text }, author));
	let transactions = 0;
	doc.on('afterTransaction', () => transactions++);
	const roots = (): readonly string[] =>
		readLanes(readBoard(doc)).rootCause.map(({ card }) => card.text);
	return { doc, ids, roots, transactions: () => transactions };
}

test('a root cause written from two stays linked to both as written from them, in one transaction', () => {
	const { doc, ids, roots, transactions } = causes('a', 'b', 'old');
	chooseRootBecause(doc, ids[2]!, '');
	const before = transactions();
	const id = writeRootCause(doc, ids.slice(0, 2), { text: 'new', reason: 'why\u0000' }, author);
	expect(transactions() - before).toBe(1);
	expect(roots()).toEqual(['new']);
	const board = readBoard(doc);
	// Drawn in one moment: which comes first is a matter of chance.
	const links = [...board.links.values()].map(
		({ from, to, kind }) => `${ids.indexOf(from)} ${to} ${kind}`
	);
	expect(links.toSorted()).toEqual([`0 ${id} writtenFrom`, `1 ${id} writtenFrom`]);
	const card = board.cards.get(id!);
	expect(card?.type === 'cause' && card.rootReason).toBe('why');
});

test('nothing is written from causes that are gone, nor with a reason that is too long', () => {
	const { doc, ids, roots } = causes('a', 'b');
	withdrawCards(doc, [ids[0]!], author);
	expect(writeRootCause(doc, [ids[0]!], { text: 'x', reason: '' }, author)).toBeNull();
	const reason = 'あ'.repeat(501);
	expect(writeRootCause(doc, [ids[1]!], { text: 'x', reason }, author)).toBeNull();
	expect(chooseRootBecause(doc, ids[1]!, reason)).toBe(false);
	expect(roots()).toEqual([]);
});

test('a cause is chosen together with its reason, in place of another', () => {
	const { doc, ids, roots, transactions } = causes('a', 'b');
	chooseRootBecause(doc, ids[0]!, 'first');
	const before = transactions();
	expect(chooseRootBecause(doc, ids[1]!, 'second')).toBe(true);
	expect(transactions() - before).toBe(1);
	expect(roots()).toEqual(['b']);
	const note = addCard(doc, { type: 'note', text: 'n' }, author);
	expect(chooseRootBecause(doc, note, '')).toBe(false);
	expect(roots()).toEqual(['b']);
});

test('a role comes, changes its part and goes again; the same word is kept once', () => {
	const doc = new Y.Doc();
	const id = addCard(doc, { type: 'measure', text: 'm' }, author);
	const roles = (): unknown => {
		const card = readBoard(doc).cards.get(id);
		return card?.type === 'measure' ? card.roles.map(({ who, part }) => `${who} ${part}`) : null;
	};
	expect(setRole(doc, id, ' 医師 ', 'lead')).toBe(true);
	expect(setRole(doc, id, 'ケアマネジャー', 'join')).toBe(true);
	expect(setRole(doc, id, '医師', 'join')).toBe(true);
	expect(roles()).toEqual(['医師 join', 'ケアマネジャー join']);
	expect(setRole(doc, id, '医師', null)).toBe(true);
	expect(roles()).toEqual(['ケアマネジャー join']);
	expect(setRole(doc, id, '  ', 'lead')).toBe(false);
	expect(setRole(doc, 'gone' as CardId, '医師', 'lead')).toBe(false);
	expect(roles()).toEqual(['ケアマネジャー join']);
});

test('two people who name the same profession at once leave one role', () => {
	const one = new Y.Doc();
	const id = addCard(one, { type: 'measure', text: 'm' }, author);
	const two = new Y.Doc();
	Y.applyUpdate(two, Y.encodeStateAsUpdate(one));
	setRole(one, id, '医師', 'lead');
	setRole(two, id, '医師', 'join');
	Y.applyUpdate(one, Y.encodeStateAsUpdate(two));
	setRole(one, id, '医師', 'lead');
	const card = readBoard(one).cards.get(id);
	expect(card?.type === 'measure' && card.roles.map(({ part }) => part)).toEqual(['lead']);
});

test('the vision of working together serves the one it is written from, which becomes that of the area', () => {
	const doc = new Y.Doc();
	const area = addCard(doc, { type: 'vision', text: 'v' }, author);
	const id = addCollaborationVision(doc, area, author);
	const board = readBoard(doc);
	const levels = [area, id!].map((one) => {
		const card = board.cards.get(one);
		return card?.type === 'vision' && card.level;
	});
	expect(levels).toEqual(['area', 'collaboration']);
	expect([...board.links.values()].map(({ from, to, kind }) => [from, to, kind])).toEqual([
		[id, area, 'collaborationArea']
	]);
	expect(addCollaborationVision(doc, id!, author)).toBeNull();
});
