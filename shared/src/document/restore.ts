import * as Y from 'yjs';
import type { CardId } from '../method/card.ts';
import type { ZoneId } from '../method/ids.ts';
import { readLanes } from '../method/lanes.ts';
import type { Entry, Roots } from './layout.ts';
import { entryOf, rootsOf, textKey } from './layout.ts';
import type { Author } from './origins.ts';
import type { RawBoard, RawEntry, RecordRoot } from './raw-board.ts';
import { isSameRaw } from './raw-board.ts';
import { readBoard } from './read-board.ts';
import { changeBetween } from './text-difference.ts';

/** What is put back; of a zone also what stood there then, which the plain values do not tell. */
export type RestoreWhat =
	| { readonly what: 'board' }
	| { readonly what: 'card'; readonly card: CardId }
	| { readonly what: 'zone'; readonly zone: ZoneId; readonly cardsThen: readonly string[] };

/**
 * Makes the board say again what it said then, as one ordinary change: what came since goes to the trash, what went
 * comes back, texts change only where they differ. Nothing is erased. Returns how many cards, links, records and
 * entries of the head were changed.
 */
export function restore(doc: Y.Doc, then: RawBoard, wanted: RestoreWhat, author: Author): number {
	return doc.transact(() => {
		const restoring = new Restoring(rootsOf(doc), then, author);
		if (wanted.what === 'board') restoring.board();
		else if (wanted.what === 'card') restoring.card(wanted.card);
		else {
			const now = readLanes(readBoard(doc))[wanted.zone].map(({ card }) => card.id);
			restoring.zone(new Set([...wanted.cardsThen, ...now]));
		}
		return restoring.changed.size;
	});
}

class Restoring {
	readonly changed = new Set<string>();
	readonly #roots: Roots;
	readonly #then: RawBoard;
	readonly #author: Author;

	constructor(roots: Roots, then: RawBoard, author: Author) {
		this.#roots = roots;
		this.#then = then;
		this.#author = author;
	}

	board(): void {
		this.#head();
		for (const root of ['cards', 'links', 'records'] as const)
			for (const id of this.#roots[root].keys()) this.#entry(root, id);
	}

	card(card: CardId): void {
		this.#entry('cards', card);
		this.#clustersOf([card]);
		for (const [id, link] of this.#links())
			if (touches(link, (end) => end === card) && this.#isLiveThen('links', id))
				this.#entry('links', id);
		this.#keepOneRoot(new Set([card]));
	}

	zone(cards: ReadonlySet<string>): void {
		for (const card of cards) this.#entry('cards', card);
		this.#clustersOf(cards);
		for (const [id, link] of this.#links()) {
			if (!touches(link, (end) => cards.has(end))) continue;
			// A new line to somewhere else is about that place too.
			const isInside = cards.has(String(link.get('from'))) && cards.has(String(link.get('to')));
			if (isInside || this.#then.links.has(id)) this.#entry('links', id);
		}
		this.#keepOneRoot(cards);
	}

	#head(): void {
		const { meta } = this.#roots;
		for (const key of new Set([...meta.keys(), ...Object.keys(this.#then.meta)])) {
			// The document stays as new as the programs that write it.
			if (key === 'schemaVersion') continue;
			const value = this.#then.meta[key];
			if (isSameRaw(meta.get(key), value)) continue;
			if (value === undefined) meta.delete(key);
			else meta.set(key, value);
			this.changed.add(`meta/${key}`);
		}
	}

	#entry(root: RecordRoot, id: string): void {
		const entry = entryOf(this.#roots[root], id);
		if (!entry) return;
		const then = this.#then[root].get(id);
		if (then) this.#putBack(root, id, entry, then);
		else if (!isDeleted(entry)) {
			entry.set('deletedAt', this.#author.now);
			if (root === 'cards') entry.set('deletedBy', this.#author.participant);
			this.changed.add(`${root}/${id}`);
		}
	}

	#putBack(root: RecordRoot, id: string, entry: Entry, then: RawEntry): void {
		for (const key of new Set([...entry.keys(), ...Object.keys(then.fields)])) {
			if (root === 'cards' && key === textKey) continue;
			const value = then.fields[key];
			if (isSameRaw(entry.get(key), value)) continue;
			if (value === undefined) entry.delete(key);
			else entry.set(key, value);
			this.changed.add(`${root}/${id}`);
		}
		const text = entry.get(textKey);
		if (then.text !== null && text instanceof Y.Text && writeWords(text, then.text))
			this.changed.add(`${root}/${id}`);
	}

	/** A card that stood in an island stands in one again. */
	#clustersOf(cards: Iterable<string>): void {
		for (const card of cards) {
			const cluster = this.#then.cards.get(card)?.fields['cluster'];
			if (typeof cluster === 'string' && this.#isLiveThen('records', cluster))
				this.#entry('records', cluster);
		}
	}

	/** A board has one 解決すべき原因: the one that came back takes the place of another. */
	#keepOneRoot(cards: ReadonlySet<string>): void {
		const isRoot = (entry: unknown): entry is Entry =>
			entry instanceof Y.Map && !isDeleted(entry) && entry.get('isRoot') === true;
		const entries = [...this.#roots.cards.entries()];
		const hasCome = entries.some(
			([id, entry]) => cards.has(id) && isRoot(entry) && this.changed.has(`cards/${id}`)
		);
		if (!hasCome) return;
		for (const [id, entry] of entries) {
			if (cards.has(id) || !isRoot(entry)) continue;
			entry.set('isRoot', false);
			if (entry.has('position')) entry.delete('position');
			this.changed.add(`cards/${id}`);
		}
	}

	#isLiveThen(root: RecordRoot, id: string): boolean {
		const then = this.#then[root].get(id);
		return then !== undefined && typeof then.fields['deletedAt'] !== 'number';
	}

	#links(): readonly (readonly [string, Entry])[] {
		return [...this.#roots.links.entries()].filter(
			(pair): pair is [string, Entry] => pair[1] instanceof Y.Map
		);
	}
}

/** Makes a text these words, touching only the stretch that differs; whether anything did. */
export function writeWords(text: Y.Text, words: string): boolean {
	const difference = changeBetween(text.toString(), words, words.length);
	if (!difference) return false;
	if (difference.remove > 0) text.delete(difference.index, difference.remove);
	if (difference.insert !== '') text.insert(difference.index, difference.insert);
	return true;
}

function touches(link: Entry, isMeant: (end: string) => boolean): boolean {
	return isMeant(String(link.get('from'))) || isMeant(String(link.get('to')));
}

function isDeleted(entry: Entry): boolean {
	return typeof entry.get('deletedAt') === 'number';
}
