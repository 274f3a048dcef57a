import type { BoardKind } from '@renkei/shared/method/board.ts';
import { boardKinds } from '@renkei/shared/method/board-kinds.ts';
import { stepIds } from '@renkei/shared/method/ids.ts';
import type { StepId } from '@renkei/shared/method/ids.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { Method } from '@renkei/shared/method/packs/method.ts';
import type { Component } from 'svelte';
import { MediaQuery } from 'svelte/reactivity';

/** How the board is looked at. */
export const boardViewIds = ['board', 'list', 'sheet'] as const;
export type BoardViewId = (typeof boardViewIds)[number];

/** Phones show the list and never load the canvas. */
const phone = new MediaQuery('(max-width: 640px)');

/** What this screen shows of the board: chosen here, by this person, and told to nobody. */
export class BoardScreen {
	readonly #method: () => Method;
	readonly #kind: () => BoardKind;
	#view = $state.raw<BoardViewId | null>(null);
	#step = $state.raw<StepId>('vision');
	#question = $state.raw(0);
	/** The panel with a card's fields, unless this person put it away. */
	wantsPanel = $state(true);
	/** What stands beside the view; `card` is asked for by hand in the list, where selecting alone opens nothing. */
	side = $state.raw<'none' | 'trash' | 'example' | 'card'>('none');

	/** The aid that stands in the place of the view, by its id. */
	aid = $state.raw<string | null>(null);

	/** What of leading was asked for away from the dock, until the dock has opened it. */
	leads = $state.raw<'vote' | 'history' | null>(null);

	/** The participant whose view of the board this screen shows until a hand of one's own; a call goes before it. */
	followed = $state.raw<string | null>(null);

	/** The practice board lies over this one. */
	practises = $state.raw(false);
	/** Shows our own texts with readings above them and, unless `plain`, terms explained; null until it has come. */
	Words = $state.raw<Component<{ text: string; plain?: boolean }> | null>(null);

	/** How many questions the checks have for this board, as far as this screen has looked. */
	hintCount = $state.raw(0);

	/** A card that the list is to bring into sight once, or null. */
	#revealed = $state.raw<CardId | null>(null);

	constructor(method: () => Method, kind: () => BoardKind) {
		this.#method = method;
		this.#kind = kind;
	}

	/** The steps that a board of this kind is worked through in. */
	get steps(): readonly StepId[] {
		return boardKinds[this.#kind()].steps;
	}

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
		return this.#method().steps[this.#step].questions.length;
	}

	/** The question after this one: another of the step, or the first of the next step. Null at the very end. */
	get next(): 'question' | 'step' | null {
		if (this.#question + 1 < this.questionCount) return 'question';
		return this.#nextStep === undefined ? null : 'step';
	}

	get #nextStep(): StepId | undefined {
		return this.steps[this.steps.indexOf(this.#step) + 1];
	}

	/** Asks one of the step's questions. */
	ask(question: number): void {
		if (question >= 0 && question < this.questionCount) this.#question = question;
	}

	askNext(by: 1 | -1): void {
		const step = this.#nextStep;
		if (by === 1 && this.next === 'step' && step) this.chooseStep(step);
		else this.ask(this.#question + by);
	}

	get revealed(): CardId | null {
		return this.#revealed;
	}

	/** Asks the list to bring a card into sight; null once it has. */
	reveal(card: CardId | null): void {
		this.#revealed = card;
	}
}
