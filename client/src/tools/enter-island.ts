import type { RecordId } from '@renkei/shared/method/records/index.ts';
import { cardsOfIsland } from './islands.ts';
import { selectedIsland } from './selection-actions.ts';
import type { ToolContext } from './tool.ts';

type Around = Pick<ToolContext, 'open' | 'gesture'>;

/** With a whole 島 selected goes to its first card; false when something else is selected. */
export function enterIsland({ open, gesture }: Around): boolean {
	const island = wholeIsland(open);
	if (island === null) return false;
	const [first] = cardsOfIsland(open, island);
	if (first === undefined) return false;
	open.selection.choose([first]);
	gesture.showFocused(first);
	gesture.enter(island);
	return true;
}

/** From a card of the 島 gone into back to all of it; false when none was gone into. */
export function leaveIsland({ open, gesture }: Around): boolean {
	const island = gesture.entered;
	gesture.enter(null);
	const { only } = open.selection;
	if (island === null || only === null || open.layout.cards.get(only)?.cluster !== island)
		return false;
	gesture.showFocused(null);
	open.selection.choose(cardsOfIsland(open, island));
	return true;
}

/** The 島 of which all cards and nothing else are selected. */
function wholeIsland(open: ToolContext['open']): RecordId | null {
	const { selection } = open;
	const island = selection.cards.size > 1 ? selectedIsland(open) : null;
	if (island === null) return null;
	const cards = cardsOfIsland(open, island);
	const isWhole =
		cards.length === selection.cards.size && cards.every((id) => selection.cards.has(id));
	return isWhole ? island : null;
}
