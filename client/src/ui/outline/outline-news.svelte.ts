import { cardTypeIds } from '@renkei/shared/method/ids.ts';
import type { CardType } from '@renkei/shared/method/ids.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { Method } from '@renkei/shared/method/packs/method.ts';
import { defaultMethod } from '@renkei/shared/method/packs/method.ts';
import { say } from '../../i18n/message.ts';
import { outlineText } from '../../i18n/messages/outline.ts';
import type { BoardState } from '../../state/board-state.svelte.ts';

/** Others' changes are read out together, at most so often. */
const batchMs = 10_000;

type Counts = Map<CardType, number>;

/** What others add and withdraw while somebody reads the list, told in batches for screen readers. */
export class OutlineNews {
	#words = $state.raw('');
	readonly #board: BoardState;
	readonly #self: string;
	readonly #method: () => Method;
	readonly #types: Map<CardId, CardType>;
	readonly #grown: Counts = new Map();
	readonly #gone: Counts = new Map();
	readonly #stopListening: () => void;
	#timer: ReturnType<typeof setTimeout> | null = null;

	constructor(board: BoardState, self: string, method = () => defaultMethod) {
		this.#method = method;
		this.#board = board;
		this.#self = self;
		this.#types = new Map([...board.cards].map(([id, { type }]) => [id, type]));
		this.#stopListening = board.onChange(({ cards }) => this.#notice(cards));
	}

	/** The sentence to read out; it changes once per batch. */
	get words(): string {
		return this.#words;
	}

	release(): void {
		this.#stopListening();
		if (this.#timer !== null) clearTimeout(this.#timer);
	}

	#notice(ids: ReadonlySet<CardId>): void {
		for (const id of ids) {
			const card = this.#board.cards.get(id);
			const before = this.#types.get(id);
			if (card && before === undefined) {
				this.#types.set(id, card.type);
				if (card.createdBy !== this.#self) count(this.#grown, card.type);
			} else if (!card && before !== undefined) {
				this.#types.delete(id);
				if (this.#board.trash.get(id)?.deletedBy !== this.#self) count(this.#gone, before);
			} else if (card) this.#types.set(id, card.type);
		}
		if (this.#grown.size + this.#gone.size > 0)
			this.#timer ??= setTimeout(() => this.#tell(), batchMs);
	}

	#tell(): void {
		this.#timer = null;
		const sentences: string[] = [];
		for (const type of cardTypeIds) {
			const label = say(this.#method().cardTypes[type].label);
			const [grown, gone] = [this.#grown.get(type), this.#gone.get(type)];
			if (grown) sentences.push(outlineText.grown(label, grown));
			if (gone) sentences.push(outlineText.gone(label, gone));
		}
		this.#grown.clear();
		this.#gone.clear();
		this.#words = sentences.join(outlineText.separator());
	}
}

function count(counts: Counts, type: CardType): void {
	counts.set(type, (counts.get(type) ?? 0) + 1);
}
