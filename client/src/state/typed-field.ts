import type { TextField } from './text-session.ts';

/** A textarea without a page: for trying out what hands, input methods and browsers do to one. */
export class TypedField implements TextField {
	selectionStart = 0;
	selectionEnd = 0;
	#value = '';
	#composedFrom: number | null = null;
	#composedTo = 0;

	get value(): string {
		return this.#value;
	}

	/** As in a page, setting the value ends a composition and moves the caret to the end. */
	set value(value: string) {
		if (this.#composedFrom !== null) throw new Error('The field was written to while composing.');
		this.#value = value;
		this.setSelectionRange(value.length, value.length);
	}

	setSelectionRange(start: number, end: number): void {
		this.selectionStart = Math.min(start, this.#value.length);
		this.selectionEnd = Math.min(end, this.#value.length);
	}

	/** Replaces the selection, as a key does. */
	type(text: string): void {
		this.#replace(this.selectionStart, this.selectionEnd, text);
	}

	/** Shows another state of the composition, beginning it if none runs. */
	compose(text: string): void {
		if (this.#composedFrom === null) {
			this.#composedFrom = this.selectionStart;
			this.#composedTo = this.selectionEnd;
		}
		this.#replace(this.#composedFrom, this.#composedTo, text);
		this.#composedTo = this.#composedFrom + text.length;
	}

	/** The shown state stays and is ordinary text from now on. */
	endComposition(): void {
		this.#composedFrom = null;
	}

	#replace(from: number, to: number, text: string): void {
		this.#value = this.#value.slice(0, from) + text + this.#value.slice(to);
		this.setSelectionRange(from + text.length, from + text.length);
	}
}
