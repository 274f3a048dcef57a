import * as Y from 'yjs';
import { generateKeyBetween } from 'fractional-indexing';
import type { Card, CardId } from '../method/card.ts';
import { maxCardTextLength, maxOrderLength } from '../method/card.ts';
import { cardTypes } from '../method/card-types/index.ts';
import type { Part } from '../method/card-types/define-card-type.ts';
import type { CardType } from '../method/ids.ts';
import type { CardLock } from '../method/lock.ts';
import { cleanText } from '../method/clean-text.ts';
import type { Roots } from './layout.ts';
import { textKey } from './layout.ts';
import { newId } from './new-id.ts';
import type { Author } from './origins.ts';

/** What a new card starts with; fields not named read as their fallback. `order` null puts it after all others. */
export interface NewCard {
	readonly id?: CardId;
	readonly type: CardType;
	readonly text: string;
	readonly order?: string | null;
	readonly position?: readonly [x: number, y: number] | null;
	readonly fields?: Readonly<Record<string, unknown>>;
	/** The lists of the type by their name; a member without an id gets a new one. */
	readonly parts?: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
	readonly cluster?: string | null;
	readonly copiedFrom?: string;
	readonly votes?: number | null;
	readonly lock?: CardLock | null;
}

/** Writes a card record inside the caller's transaction and returns its id. */
export function writeCard(roots: Roots, card: NewCard, author: Author): CardId {
	const id = card.id ?? (newId() as CardId);
	const entry = new Y.Map<unknown>();
	entry.set('type', card.type);
	entry.set(textKey, new Y.Text(cleanText(card.text).slice(0, maxCardTextLength)));
	entry.set('order', card.order ?? orderAfterAll(roots));
	if (card.position) entry.set('position', card.position);
	entry.set('createdAt', author.now);
	entry.set('createdBy', author.participant);
	if (author.profession) entry.set('profession', author.profession);
	const fields = cardTypes[card.type].fields;
	for (const [key, value] of Object.entries(card.fields ?? {}))
		if (key in fields) entry.set(key, value);
	const parts: Readonly<Record<string, Part<object>>> = cardTypes[card.type].parts;
	for (const [name, members] of Object.entries(card.parts ?? {})) {
		const part = parts[name];
		if (!part) continue;
		for (const { id: memberId, ...value } of members)
			entry.set(part.prefix + (typeof memberId === 'string' ? memberId : newId()), value);
	}
	if (card.cluster) entry.set('cluster', card.cluster);
	if (card.copiedFrom) entry.set('copiedFrom', card.copiedFrom);
	if (typeof card.votes === 'number') entry.set('votes', card.votes);
	if (card.lock) entry.set('lock', card.lock);
	roots.cards.set(id, entry);
	return id;
}

/** A fractional index behind every card of the board, trashed ones included. */
function orderAfterAll(roots: Roots): string {
	let last: string | null = null;
	for (const entry of roots.cards.values()) {
		const order = entry instanceof Y.Map ? entry.get('order') : null;
		if (typeof order === 'string' && (last === null || order > last)) last = order;
	}
	return orderBetween(last, null);
}

/**
 * A fractional index between two others (null = open end). Two people can have created equal or, through a
 * hostile client, malformed ones: then it falls back to something sortable instead of throwing.
 */
export function orderBetween(before: string | null, after: string | null): string {
	try {
		const order = generateKeyBetween(
			before,
			after !== null && before !== null && after <= before ? null : after
		);
		// Between two keys of full length there is no third: equal keys are sorted by id.
		return order.length <= maxOrderLength ? order : (before ?? 'a0');
	} catch {
		return before === null ? 'a0' : (before + 'V').slice(0, maxOrderLength);
	}
}

/** The values of a card that make an equal one: for duplicating, exporting and pasting. */
export function newCardFrom(card: Card): NewCard {
	const { fields, parts } = cardTypes[card.type];
	const take = (keys: object): Record<string, unknown> =>
		Object.fromEntries(Object.keys(keys).map((key) => [key, card[key as keyof Card]]));
	return {
		type: card.type,
		text: card.text,
		fields: take(fields),
		// Ids of members count within their card only.
		parts: take(parts) as Required<NewCard>['parts']
	};
}
