import type * as Y from 'yjs';
import type { CardId } from '../../method/card.ts';
import { cleanText } from '../../method/clean-text.ts';
import { recordKinds } from '../../method/records/index.ts';
import type { RecordId } from '../../method/records/index.ts';
import type { Entry } from '../layout.ts';
import { entryOf, rootsOf } from '../layout.ts';
import type { Author } from '../origins.ts';
import { transactGesture } from '../origins.ts';
import { readCard, readRecord } from '../read-board.ts';
import { remarkLimits } from '../remark-limits.ts';
import { hasRoomFor } from '../remark-room.ts';
import { writeRecord } from '../write-record.ts';

const ignore = (): void => {};

/** Says something about a card and returns the comment; null when the card is gone, has no more room, or nothing is said. */
export function addComment(
	doc: Y.Doc,
	card: CardId,
	text: string,
	author: Author
): RecordId | null {
	const roots = rootsOf(doc);
	const words = cleanWords(text);
	if (words === null || readCard(card, roots.cards.get(card), ignore)?.deletedAt !== null)
		return null;
	if (!hasRoomFor(roots, 'comment', card, remarkLimits.comment)) return null;
	return transactGesture(doc, 'comment', () =>
		writeRecord(roots, { kind: 'comment', fields: { card, text: words } }, author)
	);
}

/** Words one's own comment anew; false when it is gone, somebody else's, or nothing is said. */
export function editComment(doc: Y.Doc, id: RecordId, text: string, author: Author): boolean {
	const entry = liveComment(doc, id);
	const words = cleanWords(text);
	if (!entry || words === null || entry.get('createdBy') !== author.participant) return false;
	if (entry.get('text') !== words) transactGesture(doc, 'comment', () => entry.set('text', words));
	return true;
}

/** Calls a comment settled (済み), or open again; false when it is gone. */
export function settleComment(doc: Y.Doc, id: RecordId, isSettled: boolean): boolean {
	const entry = liveComment(doc, id);
	if (!entry) return false;
	if ((entry.get('resolved') === true) !== isSettled)
		transactGesture(doc, 'comment', () => entry.set('resolved', isSettled));
	return true;
}

/** Takes a comment back; undo brings it again. */
export function withdrawComment(doc: Y.Doc, id: RecordId, author: Author): boolean {
	const entry = liveComment(doc, id);
	if (entry) transactGesture(doc, 'comment', () => entry.set('deletedAt', author.now));
	return entry !== null;
}

function liveComment(doc: Y.Doc, id: RecordId): Entry | null {
	const entry = entryOf(rootsOf(doc).records, id);
	return readRecord(id, entry, ignore)?.kind === 'comment' ? entry : null;
}

function cleanWords(text: string): string | null {
	const cleaned = cleanText(text).trim();
	const isSaid =
		cleaned !== '' && recordKinds.comment.fields.text.schema.safeParse(cleaned).success;
	return isSaid ? cleaned : null;
}
