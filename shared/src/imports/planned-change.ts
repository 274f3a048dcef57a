import type { BoardChange } from '../method/board-changes.ts';
import type { CardType } from '../method/ids.ts';
import type { Localised } from '../method/localised.ts';

/** What would happen to one thing: 追加, 変更, 削除, 競合 (changed on both sides), or nothing. */
export const planStates = ['add', 'change', 'remove', 'conflict', 'same'] as const;
export type PlanState = (typeof planStates)[number];

/** The words for each state. */
export const planStateWords = {
	add: { ja: '追加', en: 'Add' },
	change: { ja: '変更', en: 'Change' },
	remove: { ja: '削除', en: 'Remove' },
	conflict: { ja: '競合', en: 'Conflict' },
	same: { ja: 'そのまま', en: 'Same' }
} satisfies Record<PlanState, Localised>;

/** One detail of a thing as words. */
export interface PlannedLine {
	readonly label: Localised;
	readonly value: string;
}

/** A thing as it is on one side; `lines` are only the details in which the two sides differ. */
export interface PlannedSide {
	readonly type: CardType | null;
	readonly text: string;
	readonly lines: readonly PlannedLine[];
}

/** One line of the comparison. Of one card there may be two: what can be taken, and what is a conflict. */
export interface PlannedChange {
	readonly id: string;
	readonly state: PlanState;
	readonly what: 'card' | 'link' | 'head';
	/** The line of the file it comes from, null where the file says nothing. */
	readonly row: number | null;
	/** As it is on the board, null when it is not there. */
	readonly before: PlannedSide | null;
	/** As the file has it, null when it is not there. */
	readonly after: PlannedSide | null;
	/** Empty where there is nothing to do. */
	readonly changes: readonly BoardChange[];
	/** Whether it is ticked to begin with; conflicts are not. */
	readonly isChosen: boolean;
	/** Ids of planned changes that have to be chosen with it. */
	readonly needs: readonly string[];
	/** Why it stands as it does, where that is not obvious. */
	readonly reason: Localised | null;
}

/** Everything a file would do to a board, before anything is done. */
export interface ImportPlan {
	readonly changes: readonly PlannedChange[];
	readonly counts: Readonly<Record<PlanState, number>>;
}

/** How many of each state there are. */
export function countStates(
	changes: readonly PlannedChange[]
): Readonly<Record<PlanState, number>> {
	const counts = { add: 0, change: 0, remove: 0, conflict: 0, same: 0 };
	for (const { state } of changes) counts[state] += 1;
	return counts;
}

/** What the chosen ones come to, in an order in which each finds what it needs. */
export function chosenChanges(
	{ changes }: ImportPlan,
	chosen: ReadonlySet<string>
): readonly BoardChange[] {
	return changes
		.filter(({ id, needs }) => chosen.has(id) && needs.every((need) => chosen.has(need)))
		.flatMap((planned) => planned.changes)
		.sort((a, b) => turns[a.kind] - turns[b.kind]);
}

const turns = {
	setHead: 0,
	addCard: 1,
	changeCard: 2,
	removeLink: 3,
	addLink: 4,
	removeCard: 5
} satisfies Record<BoardChange['kind'], number>;
