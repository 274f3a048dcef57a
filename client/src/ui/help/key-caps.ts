const arrows: Readonly<Record<string, string>> = {
	ArrowLeft: '←',
	ArrowRight: '→',
	ArrowUp: '↑',
	ArrowDown: '↓',
	Escape: 'Esc'
};

/** The keys of a stroke of the table as they stand on a keyboard: `Ctrl+ArrowUp` becomes Ctrl and ↑. */
export function keyCaps(stroke: string): readonly string[] {
	// The last key may be the plus sign itself.
	const at = stroke.lastIndexOf('+', stroke.length - 2);
	const held = at < 0 ? [] : stroke.slice(0, at).split('+');
	const key = stroke.slice(at + 1);
	return [...held, arrows[key] ?? key];
}
