import { insertCards } from '@renkei/shared/document/commands/card-commands.ts';
import { setWhyParent } from '@renkei/shared/document/commands/why-commands.ts';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import { readLanes } from '@renkei/shared/method/lanes.ts';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { findWords } from './laser-place.ts';

test('a laser on a why points at its words within the card that it explains', () => {
	const doc = new Y.Doc();
	const author = { participant: 'p', profession: null, now: 1 };
	const texts = ['家族が不安になる', '本人の状態の変化', '救急車を呼ぶ'];
	const [root, why, other] = insertCards(
		doc,
		texts.map((text) => ({ type: 'cause', text })),
		[],
		author
	);
	setWhyParent(doc, why!, root!, author);
	const { cause, fact } = readLanes(readBoard(doc));
	expect(findWords(cause, root!)).toEqual({ block: root, part: 0 });
	expect(findWords(cause, why!)).toEqual({ block: root, part: 1 });
	expect(findWords(cause, other!)).toEqual({ block: other, part: 0 });
	expect(findWords(fact, root!)).toBeNull();
});
