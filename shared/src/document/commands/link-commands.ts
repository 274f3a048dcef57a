import * as Y from 'yjs';
import type { CardId } from '../../method/card.ts';
import { linkKindsBetween } from '../../method/link-types.ts';
import type { LinkKind } from '../../method/link-types.ts';
import type { LinkId } from '../../method/link.ts';
import { cleanText } from '../../method/clean-text.ts';
import { entryOf, rootsOf } from '../layout.ts';
import type { Author } from '../origins.ts';
import { transactGesture } from '../origins.ts';
import { readCard } from '../read-board.ts';
import { writeLink } from '../write-link.ts';

/** Why two cards were not linked. */
export type LinkRefusal = 'sameCard' | 'alreadyLinked' | 'cardGone';

const ignore = (): void => {};

/** Why these two cards cannot be linked, or null if they can; an unusual pair can (a hint asks about it later). */
function linkRefusal(doc: Y.Doc, from: CardId, to: CardId): LinkRefusal | null {
	if (from === to) return 'sameCard';
	const { cards, links } = rootsOf(doc);
	for (const id of [from, to]) {
		const card = readCard(id, cards.get(id), ignore);
		if (!card || card.deletedAt !== null) return 'cardGone';
	}
	for (const entry of links.values())
		if (
			entry instanceof Y.Map &&
			entry.get('from') === from &&
			entry.get('to') === to &&
			typeof entry.get('deletedAt') !== 'number'
		)
			return 'alreadyLinked';
	return null;
}

/** Links two cards, or says why not. */
export function addLink(
	doc: Y.Doc,
	ends: { readonly from: CardId; readonly to: CardId; readonly kind?: LinkKind },
	author: Author
): { readonly id: LinkId } | { readonly refusal: LinkRefusal } {
	const refusal = linkRefusal(doc, ends.from, ends.to);
	if (refusal) return { refusal };
	const id = transactGesture(doc, 'addLink', () =>
		writeLink(rootsOf(doc), { from: ends.from, to: ends.to, kind: ends.kind ?? null }, author)
	);
	return { id };
}

/** Takes links away; they can be restored by undo. */
export function removeLinks(doc: Y.Doc, ids: Iterable<LinkId>, author: Author): void {
	transactGesture(doc, 'removeLink', () => {
		const { links } = rootsOf(doc);
		for (const id of ids) entryOf(links, id)?.set('deletedAt', author.now);
	});
}

/** Chooses among the kinds that the link's pair of cards allows; false when it does not allow this one. */
export function setLinkKind(doc: Y.Doc, id: LinkId, kind: LinkKind): boolean {
	const { cards, links } = rootsOf(doc);
	const entry = entryOf(links, id);
	const [from, to] = [entry?.get('from'), entry?.get('to')].map((end) =>
		typeof end === 'string' ? readCard(end, cards.get(end), ignore) : null
	);
	if (!entry || !from || !to || !linkKindsBetween(from.type, to.type).includes(kind)) return false;
	transactGesture(doc, 'editLink', () => entry.set('kind', kind));
	return true;
}

/** Writes the note of a link (300 characters at most). */
export function setLinkNote(doc: Y.Doc, id: LinkId, note: string): void {
	const entry = entryOf(rootsOf(doc).links, id);
	if (entry)
		transactGesture(doc, 'editLink', () => entry.set('note', cleanText(note).slice(0, 300)));
}
