import type { Localised } from '@renkei/shared/method/localised.ts';
import { locale } from './locale.svelte.ts';

type Wording<Args extends readonly unknown[]> = string | ((...args: Args) => string);

/**
 * One sentence of the screen in both languages, side by side so that none can be forgotten. Calling it gives
 * the wording of the current language and makes the caller follow a change of language.
 */
export function message<Args extends readonly unknown[] = []>(
	ja: Wording<Args>,
	en: Wording<Args>
): (...args: Args) => string {
	return (...args) => {
		const wording = locale.current === 'en' ? en : ja;
		return typeof wording === 'string' ? wording : wording(...args);
	};
}

/** The current language's wording of a word that comes with the method. */
export function say(word: Localised): string {
	return word[locale.current];
}
