import { stepIds } from '@renkei/shared/method/ids.ts';
import type { StepId } from '@renkei/shared/method/ids.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { steps } from '@renkei/shared/method/steps.ts';
import { MediaQuery } from 'svelte/reactivity';

/** How the board is looked at. */
export const boardViewIds = ['board', 'list', 'sheet'] as const;
export type BoardViewId = (typeof boardViewIds)[number];

/** Phones show the list and never load the canvas. */
const phone = new MediaQuery('(max-width: 640px)');

/** What this screen shows of the board: chosen here, by this person, and told to nobody. */
export class BoardScreen {
	#view = $state.raw<BoardViewId | null>(null);
	#step = $state.raw<StepId>('vision');
	#question = $state.raw(0);
	/** The panel with a card's fields, unless this person put it away. */
	wantsPanel = $state(true);
	/** What stands beside the view; `card` is asked for by hand in the list, where selecting alone opens nothing. */
	side = $state.raw<'none' | 'trash' | 'example' | 'card'>('none');

	/** The aid that stands in the place of the view, by its id. */
	aid = $state.raw<string | null>(null);

	/** A card that the list is to bring into sight once, or null. */
	#revealed = $state.raw<CardId | null>(null);

	get isPhone(): boolean {
		return phone.current;
	}

	/** The views this screen offers. */
	get views(): readonly BoardViewId[] {
		return this.isPhone ? boardViewIds.filter((id) => id !== 'board') : boardViewIds;
	}

	get view(): BoardViewId {
		const { views } = this;
		return this.#view !== null && views.includes(this.#view) ? this.#view : (views[0] ?? 'list');
	}

	chooseView(view: BoardViewId): void {
		this.aid = null;
		this.#view = view;
	}

	get step(): StepId {
		return this.#step;
	}

	get stepIndex(): number {
		return stepIds.indexOf(this.#step);
	}

	chooseStep(step: StepId): void {
		if (step === this.#step) return;
		this.#step = step;
		this.#question = 0;
	}

	/** Which of the step's questions is asked, from 0. */
	get question(): number {
		return this.#question;
	}

	get questionCount(): number {
		return steps[this.#step].questions.length;
	}

	askNext(by: 1 | -1): void {
		const next = this.#question + by;
		if (next >= 0 && next < this.questionCount) this.#question = next;
	}

	get revealed(): CardId | null {
		return this.#revealed;
	}

	/** Asks the list to bring a card into sight; null once it has. */
	reveal(card: CardId | null): void {
		this.#revealed = card;
	}
}
