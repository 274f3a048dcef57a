import type { Card } from '@renkei/shared/method/card.ts';

/** The fields of a theme that a target of the care path speaks of. */
export interface ThemeFields {
	readonly disease: string;
	readonly ward: string;
	readonly parties: readonly string[];
}

export type Theme = Extract<Card, { readonly type: 'theme' }>;

/** What can be written into a theme at once, and what would replace something else there. */
export interface Filling {
	readonly empty: Partial<ThemeFields>;
	readonly taken: Partial<ThemeFields>;
}

/** Sorts what is to be written into a theme by whether the theme has room for it; what it already says is left out. */
export function fillingOf(theme: Theme, values: ThemeFields): Filling {
	const empty: Record<string, unknown> = {};
	const taken: Record<string, unknown> = {};
	for (const key of ['disease', 'ward', 'parties'] as const) {
		const [wanted, present] = [values[key], theme[key]];
		if (wanted.length === 0 || String(wanted) === String(present)) continue;
		(present.length === 0 ? empty : taken)[key] = wanted;
	}
	return { empty, taken };
}

/** The themes that something can be written into: the chosen ones first, none that was set aside. */
export function openThemes(cards: Iterable<Card>): readonly Theme[] {
	const themes = [...cards].filter(
		(card): card is Theme => card.type === 'theme' && card.status !== 'setAside'
	);
	const rank = ({ status }: Theme): number => (status === 'chosen' ? 0 : 1);
	return themes.sort(
		(a, b) => rank(a) - rank(b) || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)
	);
}
