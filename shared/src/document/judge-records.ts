import * as Y from 'yjs';
import { schemaVersion } from '../method/board.ts';
import { maxCardTextLength } from '../method/card.ts';
import { withdrawalLimit } from '../method/withdrawal-limit.ts';
import type { Entry, Roots } from './layout.ts';
import { textKey } from './layout.ts';
import type { GuardLimits, GuardReason } from './guard.ts';
import { judgeRemarks } from './judge-remarks.ts';
import type { WriterRights } from './judge-rights.ts';
import { judgeRights } from './judge-rights.ts';
import type { EntryKind } from './record-values.ts';
import {
	isCardValue,
	isEntryId,
	isLinkValue,
	isMetaValue,
	isRecordValue,
	partOf,
	requiredKeys
} from './record-values.ts';

/** Who made the change, as far as the judgement depends on it. */
export interface Rules extends WriterRights {
	readonly limits: GuardLimits;
	/** Staff and facilitators may clear a table; others may not withdraw a large part of it at once. */
	readonly mayLead: boolean;
}

const maxKeysPerRecord = 200;

/** Who made a card and when is said once; otherwise anybody could put words into another profession's mouth. */
const authorKeys: ReadonlySet<string> = new Set(['createdAt', 'createdBy', 'profession']);

/**
 * Why the records a transaction touched may not stay as they are now, or null. Nothing else is looked at: two
 * innocent changes can merge into something odd, and then the wrong person would be refused. To be called from
 * `afterTransaction`, while Yjs still knows what was there before.
 */
export function judgeTransaction(
	transaction: Y.Transaction,
	roots: Roots,
	rules: Rules
): GuardReason | null {
	const version = roots.meta.get('schemaVersion');
	if (typeof version === 'number' && version > schemaVersion) return 'notAllowed';
	let withdrawn = 0;
	for (const [type, keys] of transaction.changed) {
		if (type._item?.deleted) continue;
		const reason = judgeType(type, keys, transaction, roots, rules);
		if (reason) return reason;
		if (type instanceof Y.Map && type.parent === roots.cards && keys.has('deletedAt'))
			withdrawn += isNewlyWithdrawn(type, transaction) ? 1 : 0;
	}
	const reason =
		judgeRemarks(transaction, roots, rules.participantId) ?? judgeRights(transaction, roots, rules);
	if (reason) return reason;
	if (withdrawn === 0 || rules.mayLead) return null;
	const before = countLive(roots.cards) + withdrawn;
	return withdrawn > withdrawalLimit(before) ? 'tooManyDeletions' : null;
}

type ChangedType = Parameters<Y.Transaction['changed']['get']>[0];

function judgeType(
	type: ChangedType,
	keys: ReadonlySet<string | null>,
	transaction: Y.Transaction,
	roots: Roots,
	{ limits }: Rules
): GuardReason | null {
	if (isSame(type, roots.meta)) return judgeMeta(roots.meta, keys);
	if (isSame(type, roots.cards))
		return judgeEntries(roots.cards, keys, transaction, limits.maxCards, judgeNewCard);
	if (isSame(type, roots.links))
		return judgeEntries(roots.links, keys, transaction, limits.maxLinks, judgeNewLink);
	if (isSame(type, roots.records))
		return judgeEntries(roots.records, keys, transaction, limits.maxRecords, judgeNewExtra);
	if (type instanceof Y.Map && type.parent === roots.records)
		return judgeKeys(type, keys, transaction, 'record');
	if (type instanceof Y.Map && type.parent === roots.cards)
		return judgeKeys(type, keys, transaction, 'card');
	if (type instanceof Y.Map && type.parent === roots.links)
		return judgeKeys(type, keys, transaction, 'link');
	const isCardText =
		type instanceof Y.Text &&
		type._item?.parentSub === textKey &&
		type.parent?.parent === roots.cards;
	// Keys of a text are attributes, which no text of a board has.
	if (!isCardText || [...keys].some((key) => key !== null)) return 'badRecord';
	return judgeText(type, transaction);
}

/** Yjs types what changed as another thing than what it gives out as a root; at runtime they are one. */
function isSame(type: unknown, root: unknown): boolean {
	return type === root;
}

function judgeMeta(meta: Y.Map<unknown>, keys: ReadonlySet<string | null>): GuardReason | null {
	for (const key of keys) {
		if (key === null) return 'badRecord';
		const isGone = !meta.has(key);
		if (isGone ? key === 'schemaVersion' : !isMetaValue(key, meta.get(key))) return 'badRecord';
	}
	return null;
}

function judgeEntries(
	root: Y.Map<unknown>,
	keys: ReadonlySet<string | null>,
	transaction: Y.Transaction,
	maxEntries: number,
	judgeNew: (id: string, record: Entry, transaction: Y.Transaction) => GuardReason | null
): GuardReason | null {
	const changes = new Y.YEvent(root, transaction).changes.keys;
	for (const key of keys) {
		if (key === null) return 'badRecord';
		const change = changes.get(key);
		// People withdraw, they do not erase: whatever was said here can be brought back. An entry that came and
		// went in one change leaves its key behind, seen by nobody, until the board is full.
		if (change?.action !== 'add') return 'notAllowed';
		const record = root.get(key);
		if (!(record instanceof Y.Map)) return 'badRecord';
		const reason = judgeNew(key, record, transaction);
		if (reason) return reason;
	}
	return root._map.size > maxEntries ? 'boardFull' : null;
}

