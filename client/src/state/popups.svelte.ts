/** What may open over the board, and what each is opened with. */
export interface PopupSubjects {
	readonly help: null;
}
export type PopupKind = keyof PopupSubjects;

/** What is open over the board, told apart by `kind`. */
export type Popup = {
	readonly [Kind in PopupKind]: { readonly kind: Kind; readonly subject: PopupSubjects[Kind] };
}[PopupKind];

/** What is open over the board, one at a time; its part of the page is fetched when it opens first. */
export class Popups {
	#current = $state.raw<Popup | null>(null);

	get current(): Popup | null {
		return this.#current;
	}

	/** Opens something in the place of what was open. */
	open(popup: Popup): void {
		this.#current = popup;
	}

	close(): void {
		this.#current = null;
	}
}
