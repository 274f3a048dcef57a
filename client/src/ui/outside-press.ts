/** How long a browser may take to end the composition of a field that has lost the keyboard. */
const endWithinMs = 80;
/** What one press may bring while it is held back. */
const heldTypes = ['pointermove', 'pointerup', 'pointercancel', 'click', 'dblclick'] as const;

/** Goes on at once, or as soon as the browser has ended the composition in the field; returns how not to. */
export function afterComposition(
	field: EventTarget,
	isComposing: () => boolean,
	goOn: () => void
): () => void {
	if (!isComposing()) {
		goOn();
		return () => {};
	}
	const stop = (): void => {
		clearTimeout(timer);
		field.removeEventListener('compositionend', end);
	};
	const end = (): void => {
		stop();
		goOn();
	};
	const timer = setTimeout(end, endWithinMs);
	field.addEventListener('compositionend', end);
	return stop;
}

/** What a press outside needs of the editor it ends. */
export interface LeftEditor {
	readonly field: HTMLElement;
	readonly isComposing: () => boolean;
	/** Commits what can be seen and closes the editor. */
	readonly finish: () => void;
	/** Where the events of the page can be seen before anybody else has them. */
	readonly page: EventTarget;
}

/**
 * Ends writing because somebody pressed outside: the browser ends a composition first, then what can be seen is
 * committed, once, and only then does whatever was pressed hear of it. Where the browser takes a moment for that, the
 * press is held back and given again afterwards.
 */
export function leaveByPress(press: Event, { field, isComposing, finish, page }: LeftEditor): void {
	field.blur();
	if (!isComposing()) {
		finish();
		return;
	}
	const held: { readonly event: Event; readonly target: EventTarget }[] = [];
	const hold = (event: Event): void => {
		event.stopImmediatePropagation();
		event.preventDefault();
		if (event.target) held.push({ event, target: event.target });
	};
	hold(press);
	for (const type of heldTypes) page.addEventListener(type, hold, true);
	afterComposition(field, isComposing, () => {
		for (const type of heldTypes) page.removeEventListener(type, hold, true);
		finish();
		for (const { event, target } of held) target.dispatchEvent(copyOf(event));
	});
}

/** An event that was stopped cannot be sent again; one that says the same can. */
function copyOf(event: Event): Event {
	const Kind = event.constructor as new (type: string, says: Event) => Event;
	return new Kind(event.type, event);
}
