import * as Y from 'yjs';
import { addCard } from '@renkei/shared/document/commands/card-commands.ts';
import { addLink } from '@renkei/shared/document/commands/link-commands.ts';
import { readBoard } from '@renkei/shared/document/read-board.ts';
import { stepIds } from '@renkei/shared/method/ids.ts';
import { numberCards, readLanes } from '@renkei/shared/method/lanes.ts';
import { defaultMethod } from '@renkei/shared/method/packs/method.ts';
import type { StepProgress } from '@renkei/shared/method/progress.ts';
import { expect, test } from 'vitest';
import { blocksOf } from './zone-blocks.ts';
import { isZoneDone, questionOf, stepOfZone } from './zone-question.ts';

test('a card stands with its whys and notes, numbered as on the board; an empty one is not shown', () => {
	const doc = new Y.Doc();
	let now = 0;
	const card = (type: 'cause' | 'note', text: string) =>
		addCard(doc, { type, text }, { participant: 'p', profession: null, now: (now += 1) })!;
	const author = { participant: 'p', profession: null, now: 100 };
	const [first, why, , second, note] = [
		card('cause', '家族は不安になる'),
		card('cause', '本人の状態の変化'),
		card('cause', '  '),
		card('cause', '救急車を呼ぶ'),
		card('note', '3件あった')
	];
	addLink(doc, { from: why, to: first }, author);
	addLink(doc, { from: note, to: second }, author);
	const lanes = readLanes(readBoard(doc));
	expect(blocksOf(lanes.cause, numberCards(lanes))).toEqual([
		{
			id: first,
			type: 'cause',
			number: 1,
			parts: [
				{ kind: 'card', text: '家族は不安になる' },
				{ kind: 'why', text: '本人の状態の変化' }
			]
		},
		{
			id: second,
			type: 'cause',
			number: 4,
			parts: [
				{ kind: 'card', text: '救急車を呼ぶ' },
				{ kind: 'note', text: '3件あった' }
			]
		}
	]);
});

test('a zone asks the question of its first step that is not done', () => {
	const done = (...ids: readonly string[]): readonly StepProgress[] =>
		stepIds.map((id) => (ids.includes(id) ? 'done' : 'empty'));
	expect(stepOfZone('themeVision', stepIds, done())).toBe('vision');
	expect(stepOfZone('themeVision', stepIds, done('vision'))).toBe('theme');
	expect(stepOfZone('themeVision', stepIds, done('vision', 'theme'))).toBe('theme');
	expect(isZoneDone('themeVision', stepIds, done('vision'))).toBe(false);
	expect(isZoneDone('themeVision', stepIds, done('vision', 'theme'))).toBe(true);
	expect(stepOfZone('rootCause', stepIds, done())).toBe('cause');
	// A zone that a short board shows only because a card stands there.
	expect(stepOfZone('outcome', ['vision', 'measure'], done())).toBe('evaluation');
	expect(questionOf('cause', 'cause', defaultMethod).ja).toBe(
		'こうした現状・課題を生じさせている原因として何が考えられるか？'
	);
	expect(questionOf('rootCause', 'cause', defaultMethod).ja).toBe('解決が必要な原因は何だと思う？');
	const pack = {
		steps: {
			...defaultMethod.steps,
			cause: { ...defaultMethod.steps.cause, questions: [{ ja: 'なぜ', en: 'Why' }] }
		}
	};
	expect(questionOf('rootCause', 'cause', pack).ja).toBe('なぜ');
});
