import type { KeyStroke } from '../key-match.ts';
import { isForInputMethod, nameOfStroke } from '../key-match.ts';
import { boardKeys } from './board-keys.ts';
import { cardKeys } from './card-keys.ts';
import { selectionKeys } from './selection-keys.ts';
import type { ShortcutContext } from './shortcut.ts';
import { toolKeys } from './tool-keys.ts';
import { viewKeys } from './view-keys.ts';

/** Every shortcut by what it is about, in the order a help page lists them. */
export const shortcutGroups = {
	tools: toolKeys,
	card: cardKeys,
	selection: selectionKeys,
	view: viewKeys,
	board: boardKeys
} as const;

/** Every shortcut. */
export const shortcuts = Object.values(shortcutGroups).flat();

const byKey = new Map(shortcuts.flatMap((shortcut) => shortcut.keys.map((key) => [key, shortcut])));

/** Where the keyboard is: on the board, elsewhere on the page, or in a field that somebody types in. */
export type KeyboardPlace = 'board' | 'page' | 'field';

/** Does what a key means on the board; false leaves the key to the browser. Never anything while an input method composes. */
export function runShortcut(
	context: ShortcutContext,
	stroke: KeyStroke,
	place: KeyboardPlace
): boolean {
	if (isForInputMethod(stroke)) return false;
	const { open } = context;
	const name = nameOfStroke(stroke);
	if (place === 'field' && name !== 'Ctrl+S') return false;
	if (place === 'board' && context.tools[open.toolbox.tool].key(name)) return true;
	const shortcut = byKey.get(name);
	if (!shortcut || (shortcut.reach === 'board' && place !== 'board')) return false;
	if (name.length === 1 && !open.preferences.hasLetterShortcuts) return false;
	if (shortcut.needsWriting && !open.canWrite) return false;
	return shortcut.run(context, name) !== false;
}
