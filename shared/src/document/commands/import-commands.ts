import * as Y from 'yjs';
import type { EditableBoardHead } from '../../method/board.ts';
import { metaFieldSchemas } from '../../method/board.ts';
import type { BoardChange, CardReference } from '../../method/board-changes.ts';
import type { CardId } from '../../method/card.ts';
import { cardTypeSchema, idSchema, maxCardTextLength } from '../../method/card.ts';
import { cleanText, wellFormed } from '../../method/clean-text.ts';
import type { CardType } from '../../method/ids.ts';
import { linkKindsBetween } from '../../method/link-types.ts';
import { professionSchema } from '../../method/professions.ts';
import { fittingFields, fittingMembers, isVoteCount } from '../fitting-values.ts';
import type { Entry, Roots } from '../layout.ts';
import { entryOf, rootsOf, textKey } from '../layout.ts';
import { newId } from '../new-id.ts';
import { orderNewCards } from '../order-new-cards.ts';
import type { Author } from '../origins.ts';
import { transactGesture } from '../origins.ts';
import { changeBetween } from '../text-difference.ts';
import { writeCard } from '../write-card.ts';
import { writeLink } from '../write-link.ts';

/** What an import came to. */
export interface AppliedChanges {
	/** The new cards by the keys they came with. */
	readonly added: ReadonlyMap<string, CardId>;
	readonly changed: ReadonlySet<CardId>;
	readonly removed: ReadonlySet<CardId>;
	readonly linksAdded: number;
	readonly linksRemoved: number;
	/** Changes that could not be made, or not as a whole: the card is gone, a value is not allowed there. */
	readonly left: readonly BoardChange[];
}

type ChangeOf<Kind extends BoardChange['kind']> = Extract<BoardChange, { readonly kind: Kind }>;

/**
 * Makes what a file wants different so on the board, as one undo step. Every value is cleaned and judged as if a
 * person had entered it; texts change only where they differ, so that whoever writes in them keeps their place.
 */
export function applyBoardChanges(
	doc: Y.Doc,
	changes: readonly BoardChange[],
	author: Author
): AppliedChanges {
	return transactGesture(doc, 'importChanges', () =>
		new BoardImport(rootsOf(doc), author).run(changes)
	);
}

class BoardImport {
	readonly #roots: Roots;
	readonly #author: Author;
	readonly #added = new Map<string, CardId>();
	readonly #changed = new Set<CardId>();
	readonly #removed = new Set<CardId>();
	readonly #left = new Set<BoardChange>();
	#linksAdded = 0;
	#linksRemoved = 0;
	/** The cause that came as 解決すべき原因; a board has one. */
	#root: CardId | null = null;

	constructor(roots: Roots, author: Author) {
		this.#roots = roots;
		this.#author = author;
	}

	run(changes: readonly BoardChange[]): AppliedChanges {
		const of = <Kind extends BoardChange['kind']>(kind: Kind): readonly ChangeOf<Kind>[] =>
			changes.filter((change): change is ChangeOf<Kind> => change.kind === kind);
		for (const change of of('setHead')) this.#setHead(change);
		for (const change of of('changeCard')) this.#changeCard(change);
		this.#addCards(of('addCard'));
		this.#keepOneRoot();
		for (const change of of('removeCard')) this.#removeCard(change);
		// Before new ones come: a link that only changes its kind is taken away and drawn again.
		for (const change of of('removeLink')) this.#removeLink(change);
		this.#addLinks(of('addLink'));
		return {
			added: this.#added,
			changed: this.#changed,
			removed: this.#removed,
			linksAdded: this.#linksAdded,
			linksRemoved: this.#linksRemoved,
			left: [...this.#left]
		};
	}

	#setHead(change: ChangeOf<'setHead'>): void {
		const { key, value } = change;
		const cleaned = typeof value === 'string' ? cleanText(value) : value;
		if (!isHeadKey(key) || !metaFieldSchemas[key].safeParse(cleaned).success)
			this.#left.add(change);
		else if ((this.#roots.meta.get(key) ?? null) !== cleaned) this.#roots.meta.set(key, cleaned);
	}

	#changeCard(change: ChangeOf<'changeCard'>): void {
		const entry = this.#live(change.card);
		if (!entry) return void this.#left.add(change);
		const write = (key: string, value: unknown): void => {
			const isSame = JSON.stringify(entry.get(key)) === JSON.stringify(value);
			if (isSame) return;
			if (value === undefined) entry.delete(key);
			else entry.set(key, value);
			this.#changed.add(change.card);
		};
		if (change.type !== undefined && change.type !== entry.get('type')) {
			if (cardTypeSchema.safeParse(change.type).success) {
				write('type', change.type);
				write('position', undefined);
			} else this.#left.add(change);
		}
		const type = entry.get('type') as CardType;
		if (change.text !== undefined) this.#changeText(change, entry, change.text);
		const { fields, areAll } = fittingFields(type, change.fields ?? {});
		if (!areAll) this.#left.add(change);
		for (const [key, value] of fields) {
			if (key === 'isRoot' && (entry.get(key) === true) !== value) write('position', undefined);
			write(key, value);
		}
		if (fields.get('isRoot') === true) this.#root = change.card;
		for (const [name, values] of Object.entries(change.parts ?? {})) {
			const list = fittingMembers(type, name, values);
			if (!list?.areAll) this.#left.add(change);
			if (!list) continue;
			for (const key of entry.keys())
				if (key.startsWith(list.prefix) && !list.members.has(key) && !list.unfit.has(key))
					write(key, undefined);
			for (const [key, value] of list.members) write(key, value);
		}
		if (change.votes === undefined) return;
		if (isVoteCount(change.votes)) write('votes', change.votes ?? undefined);
		else this.#left.add(change);
	}

	#changeText(change: ChangeOf<'changeCard'>, entry: Entry, wanted: string): void {
		const text = entry.get(textKey);
		if (!(text instanceof Y.Text)) return;
		const { words, isWhole } = fitText(wanted);
		if (!isWhole) this.#left.add(change);
		const difference = changeBetween(text.toString(), words, words.length);
		if (!difference) return;
		if (difference.remove > 0) text.delete(difference.index, difference.remove);
		if (difference.insert !== '') text.insert(difference.index, difference.insert);
		this.#changed.add(change.card);
	}

