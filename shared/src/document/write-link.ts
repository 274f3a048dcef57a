import * as Y from 'yjs';
import type { CardId } from '../method/card.ts';
import type { LinkKind } from '../method/link-types.ts';
import type { LinkId } from '../method/link.ts';
import type { Roots } from './layout.ts';
import { newId } from './new-id.ts';
import type { Author } from './origins.ts';

/** What a new link says; `kind` null lets the pair of cards decide, also after a card changes its type. */
export interface NewLink {
	readonly from: CardId;
	readonly to: CardId;
	readonly kind: LinkKind | null;
	readonly set?: string | null;
}

/** Writes a link record inside the caller's transaction and returns its id. */
export function writeLink(roots: Roots, link: NewLink, author: Author): LinkId {
	const id = newId() as LinkId;
	const entry = new Y.Map<unknown>();
	entry.set('from', link.from);
	entry.set('to', link.to);
	if (link.kind) entry.set('kind', link.kind);
	if (link.set) entry.set('set', link.set);
	entry.set('createdAt', author.now);
	entry.set('createdBy', author.participant);
	roots.links.set(id, entry);
	return id;
}
