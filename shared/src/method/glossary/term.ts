import type { Localised } from '../localised.ts';

/** A term of the field, with what it means in words that everybody knows. */
export interface Term {
	/** How it is written; what it stands as on labels and in headings is found too. */
	readonly words: readonly [string, ...string[]];
	/** In hiragana, for those who do not know how it is said. */
	readonly reading: string;
	readonly en: string;
	readonly easy: Localised;
}

/** A term by its words (the first is the one shown), its reading, its English, and what it means in both languages. */
export function term(
	words: Term['words'],
	reading: string,
	en: string,
	easyJa: string,
	easyEn: string
): Term {
	return { words, reading, en, easy: { ja: easyJa, en: easyEn } };
}
