import type * as Y from 'yjs';
import type { CardId } from '../../method/card.ts';
import { entryOf, rootsOf, textKey } from '../layout.ts';
import type { Author } from '../origins.ts';
import { withdrawCards } from './card-commands.ts';

/** Takes a new card that stayed empty off the board again; false when somebody has written on it. It lies in the trash like any other, since removing it for good would take what others write in it at this moment. */
export function discardEmptyCard(doc: Y.Doc, id: CardId, author: Author): boolean {
	const entry = entryOf(rootsOf(doc).cards, id);
	if (!entry || String(entry.get(textKey)).trim() !== '') return false;
	withdrawCards(doc, [id], author);
	return true;
}
