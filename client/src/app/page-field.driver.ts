import { TypedField } from '../state/typed-field.ts';

/** How a browser tells of what an input method does. Each ends with the field showing the same words. */
export const browserKinds = ['chrome', 'safari', 'firefox', 'android', 'slow', 'slower'] as const;
export type BrowserKind = (typeof browserKinds)[number];

/** What a key press says beside its key. */
export interface Press {
	readonly keyCode?: number;
	readonly isComposing?: boolean;
	readonly shiftKey?: boolean;
	readonly altKey?: boolean;
	readonly ctrlKey?: boolean;
}

/** A textarea outside any page that sends the events of a real one, in the order of one browser. */
export class PageField extends EventTarget {
	readonly #typed = new TypedField();
	readonly #kind: BrowserKind;
	#isComposing = false;
	#isLeft = false;

	constructor(kind: BrowserKind) {
		super();
		this.#kind = kind;
	}

	/** The element that an editor is bound to. */
	get element(): HTMLTextAreaElement {
		return this as unknown as HTMLTextAreaElement;
	}

	get value(): string {
		return this.#typed.value;
	}

	set value(value: string) {
		this.#typed.value = value;
	}

	get selectionStart(): number {
		return this.#typed.selectionStart;
	}

	get selectionEnd(): number {
		return this.#typed.selectionEnd;
	}

	get isComposing(): boolean {
		return this.#isComposing;
	}

	setSelectionRange(start: number, end: number): void {
		this.#typed.setSelectionRange(start, end);
	}

	setRangeText(text: string): void {
		this.#typed.type(text);
	}

	/** The keyboard has gone elsewhere, and the composition is about to end by itself. */
	get isLeft(): boolean {
		return this.#isComposing && this.#isLeft;
	}

	/** Loses the keyboard. Most browsers end a composition before they say so, some only a moment later. */
	blur(): void {
		const endsAfterMs = { slow: 40, slower: 200 }[this.#kind as string];
		if (endsAfterMs === undefined) this.endComposition();
		else setTimeout(() => this.endComposition(), endsAfterMs);
		this.#isLeft = true;
		this.#send('blur');
	}

	/** Presses a key; what the page leaves to the field is written. */
	press(key: string, more: Press = {}): void {
		const code = this.#kind === 'android' ? 229 : key === 'Enter' ? 13 : 0;
		if (!this.#send('keydown', { key, keyCode: code, ...noModifiers, ...more })) return;
		if (key === 'Enter') this.#put('insertLineBreak', '\n');
		else if (Array.from(key).length === 1) this.#put('insertText', key);
	}

	/** Writes words without an input method. */
	type(words: string): void {
		for (const character of words) this.press(character);
	}

	/** Puts words in at once, as a paste does or the suggestion of a phone's keyboard; tells when the page forbids it. */
	insert(words: string, inputType = 'insertText', forbidden = (): void => {}): void {
		if (!this.#put(inputType, words)) forbidden();
	}

	/** The input method shows another state of its conversion. */
	compose(shown: string): void {
		this.#send('keydown', { key: 'Process', ...noModifiers, keyCode: 229 });
		if (!this.#isComposing) {
			this.#isComposing = true;
			this.#isLeft = false;
			this.#send('compositionstart');
		}
		this.#show(shown);
	}

	/** The conversion is taken as it is shown. */
	endComposition(): void {
		if (!this.#isComposing) return;
		switch (this.#kind) {
			case 'chrome':
			case 'slow':
			case 'slower':
			case 'android':
				this.#send('input', { inputType: 'insertCompositionText', isComposing: true });
				this.#finishComposition();
				return;
			case 'safari':
				this.#finishComposition();
				this.#send('input', { inputType: 'insertFromComposition', isComposing: false });
				return;
			case 'firefox':
				this.#finishComposition();
				this.#send('input', { inputType: 'insertCompositionText', isComposing: false });
		}
	}

	/** The Enter that takes the conversion, in the order of the browser. */
	enterTakesConversion(): void {
		const enter = { key: 'Enter', ...noModifiers, keyCode: 229 };
		if (this.#kind !== 'safari') this.#send('keydown', { ...enter, isComposing: true });
		this.endComposition();
		// Safari has ended the composition by then, and some of its versions give the key as it is.
		if (this.#kind === 'safari') this.press('Enter');
	}

	#finishComposition(): void {
		this.#isComposing = false;
		this.#typed.endComposition();
		this.#send('compositionend');
	}

	#show(shown: string): void {
		this.#send('compositionupdate');
		this.#send('beforeinput', { inputType: 'insertCompositionText', isComposing: true });
		this.#typed.compose(shown);
		this.#send('input', { inputType: 'insertCompositionText', isComposing: true });
	}

	#put(inputType: string, words: string): boolean {
		if (!this.#send('beforeinput', { inputType, isComposing: false })) return false;
		this.#typed.type(words);
		this.#send('input', { inputType, isComposing: false });
		return true;
	}

	/** False when the page has taken it for itself. */
	#send(type: string, says: object = {}): boolean {
		return this.dispatchEvent(Object.assign(new Event(type, { cancelable: true }), says));
	}
}

const noModifiers = {
	isComposing: false,
	shiftKey: false,
	altKey: false,
	ctrlKey: false,
	metaKey: false
};
