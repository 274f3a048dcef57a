const storageKey = 'renkei.screen-theme';

/** The colours of the screen in the order in which one press leads to the next. */
const roomThemes = ['light', 'dark', 'contrast'] as const;
type RoomThemeName = (typeof roomThemes)[number];

/** The colours of the screen: for a bright room, a dark one, or a weak projector; kept on this device. */
export class RoomTheme {
	#shown = $state.raw<RoomThemeName>(remembered());

	get shown(): RoomThemeName {
		return this.#shown;
	}

	/** What one more press leads to. */
	get next(): RoomThemeName {
		return roomThemes[(roomThemes.indexOf(this.#shown) + 1) % roomThemes.length] ?? 'light';
	}

	turn(): void {
		this.#shown = this.next;
		try {
			localStorage.setItem(storageKey, this.#shown);
		} catch {
			// Storage may be blocked by policy; the choice then lasts until the page is left.
		}
	}
}

function remembered(): RoomThemeName {
	try {
		const stored = localStorage.getItem(storageKey);
		return roomThemes.find((known) => known === stored) ?? 'light';
	} catch {
		return 'light';
	}
}
