const storageKey = 'renkei.preferences';

interface Choices {
	readonly enterIsNewline: boolean;
	readonly showsAllCursors: boolean;
	readonly hasLetterShortcuts: boolean;
	readonly showsMinimap: boolean;
	readonly showsHints: boolean;
	readonly showsTips: boolean;
	readonly hasFurigana: boolean;
	readonly knowsPractice: boolean;
	readonly wheelZooms: boolean;
	readonly theme: string;
	readonly newsEvery: string;
	readonly hasMoreContrast: boolean;
}

const standard: Choices = {
	enterIsNewline: false,
	showsAllCursors: false,
	hasLetterShortcuts: true,
	showsMinimap: true,
	showsHints: false,
	showsTips: true,
	hasFurigana: false,
	knowsPractice: false,
	wheelZooms: false,
	theme: 'auto',
	newsEvery: '10',
	hasMoreContrast: false
};

/** What a person has set for this device. */
export class Preferences {
	#choices = $state.raw<Choices>(standard);

	constructor() {
		this.#choices = remembered();
	}

	/** Enter makes a new line while writing instead of finishing. */
	get enterIsNewline(): boolean {
		return this.#choices.enterIsNewline;
	}

	/** みんなのカーソル: also the cursors of participants, not only of those who lead. */
	get showsAllCursors(): boolean {
		return this.#choices.showsAllCursors;
	}

	get hasLetterShortcuts(): boolean {
		return this.#choices.hasLetterShortcuts;
	}

	get showsMinimap(): boolean {
		return this.#choices.showsMinimap;
	}

	/** ホイールで拡大: the wheel zooms without Ctrl. */
	get wheelZooms(): boolean {
		return this.#choices.wheelZooms;
	}

	/** The drawer of 点検, for those who lead. */
	get showsHints(): boolean {
		return this.#choices.showsHints;
	}

	get showsTips(): boolean {
		return this.#choices.showsTips;
	}

	/** Readings above the words that are ours, never above what people wrote. */
	get hasFurigana(): boolean {
		return this.#choices.hasFurigana;
	}

	/** The practice board has been offered on this device. */
	get knowsPractice(): boolean {
		return this.#choices.knowsPractice;
	}

	/** The colours of the screen: one of the choices of `theme.svelte.ts`. */
	get theme(): string {
		return this.#choices.theme;
	}

	/** How often the list reads out what others change: seconds, or `off`. */
	get newsEvery(): string {
		return this.#choices.newsEvery;
	}

	get hasMoreContrast(): boolean {
		return this.#choices.hasMoreContrast;
	}

	set(changes: Partial<Choices>): void {
		this.#choices = { ...this.#choices, ...changes };
		try {
			localStorage.setItem(storageKey, JSON.stringify(this.#choices));
		} catch {
			// Storage may be blocked by policy; the choice then lasts until the page is left.
		}
	}
}

function remembered(): Choices {
	try {
		const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
		if (typeof stored !== 'object' || stored === null) return standard;
		const known = Object.entries(standard).map(([key, usual]) => {
			const value: unknown = Reflect.get(stored, key);
			return [key, typeof value === typeof usual ? value : usual];
		});
		return Object.fromEntries(known) as Choices;
	} catch {
		return standard;
	}
}
