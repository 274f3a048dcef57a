import { cardTypes } from '@renkei/shared/method/card-types/index.ts';
import { cardTypeIds } from '@renkei/shared/method/ids.ts';
import { say } from '../../i18n/message.ts';
import { shortcutText } from '../../i18n/messages/shortcuts.ts';
import type { ToolId } from '../../state/toolbox.svelte.ts';
import { startCardAt } from '../new-cards.ts';
import type { Shortcut } from './shortcut.ts';

const penKeys = { pen: 'P', eraser: 'E', laser: 'K' } as const;

/** Keys that take a tool or put down a new card. */
export const toolKeys: readonly Shortcut[] = [
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
	...(['pen', 'eraser', 'laser'] as const).map((tool): Shortcut => ({
		keys: [penKeys[tool]],
		words: shortcutText[tool],
		reach: 'board',
		needsWriting: true,
		run: take(tool)
	})),
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
	}))
];

function take(tool: ToolId): Shortcut['run'] {
	return ({ open }) => open.toolbox.choose(tool);
}