	#addCards(changes: readonly ChangeOf<'addCard'>[]): void {
		const there = [...this.#roots.cards.entries()].map(([id, entry]) => {
			const order = entry instanceof Y.Map ? entry.get('order') : null;
			return { id, order: typeof order === 'string' ? order : 'a0' };
		});
		const orders = orderNewCards(there, changes);
		for (const change of changes) {
			if (!cardTypeSchema.safeParse(change.type).success || this.#added.has(change.key)) {
				this.#left.add(change);
				continue;
			}
			const { words, isWhole } = fitText(change.text);
			const { fields, areAll } = fittingFields(change.type, change.fields);
			const lists = Object.entries(change.parts).map(([name, values]) =>
				fittingMembers(change.type, name, values)
			);
			const hasVotes = isVoteCount(change.votes);
			if (!isWhole || !areAll || !hasVotes || lists.some((list) => !list?.areAll))
				this.#left.add(change);
			const isFree = idSchema.safeParse(change.id).success && !this.#isTaken(change.id);
			const id = writeCard(
				this.#roots,
				{
					id: (isFree ? change.id : null) ?? (newId() as CardId),
					type: change.type,
					text: words,
					order: orders.get(change.key) ?? null,
					fields: Object.fromEntries(fields),
					votes: hasVotes ? change.votes : null
				},
				this.#authorOf(change)
			);
			const entry = entryOf(this.#roots.cards, id);
			for (const list of lists)
				for (const [key, value] of list?.members ?? []) entry?.set(key, value);
			if (fields.get('isRoot') === true) this.#root = id;
			this.#added.set(change.key, id);
		}
	}

	/** Words of the 委員 are theirs; who brings the file is its author all the same. */
	#authorOf(change: ChangeOf<'addCard'>): Author {
		if (change.profession === undefined) return this.#author;
		const said = professionSchema.safeParse(change.profession);
		return { ...this.#author, profession: said.success ? said.data : null };
	}

	#isTaken(id: string | null): boolean {
		return id !== null && this.#roots.cards.has(id);
	}

	/** Two 解決すべき原因 would stand on one board otherwise: its own, and the one of the file. */
	#keepOneRoot(): void {
		const root = this.#root;
		if (root === null) return;
		for (const [id, entry] of this.#roots.cards.entries()) {
			if (id === root || !(entry instanceof Y.Map) || entry.get('isRoot') !== true) continue;
			entry.set('isRoot', false);
			if (entry.has('position')) entry.delete('position');
		}
	}

	#removeCard(change: ChangeOf<'removeCard'>): void {
		const entry = this.#live(change.card);
		if (!entry) return void this.#left.add(change);
		entry.set('deletedAt', this.#author.now);
		entry.set('deletedBy', this.#author.participant);
		this.#removed.add(change.card);
	}

	#removeLink(change: ChangeOf<'removeLink'>): void {
		const entry = entryOf(this.#roots.links, change.link);
		if (!entry || isDeleted(entry)) return void this.#left.add(change);
		entry.set('deletedAt', this.#author.now);
		this.#linksRemoved += 1;
	}

	#addLinks(changes: readonly ChangeOf<'addLink'>[]): void {
		if (changes.length === 0) return;
		const pairs = new Set<string>();
		for (const entry of this.#roots.links.values())
			if (entry instanceof Y.Map && !isDeleted(entry))
				pairs.add(`${String(entry.get('from'))} ${String(entry.get('to'))}`);
		for (const change of changes) {
			const [from, to] = [this.#idOf(change.from), this.#idOf(change.to)];
			const [start, end] = [from && this.#live(from), to && this.#live(to)];
			if (!from || !to || !start || !end || from === to) {
				this.#left.add(change);
				continue;
			}
			// Somebody may have drawn it meanwhile; then all is as wanted.
			if (pairs.has(`${from} ${to}`)) continue;
			const kinds = linkKindsBetween(start.get('type') as CardType, end.get('type') as CardType);
			const kind = change.link !== null && kinds.includes(change.link) ? change.link : null;
			writeLink(this.#roots, { from, to, kind }, this.#author);
			pairs.add(`${from} ${to}`);
			this.#linksAdded += 1;
		}
	}

	#idOf(reference: CardReference): CardId | null {
		return 'card' in reference ? reference.card : (this.#added.get(reference.key) ?? null);
	}

	/** The record of a card that is on the board and can be read. */
	#live(id: string): Entry | null {
		const entry = entryOf(this.#roots.cards, id);
		const isReadable =
			entry?.get(textKey) instanceof Y.Text && cardTypeSchema.safeParse(entry.get('type')).success;
		return entry && isReadable && !isDeleted(entry) ? entry : null;
	}
}

function isDeleted(entry: Entry): boolean {
	return typeof entry.get('deletedAt') === 'number';
}

function isHeadKey(key: string): key is EditableBoardHead {
	return key !== 'schemaVersion' && Object.hasOwn(metaFieldSchemas, key);
}

function fitText(text: string): { readonly words: string; readonly isWhole: boolean } {
	const cleaned = cleanText(text);
	return {
		words: wellFormed(cleaned.slice(0, maxCardTextLength)),
		isWhole: cleaned.length <= maxCardTextLength
	};
}
