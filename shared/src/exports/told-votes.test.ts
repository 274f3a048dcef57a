import { strFromU8 } from 'fflate';
import { expect, test } from 'vitest';
import { cardIdSchema } from '../method/card.ts';
import { iCityMitori } from '../method/templates/i-city-mitori.ts';
import type { ToldVote } from '../method/told-vote.ts';
import { boardOf } from '../method/worksheet/test-board.ts';
import { onePageSheet } from '../sheets/one-page.ts';
import { readBoardFile, writeBoardFile } from './json.ts';

const board = boardOf(iCityMitori);
const vote: ToldVote = {
	title: '何から始めますか',
	rules: { budget: 3, perCard: 2 },
	endedAt: 1_000_000,
	voters: 6,
	cards: [
		{ card: cardIdSchema.parse('c2'), screen: 9, paper: 4 },
		{ card: cardIdSchema.parse('c1'), screen: 5, paper: 0 }
	]
};
const paper = { paper: 'A3', date: '2026-11-22' } as const;

test('the page of the whole thought says how it was voted where the counts are printed', () => {
	const words = (options: object): string =>
		JSON.stringify(onePageSheet.tell(board, { ...paper, ...options }));
	const line = '投票：「何から始めますか」6人と紙の票4（1人3票・1枚に2票まで）';
	expect(words({ includeVotes: true, votes: [vote] })).toContain(line);
	expect(words({ includeVotes: false, votes: [vote] })).not.toContain('投票');
	expect(words({ includeVotes: true })).not.toContain('投票');
	const drawn = JSON.stringify(
		onePageSheet.layOut(board, { ...paper, includeVotes: true, votes: [vote] })
	);
	expect(drawn).toContain('何から始めますか');
	const gone = { ...vote, cards: [{ card: cardIdSchema.parse('away'), screen: 1, paper: 0 }] };
	expect(words({ includeVotes: true, votes: [gone] })).not.toContain('投票');
});

test('the file of a board tells its votes in sums, nothing else of them, and is read back', () => {
	const more = { ...vote, id: 'x', byProfession: [{ profession: 'physician', voters: 3 }] };
	const { bytes } = writeBoardFile(board, { date: '2026-11-22', votes: [more] });
	const file = JSON.parse(strFromU8(bytes));
	expect(file.votes).toEqual([vote]);
	const back = readBoardFile(bytes);
	expect('board' in back && back.board.cards.size).toBe(board.cards.size);
	expect('board' in back && back.votes).toEqual([vote]);
	// What somebody has written into the file by hand keeps nobody from the board.
	const spoilt = readBoardFile(JSON.stringify({ ...file, votes: [{ ...vote, voters: -1 }] }));
	expect('board' in spoilt && [spoilt.board.cards.size, spoilt.votes]).toEqual([
		board.cards.size,
		undefined
	]);
	const plain = JSON.parse(strFromU8(writeBoardFile(board, { date: '2026-11-22' }).bytes));
	expect(plain).not.toHaveProperty('votes');
});
