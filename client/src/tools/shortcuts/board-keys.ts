import { shortcutText } from '../../i18n/messages/shortcuts.ts';
import type { Shortcut, ShortcutContext } from './shortcut.ts';

/** Keys about the board as a whole: what was done, what is kept, and the way out. */
export const boardKeys: readonly Shortcut[] = [
	{
		keys: ['Ctrl+Z'],
		words: shortcutText.undo,
		reach: 'page',
		needsWriting: true,
		run: ({ open }) => open.history.undo()
	},
	{
		keys: ['Ctrl+Y', 'Ctrl+Shift+Z'],
		words: shortcutText.redo,
		reach: 'page',
		needsWriting: true,
		run: ({ open }) => open.history.redo()
	},
	{ keys: ['Escape'], words: shortcutText.escape, reach: 'board', run: escape },
	{
		keys: ['Ctrl+S'],
		words: shortcutText.save,
		reach: 'page',
		// Always taken: the browser's own dialog would only frighten.
		run: ({ open }) => {
			if (open.connection.kind === 'saved') open.notices.show('savedAlready');
			return true;
		}
	},
	{
		keys: ['?'],
		words: shortcutText.help,
		reach: 'page',
		run: ({ open }) => open.popups.open({ kind: 'help', subject: null })
	}
];

/** One level at each press: the drag under way, the tool in hand, the selection. */
function escape({ open, gesture, tools, cancelGesture }: ShortcutContext): boolean {
	if (cancelGesture()) return true;
	const { tool } = open.toolbox;
	if (tool !== 'select') {
		tools[tool].cancel();
		open.toolbox.choose('select');
		return true;
	}
	const hadSelection = open.selection.cards.size > 0 || open.selection.link !== null;
	open.selection.clear();
	gesture.showFocused(null);
	return hadSelection;
}
