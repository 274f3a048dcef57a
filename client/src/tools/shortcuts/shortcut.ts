import type { CardId } from '@renkei/shared/method/card.ts';
import type { Tools } from '../index.ts';
import type { ToolContext } from '../tool.ts';

/** What shortcuts work with. */
export interface ShortcutContext extends ToolContext {
	readonly tools: Tools;
	/** Ends a gesture under way; false when there was none. */
	readonly cancelGesture: () => boolean;
	/** Opens the menu of what is selected. */
	readonly openMenu: () => void;
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

/** Does something with the one selected card; false when it is not one. */
export function withOnly(card: CardId | null, act: (card: CardId) => void): boolean {
	if (card === null) return false;
	act(card);
	return true;
}

/** Selects a card, says it to those who hear the board, and brings it into sight. */
export function focusCard(
	{ open, gesture }: Pick<ToolContext, 'open' | 'gesture'>,
	card: CardId
): void {
	open.selection.choose([card]);
	gesture.showFocused(card);
	const place = open.layout.cards.get(card);
	if (place) open.viewport.reveal(place.box);
}
