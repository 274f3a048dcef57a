import { cardIdSchema } from '@renkei/shared/method/card.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { cardTypeIds } from '@renkei/shared/method/ids.ts';
import type { CardType } from '@renkei/shared/method/ids.ts';
import type { Profession } from '@renkei/shared/method/professions.ts';
import { professionSchema } from '@renkei/shared/method/professions.ts';

/** A card that was written on this device and that the server has not said it has. */
export interface WaitingCard {
	readonly id: CardId;
	readonly type: CardType;
	readonly text: string;
	/** The private run it was written in; null outside of one. */
	readonly of: number | null;
	/** For whom a recorder wrote it; null for oneself. */
	readonly forProfession: Profession | null;
	/** What the server may have by now, since an answer can be lost; null while nothing was sent. */
	readonly tried: string | null;
	/** It changes a card that the server has. */
	readonly isEdit: boolean;
	/** Still in the editor: sent only once its author is done with it. */
	readonly isDraft: boolean;
	/** The server will not have it as it is; it waits for its author to change it. */
	readonly isRefused: boolean;
}

/** Keeps what one person wrote at one board on this device until the server has it. */
export class WaitingCards {
	readonly #key: string;
	readonly #storage: Storage | null;

	constructor(board: string, participant: string, storage: Storage | null = availableStorage()) {
		this.#key = `renkei.writing.${board}.${participant}`;
		this.#storage = storage;
	}

	read(): readonly WaitingCard[] {
		try {
			const stored: unknown = JSON.parse(this.#storage?.getItem(this.#key) ?? '[]');
			return Array.isArray(stored) ? stored.flatMap((each: unknown) => readCard(each) ?? []) : [];
		} catch {
			return [];
		}
	}

	keep(cards: readonly WaitingCard[]): void {
		try {
			if (cards.length === 0) this.#storage?.removeItem(this.#key);
			else this.#storage?.setItem(this.#key, JSON.stringify(cards));
		} catch {
			// Full or blocked storage: the page itself still holds them.
		}
	}
}

function readCard(value: unknown): WaitingCard | null {
	if (typeof value !== 'object' || value === null) return null;
	const { id, type, text, of, forProfession, tried, isEdit, isDraft, isRefused } = value as Record<
		string,
		unknown
	>;
	const known = cardIdSchema.safeParse(id);
	const knownType = cardTypeIds.find((each) => each === type);
	if (!known.success || !knownType || typeof text !== 'string') return null;
	const profession = professionSchema.safeParse(forProfession);
	return {
		id: known.data,
		type: knownType,
		text,
		of: typeof of === 'number' ? of : null,
		forProfession: profession.success ? profession.data : null,
		tried: typeof tried === 'string' ? tried : null,
		isEdit: isEdit === true,
		isDraft: isDraft === true,
		isRefused: isRefused === true
	};
}

function availableStorage(): Storage | null {
	try {
		return localStorage;
	} catch {
		return null;
	}
}
