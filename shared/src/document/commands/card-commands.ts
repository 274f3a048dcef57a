import * as Y from 'yjs';
import type { Card, CardId } from '../../method/card.ts';
import { commonFieldSchemas, maxCardTextLength } from '../../method/card.ts';
import { cardTypes } from '../../method/card-types/index.ts';
import type { Field } from '../../method/card-types/define-card-type.ts';
import type { CardType } from '../../method/ids.ts';
import { cleanText, wellFormed } from '../../method/clean-text.ts';
import { entryOf, rootsOf, textKey } from '../layout.ts';
import type { Author } from '../origins.ts';
import { transactGesture } from '../origins.ts';
import { readCard } from '../read-board.ts';
import type { NewCard } from '../write-card.ts';
import { newCardFrom, writeCard } from '../write-card.ts';
import { writeLink } from '../write-link.ts';

const ignore = (): void => {};

/** Puts one card on the board and returns its id. */
export function addCard(doc: Y.Doc, card: NewCard, author: Author): CardId {
	return transactGesture(doc, 'addCard', () => writeCard(rootsOf(doc), card, author));
}

/** Puts a card on the board already linked: `from` an existing card to it, or `to` one from it. */
export function addLinkedCard(
	doc: Y.Doc,
	card: NewCard,
	end: { readonly from: CardId } | { readonly to: CardId },
	author: Author
): CardId {
	return transactGesture(doc, 'addCard', () => {
		const roots = rootsOf(doc);
		const id = writeCard(roots, card, author);
		const ends = 'from' in end ? { from: end.from, to: id } : { from: id, to: end.to };
		writeLink(roots, { ...ends, kind: null }, author);
		return id;
	});
}

/** Puts many cards on the board as one undo step; `links` name cards by their place in the list. */
export function insertCards(
	doc: Y.Doc,
	cards: readonly NewCard[],
	links: readonly { readonly from: number; readonly to: number }[],
	author: Author
): readonly CardId[] {
	return transactGesture(doc, 'insertCards', () => {
		const roots = rootsOf(doc);
		const ids = cards.map((card) => writeCard(roots, card, author));
		for (const { from, to } of links) {
			const ends = { from: ids[from], to: ids[to] };
			if (ends.from && ends.to)
				writeLink(roots, { from: ends.from, to: ends.to, kind: null }, author);
		}
		return ids;
	});
}

/** One replaced stretch of a text: at `index` (UTF-16 units) `remove` units go and `insert` comes. */
export interface TextChange {
	readonly index: number;
	readonly remove: number;
	readonly insert: string;
}

/** Changes a stretch of a card's text, cleaned and kept within the longest text; returns whether anything changed. */
export function editCardText(doc: Y.Doc, id: CardId, change: TextChange): boolean {
	const text = entryOf(rootsOf(doc).cards, id)?.get(textKey);
	if (!(text instanceof Y.Text)) return false;
	const index = Math.min(Math.max(0, change.index), text.length);
	const remove = Math.min(Math.max(0, change.remove), text.length - index);
	const room = maxCardTextLength - (text.length - remove);
	const insert = wellFormed(cleanText(change.insert).slice(0, Math.max(0, room)));
	if (remove === 0 && insert === '') return false;
	transactGesture(doc, 'editText', () => {
		if (remove > 0) text.delete(index, remove);
		if (insert !== '') text.insert(index, insert);
	});
	return true;
}

/** Sets one field of the card's type; false when the card is gone or the value is not allowed there. */
export function setCardField(doc: Y.Doc, id: CardId, key: string, value: unknown): boolean {
	return setCardFields(doc, id, { [key]: value });
}

/** Sets several fields of a card as one undo step; false, and nothing is written, when one of them is not allowed there. */
export function setCardFields(
	doc: Y.Doc,
	id: CardId,
	values: Readonly<Record<string, unknown>>
): boolean {
	const entry = entryOf(rootsOf(doc).cards, id);
	const card = readCard(id, entry, ignore);
	if (!entry || !card) return false;
	const fields: Record<string, Field<unknown>> = cardTypes[card.type].fields;
	const cleaned = Object.entries(values).map(
		([key, value]) => [key, typeof value === 'string' ? cleanText(value) : value] as const
	);
	if (cleaned.some(([key, value]) => fields[key]?.schema.safeParse(value).success !== true))
		return false;
	transactGesture(doc, 'editField', () => {
		for (const [key, value] of cleaned) entry.set(key, value);
	});
	return true;
}

/**
 * Notes how many votes a card got (シール投票); null is not counted. False when the card is gone or the number is none.
 * No step of anybody's 元に戻す: what was counted is counted anew by hand.
 */
export function setCardVotes(doc: Y.Doc, id: CardId, votes: number | null): boolean {
	const entry = entryOf(rootsOf(doc).cards, id);
	if (!entry || !commonFieldSchemas.votes.safeParse(votes).success) return false;
	doc.transact(() => {
		if (votes !== null) entry.set('votes', votes);
		else if (entry.has('votes')) entry.delete('votes');
	});
	return true;
}

