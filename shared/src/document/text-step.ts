import * as Y from 'yjs';
import type { CardId } from '../method/card.ts';
import { entryOf, rootsOf, textKey } from './layout.ts';
import { LocalOrigin } from './origins.ts';

/** One stretch of writing in texts of cards as one step: undone, exactly its own characters go and come back. */
export class TextStep {
	readonly cards: ReadonlySet<CardId>;
	/** Opened by an editor that stays open, not by a single change. */
	readonly isSession: boolean;
	readonly #manager: Y.UndoManager;
	#isOpen = true;

	private constructor(texts: ReadonlyMap<CardId, Y.Text>, isSession: boolean) {
		this.cards = new Set(texts.keys());
		this.isSession = isSession;
		this.#manager = new Y.UndoManager([...texts.values()], {
			trackedOrigins: new Set([LocalOrigin]),
			// One step however long somebody thinks between two words.
			captureTimeout: Number.MAX_SAFE_INTEGER,
			// After the editor closed, other steps on the same text must not slip into this one.
			captureTransaction: ({ origin }) => this.#isOpen || origin === this.#manager
		});
	}

	/** Starts to record what this screen writes into the cards' texts; null when they have none. */
	static open(doc: Y.Doc, cards: readonly CardId[], isSession = true): TextStep | null {
		const { cards: root } = rootsOf(doc);
		const texts = new Map<CardId, Y.Text>();
		for (const card of cards) {
			const text = entryOf(root, card)?.get(textKey);
			if (text instanceof Y.Text) texts.set(card, text);
		}
		return texts.size > 0 ? new TextStep(texts, isSession) : null;
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
