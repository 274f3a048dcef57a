import type { Board } from './board.ts';
import type { Card, CardId } from './card.ts';
import { compareByOrder, maxCardTextLength } from './card.ts';
import type { CardType, StepId } from './ids.ts';
import { linkKindsBetween } from './link-types.ts';
import type { RecordOf } from './records/index.ts';
import { recordsOf } from './records/index.ts';

/** A turn of the conversation: one question and what was answered. */
export type DialogueTurn = RecordOf<'dialogueTurn'>;

/** The turns of a board from the first question to the last. */
export function turnsInOrder(board: Pick<Board, 'records'>): readonly DialogueTurn[] {
	return [...recordsOf(board, 'dialogueTurn')].sort(compareByOrder);
}

/** What an answer can become in each step, the most likely first. */
export const answerTypes = {
	vision: ['vision', 'note'],
	currentState: ['fact', 'note'],
	theme: ['theme', 'fact', 'note'],
	cause: ['cause', 'note'],
	measure: ['measure', 'note'],
	roles: ['note', 'measure'],
	evaluation: ['outcome', 'indicator', 'source', 'note'],
	review: ['note', 'outcome', 'indicator', 'source']
} satisfies Record<StepId, readonly [CardType, ...CardType[]]>;

/** What was asked and answered, and what the people make of it. */
export interface Answer {
	readonly question: string;
	/** The profession that answered, as a word; empty when nobody said. */
	readonly answerer: string;
	readonly text: string;
	readonly type: CardType;
	/** The card the question was about; null for none. */
	readonly about: CardId | null;
	/** Whether each line, and each 「。そのため、」 within one, becomes a card of its own. */
	readonly isSplit: boolean;
}

/** A card that an answer becomes. */
export interface AnswerCard {
	readonly type: CardType;
	readonly text: string;
	readonly fields: Readonly<Record<string, string>>;
}

/** The end of a link: a card of the board, or the place of one of the new cards. */
export type AnswerEnd = CardId | number;

/** The cards of an answer with their links, to be put on the board as one step. */
export interface AnswerCards {
	readonly cards: readonly AnswerCard[];
	readonly links: readonly { readonly from: AnswerEnd; readonly to: AnswerEnd }[];
}

/** A turn keeps the ids of at most so many cards. */
export const maxCardsOfAnswer = 20;

/** The manual writes 「…（病院スタッフの知識に関する課題）。」: the words in brackets are the cause's category. */
const categoryAtEnd = /（([^（）]*に関する課題)）[。．]?$/u;

/** 「…ないから」 answers a why; the cause itself is that something is so. */
const becauseAtEnd = /([いるただす])から[。．]?$/u;

/** A sentence that begins like this says what follows from the one before it. */
const consequence = /^(?:そのため|その結果)[、，,]\s*/u;

/** Where one sentence ends and its consequence begins; iOS 15 cannot look behind, so the full stop is put back later. */
const beforeConsequence = /。(?=(?:そのため|その結果)[、，,])/u;

/** Asks on about the cause that was named last. */
const asksOn = /^(?:では|じゃあ|それでは)[、，,]?\s*(?:なぜ|どうして)|^(?:then|so),? why/iu;

/** Asks what working together should be like, not what it is for. */
const asksCollaboration = /目指す連携の姿|どのような連携|working together do we aim/u;

/** The cards that an answer becomes, already linked; none for an empty answer. */
export function cardsForAnswer(board: Board, answer: Answer): AnswerCards {
	const about = answer.about === null ? undefined : board.cards.get(answer.about);
	const parts = partsOf(answer);
	const cards = parts.map(({ text }) => cardOf(answer, text));
	const links: { from: AnswerEnd; to: AnswerEnd }[] = [];
	for (const index of cards.keys()) {
		const follows = parts[index + 1]?.isConsequence === true;
		// What leads to the next sentence is linked to it; only the last of such a row answers the question.
		if (follows && leadsOn(answer.type)) links.push({ from: index, to: index + 1 });
		else if (about) links.push(linkBetween(index, answer.type, about));
		// Every fact has something to do with the theme, also the one another follows from.
		if (follows && answer.type === 'fact' && about) links.push(linkBetween(index, 'fact', about));
	}
	return { cards, links };
}

function leadsOn(type: CardType): boolean {
	return type === 'cause' || type === 'fact';
}

function partsOf({
	text,
	type,
	isSplit
}: Answer): readonly { readonly text: string; readonly isConsequence: boolean }[] {
	const whole = text.trim();
	if (whole === '') return [];
	if (!isSplit) return [{ text: whole, isConsequence: false }];
	return whole
		.split('\n')
		.flatMap((line) => {
			const sentences = leadsOn(type) ? line.trim().split(beforeConsequence) : [line.trim()];
			return sentences.map((part, at) => (at < sentences.length - 1 ? `${part}。` : part));
		})
		.filter((part) => part !== '')
		.slice(0, maxCardsOfAnswer)
		.map((part, at) => {
			const isConsequence = at > 0 && leadsOn(type) && consequence.test(part);
			return { text: isConsequence ? part.replace(consequence, '') : part, isConsequence };
		});
}

