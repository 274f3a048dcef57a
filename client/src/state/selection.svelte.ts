import type { CardId } from '@renkei/shared/method/card.ts';
import type { LinkId } from '@renkei/shared/method/link.ts';
import type { BoardState } from './board-state.svelte.ts';

const nothing: ReadonlySet<CardId> = new Set();

/** What is selected on this screen: some cards, or one link, never both. */
export class Selection {
	#cards = $state.raw(nothing);
	#link = $state.raw<LinkId | null>(null);

	constructor(board: BoardState) {
		board.onChange((change) => {
			if (change.cards.size > 0 && [...this.#cards].some((id) => !board.cards.has(id)))
				this.#cards = new Set([...this.#cards].filter((id) => board.cards.has(id)));
			if (this.#link !== null && !board.links.has(this.#link)) this.#link = null;
		});
	}

	get cards(): ReadonlySet<CardId> {
		return this.#cards;
	}

	get link(): LinkId | null {
		return this.#link;
	}

	/** The selected card while it is the only one. */
	get only(): CardId | null {
		if (this.#cards.size !== 1) return null;
		const [card] = this.#cards;
		return card ?? null;
	}

	/** Selects exactly these cards. */
	choose(ids: Iterable<CardId>): void {
		const chosen = new Set(ids);
		this.#link = null;
		// The same set again must not wake everybody who looks at the selection.
		if (chosen.size !== this.#cards.size || [...chosen].some((id) => !this.#cards.has(id)))
			this.#cards = chosen;
	}

	/** Adds a card to the selection or takes it out. */
	toggle(id: CardId): void {
		const cards = new Set(this.#cards);
		if (!cards.delete(id)) cards.add(id);
		this.#cards = cards;
		this.#link = null;
	}

	/** Selects one link and no card. */
	chooseLink(id: LinkId): void {
		this.#cards = nothing;
		this.#link = id;
	}

	clear(): void {
		if (this.#cards.size > 0) this.#cards = nothing;
		this.#link = null;
	}
}
