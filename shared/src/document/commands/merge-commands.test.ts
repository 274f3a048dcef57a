import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { CardId } from '../../method/card.ts';
import { History } from '../history.ts';
import type { Author } from '../origins.ts';
import { readBoard } from '../read-board.ts';
import type { NewCard } from '../write-card.ts';
import { insertCards, restoreCards, setCardField, withdrawCards } from './card-commands.ts';
import { mergeCards, mergeRefusal } from './merge-commands.ts';

const author: Author = { participant: 'p1', profession: null, now: 7 };

function boardDriver(
	cards: readonly NewCard[],
	links: readonly { readonly from: number; readonly to: number }[] = []
) {
	const doc = new Y.Doc();
	const ids = insertCards(doc, cards, links, author);
	const history = new History(doc, () => author);
	const board = () => readBoard(doc);
	const id = (index: number) => ids[index] as CardId;
	const linked = () =>
		[...board().links.values()]
			.map(({ from, to }) => [ids.indexOf(from), ids.indexOf(to)])
			.sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d);
	return { doc, history, board, id, linked };
}

test('one card says both texts, keeps all links once, and the other remembers where it went', () => {
	const { doc, history, board, id, linked } = boardDriver(
		[
			{ type: 'cause', text: '家族の不安が強い' },
			{ type: 'cause', text: '家族が不安になる', fields: { category: '家族に関する課題' } },
			{ type: 'cause', text: 'ｶｿﾞｸの不安が 強い' },
			{ type: 'fact', text: '救急車を呼んでしまう' },
			{ type: 'measure', text: '研修会' }
		],
		[
			{ from: 0, to: 3 },
			{ from: 1, to: 3 },
			{ from: 1, to: 0 },
			{ from: 1, to: 4 },
			{ from: 2, to: 4 }
		]
	);
	const before = linked();
	expect(mergeCards(doc, id(0), [id(1), id(2)], author)).toBe(true);
	const kept = board().cards.get(id(0));
	expect(kept).toMatchObject({
		text: '家族の不安が強い\n家族が不安になる\nｶｿﾞｸの不安が 強い',
		category: '家族に関する課題'
	});
	expect(linked()).toEqual([
		[0, 3],
		[0, 4]
	]);
	expect([id(1), id(2)].map((other) => board().trash.get(other)?.mergedInto)).toEqual([
		id(0),
		id(0)
	]);
	expect(board().problems).toEqual([]);

	history.undo();
	expect(board().cards.get(id(0))).toMatchObject({ text: '家族の不安が強い', category: '' });
	expect(board().cards.get(id(1))).toMatchObject({ mergedInto: null });
	expect(linked()).toEqual(before);
	expect(history.undo()).toBe('nothing');
	history.redo();
	expect(board().cards.get(id(0))?.text).toContain('家族が不安になる');
});

test('a text that says the same in another spelling is not said twice', () => {
	const { doc, board, id } = boardDriver([
		{ type: 'cause', text: 'ケアマネジャーの経験' },
		{ type: 'cause', text: 'ｹｱﾏﾈｼﾞｬｰの経験' }
	]);
	mergeCards(doc, id(0), [id(1)], author);
	expect(board().cards.get(id(0))?.text).toBe('ケアマネジャーの経験');
});

test('lists come together and what the kept card says itself stays', () => {
	const { doc, board, id } = boardDriver([
		{
			type: 'measure',
			text: '研修',
			fields: { owner: '作業部会' },
			parts: { subActions: [{ order: 'a0', text: '資料をつくる' }] }
		},
		{
			type: 'measure',
			text: '研修会',
			fields: { owner: '市', timing: '本年度' },
			parts: { subActions: [{ order: 'a1', text: '講師を頼む' }] }
		}
	]);
	mergeCards(doc, id(0), [id(1)], author);
	const kept = board().cards.get(id(0));
	expect(kept).toMatchObject({ owner: '作業部会', timing: '本年度' });
	expect(kept?.type === 'measure' && kept.subActions.map(({ text }) => text)).toEqual([
		'資料をつくる',
		'講師を頼む'
	]);
});

test('the mark of the root cause goes over, so that a restored card does not carry it as well', () => {
	const { doc, board, id } = boardDriver([
		{ type: 'cause', text: '説明が足りない' },
		{ type: 'cause', text: '説明しきれていない', fields: { isRoot: true } }
	]);
	mergeCards(doc, id(0), [id(1)], author);
	restoreCards(doc, [id(1)]);
	expect([id(0), id(1)].map((card) => board().cards.get(card))).toMatchObject([
		{ isRoot: true },
		{ isRoot: false, mergedInto: null }
	]);
});

test('cards of two types, gone cards and texts too long together stay apart', () => {
	const { doc, board, id } = boardDriver([
		{ type: 'cause', text: 'あ'.repeat(1500) },
		{ type: 'cause', text: 'い'.repeat(1500) },
		{ type: 'fact', text: '現状' },
		{ type: 'cause', text: '取り下げた原因' }
	]);
	withdrawCards(doc, [id(3)], author);
	expect(mergeRefusal(doc, id(0), [id(1)])).toBe('tooLong');
	expect(mergeRefusal(doc, id(0), [id(2)])).toBe('otherType');
	expect(mergeRefusal(doc, id(0), [id(3)])).toBe('cardGone');
	expect(mergeRefusal(doc, id(0), [id(0)])).toBe('cardGone');
	expect(mergeCards(doc, id(0), [id(1)], author)).toBe(false);
	expect(board().cards.size).toBe(3);
	expect(setCardField(doc, id(0), 'category', '区分')).toBe(true);
});
