import { shortcutText } from '../../i18n/messages/shortcuts.ts';
import { leaveIsland } from '../enter-island.ts';
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
	{
		keys: ['Alt+T'],
		words: shortcutText.tidy,
		reach: 'board',
		needsWriting: true,
		run: ({ open }) => open.popups.open({ kind: 'tidy', subject: 'board' })
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
		keys: ['Ctrl+F'],
		words: shortcutText.find,
		reach: 'page',
		run: ({ open }) => open.popups.open({ kind: 'find', subject: null })
	},
	{
		keys: ['Shift+F10', 'ContextMenu'],
		words: shortcutText.menu,
		reach: 'board',
		run: ({ openMenu }) => openMenu()
	},
	{
		keys: ['?'],
		words: shortcutText.help,
		reach: 'page',
		run: ({ open }) => open.popups.open({ kind: 'help', subject: null })
	}
];

/**
 * One level at each press (behaviour §3.4): what is open over the board, the tool in hand, the drag under way, the 島
 * gone into, the selection, the bars put away. What is written ends itself before a key comes here, and a view that
 * is followed ends after it.
 */
function escape(context: ShortcutContext): boolean {
	const { open, gesture, tools, cancelGesture } = context;
	if (open.popups.current) {
		open.popups.close();
		return true;
	}
	const { tool } = open.toolbox;
	if (tool !== 'select') {
		tools[tool].cancel();
		open.toolbox.choose('select');
		return true;
	}
	if (cancelGesture() || leaveIsland(context)) return true;
	const hadSelection = open.selection.cards.size > 0 || open.selection.link !== null;
	open.selection.clear();
	gesture.showFocused(null);
	if (hadSelection || !open.toolbox.isBare) return hadSelection;
	open.toolbox.bare(false);
	return true;
}
