import { screenPoint } from '@renkei/shared/geometry/point.ts';
import { zoneIds } from '@renkei/shared/method/ids.ts';
import { zones } from '@renkei/shared/method/zones.ts';
import { say } from '../../i18n/message.ts';
import { shortcutText } from '../../i18n/messages/shortcuts.ts';
import { showAll, showSelection, showZone, zoneByNumber } from '../show-board.ts';
import type { Shortcut, ShortcutContext } from './shortcut.ts';

const zoomStep = 1.2;

/** Keys that change what of the board is seen. */
export const viewKeys: readonly Shortcut[] = [
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
	{
		keys: ['Ctrl+.'],
		words: shortcutText.bare,
		reach: 'page',
		run: ({ open: { toolbox } }) => toolbox.bare(!toolbox.isBare)
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
	}))
];

function zoomBy({ open: { viewport } }: ShortcutContext, factor: number): boolean {
	viewport.zoomAt(screenPoint(viewport.width / 2, viewport.height / 2), factor);
	return true;
}