function cardOf({ type, question, answerer }: Answer, text: string): AnswerCard {
	const said = text.slice(0, maxCardTextLength);
	switch (type) {
		case 'cause': {
			const category = categoryAtEnd.exec(said)?.[1] ?? '';
			const cause = said.replace(categoryAtEnd, '').replace(becauseAtEnd, '$1');
			return { type, text: cause, fields: category === '' ? {} : { category } };
		}
		case 'fact': {
			const kind = answerer === '' ? 'current' : 'hearing';
			return { type, text: said, fields: { kind, heardFrom: answerer } };
		}
		case 'vision':
			return {
				type,
				text: said,
				fields: { level: asksCollaboration.test(question) ? 'collaboration' : 'area' }
			};
		case 'note':
			return { type, text: said, fields: { kind: 'opinion' } };
		case 'theme':
		case 'measure':
		case 'outcome':
		case 'indicator':
		case 'source':
			return { type, text: said, fields: {} };
	}
}

/** The link between a new card and the one it is about, in the direction that means something. */
function linkBetween(
	from: number,
	type: CardType,
	about: Card
): { readonly from: AnswerEnd; readonly to: AnswerEnd } {
	const isUp =
		linkKindsBetween(type, about.type)[0] !== 'unusual' &&
		!(type === 'vision' && about.type === 'theme');
	return isUp ? { from, to: about.id } : { from: about.id, to: from };
}

/** The types of the cards that a new card of a type may be about. */
const aboutTypes = {
	theme: ['vision'],
	vision: ['vision', 'theme'],
	fact: ['theme', 'vision'],
	cause: ['theme', 'cause', 'fact'],
	measure: ['cause'],
	outcome: ['measure', 'outcome'],
	indicator: ['outcome'],
	source: ['outcome', 'indicator'],
	note: ['theme', 'vision', 'fact', 'cause', 'measure', 'outcome', 'indicator', 'source']
} satisfies Record<CardType, readonly CardType[]>;

/** The cards that a question can be about when its answer becomes a card of this type. */
export function aboutChoices(board: Board, type: CardType): readonly Card[] {
	const types: readonly CardType[] = aboutTypes[type];
	return [...board.cards.values()]
		.filter((card) => types.includes(card.type) && card.text.trim() !== '')
		.sort((a, b) => types.indexOf(a.type) - types.indexOf(b.type) || compareByOrder(a, b));
}

/**
 * The card that a question is most likely about: 「では、なぜ」 asks about the cause named last, other causes explain
 * the theme, a measure answers the root cause, an outcome the measure written last. Null when there is none.
 */
export function likelyAbout(board: Board, type: CardType, question: string): CardId | null {
	const choices = aboutChoices(board, type);
	const last = (wanted: CardType): CardId | undefined => {
		const named = [...turnsInOrder(board)]
			.reverse()
			.flatMap(({ cards }) => [...cards].reverse())
			.map((id) => board.cards.get(id as CardId))
			.find((card) => card?.type === wanted);
		return (named ?? choices.filter((card) => card.type === wanted).at(-1))?.id;
	};
	const themes = choices.filter((card) => card.type === 'theme');
	const theme = (themes.find(({ status }) => status === 'chosen') ?? themes[0])?.id;
	const vision = choices.find(
		(card) => card.type === 'vision' && card.level !== 'collaboration'
	)?.id;
	switch (type) {
		case 'theme':
			return vision ?? null;
		case 'vision':
			return (asksCollaboration.test(question) ? (vision ?? theme) : theme) ?? null;
		case 'fact':
			return theme ?? null;
		case 'cause':
			return (asksOn.test(question.trim()) ? (last('cause') ?? theme) : theme) ?? null;
		case 'measure':
			return (
				choices.find((card) => card.type === 'cause' && card.isRoot)?.id ?? last('cause') ?? null
			);
		case 'outcome':
			return last('measure') ?? null;
		case 'indicator':
			return last('outcome') ?? null;
		case 'source':
			return last('outcome') ?? last('indicator') ?? null;
		case 'note':
			return null;
	}
}

/** The cards of a turn that are still on the board. */
export function cardsOfTurn(board: Pick<Board, 'cards'>, turn: DialogueTurn): readonly Card[] {
	return turn.cards.flatMap((id) => board.cards.get(id as CardId) ?? []);
}

/** Asks to point at one of the cards that are there. */
const asksWhich =
	/どちらが|どの(?:テーマ|原因|対策)の優先度|which of the (?:two|three)|which has the highest/iu;

/** What an answer may become: a card of a type, one of the cards that are there, or no card. */
export type AnswerUse = CardType | 'choose' | 'none';

/** The steps in which an answer may point at a card, and of which type. */
const choosable: { readonly [Step in StepId]?: CardType } = { theme: 'theme', cause: 'cause' };

/** The cards that an answer of this step can point at. */
export function cardsToChoose(board: Board, step: StepId): readonly Card[] {
	return [...board.cards.values()]
		.filter(({ type, text }) => type === choosable[step] && text.trim() !== '')
		.sort(compareByOrder);
}

/** What the answer to a question most likely becomes. */
export function likelyUse(board: Board, step: StepId, question: string): AnswerUse {
	if (asksWhich.test(question) && cardsToChoose(board, step).length > 0) return 'choose';
	return answerTypes[step][0];
}
