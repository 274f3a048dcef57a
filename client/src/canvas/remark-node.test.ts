import { addCard } from '@renkei/shared/document/commands/card-commands.ts';
import { addComment, settleComment } from '@renkei/shared/document/commands/comment-commands.ts';
import { toggleStamp } from '@renkei/shared/document/commands/stamp-commands.ts';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import { LaneLayout } from '@renkei/shared/lane-layout/lane-layout.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { numberCards, readLanes } from '@renkei/shared/method/lanes.ts';
import { boldAdvances, regularAdvances } from '@renkei/shared/method/worksheet/font-advances.ts';
import { beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Picture } from './picture.ts';
import { buildPicture } from './picture.ts';
import { picturesOfRemarks } from './remark-node.ts';

const author = { participant: 'anna', profession: null, now: 1 };
let doc: Y.Doc;
let first: CardId;
let second: CardId;
let picture: Picture | null;
const layout = new LaneLayout({ regular: regularAdvances, bold: boldAdvances });

beforeEach(() => {
	doc = new Y.Doc();
	picture = null;
	first = addCard(doc, { type: 'cause', text: '一つ目' }, author);
	second = addCard(doc, { type: 'cause', text: '二つ目' }, author);
});

function look(showsStamps = true): Picture {
	const board = readBoard(doc);
	const lanes = readLanes(board);
	const { zones, cards } = layout.compute(lanes, board.links.values(), 'ja', new Map());
	picture = buildPicture(
		{
			zones,
			cards,
			islands: [],
			titles: new Map(),
			routes: [],
			numbers: numberCards(lanes),
			remarks: picturesOfRemarks(board, showsStamps),
			currentZone: null,
			language: 'ja'
		},
		picture
	);
	return picture;
}
const countsOf = (id: CardId, from = look()) => from.cards.get(id)?.remarks?.counts ?? null;

test('a card shows its stamps and its open comments, and nothing where there are none', () => {
	expect(countsOf(first)).toBeNull();
	toggleStamp(doc, first, 'thanks', author);
	toggleStamp(doc, first, 'agree', author);
	const id = addComment(doc, first, 'いつ', author);
	expect(countsOf(first)).toEqual([
		['agree', 1],
		['thanks', 1],
		['comment', 1]
	]);
	settleComment(doc, id!, true);
	expect(countsOf(first)).toEqual([
		['agree', 1],
		['thanks', 1]
	]);
});

test('a remark changes the picture of its card alone, and not where the card stands', () => {
	const before = look();
	addComment(doc, first, 'いつ', author);
	const after = look();
	expect(after.cards.get(second)).toBe(before.cards.get(second));
	expect(after.cards.get(first)).not.toBe(before.cards.get(first));
	expect(after.cards.get(first)?.box).toEqual(before.cards.get(first)?.box);
	expect(look().cards.get(first)).toBe(after.cards.get(first));
});

test('while people vote no stamp is seen, and comments stay', () => {
	toggleStamp(doc, first, 'agree', author);
	addComment(doc, first, 'いつ', author);
	expect(countsOf(first, look(false))).toEqual([['comment', 1]]);
});
