import { foldText } from '@renkei/shared/method/fold-text.ts';
import { shortcutGroups } from '../../tools/shortcuts/index.ts';
import type { Shortcut } from '../../tools/shortcuts/shortcut.ts';

/** The shortcuts of one group that were sought. */
export interface ShortcutRows {
	readonly id: keyof typeof shortcutGroups;
	readonly keys: readonly Shortcut[];
}

/** The table of shortcuts, as far as their words or keys hold what is sought; groups without any are left out. */
export function shortcutRows(sought: string): readonly ShortcutRows[] {
	const folded = foldText(sought.trim());
	const ids = Object.keys(shortcutGroups) as (keyof typeof shortcutGroups)[];
	return ids
		.map((id) => ({
			id,
			keys: shortcutGroups[id].filter(({ keys, words }) =>
				[words(), ...keys].some((text) => foldText(text).includes(folded))
			)
		}))
		.filter(({ keys }) => keys.length > 0);
}