function judgeNewCard(id: string, card: Entry, transaction: Y.Transaction): GuardReason | null {
	const text = card.get(textKey);
	if (!isEntryId(id) || !(text instanceof Y.Text) || text._map.size > 0) return 'badRecord';
	if (text.constructor !== Y.Text) return 'badRecord';
	return judgeNewRecord(card, 'card') ?? judgeText(text, transaction);
}

function judgeNewLink(id: string, link: Entry): GuardReason | null {
	if (!isEntryId(id) || link.get('from') === link.get('to')) return 'badRecord';
	return judgeNewRecord(link, 'link');
}

function judgeNewExtra(id: string, record: Entry): GuardReason | null {
	return isEntryId(id) ? judgeNewRecord(record, 'record') : 'badRecord';
}

function judgeNewRecord(record: Entry, kind: EntryKind): GuardReason | null {
	// A list item in a map is seen by nobody and stays for ever.
	if (record._start !== null || record._map.size > maxKeysPerRecord) return 'badRecord';
	if (requiredKeys[kind].some((key) => !record.has(key))) return 'badRecord';
	for (const [key, value] of record.entries())
		if (!isAllowedValue(kind, key, value, record)) return 'badRecord';
	return hasTooManyParts(record) ? 'badRecord' : null;
}

/** More parts than a board file may hold: the board could be written and never be read again. */
function hasTooManyParts(record: Entry): boolean {
	const counts = new Map<string, number>();
	for (const key of record.keys()) {
		const part = partOf(key);
		if (!part) continue;
		const count = (counts.get(part.prefix) ?? 0) + 1;
		if (count > part.most) return true;
		counts.set(part.prefix, count);
	}
	return false;
}

function judgeKeys(
	record: Entry,
	keys: ReadonlySet<string | null>,
	transaction: Y.Transaction,
	kind: EntryKind
): GuardReason | null {
	if (record._map.size > maxKeysPerRecord) return 'badRecord';
	for (const key of keys) {
		if (key === null) return 'badRecord';
		if (authorKeys.has(key) && new Y.YEvent(record, transaction).changes.keys.has(key))
			return 'notAllowed';
		if (!record.has(key)) {
			if (requiredKeys[kind].includes(key)) return 'notAllowed';
			if (!isAllowedKey(kind, key, transaction, record)) return 'badRecord';
			continue;
		}
		// What a record is for is said once: under another kind its fields would mean something else.
		if (kind === 'record' && key === 'kind') return 'notAllowed';
		if (!isAllowedValue(kind, key, record.get(key), record)) return 'badRecord';
		if (partOf(key) && hasTooManyParts(record)) return 'badRecord';
		// A text is edited, never exchanged: others may be writing in the old one.
		if (kind === 'card' && key === textKey)
			if (new Y.YEvent(record, transaction).changes.keys.has(key)) return 'notAllowed';
	}
	if (kind === 'link' && record.get('from') === record.get('to')) return 'badRecord';
	return null;
}

/** A key that is gone was allowed while it was there; a key that came and went in one change was never judged. */
function isAllowedKey(
	kind: EntryKind,
	key: string,
	transaction: Y.Transaction,
	record: Entry
): boolean {
	const change = new Y.YEvent(record, transaction).changes.keys.get(key);
	return change === undefined || isAllowedValue(kind, key, change.oldValue, record);
}

function isAllowedValue(kind: EntryKind, key: string, value: unknown, record: Entry): boolean {
	if (kind === 'link') return isLinkValue(key, value);
	if (kind === 'record') return isRecordValue(record.get('kind'), key, value);
	return key === textKey
		? value instanceof Y.Text && value.constructor === Y.Text
		: isCardValue(key, value);
}

function judgeText(text: Y.Text, transaction: Y.Transaction): GuardReason | null {
	let grown = 0;
	for (let item = text._start; item !== null; item = item.right) {
		const isNew = item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0);
		if (!item.deleted) {
			if (!(item.content instanceof Y.ContentString)) return 'badRecord';
			if (isNew) grown += item.length;
		} else if (!isNew && Y.isDeleted(transaction.deleteSet, item.id)) grown -= item.length;
	}
	return text.length > maxCardTextLength && grown > 0 ? 'textTooLong' : null;
}

function isNewlyWithdrawn(card: Entry, transaction: Y.Transaction): boolean {
	if (typeof card.get('deletedAt') !== 'number') return false;
	const change = new Y.YEvent(card, transaction).changes.keys.get('deletedAt');
	return change !== undefined && typeof change.oldValue !== 'number';
}

function countLive(cards: Y.Map<unknown>): number {
	let count = 0;
	for (const card of cards.values())
		if (card instanceof Y.Map && typeof card.get('deletedAt') !== 'number') count++;
	return count;
}
