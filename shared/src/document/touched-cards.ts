import * as Y from 'yjs';
import type { Roots } from './layout.ts';
import { entryOf, textKey } from './layout.ts';

/** How many cards one change took away or brought. */
export interface TouchedCards {
	/** They went to the trash. */
	readonly withdrawn: number;
	/** They came in the same moment, or their words became others. */
	readonly brought: number;
}

/** Counts what a transaction did to cards; to be called from `afterTransaction`. */
export function touchedCards(transaction: Y.Transaction, { cards }: Roots): TouchedCards {
	let withdrawn = 0;
	let brought = 0;
	for (const [type, keys] of transaction.changed) {
		if (isSame(type, cards)) brought += mostAtOnce(cards, keys);
		else if (type instanceof Y.Map && type.parent === cards) {
			if (keys.has('deletedAt') && typeof type.get('deletedAt') === 'number') withdrawn += 1;
		} else if (type._item?.parentSub === textKey && type.parent?.parent === cards) brought += 1;
	}
	return { withdrawn, brought };
}

/** Cards somebody wrote one by one while away carry different times; those of one paste or file the same. */
function mostAtOnce(cards: Y.Map<unknown>, ids: ReadonlySet<string | null>): number {
	const counts = new Map<unknown, number>();
	for (const id of ids) {
		if (id === null) continue;
		const createdAt = entryOf(cards, id)?.get('createdAt');
		counts.set(createdAt, (counts.get(createdAt) ?? 0) + 1);
	}
	return Math.max(0, ...counts.values());
}

/** Yjs types what changed as another thing than what it gives out as a root; at runtime they are one. */
function isSame(type: unknown, root: unknown): boolean {
	return type === root;
}
