import { rootsOf } from '@renkei/shared/document/layout.ts';
import type { RawLink } from '@renkei/shared/document/read-board.ts';
import {
	readCard,
	readLink,
	readMeta,
	readRecord,
	resolveLinks
} from '@renkei/shared/document/read-board.ts';
import type { Board, BoardMeta, BoardProblem } from '@renkei/shared/method/board.ts';
import { schemaVersion } from '@renkei/shared/method/board.ts';
import type { Card, CardId } from '@renkei/shared/method/card.ts';
import type { Lanes } from '@renkei/shared/method/lanes.ts';
import { numberCards, readLanes } from '@renkei/shared/method/lanes.ts';
import type { Link, LinkId } from '@renkei/shared/method/link.ts';
import type { BoardRecord, RecordId } from '@renkei/shared/method/records/index.ts';
import { SvelteMap } from 'svelte/reactivity';
import type * as Y from 'yjs';

/** What one transaction changed, for those who draw. */
export interface BoardChange {
	readonly cards: ReadonlySet<CardId>;
	readonly links: ReadonlySet<LinkId>;
	readonly meta: boolean;
	readonly records: boolean;
}

/** The board as plain values that follow the document. Only touched records are read again; values are replaced, never edited. */
export class BoardState {
	readonly cards = new SvelteMap<CardId, Card>();
	readonly trash = new SvelteMap<CardId, Card>();
	readonly links = new SvelteMap<LinkId, Link>();
	readonly records = new SvelteMap<RecordId, BoardRecord>();
	#meta: BoardMeta;
	#revision = $state.raw(0);
	#meaning = $state.raw(0);
	#doc: Y.Doc;
	#release: () => void = () => {};
	readonly #rawLinks = new Map<LinkId, RawLink>();
	/** What could not be read, by root and record. */
	readonly #problems = new Map<string, readonly BoardProblem[]>();
	readonly #listeners = new Set<(change: BoardChange) => void>();
	#boardCache: { readonly revision: number; readonly board: Board } | null = null;
	#lanesCache: { readonly revision: number; readonly lanes: Lanes } | null = null;
	#numbersCache: {
		readonly revision: number;
		readonly numbers: ReadonlyMap<CardId, number>;
	} | null = null;

	constructor(doc: Y.Doc) {
		this.#doc = doc;
		this.#meta = readMeta(rootsOf(doc).meta, () => {});
		this.attach(doc);
	}

	/** Counts the changes seen; reading it makes the caller follow every one of them. */
	get revision(): number {
		return this.#revision;
	}

	/** Counts the changes that say something else; cards that were only carried elsewhere say the same. */
	get meaning(): number {
		return this.#meaning;
	}

	get meta(): BoardMeta {
		void this.#revision;
		return this.#meta;
	}

	get problems(): readonly BoardProblem[] {
		void this.#revision;
		return [...this.#problems.values()].flat();
	}

	/** Written by a later version of this program: shown, never changed. */
	get isFromNewerVersion(): boolean {
		return this.meta.schemaVersion > schemaVersion;
	}

	get lanes(): Lanes {
		const revision = this.#revision;
		if (this.#lanesCache?.revision !== revision)
			this.#lanesCache = { revision, lanes: readLanes(this.asBoard()) };
		return this.#lanesCache.lanes;
	}

	get numbers(): ReadonlyMap<CardId, number> {
		const revision = this.#revision;
		if (this.#numbersCache?.revision !== revision)
			this.#numbersCache = { revision, numbers: numberCards(this.lanes) };
		return this.#numbersCache.numbers;
	}

	/** The board as it is now, for everything pure; later changes do not reach it. */
	asBoard(): Board {
		const revision = this.#revision;
		if (this.#boardCache?.revision !== revision)
			this.#boardCache = {
				revision,
				board: {
					meta: this.#meta,
					cards: new Map(this.cards),
					links: new Map(this.links),
					trash: new Map(this.trash),
					records: new Map(this.records),
					problems: this.problems,
					isFromNewerVersion: this.isFromNewerVersion
				}
			};
		return this.#boardCache.board;
	}

	/** Calls the listener once per transaction, after the values have been replaced. */
	onChange(listener: (change: BoardChange) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Follows another document from now on; everything is read anew. */
	attach(doc: Y.Doc): void {
		this.#release();
		this.#doc = doc;
		this.#problems.clear();
		const roots = rootsOf(doc);
		const before = {
			cards: [...this.cards.keys(), ...this.trash.keys()],
			links: this.links.keys()
		};
		this.#rawLinks.clear();
		this.#apply(
			new Set([...before.cards, ...roots.cards.keys()]),
			new Set([...before.links, ...roots.links.keys()]),
			new Set([...this.records.keys(), ...roots.records.keys()]),
			true
		);
		this.#meaning += 1;

		const touched = {
			cards: new Set<string>(),
			links: new Set<string>(),
			records: new Set<string>(),
			meta: false,
			meaning: false
		};
		const gather = (into: Set<string>) => (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
			for (const event of events) {
				const [id] = event.path;
				if (id !== undefined) into.add(String(id));
				else for (const key of event.changes.keys.keys()) into.add(key);
				touched.meaning ||= !isPlaceOnly(event);
			}
		};
		const onCards = gather(touched.cards);
		const onLinks = gather(touched.links);
		const onRecords = gather(touched.records);
		const onMeta = (): void => void (touched.meta = true);
		const afterTransaction = (): void => {
			const { meta, meaning } = touched;
			const [cards, links, records] = [touched.cards, touched.links, touched.records].map(take);
			touched.meta = touched.meaning = false;
			if (meaning || meta) this.#meaning += 1;
			if (!cards || !links || !records) return;
			if (cards.size + links.size + records.size > 0 || meta)
				this.#apply(cards, links, records, meta);
		};
		roots.cards.observeDeep(onCards);
		roots.links.observeDeep(onLinks);
		roots.records.observeDeep(onRecords);
		roots.meta.observeDeep(onMeta);
		doc.on('afterTransaction', afterTransaction);
		this.#release = () => {
			roots.cards.unobserveDeep(onCards);
			roots.links.unobserveDeep(onLinks);
			roots.records.unobserveDeep(onRecords);
			roots.meta.unobserveDeep(onMeta);
			doc.off('afterTransaction', afterTransaction);
		};
	}

	/** Stops following the document. */
	release(): void {
		this.#release();
		this.#release = () => {};
	}

	#apply(
		cardIds: ReadonlySet<string>,
		linkIds: ReadonlySet<string>,
		recordIds: ReadonlySet<string>,
		isMetaTouched: boolean
	): void {
		const roots = rootsOf(this.#doc);
		let hasNewEnds = false;
		for (const id of cardIds) hasNewEnds = this.#readCard(id, roots.cards.get(id)) || hasNewEnds;
		for (const id of linkIds) this.#readLink(id, roots.links.get(id));
		for (const id of recordIds) this.#readRecord(id, roots.records.get(id));
		if (isMetaTouched) {
			const report = this.#reporter('meta');
			this.#meta = readMeta(roots.meta, report.add);
			report.keep();
		}
		const changedLinks = linkIds.size > 0 || hasNewEnds ? this.#resolveLinks() : new Set<LinkId>();
		this.#revision += 1;
		const change: BoardChange = {
			cards: cardIds as ReadonlySet<CardId>,
			links: changedLinks,
			meta: isMetaTouched,
			records: recordIds.size > 0
		};
		for (const listener of this.#listeners) listener(change);
	}

	/** Reads one card anew; true when links may now resolve differently. */
	#readCard(id: string, entry: unknown): boolean {
		const report = this.#reporter(`card ${id}`);
		const card = entry === undefined ? null : readCard(id, entry, report.add);
		report.keep();
		const cardId = id as CardId;
		const before = this.cards.get(cardId);
		const wasInTrash = this.trash.has(cardId);
		const isInTrash = card !== null && card.deletedAt !== null;
		if (card && !isInTrash) this.cards.set(cardId, card);
		else if (before) this.cards.delete(cardId);
		if (card && isInTrash) this.trash.set(cardId, card);
		else if (wasInTrash) this.trash.delete(cardId);
		const after = isInTrash ? undefined : card;
		return before?.type !== after?.type || wasInTrash !== isInTrash;
	}

	#readLink(id: string, entry: unknown): void {
		const report = this.#reporter(`link ${id}`);
		const link = entry === undefined ? null : readLink(id, entry, report.add);
		report.keep();
		if (link) this.#rawLinks.set(link.id, link);
		else this.#rawLinks.delete(id as LinkId);
	}

	#readRecord(id: string, entry: unknown): void {
		const report = this.#reporter(`record ${id}`);
		const record = entry === undefined ? null : readRecord(id, entry, report.add);
		report.keep();
		if (record) this.records.set(record.id, record);
		else this.records.delete(id as RecordId);
	}

	#resolveLinks(): Set<LinkId> {
		const report = this.#reporter('links');
		const resolved = resolveLinks(this.#rawLinks.values(), this.cards, this.trash, report.add);
		report.keep();
		const changed = new Set<LinkId>();
		for (const id of this.links.keys())
			if (!resolved.has(id)) {
				this.links.delete(id);
				changed.add(id);
			}
		for (const [id, link] of resolved)
			if (!isSameLink(this.links.get(id), link)) {
				this.links.set(id, link);
				changed.add(id);
			}
		return changed;
	}

	#reporter(key: string): { add: (problem: BoardProblem) => void; keep: () => void } {
		const found: BoardProblem[] = [];
		return {
			add: (problem) => found.push(problem),
			keep: () => {
				if (found.length > 0) this.#problems.set(key, found);
				else this.#problems.delete(key);
			}
		};
	}
}

/** Whether nothing of a card has changed but where it lies. */
function isPlaceOnly({ path, changes }: Y.YEvent<Y.AbstractType<unknown>>): boolean {
	return path.length === 1 && [...changes.keys.keys()].every((key) => key === 'position');
}

function isSameLink(a: Link | undefined, b: Link): boolean {
	return (
		a?.kind === b.kind && a.from === b.from && a.to === b.to && a.note === b.note && a.set === b.set
	);
}

function take(ids: Set<string>): ReadonlySet<string> {
	const taken = new Set(ids);
	ids.clear();
	return taken;
}
