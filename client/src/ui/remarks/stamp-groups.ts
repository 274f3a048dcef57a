import { fewestApart } from '@renkei/shared/method/fewest-apart.ts';
import type { Profession } from '@renkei/shared/method/professions.ts';
import type { Giver } from '@renkei/shared/method/remarks.ts';

/**
 * How many of which profession gave a stamp, the most first. Professions of too few people stay out, and what is left
 * out must be nobody or enough people itself: else it could be had by taking the shown numbers from the whole.
 */
export function stampGroups(
	givers: readonly Giver[]
): readonly { readonly profession: Profession; readonly count: number }[] {
	const counts = new Map<Profession, number>();
	for (const { profession } of givers)
		if (profession) counts.set(profession, (counts.get(profession) ?? 0) + 1);
	const shown = [...counts]
		.filter(([, count]) => count >= fewestApart)
		.sort(([, a], [, b]) => b - a)
		.map(([profession, count]) => ({ profession, count }));
	const hidden = givers.length - shown.reduce((sum, { count }) => sum + count, 0);
	if (hidden > 0 && hidden < fewestApart) shown.pop();
	return shown;
}
