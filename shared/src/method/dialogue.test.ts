import { expect, test } from 'vitest';
import type { Board } from './board.ts';
import type { CardId } from './card.ts';
import type { Answer } from './dialogue.ts';
import {
	aboutChoices,
	answerTypes,
	cardsForAnswer,
	cardsToChoose,
	likelyAbout,
	likelyUse,
	maxCardsOfAnswer
} from './dialogue.ts';
import type { CardType } from './ids.ts';
import { cardTypeIds, stepIds } from './ids.ts';
import { linkKindsBetween } from './link-types.ts';
import { boardOf } from './worksheet/test-board.ts';

/** One card of every type; the second cause is the root. */
const board = boardOf({
	municipality: '',
	scene: null,
	group: '',
	date: '',
	cards: [
		{ id: 'theme0', type: 'theme', text: '別のテーマ' },
		{ id: 'theme1', type: 'theme', text: 'テーマ', fields: { status: 'chosen' } },
		{ id: 'area', type: 'vision', text: '地域の姿', fields: { level: 'area' } },
		{ id: 'fact1', type: 'fact', text: '現状' },
		{ id: 'cause1', type: 'cause', text: '原因' },
		{ id: 'root', type: 'cause', text: '解決すべき原因', fields: { isRoot: true } },
		{ id: 'measure1', type: 'measure', text: '対策' },
		{ id: 'outcome1', type: 'outcome', text: '期待' },
		{ id: 'indicator1', type: 'indicator', text: '指標' },
		{ id: 'source1', type: 'source', text: '把握方法' }
	],
	links: []
});

const id = (name: string): CardId => name as CardId;
const answer = (changes: Partial<Answer>): Answer => ({
	question: '',
	answerer: '',
	text: '答え',
	type: 'cause',
	about: null,
	isSplit: true,
	...changes
});

test.each([
	['theme', '看取り期に解決した方がよいテーマは？', 'area', 'theme→vision'],
	['vision', '連携を強化することによって、何を実現したいのか', 'theme1', 'theme→vision'],
	['vision', 'どのような連携を目指すのか（＝目指す連携の姿）', 'area', 'vision→vision'],
	['fact', '骨折の入院患者の特徴は何？', 'theme1', 'fact→theme'],
	['cause', 'その原因は何ですか？', 'theme1', 'cause→theme'],
	['cause', 'では、なぜ、在宅生活のイメージを持てないのか？', 'root', 'cause→cause'],
	['cause', 'Then why can they not picture life at home?', 'root', 'cause→cause'],
	['measure', 'どのような対策が必要なのか', 'root', 'cause→measure'],
	['outcome', '何を期待したか', 'measure1', 'measure→outcome'],
	['indicator', '目標をどう設定したか', 'outcome1', 'outcome→indicator'],
	['source', 'どこで把握しますか', 'outcome1', 'outcome→source']
] as const)('%s: 「%s」 is about %s and linked %s', (type, question, about, link) => {
	expect(likelyAbout(board, type, question)).toBe(about);
	const made = cardsForAnswer(board, answer({ type, question, about: id(about) }));
	expect(made.cards).toHaveLength(1);
	expect(made.cards[0]).toMatchObject({ type, text: '答え' });
	const typeOf = (end: CardId | number): CardType | undefined =>
		typeof end === 'number' ? made.cards[end]?.type : board.cards.get(end)?.type;
	expect(made.links.map(({ from, to }) => `${typeOf(from)}→${typeOf(to)}`)).toEqual([link]);
});

test('whatever an answer becomes and is about, its link means something', () => {
	for (const type of cardTypeIds)
		for (const about of aboutChoices(board, type)) {
			const { cards, links } = cardsForAnswer(board, answer({ type, about: about.id }));
			for (const { from, to } of links) {
				const [one, other] = [from, to].map((end) =>
					typeof end === 'number' ? cards[end]?.type : board.cards.get(end)?.type
				);
				expect(one && other && linkKindsBetween(one, other)[0]).not.toBe('unusual');
			}
		}
});

test('nothing is linked on an empty board, and nothing is made of an empty answer', () => {
	const empty: Board = { ...board, cards: new Map() };
	for (const type of cardTypeIds) {
		expect(likelyAbout(empty, type, 'では、なぜ？')).toBe(null);
		expect(cardsForAnswer(empty, answer({ type })).links).toEqual([]);
		expect(cardsForAnswer(board, answer({ type, text: ' \n ' })).cards).toEqual([]);
	}
});

test('lines become cards, unless they are to stay together', () => {
	const text = '一つ目\n\n 二つ目 \n三つ目';
	const texts = (isSplit: boolean): readonly string[] =>
		cardsForAnswer(board, answer({ text, isSplit })).cards.map((card) => card.text);
	expect(texts(true)).toEqual(['一つ目', '二つ目', '三つ目']);
	expect(texts(false)).toEqual([text]);
	const many = Array.from({ length: 50 }, (_, at) => `${at}`).join('\n');
	expect(cardsForAnswer(board, answer({ text: many })).cards).toHaveLength(maxCardsOfAnswer);
});

test('the manual’s ways of answering: the category in brackets, 「から」, and what follows', () => {
	const about = id('cause1');
	const { cards, links } = cardsForAnswer(
		board,
		answer({
			about,
			text: '病院から勤務がはじまる。そのため、在宅の経験がないから\n資源を知らない（知識に関する課題）。'
		})
	);
	expect(cards).toEqual([
		{ type: 'cause', text: '病院から勤務がはじまる。', fields: {} },
		{ type: 'cause', text: '在宅の経験がない', fields: {} },
		{ type: 'cause', text: '資源を知らない', fields: { category: '知識に関する課題' } }
	]);
	expect(links).toEqual([
		{ from: 0, to: 1 },
		{ from: 1, to: about },
		{ from: 2, to: about }
	]);
});

test('a fact keeps who said it', () => {
	const said = cardsForAnswer(board, answer({ type: 'fact', answerer: 'リハ職' })).cards[0];
	expect(said?.fields).toEqual({ kind: 'hearing', heardFrom: 'リハ職' });
	const unknown = cardsForAnswer(board, answer({ type: 'fact' })).cards[0];
	expect(unknown?.fields).toEqual({ kind: 'current', heardFrom: '' });
});

test('a question of which points at a card that is there; any other makes one of the step', () => {
	const which = '3つのテーマのうち、どのテーマの優先度が高いと思う？';
	expect(likelyUse(board, 'theme', which)).toBe('choose');
	expect(likelyUse({ ...board, cards: new Map() }, 'theme', which)).toBe('theme');
	expect(cardsToChoose(board, 'theme').map((card) => card.id)).toEqual(['theme0', 'theme1']);
	expect(cardsToChoose(board, 'measure')).toEqual([]);
	for (const step of stepIds)
		expect(likelyUse(board, step, '何ですか？')).toBe(answerTypes[step][0]);
});
