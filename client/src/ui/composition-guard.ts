import { belongsToInputMethod } from '../state/editor-keys.ts';

/** Tells whether a key belongs to an input method, for the simple fields that keep no text session. */
export class CompositionGuard {
	#isComposing = false;
	/** Safari sends the Enter that ended a composition only after `compositionend`. */
	#isJustComposed = false;

	readonly start = (): void => {
		this.#isComposing = true;
	};

	readonly end = (): void => {
		this.#isComposing = false;
		this.#isJustComposed = true;
		setTimeout(() => (this.#isJustComposed = false));
	};

	/** While it composes and one turn longer. */
	get isBusy(): boolean {
		return this.#isComposing || this.#isJustComposed;
	}

	/** True when the input method takes this key: then none of ours may act on it. */
	owns(event: KeyboardEvent): boolean {
		return belongsToInputMethod(event, this.isBusy);
	}
}
