import { History } from '@renkei/shared/document/history.ts';
import type { Author, Gesture } from '@renkei/shared/document/origins.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import type * as Y from 'yjs';
import type { Notices } from './notices.svelte.ts';

/** This person's own gestures, to take back and do again. */
export class HistoryState {
	readonly #author: () => Author;
	readonly #notices: Notices;
	readonly #permits: (change: (copy: Y.Doc) => void) => boolean;
	#history: History;
	#step = $state.raw(0);

	/** `permits` tells whether what is done to a copy of the document may be done to it. */
	constructor(
		doc: Y.Doc,
		author: () => Author,
		notices: Notices,
		permits: (change: (copy: Y.Doc) => void) => boolean = () => true
	) {
		this.#permits = permits;
		this.#author = author;
		this.#notices = notices;
		this.#history = this.#follow(doc);
	}

	get canUndo(): boolean {
		return this.undoGesture !== null;
	}

	get canRedo(): boolean {
		return this.redoGesture !== null;
	}

	/** What 元に戻す would take back. */
	get undoGesture(): Gesture | null {
		void this.#step;
		return this.#history.undoGesture;
	}

	get redoGesture(): Gesture | null {
		void this.#step;
		return this.#history.redoGesture;
	}

	undo(): void {
		if (this.#mayWalk('undo') && this.#history.undo() === 'skipped')
			this.#notices.show('undoSkipped');
	}

	redo(): void {
		if (this.#mayWalk('redo') && this.#history.redo() === 'skipped')
			this.#notices.show('undoSkipped');
	}

	/** Everything written into this card from now on is one step, until `endText`. */
	beginText(card: CardId): void {
		this.#history.beginText(card);
	}

	endText(): void {
		this.#history.endText();
	}

	/** Forgets that this card was ever made: it went away without a word. */
	forgetCard(card: CardId): void {
		this.#history.forgetCard(card);
	}

	/** Follows another document; nothing of the old one can be taken back. */
	attach(doc: Y.Doc): void {
		this.#history.destroy();
		this.#history = this.#follow(doc);
		this.#step += 1;
	}

	release(): void {
		this.#history.destroy();
	}

	#mayWalk(way: 'undo' | 'redo'): boolean {
		return this.#permits((copy) => this.#history.rehearse(way, copy));
	}

	#follow(doc: Y.Doc): History {
		return new History(doc, this.#author, () => (this.#step += 1));
	}
}
