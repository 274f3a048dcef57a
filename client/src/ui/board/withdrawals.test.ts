import {
	insertCards,
	restoreCards,
	withdrawCards
} from '@renkei/shared/document/commands/card-commands.ts';
import { mergeCards } from '@renkei/shared/document/commands/merge-commands.ts';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { withdrawnTogether } from './withdrawals.ts';

const author = (participant: string, now: number) => ({ participant, profession: null, now });

test('what one person withdrew in one go comes back in one press, and nothing else with it', () => {
	const doc = new Y.Doc();
	const cards = Array.from({ length: 12 }, (_, at) => ({
		type: 'fact' as const,
		text: `事実${at}`
	}));
	const ids = insertCards(doc, cards, [], author('lead', 1)) as readonly CardId[];
	const [first, , , , , , seventh, eighth, ninth, tenth] = ids as CardId[];
	withdrawCards(doc, ids.slice(0, 6), author('wild', 50));
	// In the same moment by somebody else, and alone.
	if (seventh) withdrawCards(doc, [seventh], author('other', 50));
	if (eighth && ninth && tenth) mergeCards(doc, eighth, [ninth, tenth], author('wild', 60));
	const listed = () => [...readBoard(doc).trash.values()];
	const groups = withdrawnTogether(listed());
	expect([...groups]).toEqual([[first, ids.slice(0, 6)]]);
	restoreCards(doc, groups.get(first as CardId) ?? []);
	expect(readBoard(doc).cards.size).toBe(12 - 3);
	expect(withdrawnTogether(listed()).size).toBe(0);
});
