/** What a key means to somebody who writes on a card; `native` leaves it to the field. */
export type EditorKey =
	'native' | 'finish' | 'newLine' | 'sibling' | 'nextStep' | 'previous' | 'save';

/** The parts of a keyboard event that decide. */
export interface KeyPress {
	readonly key: string;
	readonly keyCode: number;
	readonly isComposing: boolean;
	readonly shiftKey: boolean;
	readonly altKey: boolean;
	readonly ctrlKey: boolean;
	readonly metaKey: boolean;
}

/** Whether an input method owns this key. 229 is what browsers send for such keys, and what Android sends for all. */
export function belongsToInputMethod(press: KeyPress, sessionOwnsKeys: boolean): boolean {
	return press.isComposing || press.keyCode === 229 || sessionOwnsKeys;
}

/** What a key does while somebody writes. Nothing of ours, whatever it is, while an input method owns it. */
export function editorKey(
	press: KeyPress,
	options: { readonly ownsKeys: boolean; readonly enterIsNewline: boolean }
): EditorKey {
	if (belongsToInputMethod(press, options.ownsKeys)) return 'native';
	const command = press.ctrlKey || press.metaKey;
	switch (press.key) {
		case 'Enter':
			if (command) return 'sibling';
			if (press.shiftKey || press.altKey || options.enterIsNewline) return 'newLine';
			return 'finish';
		case 'Tab':
			if (command || press.altKey) return 'native';
			return press.shiftKey ? 'previous' : 'nextStep';
		case 'Escape':
			return 'finish';
		case 's':
		case 'S':
			return command ? 'save' : 'native';
		default:
			return 'native';
	}
}

/**
 * Whether a line break that the field is about to take means "done". Android tells of its Enter key only here;
 * where a real key press came before, that has decided already.
 */
export function lineBreakFinishes(
	inputType: string,
	options: {
		readonly isComposing: boolean;
		readonly hadKeyPress: boolean;
		readonly enterIsNewline: boolean;
	}
): boolean {
	const isLineBreak = inputType === 'insertLineBreak' || inputType === 'insertParagraph';
	return isLineBreak && !options.isComposing && !options.hadKeyPress && !options.enterIsNewline;
}

/** What a key does to the invisible field that waits on a selected card. */
export function restingKey(press: KeyPress, sessionOwnsKeys: boolean): 'type' | 'edit' | 'pass' {
	if (belongsToInputMethod(press, sessionOwnsKeys)) return 'type';
	if (press.ctrlKey || press.metaKey || press.altKey) return 'pass';
	if ((press.key === 'Enter' && !press.shiftKey) || press.key === 'F2') return 'edit';
	// Space moves the board while it is held; a card's text never begins with it.
	return press.key.length === 1 && press.key !== ' ' ? 'type' : 'pass';
}
