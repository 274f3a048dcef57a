import { addCard } from '@renkei/shared/document/commands/card-commands.ts';
import { writeDown } from '@renkei/shared/document/commands/recorder-commands.ts';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readLine } from './recorder-line.ts';

const upTo = (most: number) => (number: number) => number >= 1 && number <= most;

test('#3 goes out of the line, wherever and in whichever letters it stands', () => {
	const lines = [
		'説明が足りない #3',
		'説明が足りない＃３',
		'#3 説明が足りない',
		'説明が足りない → #3',
		'説明が足りない　＃3　#3'
	];
	for (const line of lines)
		expect({ line, ...readLine(line, upTo(9)) }).toEqual({
			line,
			text: '説明が足りない',
			numbers: [3]
		});
	expect(readLine('説明 #12 が #4 足りない', upTo(12))).toEqual({
		text: '説明 が 足りない',
		numbers: [12, 4]
	});
});

test('a number without a card is a word like any other', () => {
	expect(readLine('内線 #7119 に電話', upTo(9))).toEqual({
		text: '内線 #7119 に電話',
		numbers: []
	});
	expect(readLine('#0 と #8 号棟', upTo(3))).toEqual({ text: '#0 と #8 号棟', numbers: [] });
});

test('a line is one card for whom it was said, linked the way the method reads it', () => {
	const doc = new Y.Doc();
	const author = { participant: 'recorder', profession: 'careManager', now: 5 } as const;
	const fact = addCard(doc, { type: 'fact', text: '現状' }, author);
	const cause = writeDown(
		doc,
		{ type: 'cause', text: '原因', profession: 'physician', linkedWith: [fact, fact] },
		author
	);
	const measure = writeDown(
		doc,
		{ type: 'measure', text: '対策', profession: null, linkedWith: [cause, 'gone' as CardId] },
		author
	);
	const { cards, links } = readBoard(doc);
	expect(cards.get(cause)).toMatchObject({ profession: 'physician', createdBy: 'recorder' });
	expect(cards.get(measure)?.profession).toBe('careManager');
	const ends = [...links.values()].map(({ from, to }) => `${from} ${to}`);
	expect(ends.sort()).toEqual([`${cause} ${fact}`, `${cause} ${measure}`].sort());
});