/** Pins cards at hand-chosen places (bu), one write each. */
export function moveCards(
	doc: Y.Doc,
	places: ReadonlyMap<CardId, readonly [x: number, y: number]>
): void {
	transactGesture(doc, 'moveCards', () => {
		const { cards } = rootsOf(doc);
		for (const [id, position] of places)
			entryOf(cards, id)?.set('position', [Math.round(position[0]), Math.round(position[1])]);
	});
}

/** Gives hand-placed cards back to the lane layout (自動で並べる). */
export function arrangeCards(doc: Y.Doc, ids: Iterable<CardId>): void {
	transactGesture(doc, 'arrangeCards', () => {
		const { cards } = rootsOf(doc);
		for (const id of ids) {
			const entry = entryOf(cards, id);
			if (entry?.has('position')) entry.delete('position');
		}
	});
}

/** Gives a card another place in its lane; `order` comes from `orderBetween`. */
export function reorderCard(doc: Y.Doc, id: CardId, order: string): void {
	const entry = entryOf(rootsOf(doc).cards, id);
	if (entry) transactGesture(doc, 'reorderCard', () => entry.set('order', order));
}

/** Makes a card one of another type; fields of the old type stay in the record and come back when it is changed back. */
export function changeCardType(doc: Y.Doc, id: CardId, type: CardType): void {
	const entry = entryOf(rootsOf(doc).cards, id);
	if (entry && entry.get('type') !== type)
		transactGesture(doc, 'changeType', () => {
			entry.set('type', type);
			if (entry.has('position')) entry.delete('position');
		});
}

/** Puts cards in the trash; their links hide with them and come back with them. */
export function withdrawCards(doc: Y.Doc, ids: Iterable<CardId>, author: Author): void {
	transactGesture(doc, 'withdrawCards', () => {
		const { cards } = rootsOf(doc);
		for (const id of ids) {
			const entry = entryOf(cards, id);
			if (!entry || typeof entry.get('deletedAt') === 'number') continue;
			entry.set('deletedAt', author.now);
			entry.set('deletedBy', author.participant);
		}
	});
}

/** Takes cards back out of the trash, with everything others wrote in them meanwhile. */
export function restoreCards(doc: Y.Doc, ids: Iterable<CardId>): void {
	transactGesture(doc, 'restoreCards', () => {
		const { cards } = rootsOf(doc);
		for (const id of ids) {
			const entry = entryOf(cards, id);
			if (!entry) continue;
			if (entry.has('deletedAt')) entry.delete('deletedAt');
			for (const key of ['deletedBy', 'mergedInto']) if (entry.has(key)) entry.delete(key);
		}
	});
}

/**
 * Copies cards with the links among them and returns the copies' ids in the same order. Copies stand at the places
 * given for their originals; with an offset only copies of hand-placed cards are hand-placed, beside them.
 */
export function duplicateCards(
	doc: Y.Doc,
	ids: readonly CardId[],
	place:
		ReadonlyMap<CardId, readonly [x: number, y: number]> | readonly [x: number, y: number] | null,
	author: Author
): readonly CardId[] {
	return transactGesture(doc, 'duplicateCards', () => {
		const roots = rootsOf(doc);
		const copies = new Map<string, CardId>();
		for (const id of ids) {
			const card = readCard(id, roots.cards.get(id), ignore);
			if (!card) continue;
			const copy = newCardFrom(card);
			const fields = { ...copy.fields };
			if (card.type === 'cause') delete fields['isRoot'];
			const position = placeOfCopy(card, place);
			copies.set(id, writeCard(roots, { ...copy, fields, position }, author));
		}
		// Listed first: links are added while we go through them.
		const links = [...roots.links.values()];
		for (const entry of links) {
			if (!(entry instanceof Y.Map) || typeof entry.get('deletedAt') === 'number') continue;
			const from = copies.get(String(entry.get('from')));
			const to = copies.get(String(entry.get('to')));
			if (from && to) writeLink(roots, { from, to, kind: null }, author);
		}
		return [...copies.values()];
	});
}

function placeOfCopy(
	{ id, position }: Card,
	place: Parameters<typeof duplicateCards>[2]
): readonly [x: number, y: number] | null {
	if (place === null) return null;
	if ('get' in place) return place.get(id) ?? null;
	return position && [position[0] + place[0], position[1] + place[1]];
}

/** Makes one cause the 解決すべき原因 and every other cause an ordinary one; null only clears it. */
export function chooseRootCause(doc: Y.Doc, id: CardId | null): void {
	transactGesture(doc, 'chooseRoot', () => {
		for (const [key, entry] of rootsOf(doc).cards.entries()) {
			if (!(entry instanceof Y.Map) || entry.get('type') !== 'cause') continue;
			const isRoot = key === id;
			if ((entry.get('isRoot') === true) === isRoot) continue;
			entry.set('isRoot', isRoot);
			// The flag moves the card to another zone; an old hand-made place would leave it behind.
			if (entry.has('position')) entry.delete('position');
		}
	});
}
