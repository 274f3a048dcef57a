import * as Y from 'yjs';
import { generateNKeysBetween } from 'fractional-indexing';
import type { Board, BoardMeta } from '../method/board.ts';
import { schemaVersion } from '../method/board.ts';
import type { Card } from '../method/card.ts';
import { compareByOrder } from '../method/card.ts';
import type { BoardRecord } from '../method/records/index.ts';
import { cleanText } from '../method/clean-text.ts';
import type { Roots } from './layout.ts';
import { donePrefix, entryOf, presentPrefix, rootsOf } from './layout.ts';
import type { NewCard } from './write-card.ts';
import { newCardFrom, writeCard } from './write-card.ts';
import { writeLink } from './write-link.ts';
import { writeRecord } from './write-record.ts';

/** The head of a new board; what is not known yet stays empty. */
export type NewBoardHead = Partial<Omit<BoardMeta, 'schemaVersion'>>;

/** The bytes (Yjs update V1) of a new document, written in one transaction. */
export function encodeNewDocument(head: NewBoardHead, write: (roots: Roots) => void): Uint8Array {
	const doc = new Y.Doc();
	doc.transact(() => {
		const roots = rootsOf(doc);
		writeHead(roots.meta, head);
		write(roots);
	});
	const bytes = Y.encodeStateAsUpdate(doc);
	doc.destroy();
	return bytes;
}

/** The bytes of a new document that reads as this board, trash and ids of cards included. */
export function encodeBoard(board: Board): Uint8Array {
	const cards = [...board.cards.values(), ...board.trash.values()].sort(compareByOrder);
	// Fresh keys: those of a file may be equal or malformed, and their order is all that counts.
	const orders = generateNKeysBetween(null, null, cards.length);
	return encodeNewDocument(board.meta, (roots) => {
		cards.forEach((card, index) => writeSameCard(roots, card, orders[index] ?? null));
		for (const link of board.links.values()) {
			const id = writeLink(roots, link, {
				participant: link.createdBy,
				profession: null,
				now: link.createdAt
			});
			if (link.note !== '') entryOf(roots.links, id)?.set('note', cleanText(link.note));
		}
		for (const record of board.records.values()) writeSameRecord(roots, record);
	});
}

function writeSameCard(roots: Roots, card: Card, order: string | null): void {
	const author = { participant: card.createdBy, profession: card.profession, now: card.createdAt };
	const { id, position } = card;
	const same = cleanStrings(newCardFrom(card)) as NewCard;
	const { cluster, copiedFrom, votes, lock } = card;
	const copy = { ...same, id, order, position, cluster, copiedFrom, votes, lock };
	const entry = entryOf(roots.cards, writeCard(roots, copy, author));
	if (card.deletedAt === null) return;
	entry?.set('deletedAt', card.deletedAt);
	entry?.set('deletedBy', card.deletedBy);
	if (card.mergedInto) entry?.set('mergedInto', card.mergedInto);
}

function writeSameRecord(roots: Roots, record: BoardRecord): void {
	const { id, kind, createdAt, createdBy, profession, ...fields } = record;
	const author = { participant: createdBy, profession, now: createdAt };
	writeRecord(roots, { id, kind, fields: cleanStrings(fields) as object }, author);
}

function writeHead(
	meta: Y.Map<unknown>,
	{ professionsPresent = [], doneSteps = [], ...head }: NewBoardHead
): void {
	for (const [key, value] of Object.entries({ ...head, schemaVersion })) {
		const isEmpty = value === '' || value === null || (Array.isArray(value) && value.length === 0);
		if (!isEmpty) meta.set(key, cleanStrings(value));
	}
	for (const step of doneSteps) meta.set(donePrefix + step, true);
	for (const profession of professionsPresent) meta.set(presentPrefix + profession, true);
}

/** The same value with every string in it cleaned: a file may hold what no screen would have let in. */
function cleanStrings(value: unknown): unknown {
	if (typeof value === 'string') return cleanText(value);
	if (Array.isArray(value)) return value.map(cleanStrings);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cleanStrings(part)]));
}
