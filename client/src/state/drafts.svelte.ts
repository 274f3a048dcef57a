import { cardIdSchema } from '@renkei/shared/method/card.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { cardTypeIds } from '@renkei/shared/method/ids.ts';
import type { CardType } from '@renkei/shared/method/ids.ts';

/** Text that was typed on this device and may not have reached the server. */
export interface Draft {
	readonly card: CardId;
	readonly type: CardType;
	readonly text: string;
	/** What stood there when the writing began, so that what others write meanwhile can be told from it. */
	readonly base: string;
	readonly savedAt: number;
}

const keyStart = 'renkei.draft.';

/** A draft on offer; of one card there may be several, begun at different times. */
export interface OfferedDraft extends Draft {
	readonly key: string;
}

/** Keeps what is being typed on this device until the server has it, and offers it again if it never did. */
export class Drafts {
	readonly #board: string;
	readonly #storage: Storage | null;
	#offered = $state.raw<readonly OfferedDraft[]>([]);
	#lastOffered = 0;

	constructor(board: string, storage: Storage | null = availableStorage()) {
		this.#board = board;
		this.#storage = storage;
	}

	/** 前回の入力が残っています: what is offered to be put back. */
	get offered(): readonly OfferedDraft[] {
		return this.#offered;
	}

	/** Remembers what stands in the editor now. */
	keep(draft: Draft): void {
		const key = this.#key(draft.card);
		const earlier = readDraft(this.#stored(key));
		// Of a card written twice since the server last had it, the older beginning is the one to go back to.
		this.#store(key, { ...draft, base: earlier?.base ?? draft.base });
	}

	/** Offers words at once: the document does not take them now. */
	offerNow(draft: Draft): void {
		const key = `${this.#key(draft.card)}.${draft.savedAt}.${this.#lastOffered++}`;
		this.#store(key, draft);
		this.#offered = [...this.#offered, { ...draft, key }];
	}

	/** Forgets what the server has by now, but not of `unsent`; what is on offer waits for the person's answer. */
	forgetKept(unsent: CardId | null): void {
		for (const { card } of this.#all()) if (card !== unsent) this.#remove(this.#key(card));
	}

	/** Forgets what was kept of a card, but not what is on offer. */
	forget(card: CardId): void {
		this.#remove(this.#key(card));
	}

	/** Takes drafts off the offer that are back on the board. */
	takeBack(drafts: readonly OfferedDraft[]): void {
		for (const { key } of drafts) this.#remove(key);
		this.#offered = this.#offered.filter((draft) => !drafts.includes(draft));
	}

	/** Offers the drafts whose text the board does not show. */
	offer(textOf: (card: CardId) => string | null): void {
		const found = this.#all().sort((a, b) => a.savedAt - b.savedAt);
		for (const { key } of found) this.#remove(key);
		this.#offered = [];
		for (const draft of found)
			if (draft.text.trim() !== '' && textOf(draft.card) !== draft.text) this.offerNow(draft);
	}

	/** 捨てる. */
	discardAll(): void {
		this.takeBack(this.#offered);
	}

	#key(card: CardId): string {
		return `${keyStart}${this.#board}.${card}`;
	}

	#store(key: string, draft: Draft): void {
		try {
			this.#storage?.setItem(key, JSON.stringify(draft));
		} catch {
			// Full or blocked storage: the document and the local copy still hold the text.
		}
	}

	#stored(key: string): string | null {
		try {
			return this.#storage?.getItem(key) ?? null;
		} catch {
			return null;
		}
	}

	#remove(key: string): void {
		try {
			this.#storage?.removeItem(key);
		} catch {
			// Blocked storage holds nothing to remove.
		}
	}

	#all(): OfferedDraft[] {
		const found: OfferedDraft[] = [];
		try {
			const start = `${keyStart}${this.#board}.`;
			for (let index = 0; index < (this.#storage?.length ?? 0); index++) {
				const key = this.#storage?.key(index);
				const draft = key?.startsWith(start) ? readDraft(this.#stored(key)) : null;
				if (key && draft) found.push({ ...draft, key });
			}
		} catch {
			// Blocked storage holds no drafts.
		}
		return found;
	}
}

function readDraft(stored: string | null | undefined): Draft | null {
	try {
		const value: unknown = JSON.parse(stored ?? 'null');
		if (typeof value !== 'object' || value === null) return null;
		const { card, type, text, base = '', savedAt } = value as Record<string, unknown>;
		const id = cardIdSchema.safeParse(card);
		const known = cardTypeIds.find((candidate) => candidate === type);
		if (!id.success || !known || typeof text !== 'string' || typeof base !== 'string') return null;
		if (typeof savedAt !== 'number') return null;
		return { card: id.data, type: known, text, base, savedAt };
	} catch {
		return null;
	}
}

function availableStorage(): Storage | null {
	try {
		return localStorage;
	} catch {
		return null;
	}
}
