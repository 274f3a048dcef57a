import type * as Y from 'yjs';
import type { CardId } from '../../method/card.ts';
import { cardTypes } from '../../method/card-types/index.ts';
import { cleanText } from '../../method/clean-text.ts';
import { entryOf, rootsOf } from '../layout.ts';
import type { Author } from '../origins.ts';
import { transactGesture } from '../origins.ts';
import { readCard } from '../read-board.ts';
import { writeCard } from '../write-card.ts';
import { writeLink } from '../write-link.ts';
import { chooseRootCause } from './card-commands.ts';

const ignore = (): void => {};
const reasonSchema = cardTypes.cause.fields.rootReason.schema;

/** Makes one cause the 解決すべき原因 and writes down why, as one step; false when it is no cause or the reason is too long. */
export function chooseRootBecause(doc: Y.Doc, id: CardId, reason: string): boolean {
	const entry = entryOf(rootsOf(doc).cards, id);
	const cleaned = cleanText(reason);
	if (!entry || !isCause(doc, id) || !reasonSchema.safeParse(cleaned).success) return false;
	transactGesture(doc, 'chooseRoot', () => {
		chooseRootCause(doc, id);
		if (entry.get('rootReason') !== cleaned) entry.set('rootReason', cleaned);
	});
	return true;
}

/**
 * Writes a new 解決すべき原因 from causes that stay on the board and stay linked as its origin, as one step. Null when
 * none of them is there any more or the reason is too long.
 */
export function writeRootCause(
	doc: Y.Doc,
	from: readonly CardId[],
	words: { readonly text: string; readonly reason: string },
	author: Author
): CardId | null {
	const origins = [...new Set(from)].filter((id) => isCause(doc, id));
	const reason = cleanText(words.reason);
	if (origins.length === 0 || !reasonSchema.safeParse(reason).success) return null;
	return transactGesture(doc, 'chooseRoot', () => {
		const roots = rootsOf(doc);
		const fields = reason === '' ? {} : { rootReason: reason };
		const id = writeCard(roots, { type: 'cause', text: words.text, fields }, author);
		for (const origin of origins)
			writeLink(roots, { from: origin, to: id, kind: 'writtenFrom' }, author);
		chooseRootCause(doc, id);
		return id;
	});
}

function isCause(doc: Y.Doc, id: CardId): boolean {
	const card = readCard(id, rootsOf(doc).cards.get(id), ignore);
	return card?.type === 'cause' && card.deletedAt === null;
}
