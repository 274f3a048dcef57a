import type { Board } from '../board.ts';
import type { Card, CardId, CardOf } from '../card.ts';
import { foldText } from '../fold-text.ts';
import type { BoardIndex } from '../worksheet/board-index.ts';
import { indexBoard } from '../worksheet/board-index.ts';
import type { CheckWords } from './words.ts';

/** The lists of words that hold single words. */
export type WordList = Exclude<keyof CheckWords, 'sides'>;

/** A board as the checks read it: without empty cards, with its cards by type and its texts folded once. */
export interface CheckView extends BoardIndex {
	readonly board: Board;
	/** The themes the board works on: the chosen ones, and before any is chosen every candidate. */
	readonly themes: readonly CardOf<'theme'>[];
	readonly sides: readonly (readonly string[])[];
	readonly fold: (text: string) => string;
	/** Whether the text holds a word of the list, or ends with one. */
	readonly has: (text: string, list: WordList) => boolean;
	readonly endsWith: (text: string, list: WordList) => boolean;
	/** The folded text without any word of the list. */
	readonly without: (text: string, list: WordList) => string;
	/** Whether a link joins the card with one of that type, whichever way it was drawn. */
	readonly isLinked: (id: CardId, type: Card['type']) => boolean;
}

type Pattern = readonly string[];

/** Words folded once for all boards that are looked at with them. */
const foldedLists = new WeakMap<CheckWords, Map<WordList, readonly Pattern[]>>();

/** Prepares a board for the checks. */
export function viewBoard(board: Board, words: CheckWords): CheckView {
	const written = withoutEmptyCards(board);
	const index = indexBoard(written);
	const texts = new Map<string, string>();
	const fold = (text: string): string => {
		const known = texts.get(text);
		if (known !== undefined) return known;
		const folded = foldText(text);
		texts.set(text, folded);
		return folded;
	};
	const themes = index.cardsOf('theme').filter(({ status }) => status !== 'setAside');
	const chosen = themes.filter(({ status }) => status === 'chosen');
	const patterns = (list: WordList): readonly Pattern[] => patternsOf(words, list);
	return {
		...index,
		board: written,
		themes: chosen.length > 0 ? chosen : themes,
		sides: words.sides.map((side) => side.map(foldText)),
		fold,
		has: (text, list) => patterns(list).some((pattern) => holds(fold(text), pattern)),
		endsWith: (text, list) => {
			const folded = fold(text).replace(/[。．.、，,!?！？」）)]+$/u, '');
			return patterns(list).some(([word = '']) => folded.endsWith(word));
		},
		without: (text, list) => {
			let rest = fold(text);
			for (const [word = ''] of patterns(list)) rest = rest.split(word).join('');
			return rest;
		},
		isLinked: (id, type) => index.after(id, type).length > 0 || index.before(id, type).length > 0
	};
}

function patternsOf(words: CheckWords, list: WordList): readonly Pattern[] {
	let lists = foldedLists.get(words);
	if (!lists) foldedLists.set(words, (lists = new Map()));
	let patterns = lists.get(list);
	if (!patterns) {
		// The ellipsis becomes three points when folded, so words are taken apart before.
		patterns = words[list].map((word) => word.split('…').map(foldText));
		lists.set(list, patterns);
	}
	return patterns;
}

function holds(text: string, pattern: Pattern): boolean {
	let from = 0;
	for (const part of pattern) {
		const at = text.indexOf(part, from);
		if (at < 0) return false;
		from = at + part.length;
	}
	return true;
}

/** A card just begun says nothing yet, nor does a link to it. */
function withoutEmptyCards(board: Board): Board {
	const cards = new Map([...board.cards].filter(([, { text }]) => text.trim() !== ''));
	if (cards.size === board.cards.size) return board;
	const links = new Map(
		[...board.links].filter(([, { from, to }]) => cards.has(from) && cards.has(to))
	);
	return { ...board, cards, links };
}
