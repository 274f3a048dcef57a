import { newId } from '@renkei/shared/document/new-id.ts';
import type { WritingCommand } from '@renkei/shared/facilitation/writing-commands.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { CardType } from '@renkei/shared/method/ids.ts';
import type { Profession } from '@renkei/shared/method/professions.ts';
import type { LeadFailure } from '../../state/facilitation.svelte.ts';
import type { WaitingCard, WaitingCards } from './waiting-cards.ts';

/** What somebody wrote on one card. */
export interface Words {
	readonly id: CardId;
	readonly type: CardType;
	readonly text: string;
	readonly of: number | null;
	readonly forProfession: Profession | null;
}

/** How long to wait before what found no line is sent again, ms. */
const againMs = 4000;
/** So many go out at once, those after them one by one: the server sends away who asks without end. */
const burst = 6;
const paceMs = 300;
/** The server takes so many cards a minute; what was written offline for long comes in portions. */
const portionMs = 15_000;
const mostPortions = 5;
/** Failures after which the same may succeed later; any other is the server's judgement of the card. */
const passing: ReadonlySet<LeadFailure> = new Set(['noLine', 'notKept', 'boardClosed']);

/**
 * Brings cards from this device to the server: one after the other, again and again until it says it has them, and
 * each once, since a card keeps its id. What stands here is on this device's storage too.
 */
export class Outbox {
	#cards = $state.raw<readonly WaitingCard[]>([]);
	readonly #kept: WaitingCards;
	readonly #ask: (command: WritingCommand) => Promise<LeadFailure | null>;
	/** How often a card was too much for the moment. */
	readonly #portions = new Map<CardId, number>();
	#isSending = false;
	#again: ReturnType<typeof setTimeout> | null = null;

	constructor(kept: WaitingCards, ask: (command: WritingCommand) => Promise<LeadFailure | null>) {
		this.#kept = kept;
		this.#ask = ask;
		this.#cards = kept.read();
	}

	/** What the server has not said it has, in the order of writing. */
	get cards(): readonly WaitingCard[] {
		return this.#cards;
	}

	/** Keeps what stands in an editor on this device, and sends nothing yet. */
	keepDraft(words: Words, isKnown: boolean): void {
		this.#put(words, isKnown, true);
	}

	/** Takes what its author is done with; an empty text is no card. */
	send(words: Words, isKnown: boolean): void {
		this.#put(words, isKnown, false);
		void this.flush();
	}

	/** Takes a card that the server cannot have back; true where nothing needs to be asked of it. */
	drop(id: CardId): boolean {
		const card = this.#cards.find((each) => each.id === id);
		if (!card) return false;
		this.#set(this.#cards.filter((each) => each !== card));
		return !card.isEdit && card.tried === null;
	}

	/** Sends what was left in an editor that is not open any more: the page was closed over it. */
	sendDrafts(except: CardId | null = null): void {
		if (!this.#cards.some(({ isDraft, id }) => isDraft && id !== except)) return;
		this.#set(this.#cards.map((each) => (each.id === except ? each : { ...each, isDraft: false })));
		void this.flush();
	}

	/** Sends everything that waits; nothing while that is under way. */
	async flush(): Promise<void> {
		if (this.#isSending) return;
		this.#isSending = true;
		this.#stopWaiting();
		let waitMs = 0;
		for (let count = 1; waitMs === 0; count++) {
			if (count > burst) await pause(paceMs);
			const next = this.#next();
			if (!next) break;
			waitMs = await this.#sendOne(next);
		}
		// A portion that was too large must not be tried again at every word that is heard meanwhile.
		this.#isSending = waitMs === portionMs;
		if (waitMs === 0) return;
		this.#again = setTimeout(() => {
			this.#isSending = false;
			void this.flush();
		}, waitMs);
	}

	release(): void {
		if (this.#again !== null) this.#isSending = false;
		this.#stopWaiting();
	}

	#next(): WaitingCard | undefined {
		return this.#cards.find(({ isDraft, isRefused }) => !isDraft && !isRefused);
	}

	/** How long to wait before going on, ms. */
	async #sendOne(card: WaitingCard): Promise<number> {
		const { id, type, text, of, forProfession, isEdit } = card;
		const first = card.tried ?? text;
		this.#change(id, { tried: first });
		const failure = await this.#ask(
			isEdit
				? { do: 'edit', id, type, text }
				: { do: 'send', id, type, text, of, ...(forProfession && { forProfession }) }
		);
		if (failure !== null && passing.has(failure)) return againMs;
		const portions = this.#portions.get(id) ?? 0;
		if (failure === 'outOfRange' && !isEdit && portions < mostPortions) {
			this.#portions.set(id, portions + 1);
			return portionMs;
		}
		this.#portions.delete(id);
		const now = this.#cards.find((each) => each.id === id);
		if (!now) return 0;
		if (failure === 'notNow' && isEdit)
			// The card is out by now: what was written since is a card of its own, and its author is asked about it.
			this.#change(id, { id: newId() as CardId, isEdit: false, tried: null });
		else if (failure !== null) this.#change(id, { isRefused: true });
		// A card that was sent before with other words is known to the server with those.
		else if (now.text !== text || now.type !== type || now.isDraft || (!isEdit && first !== text))
			this.#change(id, { isEdit: true });
		else this.#set(this.#cards.filter((each) => each.id !== id));
		return 0;
	}

	#put({ id, type, text, of, forProfession }: Words, isKnown: boolean, isDraft: boolean): void {
		const before = this.#cards.find((each) => each.id === id);
		// What the server has of it stays: emptying a card takes it away no more than on the board.
		if (text.trim() === '') return void this.drop(id);
		const card: WaitingCard = {
			id,
			type,
			text,
			of,
			forProfession,
			tried: before?.tried ?? null,
			isEdit: before?.isEdit ?? isKnown,
			isDraft,
			isRefused: false
		};
		this.#set(
			before ? this.#cards.map((each) => (each === before ? card : each)) : [...this.#cards, card]
		);
	}

	#change(id: CardId, change: Partial<WaitingCard>): void {
		this.#set(this.#cards.map((each) => (each.id === id ? { ...each, ...change } : each)));
	}

	#set(cards: readonly WaitingCard[]): void {
		this.#cards = cards;
		this.#kept.keep(cards);
	}

	#stopWaiting(): void {
		if (this.#again !== null) clearTimeout(this.#again);
		this.#again = null;
	}
}

function pause(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}
