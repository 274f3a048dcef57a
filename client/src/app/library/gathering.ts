import { foldText } from '@renkei/shared/method/fold-text.ts';
import type { CaseCauses, CauseGroup, LibraryCard } from '@renkei/shared/protocol/library-api.ts';

/** What narrows the causes on show; empty where nothing does. */
export interface CauseFilter {
	readonly scene: string;
	readonly disease: string;
	readonly year: string;
	readonly words: string;
}

/** A group with the causes that are still on their cases. */
export interface FilledGroup {
	readonly group: CauseGroup;
	readonly causes: readonly LibraryCard[];
}

/** A cause by where it stands. */
export function keyOf({ boardId, cardId }: Pick<LibraryCard, 'boardId' | 'cardId'>): string {
	return `${boardId}/${cardId}`;
}

/** The Japanese fiscal year (from April) that a moment lies in, by this device's calendar. */
export function fiscalYearOf(at: number): number {
	const date = new Date(at);
	return date.getMonth() >= 3 ? date.getFullYear() : date.getFullYear() - 1;
}

/** Causes in their groups, and those that stand on their own and fit the filter. */
export function sortCauses(
	{ causes, groups }: CaseCauses,
	filter: CauseFilter
): { readonly loose: readonly LibraryCard[]; readonly groups: readonly FilledGroup[] } {
	const byKey = new Map(causes.map((cause) => [keyOf(cause), cause]));
	const grouped = new Set(groups.flatMap(({ members }) => members.map(keyOf)));
	const words = foldText(filter.words);
	const fits = (cause: LibraryCard): boolean =>
		(filter.scene === '' || cause.scene === filter.scene) &&
		(filter.disease === '' || cause.diseases.includes(filter.disease)) &&
		(filter.year === '' || String(fiscalYearOf(cause.createdAt)) === filter.year) &&
		(words === '' || foldText(`${cause.text}${cause.category}`).includes(words));
	return {
		loose: causes.filter((cause) => !grouped.has(keyOf(cause)) && fits(cause)),
		groups: groups.map((group) => ({
			group,
			causes: group.members.flatMap((member) => byKey.get(keyOf(member)) ?? [])
		}))
	};
}
