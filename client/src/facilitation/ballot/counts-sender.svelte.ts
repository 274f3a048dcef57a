import type { Counts } from '@renkei/shared/facilitation/ballot-rules.ts';
import { entriesOf, withCount } from '@renkei/shared/facilitation/ballot-rules.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { LeadFailure } from '../../state/facilitation.svelte.ts';

/** The server takes four commands a second and sends away who asks faster for long. */
const paceMs = 260;

/**
 * Numbers per card that people press up and down faster than they can be kept: what was pressed shows at once, only
 * the last number of each card is sent, one after the other.
 */
export class CountsSender {
	/** Why the last number was not taken; null when it was. */
	failure = $state.raw<LeadFailure | null>(null);
	#pressed = $state.raw<Counts>({});
	#isSending = false;
	readonly #known: () => Counts;
	readonly #send: (card: CardId, count: number) => Promise<LeadFailure | null>;

	/** `known` are the numbers as the server said them last. */
	constructor(
		known: () => Counts,
		send: (card: CardId, count: number) => Promise<LeadFailure | null>
	) {
		this.#known = known;
		this.#send = send;
	}

	/** The numbers as this person has them now. */
	get counts(): Counts {
		return entriesOf(this.#pressed).reduce<Counts>(
			(counts, [card, count]) => withCount(counts, card, count),
			this.#known()
		);
	}

	of(card: CardId): number {
		return this.counts[card] ?? 0;
	}

	set(card: CardId, count: number): void {
		// To the end of the line: what is taken from one card must arrive before it is given to another.
		const { [card]: _before, ...others } = this.#pressed;
		this.#pressed = { ...others, [card]: count };
		this.failure = null;
		void this.#work();
	}

	async #work(): Promise<void> {
		if (this.#isSending) return;
		this.#isSending = true;
		for (let next = this.#first(); next !== null; next = this.#first()) {
			const [card, count] = next;
			const pace = new Promise((resolve) => setTimeout(resolve, paceMs));
			const failure = await this.#send(card, count);
			if (this.#pressed[card] === count || failure !== null) this.#forget(card);
			if (failure !== null) this.failure = failure;
			if (this.#first() !== null) await pace;
		}
		this.#isSending = false;
	}

	#first(): readonly [CardId, number] | null {
		return entriesOf(this.#pressed)[0] ?? null;
	}

	#forget(card: CardId): void {
		const { [card]: _sent, ...others } = this.#pressed;
		this.#pressed = others;
	}
}
