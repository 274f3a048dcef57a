import type { CardId, CardOf } from '../card.ts';
import type { CardType, StepId } from '../ids.ts';
import type { Localised } from '../localised.ts';
import type { CheckView } from './check-view.ts';

/** Something that helps with a hint; what it is called follows from its kind and the words of the method. */
export type HintAction =
	/** Writes a card of a type, linked to or from another where `link` says so. */
	| {
			readonly kind: 'addCard';
			readonly type: CardType;
			readonly link: { readonly from: CardId } | { readonly to: CardId } | null;
			readonly fields?: Readonly<Record<string, string>>;
	  }
	/** Opens a card where one of its fields is filled. */
	| { readonly kind: 'field'; readonly card: CardId; readonly field: string }
	/** Sets a field to the value the hint proposes. */
	| {
			readonly kind: 'setField';
			readonly card: CardId;
			readonly field: string;
			readonly value: string;
	  }
	/** Rewrites the text of a card. */
	| { readonly kind: 'edit'; readonly card: CardId }
	/** Links a card to or from one of another type. */
	| { readonly kind: 'link'; readonly card: CardId; readonly type: CardType }
	/** Chooses one card among several: the theme, or the 解決すべき原因. */
	| { readonly kind: 'choose'; readonly as: 'theme' | 'root'; readonly among: readonly CardId[] }
	/** Lays cards that say the same together as one 島. */
	| { readonly kind: 'cluster'; readonly cards: readonly CardId[] }
	/** Goes to a step, where the work is done that a single card cannot do. */
	| { readonly kind: 'step'; readonly step: StepId }
	/** Fills a part of the board's head. */
	| { readonly kind: 'head'; readonly field: 'scene' | 'reviewDate' | 'professionsPresent' };

/** What a check has found. `subject` is the one card it is about, null for the whole board; `cards` are those to look at. */
export interface Finding {
	readonly subject: CardId | null;
	readonly cards: readonly CardId[];
	readonly action: HintAction | null;
	/** Asked in place of the check's own question where the case wants other words. */
	readonly question?: Localised;
}

/** One check: a statement of the method about a board, told as a question and never as a verdict (method §5). */
export interface Check {
	/** The step it belongs to; with three stars it is silent until that step has begun. */
	readonly step: StepId;
	/** 3 breaks the chain of the method, 2 weakens it, 1 is a tip. */
	readonly severity: 1 | 2 | 3;
	/** Asked before its step has begun as well. */
	readonly isAskedEarly?: boolean;
	/** The manual's own words, or what is known from practice. */
	readonly phrase: Localised;
	readonly phraseFrom: 'manual' | 'practice';
	readonly question: Localised;
	/** What is so on the board, in a few words behind the numbers of the cards. */
	readonly finding: Localised;
	readonly find: (view: CheckView) => Iterable<Finding>;
}

/** What a check says of each of these cards, one by one. */
export function each<T extends CardType>(
	cards: Iterable<CardOf<T>>,
	action: (card: CardOf<T>) => HintAction | null
): readonly Finding[] {
	return [...cards].map((card) => ({
		subject: card.id,
		cards: [card.id],
		action: action(card)
	}));
}

/** What a check says of the whole board, pointing at some cards; nothing unless `isSo`. */
export function whole(
	isSo: boolean,
	cards: Iterable<{ readonly id: CardId }>,
	action: HintAction | null
): readonly Finding[] {
	return isSo ? [{ subject: null, cards: [...cards].map(({ id }) => id), action }] : [];
}
