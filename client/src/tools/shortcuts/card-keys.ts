import { shortcutText } from '../../i18n/messages/shortcuts.ts';
import { startSibling } from '../../state/card-chain.ts';
import { enterIsland } from '../enter-island.ts';
import { putDown } from '../islands.ts';
import { directions, nearestCard } from '../nearest-card.ts';
import type { ArrowKey } from '../nearest-card.ts';
import { cardInReadingOrder } from '../reading-order.ts';
import { linksOfSet, writeLinkNote } from '../selection-actions.ts';
import type { Shortcut, ShortcutContext } from './shortcut.ts';
import { focusCard, withOnly } from './shortcut.ts';

const gridBu = 8;
const panPx = 80;
const duplicateOffset = [24, 24] as const;

/** Keys that work on the selected card, or go from card to card. */
export const cardKeys: readonly Shortcut[] = [
	{
		keys: ['Enter', 'F2'],
		words: shortcutText.edit,
		reach: 'board',
		needsWriting: true,
		run: (context) =>
			enterIsland(context) ||
			withOnly(context.open.selection.only, (card) => context.open.editing.start(card)) ||
			writeLinkNote(context.open)
	},
	{
		keys: ['Ctrl+Enter'],
		words: shortcutText.sibling,
		reach: 'board',
		needsWriting: true,
		run: ({ open }) => withOnly(open.selection.only, (card) => startSibling(open, card))
	},
	{ keys: ['Tab'], words: shortcutText.nextCard, reach: 'board', run: (c) => step(c, 1) },
	{
		keys: ['Shift+Tab'],
		words: shortcutText.previousCard,
		reach: 'board',
		run: (c) => step(c, -1)
	},
	{
		keys: ['Ctrl+ArrowLeft', 'Ctrl+ArrowRight', 'Ctrl+ArrowUp', 'Ctrl+ArrowDown'],
		words: shortcutText.nearest,
		reach: 'board',
		run: ({ open, gesture }, key) =>
			withOnly(open.selection.only, (card) => {
				const next = nearestCard(open.layout.cards, card, arrowOf(key));
				if (next !== null) focusCard({ open, gesture }, next);
			})
	},
	{
		keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
		words: shortcutText.nudge,
		reach: 'board',
		run: (context, key) => nudge(context, arrowOf(key), 1)
	},
	{
		keys: ['Shift+ArrowLeft', 'Shift+ArrowRight', 'Shift+ArrowUp', 'Shift+ArrowDown'],
		words: shortcutText.nudgeFar,
		reach: 'board',
		run: (context, key) => nudge(context, arrowOf(key), 5)
	},
	{
		keys: ['Alt+M'],
		words: shortcutText.remarks,
		reach: 'board',
		run: ({ open }) =>
			withOnly(open.selection.only, (subject) => open.popups.open({ kind: 'remarks', subject }))
	},
	{
		keys: ['Ctrl+[', 'Ctrl+]'],
		words: shortcutText.reorder,
		reach: 'board',
		needsWriting: true,
		run: ({ open }, key) =>
			withOnly(open.selection.only, () => {
				void import('../reorder-card.ts').then(({ reorderSelected }) =>
					reorderSelected(open, key === 'Ctrl+[' ? -1 : 1)
				);
			})
	},
	{
		keys: ['Delete', 'Backspace'],
		words: shortcutText.withdraw,
		reach: 'board',
		needsWriting: true,
		run: ({ open, withdraw }) => {
			const { cards, link } = open.selection;
			if (link !== null) open.commands.removeLinks(linksOfSet(open, link));
			else if (cards.size > 0) withdraw([...cards]);
			return link !== null || cards.size > 0;
		}
	},
	{
		keys: ['Ctrl+D'],
		words: shortcutText.duplicate,
		reach: 'board',
		needsWriting: true,
		run: ({ open }) => {
			if (open.selection.cards.size === 0) return false;
			const made = open.commands.duplicateCards([...open.selection.cards], duplicateOffset);
			if (made) open.selection.choose(made);
			return true;
		}
	}
];

function arrowOf(key: string): ArrowKey {
	return key.slice(key.lastIndexOf('+') + 1) as ArrowKey;
}

/** At the last card Tab goes on to the next part of the page: the board must not be a trap. */
function step(context: ShortcutContext, by: -1 | 1): boolean {
	const { open } = context;
	const next = cardInReadingOrder(open.board.lanes, open.selection.only, by);
	if (next === null) return false;
	focusCard(context, next);
	return true;
}

function nudge({ open }: ShortcutContext, arrow: ArrowKey, cells: number): boolean {
	const [x, y] = directions[arrow];
	const { cards } = open.selection;
	if (cards.size === 0) {
		open.viewport.panBy(-x * panPx * cells, -y * panPx * cells);
		return true;
	}
	if (!open.canWrite) return false;
	putDown(open, cards, x * gridBu * cells, y * gridBu * cells, null);
	return true;
}
