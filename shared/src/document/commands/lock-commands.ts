import type * as Y from 'yjs';
import type { CardId } from '../../method/card.ts';
import type { CardLock } from '../../method/lock.ts';
import { entryOf, rootsOf } from '../layout.ts';

/** Pins cards, puts them into the background, or frees them (null). No step of anybody's 元に戻す: what was pinned is freed by hand. */
export function setCardLock(doc: Y.Doc, ids: Iterable<CardId>, lock: CardLock | null): void {
	const { cards } = rootsOf(doc);
	doc.transact(() => {
		for (const id of ids) {
			const entry = entryOf(cards, id);
			if (!entry || (entry.get('lock') ?? null) === lock) continue;
			if (lock === null) entry.delete('lock');
			else entry.set('lock', lock);
		}
	});
}
