import {
	addCard,
	addLinkedCard,
	editCardText,
	moveCards
} from '@renkei/shared/document/commands/card-commands.ts';
import { setCardLock } from '@renkei/shared/document/commands/lock-commands.ts';
import { mergeCards, mergeRefusal } from '@renkei/shared/document/commands/merge-commands.ts';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import { partOf } from '@renkei/shared/facilitation/part-kinds.ts';
import { rightsAt } from '@renkei/shared/facilitation/phase.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { mayDo } from '@renkei/shared/method/rights.ts';
import type { Rights } from '@renkei/shared/method/rights.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { commandRunner } from './board-commands.ts';
import { HistoryState } from './history.svelte.ts';
import { Notices } from './notices.svelte.ts';
import { refusalOf } from './refusal-of.ts';

const me = { participant: 'me', profession: null, now: 1 };
const other = { ...me, participant: 'other' };
const listen = partOf('listen', null, { id: 'p', title: '聞く', minutes: null });
const nothing = rightsAt({ phase: listen, since: 1, late: null }, 1)![0]!;

let doc: Y.Doc;
let rights: Rights | null;
let refused: (string | null)[];
let history: HistoryState;
let mine: CardId;
let theirs: CardId;
const permits = (change: (copy: Y.Doc) => void): boolean => {
	const may = (action: Parameters<typeof mayDo>[0]) =>
		mayDo(action, 'participant', rights && [rights]);
	const refusal = refusalOf(doc, change, { participantId: 'me', profession: null, may });
	refused.push(refusal);
	return refusal === null;
};
beforeEach(() => {
	doc = new Y.Doc();
	mine = addCard(doc, { type: 'cause', text: '私' }, me);
	theirs = addCard(doc, { type: 'cause', text: '人' }, other);
	rights = null;
	refused = [];
	history = new HistoryState(doc, () => me, new Notices(), permits);
});
const card = (id: CardId) => readBoard(doc).cards.get(id);

describe('a step is not taken back where the server would not take it, and waits', () => {
	test('a card that was pinned meanwhile', () => {
		moveCards(doc, new Map([[mine, [9, 9]]]));
		setCardLock(doc, [mine], 'pinned');
		history.undo();
		expect(card(mine)?.position).toEqual([9, 9]);
		setCardLock(doc, [mine], null);
		history.undo();
		expect(card(mine)?.position).toBeNull();
		expect(refused).toEqual(['locked', null]);
	});

	test('words, while all look and listen', () => {
		history.beginText(theirs);
		editCardText(doc, theirs, { index: 1, remove: 0, insert: 'の言葉' });
		history.endText();
		rights = nothing;
		history.undo();
		expect(card(theirs)?.text).toBe('人の言葉');
		rights = null;
		history.undo();
		expect(card(theirs)?.text).toBe('人');
		rights = nothing;
		history.redo();
		expect(card(theirs)?.text).toBe('人');
		expect(refused).toEqual(['phaseClosed', null, 'phaseClosed']);
	});

	test('a card of one’s own with its link, which comes back where such cards go', () => {
		const next = addLinkedCard(doc, { type: 'cause', text: '次' }, { from: theirs }, me);
		rights = { ...nothing, create: ['cause'], delete: 'own' };
		history.undo();
		expect(card(next)).toBeUndefined();
		history.redo();
		expect([card(next)?.text, readBoard(doc).links.size]).toEqual(['次', 1]);
		expect(refused).toEqual([null, null]);
	});
});

test('a command that a view brings along is tried first, and a question is always answered', () => {
	const { run, runAs } = commandRunner(() => ({ doc, author: me, canWrite: true, permits }));
	rights = { ...nothing, edit: 'all' };
	expect(runAs(mergeCards, mine, [theirs])).toBeNull();
	expect(card(theirs)?.text).toBe('人');
	expect(run(mergeRefusal, mine, ['gone' as CardId])).toBe('cardGone');
	rights = { ...rights, delete: 'all' };
	expect(runAs(mergeCards, mine, [theirs])).toBe(true);
	expect(card(mine)?.text).toBe('私\n人');
});
