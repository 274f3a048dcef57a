import * as Y from 'yjs';
import type { Card, CardId } from '../../method/card.ts';
import { maxCardTextLength } from '../../method/card.ts';
import type { Field, Part } from '../../method/card-types/define-card-type.ts';
import { cardTypes } from '../../method/card-types/index.ts';
import { foldText } from '../../method/fold-text.ts';
import type { Entry, Roots } from '../layout.ts';
import { entryOf, rootsOf, textKey } from '../layout.ts';
import type { Author } from '../origins.ts';
import { transactGesture } from '../origins.ts';
import { readCard } from '../read-board.ts';

/** Why cards were not made one. */
export type MergeRefusal = 'cardGone' | 'otherType' | 'tooLong';

const ignore = (): void => {};

interface Kept {
	readonly card: Card;
	readonly entry: Entry;
}

/** Why these cards cannot be made one, or null if they can. */
export function mergeRefusal(
	doc: Y.Doc,
	keep: CardId,
	others: readonly CardId[]
): MergeRefusal | null {
	const plan = planMerge(doc, keep, others);
	return 'refusal' in plan ? plan.refusal : null;
}

/**
 * Makes one card of several of a type: `keep` says all texts (a text that says the same once only), fills its empty
 * fields from the others, takes over their lists, their 島 and their links; the others go to the trash and remember
 * where their words went. False when `mergeRefusal` says why not.
 */
export function mergeCards(
	doc: Y.Doc,
	keep: CardId,
	others: readonly CardId[],
	author: Author
): boolean {
	const plan = planMerge(doc, keep, others);
	if ('refusal' in plan) return false;
	const { kept, merged, added } = plan;
	transactGesture(doc, 'mergeCards', () => {
		const roots = rootsOf(doc);
		const text = kept.entry.get(textKey);
		if (text instanceof Y.Text && added !== '') text.insert(text.length, added);
		for (const other of merged) {
			takeFields(kept, other);
			takeParts(kept, other);
		}
		moveLinks(roots, keep, new Set(merged.map(({ card }) => card.id)), author);
		for (const { entry } of merged) {
			entry.set('deletedAt', author.now);
			entry.set('deletedBy', author.participant);
			entry.set('mergedInto', keep);
		}
	});
	return true;
}

function planMerge(
	doc: Y.Doc,
	keep: CardId,
	others: readonly CardId[]
):
	| { readonly refusal: MergeRefusal }
	| { readonly kept: Kept; readonly merged: readonly Kept[]; readonly added: string } {
	const { cards } = rootsOf(doc);
	const kept = liveCard(cards, keep);
	const merged = [...new Set(others)]
		.filter((id) => id !== keep)
		.map((id) => liveCard(cards, id))
		.filter((found) => found !== null);
	if (!kept || merged.length === 0) return { refusal: 'cardGone' };
	if (merged.some(({ card }) => card.type !== kept.card.type)) return { refusal: 'otherType' };
	const said = new Set([foldText(kept.card.text)]);
	let added = '';
	for (const { card } of merged) {
		const folded = foldText(card.text);
		if (folded === '' || said.has(folded)) continue;
		said.add(folded);
		added += kept.card.text + added === '' ? card.text : `\n${card.text}`;
	}
	const isTooLong = kept.card.text.length + added.length > maxCardTextLength;
	return isTooLong ? { refusal: 'tooLong' } : { kept, merged, added };
}

function liveCard(cards: Y.Map<unknown>, id: CardId): Kept | null {
	const entry = entryOf(cards, id);
	const card = readCard(id, entry, ignore);
	return entry && card?.deletedAt === null ? { card, entry } : null;
}

/** Only what the kept card does not say itself. */
function takeFields(kept: Kept, other: Kept): void {
	const fields: Readonly<Record<string, Field<unknown>>> = cardTypes[kept.card.type].fields;
	for (const [key, { schema, fallback }] of Object.entries(fields)) {
		const mine = schema.safeParse(kept.entry.get(key));
		const theirs = schema.safeParse(other.entry.get(key));
		if (!theirs.success || isSame(theirs.data, fallback)) continue;
		if (mine.success && !isSame(mine.data, fallback)) continue;
		kept.entry.set(key, theirs.data);
		// A mark that only one card of the board may carry goes over, or two would have it after a restore.
		if (theirs.data === true) other.entry.set(key, false);
	}
	const cluster = other.entry.get('cluster');
	if (typeof cluster === 'string' && typeof kept.entry.get('cluster') !== 'string')
		kept.entry.set('cluster', cluster);
}

function isSame(a: unknown, b: unknown): boolean {
	return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** The members of the other's lists, as many as there is room for; a member under the same id stays the kept card's. */
function takeParts(kept: Kept, other: Kept): void {
	const parts: Readonly<Record<string, Part<object>>> = cardTypes[kept.card.type].parts;
	for (const { prefix, most } of Object.values(parts)) {
		let count = [...kept.entry.keys()].filter((key) => key.startsWith(prefix)).length;
		for (const [key, value] of other.entry.entries()) {
			if (!key.startsWith(prefix) || kept.entry.has(key) || count >= most) continue;
			kept.entry.set(key, value);
			count += 1;
		}
	}
}

/** Links of the merged cards become links of the kept one; what would join a card with itself or say a link twice goes. */
function moveLinks(
	{ links }: Roots,
	keep: CardId,
	merged: ReadonlySet<string>,
	author: Author
): void {
	const known = new Set<string>();
	const moving: Entry[] = [];
	for (const entry of links.values()) {
		if (!(entry instanceof Y.Map) || typeof entry.get('deletedAt') === 'number') continue;
		const [from, to] = [String(entry.get('from')), String(entry.get('to'))];
		if (merged.has(from) || merged.has(to)) moving.push(entry);
		else known.add(`${from} ${to}`);
	}
	for (const entry of moving) {
		const [from, to] = ['from', 'to'].map((end) => {
			const id = String(entry.get(end));
			return merged.has(id) ? keep : id;
		});
		const pair = `${from} ${to}`;
		if (from === to || known.has(pair)) {
			entry.set('deletedAt', author.now);
			continue;
		}
		known.add(pair);
		if (entry.get('from') !== from) entry.set('from', from);
		if (entry.get('to') !== to) entry.set('to', to);
	}
}
