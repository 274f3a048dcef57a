import type * as Y from 'yjs';
import type { CardId } from '../../method/card.ts';
import type { CardType } from '../../method/ids.ts';
import { linkKindsBetween } from '../../method/link-types.ts';
import type { Profession } from '../../method/professions.ts';
import { rootsOf } from '../layout.ts';
import type { Author } from '../origins.ts';
import { transactGesture } from '../origins.ts';
import { readCard } from '../read-board.ts';
import { writeCard } from '../write-card.ts';
import { writeLink } from '../write-link.ts';

/** A card as somebody writes it down who keeps the record for others. */
export interface WrittenDown {
	readonly type: CardType;
	readonly text: string;
	/** For whom; null is the recorder. */
	readonly profession: Profession | null;
	/** Cards it is to be linked with; each link goes the way the method reads it. */
	readonly linkedWith: readonly CardId[];
}

const ignore = (): void => {};

/** Writes a line down as a card with its links, in one step to undo. */
export function writeDown(doc: Y.Doc, written: WrittenDown, author: Author): CardId {
	const { type, text, profession, linkedWith } = written;
	return transactGesture(doc, 'addCard', () => {
		const roots = rootsOf(doc);
		const by = { ...author, profession: profession ?? author.profession };
		const id = writeCard(roots, { type, text }, by);
		for (const other of new Set(linkedWith)) {
			const card = readCard(other, roots.cards.get(other), ignore);
			if (!card || card.deletedAt !== null) continue;
			const leadsOn = linkKindsBetween(type, card.type)[0] !== 'unusual';
			const isLedTo = !leadsOn && linkKindsBetween(card.type, type)[0] !== 'unusual';
			const ends = isLedTo ? { from: other, to: id } : { from: id, to: other };
			writeLink(roots, { ...ends, kind: null }, author);
		}
		return id;
	});
}
