import { shortcutText } from '../../i18n/messages/shortcuts.ts';
import {
	canMergeSelection,
	clusterSelection,
	linkSelectionAsSet,
	mergeSelection,
	selectNextLink,
	unclusterSelection
} from '../selection-actions.ts';
import type { Shortcut } from './shortcut.ts';

/** Keys that work on all selected cards together. */
export const selectionKeys: readonly Shortcut[] = [
	{
		keys: ['G', 'Ctrl+G'],
		words: shortcutText.cluster,
		reach: 'board',
		needsWriting: true,
		// The browser would look for the next find of a search: taken even with nothing to do.
		run: ({ open }, key) => clusterSelection(open) || key !== 'G'
	},
	{
		keys: ['Shift+G', 'Ctrl+Shift+G'],
		words: shortcutText.uncluster,
		reach: 'board',
		needsWriting: true,
		run: ({ open }, key) => unclusterSelection(open) || key !== 'Shift+G'
	},
	{
		keys: ['M'],
		words: shortcutText.merge,
		reach: 'board',
		needsWriting: true,
		run: ({ open }) => {
			if (!canMergeSelection(open)) return false;
			void mergeSelection(open);
			return true;
		}
	},
	{
		keys: ['Shift+L'],
		words: shortcutText.linkSet,
		reach: 'board',
		needsWriting: true,
		run: ({ open }) => linkSelectionAsSet(open)
	},
	{
		keys: ['Alt+L'],
		words: shortcutText.nextLink,
		reach: 'board',
		run: ({ open }) => selectNextLink(open)
	},
	{
		keys: ['Ctrl+A'],
		words: shortcutText.selectAll,
		reach: 'board',
		run: ({ open }) =>
			open.selection.choose(
				[...open.board.cards.values()]
					.filter(({ lock }) => lock !== 'background')
					.map(({ id }) => id)
			)
	},
	{
		keys: ['Ctrl+Shift+L'],
		words: shortcutText.lock,
		reach: 'board',
		needsWriting: true,
		run: ({ open, isLeader }) => {
			if (!isLeader || open.selection.cards.size === 0) return false;
			void import('../lock-selection.ts').then(({ lockSelection }) => lockSelection(open));
			return true;
		}
	}
];
