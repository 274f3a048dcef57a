import type * as Y from 'yjs';
import type { CardId } from '../../method/card.ts';
import { entryOf, rootsOf } from '../layout.ts';
import type { Author } from '../origins.ts';
import { transactGesture } from '../origins.ts';
import { readCard } from '../read-board.ts';
import { writeCard } from '../write-card.ts';
import { writeLink } from '../write-link.ts';

/**
 * Puts an empty 目指す連携の姿 on the board that serves this vision, which so becomes the 地域の姿, as one step. Null
 * when the card is no vision any more or is itself one of working together.
 */
export function addCollaborationVision(doc: Y.Doc, area: CardId, author: Author): CardId | null {
	const roots = rootsOf(doc);
	const entry = entryOf(roots.cards, area);
	const card = readCard(area, entry, () => {});
	if (!entry || card?.type !== 'vision' || card.level === 'collaboration') return null;
	return transactGesture(doc, 'addCard', () => {
		if (card.level !== 'area') entry.set('level', 'area');
		const fields = { level: 'collaboration' };
		const id = writeCard(roots, { type: 'vision', text: '', fields }, author);
		writeLink(roots, { from: id, to: area, kind: null }, author);
		return id;
	});
}
