const arrows: Readonly<Record<string, string>> = {
	ArrowLeft: '←',
	ArrowRight: '→',
	ArrowUp: '↑',
	ArrowDown: '↓',
	Escape: 'Esc'
};

/** As they are printed on the keys of a Mac; Ctrl of the table is ⌘ there. */
const onMac: Readonly<Record<string, string>> = {
	Ctrl: '⌘',
	Alt: '⌥',
	Shift: '⇧',
	Backspace: '⌫'
};

/** Whether this keyboard is most likely one of a Mac or an iPad. */
export function hasMacKeys({ platform }: Pick<Navigator, 'platform'> = navigator): boolean {
	return /^(?:Mac|iP)/.test(platform);
}

/** The keys of a stroke of the table as they stand on a keyboard: `Ctrl+ArrowUp` becomes Ctrl and ↑. */
export function keyCaps(stroke: string, isMac = false): readonly string[] {
	// The last key may be the plus sign itself.
	const at = stroke.lastIndexOf('+', stroke.length - 2);
	const held = at < 0 ? [] : stroke.slice(0, at).split('+');
	const key = stroke.slice(at + 1);
	const caps = [...held, arrows[key] ?? key];
	return isMac ? caps.map((cap) => onMac[cap] ?? cap) : caps;
}
