const storageKey = 'renkei.screen-theme';

/** The colours of the screen: for a bright room or a dark one, kept on this device. */
export class RoomTheme {
	#isDark = $state.raw(remembered());

	get isDark(): boolean {
		return this.#isDark;
	}

	toggle(): void {
		this.#isDark = !this.#isDark;
		try {
			localStorage.setItem(storageKey, this.#isDark ? 'dark' : 'light');
		} catch {
			// Storage may be blocked by policy; the choice then lasts until the page is left.
		}
	}
}

function remembered(): boolean {
	try {
		return localStorage.getItem(storageKey) === 'dark';
	} catch {
		return false;
	}
}
