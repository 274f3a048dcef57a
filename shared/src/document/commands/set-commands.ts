import * as Y from 'yjs';
import type { CardId } from '../../method/card.ts';
import type { LinkId } from '../../method/link.ts';
import type { Roots } from '../layout.ts';
import { rootsOf } from '../layout.ts';
import { newId } from '../new-id.ts';
import type { Author } from '../origins.ts';
import { transactGesture } from '../origins.ts';
import { readCard } from '../read-board.ts';
import { writeLink } from '../write-link.ts';

const ignore = (): void => {};

/**
 * Links every card of one group with every card of another as one set, drawn as one bracket. A pair that is linked
 * already joins the set with the link it has; cards that are gone are left out. Gives the links of the set.
 */
export function linkSets(
	doc: Y.Doc,
	from: readonly CardId[],
	to: readonly CardId[],
	author: Author
): readonly LinkId[] {
	const roots = rootsOf(doc);
	const starts = liveOnes(roots, from);
	const ends = liveOnes(roots, to);
	const pairs = starts.flatMap((start) =>
		ends.filter((end) => end !== start).map((end) => ({ from: start, to: end }))
	);
	if (pairs.length === 0) return [];
	const known = linksByEnds(roots);
	const set = newId();
	return transactGesture(doc, 'addLink', () =>
		pairs.map((pair) => {
			const old = known.get(`${pair.from} ${pair.to}`);
			if (!old) return writeLink(roots, { ...pair, kind: null, set }, author);
			old.entry.set('set', set);
			return old.id;
		})
	);
}

function liveOnes({ cards }: Roots, ids: readonly CardId[]): readonly CardId[] {
	return [...new Set(ids)].filter((id) => readCard(id, cards.get(id), ignore)?.deletedAt === null);
}

function linksByEnds({ links }: Roots) {
	const found = new Map<string, { readonly id: LinkId; readonly entry: Y.Map<unknown> }>();
	for (const [id, entry] of links.entries())
		if (entry instanceof Y.Map && typeof entry.get('deletedAt') !== 'number')
			found.set(`${String(entry.get('from'))} ${String(entry.get('to'))}`, {
				id: id as LinkId,
				entry
			});
	return found;
}
