import type { CardId } from '@renkei/shared/method/card.ts';
import { findHints } from '@renkei/shared/method/checks/find-hints.ts';
import { gCityEvaluation } from '@renkei/shared/method/templates/g-city-evaluation.ts';
import { iCityMitori } from '@renkei/shared/method/templates/i-city-mitori.ts';
import { boardOf } from '@renkei/shared/method/worksheet/test-board.ts';
import { numberCards, readLanes } from '@renkei/shared/method/lanes.ts';
import { expect, test } from 'vitest';
import { groupHints } from './hint-rows.ts';
import { rowDetail } from './row-detail.ts';

test('one question holds every card it is asked of, the weightiest first', () => {
	const rows = groupHints(findHints(boardOf(gCityEvaluation)));
	expect(rows.map(({ severity }) => severity)).toEqual(
		rows.map(({ severity }) => severity).sort((a, b) => b - a)
	);
	expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
	const asked = rows.find(({ check }) => check === 'I1');
	expect(asked?.hints.map(({ about }) => about)).toEqual(['o2', 'o3', 'o4', 'o5', 'o6']);
	expect(rows.flatMap(({ hints }) => hints)).toHaveLength(
		findHints(boardOf(gCityEvaluation)).length
	);
});

test('the line under a question names the cards by their numbers', () => {
	const board = boardOf(iCityMitori);
	const rows = groupHints(findHints(board));
	const detail = (check: string, numbers: ReadonlyMap<CardId, number>): string | undefined =>
		rows.filter((row) => row.check === check).map((row) => rowDetail({ numbers }, row))[0];
	const numbers = numberCards(readLanes(board));
	expect(detail('I3', numbers)).toBe('17〜24番 現状値・目標値がまだです');
	expect(detail('M6', numbers)).toBe('15番 担当・作業部会がまだです');
	expect(detail('P3', numbers)).toBe('見直しの予定日がまだです');
});
