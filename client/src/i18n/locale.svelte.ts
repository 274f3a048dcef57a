/** The languages of the product; Japanese is the default. */
export type Locale = 'ja' | 'en';

const storageKey = 'renkei.locale';

class LocaleState {
	#current = $state.raw<Locale>(remembered());

	get current(): Locale {
		return this.#current;
	}

	/** Switches every word on screen at once and remembers the choice on this device. */
	choose(locale: Locale): void {
		this.#current = locale;
		document.documentElement.lang = locale;
		try {
			localStorage.setItem(storageKey, locale);
		} catch {
			// Storage may be blocked by policy; the choice then lasts until the page is left.
		}
	}
}

function remembered(): Locale {
	try {
		return localStorage.getItem(storageKey) === 'en' ? 'en' : 'ja';
	} catch {
		return 'ja';
	}
}

/** The language this screen shows now. */
export const locale = new LocaleState();
