import type { NewTurn } from '@renkei/shared/document/commands/dialogue-commands.ts';
import type { Board } from '@renkei/shared/method/board.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { AnswerCards, AnswerUse } from '@renkei/shared/method/dialogue.ts';
import { cardsForAnswer, likelyAbout, likelyUse } from '@renkei/shared/method/dialogue.ts';
import type { StepId } from '@renkei/shared/method/ids.ts';
import { stepIds } from '@renkei/shared/method/ids.ts';
import type { BoardScreen } from '../../board/board-screen.svelte.ts';

/** Where the conversation stands: the step, and the manual's question on the bar. */
interface Standing {
	readonly step: StepId;
	readonly manualQuestion: string;
}

/** The turn being written on this screen. What nobody chose by hand follows the question. */
export class TurnDraft {
	readonly #board: () => Board;
	readonly #standing: () => Standing;
	asker = $state('');
	answerer = $state('');
	answer = $state('');
	isSplit = $state(true);
	#question = $state.raw<{ readonly asked: string; readonly words: string } | null>(null);
	#use = $state.raw<{ readonly asked: string; readonly use: AnswerUse } | null>(null);
	#about = $state.raw<{ readonly asked: string; readonly card: CardId | null } | null>(null);
	#chosen = $state.raw<CardId | null>(null);

	constructor(board: () => Board, standing: () => Standing) {
		this.#board = board;
		this.#standing = standing;
	}

	/** Changes whenever the bar asks something else. */
	get #asked(): string {
		const { step, manualQuestion } = this.#standing();
		return `${stepIds.indexOf(step)} ${manualQuestion}`;
	}

	get question(): string {
		const own = this.#question;
		return own?.asked === this.#asked ? own.words : this.#standing().manualQuestion;
	}

	set question(words: string) {
		this.#question = { asked: this.#asked, words };
	}

	get use(): AnswerUse {
		const own = this.#use;
		if (own?.asked === this.#asked) return own.use;
		return likelyUse(this.#board(), this.#standing().step, this.question);
	}

	set use(use: AnswerUse) {
		this.#use = { asked: this.#asked, use };
	}

	/** The card that the answer is about. */
	get about(): CardId | null {
		const own = this.#about;
		const { use } = this;
		if (use === 'choose' || use === 'none') return null;
		const board = this.#board();
		if (own?.asked === this.#asked && (own.card === null || board.cards.has(own.card)))
			return own.card;
		return likelyAbout(board, use, this.question);
	}

	set about(card: CardId | null) {
		this.#about = { asked: this.#asked, card };
	}

	/** The card that the answer points at. */
	get chosen(): CardId | null {
		return this.#chosen !== null && this.#board().cards.has(this.#chosen) ? this.#chosen : null;
	}

	set chosen(card: CardId | null) {
		this.#chosen = card;
	}

	/** The cards that the answer becomes as it stands now. */
	get made(): AnswerCards {
		const { use, question, answerer, answer, about, isSplit } = this;
		if (use === 'choose' || use === 'none') return { cards: [], links: [] };
		const words = { question, answerer: answerer.trim(), text: answer };
		return cardsForAnswer(this.#board(), { ...words, type: use, about, isSplit });
	}

	/** The turn as it would be written down now. */
	get turn(): NewTurn {
		const { question, asker, answerer, answer, use, chosen, made } = this;
		return {
			words: { step: this.#standing().step, question, asker, answerer, answer },
			...made,
			chosen: use === 'choose' && chosen !== null ? [chosen] : []
		};
	}

	/** Asks on about one cause: 「では、なぜ、」. */
	askWhy(card: CardId, start: string): void {
		this.question = start;
		this.use = 'cause';
		this.about = card;
	}

	/** After a turn is written down the next answer may come; the people stay. */
	clear(): void {
		this.answer = '';
		this.#about = null;
		this.#use = null;
		this.#chosen = null;
	}
}

const drafts = new WeakMap<BoardScreen, TurnDraft>();

/** The draft of this screen: it outlives the view, so that a look at the board loses no words. */
export function draftOf(screen: BoardScreen, make: () => TurnDraft): TurnDraft {
	const draft = drafts.get(screen) ?? make();
	drafts.set(screen, draft);
	return draft;
}
