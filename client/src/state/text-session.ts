import type { TextChange } from '@renkei/shared/document/commands/card-commands.ts';
import { changeBetween } from '@renkei/shared/document/text-difference.ts';

/** The text of one card in the document. */
export interface SharedText {
	read(): string;
	/** Writes a change; it may arrive cleaned or cut, as `observe` then tells. False: nothing may be written here now. */
	edit(change: TextChange): boolean;
	/** Tells every change of the text in order, one's own included. */
	observe(listener: (changes: readonly TextChange[]) => void): () => void;
}

/** The part of a textarea that matters here. */
export interface TextField {
	value: string;
	readonly selectionStart: number;
	readonly selectionEnd: number;
	setSelectionRange(start: number, end: number): void;
}

/** What the session needs of the browser: a way to run something once the current event is over. */
export type RunLater = (run: () => void) => void;

/** Told what could be seen when the document did not take it, and what the field had shown before. */
export type WordsRefused = (shown: string, before: string) => void;

/**
 * One textarea on one card's text. Typing goes to the document at once; while an input method composes, nothing
 * goes out and nothing comes in, and afterwards both sides are put together character by character.
 */
export class TextSession {
	readonly #text: SharedText;
	readonly #field: TextField;
	readonly #later: RunLater;
	readonly #refused: WordsRefused;
	readonly #release: () => void;
	/** What the field showed when it and the document were last compared. */
	#shown: string;
	/** For each character of the document its place in `#shown`, or -1 for one that the field does not show yet. */
	#places: number[];
	/** The change being written here, so that its echo can be told from others' changes. */
	#writing: TextChange | null = null;
	#isComposing = false;
	/** Safari sends the Enter that ended the composition only after `compositionend`. */
	#isJustComposed = false;
	#isOver = false;

	constructor(
		text: SharedText,
		field: TextField,
		later: RunLater = (run) => void setTimeout(run),
		refused: WordsRefused = () => {}
	) {
		this.#text = text;
		this.#field = field;
		this.#later = later;
		this.#refused = refused;
		this.#shown = text.read();
		this.#places = identity(this.#shown.length);
		if (field.value !== this.#shown) field.value = this.#shown;
		this.#release = text.observe((changes) => this.#follow(changes));
	}

	/** An input method is at work; buttons must not move and nothing may be put into the field. */
	get isComposing(): boolean {
		return this.#isComposing;
	}

	/** Keys belong to the input method, not to us: while it composes and one turn longer. */
	get ownsKeys(): boolean {
		return this.#isComposing || this.#isJustComposed;
	}

	/** What the field shows now. */
	get value(): string {
		return this.#field.value;
	}

	compositionStart(): void {
		this.#isComposing = true;
	}

	compositionEnd(): void {
		if (!this.#isComposing) return;
		this.#isComposing = false;
		this.#isJustComposed = true;
		this.#write();
		this.#later(() => {
			this.#isJustComposed = false;
			// The next composition may already run; its end will bring the field up to date.
			this.#catchUp();
		});
	}

	/** The field's text changed by the person's hand. */
	input(): void {
		if (this.#isComposing) return;
		this.#write();
		this.#catchUp();
	}

	/** Writes exactly what can be seen, once, also what an input method has not finished. */
	commit(): void {
		this.#write();
	}

	/** Commits and lets go; whatever the browser still sends for this field has no effect. */
	end(): void {
		if (this.#isOver) return;
		this.#write();
		this.#isOver = true;
		this.#release();
	}

	/** Brings the difference between the field and what it last showed into the document. */
	#write(): void {
		if (this.#isOver) return;
		const { value, selectionEnd } = this.#field;
		const change = changeBetween(this.#shown, value, selectionEnd);
		if (!change) return;
		const { index, remove, insert } = change;
		const at = this.#documentPlace(index);
		const before = this.#shown;
		let isTaken = true;
		// Others may have written inside the replaced stretch: theirs stays, so ours can be in several pieces.
		for (const [from, count] of this.#runsWithin(index, index + remove).reverse())
			isTaken = this.#edit({ index: from, remove: count, insert: '' }) && isTaken;
		this.#shown = value;
		const grown = insert.length - remove;
		this.#places = this.#places.map((place) =>
			place >= index + remove ? place + grown : place >= index ? -1 : place
		);
		if (insert !== '') isTaken = this.#edit({ index: at, remove: 0, insert }, index) && isTaken;
		if (!isTaken) this.#refused(value, before);
	}

	/** Writes to the document; `place` is where the field shows the inserted characters. */
	#edit(change: TextChange, place = 0): boolean {
		this.#writing = change;
		const before = this.#places.length;
		const isTaken = this.#text.edit(change);
		this.#writing = null;
		const arrived = this.#places.length - before === change.insert.length;
		const isWhole = this.#text.read().startsWith(change.insert, change.index);
		if (change.insert === '' || !arrived || !isWhole) return isTaken;
		for (let offset = 0; offset < change.insert.length; offset++)
			this.#places[change.index + offset] = place + offset;
		return isTaken;
	}

	#follow(changes: readonly TextChange[]): void {
		for (const { index, remove, insert } of changes) {
			const added = Array.from({ length: insert.length }, () => -1);
			this.#places.splice(index, remove, ...added);
		}
		if (!this.#writing) this.#catchUp();
	}

	/** Shows what the document has, if the input method lets us. */
	#catchUp(): void {
		if (this.#isOver || this.ownsKeys) return;
		// What was typed but not told yet goes out first, or showing the document would erase it.
		if (this.#field.value !== this.#shown) this.#write();
		const text = this.#text.read();
		if (text === this.#field.value) {
			this.#shown = text;
			this.#places = identity(text.length);
			return;
		}
		const { selectionStart, selectionEnd } = this.#field;
		const [start, end] = [this.#documentPlace(selectionStart), this.#documentPlace(selectionEnd)];
		this.#field.value = text;
		this.#field.setSelectionRange(start, end);
		this.#shown = text;
		this.#places = identity(text.length);
	}

	/** The place in the document right behind what stands before `place` in the field. */
	#documentPlace(place: number): number {
		let best = -1;
		let nearest = -1;
		let first = this.#places.length;
		for (const [index, shownAt] of this.#places.entries()) {
			if (shownAt < 0) continue;
			if (shownAt < place && shownAt > nearest) [nearest, best] = [shownAt, index];
			if (shownAt >= place) first = Math.min(first, index);
		}
		return best >= 0 ? best + 1 : place === 0 ? 0 : first;
	}

	/** The stretches of the document that the field shows between two places. */
	#runsWithin(from: number, to: number): [index: number, count: number][] {
		const runs: [number, number][] = [];
		for (const [index, place] of this.#places.entries()) {
			if (place < from || place >= to) continue;
			const last = runs.at(-1);
			if (last && last[0] + last[1] === index) last[1] += 1;
			else runs.push([index, 1]);
		}
		return runs;
	}
}

function identity(length: number): number[] {
	return Array.from({ length }, (_, index) => index);
}
