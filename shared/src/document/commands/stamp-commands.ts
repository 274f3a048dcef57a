import * as Y from 'yjs';
import type { CardId } from '../../method/card.ts';
import type { StampId } from '../../method/records/stamp.ts';
import type { Entry, Roots } from '../layout.ts';
import { rootsOf } from '../layout.ts';
import type { Author } from '../origins.ts';
import { transactGesture } from '../origins.ts';
import { readCard } from '../read-board.ts';
import { remarkLimits } from '../remark-limits.ts';
import { hasRoomFor } from '../remark-room.ts';
import { writeRecord } from '../write-record.ts';

const ignore = (): void => {};

/** Gives a card one's stamp, or takes it back where one has given it; null when the card is gone or has no more room. */
export function toggleStamp(
	doc: Y.Doc,
	card: CardId,
	stamp: StampId,
	author: Author
): 'given' | 'takenBack' | null {
	const roots = rootsOf(doc);
	if (readCard(card, roots.cards.get(card), ignore)?.deletedAt !== null) return null;
	const own = ownStamps(roots, card, stamp, author.participant);
	const given = own.filter((entry) => typeof entry.get('deletedAt') !== 'number');
	if (given.length > 0) {
		transactGesture(doc, 'stamp', () => {
			for (const entry of given) entry.set('deletedAt', author.now);
		});
		return 'takenBack';
	}
	// Who presses again and again must not fill the board.
	const [before] = own;
	if (!before && !hasRoomFor(roots, 'stamp', card, remarkLimits.stamp)) return null;
	transactGesture(doc, 'stamp', () => {
		if (before) before.delete('deletedAt');
		else writeRecord(roots, { kind: 'stamp', fields: { card, stamp } }, author);
	});
	return 'given';
}

/** One's own stamps on a card, also those on cards that were merged into it. */
function ownStamps(roots: Roots, card: CardId, stamp: StampId, participant: string): Entry[] {
	const own: Entry[] = [];
	for (const entry of roots.records.values())
		if (
			entry instanceof Y.Map &&
			entry.get('kind') === 'stamp' &&
			entry.get('stamp') === stamp &&
			entry.get('createdBy') === participant &&
			isSaidBy(roots, String(entry.get('card')), card)
		)
			own.push(entry);
	return own;
}

/** Whether a card is this one, or was merged into it. */
function isSaidBy({ cards }: Roots, id: string, card: CardId): boolean {
	let at = id;
	for (const seen = new Set<string>(); at !== card;) {
		const found = readCard(at, cards.get(at), ignore);
		if (!found || found.deletedAt === null || found.mergedInto === null) return false;
		if (seen.has(at)) return false;
		seen.add(at);
		at = found.mergedInto;
	}
	return true;
}
