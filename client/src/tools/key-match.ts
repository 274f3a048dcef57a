/** The parts of a keyboard event that decide about shortcuts. */
export interface KeyStroke {
	readonly key: string;
	readonly code: string;
	readonly keyCode: number;
	readonly isComposing: boolean;
	readonly shiftKey: boolean;
	readonly altKey: boolean;
	readonly ctrlKey: boolean;
	readonly metaKey: boolean;
}

/** Whether an input method owns this key: then none of ours may act on it. */
export function isForInputMethod(stroke: KeyStroke): boolean {
	return stroke.isComposing || stroke.keyCode === 229 || stroke.key === 'Process';
}

const modifiers = ['Ctrl', 'Shift', 'Alt'] as const;

/**
 * A key press as it is written in the table of shortcuts: `Ctrl+Shift+Z`, `Shift+1`, `N`, `Ctrl++`. Letters go by
 * what is typed, and by place where a layout types something that is not ASCII. Digits with Shift or Alt always go
 * by place: on a Japanese keyboard Shift+2 types a quotation mark.
 */
export function nameOfStroke(stroke: KeyStroke): string {
	const key = keyName(stroke);
	const isSign = key.length === 1 && !/[A-Z0-9]/.test(key);
	const held = {
		Ctrl: stroke.ctrlKey || stroke.metaKey,
		// Shift is part of how a sign is typed, not of its name.
		Shift: stroke.shiftKey && !isSign,
		Alt: stroke.altKey
	};
	return [...modifiers.filter((name) => held[name]), key].join('+');
}

function keyName({ key, code, shiftKey, altKey }: KeyStroke): string {
	const digit = /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1];
	if (digit !== undefined && (shiftKey || altKey)) return digit;
	if (key === ' ') return 'Space';
	if (key.length > 1) return key;
	if (/^[\x21-\x7e]$/.test(key)) return key.toUpperCase();
	return digit ?? /^Key([A-Z])$/.exec(code)?.[1] ?? key;
}
