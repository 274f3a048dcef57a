import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Board } from '../method/board.ts';
import { readHeadline, readProgress } from '../method/progress.ts';
import { setBoardMeta } from './commands/board-commands.ts';
import { addCard } from './commands/card-commands.ts';
import { readBoard } from './read-board.ts';
import { encodeStart } from './templates.ts';

const author = { participant: 'server', profession: null, now: 0 };

function start(
	id: Parameters<typeof encodeStart>[0],
	change: (doc: Y.Doc) => void = () => {}
): Board {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, encodeStart(id, { scene: 'endOfLife' }, author));
	change(doc);
	return readBoard(doc);
}

test.each([
	['blank', 'empty empty empty empty empty empty empty empty'],
	['a-city-fracture', 'empty done done empty empty empty empty empty'],
	['c-city-discharge', 'empty empty done done done empty empty empty'],
	['g-city-evaluation', 'done done done partial done empty partial empty'],
	['i-city-mitori', 'done done done done done partial done empty'],
	['i-city-four-scenes', 'done empty done empty empty empty empty empty']
] as const)('how far %s has come', (id, expected) => {
	expect(readProgress(start(id)).join(' ')).toBe(expected);
});

test('a theme not yet chosen is only begun, and a review date finishes the last step', () => {
	const board = start('blank', (doc) => {
		addCard(doc, { type: 'theme', text: '候補' }, author);
		addCard(doc, { type: 'vision', text: ' ' }, author);
		setBoardMeta(doc, 'reviewDate', '令和9年3月');
	});
	expect(readProgress(board)).toEqual([
		'partial',
		'empty',
		'partial',
		'empty',
		'empty',
		'empty',
		'empty',
		'done'
	]);
});

test('a board is known by its chosen theme and the vision of its area', () => {
	expect(readHeadline(start('c-city-discharge'))).toEqual({
		theme:
			'本人は自宅に帰りたいと言っていたし、独居だけど近隣の支援もあり自宅に帰れそうな状態にあったにもかかわらず、結果的に施設入所になってしまったケースがある。',
		vision: ''
	});
	expect(readHeadline(start('g-city-evaluation')).vision).toBe(
		'退院後に再発することなく、在宅での生活を送ることができる'
	);
	expect(readHeadline(start('blank'))).toEqual({ theme: '', vision: '' });
});
