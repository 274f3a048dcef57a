import type { CardId } from '@renkei/shared/method/card.ts';
import type { RecordId } from '@renkei/shared/method/records/index.ts';

/** Where the caret goes when writing starts: to the end, at a place, or where the field already has it. */
export type CaretPlace = 'end' | 'keep' | number;

/** The editor on screen, as far as others must be able to end it. */
export interface OpenEditor {
	/** Writes exactly what can be seen into the document, also what an input method has not finished. */
	commit(): void;
	/** An input method holds text that is not in the document yet. */
	readonly isComposing: boolean;
}

/** What editing needs of the rest of the board. */
export interface EditingSurroundings {
	readonly canWrite: () => boolean;
	/** Zoomed out too far or a finger's screen: write in the sheet instead of on the card. */
	readonly needsSheet: () => boolean;
	/** The card is there, and what runs at the table lets it be written on; says so to the person where not. */
	readonly mayEdit: (card: CardId) => boolean;
	readonly started: (card: CardId) => void;
	readonly finished: (card: CardId, isNew: boolean) => void;
}

/** Which card is being written on. */
export class Editing {
	readonly #around: EditingSurroundings;
	#card = $state.raw<CardId | null>(null);
	#isSheet = $state.raw(false);
	#isNew = $state.raw(false);
	#island = $state.raw<RecordId | null>(null);
	#caret = $state.raw<CaretPlace>('end');
	#editor: OpenEditor | null = null;
	/** What an input method shows and has shown for a while, for others to see; in no document yet. */
	preview = $state.raw<string | null>(null);

	constructor(around: EditingSurroundings) {
		this.#around = around;
	}

	get card(): CardId | null {
		return this.#card;
	}

	/** Writing happens in the sheet, not in place. */
	get isSheet(): boolean {
		return this.#isSheet;
	}

	/** The card was made just now; left empty, it goes away without a word. */
	get isNew(): boolean {
		return this.#isNew;
	}

	get caret(): CaretPlace {
		return this.#caret;
	}

	/** The 島 whose title is being written; its field commits by itself when it goes. */
	get island(): RecordId | null {
		return this.#island;
	}

	/** Starts writing the title of a 島; null, for one that could not be made, does nothing. */
	startTitle(island: RecordId | null): void {
		this.finish();
		if (island !== null && this.#around.canWrite()) this.#island = island;
	}

	endTitle(): void {
		this.#island = null;
	}

	/** Starts writing on a card, finishing another one first. */
	start(
		card: CardId,
		options: { readonly isNew?: boolean; readonly caret?: CaretPlace } = {}
	): void {
		if (card === this.#card) return;
		this.finish();
		if (!this.#around.canWrite() || !this.#around.mayEdit(card)) return;
		this.#isNew = options.isNew ?? false;
		this.#caret = options.caret ?? 'end';
		this.#isSheet = this.#around.needsSheet();
		this.#card = card;
		this.#around.started(card);
	}

	/** Finishes: what can be seen is written, and a new card left empty goes away. */
	finish(): void {
		const card = this.#card;
		if (card === null) return;
		this.#editor?.commit();
		this.#card = null;
		this.preview = null;
		this.#around.finished(card, this.#isNew);
		this.#isNew = false;
	}

	/** Writes what can be seen and goes on writing: the page may be gone in a moment. */
	commit(): void {
		this.#editor?.commit();
	}

	/** The card whose newest text only the screen has. */
	get unsentCard(): CardId | null {
		return this.#editor?.isComposing ? this.#card : null;
	}

	/** The editor on screen names itself, so that finishing from anywhere commits what it shows. */
	register(editor: OpenEditor): () => void {
		this.#editor = editor;
		return () => {
			if (this.#editor === editor) this.#editor = null;
		};
	}
}
