import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { CardId } from '../../method/card.ts';
import type { Answer } from '../../method/dialogue.ts';
import { cardsForAnswer, cardsOfTurn, likelyAbout, turnsInOrder } from '../../method/dialogue.ts';
import { templates } from '../../method/templates/index.ts';
import type { TemplateId } from '../../method/templates/template-ids.ts';
import { encodeNewDocument } from '../write-board.ts';
import { History } from '../history.ts';
import { readBoard } from '../read-board.ts';
import { encodeStart } from '../templates.ts';
import {
	addDialogueTurn,
	chooseTheme,
	editDialogueTurn,
	moveDialogueTurn,
	rewordTheme
} from './dialogue-commands.ts';
import { addCard, insertCards } from './card-commands.ts';
import { removeRecords } from './record-commands.ts';

const author = { participant: 'p1', profession: null, now: 1_800_000_000_000 };

function emptyDoc(): Y.Doc {
	const doc = new Y.Doc();
	Y.applyUpdate(
		doc,
		encodeNewDocument({}, () => {})
	);
	return doc;
}

function caseDoc(id: TemplateId): Y.Doc {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, encodeStart(id, { title: '', scene: 'discharge' }, author));
	return doc;
}

const words = (question: string, answer = ''): Parameters<typeof addDialogueTurn>[1]['words'] => ({
	step: 'cause',
	question,
	asker: '市の職員',
	answerer: 'ケアマネジャー',
	answer
});

function ask(
	doc: Y.Doc,
	answer: Omit<Answer, 'about' | 'isSplit' | 'answerer'>
): readonly CardId[] {
	const board = readBoard(doc);
	const about = likelyAbout(board, answer.type, answer.question);
	const made = cardsForAnswer(board, {
		...answer,
		answerer: 'ケアマネジャー',
		about,
		isSplit: true
	});
	const turn = { words: words(answer.question, answer.text), ...made, chosen: [] };
	return addDialogueTurn(doc, turn, author)?.cards ?? [];
}

test.each(['a-city-fracture', 'c-city-discharge', 'i-city-mitori'] as const)(
	'%s brings its interview along, in order, with the cards that came of it',
	(id) => {
		const { interview = [], cards } = templates[id]();
		const board = readBoard(caseDoc(id));
		const turns = turnsInOrder(board);
		expect(board.problems).toEqual([]);
		expect(turns.map(({ question, answer, step }) => ({ question, answer, step }))).toEqual(
			interview.map(({ question, answers, step }) => ({
				question,
				answer: answers.join('\n'),
				step
			}))
		);
		const ids = new Set(cards.map((card) => card.id));
		for (const turn of turns) {
			expect(cardsOfTurn(board, turn)).toHaveLength(turn.cards.length);
			for (const card of turn.cards) expect(ids.has(card)).toBe(true);
		}
	}
);

test('C市 asked again on an empty board gives the cards and links of the manual', () => {
	const { interview = [] } = templates['c-city-discharge']();
	const doc = emptyDoc();
	const idOf = new Map<string, CardId>();
	for (const turn of interview) {
		const board = readBoard(doc);
		const isChoice = turn.cards.some((card) => idOf.has(card));
		const text = turn.answers.join('\n');
		const type = turn.step === 'theme' ? 'theme' : 'cause';
		const about = likelyAbout(board, type, turn.question);
		const answer = { ...turn, text, type, about, isSplit: true } as const;
		const made = isChoice ? { cards: [], links: [] } : cardsForAnswer(board, answer);
		const chosen = isChoice ? turn.cards.flatMap((card) => idOf.get(card) ?? []) : [];
		const written = addDialogueTurn(
			doc,
			{ words: words(turn.question, text), ...made, chosen },
			author
		);
		if (!isChoice) turn.cards.forEach((card, at) => idOf.set(card, written?.cards[at] as CardId));
	}
	const [own, manual] = [doc, caseDoc('c-city-discharge')].map((one) => {
		const { cards, links } = readBoard(one);
		const asked = [...cards.values()].filter(({ type }) => type !== 'measure');
		const text = (id: CardId): string => cards.get(id)?.text ?? '';
		return {
			cards: asked.map((card) => ({
				text: card.text,
				...(card.type === 'cause' ? { category: card.category } : {}),
				...(card.type === 'theme' ? { status: card.status } : {})
			})),
			links: [...links.values()]
				.filter(({ kind }) => kind !== 'causeMeasure')
				.map(({ from, to, kind }) => `${text(from)} ${kind} ${text(to)}`)
				.sort()
		};
	});
	expect(own).toEqual(manual);
});

test('A市: what follows from a fact is linked to it, and both to the theme', () => {
	const doc = emptyDoc();
	const theme = addCard(doc, { type: 'theme', text: '骨折' }, author);
	const turn = templates['a-city-fracture']().interview?.[2];
	if (!turn) throw new Error('no such turn');
	const [f4, f5] = ask(doc, {
		question: turn.question,
		text: turn.answers.join('\n'),
		type: 'fact'
	});
	const { cards, links } = readBoard(doc);
	const wanted = templates['a-city-fracture']().cards;
	for (const [id, name] of [[f4, 'f4'] as const, [f5, 'f5'] as const]) {
		const card = id && cards.get(id);
		expect(card).toMatchObject({
			text: wanted.find((one) => one.id === name)?.text,
			kind: 'hearing',
			heardFrom: 'ケアマネジャー'
		});
	}
	const ends = [...links.values()].map(({ from, to, kind }) => [from, to, kind]);
	expect(ends).toHaveLength(3);
	expect(ends).toEqual(
		expect.arrayContaining([
			[f4, f5, 'why'],
			[f4, theme, 'factTheme'],
			[f5, theme, 'factTheme']
		])
	);
});

