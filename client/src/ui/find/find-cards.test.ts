import { insertCards } from '@renkei/shared/document/commands/card-commands.ts';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { BoardState } from '../../state/board-state.svelte.ts';
import { findCards } from './find-cards.ts';

const texts = [
	'ケアマネジャーと医師の連絡が取りにくい',
	'急変時に家族が救急車を呼ぶ',
	'ＡＣＰの話し合いが３回できた',
	'介護支援専門員へ連絡票を配る'
];

function found(wanted: string): readonly number[] {
	const doc = new Y.Doc();
	const cards = texts.map((text) => ({ type: 'cause' as const, text }));
	cards.push({ type: 'cause', text: '' });
	const ids = insertCards(
		doc,
		[
			...cards,
			{
				type: 'measure',
				text: '連携を深める',
				parts: { subActions: [{ order: 'a0', text: '連絡票の見本' }] }
			}
		],
		[],
		{ participant: 'p1', profession: null, now: 1 }
	);
	return findCards(new BoardState(doc), wanted).map((id) => ids.indexOf(id));
}

test.each([
	['けあまね', [0, 3]],
	['ケアマネージャー', [0, 3]],
	['acp 3回', [2]],
	['ACP　話し合い', [2]],
	['救急', [1]],
	['連絡', [0, 3, 5]],
	['見本', [5]],
	['#2', [1]],
	['no.2', [1]],
	['2', [1]],
	['無い言葉', []],
	['   ', []]
])('%s', (wanted, cards) => {
	expect(found(wanted)).toEqual(cards);
});
