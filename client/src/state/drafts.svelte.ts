import { cardIdSchema } from '@renkei/shared/method/card.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { cardTypeIds } from '@renkei/shared/method/ids.ts';
import type { CardType } from '@renkei/shared/method/ids.ts';
import type { BoardCommands } from './board-commands.ts';
import type { BoardState } from './board-state.svelte.ts';
import { changeBetween } from '@renkei/shared/document/text-difference.ts';

/** Text that was typed on this device and may not have reached the server. */
export interface Draft {
	readonly card: CardId;
	readonly type: CardType;
	readonly text: string;
	readonly savedAt: number;
}

const keyStart = 'renkei.draft.';

/** Keeps what is being typed on this device until the server has it, and offers it again if it never did. */
export class Drafts {
	readonly #board: string;
	readonly #storage: Storage | null;
	#offered = $state.raw<readonly Draft[]>([]);

	constructor(board: string, storage: Storage | null = availableStorage()) {
		this.#board = board;
		this.#storage = storage;
	}

	/** 前回の入力が残っています: what is offered to be put back. */
	get offered(): readonly Draft[] {
		return this.#offered;
	}

	/** Remembers what stands in the editor now. */
	keep(card: CardId, type: CardType, text: string, now: number): void {
		try {
			const draft: Draft = { card, type, text, savedAt: now };
			this.#storage?.setItem(this.#key(card), JSON.stringify(draft));
		} catch {
			// Full or blocked storage: the document and the local copy still hold the text.
		}
	}

	/** Forgets drafts that the server has by now, but not `unsent`; those on offer wait for the person's answer. */
	forgetKept(unsent: CardId | null): void {
		const offered = new Set(this.#offered.map((draft) => draft.card));
		for (const { card } of this.#all())
			if (card !== unsent && !offered.has(card)) this.#remove(card);
	}

	forget(card: CardId): void {
		this.#remove(card);
		this.#offered = this.#offered.filter((draft) => draft.card !== card);
	}

	/** Offers the drafts whose text the board does not show. */
	offer(textOf: (card: CardId) => string | null): void {
		const offered: Draft[] = [];
		for (const draft of this.#all()) {
			if (draft.text.trim() === '' || textOf(draft.card) === draft.text) this.#remove(draft.card);
			else offered.push(draft);
		}
		this.#offered = offered.sort((a, b) => a.savedAt - b.savedAt);
	}

	/** 戻す: writes the offered texts into their cards; a card that is gone is made again. What may not be written now stays on offer. */
	restoreAll(board: BoardState, commands: BoardCommands): void {
		const isBack = ({ card, type, text }: Draft): boolean => {
			if (board.trash.has(card)) commands.restoreCards([card]);
			const current = board.cards.get(card)?.text;
			if (current === undefined) return commands.addCard({ type, text }) !== null;
			const change = changeBetween(current, text, text.length);
			return !change || commands.editCardText(card, change);
		};
		const back = this.#offered.filter(isBack);
		this.#offered = this.#offered.filter((draft) => !back.includes(draft));
		for (const { card } of back) this.#remove(card);
	}

	/** 捨てる. */
	discardAll(): void {
		for (const { card } of this.#offered) this.#remove(card);
		this.#offered = [];
	}

	#key(card: CardId): string {
		return `${keyStart}${this.#board}.${card}`;
	}

	#remove(card: CardId): void {
		try {
			this.#storage?.removeItem(this.#key(card));
		} catch {
			// Blocked storage holds nothing to remove.
		}
	}

	#all(): Draft[] {
		const found: Draft[] = [];
		try {
			const start = `${keyStart}${this.#board}.`;
			for (let index = 0; index < (this.#storage?.length ?? 0); index++) {
				const key = this.#storage?.key(index);
				const draft = key?.startsWith(start) ? readDraft(this.#storage?.getItem(key)) : null;
				if (draft) found.push(draft);
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
		const { card, type, text, savedAt } = value as Record<string, unknown>;
		const id = cardIdSchema.safeParse(card);
		const known = cardTypeIds.find((candidate) => candidate === type);
		if (!id.success || !known || typeof text !== 'string' || typeof savedAt !== 'number')
			return null;
		return { card: id.data, type: known, text, savedAt };
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
