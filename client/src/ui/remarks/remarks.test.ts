import { addCard } from '@renkei/shared/document/commands/card-commands.ts';
import { addComment, settleComment } from '@renkei/shared/document/commands/comment-commands.ts';
import { toggleStamp } from '@renkei/shared/document/commands/stamp-commands.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { Profession } from '@renkei/shared/method/professions.ts';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { BoardState } from '../../state/board-state.svelte.ts';
import { agoWords } from './ago-words.ts';
import { commentDraft, keepCommentDraft } from './comment-drafts.ts';
import { remarkSentence, remarksOf } from './remarks-of.ts';
import { stampGroups } from './stamp-groups.ts';

const author = (participant: string) => ({ participant, profession: null, now: 1 });

test('how long ago something was said', () => {
	const now = new Date(2026, 1, 10, 15, 0).getTime();
	const ago = (minutes: number) => agoWords(now - minutes * 60_000, now);
	expect([-5, 0, 0.9, 1, 59, 60, 60 * 24 - 1, 60 * 24, 60 * 24 * 6].map(ago)).toEqual([
		'たったいま',
		'たったいま',
		'たったいま',
		'1分前',
		'59分前',
		'1時間前',
		'23時間前',
		'1日前',
		'6日前'
	]);
	expect(ago(60 * 24 * 8)).toBe('2/2 15:00');
});

describe('professions that gave a stamp', () => {
	const givers = (counts: Partial<Record<Profession, number>>, unknown = 0) => [
		...Object.entries(counts).flatMap(([profession, count]) =>
			Array.from({ length: count }, (_, at) => ({
				participant: `${profession}${at}`,
				profession: profession as Profession
			}))
		),
		...Array.from({ length: unknown }, (_, at) => ({ participant: `x${at}`, profession: null }))
	];
	const told = (...args: Parameters<typeof givers>) =>
		Object.fromEntries(stampGroups(givers(...args)).map((one) => [one.profession, one.count]));

	test('are counted from three on', () => {
		expect(told({ physician: 2 })).toEqual({});
		expect(told({ physician: 3 })).toEqual({ physician: 3 });
		expect(told({ physician: 3, careManager: 4 })).toEqual({ careManager: 4, physician: 3 });
	});

	test('stay out where the rest would be one or two people', () => {
		expect(told({ careManager: 4, physician: 1 })).toEqual({});
		expect(told({ careManager: 4, pharmacist: 3, physician: 2 })).toEqual({ careManager: 4 });
		expect(told({ careManager: 4, physician: 2, dentist: 1 })).toEqual({ careManager: 4 });
		expect(told({ careManager: 4 }, 2)).toEqual({});
		expect(told({ careManager: 4 }, 3)).toEqual({ careManager: 4 });
	});
});

test('a row of the list says the counts of its card, and no stamps while people vote', () => {
	const doc = new Y.Doc();
	const card = addCard(doc, { type: 'cause', text: 'a' }, author('anna'));
	const board = new BoardState(doc);
	expect(remarkSentence(remarksOf(board, card), true)).toBe('');
	addComment(doc, card, 'いつ', author('anna'));
	settleComment(doc, addComment(doc, card, '済んだ', author('anna'))!, true);
	toggleStamp(doc, card, 'agree', author('anna'));
	toggleStamp(doc, card, 'agree', author('ben'));
	expect(remarkSentence(remarksOf(board, card), true)).toBe('コメント1件・賛成2');
	expect(remarkSentence(remarksOf(board, card), false)).toBe('コメント1件');
});

test('what is unsent waits until the panel comes again, and nothing once it is sent', () => {
	const card = 'c1' as CardId;
	keepCommentDraft(card, '途中ま');
	expect(commentDraft(card)).toBe('途中ま');
	expect(commentDraft('c2' as CardId)).toBe('');
	keepCommentDraft(card, '');
	expect(commentDraft(card)).toBe('');
});
