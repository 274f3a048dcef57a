const weights = [400, 700] as const;

/**
 * Sees to it that every character about to be drawn has arrived. The font comes in slices that a page fetches only
 * for text in its own elements; a canvas has to ask.
 */
export class Glyphs {
	readonly #seen = new Set<string>();
	readonly #family: string;
	readonly #onArrival: () => void;
	#waiting = '';

	constructor(fontFamily: string, onArrival: () => void) {
		this.#family = fontFamily;
		this.#onArrival = onArrival;
	}

	/** Notes what will be drawn; `request` then asks for what is new in it. */
	need(text: string): void {
		for (const character of text)
			if (!this.#seen.has(character)) {
				this.#seen.add(character);
				this.#waiting += character;
			}
	}

	/** Loads the slices for all new characters and reports when any of them came. */
	async request(): Promise<void> {
		const text = this.#waiting;
		this.#waiting = '';
		if (text === '' || typeof document.fonts?.load !== 'function') return;
		const isMissing = weights.some(
			(weight) => !document.fonts.check(`${weight} 20px ${this.#family}`, text)
		);
		if (!isMissing) return;
		// A slice that cannot be fetched leaves the fallback font, which is better than no text.
		await Promise.allSettled(
			weights.map((weight) => document.fonts.load(`${weight} 20px ${this.#family}`, text))
		);
		this.#onArrival();
	}
}
