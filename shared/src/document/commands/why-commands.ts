import * as Y from 'yjs';
import { cardTypeSchema } from '../../method/card.ts';
import type { CardId } from '../../method/card.ts';
import { firstLevelKinds } from '../../method/lanes.ts';
import { linkKindsBetween } from '../../method/link-types.ts';
import { entryOf, rootsOf } from '../layout.ts';
import type { Author } from '../origins.ts';
import { transactGesture } from '../origins.ts';
import { readCard } from '../read-board.ts';
import { writeLink } from '../write-link.ts';

const ignore = (): void => {};

/**
 * Makes a card the why-answer of another of its type, in place of whatever it answered before; null lets it stand
 * on its own. False when that cannot be: a missing card, another type, or a circle of whys.
 */
export function setWhyParent(
	doc: Y.Doc,
	id: CardId,
	parent: CardId | null,
	author: Author
): boolean {
	const roots = rootsOf(doc);
	const card = readCard(id, roots.cards.get(id), ignore);
	if (!card) return false;
	const above = whyLinks(roots.links, card.type, roots.cards);
	if (parent !== null) {
		const target = readCard(parent, roots.cards.get(parent), ignore);
		if (!target || target.deletedAt !== null || target.type !== card.type) return false;
		for (let at: string | undefined = parent, steps = 0; at !== undefined; at = above.get(at)?.to)
			if (at === id || steps++ > above.size) return false;
	}
	const old = [...whyEntries(roots.links, id, card.type, roots.cards)];
	// A card linked to the theme itself stands on the first level; as an answer it no longer does.
	if (parent !== null) old.push(...directEntries(roots.links, id, roots.cards));
	transactGesture(doc, 'editLink', () => {
		for (const entry of old) entry.set('deletedAt', author.now);
		if (parent !== null) writeLink(roots, { from: id, to: parent, kind: null }, author);
	});
	return true;
}

/** For each card its first why-link upwards. */
function whyLinks(
	links: Y.Map<unknown>,
	type: string,
	cards: Y.Map<unknown>
): ReadonlyMap<string, { readonly to: string }> {
	const above = new Map<string, { readonly to: string }>();
	for (const entry of links.values()) {
		const ends = whyEnds(entry, type, cards);
		if (ends && !above.has(ends.from)) above.set(ends.from, ends);
	}
	return above;
}

function* whyEntries(
	links: Y.Map<unknown>,
	from: string,
	type: string,
	cards: Y.Map<unknown>
): Iterable<Y.Map<unknown>> {
	for (const entry of links.values())
		if (entry instanceof Y.Map && whyEnds(entry, type, cards)?.from === from) yield entry;
}

function* directEntries(
	links: Y.Map<unknown>,
	from: string,
	cards: Y.Map<unknown>
): Iterable<Y.Map<unknown>> {
	const fromType = cardTypeSchema.safeParse(entryOf(cards, from)?.get('type'));
	for (const entry of links.values()) {
		if (!(entry instanceof Y.Map) || entry.get('from') !== from) continue;
		if (typeof entry.get('deletedAt') === 'number') continue;
		const toType = cardTypeSchema.safeParse(entryOf(cards, String(entry.get('to')))?.get('type'));
		if (!fromType.success || !toType.success) continue;
		if (firstLevelKinds.has(linkKindsBetween(fromType.data, toType.data)[0])) yield entry;
	}
}

function whyEnds(
	entry: unknown,
	type: string,
	cards: Y.Map<unknown>
): { readonly from: string; readonly to: string } | null {
	if (!(entry instanceof Y.Map) || typeof entry.get('deletedAt') === 'number') return null;
	const [from, to, kind] = [entry.get('from'), entry.get('to'), entry.get('kind')];
	if (typeof from !== 'string' || typeof to !== 'string') return null;
	// Between two cards of one type a link says なぜ unless it was given another meaning.
	const isWhy = kind === undefined || kind === null || kind === 'why';
	const areSame = [from, to].every((end) => entryOf(cards, end)?.get('type') === type);
	return isWhy && areSame ? { from, to } : null;
}
