import { screenPoint } from '@renkei/shared/geometry/point.ts';
import type { CardId } from '@renkei/shared/method/card.ts';
import { cardTypes } from '@renkei/shared/method/card-types/index.ts';
import { cardTypeIds, zoneIds } from '@renkei/shared/method/ids.ts';
import { zones } from '@renkei/shared/method/zones.ts';
import { say } from '../i18n/message.ts';
import { shortcutText } from '../i18n/messages/shortcuts.ts';
import { startSibling } from '../state/card-chain.ts';
import type { Tools } from './index.ts';
import { isForInputMethod, nameOfStroke } from './key-match.ts';
import type { KeyStroke } from './key-match.ts';
import { directions, nearestCard } from './nearest-card.ts';
import type { ArrowKey } from './nearest-card.ts';
import { startCardAt } from './new-cards.ts';
import { cardInReadingOrder } from './reading-order.ts';
import {
	canMergeSelection,
	clusterSelection,
	linkSelectionAsSet,
	linksOfSet,
	mergeSelection,
	selectNextLink,
	unclusterSelection
} from './selection-actions.ts';
import { putDown } from './islands.ts';
import { showAll, showSelection, showZone, zoneByNumber } from './show-board.ts';
import type { ToolContext } from './tool.ts';

/** What shortcuts work with. */
export interface ShortcutContext extends ToolContext {
	readonly tools: Tools;
	/** Ends a gesture under way; false when there was none. */
	readonly cancelGesture: () => boolean;
}

/** One line of the table of shortcuts; when `run` says false, the key is left to the browser. */
export interface Shortcut {
	readonly keys: readonly string[];
	readonly words: () => string;
	/** `page` shortcuts work wherever the keyboard is; the others only while it is on the board. */
	readonly reach: 'board' | 'page';
	readonly needsWriting?: boolean;
	readonly run: (context: ShortcutContext, key: string) => boolean | void;
}

const gridBu = 8;
const panPx = 80;
const zoomStep = 1.2;
const duplicateOffset = [24, 24] as const;

/** Every shortcut, in the order a help page lists them. */
export const shortcuts: readonly Shortcut[] = [
	{ keys: ['V'], words: shortcutText.select, reach: 'board', run: take('select') },
	{ keys: ['H'], words: shortcutText.pan, reach: 'board', run: take('pan') },
	{
		keys: ['C', 'A'],
		words: shortcutText.link,
		reach: 'board',
		needsWriting: true,
		run: ({ open, tools }) => {
			open.toolbox.choose('link');
			if (open.selection.only !== null) tools.link.startFrom(open.selection.only);
			return true;
		}
	},
	{
		keys: ['N'],
		words: shortcutText.newCard,
		reach: 'board',
		needsWriting: true,
		run: ({ open }) => startCardAt(open, open.toolbox.cardType, null)
	},
	...cardTypeIds.map((type, index): Shortcut => ({
		keys: [String(index + 1)],
		words: () => shortcutText.newCardOf(say(cardTypes[type].label)),
		reach: 'board',
		needsWriting: true,
		run: ({ open }) => startCardAt(open, type, null)
	})),
	{
		keys: ['Enter', 'F2'],
		words: shortcutText.edit,
		reach: 'board',
		needsWriting: true,
		run: ({ open }) => withOnly(open.selection.only, (card) => open.editing.start(card))
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
				if (next !== null) focus({ open, gesture }, next);
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
	},
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
		run: ({ open, isLeader }) =>
			open.selection.choose(
				[...open.board.cards.values()]
					.filter(({ lock }) => isLeader || lock !== 'background')
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
			void import('./lock-selection.ts').then(({ lockSelection }) => lockSelection(open));
			return true;
		}
	},
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
		// On a Japanese keyboard + stands above ; and browsers take Ctrl+; for it too.
		keys: ['Ctrl++', 'Ctrl+=', 'Ctrl+;'],
		words: shortcutText.zoomIn,
		reach: 'page',
		run: (context) => zoomBy(context, zoomStep)
	},
	{
		keys: ['Ctrl+-'],
		words: shortcutText.zoomOut,
		reach: 'page',
		run: (context) => zoomBy(context, 1 / zoomStep)
	},
	{
		keys: ['Ctrl+0'],
		words: shortcutText.zoomFull,
		reach: 'page',
		run: (context) => zoomBy(context, 1 / context.open.viewport.zoom)
	},
	{
		keys: ['Shift+1'],
		words: shortcutText.showAll,
		reach: 'board',
		run: ({ open }) => showAll(open)
	},
	{
		keys: ['Shift+2'],
		words: shortcutText.showSelection,
		reach: 'board',
		run: ({ open }) => showSelection(open)
	},
	...zoneIds.map((zone, index): Shortcut => ({
		keys: [`Alt+${index + 1}`],
		words: () => shortcutText.showZone(say(zones[zone].label)),
		reach: 'page',
		run: ({ open }) => {
			const wanted = zoneByNumber(index + 1);
			if (wanted) showZone(open, wanted);
			return wanted !== null;
		}
	})),
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
	}
];

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

function take(tool: 'select' | 'pan'): Shortcut['run'] {
	return ({ open }) => open.toolbox.choose(tool);
}

function withOnly(card: CardId | null, act: (card: CardId) => void): boolean {
	if (card === null) return false;
	act(card);
	return true;
}

function arrowOf(key: string): ArrowKey {
	return key.slice(key.lastIndexOf('+') + 1) as ArrowKey;
}

function focus({ open, gesture }: Pick<ToolContext, 'open' | 'gesture'>, card: CardId): void {
	open.selection.choose([card]);
	gesture.showFocused(card);
	const place = open.layout.cards.get(card);
	if (place) open.viewport.reveal(place.box);
}

/** At the last card Tab goes on to the next part of the page: the board must not be a trap. */
function step(context: ShortcutContext, by: -1 | 1): boolean {
	const { open } = context;
	const next = cardInReadingOrder(open.board.lanes, open.selection.only, by);
	if (next === null) return false;
	focus(context, next);
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

function zoomBy({ open: { viewport } }: ShortcutContext, factor: number): boolean {
	viewport.zoomAt(screenPoint(viewport.width / 2, viewport.height / 2), factor);
	return true;
}

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
