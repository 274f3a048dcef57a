import * as Y from 'yjs';
import type { CardId } from '../method/card.ts';
import { entryOf, rootsOf, textKey } from './layout.ts';
import { LocalOrigin } from './origins.ts';

/** One stretch of writing in one card's text as one step: undone, exactly its own characters go and come back. */
export class TextStep {
	readonly card: CardId;
	/** Opened by an editor that stays open, not by a single change. */
	readonly isSession: boolean;
	readonly #manager: Y.UndoManager;
	#isOpen = true;

	private constructor(card: CardId, text: Y.Text, isSession: boolean) {
		this.card = card;
		this.isSession = isSession;
		this.#manager = new Y.UndoManager(text, {
			trackedOrigins: new Set([LocalOrigin]),
			// One step however long somebody thinks between two words.
			captureTimeout: Number.MAX_SAFE_INTEGER,
			// After the editor closed, other steps on the same text must not slip into this one.
			captureTransaction: ({ origin }) => this.#isOpen || origin === this.#manager
		});
	}

	/** Starts to record what this screen writes into the card's text; null when the card has none. */
	static open(doc: Y.Doc, card: CardId, isSession = true): TextStep | null {
		const text = entryOf(rootsOf(doc).cards, card)?.get(textKey);
		return text instanceof Y.Text ? new TextStep(card, text, isSession) : null;
	}

	close(): void {
		this.#isOpen = false;
	}

	/** Takes the writing back; false when nothing of it was left. */
	undo(): boolean {
		return this.#manager.undo() !== null;
	}

	redo(): boolean {
		return this.#manager.redo() !== null;
	}

	/** Lets the document forget the deleted characters that were kept for this step. */
	release(): void {
		this.#manager.clear();
		this.#manager.destroy();
	}
}