test('a turn with its cards and links is one step of undo', () => {
	const doc = emptyDoc();
	addCard(doc, { type: 'theme', text: '家に帰れない' }, author);
	const history = new History(doc, () => author);
	ask(doc, { question: 'その原因は何ですか？', text: '一つ目\n二つ目', type: 'cause' });
	const before = readBoard(doc);
	expect([before.cards.size, before.links.size, before.records.size]).toEqual([3, 2, 1]);
	history.undo();
	const after = readBoard(doc);
	expect([after.cards.size, after.links.size, after.records.size]).toEqual([1, 0, 0]);
	history.redo();
	const again = readBoard(doc);
	expect([again.cards.size, again.links.size, again.records.size]).toEqual([3, 2, 1]);
});

test('pointing at a theme chooses it; no card is made', () => {
	const doc = emptyDoc();
	const [one, two] = insertCards(
		doc,
		[
			{ type: 'theme', text: '一つ目' },
			{ type: 'theme', text: '二つ目' }
		],
		[],
		author
	);
	const chosen = two === undefined ? [] : [two];
	addDialogueTurn(doc, { words: words('どれ？', '二つ目'), cards: [], links: [], chosen }, author);
	const board = readBoard(doc);
	expect(one && board.cards.get(one)).toMatchObject({ status: 'candidate' });
	expect(two && board.cards.get(two)).toMatchObject({ status: 'chosen' });
	expect(turnsInOrder(board)[0]?.cards).toEqual(chosen);
	expect(one && chooseTheme(doc, one)).toBe(true);
	const { cards } = readBoard(doc);
	expect([one, two].map((id) => id && Reflect.get(cards.get(id) ?? {}, 'status'))).toEqual([
		'chosen',
		'candidate'
	]);
});

test('turns are moved, rewritten and taken away', () => {
	const doc = emptyDoc();
	const ids = ['一', '二', '三'].map(
		(question) =>
			addDialogueTurn(doc, { words: words(question), cards: [], links: [], chosen: [] }, author)?.id
	);
	const [first, second, third] = ids;
	if (!first || !second || !third) throw new Error('a turn was refused');
	const questions = (): string[] => turnsInOrder(readBoard(doc)).map(({ question }) => question);
	expect(questions()).toEqual(['一', '二', '三']);
	expect(moveDialogueTurn(doc, third, -1)).toBe(true);
	expect(questions()).toEqual(['一', '三', '二']);
	expect(moveDialogueTurn(doc, first, 1)).toBe(true);
	expect(questions()).toEqual(['三', '一', '二']);
	expect(moveDialogueTurn(doc, third, -1)).toBe(false);
	expect(moveDialogueTurn(doc, second, 1)).toBe(false);
	expect(editDialogueTurn(doc, first, words('一の直し', '答え'))).toBe(true);
	expect(editDialogueTurn(doc, first, words('長'.repeat(501)))).toBe(false);
	removeRecords(doc, [second], author);
	expect(questions()).toEqual(['三', '一の直し']);
	expect(editDialogueTurn(doc, second, words('もうない'))).toBe(false);
});

test('words that are too long for a turn are refused, and nothing is written', () => {
	const doc = emptyDoc();
	const cards = [{ type: 'cause', text: '原因', fields: {} }] as const;
	const turn = { words: words('問い', 'あ'.repeat(2001)), cards, links: [], chosen: [] };
	expect(addDialogueTurn(doc, turn, author)).toBe(null);
	expect(readBoard(doc).cards.size).toBe(0);
});

test('a theme keeps what it said before, newest first, in one step', () => {
	const doc = emptyDoc();
	const id = addCard(doc, { type: 'theme', text: '退院支援について' }, author);
	const history = new History(doc, () => author);
	const theme = (): unknown => readBoard(doc).cards.get(id);
	expect(rewordTheme(doc, id, '骨折の人の退院支援')).toBe(true);
	expect(rewordTheme(doc, id, ' 骨折で入院した高齢者の療養生活 ')).toBe(true);
	expect(theme()).toMatchObject({
		text: '骨折で入院した高齢者の療養生活',
		earlierWording: '骨折の人の退院支援\n退院支援について'
	});
	expect(rewordTheme(doc, id, '骨折で入院した高齢者の療養生活')).toBe(false);
	expect(rewordTheme(doc, id, ' ')).toBe(false);
	history.undo();
	expect(theme()).toMatchObject({
		text: '骨折の人の退院支援',
		earlierWording: '退院支援について'
	});
	expect(history.undo()).toBe('done');
	expect(theme()).toMatchObject({ text: '退院支援について', earlierWording: '' });
	history.redo();
	history.redo();
	expect(theme()).toMatchObject({
		text: '骨折で入院した高齢者の療養生活',
		earlierWording: '骨折の人の退院支援\n退院支援について'
	});
	const cause = addCard(doc, { type: 'cause', text: '原因' }, author);
	expect(rewordTheme(doc, cause, '別の言葉')).toBe(false);
});

test('the oldest wordings of a theme give way when there is no more room', () => {
	const doc = emptyDoc();
	const id = addCard(doc, { type: 'theme', text: 'あ'.repeat(1500) }, author);
	rewordTheme(doc, id, 'い'.repeat(900));
	rewordTheme(doc, id, 'う');
	expect(readBoard(doc).cards.get(id)).toMatchObject({
		text: 'う',
		earlierWording: 'い'.repeat(900)
	});
});
