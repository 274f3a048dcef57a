import { cardTypeIds } from '@renkei/shared/method/ids.ts';
import type { CardType } from '@renkei/shared/method/ids.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type { Method } from '@renkei/shared/method/packs/method.ts';
import { defaultMethod } from '@renkei/shared/method/packs/method.ts';
import { recordsOf } from '@renkei/shared/method/records/index.ts';
import type { RecordId } from '@renkei/shared/method/records/index.ts';
import { say } from '../../i18n/message.ts';
import { outlineText } from '../../i18n/messages/outline.ts';
import { remarksText } from '../../i18n/messages/remarks.ts';
import type { BoardState } from '../../state/board-state.svelte.ts';

/** How often others' changes may be read out together, in seconds; never oftener than every ten. */
export const newsChoices = ['10', '30', '60', 'off'] as const;
type NewsChoice = (typeof newsChoices)[number];

/** What this person has chosen; a word of another version of the program is no choice. */
export function newsChoiceOf({ newsEvery }: { readonly newsEvery: string }): NewsChoice {
	return newsChoices.find((choice) => choice === newsEvery) ?? '10';
}

type Counts = Map<CardType, number>;

/** What others add and withdraw while somebody reads the list, told in batches for screen readers. */
export class OutlineNews {
	#words = $state.raw('');
	readonly #board: BoardState;
	readonly #self: string;
	readonly #method: () => Method;
	readonly #choice: () => NewsChoice;
	readonly #types: Map<CardId, CardType>;
	readonly #grown: Counts = new Map();
	readonly #gone: Counts = new Map();
	/** Comments that were there, and how many others have written since. */
	readonly #comments: Set<RecordId>;
	#said = 0;
	readonly #stopListening: () => void;
	#timer: ReturnType<typeof setTimeout> | null = null;

	constructor(
		board: BoardState,
		self: string,
		method = () => defaultMethod,
		choice: () => NewsChoice = () => '10'
	) {
		this.#method = method;
		this.#choice = choice;
		this.#board = board;
		this.#self = self;
		this.#types = new Map([...board.cards].map(([id, { type }]) => [id, type]));
		this.#comments = new Set(recordsOf(board, 'comment').map(({ id }) => id));
		this.#stopListening = board.onChange(({ cards, records }) => {
			if (records) this.#noticeComments();
			this.#notice(cards);
		});
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
		if (this.#grown.size + this.#gone.size + this.#said > 0) this.#plan();
	}

	#plan(): void {
		const choice = this.#choice();
		if (choice === 'off') {
			this.#said = 0;
			this.#grown.clear();
			this.#gone.clear();
		} else this.#timer ??= setTimeout(() => this.#tell(), Number(choice) * 1000);
	}

	#noticeComments(): void {
		for (const { id, createdBy } of recordsOf(this.#board, 'comment')) {
			if (this.#comments.has(id)) continue;
			this.#comments.add(id);
			if (createdBy !== this.#self) this.#said += 1;
		}
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
		if (this.#said > 0) sentences.push(remarksText.grown(this.#said));
		this.#said = 0;
		this.#grown.clear();
		this.#gone.clear();
		this.#words = sentences.join(outlineText.separator());
	}
}

function count(counts: Counts, type: CardType): void {
	counts.set(type, (counts.get(type) ?? 0) + 1);
}
